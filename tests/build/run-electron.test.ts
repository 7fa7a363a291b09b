import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runElectron } from "../../build/run-electron.ts";
import type { EndReason } from "../../electron/platform/ending.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "action-plan-electron-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a script where Electron's program would be run. */
function run(script: string, ending: Promise<EndReason>): Promise<number> {
  const main = join(folder, "main.cjs");
  writeFileSync(main, script);
  return runElectron({ program: process.execPath, main, flags: ["--training"], ending: { promise: ending } });
}

const never = new Promise<EndReason>(() => {});
const TELL = `require("node:fs").writeFileSync(__dirname + "/told", JSON.stringify([process.argv.slice(2),
  process.env.ACTION_PLAN_FOLLOWS_PARENT, "ELECTRON_RUN_AS_NODE" in process.env]));`;

test("the program is given the flags and told to end with its parent, and its exit code is handed on", async () => {
  process.env.ELECTRON_RUN_AS_NODE = "1";
  try {
    expect(await run(`${TELL} process.exit(3);`, never)).toBe(3);
  } finally {
    delete process.env.ELECTRON_RUN_AS_NODE;
  }
  expect(JSON.parse(readFileSync(join(folder, "told"), "utf8"))).toEqual([["--training"], "1", false]);
});

test("when npm start is to end, the program ends within a second, even one that does not listen", async () => {
  const { promise, resolve } = Promise.withResolvers<EndReason>();
  const code = run(`process.on("SIGTERM", () => {}); setInterval(() => {}, 1000); ${TELL}`, promise);
  await vi.waitFor(() => expect(existsSync(join(folder, "told"))).toBe(true), { timeout: 5_000 });
  const before = performance.now();
  resolve("signal");
  expect(await code).toBe(0);
  expect(performance.now() - before).toBeLessThan(1000);
});
