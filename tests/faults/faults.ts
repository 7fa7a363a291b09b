import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type KillReport, killWhileSaving } from "./kill-while-saving.ts";

const { values } = parseArgs({ options: { kills: { type: "string", default: "200" }, seed: { type: "string" } } });
const folder = mkdtempSync(join(tmpdir(), "action-plan-faults-"));
try {
  const seed = values.seed === undefined ? {} : { seed: Number(values.seed) };
  const report = await killWhileSaving({ kills: Number(values.kills), folder, ...seed });
  print(report);
  process.exitCode = report.problems.length > 0 || report.acknowledged === 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function print(report: KillReport): void {
  console.log("Killed with SIGKILL while saving");
  console.log(`  kills                              ${report.kills}`);
  console.log(`  saves acknowledged                 ${report.acknowledged}`);
  console.log(`  saves committed, not acknowledged  ${report.unacknowledged}`);
  console.log(`  acknowledged saves lost            ${report.lost}`);
  console.log(`  saves half there                   ${report.halfSaved}`);
  console.log(`  seconds                            ${report.seconds.toFixed(1)}`);
  console.log(`  seed                               ${report.seed}`);
  for (const problem of report.problems) console.log(`  ${problem}`);
}
