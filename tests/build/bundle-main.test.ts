import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { builtinModules } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseSync } from "oxc-parser";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildRenderer } from "../../build/build-renderer.ts";
import { bundleMain } from "../../build/bundle-main.ts";
import { isRendererFresh } from "../../build/renderer-sources.ts";
import { requests } from "../../shared/contract.ts";

const root = join(import.meta.dirname, "..", "..");
const bundled = join(root, "dist", "main");
let data: string;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), "action-plan-bundle-"));
  await bundleMain(root);
  if (!isRendererFresh(root)) await buildRenderer(root);
}, 120_000);

afterAll(() => {
  rmSync(data, { recursive: true, force: true });
});

const filesIn = () => readdirSync(bundled).filter((name) => /\.c?js$/.test(name));
const read = (name: string) => readFileSync(join(bundled, name), "utf8");

test("every bundled file can be read, and each worker that one of them names lies beside it", () => {
  expect(filesIn()).toEqual(expect.arrayContaining(["main.js", "preload.cjs", "render-worker.js"]));
  expect(filesIn().flatMap((name) => parseSync(name, read(name)).errors)).toEqual([]);
  const workers = filesIn().flatMap((name) => [...read(name).matchAll(/new URL\("\.\/([^"]+-worker\.[^"]+)"/g)]);
  expect(workers.length).toBeGreaterThan(0);
  expect(workers.map(([, name = ""]) => name).filter((name) => !existsSync(join(bundled, name)))).toEqual([]);
});

test("the bundle needs nothing from node_modules but the native module and the fonts", () => {
  const packages = filesIn()
    .filter((name) => name.endsWith(".js"))
    .flatMap((name) => parseSync(name, read(name)).module.staticImports)
    .map(({ moduleRequest }) => moduleRequest.value)
    .filter((name) => !/^(?:\.|node:)/.test(name) && !builtinModules.includes(name));
  expect([...new Set(packages)].sort()).toEqual(["better-sqlite3", "electron"]);
});

test("the preload script is one CommonJS file that requires electron alone and knows the contract's names", () => {
  const text = read("preload.cjs");
  expect([...text.matchAll(/\brequire\(([^)]*)\)/g)].map(([, name]) => name)).toEqual(['"electron"']);
  expect(text).not.toMatch(/^(?:import|export)\b/m);
  const names = /var names = (\[[^\]]*\])/.exec(text)?.[1] ?? "[]";
  expect(JSON.parse(names)).toEqual(Object.keys(requests));
});

test("the bundle starts over the double of Electron, serves the built window, prints and checks the spelling in its workers and ends", () => {
  const script = join(import.meta.dirname, "run-bundle.ts");
  const args = [script, "--training", "--data", data, "--today", "2012-04-16"];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", timeout: 30_000 });
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual({
    begins: "%PDF-",
    misspelt: ["recieved"],
    suggested: "received",
    status: 200,
    last: "quit",
    preload: join(bundled, "preload.cjs"),
  });
  // SQLite takes its write-ahead log away when the store is closed.
  expect(readdirSync(data).filter((name) => name.startsWith("store.db"))).toEqual(["store.db"]);
}, 40_000);
