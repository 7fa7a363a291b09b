import { z } from "zod";
import { closeNoteSchema } from "../client-record/conversation.ts";
import { savedDraftSchema } from "../client-record/record-draft.ts";
import { civilDateSchema } from "../dates.ts";
import { identifier, note, nothing, type RequestShape } from "../request-parts.ts";
import { appointmentSchema, timeOfDaySchema } from "./appointment.ts";
import { doubtKindSchema, doubtSchema } from "./doubt.ts";
import { attendanceSchema, interviewProgressSchema, interviewSchema } from "./interview.ts";

/** The open interview with everything its bar and its End look at. */
export const openInterviewSchema = z.object({
  interview: interviewSchema,
  progress: interviewProgressSchema,
  /** It was started on an earlier day or by another adviser: it has to be ended, with a reason, before another starts. */
  isLeftBehind: z.boolean(),
  /** The doubts recorded in it, withdrawn ones too, oldest first. */
  doubts: z.array(doubtSchema),
  /** What has been answered to the participation questions of its kind (¶63). */
  answers: z.array(z.object({ question: z.string(), answer: z.string() })),
  /** The notes to close whose items are still open (¶68). */
  closeNotes: z.array(closeNoteSchema),
  /** The adviser has a draft on this client's plan that was kept in this interview (¶120). */
  hasOwnDraft: z.boolean(),
});

/** The course of an interview: its start and End, appointments, its kind, its doubts, its questions. */
export const interviewRequests = {
  "start-interview": {
    input: z.strictObject({
      clientId: identifier,
      kind: identifier,
      attendance: attendanceSchema,
      /** The appointment that it is held for. */
      appointmentId: identifier.optional(),
    }),
    output: openInterviewSchema,
  },
  "end-interview": {
    input: z.strictObject({
      interviewId: identifier,
      /** True when the adviser was told that an advised plan was not completed and ends all the same (¶102). */
      endAnyway: z.boolean(),
      /** Why an interview is ended that was left open overnight or by another adviser. */
      reason: note.optional(),
    }),
    output: interviewSchema,
  },
  "book-appointment": {
    input: z.strictObject({
      clientId: identifier,
      date: civilDateSchema,
      time: timeOfDaySchema,
      kind: identifier,
      adviserId: identifier,
    }),
    output: appointmentSchema,
  },
  "move-appointment": {
    input: z.strictObject({
      appointmentId: identifier,
      version: z.number().int().positive(),
      date: civilDateSchema,
      time: timeOfDaySchema,
      kind: identifier,
      adviserId: identifier,
    }),
    output: appointmentSchema,
  },
  "cancel-appointment": {
    input: z.strictObject({ appointmentId: identifier, version: z.number().int().positive() }),
    output: nothing,
  },
  /** Raises the kind to an enforced one, when a referral arises midway; it is never lowered. */
  "raise-interview": {
    input: z.strictObject({ interviewId: identifier, kind: identifier }),
    output: openInterviewSchema,
  },
  /** Takes back an interview in which nothing has been recorded. */
  "cancel-interview": {
    input: z.strictObject({ interviewId: identifier, reason: note, savedDraft: savedDraftSchema }),
    output: nothing,
  },
  "answer-question": {
    input: z.strictObject({ interviewId: identifier, question: identifier, answer: note }),
    output: openInterviewSchema,
  },
  "record-doubt": {
    input: z.strictObject({ interviewId: identifier, kind: doubtKindSchema, text: note, savedDraft: savedDraftSchema }),
    output: openInterviewSchema,
  },
  /** Takes a doubt back before End, so that the normal gate holds again. */
  "withdraw-doubt": { input: z.strictObject({ doubtId: identifier }), output: openInterviewSchema },
  /** Records what came of considering a sanction after an FTP End (¶121). */
  "settle-doubt": {
    input: z.strictObject({ doubtId: identifier, outcome: note, savedDraft: savedDraftSchema }),
    output: nothing,
  },
} as const satisfies Record<string, RequestShape>;
