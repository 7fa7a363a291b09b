import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openStore } from "../../../electron/store/open-store.ts";
import { insertSetting, readSetting } from "../../../electron/store/repositories/settings.ts";
import type { Store } from "../../../electron/store/store.ts";
import { TRAINING_KEY } from "../../../electron/store/training-key.ts";
import { transaction } from "../../../electron/store/transaction.ts";
import { ok } from "../../../shared/result.ts";
import { AUDIT, emptyStore, rawConnection, temporaryFolder } from "./temporary-store.ts";

function pragmas(store: Store): Record<string, unknown> {
  const names = ["journal_mode", "synchronous", "foreign_keys", "temp_store", "secure_delete", "trusted_schema"];
  return Object.fromEntries(names.map((name) => [name, store.database.pragma(name, { simple: true })]));
}

const EVERY_PRAGMA = {
  journal_mode: "wal",
  synchronous: 2,
  foreign_keys: 1,
  temp_store: 2,
  secure_delete: 1,
  trusted_schema: 0,
};

/** A store with one setting in it, closed. */
function closedStore(): string {
  const file = join(temporaryFolder(), "store.db");
  const store = emptyStore(file);
  transaction(store, AUDIT, (writer) => {
    insertSetting(writer, "office-name", "Kelbridge Jobcentre");
    return ok(undefined);
  });
  store.close();
  return file;
}

/** Opens what must be refused, in both of the ways there are, and finds the folder as it was. */
function refusedUntouched(file: string, key = TRAINING_KEY) {
  const folder = join(file, "..");
  const before = { names: readdirSync(folder), bytes: readFileSync(file) };
  const refusals = [{}, { isNew: true }].map((options) => openStore(file, key, options));
  expect(readFileSync(file).equals(before.bytes)).toBe(true);
  expect(readdirSync(folder)).toEqual(before.names);
  const [first, second] = refusals;
  expect(second).toEqual(first);
  return first;
}

test("every pragma holds at the first opening and at every one after", () => {
  const file = join(temporaryFolder(), "store.db");
  for (const isNew of [true, false, false]) {
    const opened = openStore(file, TRAINING_KEY, { isNew });
    if (!opened.ok) throw new Error(opened.error.code);
    expect(pragmas(opened.value)).toEqual(EVERY_PRAGMA);
    opened.value.close();
  }
});

test("every pragma holds although another program changed those that a store remembers", () => {
  const file = closedStore();
  const raw = rawConnection(file);
  raw.pragma("journal_mode = DELETE");
  raw.close();
  expect(pragmas(emptyStore(file))).toEqual(EVERY_PRAGMA);
});

test.skipIf(process.platform === "win32")(
  "a new store lies in a folder and a file that only their owner can read",
  () => {
    const file = join(temporaryFolder(), "data", "store.db");
    emptyStore(file);
    const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
    expect({ folder: mode(join(file, "..")), file: mode(file) }).toEqual({ folder: "700", file: "600" });
  },
);

describe("a store that cannot be opened", () => {
  test("is refused when it is missing, and none is made", () => {
    const file = join(temporaryFolder(), "store.db");
    expect(openStore(file, TRAINING_KEY)).toEqual({ ok: false, error: { code: "store-missing", file } });
    expect(existsSync(file)).toBe(false);
  });

  test("is refused with the wrong key and left byte for byte as it was", () => {
    const file = closedStore();
    expect(refusedUntouched(file, Buffer.alloc(32, 1))).toEqual({ ok: false, error: { code: "store-damaged", file } });
    expect(readSetting(emptyStore(file), "office-name")).toBe("Kelbridge Jobcentre");
  });

  test.each([
    ["a damaged header", 0, 100],
    ["a damaged salt", 0, 16],
    ["one altered byte in its first page", 500, 501],
    ["nothing but its size left", 0, 4_096],
  ])("is refused with %s and left byte for byte as it was", (_, from, to) => {
    const file = closedStore();
    const bytes = readFileSync(file);
    for (let index = from; index < to; index += 1) bytes[index] = (bytes[index] ?? 0) ^ 0xff;
    writeFileSync(file, bytes);
    expect(refusedUntouched(file)).toEqual({ ok: false, error: { code: "store-damaged", file } });
  });

  test("is refused when it is another program's file or a store in plain text", () => {
    const file = join(temporaryFolder(), "store.db");
    writeFileSync(file, "Shopping: bread, milk\n".repeat(100));
    expect(refusedUntouched(file)).toEqual({ ok: false, error: { code: "store-damaged", file } });
  });

  test("is refused when it comes from a newer version, and left byte for byte as it was", () => {
    const file = closedStore();
    const raw = rawConnection(file);
    raw.pragma("user_version = 9999");
    raw.close();
    expect(refusedUntouched(file)).toEqual({
      ok: false,
      error: { code: "store-newer", found: 9999, known: expect.any(Number) },
    });
  });

  test("is refused when a folder is in its place", () => {
    const file = join(temporaryFolder(), "store.db");
    mkdirSync(file);
    expect(openStore(file, TRAINING_KEY)).toMatchObject({ ok: false, error: { code: "store-read-only" } });
  });
});

test("what was committed before a crash is there again at the next opening", () => {
  const file = join(temporaryFolder(), "store.db");
  const store = emptyStore(file);
  transaction(store, AUDIT, (writer) => {
    insertSetting(writer, "office-name", "Kelbridge Jobcentre");
    return ok(undefined);
  });
  // What a crash leaves behind is the files as they are while the store is open.
  const after = join(temporaryFolder(), "store.db");
  for (const ending of ["", "-wal"]) copyFileSync(`${file}${ending}`, `${after}${ending}`);
  expect(readSetting(emptyStore(after), "office-name")).toBe("Kelbridge Jobcentre");
});
