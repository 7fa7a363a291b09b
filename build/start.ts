import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { openApp } from "../electron/app.ts";
import { watchForEnd } from "../electron/browser-host/ending.ts";
import { parseStartFlags, START_USAGE, type StartFlags } from "../electron/browser-host/flags.ts";
import { thisMachine } from "../electron/browser-host/machine.ts";
import { runBrowserHost } from "../electron/browser-host/run.ts";
import { defaultDataFolder } from "../electron/platform/data-folder.ts";
import type { AppError } from "../shared/errors.ts";
import { errorMessage } from "../shared/messages.ts";
import { buildRenderer } from "./build-renderer.ts";
import { isElectronInstalled } from "./electron-runtime.ts";
import { isRendererFresh } from "./renderer-sources.ts";

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
    await buildRenderer(root);
  }
  if (ending.hasCome) return 0;
  const dataFolder = resolve(flags.value.dataFolder ?? defaultDataFolder(true));
  const { today, isReset, port, isWindowWanted } = flags.value;
  return runBrowserHost({
    openApp: () => openApp({ dataFolder, isTraining: true, today, reset: isReset }),
    describe,
    rendererFolder: join(root, "dist", "renderer"),
    dataFolder,
    port,
    isWindowWanted,
    machine: thisMachine(),
    ending,
    announce: (line) => process.stdout.write(`${line}\n`),
    say,
  });
}

/** Says what the person would not expect from the flags they gave. */
function explain(flags: StartFlags): void {
  if (!flags.isTraining) say("An office's own store is not part of this version yet: this opens the training store.");
  if (flags.isBrowserWanted) return;
  say(
    isElectronInstalled(root)
      ? "The desktop window is not part of this version yet: Action Plan opens in the browser."
      : "Electron's runtime is not installed: Action Plan opens in the browser.",
  );
}

function describe(error: AppError): string {
  const { title, text, whatToDo } = errorMessage(error);
  return [title, text, whatToDo].filter(Boolean).join("\n");
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
