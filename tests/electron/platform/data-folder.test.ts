import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  canMakeFolder,
  type DataFolderPlace,
  defaultDataFolder,
  makeFolder,
} from "../../../electron/platform/data-folder.ts";

const home = "/home/ann";
const place = (platform: NodeJS.Platform, environment: DataFolderPlace["environment"] = {}): DataFolderPlace => ({
  platform,
  environment,
  home,
});

test.each([
  [place("linux"), join(home, ".local", "share")],
  [place("linux", { XDG_DATA_HOME: "/data" }), "/data"],
  [place("linux", { XDG_DATA_HOME: "relative" }), join(home, ".local", "share")],
  [place("darwin"), join(home, "Library", "Application Support")],
  [place("win32", { LOCALAPPDATA: "/local" }), "/local"],
  [place("win32"), join(home, "AppData", "Local")],
])("application data lie where %j has its place for them", (where, folder) => {
  expect([defaultDataFolder(true, where), defaultDataFolder(false, where)]).toEqual([
    join(folder, "Action Plan", "training"),
    join(folder, "Action Plan", "office"),
  ]);
});

describe("a folder", () => {
  let place = "";
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), "action-plan-folder-"));
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  test.skipIf(process.platform === "win32")("is made with all that is missing above it, for its owner alone", () => {
    makeFolder(join(place, "one", "two"));
    expect(["one", "one/two"].map((path) => statSync(join(place, path)).mode & 0o777)).toEqual([0o700, 0o700]);
  });

  test("that is there already stays as it is", () => {
    const folder = join(place, "shared");
    mkdirSync(folder, { mode: 0o755 });
    const { mode } = statSync(folder);
    expect(canMakeFolder(folder)).toBe(true);
    expect(statSync(folder).mode).toBe(mode);
  });

  test("cannot be made in a file's place, nor below a file", () => {
    const file = join(place, "file");
    writeFileSync(file, "");
    expect([file, join(file, "one"), join(file, "one", "two")].map(canMakeFolder)).toEqual([false, false, false]);
  });

  test.runIf(process.platform === "linux")("is refused at once where the system takes none", () => {
    expect(["/proc/one", "/proc/one/two"].map(canMakeFolder)).toEqual([false, false]);
  });
});
