import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { vi } from "vitest";
import type * as double from "./electron.ts";
import type { fakeApp } from "./fake-app.ts";

/** The double of Electron, as one boot sees it. */
export type Double = typeof double;

/** A host's main module, and the module that it takes for the application. */
export interface HostFiles {
  readonly main: string;
  readonly preload: string;
}

/** How a boot differs from an ordinary one. */
export interface BootOptions {
  /** Other flags than the ordinary ones, for a data folder. */
  readonly flags?: (folder: string) => readonly string[];
  /** The data folder, where it is to stay for another boot; an empty one that goes otherwise. */
  readonly folder?: string;
  /** Called with the double and the application's double before the main module runs. */
  readonly prepare?: (parts: { double: Double; application: typeof fakeApp; folder: string }) => void;
  /** Whether the process ends with its parent. */
  readonly followsParent?: boolean;
}

/** A main module that has run up to its rest: window loaded, refused, or handed over to the first instance. */
export interface BootedHost {
  readonly electron: Double;
  readonly application: typeof fakeApp;
  /** The data folder. */
  readonly folder: string;
  /** Where the main module lies. */
  readonly place: string;
  /** What the host listens to on its own process. */
  processListeners(name: ProcessSignal): ((given: unknown) => unknown)[];
}

type ProcessSignal = "uncaughtException" | "unhandledRejection" | "SIGTERM";

const LISTENED: readonly string[] = ["uncaughtException", "unhandledRejection", "SIGTERM", "SIGINT", "SIGHUP"];

/** Runs a main module over the double, looks at it, and takes everything away again. */
export async function withHost(
  files: HostFiles,
  options: BootOptions,
  look: (host: BootedHost) => unknown,
): Promise<void> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), "action-plan-host-"));
  const before = new Map(LISTENED.map((name) => [name, process.listeners(name as "SIGTERM")]));
  const added = (name: string) =>
    process.listeners(name as "SIGTERM").filter((listener) => !before.get(name)?.includes(listener));
  const savedArguments = process.argv;
  try {
    vi.resetModules();
    const electron: Double = await import("./electron.ts");
    const { fakeApp: application } = await import("./fake-app.ts");
    options.prepare?.({ double: electron, application, folder });
    const flags = options.flags?.(folder) ?? ["--training", "--data", folder, "--today", "2012-04-16"];
    // An installed application is its own program; in a checkout Electron is given the main module.
    process.argv = electron.app.isPackaged ? ["action-plan", ...flags] : ["electron", files.main, ...flags];
    if (options.followsParent) process.env.ACTION_PLAN_FOLLOWS_PARENT = "1";
    await import(/* @vite-ignore */ files.main);
    await isAtRest(electron);
    await look({
      electron,
      application,
      folder,
      place: dirname(files.main),
      processListeners: (name) => added(name) as unknown as ((given: unknown) => unknown)[],
    });
  } finally {
    process.argv = savedArguments;
    delete process.env.ACTION_PLAN_FOLLOWS_PARENT;
    for (const name of LISTENED) for (const listener of added(name)) process.off(name, listener);
    if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a preload script over the double and hands over what the page then sees. */
export async function withPreload(
  files: HostFiles,
  look: (exposed: Map<string, unknown>, electron: Double) => unknown,
): Promise<void> {
  vi.resetModules();
  const electron: Double = await import("./electron.ts");
  await import(/* @vite-ignore */ files.preload);
  await look(electron.record.exposed, electron);
}

const ENDS = ["loadURL", "exit", "quit"];

async function isAtRest({ record }: Double): Promise<void> {
  await vi.waitFor(
    () => {
      if (!record.calls.some((call) => ENDS.includes(call))) throw new Error(`Still at: ${record.calls.join(", ")}`);
    },
    { timeout: 3_000, interval: 1 },
  );
  // What is done after the last of these calls is done in the same turn or the next.
  await new Promise((resolve) => setImmediate(resolve));
}
