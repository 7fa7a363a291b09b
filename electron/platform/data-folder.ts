import { homedir } from "node:os";
import { join } from "node:path";

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
