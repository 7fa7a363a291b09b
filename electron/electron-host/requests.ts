import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from "electron";
import type { App } from "../app.ts";
import { APP_ORIGIN, EVENT_CHANNEL, REQUEST_CHANNEL } from "./names.ts";

/** Answers the window's requests and tells it the application's events; every other sender is refused. */
export function setupRequests(application: Pick<App, "answer" | "subscribe">, window: BrowserWindow): void {
  ipcMain.handle(REQUEST_CHANNEL, async (event, name: unknown, payload: unknown) => {
    if (!isOwnPage(event, window)) throw new Error("Refused: sender");
    return application.answer(typeof name === "string" ? name : "", payload);
  });
  const unsubscribe = application.subscribe((event) => {
    if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event);
  });
  window.once("closed", () => {
    unsubscribe();
    ipcMain.removeHandler(REQUEST_CHANNEL);
  });
}

/** A frame that is gone, a frame inside the page, another window's page and a foreign page are not the window's own. */
function isOwnPage({ sender, senderFrame: frame }: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  if (window.isDestroyed() || sender !== window.webContents) return false;
  if (frame === null) return false;
  if (frame.parent !== null) return false;
  return frame.origin === APP_ORIGIN;
}
