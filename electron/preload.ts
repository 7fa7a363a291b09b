import { contextBridge, type IpcRendererEvent, ipcRenderer } from "electron";
import { isRequestName } from "../shared/contract.ts";
import { EVENT_CHANNEL, REQUEST_CHANNEL } from "./electron-host/names.ts";

contextBridge.exposeInMainWorld("actionPlan", {
  /** Sends a request of the contract; resolves to the raw answer, rejects for any other name. */
  ask: async (name: unknown, input: unknown): Promise<unknown> => {
    if (typeof name !== "string" || !isRequestName(name)) throw new Error("This is no request of the contract");
    return ipcRenderer.invoke(REQUEST_CHANNEL, name, input);
  },
  /** Calls the listener for every event until the returned function is called. */
  subscribe: (listener: (event: unknown) => void): (() => void) => {
    // Electron's own event carries the sender, which is none of the page's business.
    const tell = (_event: IpcRendererEvent, event: unknown) => listener(event);
    ipcRenderer.on(EVENT_CHANNEL, tell);
    return () => void ipcRenderer.off(EVENT_CHANNEL, tell);
  },
});
