import { z } from "zod";

/** How an adviser likes the windows; kept for each adviser, and no part of any record. */
export const preferencesSchema = z.object({
  /** The SSMART coach is shown while an item is written. */
  isCoachOn: z.boolean(),
  /** The side panel of the Action Plan window is shown. */
  isSidePanelOpen: z.boolean(),
  /** How much of the Action Plan window's height the Action Items take, in percent. */
  upperHalfPercent: z.number().min(10).max(90),
  workScope: z.enum(["mine", "office"]),
});

/** What an adviser finds who has chosen nothing yet. */
export const DEFAULT_PREFERENCES: Preferences = {
  isCoachOn: true,
  isSidePanelOpen: true,
  upperHalfPercent: 50,
  workScope: "mine",
};

export type Preferences = z.infer<typeof preferencesSchema>;
