import { existsSync } from "node:fs";
import type {
  App,
  ContextBridge,
  Dialog,
  Menu as ElectronMenu,
  IpcMain,
  IpcRenderer,
  MessageBoxOptions,
  MessageBoxReturnValue,
  Protocol,
  SafeStorage,
  Shell,
} from "electron";
import { DoubleEmitter } from "./events.ts";
import { behaviour, record } from "./record.ts";
import { appEvents, BrowserWindow } from "./windows.ts";

// Stands in for the module electron, which cannot be imported outside Electron. Where a part's shape can be held to
// Electron's own types, it is.

export { behaviour, record } from "./record.ts";
export { DoubleSession, session } from "./sessions.ts";
export { BrowserWindow, type DoubleFrame, DoubleWebContents } from "./windows.ts";

const appMethods = {
  isPackaged: false as boolean,
  setName: (name) => void record.calls.push(`setName ${name}`),
  setPath: (name, path) => {
    record.calls.push(`setPath ${name}`);
    if (!existsSync(path)) throw new Error(`Failed to set path ${name}`);
    record.paths[name] = path;
  },
  requestSingleInstanceLock: () => {
    record.calls.push("requestSingleInstanceLock");
    return behaviour.hasLock;
  },
  enableSandbox: () => void record.calls.push("enableSandbox"),
  whenReady: async () => void record.calls.push("whenReady"),
  exit: (code = 0) => {
    record.calls.push("exit");
    record.exitCodes.push(code);
  },
  quit: () => quit(),
} satisfies Partial<App>;

export const app = Object.assign(appEvents, appMethods);

/** As Electron does it: windows first, each of which may stay; then will-quit, once. */
function quit(): void {
  if (record.calls.includes("quit")) return;
  appEvents.happen("before-quit");
  for (const window of BrowserWindow.all) window.close();
  if (BrowserWindow.all.some((window) => !window.isGone) || record.calls.includes("quit")) return;
  record.calls.push("quit");
  appEvents.happen("will-quit");
}

export const protocol = {
  registerSchemesAsPrivileged: (schemes) => {
    record.calls.push("registerSchemesAsPrivileged");
    record.schemes.push(...schemes);
  },
} satisfies Partial<Protocol>;

export const ipcMain = {
  handle: (channel, listener) => {
    record.calls.push("ipcMain.handle");
    record.handlers.set(channel, listener as (event: unknown, ...args: unknown[]) => unknown);
  },
  removeHandler: (channel) => void record.handlers.delete(channel),
} satisfies Partial<IpcMain>;

export const dialog = {
  showErrorBox: (title, content) => void record.errorBoxes.push({ title, content }),
  showMessageBoxSync: (...args: unknown[]) => {
    const { buttons = [] } = (args.at(-1) ?? {}) as MessageBoxOptions;
    record.messageBoxes.push(buttons.join(", "));
    return behaviour.chosenButton ?? 0;
  },
  showMessageBox: async (...args: unknown[]) => {
    const { buttons = [], cancelId = -1, signal } = (args.at(-1) ?? {}) as MessageBoxOptions;
    record.messageBoxes.push(buttons.join(", "));
    // Nobody answers a question that is asked without end.
    const isAnswered = behaviour.chosenButton !== undefined && record.messageBoxes.length < 10;
    if (isAnswered) return { response: behaviour.chosenButton ?? cancelId, checkboxChecked: false };
    const { promise, resolve } = Promise.withResolvers<MessageBoxReturnValue>();
    signal?.addEventListener("abort", () => {
      record.calls.push("question taken away");
      resolve({ response: cancelId, checkboxChecked: false });
    });
    return promise;
  },
  showOpenDialogSync: () => (behaviour.chosenFile === undefined ? undefined : [behaviour.chosenFile]),
} satisfies Partial<Dialog>;

/** An answer of the vault, which a slow one never gives. */
function fromVault<T>(call: string, answer: () => T): Promise<T> {
  record.vaultCalls.push(call);
  return behaviour.vault.isSlow ? new Promise(() => undefined) : Promise.resolve().then(answer);
}

/** The asynchronous calls alone: whoever uses one of the deprecated ones finds nothing. */
export const safeStorage = {
  getSelectedStorageBackend: () => behaviour.vault.backend,
  isAsyncEncryptionAvailable: () => fromVault("available", () => behaviour.vault.isAvailable),
  encryptStringAsync: (text) =>
    fromVault("encrypt", () => Buffer.from(JSON.stringify([behaviour.vault.account, text])).reverse()),
  decryptStringAsync: (encrypted) =>
    fromVault("decrypt", () => {
      const { account, isForgetful, shouldReEncrypt } = behaviour.vault;
      const [owner, result] = JSON.parse(Buffer.from(encrypted).reverse().toString()) as [string, string];
      if (owner !== account) throw new Error("Error while decrypting the ciphertext");
      return { result: isForgetful ? "" : result, shouldReEncrypt };
    }),
} satisfies Partial<SafeStorage>;

export const shell = {
  openPath: async (path) => {
    record.openedFiles.push(path);
    return behaviour.openProblem;
  },
} satisfies Partial<Shell>;

export const Menu = {
  setApplicationMenu: (menu: ElectronMenu | null) => void record.menus.push(menu),
  buildFromTemplate: (template: unknown) => template,
};

export const powerMonitor = new DoubleEmitter();

export const crashReporter = {
  start: () => {
    record.crashReports += 1;
  },
};

export const contextBridge = {
  exposeInMainWorld: (name, api) => void record.exposed.set(name, api),
} satisfies Partial<ContextBridge>;

const rendererMethods = {
  invoke: async (channel, ...args) => {
    record.invoked.push([channel, ...args]);
    return { ok: true, value: {} };
  },
} satisfies Partial<IpcRenderer>;

export const ipcRenderer = Object.assign(new DoubleEmitter(), rendererMethods);
