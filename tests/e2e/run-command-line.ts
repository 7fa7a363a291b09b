import { execFile } from "node:child_process";
import { join } from "node:path";
import { TODAY } from "./harness.ts";

const COMMAND_LINE = join(import.meta.dirname, "..", "..", "electron", "command-line.ts");

/** What a run of the command line came to. */
export interface CommandLineRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command beside the application, on the training store in a data folder. */
export function runCommandLine(args: readonly string[], dataFolder: string): Promise<CommandLineRun> {
  const all = [COMMAND_LINE, ...args, "--training", "--data", dataFolder, "--today", TODAY];
  return new Promise((resolve) => {
    execFile(process.execPath, all, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}
