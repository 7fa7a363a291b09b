import { join } from "node:path";
import { Worker } from "node:worker_threads";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { layoutVersion, migrate } from "../../../electron/store/migrate.ts";
import { migrations } from "../../../electron/store/migrations/migrations.ts";
import { openStore } from "../../../electron/store/open-store.ts";
import type { Store } from "../../../electron/store/store.ts";
import { TRAINING_KEY } from "../../../electron/store/training-key.ts";
import { emptyStore, temporaryFolder, wholeStore } from "./temporary-store.ts";

const NEWEST = migrations.at(-1)?.version ?? 0;
const NEXT = { version: NEWEST + 10, sql: "CREATE TABLE next (id TEXT PRIMARY KEY) STRICT" };

function layout(store: Store) {
  return { version: layoutVersion(store), schema: store.all("SELECT name, sql FROM sqlite_master ORDER BY name") };
}

test("migrations are numbered by tens, in order, and each number once", () => {
  const versions = migrations.map(({ version }) => version);
  expect(versions).toEqual(versions.toSorted((a, b) => a - b));
  expect(new Set(versions).size).toBe(versions.length);
  expect(versions.filter((version) => version % 10 !== 0)).toEqual([]);
});

test("a new store has the newest layout, and migrating again changes nothing", () => {
  const store = emptyStore();
  const before = layout(store);
  expect(before.version).toBe(NEWEST);
  expect(migrate(store)).toEqual({ ok: true, value: NEWEST });
  expect(layout(store)).toEqual(before);
});

test("only the steps that a store has not taken yet are applied, and its rows stay", () => {
  const store = emptyStore();
  store.database.exec("INSERT INTO setting (id, value) VALUES ('office-name', 'Kelbridge Jobcentre')");
  const before = wholeStore(store);
  expect(migrate(store, [...migrations, NEXT])).toEqual({ ok: true, value: NEXT.version });
  expect(wholeStore(store)).toEqual({ ...before, next: [] });
  expect(layoutVersion(store)).toBe(NEXT.version);
});

test("a migration that fails halfway leaves the layout and the rows of the version before", () => {
  const store = emptyStore();
  store.database.exec("INSERT INTO setting (id, value) VALUES ('office-name', 'Kelbridge Jobcentre')");
  const before = { layout: layout(store), rows: wholeStore(store) };
  const failing = {
    version: NEWEST + 10,
    sql: "CREATE TABLE next (id TEXT PRIMARY KEY) STRICT; DELETE FROM setting; INSERT INTO nowhere VALUES (1)",
  };
  expect(() => migrate(store, [...migrations, failing])).toThrow("no such table: nowhere");
  expect({ layout: layout(store), rows: wholeStore(store) }).toEqual(before);
});

test("a step that succeeded stays when the one after it fails", () => {
  const store = emptyStore();
  const failing = { version: NEXT.version + 10, sql: "INSERT INTO nowhere VALUES (1)" };
  expect(() => migrate(store, [...migrations, NEXT, failing])).toThrow();
  expect({ version: layoutVersion(store), rows: store.all("SELECT * FROM next") }).toEqual({
    version: NEXT.version,
    rows: [],
  });
});

test("a store from a newer version is refused", () => {
  const store = emptyStore();
  store.database.pragma(`user_version = ${NEWEST + 1}`);
  const before = layout(store);
  expect(migrate(store)).toEqual({ ok: false, error: { code: "store-newer", found: NEWEST + 1, known: NEWEST } });
  expect(layout(store)).toEqual(before);
});

test("several openings of a missing store at once make one whole store", async () => {
  const file = join(temporaryFolder(), "store.db");
  const openings = Array.from({ length: 4 }, async () => {
    const worker = new Worker(new URL("./open-worker.ts", import.meta.url), { workerData: file });
    return new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
  });
  expect(await Promise.all(openings)).toEqual(openings.map(() => "opened"));
  const opened = openStore(file, TRAINING_KEY);
  if (!opened.ok) throw new Error(opened.error.code);
  expect(layout(opened.value)).toEqual(layout(emptyStore()));
  opened.value.close();
});

test.each(migrations.slice(0, -1).map(({ version }) => version))(
  "a store of version %i keeps its rows and ends with the newest layout",
  (version) => {
    const database = new Database(":memory:");
    onTestFinished(() => void database.close());
    for (const step of migrations.filter((one) => one.version <= version)) database.exec(step.sql);
    database.exec("INSERT INTO setting (id, value) VALUES ('office-name', 'Kelbridge Jobcentre')");
    for (const step of migrations.filter((one) => one.version > version)) database.exec(step.sql);
    expect(database.prepare("SELECT * FROM setting").all()).toEqual([
      { id: "office-name", value: "Kelbridge Jobcentre" },
    ]);
    const schema = database.prepare("SELECT name, sql FROM sqlite_master ORDER BY name").all();
    expect(schema).toEqual(layout(emptyStore()).schema);
  },
);
