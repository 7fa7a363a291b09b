import type { Store, Value } from "./store.ts";

/** The tables that hold no records: drafts, what was last viewed, and how advisers like their windows. */
export type UnrecordedTable = "draft" | "record_draft" | "plan_viewing" | "preference";

/**
 * Puts a row in the place of the one with the same key, durably and without a line in the audit: such a row is no part
 * of a client's record until it is saved as one.
 */
export function keepUnrecorded(store: Store, table: UnrecordedTable, row: Readonly<Record<string, Value>>): void {
  const names = Object.keys(row);
  const sql = `INSERT OR REPLACE INTO ${table} (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`;
  store.prepare(sql).run(...Object.values(row));
}

/** Takes out every row whose columns hold the given values. Inside transaction() it goes with it, or stays with it. */
export function dropUnrecorded(
  store: Pick<Store, "prepare">,
  table: UnrecordedTable,
  columns: Readonly<Record<string, Value>>,
): void {
  const names = Object.keys(columns);
  store
    .prepare(`DELETE FROM ${table} WHERE ${names.map((name) => `${name} IS ?`).join(" AND ")}`)
    .run(...Object.values(columns));
}
