import { existsSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type Database from "better-sqlite3";
import { syncFolder } from "../platform/atomic-file.ts";
import { isArchiveWhole, packArchive } from "./backups-archive.ts";
import { connect, connectToCopy, type StoreKey } from "./connect.ts";
import { openForDevice } from "./keys/device-seal.ts";
import { quickCheck } from "./quick-check.ts";

/** What a copy needs to know; it can be posted to a worker. */
export interface CopyJob {
  readonly storeFile: string;
  readonly keysFile: string;
  /** What takes the desktop's seal off the keys; bytes once it was posted. */
  readonly deviceKey: Uint8Array | undefined;
  readonly target: string;
  readonly madeAt: string;
}

/** The codes of a copy that fails because of the keys; an error keeps only its code between threads. */
export const KEYS_UNOPENED = { sealed: "KEYS_SEALED", damaged: "KEYS_DAMAGED" } as const;

/** How many lines the audit and the record of changes have: what tells a whole copy from half of one. */
interface Counts {
  readonly audit: number;
  readonly changes: number;
}

/**
 * Writes one archive of a store that may be in use, with a connection of its own: copied, opened again with the key,
 * checked, packed, read back, and only then given its name. Answers its size; throws, leaving nothing, where any of that
 * fails.
 */
export function copyToArchive(job: CopyJob, key: StoreKey): number {
  const { storeFile, target, madeAt } = job;
  const copy = `${target}.${process.pid}.copy.part`;
  const archive = `${target}.${process.pid}.part`;
  const remove = () => {
    for (const file of [copy, `${copy}-journal`, archive]) rmSync(file, { force: true });
  };
  remove();
  try {
    copyStore(storeFile, copy, key);
    // Keys that a passphrase's change renews still hold the same store's key, so either of the two files will do.
    packArchive(archive, { storeFile: copy, keys: keysFor(job), madeAt });
    if (!isArchiveWhole(archive)) throw new Error("A backup that was just written cannot be read back");
    renameSync(archive, target);
    syncFolder(dirname(target));
    return statSync(target).size;
  } finally {
    remove();
  }
}

/** The keys as they open anywhere: a backup whose keys only this desktop could open would be none. */
function keysFor({ keysFile, deviceKey }: CopyJob): Buffer | null {
  if (!existsSync(keysFile)) return null;
  const opened = openForDevice(readFileSync(keysFile, "utf8"), deviceKey && Buffer.from(deviceKey));
  if (opened.ok) return Buffer.from(opened.value);
  throw Object.assign(new Error("The keys for a backup cannot be opened"), { code: KEYS_UNOPENED[opened.error] });
}

function copyStore(storeFile: string, copy: string, key: StoreKey): void {
  const source = connect(storeFile, key);
  try {
    const before = countsOf(source);
    // backup() cannot copy an encrypted store; this copies it under the same key.
    source.prepare("VACUUM INTO ?").run(copy);
    verifyCopy(copy, key, before, countsOf(source));
  } finally {
    source.close();
  }
}

/** The store may be written to meanwhile, so a whole copy has no less than there was before and no more than after. */
function verifyCopy(copy: string, key: StoreKey, before: Counts, after: Counts): void {
  const database = connectToCopy(copy, key);
  try {
    const problems = quickCheck(database);
    if (problems.length > 0) throw new Error("A copy of the store is damaged");
    const { audit, changes } = countsOf(database);
    const isWhole =
      audit >= before.audit && audit <= after.audit && changes >= before.changes && changes <= after.changes;
    if (!isWhole) throw new Error("A copy of the store is not whole");
  } finally {
    database.close();
  }
}

function countsOf(database: Database.Database): Counts {
  const sql = "SELECT (SELECT COUNT(*) FROM audit) AS audit, (SELECT COUNT(*) FROM change) AS changes";
  return database.prepare(sql).get() as Counts;
}
