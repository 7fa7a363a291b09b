import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const START = join(import.meta.dirname, "..", "..", "build", "start.js");
/** Says where what is compiled is kept, for the start itself and for a worker of it. */
const STARTED = `
  import { getCompileCacheDir } from "node:module";
  import { Worker } from "node:worker_threads";
  const code = 'require("node:worker_threads").parentPort.postMessage(require("node:module").getCompileCacheDir())';
  const inWorker = await new Promise((resolve) => new Worker(code, { eval: true }).once("message", resolve));
  const folder: string | undefined = getCompileCacheDir();
  console.log(JSON.stringify([folder ?? null, inWorker ?? null]));
`;

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "action-plan-compiled-"));
  mkdirSync(join(root, "build"));
  cpSync(START, join(root, "build", "start.js"));
  writeFileSync(join(root, "build", "start.ts"), STARTED);
  writeFileSync(join(root, "package.json"), '{"type":"module"}');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function start() {
  const { NODE_COMPILE_CACHE: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "build", "start.js")], {
    env,
    encoding: "utf8",
  });
  return { status, stderr, kept: JSON.parse(stdout) as unknown };
}

test("what a start and its workers compile is kept in the project for the next start", () => {
  const { status, stderr, kept } = start();
  const folder = join(root, ".cache", "compiled");
  const [version = ""] = readdirSync(folder);
  expect({ status, stderr, kept }).toEqual({
    status: 0,
    stderr: "",
    kept: [join(folder, version), join(folder, version)],
  });
  expect(readdirSync(join(folder, version))).not.toEqual([]);
});

test("a start goes by what a file says now, not by what it said when it was compiled", () => {
  start();
  writeFileSync(join(root, "build", "start.ts"), 'const said: string = "changed"; console.log(JSON.stringify(said));');
  expect(start()).toEqual({ status: 0, stderr: "", kept: "changed" });
});

test("where nothing can be kept a start works all the same", () => {
  writeFileSync(join(root, ".cache"), "a file in the folder's place");
  expect(start()).toEqual({ status: 0, stderr: "", kept: [null, null] });
});
