import { writeSync } from "node:fs";
import { type App, openApp } from "../../electron/app.ts";
import type { PlanWindow } from "../../shared/contract.ts";
import { ask, clientIdOf } from "./ask.ts";
import { numberedNino } from "./numbered-caseload.ts";
import { FAULTS_DAY, numberedChanges, SAVES_PER_PLAN } from "./numbered-saves.ts";

const STANDARD_OUTPUT = 1;
const [dataFolder = "", firstClient = "0"] = process.argv.slice(2);

const opened = openApp({ dataFolder, isTraining: true, today: FAULTS_DAY });
if (!opened.ok) throw new Error(opened.error.code);
const app = opened.value;
let client = Number(firstClient);
let window = await openForSaving(app, client);
say("ready");
for (;;) {
  await fillPlan(app, client, window);
  client += 1;
  window = await openForSaving(app, client);
}

/** Opens a client's plan and sees to it that an interview with the client is open. */
async function openForSaving(app: App, client: number): Promise<PlanWindow> {
  const clientId = await clientIdOf(app, numberedNino(client));
  const opened = await ask(app, "open-plan", { clientId });
  if (!opened.openInterview) await meet(app, clientId);
  return opened;
}

/** Saves on one client's plan until it is full, saying each number once its save was acknowledged. */
async function fillPlan(app: App, client: number, opened: PlanWindow): Promise<void> {
  let { plan } = opened;
  for (let item = plan?.items.length ?? 0; item < SAVES_PER_PLAN; item += 1) {
    const number = client * SAVES_PER_PLAN + item + 1;
    const saved = await ask(app, "save-plan", {
      clientId: opened.client.id,
      kind: "lms",
      planVersion: plan?.version ?? null,
      creation: null,
      changes: numberedChanges(number),
      isClockConfirmed: false,
    });
    say(`saved ${number}`);
    plan = saved.plan;
  }
}

/** Starts the client's interview; the one with the client before is ended first if it is still open. */
async function meet(app: App, clientId: string): Promise<void> {
  const start = { clientId, kind: "caseload", attendance: "present" } as const;
  const started = await app.answer("start-interview", start);
  if (started.ok) return;
  if (started.error.code !== "adviser-in-interview") throw new Error(started.error.code);
  const before = await ask(app, "open-client", { clientId: started.error.clientId });
  await ask(app, "end-interview", { interviewId: before.openInterview?.interview.id ?? "", endAnyway: true });
  await ask(app, "start-interview", start);
}

/** Written at once: a line left in a buffer would die with the process. */
function say(line: string): void {
  writeSync(STANDARD_OUTPUT, `${line}\n`);
}
