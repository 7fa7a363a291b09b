import { join } from "node:path";
import type { AppError } from "../../shared/errors.ts";
import type { Result } from "../../shared/result.ts";
import type { Ending } from "../platform/ending.ts";
import { readRendererFiles } from "../platform/renderer-files.ts";
import type { Machine } from "./machine.ts";
import { type OpenedWindow, openApplicationWindow, openDefaultBrowser } from "./open-window.ts";
import type { ServedApp } from "./served-app.ts";
import { type BrowserHostServer, startServer } from "./server.ts";

const GONE_AFTER_MILLISECONDS = 10_000;
/** A browser that is not running yet takes its time on an office desktop. */
const FIRST_PAGE_WITHIN_MILLISECONDS = 60_000;

/** What a start of the browser host needs. */
export interface BrowserHostOptions {
  readonly openApp: () => Result<ServedApp, AppError>;
  /** Puts a refusal in the words that the person reads. */
  readonly describe: (error: AppError) => string;
  readonly rendererFolder: string;
  readonly dataFolder: string;
  readonly port: number;
  readonly isWindowWanted: boolean;
  readonly machine: Machine;
  readonly ending: Ending;
  /** Prints the ready line and nothing else. */
  readonly announce: (line: string) => void;
  /** Says something to the person at the terminal. */
  readonly say: (line: string) => void;
}

/** Serves the application until it is to end; the promise is the exit code. */
export async function runBrowserHost(options: BrowserHostOptions): Promise<number> {
  const { ending, say } = options;
  const opened = options.openApp();
  if (!opened.ok) {
    say(options.describe(opened.error));
    return 1;
  }
  const app = opened.value;
  try {
    const server = await listen(options, app);
    if (!server) return 1;
    options.announce(`ready ${server.launchAddress}`);
    const window = options.isWindowWanted ? await openWindow(options, server) : undefined;
    await ending.promise;
    await server.stop();
    window?.close();
    return 0;
  } finally {
    app.close();
  }
}

async function listen(options: BrowserHostOptions, app: ServedApp): Promise<BrowserHostServer | undefined> {
  try {
    return await startServer({
      app,
      files: readRendererFiles(options.rendererFolder),
      port: options.port,
      onInternalError: (errorId, error) => options.say(`Error ${errorId}: ${traceOf(error)}`),
    });
  } catch (error) {
    if (!isPortRefusal(error)) throw error;
    options.say(`Port ${options.port} cannot be used: another program has it. Choose another, or leave --port out.`);
    return undefined;
  }
}

function isPortRefusal(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === "EADDRINUSE" || code === "EACCES";
}

/** A trace without the error's message, which may quote what was sent. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames].join("\n");
}

/** Opens a window of its own where there is a browser for it, else the default browser. */
async function openWindow(options: BrowserHostOptions, server: BrowserHostServer): Promise<OpenedWindow | undefined> {
  const { ending, machine, dataFolder } = options;
  const window = openApplicationWindow(server.launchAddress, join(dataFolder, "browser"), machine);
  if (!window?.ended) {
    await handToDefaultBrowser(options, server);
    return window;
  }
  let hasBeenSeen = false;
  server.streams.onChange(() => {
    hasBeenSeen = true;
  });
  void window.ended.then(async () => {
    if (hasBeenSeen || ending.hasCome) return ending.end("window closed");
    await handToDefaultBrowser(options, server);
  });
  return window;
}

async function handToDefaultBrowser(options: BrowserHostOptions, server: BrowserHostServer): Promise<void> {
  const address = server.issueLaunchAddress();
  if (!(await openDefaultBrowser(address, options.machine))) {
    options.say(`No browser could be opened. Open this address in one: ${address}`);
  }
  endWhenNobodyIsThere(server.streams, options.ending);
}

/** Ends the host ten seconds after the last page went; the first page may take longer to come. */
export function endWhenNobodyIsThere(streams: BrowserHostServer["streams"], ending: Pick<Ending, "end">): void {
  const endSoon = (milliseconds: number) => setTimeout(() => ending.end("nobody there"), milliseconds).unref();
  let timer = streams.count === 0 ? endSoon(FIRST_PAGE_WITHIN_MILLISECONDS) : undefined;
  streams.onChange((count) => {
    clearTimeout(timer);
    if (count === 0) timer = endSoon(GONE_AFTER_MILLISECONDS);
  });
}
