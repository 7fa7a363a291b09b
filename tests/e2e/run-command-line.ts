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
  return run([...args, "--training", "--data", dataFolder, "--today", TODAY], {});
}

/** Runs a command beside the application, on the office's own store in a data folder, by an adviser's passphrase. */
export function runOfficeCommandLine(
  args: readonly string[],
  dataFolder: string,
  passphrase: string,
): Promise<CommandLineRun> {
  return run([...args, "--data", dataFolder], { ACTION_PLAN_PASSPHRASE: passphrase });
}

function run(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<CommandLineRun> {
  const env = { ...process.env, ...environment };
  return new Promise((resolve) => {
    execFile(process.execPath, [COMMAND_LINE, ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}
