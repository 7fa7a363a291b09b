import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { finishRestore, type RestoreTask, restoreArchive, writeArchive } from "../../../electron/store/backups.ts";
import { unpackArchive } from "../../../electron/store/backups-archive.ts";
import { type FolderHold, holdFolder } from "../../../electron/store/hold-folder.ts";
import { openStore } from "../../../electron/store/open-store.ts";
import { insertAdviser } from "../../../electron/store/repositories/advisers.ts";
import type { Store } from "../../../electron/store/store.ts";
import { TRAINING_KEY } from "../../../electron/store/training-key.ts";
import { transaction } from "../../../electron/store/transaction.ts";
import { ok } from "../../../shared/result.ts";
import { AUDIT, emptyStore, rawConnection, temporaryFolder, wholeStore } from "./temporary-store.ts";

const NOW = "2026-03-02T09:00:00.000Z";
const STAMP = "2026-03-02T09-00-00-000Z";
const KEPT = `store-before-restore-${STAMP}.db`;

/** A data folder whose store has moved on since its backup was made, closed and held. */
interface Situation {
  readonly folder: string;
  readonly archive: string;
  readonly hold: FolderHold;
  readonly atBackup: ReturnType<typeof wholeStore>;
  readonly since: ReturnType<typeof wholeStore>;
}

function addAdviser(store: Store, id: string): void {
  transaction(store, AUDIT, (writer) => {
    insertAdviser(writer, { id, name: id, staffNumber: id });
    return ok(undefined);
  });
}

function held(folder: string): FolderHold {
  const hold = holdFolder(folder, "a test");
  if (!hold.ok) throw new Error(hold.error.code);
  onTestFinished(() => hold.value.release());
  return hold.value;
}

async function situation(prepare: (store: Store) => void = () => undefined): Promise<Situation> {
  const folder = temporaryFolder();
  const archive = join(temporaryFolder(), "a.planbackup");
  const store = emptyStore(join(folder, "store.db"));
  addAdviser(store, "johns");
  prepare(store);
  writeFileSync(join(folder, "keys.json"), '{"keys":"at the backup"}');
  const atBackup = wholeStore(store);
  const written = await writeArchive({ store, dataFolder: folder, now: NOW, file: archive });
  if (!written.ok) throw new Error(written.error.code);
  addAdviser(store, "whitlock");
  writeFileSync(join(folder, "keys.json"), '{"keys":"since"}');
  const since = wholeStore(store);
  store.close();
  return { folder, archive, hold: held(folder), atBackup, since };
}

function restore({ folder, archive, hold }: Situation, fields: Partial<RestoreTask> = {}) {
  return restoreArchive({
    file: archive,
    dataFolder: folder,
    hold,
    now: NOW,
    isTraining: false,
    key: TRAINING_KEY,
    ...fields,
  });
}

function rowsOf(file: string) {
  const opened = openStore(file, TRAINING_KEY);
  if (!opened.ok) throw new Error(opened.error.code);
  const rows = wholeStore(opened.value);
  opened.value.close();
  return rows;
}

/** What lies in the data folder, but for the file that holds it. */
function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => !name.startsWith("start."));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, name), "base64")]));
}

function expectRestored({ folder, atBackup, since }: Situation): void {
  expect(rowsOf(join(folder, "store.db"))).toEqual(atBackup);
  expect(readFileSync(join(folder, "keys.json"), "utf8")).toBe('{"keys":"at the backup"}');
  expect(rowsOf(join(folder, KEPT))).toEqual(since);
  expect(readFileSync(join(folder, `keys-before-restore-${STAMP}.json`), "utf8")).toBe('{"keys":"since"}');
  expect(readdirSync(folder).filter((name) => name.startsWith("restoring"))).toEqual([]);
}

describe("a restore", () => {
  test("gives back every row and the keys, and keeps what it replaces", async () => {
    const before = await situation();
    expect(restore(before)).toEqual({ ok: true, value: { kept: join(before.folder, KEPT) } });
    expectRestored(before);
  });

  test("needs no key, and takes along what the store still had in its write-ahead log", async () => {
    const before = await situation();
    const opened = openStore(join(before.folder, "store.db"), TRAINING_KEY);
    if (!opened.ok) throw new Error(opened.error.code);
    addAdviser(opened.value, "late");
    const since = wholeStore(opened.value);
    // As a killed process leaves them.
    const left = ["store.db", "store.db-wal"].map((name) => [name, readFileSync(join(before.folder, name))] as const);
    opened.value.close();
    for (const [name, bytes] of left) writeFileSync(join(before.folder, name), bytes);
    expect(restore(before, { key: undefined }).ok).toBe(true);
    expectRestored({ ...before, since });
  });

  test("works where there is no store yet", async () => {
    const { archive, atBackup } = await situation();
    const folder = temporaryFolder();
    const task = { file: archive, dataFolder: folder, hold: held(folder), now: NOW, isTraining: false };
    expect(restoreArchive(task)).toEqual({ ok: true, value: { kept: null } });
    expect(rowsOf(join(folder, "store.db"))).toEqual(atBackup);
  });

  test("works on a damaged store, which is kept as it was", async () => {
    const before = await situation();
    writeFileSync(join(before.folder, "store.db"), "no store any more");
    expect(restore(before).ok).toBe(true);
    expect(rowsOf(join(before.folder, "store.db"))).toEqual(before.atBackup);
    expect(readFileSync(join(before.folder, KEPT), "utf8")).toBe("no store any more");
  });
});

