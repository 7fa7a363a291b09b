import { z } from "zod";
import { copiesSchema, printOptionSchema, printStyleSchema } from "./print/print-options.ts";

/** What was chosen in Print Options last; what belongs to one customer's copy is chosen anew each time. */
const printPreferencesSchema = z.object({
  option: printOptionSchema.optional(),
  style: printStyleSchema.optional(),
  copies: copiesSchema.optional(),
  printer: z.string().max(300).optional(),
  tray: z.string().max(300).optional(),
});

/** How an adviser likes the windows; kept for each adviser, and no part of any record. */
export const preferencesSchema = z.object({
  /** The SSMART coach is shown while an item is written. */
  isCoachOn: z.boolean(),
  /** The side panel of the Action Plan window is shown. */
  isSidePanelOpen: z.boolean(),
  /** How much of the Action Plan window's height the Action Items take, in percent. */
  upperHalfPercent: z.number().min(10).max(90),
  workScope: z.enum(["mine", "office"]),
  print: printPreferencesSchema,
});

/** What an adviser finds who has chosen nothing yet. */
export const DEFAULT_PREFERENCES: Preferences = {
  isCoachOn: true,
  isSidePanelOpen: true,
  upperHalfPercent: 50,
  workScope: "mine",
  print: {},
};

export type Preferences = z.infer<typeof preferencesSchema>;
