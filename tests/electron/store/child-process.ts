import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** A child that has said that it is ready. */
export interface ReadyChild {
  /** What it said, on one line. */
  readonly said: string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** Runs a script of this folder as a process of its own and waits for its first line. */
export async function startChild(
  script: string,
  typed: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ReadyChild> {
  const path = fileURLToPath(new URL(`./${script}`, import.meta.url));
  const child = spawn(process.execPath, [path, ...typed], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...environment },
  });
  onTestFinished(() => kill(child));
  const [said] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return { said, kill: () => kill(child) };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
