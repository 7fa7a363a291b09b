import { homedir } from "node:os";
import { join } from "node:path";

const PRODUCT = "Action Plan";

/** The machine as far as the place for application data depends on it. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** This machine. */
export function thisMachine(): Machine {
  return { platform: process.platform, environment: process.env, home: homedir() };
}

/** Where the training store lives unless --data says otherwise. */
export function defaultTrainingFolder(machine: Machine): string {
  return join(applicationDataFolder(machine), PRODUCT, "training");
}

function applicationDataFolder({ platform, environment, home }: Machine): string {
  if (platform === "win32") return environment.LOCALAPPDATA || join(home, "AppData", "Local");
  if (platform === "darwin") return join(home, "Library", "Application Support");
  return environment.XDG_DATA_HOME || join(home, ".local", "share");
}
