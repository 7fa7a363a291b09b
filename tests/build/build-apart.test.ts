import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "action-plan-apart-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Has a script built apart by a process of which all is read that it prints. */
function build(script: string) {
  writeFileSync(join(folder, "build.mjs"), script);
  const apart = JSON.stringify(join(import.meta.dirname, "..", "..", "build", "build-apart.ts"));
  const code = `const { buildApart } = await import(${apart}); console.log(await buildApart("build.mjs"));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", code], {
    cwd: folder,
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, "compiled") },
    encoding: "utf8",
  });
  return { stdout, stderr };
}

test("a build that succeeds counts as built, and what it prints keeps off the standard output", () => {
  expect(build('console.log("built", process.env.NODE_COMPILE_CACHE);')).toEqual({
    stdout: "true\n",
    stderr: "built undefined\n",
  });
});

test("a build that fails says why and does not count as built", () => {
  const { stdout, stderr } = build('throw new Error("a slip in the sources");');
  expect(stdout).toBe("false\n");
  expect(stderr).toContain("a slip in the sources");
});
