import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { migrate } from "../../../electron/store/migrate.ts";
import { migrations } from "../../../electron/store/migrations/migrations.ts";
import { type Store, wrapStore } from "../../../electron/store/store.ts";
import { wholeStore } from "./temporary-store.ts";

const EARLIER = migrations.filter(({ version }) => version < 30).map(({ version }) => version);
const ADD = "INSERT INTO office_word (id, word, added_at, added_by) VALUES (?, ?, '2012-04-16T09:00:00.000Z', 'johns')";

function storeOfVersion(version: number): Store {
  const store = wrapStore(new Database(":memory:"), ":memory:");
  onTestFinished(() => store.close());
  const steps = migrations.filter((step) => step.version <= version);
  expect(migrate(store, steps)).toEqual({ ok: true, value: version });
  store.database.exec("INSERT INTO adviser (id, name, staff_number) VALUES ('johns', 'B Johns', '1')");
  return store;
}

test.each(EARLIER)("a store of version %i gets a dictionary without words, and its rows stay", (version) => {
  const store = storeOfVersion(version);
  const before = wholeStore(store);
  const steps = migrations.filter((step) => step.version <= 30);
  expect(migrate(store, steps)).toEqual({ ok: true, value: 30 });
  const { office_word: words, ...others } = wholeStore(store);
  expect(words).toEqual([]);
  expect(others).toMatchObject(before);
});

test("a word is in the dictionary once, by an adviser who is known, and without double quotation marks", () => {
  const store = storeOfVersion(30);
  store.database.pragma("foreign_keys = ON");
  store.prepare(ADD).run("1", "Kelbridge");
  expect(() => store.prepare(ADD).run("2", "Kelbridge")).toThrow("UNIQUE");
  expect(() => store.prepare(ADD).run("3", "\u201CLochfield\u201D")).toThrow("CHECK");
  expect(() => store.prepare(ADD.replace("johns", "nobody")).run("4", "Lochfield")).toThrow("FOREIGN KEY");
});
