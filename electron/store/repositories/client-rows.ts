import type { Reader, Row } from "../store.ts";
import type { Writer } from "../transaction.ts";
import { type ClientTable, clientTables } from "./client-tables.ts";

/** The rows of a client in one table. */
export interface HeldRows {
  readonly table: string;
  readonly rows: readonly Row[];
}

/** A change of something of a client's, with who made it and what is kept of it. */
export interface HeldChange {
  readonly id: number;
  readonly auditId: number;
  readonly at: string;
  readonly adviserId: string | null;
  readonly table: string;
  readonly rowId: string;
  readonly column: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly isEmptied: number;
}

/** A line of the audit on a client. */
export interface HeldLine {
  readonly id: number;
  readonly at: string;
  readonly kind: string;
  readonly action: string;
  readonly adviserId: string | null;
  readonly interviewId: string | null;
}

/** Every row of a client in every table, tables without any included, each after those that its rows belong to. */
export function listHeldRows(reader: Reader, clientId: string): HeldRows[] {
  const held = new Map<string, readonly Row[]>();
  for (const table of clientTables(reader)) held.set(table.name, rowsOf(reader, table, clientId, held));
  return [...held].map(([table, rows]) => ({ table, rows }));
}

function rowsOf(
  reader: Reader,
  { name, owners }: ClientTable,
  clientId: string,
  held: ReadonlyMap<string, readonly Row[]>,
): Row[] {
  if (name === "client") return reader.all<Row>("SELECT * FROM client WHERE id = ?", clientId);
  const where = owners.map(({ column }) => `${column} IN (SELECT value FROM json_each(?))`).join(" OR ");
  const ids = owners.map(({ table }) => JSON.stringify((held.get(table) ?? []).map(({ id }) => id)));
  return reader.all<Row>(`SELECT * FROM ${name} WHERE ${where}`, ...ids);
}

/** Every change of any row that the client has or had, oldest first. */
export function listHeldChanges(reader: Reader, clientId: string, held: readonly HeldRows[]): HeldChange[] {
  const ids = [...everyRowId(reader, clientId, held)];
  return reader.all<HeldChange>(
    `SELECT change.id, audit_id AS auditId, at, adviser_id AS adviserId, table_name AS "table", row_id AS rowId,
            column_name AS "column", before, after, salt IS NULL AS isEmptied
     FROM change JOIN audit ON audit.id = change.audit_id LEFT JOIN change_value ON change_value.id = change.id
     WHERE row_id IN (SELECT value FROM json_each(?)) AND table_name IN (SELECT value FROM json_each(?))
     ORDER BY change.id`,
    JSON.stringify(ids),
    JSON.stringify(held.map(({ table }) => table)),
  );
}

/** Every line of the audit on a client, or under which something of the client's was changed, oldest first. */
export function listHeldLines(reader: Reader, clientId: string, changes: readonly HeldChange[]): HeldLine[] {
  return reader.all<HeldLine>(
    `SELECT id, at, kind, action, adviser_id AS adviserId, interview_id AS interviewId FROM audit
     WHERE client_id = ? OR id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    clientId,
    JSON.stringify([...new Set(changes.map(({ auditId }) => auditId))]),
  );
}

/**
 * The ids of the client's rows, those that are gone included. Rows that are gone stand under the audit's lines on the
 * client, or, of an import, which is about no one client, in values that name the client.
 */
function everyRowId(reader: Reader, clientId: string, held: readonly HeldRows[]): Set<string> {
  const tables = JSON.stringify(held.map(({ table }) => table));
  const underOwnLines = reader.all<{ id: string }>(
    `SELECT DISTINCT row_id AS id FROM audit JOIN change ON change.audit_id = audit.id
     WHERE client_id = ? AND table_name IN (SELECT value FROM json_each(?))`,
    clientId,
    tables,
  );
  const underOthers = reader.all<{ id: string }>(
    `SELECT DISTINCT row_id AS id FROM change JOIN change_value ON change_value.id = change.id
     WHERE audit_id IN (
         SELECT audit_id FROM change JOIN audit ON audit.id = audit_id WHERE row_id = ? AND client_id IS NOT ?)
       AND column_name IS NULL AND table_name IN (SELECT value FROM json_each(?))
       AND (instr(before, ?) > 0 OR instr(after, ?) > 0)`,
    clientId,
    clientId,
    tables,
    clientId,
    clientId,
  );
  const current = held.flatMap(({ rows }) => rows.map(({ id }) => String(id ?? "")));
  return new Set([clientId, ...current, ...[...underOwnLines, ...underOthers].map(({ id }) => id)]);
}

/** Takes every row of a client out for good, and empties what every change of them ever held. */
export function purgeClient(writer: Writer, clientId: string): void {
  const held = listHeldRows(writer, clientId);
  const past = Map.groupBy(listHeldChanges(writer, clientId, held), ({ table }) => table);
  const withIds = new Set(clientTables(writer).flatMap(({ name, hasId }) => (hasId ? [name] : [])));
  // A row goes before those that it refers to; rows without an id go with the row they hang on.
  for (const { table, rows } of held.toReversed()) {
    if (!withIds.has(table)) continue;
    const gone = (past.get(table) ?? []).map(({ rowId }) => rowId);
    for (const id of new Set([...rows.map((row) => String(row.id)), ...gone])) writer.purge(table, id, []);
  }
}
