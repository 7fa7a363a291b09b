import type { PulledDetails } from "../../../shared/client-record/pull-through.ts";
import type { Reader } from "../store.ts";

/** When and by whom something on a client's record was last changed. */
export interface LastChange {
  /** Its place in the order of all changes. */
  readonly id: number;
  readonly at: string;
  readonly by: string | null;
}

/** The tables in which one client has one row, under the client's own id. */
type OwnTable = "client" | "client_more" | "jsag";
/** The tables in which one client has many rows. */
type ListTable = "qualification" | "child" | "iwbc";

const FOUND = "SELECT change.id, audit.at, adviser.name AS by";
const WHOSE = "LEFT JOIN adviser ON adviser.id = audit.adviser_id";

/** The last change of some columns of the client's row in a table; the row's coming and going count too. */
export function lastChangeOfColumns(
  reader: Reader,
  table: OwnTable,
  clientId: string,
  columns: readonly string[],
): LastChange | undefined {
  return reader.get<LastChange>(
    `${FOUND} FROM change JOIN audit ON audit.id = change.audit_id ${WHOSE}
     WHERE row_id = ? AND table_name = ?
       AND (column_name IS NULL OR column_name IN (SELECT value FROM json_each(?))) ORDER BY change.id DESC LIMIT 1`,
    clientId,
    table,
    JSON.stringify(columns),
  );
}

/** The last change of one row. */
export function lastChangeOfRow(reader: Reader, table: ListTable, rowId: string): LastChange | undefined {
  return reader.get<LastChange>(
    `${FOUND} FROM change JOIN audit ON audit.id = change.audit_id ${WHOSE}
     WHERE row_id = ? AND table_name = ? ORDER BY change.id DESC LIMIT 1`,
    rowId,
    table,
  );
}

/** The last change of any of the client's rows in a table, those that were taken out included. */
export function lastChangeOfRows(reader: Reader, table: ListTable, clientId: string): LastChange | undefined {
  const ofRows = reader.get<LastChange>(
    `${FOUND} FROM change JOIN audit ON audit.id = change.audit_id ${WHOSE}
     WHERE row_id IN (SELECT id FROM ${table} WHERE client_id = ?) AND table_name = ? ORDER BY change.id DESC LIMIT 1`,
    clientId,
    table,
  );
  return laterOf(ofRows, lastRemoval(reader, table, clientId));
}

/** The later of two changes. */
export function laterOf(a: LastChange | undefined, b: LastChange | undefined): LastChange | undefined {
  return (a?.id ?? 0) >= (b?.id ?? 0) ? a : b;
}

/** As far back among a client's changes of one writing as a row that was taken out can stand. */
const CHANGES_OF_ONE_WRITING = 1_000;

/**
 * The last time that a row of the client was taken out of a table. Every writing of a record ends with the client's new
 * version, and what it took out stands shortly before: nothing else leads from a client to a row that is gone.
 */
function lastRemoval(reader: Reader, table: ListTable, clientId: string): LastChange | undefined {
  return reader.get<LastChange>(
    `${FOUND} FROM change AS writing
     JOIN change ON change.audit_id = writing.audit_id AND change.id BETWEEN writing.id - ${CHANGES_OF_ONE_WRITING} AND writing.id
     JOIN change_value ON change_value.id = change.id
     JOIN audit ON audit.id = change.audit_id ${WHOSE}
     WHERE writing.row_id = ? AND writing.table_name = 'client' AND writing.column_name = 'version'
       AND change.table_name = ? AND change.column_name IS NULL AND json_extract(change_value.before, '$.client_id') = ?
     ORDER BY change.id DESC LIMIT 1`,
    clientId,
    table,
    clientId,
  );
}

type QualificationRow = PulledDetails["qualifications"][number] & { readonly id: string };

/** The client's qualifications with the ids of their rows. */
export function qualificationRows(reader: Reader, clientId: string): QualificationRow[] {
  return reader.all<QualificationRow>(
    "SELECT id, level, subject, outcome, completed FROM qualification WHERE client_id = ? ORDER BY position",
    clientId,
  );
}
