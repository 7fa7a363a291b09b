import { expect } from "vitest";
import type { BootedHost, HostFiles } from "./boot-host.ts";
import type { BrowserWindow, DoubleSession, DoubleWebContents } from "./electron.ts";

/** One thing that the host promises, looked at on a given main module and preload script; rejects when it is not so. */
export interface HostCheck {
  readonly name: string;
  readonly run: (files: HostFiles) => Promise<void>;
}

/** The one window of a host that has started. */
export function windowOf({ electron }: BootedHost): BrowserWindow {
  const [window] = electron.BrowserWindow.all;
  if (!window) throw new Error("There is no window");
  expect(electron.BrowserWindow.all).toHaveLength(1);
  return window;
}

/** The window's session. */
export function sessionOf(host: BootedHost): DoubleSession {
  const partition = windowOf(host).options.webPreferences?.partition ?? "";
  return host.electron.session.fromPartition(partition);
}

/** The answer of the window's scheme to an address. */
export async function fetchFrom(host: BootedHost, address: string, method = "GET"): Promise<Response> {
  const handler = sessionOf(host).protocolHandlers.get("app");
  if (!handler) throw new Error("Nothing serves app://");
  return handler(new Request(address, { method }));
}

/** Who makes a request, where it differs from the window's own page. */
export interface Sender {
  readonly sender?: DoubleWebContents;
  readonly senderFrame?: unknown;
}

/** Makes a request on the one channel there is. */
export async function ask(host: BootedHost, from: Sender, ...question: unknown[]): Promise<unknown> {
  const [handler, ...others] = host.electron.record.handlers.values();
  if (!handler || others.length > 0) throw new Error("There is not exactly one channel");
  const own = windowOf(host).webContents;
  return handler({ sender: own, senderFrame: own.mainFrame, ...from }, ...question);
}
