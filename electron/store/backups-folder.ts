import { readdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { type ArchiveHeader, KEYS_NAME, readArchiveHeader } from "./backups-archive.ts";

/** How many backups a data folder keeps. */
export const BACKUPS_KEPT = 7;

const ENDING = ".planbackup";
const NAME = /^backup-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z\.planbackup$/;
const PART_IS_LEFT_AFTER = 3_600_000;

/** A backup that lies in a data folder. */
export interface Backup {
  readonly file: string;
  readonly madeAt: string;
  readonly bytes: number;
}

/** Where a data folder keeps its backups. */
export function backupFolder(dataFolder: string): string {
  return join(dataFolder, "backups");
}

/** The keys that belong to a store. */
export function keysFileBeside(storeFile: string): string {
  return join(dirname(storeFile), KEYS_NAME);
}

/** The name of a backup made at a moment: its date and time in UTC, and nothing of any client. */
export function backupFile(dataFolder: string, madeAt: string): string {
  return join(backupFolder(dataFolder), `backup-${new Date(madeAt).toISOString().replace(/[:.]/g, "-")}${ENDING}`);
}

/** A data folder's backups, newest first; files that are none are left out. */
export function listBackups(dataFolder: string): Backup[] {
  return namesOf(dataFolder).flatMap((name) => {
    const file = join(backupFolder(dataFolder), name);
    const header = headerIn(file);
    return header ? [{ file, madeAt: header.madeAt, bytes: statSync(file).size }] : [];
  });
}

function headerIn(file: string): ArchiveHeader | undefined {
  try {
    return readArchiveHeader(file);
  } catch {
    // A file that cannot be opened is no backup that one could go back to.
    return undefined;
  }
}

/**
 * Removes the oldest backups over the number kept, and what a start that was killed left half written. The one just
 * made stays, even beside others that a wrong clock dated later.
 */
export function removeOldBackups(dataFolder: string, justMade: string): void {
  const others = listBackups(dataFolder).filter(({ file }) => file !== justMade);
  for (const { file } of others.slice(BACKUPS_KEPT - 1)) rmSync(file, { force: true });
  const folder = backupFolder(dataFolder);
  for (const name of readdirSync(folder).filter((name) => name.endsWith(".part"))) {
    const left = statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - left > PART_IS_LEFT_AFTER) rmSync(join(folder, name), { force: true });
  }
}

function namesOf(dataFolder: string): string[] {
  const folder = backupFolder(dataFolder);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder)
    .filter((name) => NAME.test(name))
    .sort()
    .reverse();
}
