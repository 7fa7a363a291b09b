import { BrowserWindow } from "electron";
import { SESSION_PARTITION } from "./names.ts";

/** Makes the one window, unseen until its first picture stands; its page has no Node and no way around its sandbox. */
export function createWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    title: "Action Plan",
    width: 1280,
    height: 800,
    minWidth: 640,
    minHeight: 480,
    show: false,
    webPreferences: {
      preload,
      partition: SESSION_PARTITION,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  });
  // Operating systems list windows by their titles, and a page's title may name a client.
  window.on("page-title-updated", (event) => event.preventDefault());
  window.once("ready-to-show", () => window.show());
  return window;
}

/** Brings the window to the front, from the task bar too. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
