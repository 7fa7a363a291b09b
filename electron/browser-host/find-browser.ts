import { delimiter, join } from "node:path";
import type { Machine } from "./machine.ts";

const LINUX_NAMES = [
  "microsoft-edge",
  "microsoft-edge-stable",
  "google-chrome",
  "google-chrome-stable",
  "chromium",
  "chromium-browser",
];

const MAC_PROGRAMS = [
  "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "Google Chrome.app/Contents/MacOS/Google Chrome",
  "Chromium.app/Contents/MacOS/Chromium",
];

const WINDOWS_PROGRAMS = [
  ["Microsoft", "Edge", "Application", "msedge.exe"],
  ["Google", "Chrome", "Application", "chrome.exe"],
  ["Chromium", "Application", "chrome.exe"],
];

/** The first installed browser that can open an application window: Edge, Chrome, then Chromium. */
export function findBrowser(machine: Machine, exists: (file: string) => boolean): string | undefined {
  return candidates(machine).find(exists);
}

function candidates({ platform, environment, home }: Machine): string[] {
  if (platform === "win32") {
    const folders = ["ProgramFiles(x86)", "ProgramFiles", "LOCALAPPDATA"].flatMap((name) => environment[name] ?? []);
    return WINDOWS_PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, ...program)));
  }
  if (platform === "darwin") {
    const folders = ["/Applications", join(home, "Applications")];
    return MAC_PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program)));
  }
  const folders = (environment.PATH ?? "").split(delimiter).filter(Boolean);
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}
