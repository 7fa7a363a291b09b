import { join } from "node:path";
import { expect, test } from "vitest";
import { defaultTrainingFolder } from "../../../electron/browser-host/data-folder.ts";
import { findBrowser } from "../../../electron/browser-host/find-browser.ts";

const home = join("/home", "sam");
const linux = { platform: "linux", home, environment: { PATH: "/opt/bin:/usr/bin" } } as const;

test.each([
  [{ ...linux }, join(home, ".local", "share", "Action Plan", "training")],
  [{ ...linux, environment: { XDG_DATA_HOME: "/data" } }, join("/data", "Action Plan", "training")],
  [
    { platform: "darwin", home, environment: {} } as const,
    join(home, "Library", "Application Support", "Action Plan", "training"),
  ],
  [
    { platform: "win32", home, environment: { LOCALAPPDATA: "/local" } } as const,
    join("/local", "Action Plan", "training"),
  ],
])("the training store is in the system's place for application data: %j", (machine, folder) => {
  expect(defaultTrainingFolder(machine)).toBe(folder);
});

test("Edge comes before Chrome, and Chrome before Chromium", () => {
  const installed = ["/usr/bin/chromium", "/opt/bin/google-chrome", "/usr/bin/microsoft-edge"];
  const found = () => findBrowser(linux, (file) => installed.includes(file));
  expect([found(), installed.pop() && found(), installed.pop() && found(), installed.pop() && found()]).toEqual([
    "/usr/bin/microsoft-edge",
    "/opt/bin/google-chrome",
    "/usr/bin/chromium",
    undefined,
  ]);
});

test("on Windows, Edge is found in its usual folder", () => {
  const machine = { platform: "win32", home, environment: { "ProgramFiles(x86)": "C:" } } as const;
  expect(findBrowser(machine, (file) => file.endsWith("msedge.exe"))).toBe(
    join("C:", "Microsoft", "Edge", "Application", "msedge.exe"),
  );
});
