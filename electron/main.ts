import { join } from "node:path";
import { app, dialog, session } from "electron";
import type { AppError } from "../shared/errors.ts";
import { errorMessage } from "../shared/messages.ts";
import { type App, areKeysSealed, openApp, restoreUnopened } from "./app.ts";
import { setupEnding } from "./electron-host/ending.ts";
import { type FailureLog, openFailureLog, setupFailures, watchWindow } from "./electron-host/failures.ts";
import { setupMenu } from "./electron-host/menu.ts";
import { APP_PAGE, SESSION_PARTITION } from "./electron-host/names.ts";
import { setupNavigation } from "./electron-host/navigation.ts";
import { setupNetwork } from "./electron-host/network.ts";
import { setupPermissions } from "./electron-host/permissions.ts";
import { setupPrints } from "./electron-host/prints.ts";
import { registerScheme, setupProtocol } from "./electron-host/protocol.ts";
import { setupRequests } from "./electron-host/requests.ts";
import { chooseBackup, isHelpedByRestore } from "./electron-host/restore-at-start.ts";
import { openVault } from "./electron-host/vault.ts";
import { createWindow, focusWindow } from "./electron-host/window.ts";
import { canMakeFolder } from "./platform/data-folder.ts";
import { watchForEnd } from "./platform/ending.ts";
import { readRendererFiles } from "./platform/renderer-files.ts";
import {
  type ChosenStore,
  chosenStore,
  parseStartFlags,
  START_USAGE,
  type StartFlags,
} from "./platform/start-flags.ts";

/** Set by npm start, whose end is then the application's end too. */
const FOLLOWS_PARENT = "ACTION_PLAN_FOLLOWS_PARENT";

const flags = parseStartFlags(process.argv.slice(app.isPackaged ? 1 : 2));
// Not awaited: Electron becomes ready only when this module has been run to its end.
if (flags.ok) void start(flags.value);
else refuse("Action Plan cannot start", `${flags.error}\n${START_USAGE}`, 2);

/**
 * The order matters: what is set before Electron is ready cannot be set later, the single-instance lock comes before
 * the store, and nothing is loaded into the window before all that guards it stands.
 */
async function start(flags: StartFlags): Promise<void> {
  const store = chosenStore(flags);
  const log = openFailureLog(store.dataFolder);
  setupFailures(log);
  const windowFolder = join(store.dataFolder, "window");
  app.setName("Action Plan");
  // Electron refuses a folder that is not there.
  if (!canMakeFolder(windowFolder)) return refuseStart({ code: "store-read-only" });
  app.setPath("userData", windowFolder);
  if (!app.requestSingleInstanceLock()) return app.quit();
  app.enableSandbox();
  registerScheme();
  setupNavigation();
  await app.whenReady();

  const application = await openOrRefuse(store, log);
  if (!application) return;

  const windowSession = session.fromPartition(SESSION_PARTITION);
  setupMenu();
  setupProtocol(windowSession, readRendererFiles(join(import.meta.dirname, "..", "renderer")));
  setupPermissions(windowSession);
  setupNetwork(windowSession);
  const prints = setupPrints(windowSession, join(windowFolder, "prints"));

  const window = createWindow(join(import.meta.dirname, "preload.cjs"));
  watchWindow(window, log);
  const requests = setupRequests(application, window);
  app.on("second-instance", () => focusWindow(window));
  const { endNow } = setupEnding(window, requests, () => {
    application.close();
    prints.remove();
  });
  if (process.env[FOLLOWS_PARENT]) void watchForEnd().promise.then(endNow);
  await window.loadURL(APP_PAGE);
}

/** Opens the application; where that is refused for what a backup puts right, the person may restore one first. */
async function openOrRefuse(store: ChosenStore, log: FailureLog): Promise<App | undefined> {
  const { dataFolder, isTraining } = store;
  // The training store's key is published, so there is nothing to seal.
  const deviceKey = isTraining ? undefined : await openVault({ dataFolder, isSealed: areKeysSealed(dataFolder), log });
  const opened = openApp({ ...store, deviceKey });
  if (opened.ok) return opened.value;
  if (!isHelpedByRestore(opened.error)) return void refuseStart(opened.error);
  const file = chooseBackup(opened.error, dataFolder);
  if (file === undefined) return void app.exit(1);
  const restored = restoreUnopened(dataFolder, file);
  return restored.ok ? openOrRefuse(store, log) : void refuseStart(restored.error);
}

function refuseStart(error: AppError): void {
  const { title, text, whatToDo } = errorMessage(error);
  refuse(title, [text, whatToDo].filter(Boolean).join("\n"), 1);
}

function refuse(title: string, text: string, exitCode: number): void {
  dialog.showErrorBox(title, text);
  app.exit(exitCode);
}
