import { z } from "zod";
import { civilDateSchema } from "../dates.ts";

/** The five letters of SMART (4.05). */
export const smartLetterSchema = z.enum(["specific", "measurable", "achievable", "realistic", "timeBound"]);

/** What the participant is asked, why, and by when (4.05). */
export const understandingPartSchema = z.enum(["what", "why", "when"]);

const shortReason = z.string();
const understoodPart = z.object({
  text: z.string(),
  /** The day on which the participant confirmed that it is understood; null while it is not confirmed. */
  understoodOn: civilDateSchema.nullable(),
});

/** What is recorded of an activity besides its text: it is no part of the plan's version. */
export const activityDetailsSchema = z.object({
  itemId: z.string(),
  what: understoodPart,
  why: understoodPart,
  when: understoodPart,
  /** How the participant's support needs were considered (4.05); '' where nothing was recorded. */
  considered: z.string(),
  /** A letter is ticked by its short reason; '' where it is open. */
  smart: z.object({
    specific: shortReason,
    measurable: shortReason,
    achievable: shortReason,
    realistic: shortReason,
    timeBound: shortReason,
  }),
});

export type SmartLetter = z.infer<typeof smartLetterSchema>;
export type UnderstandingPart = z.infer<typeof understandingPartSchema>;
export type ActivityDetails = z.infer<typeof activityDetailsSchema>;

/** The details of an activity of which nothing was recorded yet. */
export function noDetails(itemId: string): ActivityDetails {
  const open = { text: "", understoodOn: null };
  const smart = { specific: "", measurable: "", achievable: "", realistic: "", timeBound: "" };
  return { itemId, what: open, why: open, when: open, considered: "", smart };
}
