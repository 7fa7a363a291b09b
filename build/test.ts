import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildRenderer } from "./build-renderer.ts";
import { addCounts, type Counts, countTests } from "./count-tests.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const reportFile = join(root, ".cache", "vitest-report.json");

const counts = addCounts([
  checkWith("Types", ["node_modules/typescript/bin/tsc", "-b"]),
  checkWith("Lint and format", ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."]),
  await checkBuild(),
  runTests(),
]);
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;

/** Runs one check that passes or fails as a whole. */
function checkWith(title: string, args: readonly string[]): Counts {
  return conclude(title, runNode(args));
}

async function checkBuild(): Promise<Counts> {
  try {
    await buildRenderer(root);
    return conclude("Build", true);
  } catch (error) {
    console.error(error);
    return conclude("Build", false);
  }
}

function runTests(): Counts {
  // A report of an earlier run must not speak for one that broke off.
  rmSync(reportFile, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
  const hasSucceeded = runNode(["node_modules/vitest/vitest.mjs", "run", ...reporters]);
  return countTests(existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, "utf8")) : undefined, hasSucceeded);
}

function runNode(args: readonly string[]): boolean {
  return spawnSync(process.execPath, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] }).status === 0;
}

function conclude(title: string, isPassed: boolean): Counts {
  console.log(`${title}: ${isPassed ? "passed" : "failed"}`);
  return { passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1, skipped: 0 };
}
