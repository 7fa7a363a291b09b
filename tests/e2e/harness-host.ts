import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const START = join(import.meta.dirname, "..", "..", "build", "start.js");
/** The first start after a change builds the windows. */
const READY_WITHIN_MILLISECONDS = 90_000;

/** The day it is in the end-to-end tests: a Monday. */
export const TODAY = "2012-04-16";

/** How a host is started. */
export interface HostOptions {
  /** Kept afterwards when given; otherwise a temporary folder that goes with the host. */
  readonly dataFolder?: string;
  readonly today?: string;
  /** False for an office's own store, whose day is the machine's; the training store unless a test says otherwise. */
  readonly isTraining?: boolean;
  /** Further flags of npm start. */
  readonly flags?: readonly string[];
  /** The script that starts the host; the product's own unless a test says otherwise. */
  readonly script?: string;
}

/** A running browser host. */
export interface StartedHost {
  /** Opens the application once. */
  readonly address: string;
  readonly dataFolder: string;
  readonly process: ChildProcess;
  /** All that was printed so far. */
  readonly output: { readonly out: string; readonly err: string };
  /** Ends the host with SIGTERM; the promise is its exit code, null when it had to be killed. */
  stop(): Promise<number | null>;
}

/** Starts a store in the browser host, the training store by default, and waits for the ready line; rejects with what it said otherwise. */
export async function startHost(options: HostOptions = {}): Promise<StartedHost> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), "action-plan-e2e-"));
  const training = options.isTraining === false ? [] : ["--training", "--today", options.today ?? TODAY];
  const flags = ["--browser", "--no-open", "--data", dataFolder, ...training, ...(options.flags ?? [])];
  const args = [options.script ?? START, ...flags];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  const output = { out: "", err: "" };
  child.stderr.on("data", (chunk) => {
    output.err += chunk;
  });
  const stop = async () => {
    const code = await end(child);
    if (!options.dataFolder) rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
    return code;
  };
  try {
    const address = await readAddress(child, output);
    return { address, dataFolder, process: child, output, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function readAddress(child: ChildProcess, output: { out: string; err: string }): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (what: string) => reject(new Error(`The host ${what}.\n${output.out}${output.err}`));
    const timer = setTimeout(() => fail("did not become ready"), READY_WITHIN_MILLISECONDS);
    child.once("close", (code) => fail(`ended with exit code ${code}`));
    child.once("error", reject);
    child.stdout?.on("data", (chunk) => {
      output.out += chunk;
      const ready = /^ready (\S+)\n/m.exec(output.out);
      if (!ready?.[1]) return;
      clearTimeout(timer);
      resolve(ready[1]);
    });
  });
}

async function end(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const closed = once(child, "close");
  child.kill("SIGTERM");
  const killer = setTimeout(() => child.kill("SIGKILL"), 5_000);
  await closed;
  clearTimeout(killer);
  return child.exitCode;
}
