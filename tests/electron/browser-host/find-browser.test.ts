import { join } from "node:path";
import { expect, test } from "vitest";
import { findBrowser } from "../../../electron/browser-host/find-browser.ts";

const home = join("/home", "sam");
const linux = { platform: "linux", home, environment: { PATH: "/opt/bin:/usr/bin" } } as const;

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
