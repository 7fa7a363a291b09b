import { findKeys } from "../../electron/store/repositories/find-keys.ts";
import type { Store } from "../../electron/store/store.ts";
import { fictionalName } from "./fictional-names.ts";

const AT = "2012-04-16T09:00:00.000Z";
const BATCH = 100_000;
/** The training caseload's own all end with A. */
const SUFFIXES = "BCD";

/** The NINO of a fictional client with a number below a million; no client of the training caseload has it. */
export function fictionalNino(client: number): string {
  return `QQ${String(client).padStart(6, "0")}${SUFFIXES.charAt(client % SUFFIXES.length)}`;
}

/** Writes fictional clients straight into a store, without their change records, its indexes made anew at the end. */
export function addFictionalClients(store: Store, count: number): void {
  const indexes = store.all<{ name: string; sql: string }>(
    "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'client' AND sql IS NOT NULL",
  );
  for (const { name } of indexes) store.database.exec(`DROP INDEX ${name}`);
  for (let from = 0; from < count; from += BATCH) insertBatch(store, from, Math.min(count, from + BATCH));
  for (const { sql } of indexes) store.database.exec(sql);
  store.database.exec("ANALYZE");
  store.database.pragma("wal_checkpoint(TRUNCATE)");
}

function insertBatch(store: Store, from: number, to: number): void {
  const statement = store.prepare(
    `INSERT INTO client (id, nino, title, surname, forenames, date_of_birth, address_1, address_2, address_3, address_4,
       postcode, telephone, mobile, email, benefit, client_group, status, disabled_person, incident_marker, folded_name,
       sound, reversed_nino, created_at, version)
     VALUES (?, ?, 'Ms', ?, ?, ?, ?, 'Kelbridge', '', '', 'KB1 1AA', '', '', '', 'ESA', 'ESA', '', 0, 0, ?, ?, ?, ?, 1)`,
  );
  store.database.transaction(() => {
    for (let client = from; client < to; client += 1) {
      const { surname, forenames, dateOfBirth } = fictionalName(client);
      const nino = fictionalNino(client);
      const keys = findKeys({ nino, surname, forenames });
      const id = `00000000-0000-7000-8000-${String(client).padStart(12, "0")}`;
      const address = `${client % 300} Harbour Street`;
      const found = [keys.foldedName, keys.sound, keys.reversedNino];
      statement.run(id, nino, surname, forenames, dateOfBirth, address, ...found, AT);
    }
  })();
}
