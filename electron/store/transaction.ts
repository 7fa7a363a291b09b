import { createHash, hash, randomBytes } from "node:crypto";
import type { Result } from "../../shared/result.ts";
import type { Reader, Row, Store, Value } from "./store.ts";

/** Who changes or reads what, for the audit. */
export interface AuditContext {
  readonly at: string;
  readonly action: string;
  readonly adviserId: string | null;
  readonly clientId: string | null;
  readonly interviewId: string | null;
}

/** The store's writing side, alive only inside transaction(): each write is recorded field by field. */
export interface Writer extends Reader {
  /** Adds a row, which must have an id. */
  insert(table: string, row: Row & { readonly id: string }): void;
  /**
   * Adds a row of a table that has a second one for the contents of files, named after it: the row gets the content's
   * length and hash. The record of changes keeps those, and no other copy of the content.
   */
  insertWithContent(table: string, row: Row & { readonly id: string }, content: Uint8Array): void;
  /** Changes the given columns of a row; columns that stay as they are leave no record. Tells whether any changed. */
  update(table: string, id: string, columns: Row): boolean;
  /** Takes a row out. */
  remove(table: string, id: string): void;
  /**
   * Takes a row out for good: what earlier changes of it held is emptied, and the record of its going keeps only the
   * given columns. Of a row that was taken out before, only the earlier changes are emptied.
   */
  purge(table: string, id: string, keptColumns: readonly string[]): void;
  /** The number that the last change so far will have in the store's record once this is committed. */
  lastChange(): number;
}

interface RecordedChange {
  readonly table: string;
  readonly rowId: string;
  readonly column: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** Thrown inside SQLite's transaction to roll it back; never leaves this file. */
class Refused {
  readonly result: Result<never, unknown>;
  constructor(result: Result<never, unknown>) {
    this.result = result;
  }
}

/**
 * Runs synchronous work as one durable transaction that holds the write lock from its start, with its change record and
 * one line of the audit's chain. A refusal, or a bug, leaves the store as it was.
 */
export function transaction<T, E>(
  store: Store,
  context: AuditContext,
  work: (writer: Writer) => Result<T, E>,
): Result<T, E> {
  const run = store.database.transaction(() => {
    const changes: RecordedChange[] = [];
    const result = work(createWriter(store, changes));
    if (!result.ok) throw new Refused(result);
    appendAudit(store, context, "change", changes);
    return result;
  });
  try {
    return run.immediate();
  } catch (thrown) {
    if (thrown instanceof Refused) return thrown.result as Result<T, E>;
    throw thrown;
  }
}

/** Writes one durable line to the audit: that somebody looked at a client. */
export function recordRead(store: Store, context: AuditContext): void {
  store.database.transaction(() => appendAudit(store, context, "read", [])).immediate();
}

function createWriter(store: Store, changes: RecordedChange[]): Writer {
  const insertionOf = insertionsOf(store);
  const insert: Writer["insert"] = (table, row) => {
    insertionOf(table, row).run(...Object.values(row));
    changes.push({ table, rowId: row.id, column: null, before: null, after: JSON.stringify(row) });
  };
  return {
    all: store.all,
    get: store.get,
    insert,
    insertWithContent(table, row, content) {
      insert(table, { ...row, bytes: content.length, content_hash: hashContent(content) });
      store.database.prepare(insertion(`${table}_content`, [`${table}_id`, "content"])).run(row.id, content);
    },
    update(table, id, columns) {
      const before = rowOf(store, table, id);
      const changed = Object.entries(columns).filter(([name, value]) => before[name] !== value);
      if (changed.length === 0) return false;
      const sql = `UPDATE ${table} SET ${changed.map(([name]) => `${name} = ?`).join(", ")} WHERE id = ?`;
      store.prepare(sql).run(...changed.map(([, value]) => value), id);
      for (const [column, value] of changed) {
        changes.push({ table, rowId: id, column, before: asText(before[column]), after: asText(value) });
      }
      return true;
    },
    remove(table, id) {
      const before = rowOf(store, table, id);
      store.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id);
      changes.push({ table, rowId: id, column: null, before: JSON.stringify(before), after: null });
    },
    purge(table, id, keptColumns) {
      store
        .prepare("DELETE FROM change_value WHERE id IN (SELECT id FROM change WHERE row_id = ? AND table_name = ?)")
        .run(id, table);
      const before = store.get<Row>(`SELECT * FROM ${table} WHERE id = ?`, id);
      if (!before) return;
      store.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id);
      const kept = Object.fromEntries(keptColumns.map((column) => [column, before[column] ?? null]));
      changes.push({ table, rowId: id, column: null, before: JSON.stringify(kept), after: null });
    },
    lastChange: () => newestChange(store) + changes.length,
  };
}

/** Statements that add rows; of each table the last is kept, since an import adds rows of the same columns by thousands. */
function insertionsOf(store: Store): (table: string, row: Row) => ReturnType<Store["prepare"]> {
  const kept = new Map<
    string,
    { readonly columns: readonly string[]; readonly statement: ReturnType<Store["prepare"]> }
  >();
  return (table, row) => {
    const last = kept.get(table);
    if (last && hasColumns(row, last.columns)) return last.statement;
    const columns = Object.keys(row);
    const statement = store.prepare(insertion(table, columns));
    kept.set(table, { columns, statement });
    return statement;
  };
}

function hasColumns(row: Row, columns: readonly string[]): boolean {
  let count = 0;
  for (const name in row) {
    if (name !== columns[count]) return false;
    count += 1;
  }
  return count === columns.length;
}

