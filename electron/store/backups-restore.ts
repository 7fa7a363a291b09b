import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { syncFolder } from "../platform/atomic-file.ts";
import { KEYS_NAME, STORE_NAME, unpackArchive } from "./backups-archive.ts";
import { connect, connectToCopy, type StoreKey } from "./connect.ts";
import type { FolderHold } from "./hold-folder.ts";
import { migrations } from "./migrations/migrations.ts";
import { quickCheck } from "./quick-check.ts";
import { storeError } from "./store-errors.ts";

/** A backup taken out, on its way to its place: the folder's name ends with the moment of the restore. */
const COMING = /^restoring-(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z)$/;
const PREPARED = "restoring.part";

/** What a restore needs. The store must be closed, and the hold says that no other start works in the folder. */
export interface RestoreTask {
  readonly file: string;
  readonly dataFolder: string;
  readonly hold: FolderHold;
  readonly now: string;
  /** A training store's backups have no keys, an office's always have. */
  readonly isTraining: boolean;
  /** The key of the store that is replaced, where somebody has it: a backup of that store is then opened with it first. */
  readonly key?: StoreKey | undefined;
}

/** What a restore did: where the store that it replaced now lies; null where there was none. */
export interface Restored {
  readonly kept: string | null;
}

/**
 * Puts a backup's store and keys in the place of the data folder's, which are kept under a dated name. A file that is no
 * whole backup, or is a newer version's, is refused with nothing replaced; a restore that is killed is either undone or
 * finished by finishRestore.
 */
export function restoreArchive(task: RestoreTask): Result<Restored, AppError> {
  const { dataFolder, file, hold } = task;
  const prepared = join(dataFolder, PREPARED);
  try {
    finishRestore(dataFolder, hold);
    mkdirSync(prepared, { mode: 0o700 });
    const refusal = prepare(task, prepared) ?? closeOff(task);
    if (refusal) return err(refusal);
    syncFolder(prepared);
    const stamp = new Date(task.now).toISOString().replace(/[:.]/g, "-");
    const coming = join(dataFolder, `restoring-${stamp}`);
    // Killed from here on, the restore is finished by the next start; until here it leaves nothing.
    renameSync(prepared, coming);
    syncFolder(dataFolder);
    finishOrTakeBack(task, coming, stamp);
    const kept = keptStore(dataFolder, stamp);
    return ok({ kept: existsSync(kept) ? kept : null });
  } catch (thrown) {
    const refusal = storeError(thrown, join(dataFolder, STORE_NAME)) ?? fileRefusal(thrown, file);
    if (!refusal) throw thrown;
    return err(refusal);
  } finally {
    rmSync(prepared, { recursive: true, force: true });
  }
}

/** The operating system may refuse a move halfway; then the store that was to be replaced is put back. */
function finishOrTakeBack({ dataFolder, hold, isTraining }: RestoreTask, coming: string, stamp: string): void {
  try {
    finishRestore(dataFolder, hold);
  } catch (thrown) {
    if (!isTraining) takeBack(join(dataFolder, KEYS_NAME), join(coming, KEYS_NAME), keptKeys(dataFolder, stamp));
    const store = join(dataFolder, STORE_NAME);
    takeBack(store, join(coming, STORE_NAME), keptStore(dataFolder, stamp));
    moveIfThere(`${keptStore(dataFolder, stamp)}-wal`, `${store}-wal`);
    rmSync(coming, { recursive: true, force: true });
    throw thrown;
  }
}

function takeBack(place: string, coming: string, kept: string): void {
  if (!existsSync(coming)) moveIfThere(place, coming);
  if (!existsSync(place)) moveIfThere(kept, place);
}

/** Finishes a restore that was killed on its way, and clears away one that had not got that far. */
export function finishRestore(dataFolder: string, _hold: FolderHold): void {
  rmSync(join(dataFolder, PREPARED), { recursive: true, force: true });
  for (const name of comingFolders(dataFolder)) {
    const stamp = COMING.exec(name)?.[1] ?? "";
    putInPlace(dataFolder, join(dataFolder, name), stamp);
    rmSync(join(dataFolder, name), { recursive: true, force: true });
  }
}

