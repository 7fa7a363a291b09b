import { z } from "zod";
import { momentSchema } from "../dates.ts";
import { planChangesSchema } from "./action-plan.ts";

/** Where in the Action Plan window the adviser was when the draft was kept. */
const placeInWindowSchema = z.strictObject({
  mode: z.enum(["list", "new-item", "item", "amend", "new-review"]),
  itemId: z.string().max(64).nullable(),
  reviewId: z.string().max(64).nullable(),
});

/** All that an adviser wrote on a plan and has not saved: what a draft keeps. */
export const draftContentSchema = z.strictObject({
  changes: planChangesSchema,
  /** What stands in date fields and is no date. */
  unreadDates: z
    .array(
      z.strictObject({
        itemId: z.string().min(1).max(64),
        field: z.enum(["Target Date", "Date Closed"]),
        text: z.string().max(1_000),
      }),
    )
    .max(1_000),
  place: placeInWindowSchema,
  keysGiven: z.number().int().nonnegative(),
});

/** A kept draft, as the adviser who wrote it sees it. */
export const draftSchema = z.object({
  content: draftContentSchema,
  /** The version of the plan it was written on; null for a plan that did not exist yet. */
  planVersion: z.number().int().positive().nullable(),
  /** The interview that was open when it was last kept. */
  interviewId: z.string().nullable(),
  keptAt: momentSchema,
});

/** Another adviser's draft: who and when, never its text. */
export const otherDraftSchema = z.object({ adviserName: z.string(), keptAt: momentSchema });

export type DraftContent = z.infer<typeof draftContentSchema>;
export type Draft = z.infer<typeof draftSchema>;
export type OtherDraft = z.infer<typeof otherDraftSchema>;
