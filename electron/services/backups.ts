import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { RequestOutput } from "../../shared/contract.ts";
import { dateOfMoment } from "../../shared/dates.ts";
import type { AppError } from "../../shared/errors.ts";
import { ok, type Result } from "../../shared/result.ts";
import type { Clock } from "../platform/clock.ts";
import { backupFolder, isArchiveWhole, listBackups, makeBackup, restoreArchive } from "../store/backups.ts";
import type { FolderHold } from "../store/hold-folder.ts";
import type { StoreKey } from "../store/open-store.ts";
import type { Store } from "../store/store.ts";

/** What backups are made of, and when. */
export interface BackupContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly dataFolder: string;
}

/** Makes a backup now. */
export async function backUp(context: BackupContext): Promise<Result<RequestOutput<"back-up">, AppError>> {
  const made = await makeBackup({ ...context, now: context.clock.now() });
  return made.ok ? ok({ file: made.value.file, bytes: made.value.bytes }) : made;
}

/** Lists the office's backups, newest first, and where they lie. */
export function backupsOf(dataFolder: string): RequestOutput<"list-backups"> {
  return { folder: backupFolder(dataFolder), backups: listBackups(dataFolder) };
}

/** Tells whether the day's backup is still to be made. */
export function isBackupDue({ dataFolder, clock }: Omit<BackupContext, "store">): boolean {
  const today = clock.today();
  return !listBackups(dataFolder).some(({ madeAt }) => dateOfMoment(madeAt) === today);
}

/** Tells whether a file, named as the list of backups names it or by its whole path, is a whole backup. */
export function isReadableBackup(dataFolder: string, file: string): boolean {
  const whole = resolve(backupFolder(dataFolder), file);
  return existsSync(whole) && statSync(whole).isFile() && isArchiveWhole(whole);
}

/** Puts a backup in the place of the office's store, which must be closed and is kept. */
export function restoreBackup(task: {
  readonly file: string;
  readonly dataFolder: string;
  readonly hold: FolderHold;
  readonly clock: Clock;
  readonly key: StoreKey | undefined;
}): Result<Record<string, never>, AppError> {
  const { dataFolder, hold, clock, key } = task;
  const file = resolve(backupFolder(dataFolder), task.file);
  const restored = restoreArchive({ file, dataFolder, hold, now: clock.now(), isTraining: false, key });
  return restored.ok ? ok({}) : restored;
}
