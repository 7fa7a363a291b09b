import { z } from "zod";
import { clericalSaveSchema } from "../clerical/clerical-requests.ts";
import { storedClientRecordSchema } from "../client-record/client-record.ts";
import { pulledDetailsSchema } from "../client-record/pull-through.ts";
import { pulledChangeSchema } from "../client-record/pulled-change.ts";
import { appointmentSchema } from "../interview/appointment.ts";
import { interviewSchema } from "../interview/interview.ts";
import { openInterviewSchema } from "../interview/interview-requests.ts";
import { identifier, kind, type RequestShape } from "../request-parts.ts";
import { hasDoubleQuotes } from "../text.ts";
import { creationReasonSchema, planChangesSchema, planKindSchema, planSchema } from "./action-plan.ts";
import { draftSchema, otherDraftSchema } from "./draft.ts";
import { workflowSchema } from "./workflow.ts";

/** What the Action Plan window shows on opening. */
const planWindowSchema = z.object({
  client: storedClientRecordSchema,
  kind: planKindSchema,
  /** The code of the contract whose words and terms the plan has; null for a Labour Market System plan. */
  contract: z.string().nullable(),
  /** Null until the plan's first save. */
  plan: planSchema.nullable(),
  /** The reviews on the plan that this adviser wrote, where its kind lets authors delete; none where it does not. */
  ownReviewIds: z.array(z.string()),
  /** The client record's details as of today; the plan carries the copy of its last save. */
  pulledToday: pulledDetailsSchema,
  /** Every interview of the client, newest first: RV-3 and the "Recorded in" column need them. */
  interviews: z.array(interviewSchema),
  openInterview: openInterviewSchema.nullable(),
  /** Every detail that differs from the plan's copy; empty for a plan that does not exist yet (¶21). */
  pulledChanges: z.array(pulledChangeSchema),
  /** What this adviser wrote and did not save; null where there is none. */
  draft: draftSchema.nullable(),
  otherDrafts: z.array(otherDraftSchema),
  /** The client's next appointment, for the target date (¶64); null where none is booked. */
  nextAppointment: appointmentSchema.nullable(),
  /** The checks set on items that are not done yet (¶65). */
  workflows: z.array(workflowSchema),
});

/** Why a plan is created outside an interview; its text keeps to AP-8 like every other of the plan. */
const creationSchema = z.strictObject({
  reason: creationReasonSchema,
  text: z
    .string()
    .max(750)
    .refine((text) => !hasDoubleQuotes(text), "holds double quotation marks"),
});

/** The Action Plan window. */
export const planRequests = {
  "open-plan": { input: z.strictObject({ clientId: identifier, kind }), output: planWindowSchema },
  "save-plan": {
    input: z
      .strictObject({
        clientId: identifier,
        kind,
        /** The version the changes were made on; null for a plan that does not exist yet. */
        planVersion: z.number().int().positive().nullable(),
        /** Why the plan is created outside an interview (AP-2); null otherwise. */
        creation: creationSchema.nullable(),
        changes: planChangesSchema,
        /** True when the adviser saw that the clock moved back and goes on (DT-2). */
        isClockConfirmed: z.boolean(),
        /** The clerical form that is being entered (¶125); absent for every other save. */
        clerical: clericalSaveSchema.optional(),
      })
      // The clerical forms are those of the Labour Market System's plan.
      .refine((save) => save.clerical === undefined || save.kind === "lms"),
    output: planWindowSchema,
  },
} as const satisfies Record<string, RequestShape>;
