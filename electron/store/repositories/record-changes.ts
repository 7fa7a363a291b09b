import type { Reader } from "../store.ts";

/** When and by whom something on a client's record was last changed. */
export interface LastChange {
  readonly at: string;
  readonly by: string | null;
}

/** The tables in which one client has one row, under the client's own id. */
type OwnTable = "client" | "client_more" | "jsag";
/** The tables in which one client has many rows. */
type ListTable = "qualification" | "child" | "iwbc";

/** The last change of some columns of the client's row in a table; its first writing counts too. */
export function lastChangeOfColumns(
  reader: Reader,
  table: OwnTable,
  clientId: string,
  columns: readonly string[],
): LastChange | undefined {
  return reader.get<LastChange>(
    `SELECT audit.at, adviser.name AS by FROM change JOIN audit ON audit.id = change.audit_id
     LEFT JOIN adviser ON adviser.id = audit.adviser_id
     WHERE row_id = ? AND table_name = ?
       AND (column_name IS NULL OR column_name IN (SELECT value FROM json_each(?))) ORDER BY change.id DESC LIMIT 1`,
    clientId,
    table,
    JSON.stringify(columns),
  );
}

/** The last change of any of the client's rows in a table, those that were taken out included. */
export function lastChangeOfRows(reader: Reader, table: ListTable, clientId: string): LastChange | undefined {
  const ofRows = reader.get<LastChange & { id: number }>(
    `SELECT change.id, audit.at, adviser.name AS by FROM change JOIN audit ON audit.id = change.audit_id
     LEFT JOIN adviser ON adviser.id = audit.adviser_id
     WHERE row_id IN (SELECT id FROM ${table} WHERE client_id = ?) AND table_name = ? ORDER BY change.id DESC LIMIT 1`,
    clientId,
    table,
  );
  const ofClient = reader.get<LastChange & { id: number }>(
    `SELECT change.id, audit.at, adviser.name AS by FROM audit JOIN change ON change.audit_id = audit.id
     LEFT JOIN adviser ON adviser.id = audit.adviser_id
     WHERE audit.client_id = ? AND table_name = ? ORDER BY audit.id DESC, change.id DESC LIMIT 1`,
    clientId,
    table,
  );
  const last = (ofRows?.id ?? 0) >= (ofClient?.id ?? 0) ? ofRows : ofClient;
  return last && { at: last.at, by: last.by };
}
