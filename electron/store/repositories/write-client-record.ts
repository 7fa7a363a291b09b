import type { ClientRecord, Iwbc, Qualification } from "../../../shared/client-record/client-record.ts";
import type { Row } from "../store.ts";
import type { Writer } from "../transaction.ts";
import { clientColumns, jsagColumns, moreColumns } from "./clients.ts";

/** Makes the id of a new row. */
export type NewId = () => string;

/** Adds a client with the whole record. */
export function insertClientRecord(
  writer: Writer,
  clientId: string,
  record: ClientRecord,
  at: string,
  newId: NewId,
): void {
  writer.insert("client", { id: clientId, ...clientColumns(record), created_at: at, version: 1 });
  writer.insert("client_more", { id: clientId, ...moreColumns(record.more), changed_at: at });
  if (record.jsag) writer.insert("jsag", { id: clientId, ...jsagColumns(record.jsag), changed_at: at });
  record.qualifications.forEach((qualification, position) => {
    writer.insert("qualification", {
      id: newId(),
      client_id: clientId,
      ...qualificationColumns(qualification, position),
      changed_at: at,
    });
  });
  record.childDatesOfBirth.forEach((date_of_birth, position) => {
    writer.insert("child", { id: newId(), client_id: clientId, position, date_of_birth, changed_at: at });
  });
  if (record.iwbc) insertIwbc(writer, clientId, record.iwbc, at, newId);
}

/** Brings a stored record up to a new one, row by row; tells whether anything changed. */
export function updateClientRecord(
  writer: Writer,
  clientId: string,
  record: ClientRecord,
  at: string,
  newId: NewId,
): boolean {
  const changes = [
    writer.update("client", clientId, clientColumns(record)),
    updateDated(writer, "client_more", clientId, moreColumns(record.more), at),
    updateJsag(writer, clientId, record, at),
    updateRows(writer, "qualification", clientId, record.qualifications.map(qualificationColumns), at, newId),
    updateRows(
      writer,
      "child",
      clientId,
      record.childDatesOfBirth.map((date_of_birth, position) => ({ position, date_of_birth })),
      at,
      newId,
    ),
    updateIwbc(writer, clientId, record.iwbc, at, newId),
  ];
  const isChanged = changes.includes(true);
  if (isChanged) {
    const version = writer.get<{ version: number }>("SELECT version FROM client WHERE id = ?", clientId)?.version ?? 0;
    writer.update("client", clientId, { version: version + 1 });
  }
  return isChanged;
}

function updateJsag(writer: Writer, clientId: string, { jsag }: ClientRecord, at: string): boolean {
  const isThere = writer.get("SELECT id FROM jsag WHERE id = ?", clientId) !== undefined;
  if (jsag && isThere) return updateDated(writer, "jsag", clientId, jsagColumns(jsag), at);
  if (jsag) writer.insert("jsag", { id: clientId, ...jsagColumns(jsag), changed_at: at });
  else if (isThere) writer.remove("jsag", clientId);
  return jsag !== null || isThere;
}

/** Rows without a name of their own are told apart by their position. */
function updateRows(
  writer: Writer,
  table: "qualification" | "child",
  clientId: string,
  rows: readonly Row[],
  at: string,
  newId: NewId,
): boolean {
  const ids = writer
    .all<{ id: string }>(`SELECT id FROM ${table} WHERE client_id = ? ORDER BY position`, clientId)
    .map(({ id }) => id);
  const changed = rows.map((row, index) => {
    const id = ids[index];
    if (id) return updateDated(writer, table, id, row, at);
    writer.insert(table, { id: newId(), client_id: clientId, ...row, changed_at: at });
    return true;
  });
  const left = ids.slice(rows.length);
  for (const id of left) writer.remove(table, id);
  return left.length > 0 || changed.includes(true);
}

function updateIwbc(writer: Writer, clientId: string, iwbc: Iwbc | null, at: string, newId: NewId): boolean {
  if (!iwbc) return false;
  const newest = writer.get<Iwbc>(
    "SELECT result, notes, date FROM iwbc WHERE client_id = ? ORDER BY changed_at DESC, id DESC LIMIT 1",
    clientId,
  );
  const isSame = newest?.result === iwbc.result && newest.notes === iwbc.notes && newest.date === iwbc.date;
  if (!isSame) insertIwbc(writer, clientId, iwbc, at, newId);
  return !isSame;
}

function insertIwbc(writer: Writer, clientId: string, iwbc: Iwbc, at: string, newId: NewId): void {
  writer.insert("iwbc", {
    id: newId(),
    client_id: clientId,
    result: iwbc.result,
    notes: iwbc.notes,
    date: iwbc.date,
    changed_at: at,
  });
}

function updateDated(writer: Writer, table: string, id: string, columns: Row, at: string): boolean {
  const isChanged = writer.update(table, id, columns);
  if (isChanged) writer.update(table, id, { changed_at: at });
  return isChanged;
}

function qualificationColumns(qualification: Qualification, position: number): Row {
  const { level, subject, outcome, completed, kind, onPlan } = qualification;
  return { position, level, subject, outcome, completed, kind, on_plan: Number(onPlan) };
}
