import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const setUpScript = join(import.meta.dirname, "..", "..", "build", "set-up.js");

let checkout: string;

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), "action-plan-checkout-"));
  write("package.json", '{"type":"module"}');
  write("package-lock.json", "{}");
  mkdirSync(join(checkout, "build"));
  copyFileSync(setUpScript, join(checkout, "build", "set-up.js"));
});

afterEach(() => {
  rmSync(checkout, { recursive: true, force: true });
});

function write(name: string, text: string): void {
  mkdirSync(dirname(join(checkout, name)), { recursive: true });
  writeFileSync(join(checkout, name), text);
}

/** Runs the set-up with an npm that only notes how it was called, makes noise, and ends as told. */
function runSetUp(npmExitCode = 0) {
  write(
    "npm.cjs",
    `console.log("noise"); require("node:fs").writeFileSync("called", process.argv.slice(2).join(" "));
     process.exit(${npmExitCode});`,
  );
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(checkout, "build", "set-up.js")], {
    encoding: "utf8",
    cwd: tmpdir(),
    env: { ...process.env, npm_execpath: join(checkout, "npm.cjs"), npm_node_execpath: process.execPath },
  });
  const called = join(checkout, "called");
  return { status, stdout, stderr, npm: existsSync(called) ? readFileSync(called, "utf8") : undefined };
}

function setTime(name: string, seconds: number): void {
  utimesSync(join(checkout, name), seconds, seconds);
}

const installing = "Installing what Action Plan needs; this happens once.\n";

describe("npm ci", () => {
  test("runs on a fresh checkout, and its noise stays off standard output", () => {
    expect(runSetUp()).toEqual({ status: 0, stdout: "", stderr: `${installing}noise\n`, npm: "ci" });
  });

  test("runs again after an interrupted one, which leaves a folder behind", () => {
    write("node_modules/zod/package.json", "{}");
    expect(runSetUp().npm).toBe("ci");
  });

  test("runs when the lock file is newer than what is installed", () => {
    write("node_modules/.package-lock.json", "{}");
    setTime("node_modules/.package-lock.json", 1_000);
    setTime("package-lock.json", 2_000);
    expect(runSetUp().npm).toBe("ci");
  });

  test("does not run, and nothing is said, when everything is there", () => {
    write("node_modules/.package-lock.json", "{}");
    setTime("node_modules/.package-lock.json", 2_000);
    setTime("package-lock.json", 1_000);
    expect(runSetUp()).toEqual({ status: 0, stdout: "", stderr: "", npm: undefined });
  });

  test("that fails stops the command with a plain sentence", () => {
    expect(runSetUp(1)).toEqual({
      status: 1,
      stdout: "",
      stderr:
        `${installing}noise\nThe installation did not succeed. ` +
        "Check the connection to the npm registry, then run the command again.\n",
      npm: "ci",
    });
  });

  describe("with node_modules a link to another checkout's", () => {
    const installed = join("elsewhere", "zod", "package.json");

    beforeEach(() => {
      write(installed, "{}");
      symlinkSync(join(checkout, "elsewhere"), join(checkout, "node_modules"), "junction");
    });

    test("does not run: the command stops with a plain sentence, and nothing is touched", () => {
      expect(runSetUp()).toEqual({
        status: 1,
        stdout: "",
        stderr:
          "node_modules is a link to another folder, which an installation would empty. " +
          "Install there, or remove the link, then run the command again.\n",
        npm: undefined,
      });
      expect(existsSync(join(checkout, installed))).toBe(true);
    });

    test("is not needed when everything is there", () => {
      write(join("elsewhere", ".package-lock.json"), "{}");
      expect(runSetUp()).toEqual({ status: 0, stdout: "", stderr: "", npm: undefined });
    });
  });
});
