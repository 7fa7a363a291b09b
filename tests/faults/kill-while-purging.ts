import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type App, openApp } from "../../electron/app.ts";
import { openOffice } from "../../electron/office.ts";
import { purgeClosedItems } from "../../electron/services/purge.ts";
import { checkStore } from "../../electron/store/check-store.ts";
import type { Reader } from "../../electron/store/store.ts";
import { NO_CHANGES } from "../../shared/action-plan/action-plan.ts";
import { addMonths } from "../../shared/dates.ts";
import { ask, clientIdOf } from "./ask.ts";
import { type FaultReport, type KillOptions, newSeed, openAgain } from "./fault-report.ts";
import { runAndKill } from "./kill-process.ts";
import { addNumberedClients, numberedNino } from "./numbered-caseload.ts";
import { FAULTS_DAY, numberedChanges } from "./numbered-saves.ts";
import { createRandom } from "./random.ts";

const CHILD = join(import.meta.dirname, "purging-child.ts");
const CLIENTS = 40;
const SEEING_IT_THROUGH = 1.1;
/** By then every closed item of the store is due (AI-7). */
const PURGE_DAY = addMonths(FAULTS_DAY, 20);

/** Kills a process with SIGKILL while it purges, each time on a fresh copy, looks at what is left, and purges again. */
export async function killWhilePurging({ kills, folder, seed = newSeed() }: KillOptions): Promise<FaultReport> {
  const started = performance.now();
  const random = createRandom(seed);
  const before = await prepareStore(join(folder, "before"));
  const undisturbed = await purgeOnce(folder, before, Number.POSITIVE_INFINITY);
  const problems = [...undisturbed.problems];
  let [acknowledged, unacknowledged] = [0, 0];
  for (let kill = 1; kill <= kills; kill += 1) {
    const run = await purgeOnce(folder, before, random() * undisturbed.lived * SEEING_IT_THROUGH);
    if (run.isAcknowledged) acknowledged += 1;
    else if (run.closedLeft === 0) unacknowledged += 1;
    problems.push(...run.problems.map((problem) => `After kill ${kill}: ${problem}`));
  }
  return { seed, kills, acknowledged, unacknowledged, problems, seconds: (performance.now() - started) / 1_000 };
}

async function prepareStore(folder: string): Promise<string> {
  mkdirSync(folder);
  const office = openAgain(folder);
  addNumberedClients(office.context, CLIENTS);
  await office.close();
  const opened = openApp({ dataFolder: folder, isTraining: true, today: FAULTS_DAY });
  if (!opened.ok) throw new Error(opened.error.code);
  for (let client = 0; client < CLIENTS; client += 1) await makeClosedItem(opened.value, client);
  opened.value.close();
  return join(folder, "store.db");
}

/** A plan of two items with a review each, the first of them closed. */
async function makeClosedItem(app: App, client: number): Promise<void> {
  const clientId = await clientIdOf(app, numberedNino(client));
  const { interview } = await ask(app, "start-interview", { clientId, kind: "caseload", attendance: "present" });
  const saving = { clientId, kind: "lms", creation: null, isClockConfirmed: false } as const;
  const first = await ask(app, "save-plan", { ...saving, planVersion: null, changes: numberedChanges(1) });
  const closing = [{ itemId: first.plan?.items[0]?.id ?? "", dateClosed: FAULTS_DAY }];
  const changes = { ...NO_CHANGES, ...numberedChanges(2), amendedItems: closing };
  await ask(app, "save-plan", { ...saving, planVersion: 1, changes });
  await ask(app, "end-interview", { interviewId: interview.id, endAnyway: true });
}

async function purgeOnce(folder: string, before: string, delay: number) {
  const place = join(folder, "purging");
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place);
  copyFileSync(before, join(place, "store.db"));
  const { out, err, exitCode, lived } = await runAndKill(CHILD, [place, PURGE_DAY], { delay, readyLine: "ready" });
  if (exitCode !== null && exitCode !== 0) throw new Error(`The purging process failed: ${err}`);
  const isAcknowledged = out.includes("purged ");
  const office = openOffice({ dataFolder: place, isTraining: true, today: PURGE_DAY }, () => undefined);
  if (!office.ok) throw new Error(`The store does not open: ${office.error.code}`);
  const { context, close } = office.value;
  const closedLeft = closedItems(context.store);
  const problems = purgeProblems(context.store);
  if (isAcknowledged && closedLeft > 0) problems.push("A purge was acknowledged and items are still there");
  purgeClosedItems(context, { isConfirmed: true, isOnScreen: () => false });
  problems.push(...purgeProblems(context.store));
  if (closedItems(context.store) > 0) problems.push("The next purge left items there");
  await close();
  return { isAcknowledged, closedLeft, problems, lived };
}

/** Items of plans under a contract are kept for the contract's time (AI-7). */
function closedItems(store: Reader): number {
  return countOf(store, "action_item JOIN plan ON plan.id = plan_id WHERE date_closed IS NOT NULL AND kind = 'lms'");
}

/** An item is there with its review or gone with it, its earlier values with both; open ones are all there. */
function purgeProblems(store: Parameters<typeof checkStore>[0]): string[] {
  const problems = checkStore(store);
  const numbered =
    "action_item JOIN plan ON plan.id = plan_id JOIN client ON client.id = client_id WHERE nino >= 'QQ2'";
  const bare = countOf(store, `${numbered} AND NOT EXISTS (SELECT 1 FROM review WHERE item_id = action_item.id)`);
  const open = countOf(store, `${numbered} AND date_closed IS NULL`);
  const kept = countOf(
    store,
    `change JOIN change_value USING (id) WHERE table_name = 'action_item' AND after IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM action_item WHERE action_item.id = row_id)`,
  );
  if (kept > 0) problems.push(`${kept} texts of items that are gone are still in the record`);
  if (open !== CLIENTS) problems.push(`${open} of ${CLIENTS} open items are there`);
  if (bare > 0) problems.push(`${bare} items are without their review`);
  return problems;
}

function countOf(store: Reader, from: string): number {
  return store.get<{ count: number }>(`SELECT count(*) AS count FROM ${from}`)?.count ?? 0;
}
