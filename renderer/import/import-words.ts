import type { AppError } from "../../shared/errors.ts";
import { COLUMN_NAMES } from "../../shared/import/import-columns.ts";
import { LARGEST_IMPORT_BYTES } from "../../shared/import/import-requests.ts";
import type { ImportColumnChoice, ImportCounts, ImportReview, RowFate } from "../../shared/import/import-review.ts";
import { errorMessage } from "../../shared/messages.ts";

const SEPARATORS: Readonly<Record<NonNullable<ImportReview["separator"]>, string>> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
};

/** What would become of a row, in words. */
export const FATES: Readonly<Record<RowFate, string>> = {
  added: "New client",
  changed: "Changes a client",
  unchanged: "Already the same",
  refused: "Not read",
};

/** How a file is written. */
export function fileWords({ encoding, separator, counts }: ImportReview): string {
  if (!encoding || !separator) return "It could not be read.";
  return `${encoding}, separated by ${SEPARATORS[separator]}, ${number(counts.read, "client")}.`;
}

/** What importing would do, or did. */
export function countsWords({ added, changed, unchanged }: ImportCounts, isDone: boolean): string {
  const verb = isDone ? "" : "would be ";
  return `${number(added, "client")} ${isDone ? "added" : `${verb}added`}, ${grouped(changed)} ${verb}changed, ${grouped(unchanged)} ${isDone ? "were" : "are"} the same already.`;
}

/** Why a file that was checked cannot be imported; undefined when it can. */
export function whyNot({ problemCount, counts }: ImportReview): string | undefined {
  if (problemCount > 0) return `${number(problemCount, "problem")} must be put right in the file first`;
  return counts.added + counts.changed === 0 ? "Everybody in the file is here already, and the same" : undefined;
}

/** The columns whose names are not known, and what each could stand for besides what it does. */
export function unknownColumns({ columns }: ImportReview) {
  const taken = new Set(columns.flatMap(({ field }) => field ?? []));
  const free = COLUMN_NAMES.filter((name) => !taken.has(name));
  return columns.flatMap(({ name, field, isChosen }, column) =>
    field === null || isChosen ? [{ column, name, field, options: field ? [field, ...free] : free }] : [],
  );
}

/** What was chosen, with one column's choice changed; null leaves it out. */
export function choicesWith(review: ImportReview, column: number, field: string | null): ImportColumnChoice[] {
  const others = review.columns.flatMap((other, index) =>
    other.isChosen && other.field !== null && index !== column ? [{ column: index, field: other.field }] : [],
  );
  return field === null ? others : [...others, { column, field }];
}

/** Why a file was not taken, and what to do. */
export function refusalWords(refusal: AppError | "too-large"): string {
  if (refusal === "too-large") {
    const limit = LARGEST_IMPORT_BYTES / 1_048_576;
    return `This file is larger than ${limit} MB. Split it and import the parts one after the other.`;
  }
  const { text, whatToDo } = errorMessage(refusal);
  return `${text} ${whatToDo}`;
}

/** A number of things, grouped as people read it. */
export function number(count: number, thing: string): string {
  return `${grouped(count)} ${count === 1 ? thing : `${thing}s`}`;
}

function grouped(count: number): string {
  return count.toLocaleString("en-GB");
}
