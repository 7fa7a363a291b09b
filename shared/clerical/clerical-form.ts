import { z } from "zod";
import { clientSummarySchema } from "../client-record/client-record.ts";
import { civilDateSchema, momentSchema } from "../dates.ts";

/** A clerical form is issued until what stands on it was entered, or until it was cancelled. */
export const clericalStateSchema = z.enum(["issued", "entered", "cancelled"]);
/** How a form was issued: blank, filled from a saved plan, or not here, so that it only got its number here. */
export const clericalOriginSchema = z.enum(["blank", "filled", "elsewhere"]);

/** A clerical form as this desktop remembers it. */
export const clericalFormSchema = z.object({
  id: z.string(),
  serial: z.string(),
  state: clericalStateSchema,
  origin: clericalOriginSchema,
  /** Null while a blank form belongs to nobody. */
  client: clientSummarySchema.nullable(),
  issuedAt: momentSchema,
  issuedBy: z.string(),
  /** What stood on a form from elsewhere, '' where it had no number. */
  paperSerial: z.string(),
  /** Why it got its number here, or why it was cancelled; '' otherwise. */
  reason: z.string(),
  /** The day that its contents happened on; null until it is entered. */
  happenedOn: civilDateSchema.nullable(),
  /** The adviser whom the form names; null until it is entered. */
  adviserOnForm: z.string().nullable(),
  enteredAt: momentSchema.nullable(),
  enteredBy: z.string().nullable(),
});

/** What one entry of a form became in the plan. */
export const clericalEntryKindSchema = z.enum(["item", "amended-item", "closed-item", "review", "text"]);

/** One entry of a form beside what the plan holds of it now. */
export const clericalEntrySchema = z.object({
  id: z.string(),
  kind: clericalEntryKindSchema,
  /** What the plan holds in its place; null where it is not there any more. */
  text: z.string().nullable(),
  /** The rest of what the plan holds of it, in words, such as whom an item is assigned to. */
  facts: z.string(),
  happenedOn: civilDateSchema,
  checkedAt: momentSchema.nullable(),
  checkedBy: z.string().nullable(),
});

export type ClericalForm = z.infer<typeof clericalFormSchema>;
export type ClericalState = z.infer<typeof clericalStateSchema>;
export type ClericalOrigin = z.infer<typeof clericalOriginSchema>;
export type ClericalEntry = z.infer<typeof clericalEntrySchema>;
export type ClericalEntryKind = z.infer<typeof clericalEntryKindSchema>;
