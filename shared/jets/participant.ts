import { z } from "zod";
import { civilDateSchema, momentSchema } from "../dates.ts";

/** How a participant would rather meet (4.05). */
export const meetingMeansSchema = z.enum(["face-to-face", "telephone", "video"]);

/** The dates of a participant's course up to the start (4.02, 4.03). */
export const courseDatesSchema = z.strictObject({
  referredOn: civilDateSchema.nullable(),
  engagedOn: civilDateSchema.nullable(),
  startAppointmentOn: civilDateSchema.nullable(),
  startedOn: civilDateSchema.nullable(),
});

/** That the full plan was agreed: its own act, dated, and bound to what was agreed (4.03). */
export const agreementSchema = z.object({
  agreedOn: civilDateSchema,
  agreedAt: momentSchema,
  agreedBy: z.string(),
  planVersion: z.number().int().positive(),
  /** SHA-256 of the canonical plan that was agreed. */
  contentHash: z.string(),
});

/** A client as a participant under a contract. */
export const participantSchema = z.object({
  clientId: z.string(),
  /** The code of the contract's file. */
  contract: z.string(),
  dates: courseDatesSchema,
  /** The day by which the full plan is to be agreed, as it was last computed; null while the date it counts from is missing. */
  dueOn: civilDateSchema.nullable(),
  agreement: agreementSchema.nullable(),
  preferredMeans: meetingMeansSchema.nullable(),
  version: z.number().int().positive(),
});

/** How often the plan is reviewed because the participant prefers it so (4.06); the newest holds. */
export const reviewIntervalSchema = z.object({
  id: z.string(),
  workingDays: z.number().int().positive(),
  reason: z.string(),
  decidedOn: civilDateSchema,
  recordedAt: momentSchema,
  recordedBy: z.string(),
});

/** One review of the whole plan (4.06): complete once both have taken part. */
export const planReviewSchema = z.object({
  id: z.string(),
  /** The day from which its working days are counted: the agreement, or the review before. */
  countedFrom: civilDateSchema,
  workingDays: z.number().int().positive(),
  dueOn: civilDateSchema,
  /** When each took part; null for whoever has not. */
  participantOn: civilDateSchema.nullable(),
  providerOn: civilDateSchema.nullable(),
  /** The later of both; null while one is missing. */
  completedOn: civilDateSchema.nullable(),
  means: meetingMeansSchema.nullable(),
  text: z.string(),
  recordedAt: momentSchema,
  recordedBy: z.string(),
});

export type MeetingMeans = z.infer<typeof meetingMeansSchema>;
export type CourseDates = z.infer<typeof courseDatesSchema>;
export type Agreement = z.infer<typeof agreementSchema>;
export type Participant = z.infer<typeof participantSchema>;
export type ReviewInterval = z.infer<typeof reviewIntervalSchema>;
export type PlanReview = z.infer<typeof planReviewSchema>;
