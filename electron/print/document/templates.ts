import type { KindWords } from "../../../shared/action-plan/kind-words.ts";
import type { PrintStyle } from "../../../shared/print/print-options.ts";

/** What a style of print has of its own (¶115). */
export interface PrintTemplate {
  readonly title: string;
  /** Labels of lines under the title that are filled in by hand. */
  readonly linesToFillIn: readonly string[];
  readonly declaration: string;
  /** Who signs, each with a date. */
  readonly signatures: readonly string[];
}

/** The templates of both styles, in one place so that an office can have them changed. */
export const PRINT_TEMPLATES: Readonly<Record<PrintStyle, PrintTemplate>> = {
  standard: {
    title: "Action Plan",
    linesToFillIn: [],
    declaration:
      "I have talked this plan through with my adviser. I agree to take the steps that are assigned to me by the dates shown.",
    signatures: ["Customer", "Adviser"],
  },
  "new-deal": {
    title: "New Deal Action Plan",
    linesToFillIn: ["New Deal option", "Stage", "Provider"],
    declaration:
      "I have talked this plan and my part in New Deal through with my adviser. I agree to take the steps that are assigned to me by the dates shown, and to tell my adviser at once if anything keeps me from taking them.",
    signatures: ["Customer", "Adviser"],
  },
};

/** The template of a plan under a contract, which has one style, in the contract's words. */
export function contractTemplate({ plan, shortItems, adviser, assignedTo }: KindWords): PrintTemplate {
  return {
    title: plan,
    linesToFillIn: [],
    declaration: `I have talked this plan through with my ${adviser}. I agree to take the ${shortItems} that are assigned to me by the dates shown.`,
    signatures: [assignedTo.client, assignedTo.pa],
  };
}
