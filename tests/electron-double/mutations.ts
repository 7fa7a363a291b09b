// biome-ignore-all lint/suspicious/noTemplateCurlyInString: lines of the source are quoted as they stand there

/** One line of the host taken out or turned round: what a check must notice. */
export interface Mutation {
  /** Below electron/. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const removed = (file: string, ...lines: string[]): Mutation[] => lines.map((from) => ({ file, from, to: "" }));

const turned = (file: string, from: string, to: string): Mutation => ({ file, from, to });

const REQUESTS = "electron-host/requests.ts";
const NAVIGATION = "electron-host/navigation.ts";
const PERMISSIONS = "electron-host/permissions.ts";
const PROTOCOL = "electron-host/protocol.ts";
const WINDOW = "electron-host/window.ts";
const ENDING = "electron-host/ending.ts";
const PRINTS = "electron-host/prints.ts";
const VAULT = "electron-host/vault.ts";
const PROTECTION = "platform/page-protection.ts";

/** Every line that guards something. */
export const mutations: readonly Mutation[] = [
  turned("main.ts", "if (!app.requestSingleInstanceLock()) return app.quit();", ""),
  turned("main.ts", "if (!app.requestSingleInstanceLock())", "if (app.requestSingleInstanceLock())"),
  ...removed(
    "main.ts",
    'if (!canMakeFolder(windowFolder)) return refuseStart({ code: "store-read-only" });',
    'app.setPath("userData", windowFolder);',
    "app.enableSandbox();",
    "  registerScheme();",
    "setupFailures(log);",
    "  setupNavigation();",
    "await app.whenReady();",
    "if (!application) return;",
    "if (!isHelpedByRestore(opened.error)) return void refuseStart(opened.error);",
    "if (file === undefined) return void app.exit(1);",
    "  setupMenu();",
    "  setupPermissions(windowSession);",
    "  setupNetwork(windowSession);",
    "watchWindow(window, log);",
    'app.on("second-instance", () => focusWindow(window));',
    "    application.close();",
    "    prints.remove();",
    "if (process.env[FOLLOWS_PARENT]) void watchForEnd().promise.then(endNow);",
  ),
  turned("main.ts", "isTraining ? undefined : ", ""),
  turned("main.ts", "isSealed: areKeysSealed(dataFolder)", "isSealed: false"),
  turned("main.ts", "openApp({ ...store, deviceKey })", "openApp(store)"),
  turned("electron-host/restore-at-start.ts", "chosen !== RESTORE", "chosen === RESTORE"),
  ...removed(
    VAULT,
    "if (!app.isPackaged) return undefined;",
    "    if (answer.encrypted) keep(file, answer.encrypted, answer.isNew);",
    'if (!(await safeStorage.isAsyncEncryptionAvailable())) throw new NoVault("vault-unavailable");',
    "if (isSealed) throw thrown;",
    'else if (isSealed) throw new NoVault("vault-key-missing");',
    'if (deviceKey.length !== KEY_BYTES) throw new NoVault("vault-key-damaged");',
    'if (result !== text) throw new NoVault("vault-forgets");',
  ),
  // Other systems have no such vault, and no check of it.
  ...(process.platform === "linux"
    ? [
        ...removed(VAULT, 'throw new NoVault("vault-plain-text");'),
        turned(VAULT, ' && safeStorage.getSelectedStorageBackend() === "basic_text"', ""),
      ]
    : []),
  turned(VAULT, "shouldReEncrypt ? await encrypt(deviceKey).catch(() => undefined) : undefined", "undefined"),
  turned(VAULT, "if (isNew && existsSync(file))", "if (false)"),
  turned(VAULT, "framesOf(thrown)", "String(thrown)"),
  turned(WINDOW, "nodeIntegration: false", "nodeIntegration: true"),
  turned(WINDOW, "nodeIntegrationInWorker: false", "nodeIntegrationInWorker: true"),
  turned(WINDOW, "nodeIntegrationInSubFrames: false", "nodeIntegrationInSubFrames: true"),
  turned(WINDOW, "contextIsolation: true", "contextIsolation: false"),
  turned(WINDOW, "sandbox: true", "sandbox: false"),
  turned(WINDOW, "webSecurity: true", "webSecurity: false"),
  turned(WINDOW, "allowRunningInsecureContent: false", "allowRunningInsecureContent: true"),
  turned(WINDOW, "webviewTag: false", "webviewTag: true"),
  turned(WINDOW, "navigateOnDragDrop: false", "navigateOnDragDrop: true"),
  turned(WINDOW, "spellcheck: false", "spellcheck: true"),
  ...removed(
    WINDOW,
    "      partition: SESSION_PARTITION,",
    "      nodeIntegration: false,\n",
    "      sandbox: true,\n",
  ),
  ...removed(WINDOW, 'window.on("page-title-updated", (event) => event.preventDefault());'),
  turned("electron-host/names.ts", 'SESSION_PARTITION = "action-plan"', 'SESSION_PARTITION = "persist:action-plan"'),
  ...removed(
    NAVIGATION,
    'contents.on("will-navigate", (event) => event.preventDefault());',
    'contents.on("will-frame-navigate", (event) => event.preventDefault());',
    'contents.on("will-redirect", (event) => event.preventDefault());',
    'contents.on("will-attach-webview", (event) => event.preventDefault());',
    'contents.setWindowOpenHandler(() => ({ action: "deny" }));',
  ),
  turned(NAVIGATION, 'action: "deny"', 'action: "allow"'),
  turned(PERMISSIONS, '["clipboard-sanitized-write"]', '["clipboard-sanitized-write", "media"]'),
  turned(PERMISSIONS, '["clipboard-sanitized-write"]', "[]"),
  turned(PERMISSIONS, "decide(GRANTED.includes(permission))", "decide(true)"),
  turned(PERMISSIONS, "(_contents, permission) => GRANTED.includes(permission)", "() => true"),
  turned(PERMISSIONS, "setDevicePermissionHandler(() => false)", "setDevicePermissionHandler(() => true)"),
  turned("electron-host/network.ts", "cancel: !OWN", "cancel: OWN"),
  turned("electron-host/network.ts", '"data:", "devtools:"', '"data:", "devtools:", "https:"'),
  ...removed("electron-host/network.ts", "session.setSpellCheckerEnabled(false);"),
  ...removed(
    REQUESTS,
    'if (!isOwnPage(event, window)) throw new Error("Refused: sender");',
    "if (window.isDestroyed() || sender !== window.webContents) return false;",
    "if (frame === null) return false;",
    "if (frame.parent !== null) return false;",
    "    underWay += 1;",
    "      underWay -= 1;",
    "    unsubscribe();",
    "ipcMain.removeHandler(REQUEST_CHANNEL);",
  ),
  turned(REQUESTS, "if (!window.isDestroyed()) window.", "window."),
  turned(REQUESTS, "return frame.origin === APP_ORIGIN;", "return true;"),
  turned(REQUESTS, 'typeof name === "string" ? name : ""', "name as string"),
  turned(PROTOCOL, "standard: true, ", ""),
  turned(PROTOCOL, "secure: true, ", ""),
  turned(PROTOCOL, "{ standard", "{ bypassCSP: true, standard"),
  turned(PROTOCOL, "...protectiveHeaders(nonce), ", ""),
  ...removed(
    PROTOCOL,
    'if (request.method !== "GET") return refuse(405, "Refused: method");',
    'if (`${scheme}//${host}` !== APP_ORIGIN) return refuse(403, "Refused: host");',
  ),
  ...removed(
    PROTECTION,
    "\"default-src 'none'\",",
    "\"script-src 'self'\",",
    "\"connect-src 'self'\",",
    "\"font-src 'self'\",",
    "\"base-uri 'none'\",",
    "\"form-action 'none'\",",
    "\"frame-ancestors 'none'\",",
    '"X-Content-Type-Options": "nosniff",',
    '"Referrer-Policy": "no-referrer",',
    '"Cross-Origin-Opener-Policy": "same-origin",',
    '"Cross-Origin-Resource-Policy": "same-origin",',
    '"Cache-Control": "no-store",',
  ),
  turned(PROTECTION, "'nonce-${nonce}'", "'unsafe-inline'"),
  turned(PROTECTION, "\"script-src 'self'\"", "\"script-src 'self' 'unsafe-eval'\""),
  turned(PROTECTION, 'randomBytes(32).toString("base64url")', '"A".repeat(43)'),
  turned("electron-host/menu.ts", ": null", ": undefined as never"),
  turned("electron-host/failures.ts", "framesOf(thrown)", "String(thrown)"),
  ...removed("electron-host/failures.ts", 'if (reason === "clean-exit") return;', "    app.quit();"),
  ...removed(
    ENDING,
    "    if (isClosed) return;",
    "    if (isEnding) return;",
    "    question.leaveUnasked();",
    '    requests.tell({ event: "stopping" });',
    "    await hearLastWords(requests);",
    "    closeOnce();\n",
    "    app.exit(0);",
    "    event?.preventDefault();",
    'app.on("window-all-closed", () => app.quit());',
    'app.on("will-quit", closeOnce);',
    'window.on("query-session-end", endInTime);',
    'window.on("session-end", closeOnce);',
    'powerMonitor.on("shutdown", endInTime);',
    'for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, endNow);',
    "  await wait(FIRST_WORDS_MILLISECONDS);",
    "    if (response === STAY) return;",
    "    isLeft = true;\n    window.close();",
    "      isLeft = true;\n      closing.abort();",
    "      closing.abort();",
    "      signal: closing.signal,",
    "if (isLeft) event.preventDefault();\n    else ",
    "if (!isAsking) ",
    "    isAsking = false;",
  ),
  turned(ENDING, "requests.underWay > 0 && ", ""),
  turned(ENDING, " && waited < LONGEST_WORDS_MILLISECONDS", ""),
  ...removed(PRINTS, "if (!isOwn(item, PRINTED_TYPES)) return event.preventDefault();"),
  ...removed(PRINTS, "if (isOwn(item, SAVED_TYPES)) return;"),
  turned(PRINTS, "types.includes(item.getMimeType()) && ", ""),
  turned(PRINTS, "(item.getMimeType()) && item.getURL().startsWith(`blob:${APP_PAGE}`)", "(item.getMimeType())"),
  turned(PRINTS, "removeFolder(folder);\n  session", "session"),
  turned(PRINTS, '    .replace(/[^\\p{L}\\p{N} _-]/gu, "")\n', ""),
  turned(PRINTS, 'if (state === "completed") ', ""),
  turned(PRINTS, "mode: 0o700", "mode: 0o755"),
  turned("preload.ts", 'if (typeof name !== "string" || !isRequestName(name)) throw', "if (false) throw"),
  turned("preload.ts", "(_event: IpcRendererEvent, event: unknown) => listener(event)", "listener as never"),
  turned(
    "preload.ts",
    'contextBridge.exposeInMainWorld("actionPlan", {',
    'contextBridge.exposeInMainWorld("actionPlan", { on: ipcRenderer.on,',
  ),
  turned("preload.ts", "void ipcRenderer.off(EVENT_CHANNEL, tell)", "undefined"),
];
