import { z } from "zod";
import { savedDraftSchema } from "../client-record/record-draft.ts";
import { civilDateSchema } from "../dates.ts";
import { attendanceSchema } from "../interview/interview.ts";
import { identifier, note, nothing, type RequestShape } from "../request-parts.ts";
import { hasDoubleQuotes } from "../text.ts";
import { clericalEntrySchema, clericalFormSchema } from "./clerical-form.ts";

/** Blank clerical forms that are made in one go. */
const MOST_BLANK_FORMS = 50;

/** A clerical form as it goes into a plan. */
export const clericalSaveSchema = z.strictObject({
  formId: identifier,
  /** The day that stands on the form. */
  happenedOn: civilDateSchema,
  /** The adviser whom the form names. */
  adviserId: identifier,
  /** The interview that the form records; null where it records none. */
  interview: z.strictObject({ kind: identifier, attendance: attendanceSchema }).nullable(),
});

/** A number as it stands on a form from elsewhere; '' where there is none. */
const paperSerial = z
  .string()
  .max(40)
  .refine((text) => !hasDoubleQuotes(text), "holds double quotation marks");

/** The clerical fallback (¶122 to ¶125): issuing forms, entering them later, checking what was entered. */
export const clericalRequests = {
  "issue-clerical-forms": {
    input: z.discriminatedUnion("what", [
      /** Blank forms, each with a number of its own; for a client, or for nobody yet. */
      z.strictObject({
        what: z.literal("blank"),
        clientId: identifier.nullable(),
        copies: z.number().int().positive().max(MOST_BLANK_FORMS),
      }),
      /** Filled from a client's saved plan. */
      z.strictObject({ what: z.literal("filled"), clientId: identifier }),
      /** One for each of the adviser's appointments today; filled where the client has a plan. */
      z.strictObject({ what: z.literal("appointments") }),
    ]),
    output: z.object({
      forms: z.array(z.object({ id: z.string(), serial: z.string() })),
      fileName: z.string(),
      pages: z.number().int().positive(),
      /** The document's bytes, base64. */
      pdf: z.string(),
    }),
  },
  "cancel-clerical-form": {
    input: z.strictObject({ formId: identifier, reason: note, savedDraft: savedDraftSchema }),
    output: nothing,
  },
  /** The form to be entered; refused where the number is mistyped, unknown, used or cancelled. */
  "find-clerical-form": { input: z.strictObject({ serial: z.string().max(100) }), output: clericalFormSchema },
  /** Gives a number to a form that has none or was issued elsewhere. */
  "take-in-clerical-form": {
    input: z.strictObject({ clientId: identifier, paperSerial, reason: note }),
    output: clericalFormSchema,
  },
  "open-clerical-proof": {
    input: z.strictObject({ formId: identifier }),
    output: z.object({ form: clericalFormSchema, entries: z.array(clericalEntrySchema) }),
  },
  /** Ticks an entry off as being on the plan what it is on the form, or takes the tick back. */
  "check-clerical-entry": {
    input: z.strictObject({ formId: identifier, entryId: identifier, isChecked: z.boolean() }),
    output: clericalEntrySchema.pick({ checkedAt: true, checkedBy: true }),
  },
} as const satisfies Record<string, RequestShape>;

/** A clerical form as it goes into a plan. */
export type ClericalSave = z.infer<typeof clericalSaveSchema>;
