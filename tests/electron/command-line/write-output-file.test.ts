import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeOutputFile } from "../../../electron/command-line/write-output-file.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "action-plan-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a file takes the place of an earlier one and is its owner's alone", () => {
  const file = join(folder, "plan.pdf");
  writeFileSync(file, "earlier and longer");
  expect(writeOutputFile(file, Buffer.from("new"))).toEqual({ ok: true, value: null });
  expect([readFileSync(file, "utf8"), readdirSync(folder)]).toEqual(["new", ["plan.pdf"]]);
  if (process.platform !== "win32") expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("a place that cannot be written is refused, and nothing is left behind", () => {
  const missing = join(folder, "nowhere", "plan.pdf");
  const taken = join(folder, "taken");
  mkdirSync(taken);
  writeFileSync(join(taken, "inside"), "kept");
  expect([missing, taken].map((file) => writeOutputFile(file, Buffer.from("new")))).toEqual([
    { ok: false, error: { code: "file-not-written", file: missing } },
    { ok: false, error: { code: "file-not-written", file: taken } },
  ]);
  expect([readdirSync(folder), readdirSync(taken)]).toEqual([["taken"], ["inside"]]);
});
