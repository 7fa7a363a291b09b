import { z } from "zod";
import { savedDraftSchema } from "../client-record/record-draft.ts";
import { clockConfirmed } from "../clock-confirmed.ts";
import { civilDateSchema } from "../dates.ts";
import { hasDoubleQuotes } from "../text.ts";
import { activityDetailsSchema } from "./activity-details.ts";
import {
  newStrokesSchema,
  signatureSchema,
  signingMannerSchema,
  signingPartySchema,
  signingSubjectSchema,
} from "./signature.ts";
import { partyStandingSchema } from "./signing-state.ts";

const identifier = z.string().min(1).max(64);

/** A text as a window sends it: it keeps to AP-8; its length by TX-3 is checked by the use case. */
const written = z
  .string()
  .max(100_000)
  .refine((text) => !hasDoubleQuotes(text), "holds double quotation marks");

const writtenPart = z.strictObject({ text: written, understoodOn: civilDateSchema.nullable() });

const writtenDetails = z.strictObject({
  itemId: identifier,
  what: writtenPart,
  why: writtenPart,
  when: writtenPart,
  considered: written,
  smart: z.strictObject({
    specific: written,
    measurable: written,
    achievable: written,
    realistic: written,
    timeBound: written,
  }),
});

/** Activities in detail, and signatures (4.03 to 4.05). */
export const signingRequests = {
  /** What is recorded of every activity of a client's plan under a contract, and who has signed the plan. */
  "open-activity-details": {
    input: z.strictObject({ clientId: identifier }),
    output: z.object({
      /** An activity of which nothing is recorded is not among them. */
      details: z.array(activityDetailsSchema),
      /** The participant's additional support needs; '' where there are none. */
      supportNeeds: z.string(),
      /** What a signature is bound to as the plan stands now; null while there is no plan. */
      contentHash: z.string().nullable(),
      /** Where each party stands, the participant first. */
      standings: z.array(partyStandingSchema),
      /** Every signature on the plan, newest first. */
      signatures: z.array(signatureSchema),
    }),
  },
  "save-activity-details": {
    input: z.strictObject({
      clientId: identifier,
      itemId: identifier,
      /** What stood in the window when it was opened: refused when somebody saved something else meanwhile. */
      opened: writtenDetails,
      details: writtenDetails,
      isClockConfirmed: clockConfirmed,
      savedDraft: savedDraftSchema,
    }),
    output: activityDetailsSchema,
  },
  /** Records a signature, or why there is none; it is never changed or taken back. */
  sign: {
    input: z.strictObject({
      clientId: identifier,
      subject: signingSubjectSchema,
      /** The interaction that is signed; null for the plan. */
      interactionId: identifier.nullable().default(null),
      party: signingPartySchema,
      manner: signingMannerSchema,
      /** Who signs, as typed; '' where it is the name on the record. */
      name: written.default(""),
      strokes: newStrokesSchema.nullable().default(null),
      /** The day of a signature on paper; null for every other, which is today's. */
      signedOn: civilDateSchema.nullable().default(null),
      reason: written.default(""),
      /** The code of a dated annotation; null without one. */
      annotation: z.string().max(64).nullable().default(null),
      /** The typed name was confirmed to be a signature. */
      isConfirmed: z.boolean().default(false),
      /** What the window showed: refused where it is not what stands now. */
      contentHash: z.string().max(64),
      isClockConfirmed: clockConfirmed,
      savedDraft: savedDraftSchema,
    }),
    output: signatureSchema,
  },
} as const satisfies Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>;
