import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Ending } from "../electron/platform/ending.ts";

const LONGEST_FAREWELL_MILLISECONDS = 700;

/** A start of Electron's runtime. */
export interface ElectronStart {
  /** Electron's own program. */
  readonly program: string;
  /** The bundled main process. */
  readonly main: string;
  readonly flags: readonly string[];
  readonly ending: Pick<Ending, "promise">;
}

/** Runs the application in Electron's runtime until it ends, or ends it when npm start is to end; the exit code. */
export async function runElectron({ program, main, flags, ending }: ElectronStart): Promise<number> {
  // Set in some editors' terminals: it would make Electron a plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env;
  const child = spawn(program, [main, ...flags], {
    // Standard output belongs to the browser host's ready line.
    stdio: ["ignore", process.stderr, process.stderr],
    env: { ...environment, ACTION_PLAN_FOLLOWS_PARENT: "1" },
  });
  const exited = once(child, "exit") as Promise<[number | null]>;
  const isToEnd = await Promise.race([exited.then(() => false), ending.promise.then(() => true)]);
  if (!isToEnd) return (await exited)[0] ?? 1;
  child.kill("SIGTERM");
  const killer = setTimeout(() => child.kill("SIGKILL"), LONGEST_FAREWELL_MILLISECONDS);
  await exited;
  clearTimeout(killer);
  return 0;
}
