import { randomUUID } from "node:crypto";
import { app, type BrowserWindow, dialog } from "electron";
import { createClock } from "../platform/clock.ts";
import { framesOf, logError } from "../platform/error-log.ts";

/** Writes a failure of the host to the data folder's error log and gives the id it has there. */
export type FailureLog = (code: string, stack: string) => string;

/** The error log of this start, for failures that no request's answer can tell. */
export function openFailureLog(dataFolder: string): FailureLog {
  const clock = createClock();
  return (code, stack) => {
    const errorId = randomUUID().slice(-8);
    logError(dataFolder, { at: clock.now(), request: "electron-host", code, errorId, stack });
    return errorId;
  };
}

/** Ends the application on a bug of its own, with an id instead of Electron's box, which would quote the message. */
export function setupFailures(log: FailureLog): void {
  const end = (thrown: unknown) => {
    const errorId = log("internal", framesOf(thrown));
    dialog.showErrorBox("Action Plan has stopped", `Nothing that was saved is lost. Open it again. Error ${errorId}.`);
    app.exit(1);
  };
  process.on("uncaughtException", end);
  process.on("unhandledRejection", end);
}

/** Ends the application when the window's process breaks down; clean ends are none of its business. */
export function watchWindow(window: BrowserWindow, log: FailureLog): void {
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason === "clean-exit") return;
    const errorId = log(`window-${reason}`, "");
    dialog.showErrorBox("The window has stopped", `Nothing that was saved is lost. Open it again. Error ${errorId}.`);
    app.quit();
  });
}
