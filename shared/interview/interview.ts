import { z } from "zod";
import { momentSchema } from "../dates.ts";

/** What an interview kind asks of the Action Plan (¶101, ¶102). */
export const asksSchema = z.enum(["enforced", "advised", "none"]);

/** A participation question, whose answers are kept with the interview (¶63). */
export const participationQuestionSchema = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]+$/),
  text: z.string().min(1),
});

/** One interview kind of the data file in resources/. */
export const interviewKindSchema = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  clientGroups: z.array(z.string()),
  asks: asksSchema,
  /** It refers the client to contracted provision, for which a JSAg must have been signed (¶17). */
  refersToProvision: z.boolean().optional(),
  questions: z.array(participationQuestionSchema).optional(),
});

/** The client is present, or on the telephone. */
export const attendanceSchema = z.enum(["present", "telephone"]);

/** An interview as it is kept. */
export const interviewSchema = z.object({
  id: z.string(),
  clientId: z.string(),
  kind: z.string(),
  attendance: attendanceSchema,
  adviserId: z.string(),
  adviserName: z.string(),
  startedAt: momentSchema,
  endedAt: momentSchema.nullable(),
  /** Why it was ended by another adviser or on a later day, or why it was cancelled; null for an ordinary End. */
  endReason: z.string().nullable(),
  /** It was opened by mistake: nothing was recorded in it, and no rule counts it. */
  isCancelled: z.boolean(),
  /** An FTP doubt stands in it: once it has ended, it was failed (¶121). */
  isFailedToParticipate: z.boolean(),
  version: z.number().int(),
});

/** What an open interview still asks for, and what was done in it. */
export const interviewProgressSchema = z.object({
  asks: asksSchema,
  /** When the LMS plan was last saved in this interview in a way that counts; null when it was not. */
  planSavedAt: momentSchema.nullable(),
  /** When the plan's current version was printed in this interview since that save; null when it was not. */
  printedAt: momentSchema.nullable(),
  /** What the saves of this interview carried, for the words beside the gate. */
  saved: z.object({ itemsAdded: z.number().int(), itemsChanged: z.number().int(), reviewsAdded: z.number().int() }),
  /** True when closures are all that was saved in it (¶68's warning). */
  onlyClosures: z.boolean(),
  /** An FTP doubt stands, so End prompts for nothing (¶120). */
  isFailedToParticipate: z.boolean(),
});

export type Asks = z.infer<typeof asksSchema>;
export type ParticipationQuestion = z.infer<typeof participationQuestionSchema>;
export type InterviewKind = z.infer<typeof interviewKindSchema>;
export type Attendance = z.infer<typeof attendanceSchema>;
export type Interview = z.infer<typeof interviewSchema>;
export type InterviewProgress = z.infer<typeof interviewProgressSchema>;
