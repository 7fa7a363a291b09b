import { z } from "zod";

/** The four print options, in the command line's words (¶114). */
export const printOptionSchema = z.enum(["open", "open-reviews", "all", "all-reviews"]);
/** The style of the print (¶115). */
export const printStyleSchema = z.enum(["standard", "new-deal"]);

export type PrintOption = z.infer<typeof printOptionSchema>;
export type PrintStyle = z.infer<typeof printStyleSchema>;

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
