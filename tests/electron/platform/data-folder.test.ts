import { join } from "node:path";
import { expect, test } from "vitest";
import { type DataFolderPlace, defaultDataFolder } from "../../../electron/platform/data-folder.ts";

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
