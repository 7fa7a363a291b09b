import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { checkStore } from "../../electron/store/check-store.ts";
import { findClientId } from "../../electron/store/repositories/clients.ts";
import { findDraft } from "../../electron/store/repositories/drafts.ts";
import { type FaultReport, type KillOptions, newSeed, openAgain } from "./fault-report.ts";
import { runAndKill } from "./kill-process.ts";
import { addNumberedClients, numberedNino } from "./numbered-caseload.ts";
import { numberedDraft } from "./numbered-drafts.ts";
import { createRandom } from "./random.ts";

const CHILD = join(import.meta.dirname, "drafting-child.ts");
const LONGEST_DELAY_MILLISECONDS = 60;

/** Kills a process with SIGKILL, time and again on one store, while it keeps a draft letter by letter. */
export async function killWhileDrafting({ kills, folder, seed = newSeed() }: KillOptions): Promise<FaultReport> {
  const started = performance.now();
  const random = createRandom(seed);
  const office = openAgain(folder);
  addNumberedClients(office.context, 1);
  void office.close();
  let [kept, acknowledged, unacknowledged] = [0, 0, 0];
  const problems: string[] = [];
  for (let kill = 1; kill <= kills; kill += 1) {
    const life = { delay: random() * LONGEST_DELAY_MILLISECONDS, readyLine: "ready" };
    const { out, err, exitCode } = await runAndKill(CHILD, [folder, `${kept + 1}`], life);
    if (exitCode !== null) throw new Error(`The drafting process ended by itself: ${err}`);
    const numbers = [...out.matchAll(/^kept (\d+)\n/gm)].map(([, number]) => Number(number));
    const last = numbers.at(-1) ?? kept;
    const found = inspectStore(folder, last);
    acknowledged += numbers.length;
    unacknowledged += Math.max(0, found.kept - last);
    problems.push(...found.problems.map((problem) => `After kill ${kill}: ${problem}`));
    kept = found.kept;
  }
  const seconds = (performance.now() - started) / 1_000;
  return { seed, kills, acknowledged, unacknowledged, problems, seconds };
}

/** Opens the store as the next start does, and looks for the last state that was acknowledged, or the one after it. */
function inspectStore(folder: string, last: number): { readonly kept: number; readonly problems: string[] } {
  const { context, close } = openAgain(folder);
  const { store, adviser } = context;
  const problems = checkStore(store);
  const clientId = findClientId(store, numberedNino(0)) ?? "";
  const content = findDraft(store, { clientId, kind: "lms", adviserId: adviser.id })?.content;
  void close();
  const kept = content?.keysGiven ?? 0;
  if (kept < last || kept > last + 1) problems.push(`State ${last} was acknowledged and state ${kept} is there`);
  if (content && !isDeepStrictEqual(content, numberedDraft(kept))) problems.push(`State ${kept} is half there`);
  return { kept, problems };
}
