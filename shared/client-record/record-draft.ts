import { z } from "zod";
import { momentSchema } from "../dates.ts";

/** The windows around the client record in which something is typed before it is saved. */
export const recordDraftFormSchema = z.enum([
  "Client",
  "More",
  "Quals",
  "CBW",
  "IWBC",
  "JSAg",
  "Convs",
  /** The one that belongs to no client yet. */
  "New client",
]);

/** Fields by their names on screen, as they are typed: also what cannot be saved so. */
const typedFieldsSchema = z
  .record(z.string().min(1).max(100), z.string().max(20_000))
  .refine((fields) => Object.keys(fields).length <= 200, "has too many fields");

/** What is typed in one window and not saved. */
export const recordDraftContentSchema = z.strictObject({
  form: typedFieldsSchema,
  /** What stood there when it was typed: what differs from it was typed, all else follows the record. */
  before: typedFieldsSchema,
  /** Which window wrote it, and as its how manieth: two windows never write over one another, nor an older state. */
  writtenIn: z.strictObject({ window: z.string().min(1).max(64), count: z.number().int().nonnegative() }),
});

/** A kept draft, as the adviser who wrote it sees it. */
export const recordDraftSchema = z.object({
  form: recordDraftFormSchema,
  content: recordDraftContentSchema,
  keptAt: momentSchema,
});

export type RecordDraftForm = z.infer<typeof recordDraftFormSchema>;
export type RecordDraftContent = z.infer<typeof recordDraftContentSchema>;
export type RecordDraft = z.infer<typeof recordDraftSchema>;
