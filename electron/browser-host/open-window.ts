import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "./find-browser.ts";
import type { Machine } from "./machine.ts";

/** A window that this start has opened. */
export interface OpenedWindow {
  /** Comes when the window's own process ends; undefined for the default browser, whose process says nothing. */
  readonly ended: Promise<void> | undefined;
  close(): void;
}

/** Parts of a browser's profile that would keep what a page showed or what was typed into it. */
const KEPT_VISITS = [
  "Login Data",
  "Login Data For Account",
  "Session Storage",
  "Cache",
  "History",
  "Top Sites",
  "Web Data",
  "Cookies",
  "Network",
];

/** Folders in which a browser writes down, seconds after the typing, what stands in each box of each page. */
const KEPT_TYPING = ["Sessions", "Sessions_Encrypted"];

/** An application window's arguments: of its own, and without any connection that the office did not configure. */
export function applicationWindowArguments(address: string, profileFolder: string): string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profileFolder}`,
    "--window-size=1280,800",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-mode",
    "--disable-background-networking",
    "--disable-breakpad",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-session-crashed-bubble",
    "--disable-sync",
    "--no-pings",
  ];
}

/** Opens an application window in Edge, Chrome or Chromium; undefined when none of them is installed. */
export function openApplicationWindow(
  address: string,
  profileFolder: string,
  machine: Machine,
): OpenedWindow | undefined {
  const browser = findBrowser(machine, existsSync);
  if (!browser) return undefined;
  mkdirSync(profileFolder, { recursive: true });
  forgetVisits(profileFolder);
  keepTypingOut(profileFolder);
  const child = spawn(browser, applicationWindowArguments(address, profileFolder), { stdio: "ignore" });
  const ended = whenEnded(child).then(() => forgetVisits(profileFolder));
  return { ended, close: () => void child.kill() };
}

/** Hands the address to the default browser; the promise tells whether there was a program to hand it to. */
export async function openDefaultBrowser(address: string, { platform }: Machine): Promise<boolean> {
  const [program, ...args] = defaultBrowserCommand(platform);
  const child = spawn(program, [...args, address], { stdio: "ignore", detached: true });
  child.unref();
  return new Promise((resolve) => {
    child.once("error", () => resolve(false));
    child.once("spawn", () => resolve(true));
  });
}

function defaultBrowserCommand(platform: NodeJS.Platform): [string, ...string[]] {
  if (platform === "win32") return ["rundll32", "url.dll,FileProtocolHandler"];
  return platform === "darwin" ? ["open"] : ["xdg-open"];
}

function whenEnded(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("error", () => resolve());
    child.once("exit", () => resolve());
  });
}

/** The profile stays, since it holds the person's zoom and fonts; what it remembers of pages goes. */
function forgetVisits(profileFolder: string): void {
  for (const name of [...KEPT_VISITS, ...KEPT_TYPING]) {
    rmSync(join(profileFolder, "Default", name), { recursive: true, force: true, maxRetries: 3 });
  }
}

/** An empty file stands where each folder would be made, so that a kill leaves nothing either. */
function keepTypingOut(profileFolder: string): void {
  mkdirSync(join(profileFolder, "Default"), { recursive: true });
  for (const name of KEPT_TYPING) writeFileSync(join(profileFolder, "Default", name), "");
}
