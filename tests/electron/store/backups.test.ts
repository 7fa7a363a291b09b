import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  BACKUPS_KEPT,
  backupFolder,
  listBackups,
  makeBackup,
  quickCheckStore,
  writeArchive,
} from "../../../electron/store/backups.ts";
import { isArchiveWhole, unpackArchive } from "../../../electron/store/backups-archive.ts";
import { migrations } from "../../../electron/store/migrations/migrations.ts";
import { openStore } from "../../../electron/store/open-store.ts";
import { insertAdviser } from "../../../electron/store/repositories/advisers.ts";
import type { Store } from "../../../electron/store/store.ts";
import { TRAINING_KEY } from "../../../electron/store/training-key.ts";
import { transaction } from "../../../electron/store/transaction.ts";
import { ok } from "../../../shared/result.ts";
import { AUDIT, emptyStore, temporaryFolder, wholeStore } from "./temporary-store.ts";

const NOW = "2026-03-02T09:00:00.000Z";
const NAME = "Zebedee of the Lighthouse";

function addAdviser(store: Store, id: string): void {
  transaction(store, AUDIT, (writer) => {
    insertAdviser(writer, { id, name: NAME, staffNumber: id });
    return ok(undefined);
  });
}

function storeIn(folder: string): Store {
  const store = emptyStore(join(folder, "store.db"));
  addAdviser(store, "johns");
  return store;
}

/** Every row of the store that a backup holds. */
function rowsIn(archive: string): ReturnType<typeof wholeStore> {
  const folder = temporaryFolder();
  expect(unpackArchive(archive, folder)).toBeDefined();
  const opened = openStore(join(folder, "store.db"), TRAINING_KEY);
  if (!opened.ok) throw new Error(opened.error.code);
  const rows = wholeStore(opened.value);
  opened.value.close();
  return rows;
}

function task(store: Store, dataFolder: string, now = NOW) {
  return { store, dataFolder, now };
}

describe("a backup", () => {
  test("holds every row of the store and its keys, in one file that says when it was made", async () => {
    const folder = temporaryFolder();
    const store = storeIn(folder);
    writeFileSync(join(folder, "keys.json"), '{"keys":"of the office"}');
    const made = await makeBackup(task(store, folder));
    const file = join(backupFolder(folder), "backup-2026-03-02T09-00-00-000Z.planbackup");
    expect(made).toEqual({ ok: true, value: { file, madeAt: NOW, bytes: readFileSync(file).length } });
    expect(rowsIn(file)).toEqual(wholeStore(store));
    const out = temporaryFolder();
    unpackArchive(file, out);
    expect(readFileSync(join(out, "keys.json"), "utf8")).toBe('{"keys":"of the office"}');
    expect(listBackups(folder)).toEqual([{ file, madeAt: NOW, bytes: readFileSync(file).length }]);
    expect(readdirSync(backupFolder(folder))).toHaveLength(1);
  });

  test("has nothing that can be read without the key", async () => {
    const folder = temporaryFolder();
    const made = await makeBackup(task(storeIn(folder), folder));
    if (!made.ok) throw new Error(made.error.code);
    const bytes = readFileSync(made.value.file);
    expect(["SQLite format", "Lighthouse", "adviser", "CREATE TABLE"].filter((text) => bytes.includes(text))).toEqual(
      [],
    );
  });

  test("is made of what is committed while somebody goes on writing", async () => {
    const folder = temporaryFolder();
    const store = storeIn(folder);
    const making = makeBackup(task(store, folder));
    for (let number = 0; number < 50; number += 1) addAdviser(store, `adviser-${number}`);
    const made = await making;
    if (!made.ok) throw new Error(made.error.code);
    expect(rowsIn(made.value.file).adviser?.length).toBeGreaterThanOrEqual(1);
    expect(store.all("SELECT id FROM adviser")).toHaveLength(51);
  });

  test("that cannot be written is refused, and what stood there before stays", async () => {
    const folder = temporaryFolder();
    const store = storeIn(folder);
    const file = join(folder, "nowhere", "a.planbackup");
    expect(await writeArchive({ ...task(store, folder), file })).toEqual({
      ok: false,
      error: { code: "file-not-written", file },
    });
    writeFileSync(join(folder, "backups"), "in the way");
    expect(await makeBackup(task(store, folder))).toMatchObject({ ok: false, error: { code: "file-not-written" } });
  });

  test("is never written in the place of the store or its keys", async () => {
    const folder = temporaryFolder();
    const store = storeIn(folder);
    for (const file of [store.file, join(folder, "keys.json")]) {
      const refused = await writeArchive({ ...task(store, folder), file });
      expect(refused).toEqual({ ok: false, error: { code: "file-not-written", file } });
    }
    expect(store.all("SELECT id FROM adviser")).toHaveLength(1);
  });

  test("of a damaged store is refused, leaves nothing, and harms no earlier one", async () => {
    const folder = temporaryFolder();
    const store = storeIn(folder);
    for (let number = 0; number < 200; number += 1) addAdviser(store, `adviser-${number}`);
    const earlier = await makeBackup(task(store, folder));
    store.database.pragma("wal_checkpoint(TRUNCATE)");
    const bytes = readFileSync(store.file);
    bytes.fill(7, Math.floor(bytes.length / 2));
    writeFileSync(store.file, bytes);
    const damaged = { ok: false, error: { code: "store-damaged", file: store.file } };
    expect(await makeBackup(task(store, folder, "2026-03-03T09:00:00.000Z"))).toEqual(damaged);
    expect(listBackups(folder)).toEqual(earlier.ok ? [earlier.value] : []);
    expect(readdirSync(backupFolder(folder))).toHaveLength(1);
    const checked = await quickCheckStore(task(store, folder));
    expect(checked.ok ? checked.value.length : checked.error.code).not.toBe(0);
    expect(readFileSync(join(folder, "errors.log"), "utf8")).toContain("store-damaged");
  });
});

