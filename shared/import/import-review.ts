import { z } from "zod";

const count = z.number().int().nonnegative();

/** What an import did, or what it would do. */
export const importCountsSchema = z.object({ read: count, added: count, changed: count, unchanged: count });

export type ImportCounts = z.infer<typeof importCountsSchema>;

/** What a column stands for: the name of one of the import file's columns, by its number in the row from 0. */
export const importColumnChoiceSchema = z.strictObject({ column: count, field: z.string().min(1).max(64) });

export type ImportColumnChoice = z.infer<typeof importColumnChoiceSchema>;

/** Something to say about one place of the file; a problem keeps the whole file from being imported. */
export const importRemarkSchema = z.object({
  line: count,
  column: count,
  field: z.string(),
  message: z.string(),
  isProblem: z.boolean(),
});

export type ImportRemark = z.infer<typeof importRemarkSchema>;

/** What would become of one row. */
export const rowFateSchema = z.enum(["added", "changed", "unchanged", "refused"]);

export type RowFate = z.infer<typeof rowFateSchema>;

/** What a file holds and what importing it would do, for the adviser to look at before anything is written. */
export const importReviewSchema = z.object({
  /** Null where the file is no text, or has nothing in it. */
  encoding: z.enum(["UTF-8", "Windows-1252"]).nullable(),
  separator: z.enum([",", ";", "\t"]).nullable(),
  counts: importCountsSchema,
  /** The header row, in order; a column whose field is null is left out. */
  columns: z.array(z.object({ name: z.string(), field: z.string().nullable(), isChosen: z.boolean() })),
  /** The file's first rows as they stand in it. */
  preview: z.array(z.object({ line: count, fate: rowFateSchema, cells: z.array(z.string()) })),
  problemCount: count,
  noteCount: count,
});

export type ImportReview = z.infer<typeof importReviewSchema>;

/** How many rows the preview shows. */
export const PREVIEW_ROWS = 20;
/** How many remarks one request lists. */
export const REMARKS_A_PAGE = 100;
