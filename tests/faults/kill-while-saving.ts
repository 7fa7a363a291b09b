import { join } from "node:path";
import { checkStore } from "../../electron/store/check-store.ts";
import { findClientId } from "../../electron/store/repositories/clients.ts";
import type { PlanSave } from "../../electron/store/repositories/plan-saves.ts";
import { findPlan } from "../../electron/store/repositories/plans.ts";
import type { Store } from "../../electron/store/store.ts";
import { type FaultReport, type KillOptions, newSeed, openAgain } from "./fault-report.ts";
import { runAndKill } from "./kill-process.ts";
import { addNumberedClients, numberedNino } from "./numbered-caseload.ts";
import { findNumberedSaves, SAVES_PER_PLAN } from "./numbered-saves.ts";
import { createRandom } from "./random.ts";

const CHILD = join(import.meta.dirname, "saving-child.ts");
const LONGEST_DELAY_MILLISECONDS = 60;
/** Half a plan is more than any machine saves between two kills. */
const CLIENTS_PER_KILL = 0.5;
const SPARE_CLIENTS = 4;

/** What a run of kills while saving showed. */
export interface KillReport extends FaultReport {
  readonly lost: number;
  readonly halfSaved: number;
}

/** What one look at the store after a kill showed. */
interface Inspection {
  readonly saved: number;
  readonly lost: number;
  readonly halfSaved: number;
  readonly problems: readonly string[];
}

/** Kills a process with SIGKILL, time and again on one store, while it saves, and looks each time at what is left. */
export async function killWhileSaving({ kills, folder, seed = newSeed() }: KillOptions): Promise<KillReport> {
  const started = performance.now();
  const random = createRandom(seed);
  prepareStore(folder, Math.ceil(kills * CLIENTS_PER_KILL) + SPARE_CLIENTS);
  let [saved, acknowledged, unacknowledged, lost, halfSaved] = [0, 0, 0, 0, 0];
  const problems: string[] = [];
  for (let kill = 1; kill <= kills; kill += 1) {
    const numbers = await killOnce(folder, saved, random() * LONGEST_DELAY_MILLISECONDS);
    const lastAcknowledged = numbers.at(-1) ?? saved;
    const found = inspectStore(folder, lastAcknowledged);
    acknowledged += numbers.length;
    unacknowledged += Math.max(0, found.saved - lastAcknowledged);
    lost += found.lost;
    halfSaved += found.halfSaved;
    problems.push(...found.problems.map((problem) => `After kill ${kill}: ${problem}`));
    saved = found.saved;
  }
  const seconds = (performance.now() - started) / 1_000;
  return { seed, kills, acknowledged, unacknowledged, lost, halfSaved, problems, seconds };
}

function prepareStore(folder: string, clients: number): void {
  const office = openAgain(folder);
  addNumberedClients(office.context, clients);
  void office.close();
}

/** Lets one process save for a while and kills it; answers the numbers of the saves it acknowledged. */
async function killOnce(folder: string, saved: number, delay: number): Promise<number[]> {
  const firstClient = Math.floor(saved / SAVES_PER_PLAN);
  const { out, err, exitCode } = await runAndKill(CHILD, [folder, `${firstClient}`], { delay, readyLine: "ready" });
  if (exitCode !== null) throw new Error(`The saving process ended by itself: ${err}`);
  return [...out.matchAll(/^saved (\d+)\n/gm)].map(([, number]) => Number(number));
}

/** Opens the store as the next start does, and looks for every save up to the last that was acknowledged. */
function inspectStore(folder: string, lastAcknowledged: number): Inspection {
  const { context, close } = openAgain(folder);
  const { store } = context;
  const problems = checkStore(store);
  const found = savesOfEveryClient(store);
  void close();
  const whole = new Set(found.flatMap((saves) => saves.whole));
  const partial = found.flatMap((saves) => saves.partial);
  const saved = Math.max(0, ...whole);
  const expected = Array.from({ length: lastAcknowledged }, (_, index) => index + 1);
  const lost = expected.filter((number) => !whole.has(number));
  problems.push(...partial, ...lost.map((number) => `Save ${number} was acknowledged and is not there`));
  if (saved > lastAcknowledged + 1)
    problems.push(`Saves up to ${saved} are there; ${lastAcknowledged} is the last said`);
  return { saved, lost: lost.length, halfSaved: partial.length, problems };
}

function savesOfEveryClient(store: Store) {
  const found = [];
  for (let client = 0; ; client += 1) {
    const clientId = findClientId(store, numberedNino(client));
    if (!clientId) return found;
    found.push(findNumberedSaves(findPlan(store, clientId, "lms"), recordedSaves(store, clientId)));
  }
}

/** Every save of a client's plan that carried an interview, as all of these do. */
function recordedSaves(store: Store, clientId: string): PlanSave[] {
  return store.all<PlanSave>(
    `SELECT plan_version AS planVersion, items_added AS itemsAdded, reviews_added AS reviewsAdded,
            texts_changed AS textsChanged
     FROM plan_save JOIN plan ON plan.id = plan_save.plan_id JOIN interview ON interview.id = plan_save.interview_id
     WHERE plan.client_id = ? AND interview.client_id = plan.client_id ORDER BY plan_version`,
    clientId,
  );
}
