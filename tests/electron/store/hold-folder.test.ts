import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { holdFolder } from "../../../electron/store/hold-folder.ts";
import { startChild } from "./child-process.ts";
import { temporaryFolder } from "./temporary-store.ts";

/** Holds a folder that must be free, and lets it go again. */
function expectFree(folder: string): void {
  const hold = holdFolder(folder, "a later start");
  expect(hold.ok).toBe(true);
  if (hold.ok) hold.value.release();
}

test("a folder that is not there yet is made and held", () => {
  expectFree(join(temporaryFolder(), "new", "data"));
});

test("a second hold is refused at once with the holder's words, and is free after the release", () => {
  const folder = temporaryFolder();
  const first = holdFolder(folder, "process 1, started at nine");
  if (!first.ok) throw new Error(first.error.code);
  const before = performance.now();
  for (const _ of [1, 2]) {
    expect(holdFolder(folder, "process 2")).toEqual({
      ok: false,
      error: { code: "store-held", holder: "process 1, started at nine" },
    });
  }
  expect(performance.now() - before).toBeLessThan(1_000);
  first.value.release();
  expectFree(folder);
});

test("a folder held by another process is refused, and is free once that was killed", async () => {
  const folder = temporaryFolder();
  const child = await startChild("hold-child.ts", [folder]);
  expect(child.said).toBe("held");
  expect(holdFolder(folder, "this")).toEqual({ ok: false, error: { code: "store-held", holder: "the child" } });
  await child.kill();
  expectFree(folder);
});

test("two folders can be held at once", () => {
  const [first, second] = [temporaryFolder(), temporaryFolder()].map((folder) => holdFolder(folder, "this"));
  expect([first?.ok, second?.ok]).toEqual([true, true]);
  for (const hold of [first, second]) if (hold?.ok) hold.value.release();
});

test("a place where no folder can be is refused in words and not with an exception", () => {
  const file = join(temporaryFolder(), "file");
  writeFileSync(file, "");
  expect(holdFolder(join(file, "data"), "this")).toEqual({ ok: false, error: { code: "store-read-only" } });
  const folder = temporaryFolder();
  mkdirSync(join(folder, "start.lock"));
  expect(holdFolder(folder, "this")).toEqual({ ok: false, error: { code: "store-read-only" } });
});
