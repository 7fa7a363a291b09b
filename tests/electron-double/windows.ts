import type { BrowserWindowConstructorOptions, WebFrameMain, WindowOpenHandlerResponse } from "electron";
import { DoubleEmitter } from "./events.ts";
import { record } from "./record.ts";

/** What a sender check looks at in a frame. */
export type DoubleFrame = Pick<WebFrameMain, "origin" | "url"> & { readonly parent: DoubleFrame | null };

/** The double of a page. */
export class DoubleWebContents extends DoubleEmitter {
  readonly sent: unknown[][] = [];
  readonly mainFrame: DoubleFrame = { origin: "app://action-plan", url: "app://action-plan/", parent: null };
  openHandler: (() => WindowOpenHandlerResponse) | undefined;

  setWindowOpenHandler(handler: () => WindowOpenHandlerResponse): void {
    this.openHandler = handler;
  }

  send(...message: unknown[]): void {
    record.calls.push("told the page");
    this.sent.push(message);
  }
}

/** The application's emitter, which hears of every page that is made. */
export const appEvents = new DoubleEmitter();

/** The double of a window. */
export class BrowserWindow extends DoubleEmitter {
  static readonly all: BrowserWindow[] = [];
  readonly webContents = new DoubleWebContents();
  readonly loaded: string[] = [];
  readonly options: BrowserWindowConstructorOptions;
  hasUnsavedWork = false;
  isGone = false;
  isSmall = false;

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    BrowserWindow.all.push(this);
    record.calls.push("new BrowserWindow");
    appEvents.happen("web-contents-created", this.webContents);
  }

  async loadURL(address: string): Promise<void> {
    record.calls.push("loadURL");
    this.loaded.push(address);
  }

  /** As Electron does it: a page that prevents its unloading keeps the window, unless the main process overrules it. */
  close(): void {
    if (this.isGone) return;
    if (this.hasUnsavedWork && !this.webContents.happen("will-prevent-unload")) return;
    this.isGone = true;
    record.calls.push("window closed");
    this.emit("closed");
    if (BrowserWindow.all.every((window) => window.isGone)) appEvents.emit("window-all-closed");
  }

  isDestroyed(): boolean {
    return this.isGone;
  }

  isMinimized(): boolean {
    return this.isSmall;
  }

  restore(): void {
    record.calls.push("restore");
  }

  show(): void {
    record.calls.push("show");
  }

  focus(): void {
    record.calls.push("focus");
  }
}
