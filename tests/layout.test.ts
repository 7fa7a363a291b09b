import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join, posix, relative, sep } from "node:path";
import { parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const FOLDERS = ["shared", "renderer", "electron", "build"];

/** Source files by their path from the root. */
type Sources = ReadonlyMap<string, string>;

interface Import {
  readonly from: string;
  /** As it is written. */
  readonly specifier: string;
  /** The path from the root for a relative import, the package's or built-in module's name otherwise. */
  readonly target: string;
  readonly isOwnFile: boolean;
}

/** What a folder may import: own files under these paths, packages by name, and Node's own modules or not. */
interface Allowance {
  readonly own: readonly string[];
  readonly packages: (name: string) => boolean;
  readonly hasNode: boolean;
}

const MAIN_PROCESS_PACKAGES = [
  "@hono/node-server",
  "better-sqlite3",
  "csv-parse",
  "date-holidays",
  "electron",
  "fontkit",
  "hono",
  "nspell",
  "pdf-to-printer",
  "pdfmake",
  "unix-print",
];

/** The app's own files; hosts know the first alone, the command line all of them. */
const APP = ["app", "backup-requests", "entry", "handlers", "office", "upkeep"].map((name) => `electron/${name}.ts`);

/** Lower layers of the main process, by the layer that may import them. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  host: ["electron/app.ts", "electron/platform/"],
  "command-line": [...APP, "electron/services/", "electron/store/", "electron/print/", "electron/platform/"],
  app: [...APP, "electron/services/", "electron/store/", "electron/print/", "electron/spelling/", "electron/platform/"],
  services: ["electron/store/", "electron/print/", "electron/spelling/", "electron/platform/"],
  store: ["electron/platform/"],
  print: ["electron/platform/"],
  spelling: ["electron/platform/"],
  platform: [],
};

const HOST_FOLDERS = ["electron/electron-host/", "electron/browser-host/"];
const COMMAND_LINE = ["electron/command-line.ts", "electron/command-line/"];

function allowanceFor(path: string): Allowance {
  if (path.startsWith("shared/")) {
    return { own: ["shared/"], packages: (name) => ["zod", "temporal-polyfill"].includes(name), hasNode: false };
  }
  if (path.startsWith("renderer/")) {
    return {
      own: ["renderer/", "shared/"],
      packages: (name) => !MAIN_PROCESS_PACKAGES.includes(name),
      hasNode: false,
    };
  }
  if (path.startsWith("build/"))
    return { own: ["build/", "electron/", "shared/"], packages: () => true, hasNode: true };
  const isReactFree = (name: string) => !/^react(-|$)|^@tanstack\/react/.test(name);
  return { own: [...ownOfMainProcess(path), "shared/", "resources/"], packages: isReactFree, hasNode: true };
}

function ownOfMainProcess(path: string): readonly string[] {
  const lower = (layer: string) => LAYERS[layer] ?? [];
  const host = HOST_FOLDERS.find((folder) => path.startsWith(folder));
  if (host) return [host, ...lower("host")];
  if (path === "electron/main.ts") return ["electron/electron-host/", ...lower("host")];
  if (path === "electron/preload.ts") return ["electron/electron-host/"];
  if (COMMAND_LINE.some((place) => path.startsWith(place))) return [...COMMAND_LINE, ...lower("command-line")];
  if (APP.includes(path)) return lower("app");
  const [, folder = ""] = path.split("/");
  return [`electron/${folder}/`, ...lower(folder)];
}

/** Modules that only certain places may import, whatever else their folder may. */
const CONFINED: readonly { modules: readonly string[]; places: readonly string[] }[] = [
  { modules: ["electron"], places: ["electron/main.ts", "electron/preload.ts", "electron/electron-host/"] },
  { modules: ["better-sqlite3", "better-sqlite3-multiple-ciphers", "sqlite"], places: ["electron/store/"] },
  { modules: ["child_process"], places: ["electron/print/spool", "electron/browser-host/", "build/"] },
];

const isWithin = (path: string, places: readonly string[]) => places.some((place) => path.startsWith(place));
const isNodeModule = (name: string) => name.startsWith("node:") || builtinModules.includes(name);
const bareName = (name: string) => name.replace(/^node:/, "");

/** One sentence for every import that the architecture does not allow. */
function findViolations(sources: Sources): string[] {
  return [...sources].flatMap(([path, text]) => findImports(path, text).flatMap(judge));
}

function judge(found: Import): string[] {
  const { from, specifier, target, isOwnFile } = found;
  const allowance = allowanceFor(from);
  const refusal = `${from} may not import ${specifier}`;
  if (isOwnFile) return isWithin(target, allowance.own) ? [] : [refusal];
  const confinement = CONFINED.find(({ modules }) => modules.includes(bareName(target)));
  if (confinement && !isWithin(from, confinement.places)) return [refusal];
  return (isNodeModule(target) ? allowance.hasNode : allowance.packages(target)) ? [] : [refusal];
}

/** Every import of a file: static, re-exported, dynamic, required, as a type, and workers named by new URL(). */
function findImports(path: string, text: string): Import[] {
  const parsed = parseSync(path, text);
  if (parsed.errors.length > 0) throw new Error(`${path} cannot be read: ${parsed.errors[0]?.message}`);
  return [...walk(parsed.program)]
    .map((node) => importedBy(node, text))
    .filter((specifier) => specifier !== undefined)
    .map((specifier) => resolveImport(path, specifier));
}

/** A node of the syntax tree, as far as imports need it. */
interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

function isSyntaxNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function* walk(value: unknown): Generator<SyntaxNode> {
  if (Array.isArray(value)) for (const part of value) yield* walk(part);
  if (!isSyntaxNode(value)) return;
  yield value;
  for (const part of Object.values(value)) yield* walk(part);
}

/** What a node imports, if anything. */
function importedBy(node: SyntaxNode, text: string): string | undefined {
  const [firstArgument] = Array.isArray(node.arguments) ? node.arguments : [];
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportAllDeclaration":
    case "ExportNamedDeclaration":
    case "ImportExpression":
    case "TSImportType":
      return literal(node.source);
    case "TSExternalModuleReference":
      return literal(node.expression);
    case "CallExpression":
      return /^(?:require|import\.meta\.resolve|[\w.]*\bgetBuiltinModule)\(/.test(text.slice(node.start, node.end))
        ? literal(firstArgument)
        : undefined;
    case "NewExpression":
      return /^new URL\([^,]+\.tsx?["'],\s*import\.meta\.url\s*\)$/.test(text.slice(node.start, node.end))
        ? literal(firstArgument)
        : undefined;
    default:
      return undefined;
  }
}

function literal(node: unknown): string | undefined {
  if (!isSyntaxNode(node) || node.type !== "Literal") return undefined;
  return typeof node.value === "string" ? node.value : undefined;
}

function resolveImport(from: string, specifier: string): Import {
  const [written = ""] = specifier.split("?");
  if (written.startsWith(".")) {
    const target = posix.join(posix.dirname(from), written);
    return { from, specifier, target, isOwnFile: true };
  }
  const parts = written.split("/");
  const isPackageOfScope = written.startsWith("@");
  const target = written.startsWith("node:") ? written : parts.slice(0, isPackageOfScope ? 2 : 1).join("/");
  return { from, specifier, target, isOwnFile: false };
}

function readSources(): Sources {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:[cm]?js|tsx?)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return new Map(files.map((file) => [relative(root, file).split(sep).join("/"), readFileSync(file, "utf8")]));
}

test("every import keeps to who may import whom", () => {
  const sources = readSources();
  expect(sources.size).toBeGreaterThan(20);
  expect(findViolations(sources)).toEqual([]);
});

describe("a planted import is found", () => {
  test.each([
    ["shared/dates.ts", 'import { readFileSync } from "node:fs";'],
    ["shared/dates.ts", 'import fs from "fs";'],
    ["shared/dates.ts", 'import { useState } from "react";'],
    ["shared/dates.ts", 'import type { App } from "../electron/app.ts";'],
    ["shared/action-plan/problems.ts", 'export * from "../../renderer/requests.ts";'],
    ["renderer/requests.ts", 'import { openApp } from "../electron/app.ts";'],
    ["renderer/requests.ts", 'import type { App } from "../electron/app.ts";'],
    ["renderer/requests.ts", 'let app: import("../electron/app.ts").App;'],
    ["renderer/requests.ts", 'import { join } from "node:path";'],
    ["renderer/requests.ts", 'import electron from "electron";'],
    ["renderer/print/print.tsx", 'const holidays = await import("date-holidays");'],
    ["electron/app.ts", 'import { Button } from "../renderer/ui/button.tsx";'],
    ["electron/app.ts", 'import { startServer } from "./browser-host/server.ts";'],
    ["electron/app.ts", 'import { app } from "electron";'],
    ["electron/browser-host/run.ts", 'import { savePlan } from "../services/save-plan.ts";'],
    ["electron/browser-host/run.ts", 'import { handlers } from "../handlers.ts";'],
    ["electron/browser-host/run.ts", 'import { openStore } from "../store/open-store.ts";'],
    ["electron/browser-host/run.ts", 'import { protocol } from "../electron-host/protocol.ts";'],
    ["electron/electron-host/window.ts", 'import { startServer } from "../browser-host/server.ts";'],
    ["electron/services/save-plan.ts", 'import { openApp } from "../app.ts";'],
    ["electron/services/save-plan.ts", 'import Database from "better-sqlite3";'],
    ["electron/services/save-plan.ts", 'import { DatabaseSync } from "node:sqlite";'],
    ["electron/store/open-store.ts", 'import { savePlan } from "../services/save-plan.ts";'],
    ["electron/store/open-store.ts", 'import { render } from "../print/render.ts";'],
    ["electron/print/render.ts", 'import { openStore } from "../store/open-store.ts";'],
    ["electron/print/render.ts", 'const { spawn } = require("child_process");'],
    ["electron/print/render.ts", 'new Worker(new URL("../spelling/spelling-worker.ts", import.meta.url));'],
    ["electron/spelling/checker.ts", 'import { spawn } from "node:child_process";'],
    ["electron/spelling/checker.ts", 'process.getBuiltinModule("node:child_process");'],
    ["electron/platform/clock.ts", 'import { openStore } from "../store/open-store.ts";'],
    ["build/start.ts", 'import { requests } from "../renderer/requests.ts";'],
    ["build/start.ts", 'import { launch } from "../tests/e2e/harness.ts";'],
  ])("%s: %s", (path, text) => {
    expect(findViolations(new Map([[path, text]]))).toHaveLength(1);
  });
});

test("what the architecture allows is not reported", () => {
  const sources: Sources = new Map([
    ["shared/dates.ts", 'import { Temporal } from "temporal-polyfill"; import { z } from "zod";'],
    ["renderer/requests.ts", 'import { requests } from "../shared/contract.ts"; import { useState } from "react";'],
    ["electron/main.ts", 'import { app } from "electron"; import { openApp } from "./app.ts";'],
    ["electron/app.ts", 'import { openStore } from "./store/open-store.ts";'],
    [
      "electron/store/open-store.ts",
      'import Database from "better-sqlite3"; import { clock } from "../platform/clock.ts";',
    ],
    ["electron/print/spoolers/unix.ts", 'import { execFile } from "node:child_process";'],
    ["electron/browser-host/open-window.ts", 'import { spawn } from "node:child_process";'],
    ["build/start.ts", 'import { openApp } from "../electron/app.ts"; import { build } from "vite";'],
  ]);
  expect(findViolations(sources)).toEqual([]);
});
