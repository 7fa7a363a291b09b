import type { ImportColumnChoice } from "./import-review.ts";

/** Something to say about one place of an import file. */
export interface ImportProblem {
  /** The file's line, from 1, on which the record starts. */
  readonly line: number;
  /** The column's number, from 1. */
  readonly column: number;
  /** The column's name; blank when the file as a whole is meant. */
  readonly field: string;
  /** What is wrong and what to do, in plain words. */
  readonly message: string;
}

/** How many children one row can hold. */
export const MOST_CHILDREN = 12;
/** How many qualifications one row can hold. */
export const MOST_QUALIFICATIONS = 20;

const MANDATORY = ["nino", "surname", "date_of_birth"] as const;

/** Numbers from 1 to the last, for columns that come in rows. */
export function oneTo(last: number): readonly number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}

/** Every column an import file may have. */
export const COLUMN_NAMES: readonly string[] = [
  ...["nino", "title", "surname", "forenames", "date_of_birth"],
  ...oneTo(4).map((n) => `address_${n}`),
  ...["postcode", "telephone", "mobile", "email", "benefit", "client_group", "status"],
  ...["disabled_person", "incident_marker", "support_needs"],
  ...oneTo(3).flatMap((n) => [`job_pref_${n}`, `soc_${n}`]),
  "preferred_hours",
  ...oneTo(2).flatMap((n) => [`last_job_${n}`, `last_job_${n}_from`, `last_job_${n}_to`]),
  ...["rent_or_mortgage", "council_tax", "dependants", "driving_licence", "endorsement", "car_owner"],
  ...["iwbc_result", "iwbc_notes", "iwbc_date"],
  ...oneTo(3).flatMap((n) => [`jsag_job_pref_${n}`, `jsag_soc_${n}`]),
  ...["jsag_hours", "jsag_signed"],
  ...oneTo(MOST_CHILDREN).map((n) => `child_${n}_date_of_birth`),
  ...oneTo(MOST_QUALIFICATIONS).flatMap((n) =>
    ["level", "subject", "outcome", "completed", "kind", "on_plan"].map((part) => `qualification_${n}_${part}`),
  ),
  "agreed_actions",
];

const KNOWN_NAMES = new Set(COLUMN_NAMES);

/** Which column of a file holds which field. */
export interface ImportColumns {
  /** Positions in the row, from 0, by field. */
  readonly positions: ReadonlyMap<string, number>;
  /** How many cells every row has. */
  readonly count: number;
  /** The fields that the file speaks of. */
  readonly fields: ReadonlySet<string>;
}

/** What a header row says: the columns, what keeps the file from being read, and what is only worth knowing. */
export interface HeaderReading {
  readonly columns: ImportColumns;
  readonly problems: readonly ImportProblem[];
  readonly notes: readonly ImportProblem[];
}

/** A header cell as the column's name is written: small letters, underscores for spaces and hyphens. */
export function tidyColumnName(cell: string): string {
  return cell
    .replace(/^\uFEFF/, "")
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, "_");
}

/** Tells whether a header cell names one of the import file's columns. */
export function isColumnName(cell: string): boolean {
  return KNOWN_NAMES.has(tidyColumnName(cell));
}

/**
 * Reads the header: columns by name in any order, or as was chosen for columns with other names. Unknown columns are
 * noted and left out; a missing mandatory column or a column that stands twice keeps the file from being read.
 */
export function readHeader(
  header: readonly string[],
  line: number,
  choices: readonly ImportColumnChoice[] = [],
): HeaderReading {
  const chosen = new Map(choices.map(({ column, field }) => [column, field]));
  const positions = new Map<string, number>();
  const problems: ImportProblem[] = [];
  const notes: ImportProblem[] = [];
  for (const [index, cell] of header.entries()) {
    const field = fieldOfColumn(cell, chosen.get(index));
    const place = { line, column: index + 1, field: cell.trim() };
    const earlier = positions.get(field);
    if (!KNOWN_NAMES.has(field)) notes.push({ ...place, message: unknownColumn(cell, index + 1) });
    else if (earlier === undefined) positions.set(field, index);
    else problems.push({ ...place, field, message: columnTwice(field, earlier + 1, index + 1) });
  }
  for (const field of MANDATORY) {
    if (positions.has(field)) continue;
    const message = `The column ${field} is missing. Add it to the header row; nino, surname and date_of_birth must be there.`;
    problems.push({ line, column: header.length + 1, field, message });
  }
  return { columns: { positions, count: header.length, fields: new Set(positions.keys()) }, problems, notes };
}

/** What a column stands for; what was chosen counts only where its own name says nothing. */
function fieldOfColumn(cell: string, chosen: string | undefined): string {
  const named = tidyColumnName(cell);
  return KNOWN_NAMES.has(named) ? named : (chosen ?? named);
}

function unknownColumn(cell: string, column: number): string {
  if (cell.trim() === "") return `Column ${column} has no name and was left out.`;
  return `${cell.trim()} is not a column of the import file and was left out.`;
}

function columnTwice(field: string, first: number, second: number): string {
  return `The column ${field} is there twice, as column ${first} and as column ${second}. Take one of them out.`;
}
