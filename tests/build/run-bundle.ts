import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

// Run in a process of its own: starts the bundled main process on plain Node over the double of Electron, makes a
// print, goes through a quit, and prints what came of it as one line of JSON.

const root = join(import.meta.dirname, "..", "..");
const doubleFile = pathToFileURL(join(root, "tests", "electron-double", "electron.ts")).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "electron" ? { url: doubleFile, shortCircuit: true } : next(specifier, context),
});

const { app, BrowserWindow, record, session } = await import("../electron-double/electron.ts");
await import(pathToFileURL(join(root, "dist", "main", "main.js")).href);
while (!record.calls.includes("loadURL") && record.exitCodes.length === 0) {
  await new Promise((resolve) => setTimeout(resolve, 5));
}

const [window] = BrowserWindow.all;
const handler = [...record.handlers.values()][0];
if (!window || !handler) throw new Error(JSON.stringify(record.errorBoxes));

async function ask(name: string, input: unknown): Promise<unknown> {
  const own = window?.webContents;
  return handler?.({ sender: own, senderFrame: own?.mainFrame }, name, input);
}

interface Found {
  readonly value: { readonly groups: { readonly clients: { readonly id: string }[] }[] };
}

const found = (await ask("find-clients", { text: "QQ100002A" })) as Found;
const clientId = found.value.groups[0]?.clients[0]?.id;
const print = (await ask("make-print", { clientId, option: "all", style: "standard" })) as {
  readonly value?: { readonly document: string };
};
const checked = (await ask("check-spelling", {
  clientId,
  texts: [{ id: "text", text: "The Jobcentre recieved it" }],
})) as {
  readonly value?: { readonly findings: readonly { readonly word: string }[] };
};
const suggested = (await ask("suggest-spelling", { word: "recieved" })) as {
  readonly value?: { readonly suggestions: readonly string[] };
};
const windowSession = session.fromPartition(window.options.webPreferences?.partition ?? "");
const page = await windowSession.protocolHandlers.get("app")?.(new Request("app://action-plan/"));
app.quit();
const begins = Buffer.from(print.value?.document ?? "", "base64")
  .subarray(0, 5)
  .toString();
console.log(
  JSON.stringify({
    begins,
    misspelt: checked.value?.findings.map(({ word }) => word),
    suggested: suggested.value?.suggestions[0],
    status: page?.status,
    last: record.calls.at(-1),
    preload: window.options.webPreferences?.preload,
  }),
);
