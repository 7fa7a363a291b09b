import { randomUUID } from "node:crypto";
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Writes a file whole or not at all, durably and readable by its owner only: what stood there before stays until the new
 * one has reached the disk. Throws what the operating system says when it cannot.
 */
export function writeFileWhole(file: string, content: string | Uint8Array): void {
  const temporary = join(dirname(file), `.${basename(file)}.${randomUUID()}.part`);
  try {
    writeFileSync(temporary, content, { mode: 0o600, flag: "wx", flush: true });
    renameSync(temporary, file);
  } catch (thrown) {
    rmSync(temporary, { force: true });
    throw thrown;
  }
  syncFolder(dirname(file));
}

/** Has the names in a folder reach the disk, after one of them was changed. */
export function syncFolder(folder: string): void {
  // Windows can neither open a folder nor needs to: NTFS keeps its names in a journal.
  if (process.platform === "win32") return;
  const opened = openSync(folder, "r");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
