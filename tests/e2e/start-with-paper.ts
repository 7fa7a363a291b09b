import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildRenderer } from "../../build/build-renderer.ts";
import { isRendererFresh } from "../../build/renderer-sources.ts";
import { openApp } from "../../electron/app.ts";
import { thisMachine } from "../../electron/browser-host/machine.ts";
import { runBrowserHost } from "../../electron/browser-host/run.ts";
import { watchForEnd } from "../../electron/platform/ending.ts";
import { chosenStore, parseStartFlags } from "../../electron/platform/start-flags.ts";
import type { Spooler } from "../../electron/print/spoolers/spooler.ts";
import type { Printer } from "../../shared/print/print-options.ts";
import { err, ok } from "../../shared/result.ts";

// Starts the product's host with printers of its own: one that prints, one that refuses, and one that never answers.

/** The file in the data folder that, once a test writes it, says which printers there are. */
const PRINTERS_FILE = "printers.json";
const TRAYS = [
  { id: "Tray1", name: "Tray 1" },
  { id: "Tray2", name: "Tray 2" },
];
const PRINTERS: readonly Printer[] = [
  { id: "room-3", name: "Interview room 3", isDefault: true, isReady: true, trays: TRAYS },
  { id: "broken", name: "Broken", isDefault: false, isReady: true, trays: TRAYS },
  { id: "slow", name: "Slow", isDefault: false, isReady: true, trays: TRAYS },
];

const root = join(import.meta.dirname, "..", "..");
const flags = parseStartFlags(process.argv.slice(2));
if (!flags.ok) throw new Error(flags.error);
const store = chosenStore(flags.value);
if (!isRendererFresh(root)) await buildRenderer(root);

process.exit(
  await runBrowserHost({
    openApp: () => openApp({ ...store, spooler: spoolerOf(join(store.dataFolder, PRINTERS_FILE)) }),
    describe: ({ code }) => code,
    rendererFolder: join(root, "dist", "renderer"),
    dataFolder: store.dataFolder,
    port: flags.value.port,
    isWindowWanted: false,
    machine: thisMachine(),
    ending: watchForEnd(),
    announce: (line) => process.stdout.write(`${line}\n`),
    say: (line) => process.stderr.write(`${line}\n`),
  }),
);

function spoolerOf(file: string): Spooler {
  return {
    list: async () => ok(existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Printer[]) : PRINTERS),
    async spool({ printer, signal }) {
      if (printer === "broken") return err({ code: "printer-refused", printer: "Broken" });
      if (printer !== "slow") return ok(undefined);
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      return err({ code: "print-cancelled" });
    },
  };
}
