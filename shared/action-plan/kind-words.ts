import type { PlanWords } from "../jets/contract-terms.ts";
import type { AssignedTo } from "./action-plan.ts";
import type { FieldName } from "./problems.ts";

/** The words of a kind of plan on screen and on paper. */
export interface KindWords {
  /** One step of the plan as its field is headed, and several. */
  readonly item: string;
  readonly items: string;
  /** The same in the middle of a sentence. */
  readonly shortItem: string;
  readonly shortItems: string;
  /** Whom steps are assigned to, as the field shows it. */
  readonly assignedTo: Readonly<Record<AssignedTo, string>>;
  /** The same in the list's narrow column. */
  readonly ass: Readonly<Record<AssignedTo, string>>;
  /** Whom the plan is made with, in the middle of a sentence. */
  readonly customer: string;
  /** Who makes it with them. */
  readonly adviser: string;
  /** What they meet for. */
  readonly meeting: string;
  /** The plan as its documents are headed. */
  readonly plan: string;
  /** The name of the contract's own tab; null where the plan is under none. */
  readonly tab: string | null;
}

/** The Labour Market System's words. */
export const LMS_WORDS: KindWords = {
  item: "Action Item",
  items: "Action Items",
  shortItem: "item",
  shortItems: "items",
  assignedTo: { client: "Client", pa: "PA" },
  ass: { client: "C", pa: "P" },
  customer: "customer",
  adviser: "adviser",
  meeting: "interview",
  plan: "Action Plan",
  tab: null,
};

/** The words of a plan under a contract. */
export function contractWords({ item, items, client, pa, tab }: PlanWords): KindWords {
  const assignedTo = { client, pa };
  return {
    ...{ item, items, assignedTo, ass: assignedTo, tab },
    shortItem: item.toLowerCase(),
    shortItems: items.toLowerCase(),
    customer: client.toLowerCase(),
    adviser: pa.toLowerCase(),
    meeting: "appointment",
    plan: `${tab} Action Plan`,
  };
}

/** A word with the article that goes before it. */
export function withArticle(word: string): string {
  return `${/^[aeiou]/i.test(word) ? "an" : "a"} ${word}`;
}

/** A field's name as a kind of plan has it on screen. */
export function fieldInWords(field: FieldName, { item }: KindWords): string {
  return field === "Action Item" ? item : field;
}
