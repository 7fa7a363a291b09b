import type { ClientRecord, Iwbc, Qualification } from "../../../shared/client-record/client-record.ts";
import type { Row } from "../store.ts";
import type { Writer } from "../transaction.ts";
import { findCalculations } from "./client-records.ts";
import { clientColumns, jsagColumns, moreColumns } from "./clients.ts";

/** Makes the id of a new row. */
export type NewId = () => string;

/** When a record is written, and in which interview, if in one. */
export interface Writing {
  readonly at: string;
  readonly newId: NewId;
  readonly interviewId?: string | null;
}

/** Adds a client with the whole record. */
export function insertClientRecord(writer: Writer, clientId: string, record: ClientRecord, writing: Writing): void {
  const { at, newId } = writing;
  writer.insert("client", { id: clientId, ...clientColumns(record), created_at: at, version: 1 });
  writer.insert("client_more", { id: clientId, ...moreColumns(record.more), changed_at: at });
  if (record.jsag) writer.insert("jsag", { id: clientId, ...jsagColumns(record.jsag), changed_at: at });
  record.qualifications.forEach((qualification, position) => {
    writer.insert("qualification", {
      id: newId(),
      client_id: clientId,
      position,
      ...qualificationColumns(qualification),
      changed_at: at,
    });
  });
  record.childDatesOfBirth.forEach((date_of_birth, position) => {
    writer.insert("child", { id: newId(), client_id: clientId, position, date_of_birth, changed_at: at });
  });
  if (record.iwbc) insertIwbc(writer, clientId, record.iwbc, writing);
}

/** Brings a stored record up to a new one, row by row; tells whether anything changed. */
export function updateClientRecord(writer: Writer, clientId: string, record: ClientRecord, writing: Writing): boolean {
  const changes = [
    writer.update("client", clientId, clientColumns(record)),
    updateDated(writer, "client_more", clientId, moreColumns(record.more), writing.at),
    updateJsag(writer, clientId, record, writing.at),
    updateRows(writer, "qualification", clientId, record.qualifications.map(qualificationColumns), writing),
    updateRows(writer, "child", clientId, record.childDatesOfBirth.map(childColumns), writing),
    updateIwbc(writer, clientId, record.iwbc, writing),
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

/**
 * Brings a client's rows up to a list. A row that says the same as before stays as it is, so that taking one out is
 * recorded as just that; of the others, the first that is left was amended into the first that came, and so on.
 */
function updateRows(
  writer: Writer,
  table: "qualification" | "child",
  clientId: string,
  rows: readonly Row[],
  { at, newId }: Writing,
): boolean {
  const left = writer.all<StoredRow>(`SELECT * FROM ${table} WHERE client_id = ? ORDER BY position`, clientId);
  const take = (isIt: (stored: StoredRow) => boolean): StoredRow | undefined => {
    const index = left.findIndex(isIt);
    return index < 0 ? undefined : left.splice(index, 1)[0];
  };
  const stayed = rows.map((row) =>
    take((stored) => Object.entries(row).every(([name, value]) => stored[name] === value)),
  );
  let position = -1;
  const changed = rows.map((row, index) => {
    const stored = stayed[index] ?? take(() => true);
    position = Math.max(position + 1, stored?.position ?? 0);
    if (!stored) {
      writer.insert(table, { id: newId(), client_id: clientId, position, ...row, changed_at: at });
      return true;
    }
    const isMoved = writer.update(table, stored.id, { position });
    return updateDated(writer, table, stored.id, row, at) || isMoved;
  });
  for (const { id } of left) writer.remove(table, id);
  return left.length > 0 || changed.includes(true);
}

interface StoredRow extends Row {
  readonly id: string;
  readonly position: number;
}

function updateIwbc(writer: Writer, clientId: string, iwbc: Iwbc | null, writing: Writing): boolean {
  if (!iwbc) return false;
  const [newest] = findCalculations(writer, clientId);
  const isSame = newest?.result === iwbc.result && newest.notes === iwbc.notes && newest.date === iwbc.date;
  if (!isSame) insertIwbc(writer, clientId, iwbc, writing);
  return !isSame;
}

/** The interview in which a calculation was made stays with it (¶89). */
function insertIwbc(writer: Writer, clientId: string, iwbc: Iwbc, { at, newId, interviewId = null }: Writing): void {
  writer.insert("iwbc", {
    id: newId(),
    client_id: clientId,
    result: iwbc.result,
    notes: iwbc.notes,
    date: iwbc.date,
    changed_at: at,
    interview_id: interviewId,
  });
}

function updateDated(writer: Writer, table: string, id: string, columns: Row, at: string): boolean {
  const isChanged = writer.update(table, id, columns);
  if (isChanged) writer.update(table, id, { changed_at: at });
  return isChanged;
}

function qualificationColumns({ level, subject, outcome, completed, kind, onPlan }: Qualification): Row {
  return { level, subject, outcome, completed, kind, on_plan: Number(onPlan) };
}

function childColumns(date_of_birth: string): Row {
  return { date_of_birth };
}