describe("refused, with nothing replaced,", () => {
  async function expectRefused(before: Situation, fields: Partial<RestoreTask>, error: object) {
    const there = contents(before.folder);
    expect(restore(before, fields)).toEqual({ ok: false, error });
    expect(contents(before.folder)).toEqual(there);
  }

  test("is a backup that was altered, cut short, or is none", async () => {
    const before = await situation();
    const whole = readFileSync(before.archive);
    const altered = Buffer.from(whole);
    altered[9_000] = (altered[9_000] ?? 0) ^ 1;
    const file = join(temporaryFolder(), "b.planbackup");
    for (const bytes of [
      altered,
      whole.subarray(0, 20_000),
      whole.subarray(0, 10),
      Buffer.from("none"),
      Buffer.alloc(0),
    ]) {
      writeFileSync(file, bytes);
      await expectRefused(before, { file }, { code: "backup-not-readable", file });
    }
  });

  test("is a file that is not there", async () => {
    const file = join(temporaryFolder(), "nowhere");
    await expectRefused(await situation(), { file }, { code: "file-not-read", file });
  });

  test("is a backup from a newer version", async () => {
    const before = await situation((store) => store.database.pragma("user_version = 9990"));
    await expectRefused(before, {}, { code: "store-newer", found: 9990, known: expect.any(Number) });
  });

  test("is an office's backup in a training store, and a training store's in an office", async () => {
    const before = await situation();
    const { archive } = before;
    await expectRefused(before, { isTraining: true }, { code: "backup-not-readable", file: archive });
    const folder = temporaryFolder();
    const file = join(folder, "a.planbackup");
    const store = emptyStore(join(folder, "store.db"));
    await writeArchive({ store, dataFolder: folder, now: NOW, file });
    await expectRefused(before, { file }, { code: "backup-not-readable", file });
  });

  test("is any backup while somebody else has the store open", async () => {
    const before = await situation();
    const other = rawConnection(join(before.folder, "store.db"));
    other.pragma("journal_mode = WAL");
    other.prepare("SELECT COUNT(*) FROM audit").get();
    expect(restore(before)).toEqual({ ok: false, error: { code: "store-busy" } });
    expect(existsSync(join(before.folder, KEPT))).toBe(false);
  });
});

test("a restore that the operating system stops halfway is taken back whole", async () => {
  const before = await situation();
  const { folder, archive, since, atBackup } = before;
  const inTheWay = join(folder, `keys-before-restore-${STAMP}.json`);
  mkdirSync(join(inTheWay, "full"), { recursive: true });
  expect(restore(before).ok).toBe(false);
  expect(rowsOf(join(folder, "store.db"))).toEqual(since);
  expect(readFileSync(join(folder, "keys.json"), "utf8")).toBe('{"keys":"since"}');
  const names = readdirSync(folder).filter((name) => name.includes("restor"));
  expect(names).toEqual([`keys-before-restore-${STAMP}.json`]);
  rmSync(inTheWay, { recursive: true });
  expect(restore({ ...before, archive })).toMatchObject({ ok: true });
  expect(rowsOf(join(folder, "store.db"))).toEqual(atBackup);
});

describe("a restore that was killed", () => {
  test("before the backup was whole on the disk is undone by the next start", async () => {
    const before = await situation();
    const there = contents(before.folder);
    mkdirSync(join(before.folder, "restoring.part"));
    writeFileSync(join(before.folder, "restoring.part", "store.db"), "half of it");
    finishRestore(before.folder, before.hold);
    expect(contents(before.folder)).toEqual(there);
  });

  /** The moves of a restore in their order; a kill leaves the first so many of them done. */
  const moves: readonly (readonly [from: string, to: string])[] = [
    ["store.db", KEPT],
    [`restoring-${STAMP}/store.db`, "store.db"],
    ["keys.json", `keys-before-restore-${STAMP}.json`],
    [`restoring-${STAMP}/keys.json`, "keys.json"],
  ];

  test.each([0, 1, 2, 3, 4])("after %i of its moves is finished by the next start", async (done) => {
    const before = await situation();
    const { folder } = before;
    const coming = join(folder, `restoring-${STAMP}`);
    mkdirSync(coming);
    unpackArchive(before.archive, coming);
    for (const [from, to] of moves.slice(0, done)) renameSync(join(folder, from), join(folder, to));
    finishRestore(folder, before.hold);
    expectRestored(before);
    finishRestore(folder, before.hold);
    expectRestored(before);
  });
});
