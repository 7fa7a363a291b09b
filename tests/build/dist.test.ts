import { afterEach, expect, test } from "vitest";
import { describePackage } from "../../build/packaging/describe-package.ts";
import { findFaults } from "../../build/packaging/find-faults.ts";
import { REQUIRED_FUSES } from "../../build/packaging/fuses.ts";
import { makeInstallers } from "../../build/packaging/make-installers.ts";
import { packTrial } from "../../build/packaging/pack-trial.ts";
import { type PackageTarget, targetName } from "../../build/packaging/targets.ts";
import { makeScratchProject, type ScratchProject } from "./scratch-project.ts";

const LINUX: PackageTarget = { platform: "linux", arch: "x64" };
const TARGETS: readonly PackageTarget[] = [
  LINUX,
  { platform: "linux", arch: "arm64" },
  { platform: "win32", arch: "x64" },
  { platform: "darwin", arch: "arm64" },
];
const NEEDED_FUSES = {
  RunAsNode: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  GrantFileProtocolExtraPrivileges: false,
  EnableCookieEncryption: true,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
};
/** How electron-builder names each fuse. */
const FUSE_SETTINGS = Object.keys(NEEDED_FUSES).map((fuse) => [fuse, fuse[0]?.toLowerCase() + fuse.slice(1)] as const);

/** Without the runtime: most of it is the fonts that print every script. */
const LARGEST_PACKAGE = 40 * 1024 * 1024;

let project: ScratchProject | undefined;
afterEach(() => {
  project?.remove();
  project = undefined;
});

function makeProject(more?: Readonly<Record<string, string>>): ScratchProject {
  project = makeScratchProject(more);
  return project;
}

test.each(TARGETS)(
  "the package for $platform $arch holds the build, its resources and its own binary alone",
  async (target) => {
    const app = await packTrial(makeProject().root, target);
    expect(findFaults(app)).toEqual([]);
    const native = `node_modules/better-sqlite3/prebuilds/${targetName(target)}.node`;
    expect(app.files.filter(({ path }) => path.endsWith(".node")).map(({ path, place }) => [path, place])).toEqual([
      [native, "unpacked"],
    ]);
    const own = app.files.filter(({ path, place }) => !path.startsWith("node_modules/") && place === "archive");
    expect(own.map(({ path }) => path).filter((path) => !path.startsWith("resources/"))).toEqual([
      "LICENSE",
      "dist/main/main.js",
      "dist/main/preload.cjs",
      "dist/main/render-worker.js",
      "dist/main/spelling-worker.js",
      "dist/renderer/assets/index.js",
      "dist/renderer/index.html",
      "package.json",
    ]);
    expect(app.fuses).toMatchObject(NEEDED_FUSES);
    const isPrintingProgramThere = app.files.some(
      ({ path, place }) => place === "beside" && path === "sumatra-pdf.exe",
    );
    expect(isPrintingProgramThere).toBe(target.platform === "win32");
    const ours = app.files.filter(({ path }) => !path.startsWith("sumatra-pdf"));
    expect(ours.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(LARGEST_PACKAGE);
  },
);

test("the fuses that are required are the ones the product promises", () => {
  expect(REQUIRED_FUSES).toEqual(NEEDED_FUSES);
});

test.each(FUSE_SETTINGS)("without its setting, the fuse %s is found to be wrong", async (fuse, setting) => {
  const { root, configure } = makeProject();
  configure(new RegExp(`^ {2}${setting.replace(/^enableEnable/, "enable")}: .*\n`, "m"), "");
  const isOn = NEEDED_FUSES[fuse as keyof typeof NEEDED_FUSES];
  expect(findFaults(await packTrial(root, LINUX))).toEqual([
    `linux-x64: the fuse ${fuse} must be ${isOn ? "on" : "off"}.`,
  ]);
});

test("a setting that electron-builder does not know is refused", async () => {
  const { root, configure } = makeProject();
  configure("npmRebuild: false", "npmRebuild: false\nnpmRebuilt: false");
  await expect(packTrial(root, LINUX)).rejects.toThrow(/unknown property 'npmRebuilt'/);
});

test("another system's binary in the package is found", async () => {
  const { root, configure } = makeProject();
  configure(/(linux-[^-)]*\.node)\)/, "$1|win32-x64.node)");
  const [fault, ...others] = findFaults(await packTrial(root, LINUX));
  expect(others).toEqual([]);
  expect(fault).toContain("win32-x64.node unpacked");
});

test("a binary left inside the archive, where it cannot be loaded, is found", async () => {
  const { root, configure } = makeProject();
  configure("prebuilds/*.node\n", "prebuilds/*.none\n");
  const path = "node_modules/better-sqlite3/prebuilds/linux-x64.node";
  expect(findFaults(await packTrial(root, LINUX))).toEqual([
    `linux-x64: native files are ${path} archive, not ${path} unpacked.`,
  ]);
});

test("source maps, sources of packages and files lying about are found once a pattern lets them in", async () => {
  const { root, configure } = makeProject();
  configure('  - "!**/*.map"\n', "  - store.db\n");
  configure("{deps,src}", "{deps}");
  const faults = findFaults(await packTrial(root, LINUX));
  expect(faults).toContain("linux-x64: dist/main/main.js.map does not belong in the package.");
  expect(faults).toContain("linux-x64: store.db does not belong in the package.");
  expect(faults.some((fault) => /better-sqlite3\/src\/.* does not belong/.test(fault))).toBe(true);
});

test("a package that the bundle still imports and that is not packed is found", async () => {
  const { root } = makeProject({
    "dist/main/main.js": 'import { z } from "zod/v4";\nimport "electron/main";\nz.string();\n',
  });
  expect(findFaults(await packTrial(root, LINUX))).toEqual([
    "linux-x64: dist/main/main.js imports zod, which is not packed.",
  ]);
});

test("a missing preload script is found", async () => {
  const { root, configure } = makeProject();
  configure("  - dist/main/**/*\n", "  - dist/main/*.js\n");
  expect(findFaults(await packTrial(root, LINUX))).toEqual(["linux-x64: dist/main/preload.cjs is missing."]);
});

test("the list of a package has its total first and the largest file next", () => {
  const text = describePackage({
    target: LINUX,
    files: [
      { path: "small.js", bytes: 512, place: "archive" },
      { path: "large.node", bytes: 2048, place: "unpacked" },
    ],
    fuses: {},
    entry: "small.js",
    modules: new Map(),
  });
  expect(text.split("\n")).toEqual([
    "linux-x64: 2 files, 2.5 kB beside Electron's runtime",
    "      2.0 kB  large.node (outside the archive)",
    "      0.5 kB  small.js",
    "",
  ]);
});

test("a runtime that cannot be fetched is told in one line, and the exit code is 1", async () => {
  const said: string[] = [];
  const fetch = () => Promise.reject(new Error("getaddrinfo ENOTFOUND mirror.invalid\n    at lookup"));
  expect(await makeInstallers("/nowhere", fetch, (line) => said.push(line))).toBe(1);
  expect(said).toEqual([
    "Electron's runtime could not be fetched, so no installer was made: getaddrinfo ENOTFOUND mirror.invalid",
  ]);
});
