import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { onTestFinished } from "vitest";
import { openStore } from "../../../electron/store/open-store.ts";
import type { Row, Store } from "../../../electron/store/store.ts";
import { TRAINING_KEY } from "../../../electron/store/training-key.ts";
import type { AuditContext } from "../../../electron/store/transaction.ts";

/** An audit line of nobody in particular. */
export const AUDIT: AuditContext = {
  at: "2012-04-16T09:00:00.000Z",
  action: "test",
  adviserId: null,
  clientId: null,
  interviewId: null,
};

/** An empty folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "action-plan-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A new store without rows, closed when the test ends. */
export function emptyStore(file = join(temporaryFolder(), "store.db")): Store {
  const opened = openStore(file, TRAINING_KEY, { isNew: true });
  if (!opened.ok) throw new Error(`The store was refused: ${opened.error.code}`);
  const store = opened.value;
  onTestFinished(() => store.close());
  return store;
}

/** A connection of the test's own, past the store's writing side, as one who tampers with the file would have it. */
export function rawConnection(file: string): Database.Database {
  const database = new Database(file, { fileMustExist: true });
  database.key(Buffer.from(`raw:${TRAINING_KEY.toString("hex")}`));
  onTestFinished(() => {
    database.close();
  });
  return database;
}

/** Takes the triggers away that keep the audit append-only. */
export function dropTriggers(database: Database.Database): void {
  const triggers = database.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all() as {
    name: string;
  }[];
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
}

/** Every row of every table, to compare a store with itself. */
export function wholeStore(store: Store): Record<string, Row[]> {
  const tables = store.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
  return Object.fromEntries(tables.map(({ name }) => [name, store.all<Row>(`SELECT * FROM ${name} ORDER BY 1`)]));
}
