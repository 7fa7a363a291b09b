import Database from "better-sqlite3";
import type { Store } from "../../electron/store/store.ts";
import { TRAINING_KEY } from "../../electron/store/training-key.ts";

type Value = string | number | null;
type Values = Readonly<Record<string, Value>>;

/** A statement with what it is given. */
export interface BareStatement {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** A copy of a store with nothing of the product around it. */
export interface BareStore {
  /** Reads rows by statements that stay prepared. */
  read(sql: string, ...values: readonly Value[]): unknown[];
  /** Writes in one durable transaction, by statements that stay prepared. */
  write(statements: readonly BareStatement[]): void;
  close(): void;
}

/** Opens a training store's file with the pragmas, the cipher and the key of the product. */
export function openBareStore(file: string): BareStore {
  const database = new Database(file);
  database.key(Buffer.from(`raw:${TRAINING_KEY.toString("hex")}`));
  for (const pragma of ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "temp_store = MEMORY"]) {
    database.pragma(pragma);
  }
  database.pragma("secure_delete = ON");
  database.pragma("trusted_schema = OFF");
  const prepared = new Map<string, Database.Statement<Value[], unknown>>();
  const prepare = (sql: string) => {
    const statement = prepared.get(sql) ?? database.prepare<Value[], unknown>(sql);
    prepared.set(sql, statement);
    return statement;
  };
  const write = database.transaction((statements: readonly BareStatement[]) => {
    for (const { sql, values } of statements) prepare(sql).run(...values);
  });
  return {
    read: (sql, ...values) => prepare(sql).all(...values),
    write: (statements) => write.immediate(statements),
    close: () => database.close(),
  };
}

interface ChangeRow {
  readonly tableName: string;
  readonly rowId: string;
  readonly columnName: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** The number of a store's newest line of the audit. */
export function lastAuditLine(store: Store): number {
  return store.get<{ id: number }>("SELECT MAX(id) AS id FROM audit")?.id ?? 0;
}

/** Every row that a line of the audit stands for, itself and its changes included, as the statements that write them. */
export function statementsOf(store: Store, auditLine: number): BareStatement[] {
  const changes = store.all<ChangeRow>(
    `SELECT table_name AS tableName, row_id AS rowId, column_name AS columnName, before, after
     FROM change JOIN change_value ON change_value.id = change.id WHERE audit_id = ? ORDER BY change.id`,
    auditLine,
  );
  const audit = store.all<Values>("SELECT * FROM audit WHERE id = ?", auditLine);
  const recorded = store.all<Values>("SELECT * FROM change WHERE audit_id = ? ORDER BY id", auditLine);
  const values = store.all<Values>(
    "SELECT change_value.* FROM change_value JOIN change USING (id) WHERE audit_id = ? ORDER BY id",
    auditLine,
  );
  return [
    ...rowStatements(changes),
    ...audit.map((row) => insertion("audit", row)),
    ...recorded.map((row) => insertion("change", row)),
    ...values.map((row) => insertion("change_value", row)),
  ];
}

function rowStatements(changes: readonly ChangeRow[]): BareStatement[] {
  const groups: ChangeRow[][] = [];
  for (const change of changes) {
    const last = groups.at(-1);
    const isSameUpdate = change.columnName !== null && last?.[0]?.columnName && last[0].rowId === change.rowId;
    if (isSameUpdate) last.push(change);
    else groups.push([change]);
  }
  return groups.flatMap(([first, ...others]) => (first ? [rowStatement(first, [first, ...others])] : []));
}

function rowStatement({ tableName, rowId, columnName, after }: ChangeRow, changes: ChangeRow[]): BareStatement {
  if (columnName !== null) {
    const columns = changes.map((change) => `${change.columnName} = ?`).join(", ");
    return {
      sql: `UPDATE ${tableName} SET ${columns} WHERE id = ?`,
      values: [...changes.map((change) => change.after), rowId],
    };
  }
  if (after === null) return { sql: `DELETE FROM ${tableName} WHERE id = ?`, values: [rowId] };
  return insertion(tableName, JSON.parse(after) as Values);
}

function insertion(table: string, row: Values): BareStatement {
  const columns = Object.keys(row);
  return {
    sql: `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
    values: Object.values(row),
  };
}
