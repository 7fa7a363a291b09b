import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { openApp } from "../electron/app.ts";
import { thisMachine } from "../electron/browser-host/machine.ts";
import { runBrowserHost } from "../electron/browser-host/run.ts";
import { watchForEnd } from "../electron/platform/ending.ts";
import { chosenStore, parseStartFlags, START_USAGE, type StartFlags } from "../electron/platform/start-flags.ts";
import type { AppError } from "../shared/errors.ts";
import { errorMessage } from "../shared/messages.ts";
import { buildApart } from "./build-apart.ts";
import { isMainFresh } from "./bundle-main.ts";
import { electronProgram, isElectronInstalled } from "./electron-runtime.ts";
import { isRendererFresh } from "./renderer-sources.ts";
import { runElectron } from "./run-electron.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

// Once the parent is gone nobody reads either of them, and writing must not bring the clean end down.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});

process.exit(await start(process.argv.slice(2)));

async function start(args: readonly string[]): Promise<number> {
  const flags = parseStartFlags(args);
  if (!flags.ok) {
    say(flags.error);
    say(START_USAGE);
    return 2;
  }
  const ending = watchForEnd();
  explain(flags.value);
  if (!isRendererFresh(root)) {
    say("Building the windows; this happens after a change only.");
    if (!(await buildApart(join(root, "build", "build-renderer.ts")))) return 1;
  }
  const program = isElectronWanted(flags.value) ? electronProgram(root) : undefined;
  if (program && !isMainFresh(root) && !(await buildApart(join(root, "build", "bundle-main.ts")))) return 1;
  if (ending.hasCome) return 0;
  if (program) return runElectron({ program, main: join(root, "dist", "main", "main.js"), flags: args, ending });
  const { port, isWindowWanted } = flags.value;
  const store = chosenStore(flags.value);
  return runBrowserHost({
    openApp: () => openApp(store),
    describe,
    rendererFolder: join(root, "dist", "renderer"),
    dataFolder: store.dataFolder,
    port,
    isWindowWanted,
    machine: thisMachine(),
    ending,
    announce: (line) => process.stdout.write(`${line}\n`),
    say,
  });
}

/** A start without a window is the browser host's alone. */
function isElectronWanted({ isBrowserWanted, isWindowWanted }: StartFlags): boolean {
  return !isBrowserWanted && isWindowWanted;
}

/** Says what the person would not expect from the flags they gave. */
function explain(flags: StartFlags): void {
  if (flags.isBrowserWanted || isElectronInstalled(root)) return;
  say("Electron's runtime is not installed: Action Plan opens in the browser.");
}

function describe(error: AppError): string {
  const { title, text, whatToDo } = errorMessage(error);
  return [title, text, whatToDo].filter(Boolean).join("\n");
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
