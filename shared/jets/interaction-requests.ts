import { z } from "zod";
import { clientSummarySchema } from "../client-record/client-record.ts";
import { savedDraftSchema } from "../client-record/record-draft.ts";
import { clockConfirmed } from "../clock-confirmed.ts";
import { civilDateSchema } from "../dates.ts";
import { hasDoubleQuotes } from "../text.ts";
import { ATTACHMENT_PART_BYTES } from "./attachment-rules.ts";
import {
  attachmentSchema,
  informationRequestSchema,
  interactionKindSchema,
  interactionSchema,
  requestedFormSchema,
} from "./interaction.ts";
import { meetingMeansSchema } from "./participant.ts";

const identifier = z.string().min(1).max(64);
const nothing = z.strictObject({});
/** What is written keeps to AP-8; its length by TX-3 is checked by the use case. */
const note = z
  .string()
  .max(100_000)
  .refine((text) => !hasDoubleQuotes(text), "holds double quotation marks");

/** The log of a participant's interactions with its files (4.05), and the requests for the information (4.07). */
export const interactionRequests = {
  /** Newest day first. */
  "list-interactions": {
    input: z.strictObject({ clientId: identifier }),
    output: z.object({
      client: clientSummarySchema,
      /** The code of the contract whose words and annotations hold. */
      contract: z.string(),
      preferredMeans: meetingMeansSchema.nullable(),
      /** Nothing is recorded from before this day; null while it is not known. */
      referredOn: civilDateSchema.nullable(),
      interactions: z.array(interactionSchema),
    }),
  },
  "add-interaction": {
    input: z.strictObject({
      clientId: identifier,
      happenedOn: civilDateSchema,
      kind: interactionKindSchema,
      means: meetingMeansSchema.nullable(),
      text: note,
      isClockConfirmed: clockConfirmed,
      savedDraft: savedDraftSchema,
    }),
    output: interactionSchema,
  },
  /**
   * Begins to attach a file of so many bytes; one that is not sent on is given up after a while. A clock that moved back
   * is confirmed here, before any of it is sent.
   */
  "begin-attachment": {
    input: z.strictObject({
      interactionId: identifier,
      name: z.string().max(1_000),
      bytes: z.number().int().nonnegative(),
      isClockConfirmed: clockConfirmed,
    }),
    output: z.object({ sendingId: z.string() }),
  },
  /** The file's next bytes, base64. */
  "send-attachment-part": {
    input: z.strictObject({ sendingId: identifier, part: z.base64().max(Math.ceil(ATTACHMENT_PART_BYTES / 3) * 4) }),
    output: z.object({ received: z.number().int().nonnegative() }),
  },
  /** Keeps the file once all of it is there and it is what its name says. */
  "finish-attachment": { input: z.strictObject({ sendingId: identifier }), output: attachmentSchema },
  /** Gives up what was sent so far; nothing happens where nothing is under way. */
  "cancel-attachment": { input: z.strictObject({ sendingId: identifier }), output: nothing },
  "open-attachment": {
    input: z.strictObject({ attachmentId: identifier }),
    output: z.object({ attachment: attachmentSchema, /** The file's bytes, base64. */ content: z.string() }),
  },
  /** Newest day first. */
  "list-information-requests": {
    input: z.strictObject({ clientId: identifier }),
    output: z.object({ requests: z.array(informationRequestSchema) }),
  },
  "add-information-request": {
    input: z.strictObject({
      clientId: identifier,
      askedOn: civilDateSchema,
      form: requestedFormSchema,
      note,
      isClockConfirmed: clockConfirmed,
      savedDraft: savedDraftSchema,
    }),
    output: informationRequestSchema,
  },
  /** Marks it answered by a copy of the participant's plan that was printed or handed over. */
  "answer-information-request": {
    input: z.strictObject({ requestId: identifier, printId: identifier, isClockConfirmed: clockConfirmed }),
    output: informationRequestSchema,
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
