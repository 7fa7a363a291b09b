import { createCupsSpooler } from "./cups-spooler.ts";
import { openPrivateFiles } from "./private-files.ts";
import type { Patience, Spooler } from "./spooler.ts";
import { createWindowsSpooler } from "./windows-spooler.ts";

const PATIENCE: Patience = { list: 10_000, spool: 30_000 };

/** The way to this computer's printers, whatever its operating system; documents lie in the data folder meanwhile. */
export function createSpooler(dataFolder: string): Spooler {
  const files = openPrivateFiles(dataFolder);
  return process.platform === "win32" ? createWindowsSpooler(files, PATIENCE) : createCupsSpooler(files, PATIENCE);
}
