import { z } from "zod";
import { momentSchema } from "../dates.ts";

const recordWindowSchema = z.enum([
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

/** The dialogs in which words are written on a client, by their titles. */
const writtenDialogSchema = z.enum([
  "Activity in detail",
  "Cancel clerical form",
  "Cancel interview",
  "DMA",
  "New interaction",
  "New request for a copy",
  "Not signed",
  "Note to close at next interview",
  "Plan review",
  "Review interval",
  "Sanction considered",
  "Workflow",
  "Workflow done",
]);

/**
 * The windows around the client record in which something is typed before it is saved. A dialog that can stand open on
 * different things of one client is told apart by what it is about, such as an item's id.
 */
export const recordDraftFormSchema = z.union([
  recordWindowSchema,
  writtenDialogSchema,
  z.templateLiteral([writtenDialogSchema, ": ", z.string().min(1).max(100)]),
]);

/** The draft that is being saved, which goes in the same transaction if one of these windows wrote it. */
export const savedDraftSchema = z
  .strictObject({ form: recordDraftFormSchema, windows: z.array(z.string().min(1).max(64)).max(2) })
  .optional();

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

export type RecordWindowForm = z.infer<typeof recordWindowSchema>;
export type WrittenDialog = z.infer<typeof writtenDialogSchema>;
export type RecordDraftForm = z.infer<typeof recordDraftFormSchema>;
export type SavedDraft = z.infer<typeof savedDraftSchema>;
export type RecordDraftContent = z.infer<typeof recordDraftContentSchema>;
export type RecordDraft = z.infer<typeof recordDraftSchema>;

/** The window or dialog that a draft is of, without what it is about. */
export function draftPlaceOf(form: RecordDraftForm): RecordWindowForm | WrittenDialog {
  return form.split(": ", 1)[0] as RecordWindowForm | WrittenDialog;
}

/** Tells whether a draft is of a window of the client record, rather than of a dialog that is opened elsewhere. */
export function isRecordWindow(form: RecordDraftForm): form is RecordWindowForm {
  return recordWindowSchema.safeParse(form).success;
}