/** Tells whether a restore was killed on its way, so that the store must not be opened before it is finished. */
export function isRestoreUnfinished(dataFolder: string): boolean {
  return comingFolders(dataFolder).length > 0;
}

function comingFolders(dataFolder: string): string[] {
  return existsSync(dataFolder) ? readdirSync(dataFolder).filter((name) => COMING.test(name)) : [];
}

/** Each file is moved only while its successor still waits, so that this can be killed anywhere and begun again. */
function putInPlace(dataFolder: string, coming: string, stamp: string): void {
  const store = join(dataFolder, STORE_NAME);
  const comingStore = join(coming, STORE_NAME);
  if (existsSync(comingStore)) {
    const kept = keptStore(dataFolder, stamp);
    moveIfThere(`${store}-wal`, `${kept}-wal`);
    rmSync(`${store}-shm`, { force: true });
    moveIfThere(store, kept);
    renameSync(comingStore, store);
  }
  const comingKeys = join(coming, KEYS_NAME);
  if (existsSync(comingKeys)) {
    const keys = join(dataFolder, KEYS_NAME);
    moveIfThere(keys, keptKeys(dataFolder, stamp));
    renameSync(comingKeys, keys);
  }
  syncFolder(dataFolder);
}

function keptStore(dataFolder: string, stamp: string): string {
  return join(dataFolder, `store-before-restore-${stamp}.db`);
}

function keptKeys(dataFolder: string, stamp: string): string {
  return join(dataFolder, `keys-before-restore-${stamp}.json`);
}

function moveIfThere(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to);
}

function prepare({ file, isTraining, key }: RestoreTask, prepared: string): AppError | undefined {
  const header = unpackArchive(file, prepared);
  if (!header) return { code: "backup-not-readable", file };
  // A store with the other kind's key, or without its keys, could never be opened here.
  if ((header.keysBytes === null) !== isTraining) return { code: "backup-not-readable", file };
  if (!key) return undefined;
  const store = join(prepared, STORE_NAME);
  try {
    const opened = connectToCopy(store, key);
    try {
      const known = migrations.at(-1)?.version ?? 0;
      const found = Number(opened.pragma("user_version", { simple: true }));
      if (found > known) return { code: "store-newer", found, known };
      return quickCheck(opened).length > 0 ? { code: "backup-not-readable", file } : undefined;
    } finally {
      opened.close();
    }
  } catch (thrown) {
    if (storeError(thrown, store)?.code !== "store-damaged") throw thrown;
    // An office that was set up anew has another key than its earlier backups, which bring their own.
    return isTraining ? { code: "backup-not-readable", file } : undefined;
  }
}

/** Makes sure that nobody else has the store open, and that its last writes lie in the one file that is kept. */
function closeOff({ dataFolder, key }: RestoreTask): AppError | undefined {
  const file = join(dataFolder, STORE_NAME);
  if (!key || !existsSync(file)) return undefined;
  try {
    const store = connect(file, key);
    try {
      store.pragma("busy_timeout = 0");
      // SQLite leaves WAL mode only for the last connection there is.
      store.pragma("journal_mode = DELETE");
      return undefined;
    } finally {
      store.close();
    }
  } catch (thrown) {
    // A damaged store is what a restore is for.
    if (storeError(thrown, file)?.code !== "store-damaged") throw thrown;
    return undefined;
  }
}

function fileRefusal(thrown: unknown, file: string): AppError | undefined {
  const { code, path } = thrown as NodeJS.ErrnoException;
  if (code === undefined) return undefined;
  if (code === "ENOSPC") return { code: "store-full" };
  // Reading from a folder fails without saying of which.
  if (path === file || code === "EISDIR") return { code: "file-not-read", file };
  return { code: "store-read-only" };
}
