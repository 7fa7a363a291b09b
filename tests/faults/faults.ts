import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { FRONT_NAMES, type FrontName, type HellReport, raiseHell } from "../hell/hell.ts";
import type { FaultReport, KillOptions } from "./fault-report.ts";
import { killWhileBackingUp } from "./kill-while-backing-up.ts";
import { killWhileDrafting } from "./kill-while-drafting.ts";
import { killWhileImporting } from "./kill-while-importing.ts";
import { killWhileMigrating } from "./kill-while-migrating.ts";
import { killWhilePrinting } from "./kill-while-printing.ts";
import { killWhilePurging } from "./kill-while-purging.ts";
import { killWhileRestoring } from "./kill-while-restoring.ts";
import { killWhileSaving } from "./kill-while-saving.ts";

const KILLING: Readonly<Record<string, (options: KillOptions) => Promise<FaultReport>>> = {
  saving: killWhileSaving,
  drafting: killWhileDrafting,
  printing: killWhilePrinting,
  importing: killWhileImporting,
  migrating: killWhileMigrating,
  "backing-up": killWhileBackingUp,
  restoring: killWhileRestoring,
  purging: killWhilePurging,
};
const REQUESTS = "requests";
const NAMES = [...Object.keys(KILLING), REQUESTS];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: "string", default: "200" },
    requests: { type: "string", default: "1000000" },
    seed: { type: "string" },
  },
});
const unknown = positionals.filter((name) => !NAMES.includes(name));
if (unknown.length > 0) throw new Error(`There is no fault named ${unknown.join(", ")}; there are ${NAMES.join(", ")}`);
const chosen = positionals.length > 0 ? positionals : NAMES;
const seed = values.seed === undefined ? {} : { seed: Number(values.seed) };
const folder = mkdtempSync(join(tmpdir(), "action-plan-faults-"));
try {
  for (const name of chosen) await run(name, join(folder, name));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function run(name: string, ownFolder: string): Promise<void> {
  mkdirSync(ownFolder);
  const kill = KILLING[name];
  if (kill) {
    const report = await kill({ kills: Number(values.kills), folder: ownFolder, ...seed });
    printKills(name, report);
    if (report.problems.length > 0 || report.acknowledged === 0) process.exitCode = 1;
  } else {
    const requests = Math.ceil(Number(values.requests) / FRONT_NAMES.length);
    for (const front of FRONT_NAMES) {
      const report = await raiseHell({ front, requests, folder: ownFolder, ...seed });
      printHell(front, report);
      if (report.problems.length > 0) process.exitCode = 1;
    }
  }
}

function printKills(name: string, report: FaultReport): void {
  console.log(`Killed with SIGKILL while ${name.replace("-", " ")}`);
  console.log(`  kills                         ${report.kills}`);
  console.log(`  acknowledged                  ${report.acknowledged}`);
  console.log(`  whole, but not acknowledged   ${report.unacknowledged}`);
  printRest(report);
}

function printHell(front: FrontName, report: HellReport): void {
  console.log(`Random and hostile requests, ${front}`);
  console.log(`  requests                      ${report.requests}`);
  for (const [request, { accepted, refused }] of Object.entries(report.answered)) {
    console.log(`  ${request.padEnd(28)}  ${accepted} accepted, ${refused} refused`);
  }
  console.log(`  refusals seen                 ${report.codes.join(", ")}`);
  printRest(report);
}

function printRest({ problems, seconds, seed }: FaultReport | HellReport): void {
  console.log(`  lost, half there, or unsound  ${problems.length}`);
  console.log(`  seconds                       ${seconds.toFixed(1)}`);
  console.log(`  seed                          ${seed}`);
  for (const problem of problems) console.log(`  ${problem}`);
}
