import { readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import type { ErasedBackups } from "../../shared/rights/erasure.ts";
import { type BackupTask, makeBackup } from "./backups.ts";
import { backupFile, backupFolder } from "./backups-folder.ts";

/** A backup, and what is being written of one. */
const BACKUP = /^backup-.*\.planbackup(\..*)?$/;
/** What a restore moved aside: a whole store, with the keys that belong to it. */
const SET_ASIDE = /^(store|keys)-before-restore-.*/;

/**
 * Makes a backup anew and deletes every copy of the store in the data folder that is older: backups, whole or half
 * written, and stores that a restore moved aside. While no new one can be made none is deleted, since the office would be
 * left without any.
 */
export async function renewBackups(task: BackupTask): Promise<ErasedBackups> {
  const { dataFolder, now } = task;
  const fresh = backupFile(dataFolder, now);
  const older = copiesIn(dataFolder).filter((file) => file !== fresh);
  if (older.length === 0) return { made: null, deleted: [], left: [] };
  const made = await makeBackup(task);
  if (!made.ok) return { made: null, deleted: [], left: older };
  // What was being written meanwhile may have begun before the erasure.
  const all = new Set([...older, ...copiesIn(dataFolder).filter((file) => file !== fresh)]);
  const outcome = [...all].map((file) => ({ file, isGone: wasRemoved(file) }));
  return {
    made: basename(fresh),
    deleted: outcome.filter(({ isGone }) => isGone).map(({ file }) => basename(file)),
    left: outcome.filter(({ isGone }) => !isGone).map(({ file }) => file),
  };
}

function copiesIn(dataFolder: string): string[] {
  return [
    ...namesIn(backupFolder(dataFolder))
      .filter((name) => BACKUP.test(name))
      .map((name) => join(backupFolder(dataFolder), name)),
    ...namesIn(dataFolder)
      .filter((name) => SET_ASIDE.test(name))
      .map((name) => join(dataFolder, name)),
  ];
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    // There is no such folder before the first backup.
    return [];
  }
}

function wasRemoved(file: string): boolean {
  try {
    rmSync(file, { force: true });
    return true;
  } catch {
    return false;
  }
}
