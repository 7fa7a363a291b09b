import { z } from "zod";

/** The four print options, in the command line's words (¶114). */
export const printOptionSchema = z.enum(["open", "open-reviews", "all", "all-reviews"]);
/** The style of the print (¶115). */
export const printStyleSchema = z.enum(["standard", "new-deal"]);

/** What a document is made as: pages, or one accessible file for a screen. */
export const printFormatSchema = z.enum(["pdf", "html"]);
/** A password that any keyboard or telephone can type, long enough to be worth it. */
export const printPasswordSchema = z.string().regex(/^[\u0021-\u007E]{8,64}$/);
/** A picture for the head of the first page, as a data address; what a scanner makes of a letterhead fits. */
export const letterheadSchema = z
  .string()
  .max(700_000)
  .regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+={0,2}$/);

export type PrintOption = z.infer<typeof printOptionSchema>;
export type PrintStyle = z.infer<typeof printStyleSchema>;
export type PrintFormat = z.infer<typeof printFormatSchema>;

/** The options in the words of the Print Options window, in its order (¶114). */
export const PRINT_OPTION_NAMES: Readonly<Record<PrintOption, string>> = {
  open: "Open Action Items",
  "open-reviews": "Open Action Items & Reviews",
  all: "All Action Items",
  "all-reviews": "All Action Items & Reviews",
};

/** Whether an option prints reviews. */
export function printsReviews(option: PrintOption): boolean {
  return option === "open-reviews" || option === "all-reviews";
}

/** Whether an option prints closed items. */
export function printsClosedItems(option: PrintOption): boolean {
  return option === "all" || option === "all-reviews";
}
