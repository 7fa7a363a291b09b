import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from "electron";
import type { AppEvent } from "../../shared/contract.ts";
import type { App } from "../app.ts";
import { APP_ORIGIN, EVENT_CHANNEL, REQUEST_CHANNEL } from "./names.ts";

/** The window's page, as the host speaks with it. */
export interface PageRequests {
  /** How many of its requests are still to be answered. */
  readonly underWay: number;
  /** Tells it an event, if it is still there. */
  tell(event: AppEvent): void;
}

/** Answers the window's requests and tells it the application's events; every other sender is refused. */
export function setupRequests(application: Pick<App, "answer" | "subscribe">, window: BrowserWindow): PageRequests {
  let underWay = 0;
  ipcMain.handle(REQUEST_CHANNEL, async (event, name: unknown, payload: unknown) => {
    if (!isOwnPage(event, window)) throw new Error("Refused: sender");
    underWay += 1;
    try {
      return await application.answer(typeof name === "string" ? name : "", payload);
    } finally {
      underWay -= 1;
    }
  });
  const tell = (event: AppEvent) => {
    if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event);
  };
  const unsubscribe = application.subscribe(tell);
  window.once("closed", () => {
    unsubscribe();
    ipcMain.removeHandler(REQUEST_CHANNEL);
  });
  return {
    tell,
    get underWay() {
      return underWay;
    },
  };
}

/** A frame that is gone, a frame inside the page, another window's page and a foreign page are not the window's own. */
function isOwnPage({ sender, senderFrame: frame }: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  if (window.isDestroyed() || sender !== window.webContents) return false;
  if (frame === null) return false;
  if (frame.parent !== null) return false;
  return frame.origin === APP_ORIGIN;
}
