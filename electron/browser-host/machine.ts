import { homedir } from "node:os";

/** The machine, as far as finding a browser depends on it. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** This machine. */
export function thisMachine(): Machine {
  return { platform: process.platform, environment: process.env, home: homedir() };
}
