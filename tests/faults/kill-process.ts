import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";

/** What a process that was to be killed said, and whether it came to its end before. */
export interface KilledProcess {
  readonly out: string;
  readonly err: string;
  /** Null when it was killed. */
  readonly exitCode: number | null;
  /** How long it lived after it was ready, in milliseconds. */
  readonly lived: number;
}

/** How long a process may live. */
export interface Life {
  /** Milliseconds until SIGKILL; endless for a process that is to come to its end. */
  readonly delay: number;
  /** The line after which the time runs; from its start when absent. */
  readonly readyLine?: string;
}

/** Runs a script and kills it with SIGKILL once its time is over, if it has not come to its end by then. */
export async function runAndKill(
  script: string,
  args: readonly string[],
  { delay, readyLine }: Life,
): Promise<KilledProcess> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const closed = once(child, "close");
  const output = collectOutput(child, readyLine);
  await output.ready;
  const started = performance.now();
  if (Number.isFinite(delay)) await Promise.race([pause(delay), closed]);
  else await closed;
  const lived = performance.now() - started;
  child.kill("SIGKILL");
  await closed;
  return { ...output.text, exitCode: child.exitCode, lived };
}

function collectOutput(child: ChildProcess, readyLine: string | undefined) {
  const text = { out: "", err: "" };
  const { promise: ready, resolve } = Promise.withResolvers<void>();
  if (readyLine === undefined) resolve();
  child.stdout?.on("data", (chunk) => {
    text.out += chunk;
    if (text.out.includes(`${readyLine}\n`)) resolve();
  });
  child.stderr?.on("data", (chunk) => {
    text.err += chunk;
  });
  child.once("close", () => resolve());
  return { ready, text };
}