/** The number of the newest change of any row; 0 where nothing was ever changed. */
export function newestChange(reader: Reader): number {
  return reader.get<{ id: number | null }>("SELECT MAX(id) AS id FROM change")?.id ?? 0;
}

function rowOf(store: Store, table: string, id: string): Row {
  const row = store.get<Row>(`SELECT * FROM ${table} WHERE id = ?`, id);
  if (!row) throw new Error(`No row to change in ${table}`);
  return row;
}

function asText(value: Value | undefined): string | null {
  // Half a character, which SQLite would replace, would make the hash another one than that of what is stored.
  return value === null || value === undefined ? null : String(value).toWellFormed();
}

function appendAudit(
  store: Store,
  context: AuditContext,
  kind: "read" | "change",
  changes: readonly RecordedChange[],
): void {
  const last = store.get<{ id: number; hash: string }>("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1");
  const hashed = hashChanges(changes, newestChange(store));
  const line = { id: (last?.id ?? 0) + 1, ...context, kind, previousHash: last?.hash ?? "" };
  const lineHash = hashAuditLine(line, hashed);
  store
    .prepare(
      `INSERT INTO audit (id, at, kind, action, adviser_id, client_id, interview_id, previous_hash, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      line.id,
      line.at,
      kind,
      line.action,
      line.adviserId,
      line.clientId,
      line.interviewId,
      line.previousHash,
      lineHash,
    );
  insertChanges(store, line.id, hashed);
}

type HashedChange = RecordedChange & { readonly id: number; readonly salt: string; readonly valueHash: string };

const SALT_BYTES = 16;

function hashChanges(changes: readonly RecordedChange[], newest: number): HashedChange[] {
  // A salt goes when the values are erased; without it nobody can guess a short value from its hash.
  const salts = randomBytes(SALT_BYTES * changes.length).toString("hex");
  const digits = SALT_BYTES * 2;
  return changes.map((change, index) => {
    const salt = salts.slice(index * digits, (index + 1) * digits);
    const { table, rowId, column, before, after } = change;
    return {
      table,
      rowId,
      column,
      before,
      after,
      id: newest + 1 + index,
      salt,
      valueHash: hashValues(salt, before, after),
    };
  });
}

/** How many changes one statement writes; beyond this a statement costs no less for each. */
const BLOCK = 64;
const CHANGE_COLUMNS = ["id", "audit_id", "table_name", "row_id", "column_name", "value_hash"];
const VALUE_COLUMNS = ["id", "salt", "before", "after"];
const INSERT_BLOCK = {
  change: insertion("change", CHANGE_COLUMNS, BLOCK),
  value: insertion("change_value", VALUE_COLUMNS, BLOCK),
};
const INSERT_ONE = { change: insertion("change", CHANGE_COLUMNS), value: insertion("change_value", VALUE_COLUMNS) };

function insertChanges(store: Store, auditId: number, changes: readonly HashedChange[]): void {
  const inBlocks = changes.length - (changes.length % BLOCK);
  for (let from = 0; from < inBlocks; from += BLOCK) {
    writeChanges(store, INSERT_BLOCK, auditId, changes.slice(from, from + BLOCK));
  }
  for (const change of changes.slice(inBlocks)) writeChanges(store, INSERT_ONE, auditId, [change]);
}

function writeChanges(store: Store, sql: typeof INSERT_BLOCK, auditId: number, changes: readonly HashedChange[]): void {
  const lines: Value[] = [];
  const values: Value[] = [];
  for (const { id, table, rowId, column, valueHash, salt, before, after } of changes) {
    lines.push(id, auditId, table, rowId, column, valueHash);
    values.push(id, salt, before, after);
  }
  store.prepare(sql.change).run(...lines);
  store.prepare(sql.value).run(...values);
}

function insertion(table: string, columns: readonly string[], rows = 1): string {
  const row = `(${columns.map(() => "?").join(", ")})`;
  return `INSERT INTO ${table} (${columns.join(", ")}) VALUES ${Array<string>(rows).fill(row).join(", ")}`;
}

/** The hash that binds what stood before and after to its change. */
export function hashValues(salt: string, before: string | null, after: string | null): string {
  return sha256(JSON.stringify([salt, before, after]));
}

/** The hash under which the content of a file is recorded. */
export function hashContent(content: Uint8Array): string {
  return hash("sha256", content, "hex");
}

/** A line of the audit as it is hashed. */
export interface AuditLine extends AuditContext {
  readonly id: number;
  readonly kind: string;
  readonly previousHash: string;
}

const HASHED_AT_ONCE = 1_000;

/** The hash of an audit line: over its own fields, the line before it, and every change under it. */
export function hashAuditLine(
  line: AuditLine,
  changes: readonly {
    readonly id: number;
    readonly table: string;
    readonly rowId: string;
    readonly column: string | null;
    readonly valueHash: string;
  }[],
): string {
  const { id, at, kind, action, adviserId, clientId, interviewId, previousHash } = line;
  const content = [id, at, kind, action, adviserId, clientId, interviewId, previousHash];
  const text = createHash("sha256").update(`[${JSON.stringify(content)},[`);
  // An import has changes by hundreds of thousands, too many to stand in one text.
  for (let from = 0; from < changes.length; from += HASHED_AT_ONCE) {
    const below = changes
      .slice(from, from + HASHED_AT_ONCE)
      .map((change) => [change.id, change.table, change.rowId, change.column, change.valueHash]);
    text.update(`${from > 0 ? "," : ""}${JSON.stringify(below).slice(1, -1)}`);
  }
  return text.update("]]").digest("hex");
}

function sha256(text: string): string {
  return hash("sha256", text, "hex");
}
