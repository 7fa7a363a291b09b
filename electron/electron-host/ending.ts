import { app, type BrowserWindow, dialog, powerMonitor } from "electron";

/** What has to be done before the process ends, once and without waiting: the operating system does not wait either. */
export type CloseAll = () => void;

/** A way to end that asks nobody. */
export interface Ending {
  endNow(): void;
}

/**
 * Ends with the window, whoever closes it. Unsaved work in the page keeps the window, and with it the application, open
 * until the adviser has decided; the store is closed after the window, or at once when the desktop's session ends.
 */
export function setupEnding(window: BrowserWindow, closeAll: CloseAll): Ending {
  let isClosed = false;
  const closeOnce = () => {
    if (isClosed) return;
    isClosed = true;
    closeAll();
  };
  window.webContents.on("will-prevent-unload", (event) => {
    if (isLeavingWanted(window)) event.preventDefault();
  });
  app.on("window-all-closed", () => app.quit());
  app.on("will-quit", closeOnce);
  window.on("session-end", closeOnce);
  const endNow = () => {
    closeOnce();
    app.exit(0);
  };
  powerMonitor.on("shutdown", endNow);
  return { endNow };
}

const STAY = 0;

/** preventDefault on Electron's event means that the page is left. */
function isLeavingWanted(window: BrowserWindow): boolean {
  const chosen = dialog.showMessageBoxSync(window, {
    type: "warning",
    title: "Unsaved changes",
    message: "Changes in this window have not been saved.",
    detail: "Go back to save them.",
    buttons: ["Go back", "Close without saving"],
    defaultId: STAY,
    cancelId: STAY,
    noLink: true,
  });
  return chosen !== STAY;
}
