import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { BACKUPS_KEPT, listBackups } from "../../electron/store/backups.ts";
import { isArchiveWhole, unpackArchive } from "../../electron/store/backups-archive.ts";
import { checkStore } from "../../electron/store/check-store.ts";
import { type FaultReport, type KillOptions, newSeed, openAgain } from "./fault-report.ts";
import { runAndKill } from "./kill-process.ts";
import { addNumberedClients } from "./numbered-caseload.ts";
import { createRandom } from "./random.ts";

const CHILD = join(import.meta.dirname, "backing-up-child.ts");
const CLIENTS = 200;
const LONGEST_DELAY_MILLISECONDS = 600;

/** Kills a process with SIGKILL while it backs a store up, and looks each time at every backup that is listed. */
export async function killWhileBackingUp({ kills, folder, seed = newSeed() }: KillOptions): Promise<FaultReport> {
  const started = performance.now();
  const random = createRandom(seed);
  prepareStore(folder);
  const problems: string[] = [];
  let acknowledged = 0;
  let unacknowledged = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    const before = new Set(listBackups(folder).map(({ file }) => file));
    const delay = random() * LONGEST_DELAY_MILLISECONDS;
    const { out, err, exitCode } = await runAndKill(CHILD, [folder], { delay, readyLine: "ready" });
    if (exitCode !== null) throw new Error(`The process that backs up ended by itself: ${err}`);
    const said = [...out.matchAll(/^backed-up (.+)\n/gm)].map(([, file = ""]) => file);
    acknowledged += said.length;
    const listed = listBackups(folder).map(({ file }) => file);
    unacknowledged += listed.filter((file) => !before.has(file) && !said.includes(file)).length;
    const found = [...lostBackups(said), ...backupProblems(folder, listed)];
    problems.push(...found.map((problem) => `After kill ${kill}: ${problem}`));
  }
  return { seed, kills, acknowledged, unacknowledged, problems, seconds: (performance.now() - started) / 1_000 };
}

function prepareStore(folder: string): void {
  const { context, close } = openAgain(folder);
  addNumberedClients(context, CLIENTS);
  void close();
}

/** Of those that one process made, the newest that are kept must all be there. */
function lostBackups(said: readonly string[]): string[] {
  return said
    .slice(-BACKUPS_KEPT)
    .flatMap((file) => (existsSync(file) ? [] : ["A backup was acknowledged and is not there"]));
}

function backupProblems(folder: string, listed: readonly string[]): string[] {
  const office = openAgain(folder);
  const problems = checkStore(office.context.store);
  void office.close();
  // One more may stand where the kill came between naming the newest and taking the oldest away.
  if (listed.length > BACKUPS_KEPT + 1) problems.push(`${listed.length} backups are kept`);
  problems.push(...listed.filter((file) => !isArchiveWhole(file)).map(() => "A backup that is listed is not whole"));
  const newest = listed[0];
  return newest === undefined ? problems : [...problems, ...restoredProblems(newest)];
}

function restoredProblems(file: string): string[] {
  const folder = mkdtempSync(join(file, "..", "restored-"));
  try {
    if (!unpackArchive(file, folder)) return ["The newest backup cannot be taken out"];
    const { context, close } = openAgain(folder);
    const problems = checkStore(context.store);
    const clients = context.store.get<{ count: number }>("SELECT count(*) AS count FROM client WHERE nino >= 'QQ2'");
    void close();
    return clients?.count === CLIENTS ? problems : [...problems, `${clients?.count} clients in the newest backup`];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
