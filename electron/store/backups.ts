import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { v7 } from "uuid";
import type { AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { framesOf, logError } from "../platform/error-log.ts";
import { KEYS_UNOPENED } from "./backups-copy.ts";
import { type Backup, backupFile, backupFolder, keysFileBeside, removeOldBackups } from "./backups-folder.ts";
import type { BackupAnswer, BackupWork } from "./backups-worker.ts";
import type { Store } from "./store.ts";
import { deviceKeyOf, keyOf } from "./store-key.ts";

export { isArchiveWhole } from "./backups-archive.ts";
export { BACKUPS_KEPT, type Backup, backupFolder, listBackups } from "./backups-folder.ts";
export {
  finishRestore,
  isRestoreUnfinished,
  type Restored,
  type RestoreTask,
  restoreArchive,
} from "./backups-restore.ts";

/** What a backup or a check needs; both work on a connection of their own, away from the thread that answers windows. */
export interface BackupTask {
  readonly store: Store;
  readonly dataFolder: string;
  /** The moment it is, ISO 8601. */
  readonly now: string;
  /** Stops the work when the application ends. */
  readonly signal?: AbortSignal;
}

/** Makes a backup in the data folder, verified before it is named; only then the oldest over seven go. */
export async function makeBackup(task: BackupTask): Promise<Result<Backup, AppError>> {
  const { dataFolder, now } = task;
  const target = backupFile(dataFolder, now);
  try {
    mkdirSync(backupFolder(dataFolder), { recursive: true, mode: 0o700 });
  } catch (thrown) {
    logFailure(task, "backup", "file-not-written", thrown);
    return err({ code: "file-not-written", file: target });
  }
  const written = await writeArchive({ ...task, file: target });
  if (!written.ok) return written;
  try {
    removeOldBackups(dataFolder, target);
  } catch (thrown) {
    // One too many harms nobody, and the next backup tries again.
    logFailure(task, "backup", "internal", thrown);
  }
  return ok({ file: target, madeAt: now, bytes: written.value.bytes });
}

/** Writes one archive of store and keys to a file of the person's choice; what stood there before stays until then. */
export async function writeArchive(
  task: BackupTask & { readonly file: string },
): Promise<Result<{ readonly file: string; readonly bytes: number }, AppError>> {
  const { store, file, now } = task;
  const keysFile = keysFileBeside(store.file);
  // A slip of the pen must not put the backup in the place of what it is made of.
  if ([store.file, keysFile].some((own) => resolve(own) === resolve(file))) {
    return err({ code: "file-not-written", file });
  }
  const job = { storeFile: store.file, keysFile, deviceKey: deviceKeyOf(store), target: file, madeAt: now };
  const answer = await inWorker({ kind: "copy", job, key: keyOf(store) }, task.signal);
  if ("bytes" in answer) return ok({ file, bytes: answer.bytes });
  return err(refusalOf(answer, task, file, "backup"));
}

/** Looks at a store's structure page by page and lists what is wrong; a finding is written to the error log too. */
export async function quickCheckStore(task: BackupTask): Promise<Result<readonly string[], AppError>> {
  const { store } = task;
  const answer = await inWorker({ kind: "check", storeFile: store.file, key: keyOf(store) }, task.signal);
  if (!("problems" in answer)) return err(refusalOf(answer, task, store.file, "quick-check"));
  if (answer.problems.length > 0) {
    logFailure(task, "quick-check", "store-damaged", new Error("SQLite found the file damaged"));
  }
  return ok(answer.problems);
}

function inWorker(work: BackupWork, signal?: AbortSignal): Promise<BackupAnswer> {
  const { promise, resolve: answer } = Promise.withResolvers<BackupAnswer>();
  const fail = (frames: Error) => answer({ failure: { code: undefined, frames } });
  const worker = new Worker(new URL("./backups-worker.ts", import.meta.url), { workerData: work });
  worker.once("message", answer);
  worker.once("error", (error) => fail(error instanceof Error ? error : new Error(String(error))));
  worker.once("exit", () => fail(new Error("The backup worker ended before it answered")));
  signal?.addEventListener("abort", () => void worker.terminate(), { once: true });
  return promise;
}

function refusalOf(answer: BackupAnswer, task: BackupTask, file: string, request: string): AppError {
  const { code, frames } = "failure" in answer ? answer.failure : { code: undefined, frames: new Error("no answer") };
  const known = code === undefined ? undefined : refusalFor(code, task.store.file, file);
  if (task.signal?.aborted) return { code: "signed-out" };
  const errorId = logFailure(task, request, known?.code ?? "internal", frames);
  return known ?? { code: "internal", errorId };
}

function logFailure({ dataFolder, now }: BackupTask, request: string, code: string, thrown: unknown): string {
  const errorId = v7().slice(-8);
  logError(dataFolder, { at: now, request, code, errorId, stack: framesOf(thrown) });
  return errorId;
}

/** What a failure on the other thread means, of which only the code came over. */
function refusalFor(code: string, storeFile: string, file: string): AppError | undefined {
  if (code === "ENOSPC" || code === "SQLITE_FULL") return { code: "store-full" };
  if (code.startsWith("SQLITE_BUSY")) return { code: "store-busy" };
  if (code === KEYS_UNOPENED.sealed) return { code: "keys-sealed", file: keysFileBeside(storeFile) };
  if (code === KEYS_UNOPENED.damaged) return { code: "keys-damaged", file: keysFileBeside(storeFile) };
  if (code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB") return { code: "store-damaged", file: storeFile };
  const isUnwritable =
    /^E(ACCES|ROFS|PERM|NOENT|NOTDIR|ISDIR|EXIST)$/.test(code) || /^SQLITE_(CANTOPEN|READONLY)/.test(code);
  return isUnwritable ? { code: "file-not-written", file } : undefined;
}
