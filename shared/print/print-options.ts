import { z } from "zod";
import { type KindWords, LMS_WORDS } from "../action-plan/kind-words.ts";
import { momentSchema } from "../dates.ts";

/** The four print options, in the command line's words (¶114). */
export const printOptionSchema = z.enum(["open", "open-reviews", "all", "all-reviews"]);
/** The style of the print (¶115). */
export const printStyleSchema = z.enum(["standard", "new-deal"]);

/** What a document is made as: pages, or one accessible file for a screen. */
export const printFormatSchema = z.enum(["pdf", "html"]);
/** A password that any keyboard or telephone can type, long enough to be worth it. */
export const printPasswordSchema = z.string().regex(/^[\u0021-\u007E]{8,64}$/);

/** What a document is to be, wherever it comes out: on paper, in the preview or in a file. */
export const printChoiceSchema = z.strictObject({
  option: printOptionSchema,
  style: printStyleSchema,
  /** In 18 point. */
  isLarge: z.boolean().default(false),
  withoutStaffNames: z.boolean().default(false),
});

export type PrintOption = z.infer<typeof printOptionSchema>;
export type PrintStyle = z.infer<typeof printStyleSchema>;
export type PrintFormat = z.infer<typeof printFormatSchema>;
export type PrintChoice = z.output<typeof printChoiceSchema>;

/** The fewest and the most copies of one print. */
export const COPIES = { least: 1, most: 99 } as const;

/** A number of copies that may be printed at once. */
export const copiesSchema = z.number().int().min(COPIES.least).max(COPIES.most);

/** A tray as its printer calls it, and in words. */
export const traySchema = z.object({ id: z.string(), name: z.string() });

/** A printer of this computer: its system name, its name in words, and the trays it has, Tray 1 first (¶117). */
export const printerSchema = z.object({
  id: z.string(),
  name: z.string(),
  isDefault: z.boolean(),
  /** False where it is stopped or cannot be reached. */
  isReady: z.boolean(),
  trays: z.array(traySchema).min(1),
});

export type Tray = z.infer<typeof traySchema>;
export type Printer = z.infer<typeof printerSchema>;

/** How a copy came to the customer. */
export const meansSchema = z.enum(["handed", "post", "electronic"]);
/** What a copy is: sheets of paper, or a file. */
export const copyFormSchema = z.enum(["paper", "pdf", "html"]);

export type Means = z.infer<typeof meansSchema>;
export type CopyForm = z.infer<typeof copyFormSchema>;

/** The means in the words of the windows. */
export const MEANS_NAMES: Readonly<Record<Means, string>> = {
  handed: "Handed over",
  post: "By post",
  electronic: "Electronically",
};

/** The forms in the words of the windows. */
export const FORM_NAMES: Readonly<Record<CopyForm, string>> = { paper: "Paper", pdf: "PDF", html: "HTML" };

/** A copy of the plan that was printed on paper, or made and given to the customer. */
export const givenCopySchema = z.object({
  id: z.string(),
  at: momentSchema,
  option: printOptionSchema,
  form: copyFormSchema,
  isLarge: z.boolean(),
  copies: copiesSchema,
  /** Null for sheets that went to a printer, which are handed over as they come out. */
  means: meansSchema.nullable(),
  adviserName: z.string(),
});

export type GivenCopy = z.infer<typeof givenCopySchema>;

/** The options in the words of the Print Options window, in its order (¶114). */
export const PRINT_OPTION_NAMES: Readonly<Record<PrintOption, string>> = {
  open: "Open Action Items",
  "open-reviews": "Open Action Items & Reviews",
  all: "All Action Items",
  "all-reviews": "All Action Items & Reviews",
};

/** An option in the words of a kind of plan. */
export function optionInWords(option: PrintOption, { items }: KindWords): string {
  return PRINT_OPTION_NAMES[option].replace(LMS_WORDS.items, items);
}

/** Whether an option prints reviews. */
export function printsReviews(option: PrintOption): boolean {
  return option === "open-reviews" || option === "all-reviews";
}

/** Whether an option prints closed items. */
export function printsClosedItems(option: PrintOption): boolean {
  return option === "all" || option === "all-reviews";
}
