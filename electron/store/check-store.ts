import { auditProblems } from "./repositories/audit.ts";
import { attachmentDamage } from "./repositories/jets/attachments.ts";
import type { Store } from "./store.ts";

/** Checks the file's structure, every reference between its rows, the audit's chain and the attached files; lists what is wrong. */
export function checkStore(store: Store): string[] {
  const structure = store.database.pragma("integrity_check") as { integrity_check: string }[];
  const references = store.database.pragma("foreign_key_check") as { table: string; rowid: number }[];
  return [
    ...structure.map((row) => row.integrity_check).filter((line) => line !== "ok"),
    ...references.map((row) => `A row of ${row.table} refers to a row that is not there`),
    ...auditProblems(store),
    ...attachmentDamage(store),
  ];
}
