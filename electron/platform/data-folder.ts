import { mkdirSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

/** What the data folder's place depends on. */
export interface DataFolderPlace {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** Where the store lives when no folder is named: the operating system's place for application data. */
export function defaultDataFolder(isTraining: boolean, place: DataFolderPlace = thisMachine()): string {
  return join(applicationData(place), "Action Plan", isTraining ? "training" : "office");
}

/**
 * Makes a private folder and what is missing above it; throws what the operating system has against it. One step at a
 * time, since Node's own recursive way never ends in a place like /proc, which has folders and takes none.
 */
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (thrown) {
    // Another process may have made it meanwhile.
    if (!isFolder(folder)) throw thrown;
  }
}

/** Makes a private folder where it is missing; false where the operating system refuses. */
export function canMakeFolder(folder: string): boolean {
  try {
    makeFolder(folder);
    return true;
  } catch {
    return false;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function thisMachine(): DataFolderPlace {
  return { platform: process.platform, environment: process.env, home: homedir() };
}

function applicationData({ platform, environment, home }: DataFolderPlace): string {
  if (platform === "win32") return environment.LOCALAPPDATA || join(home, "AppData", "Local");
  if (platform === "darwin") return join(home, "Library", "Application Support");
  const named = environment.XDG_DATA_HOME;
  // The XDG specification says that a relative path there is to be ignored.
  return named?.startsWith("/") ? named : join(home, ".local", "share");
}
