import type Database from "better-sqlite3";

/** What a column can hold. */
export type Value = string | number | null;
/** A row by its columns. */
export type Row = Readonly<Record<string, Value>>;

/** The store's reading side: every repository's queries go through it. */
export interface Reader {
  all<T>(sql: string, ...values: readonly Value[]): T[];
  get<T>(sql: string, ...values: readonly Value[]): T | undefined;
}

/** An open store. It reads; it writes only through transaction(). */
export interface Store extends Reader {
  readonly file: string;
  readonly database: Database.Database;
  /** A prepared statement, kept for the next time the same words come. */
  prepare(sql: string): Database.Statement<Value[], unknown>;
  close(): void;
}

/** Wraps an open connection whose pragmas are set. */
export function wrapStore(database: Database.Database, file: string): Store {
  const statements = new Map<string, Database.Statement<Value[], unknown>>();
  const prepare = (sql: string) => {
    const kept = statements.get(sql) ?? database.prepare<Value[], unknown>(sql);
    statements.set(sql, kept);
    return kept;
  };
  return {
    file,
    database,
    prepare,
    all: <T>(sql: string, ...values: readonly Value[]) => prepare(sql).all(...values) as T[],
    get: <T>(sql: string, ...values: readonly Value[]) => prepare(sql).get(...values) as T | undefined,
    close: () => {
      statements.clear();
      database.close();
    },
  };
}