test("seven backups are kept; the oldest goes only once a new one is there", async () => {
  const folder = temporaryFolder();
  const store = storeIn(folder);
  const day = (number: number) => `2026-03-0${number}T09:00:00.000Z`;
  for (let number = 1; number <= 9; number += 1) await makeBackup(task(store, folder, day(number)));
  expect(BACKUPS_KEPT).toBe(7);
  expect(listBackups(folder).map(({ madeAt }) => madeAt)).toEqual([9, 8, 7, 6, 5, 4, 3].map(day));
});

test("a backup made after a wrong clock was put right is not the one that goes", async () => {
  const folder = temporaryFolder();
  const store = storeIn(folder);
  for (let number = 1; number <= 7; number += 1)
    await makeBackup(task(store, folder, `2036-03-0${number}T09:00:00.000Z`));
  const made = await makeBackup(task(store, folder));
  if (!made.ok) throw new Error(made.error.code);
  expect(listBackups(folder).at(-1)).toEqual(made.value);
  expect(listBackups(folder)).toHaveLength(7);
});

test("an archive that was cut short, made longer, or altered in any one byte is not whole", async () => {
  const folder = temporaryFolder();
  const store = storeIn(folder);
  writeFileSync(join(folder, "keys.json"), "{}");
  const file = join(folder, "a.planbackup");
  await writeArchive({ ...task(store, folder), file });
  const whole = readFileSync(file);
  expect(isArchiveWhole(file)).toBe(true);
  const changed = join(folder, "b.planbackup");
  const isWholeWith = (bytes: Buffer) => {
    writeFileSync(changed, bytes);
    return isArchiveWhole(changed);
  };
  for (const length of [0, 4, 8, 12, 40, whole.length - 1]) expect(isWholeWith(whole.subarray(0, length))).toBe(false);
  expect(isWholeWith(Buffer.concat([whole, Buffer.from([0])]))).toBe(false);
  const places = [0, 9, 11, 20, 60, 200, 5_000, whole.length - 33, whole.length - 1];
  for (const place of places) {
    const altered = Buffer.from(whole);
    altered[place] = (altered[place] ?? 0) ^ 1;
    expect({ place, isWhole: isWholeWith(altered) }).toEqual({ place, isWhole: false });
  }
});

describe("before a migration", () => {
  const next = {
    version: (migrations.at(-1)?.version ?? 0) + 10,
    sql: "CREATE TABLE next (id TEXT PRIMARY KEY) STRICT",
  };

  function reopen(store: Store, steps = [...migrations, next]) {
    store.close();
    const opened = openStore(store.file, TRAINING_KEY, { steps });
    if (opened.ok) onTestFinished(() => opened.value.close());
    return opened;
  }

  test("a store that exists is backed up as it was", () => {
    const folder = temporaryFolder();
    const store = storeIn(folder);
    const before = wholeStore(store);
    expect(reopen(store).ok).toBe(true);
    expect(listBackups(folder)).toHaveLength(1);
    expect(rowsIn(listBackups(folder)[0]?.file ?? "")).toEqual(before);
  });

  test("a new store, and one that is up to date, are not", () => {
    const folder = temporaryFolder();
    expect(reopen(storeIn(folder), [...migrations]).ok).toBe(true);
    expect(listBackups(folder)).toEqual([]);
  });

  test("a backup that fails is logged, and the store is opened all the same", () => {
    const folder = temporaryFolder();
    const store = storeIn(folder);
    writeFileSync(join(folder, "backups"), "in the way");
    expect(reopen(store).ok).toBe(true);
    expect(readFileSync(join(folder, "errors.log"), "utf8")).toContain("backup-before-migration");
    rmSync(join(folder, "backups"));
  });
});
