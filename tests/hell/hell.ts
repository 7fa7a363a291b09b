import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { type App, openApp } from "../../electron/app.ts";
import { openOffice } from "../../electron/office.ts";
import { checkStore } from "../../electron/store/check-store.ts";
import { openStore } from "../../electron/store/open-store.ts";
import { findPlan } from "../../electron/store/repositories/plans.ts";
import type { Store } from "../../electron/store/store.ts";
import { TRAINING_KEY } from "../../electron/store/training-key.ts";
import { transaction } from "../../electron/store/transaction.ts";
import type { Policy } from "../../shared/policy.ts";
import { ok } from "../../shared/result.ts";
import { ask } from "../faults/ask.ts";
import { addNumberedClients } from "../faults/numbered-caseload.ts";
import { AnswerWatch } from "./answer-watch.ts";
import { endOfInterview, HELL_DAY, type WildRequest, wildRequests } from "./payloads.ts";
import { resolve } from "./picks.ts";
import { planProblems } from "./plan-invariants.ts";
import { World } from "./world.ts";

/** A store grows with what it takes; every so many requests begin with a new one. */
const REQUESTS_PER_STORE = 20_000;
const REQUESTS_PER_DRAW = 500;
const NUMBERED_CLIENTS = 60;
/** Every so many requests, a few are made at once. */
const ALONE_BEFORE_TOGETHER = 20;
const TOGETHER = 3;
const MOST_PROBLEMS = 20;

/** How many requests are made; the same seed draws the same ones. */
export interface HellOptions {
  readonly requests: number;
  /** An empty folder for the stores. */
  readonly folder: string;
  readonly seed?: number;
}

/** What the requests showed. */
export interface HellReport {
  readonly seed: number;
  readonly requests: number;
  /** By request: how many were answered with a value, and how many refused. */
  readonly answered: Readonly<Record<string, { readonly accepted: number; readonly refused: number }>>;
  /** The codes of all refusals. */
  readonly codes: readonly string[];
  /** A sentence for everything that was not as it should be. */
  readonly problems: readonly string[];
  readonly seconds: number;
}

/** Makes random and hostile requests of every kind to training stores, and watches every answer and every write. */
export async function raiseHell({ requests, folder, seed = newSeed() }: HellOptions): Promise<HellReport> {
  const started = performance.now();
  const watch = new AnswerWatch();
  for (let done = 0; done < requests && watch.problems.length < MOST_PROBLEMS; done += REQUESTS_PER_STORE) {
    const count = Math.min(REQUESTS_PER_STORE, requests - done);
    await raiseHellInOneStore({ count, seed: seed + done, folder: mkdtempSync(join(folder, "store-")) }, watch);
  }
  const seconds = (performance.now() - started) / 1_000;
  return { seed, requests, answered: watch.answered(), codes: watch.codes(), problems: watch.problems, seconds };
}

function newSeed(): number {
  return Math.floor(Math.random() * 2 ** 30);
}

interface OneStore {
  readonly count: number;
  readonly seed: number;
  readonly folder: string;
}

async function raiseHellInOneStore({ count, seed, folder }: OneStore, watch: AnswerWatch): Promise<void> {
  const clientIds = prepareStore(folder);
  const opened = openApp({ dataFolder: folder, isTraining: true, today: HELL_DAY });
  const beside = openStore(join(folder, "store.db"), TRAINING_KEY);
  if (!opened.ok || !beside.ok) throw new Error("The training store does not open");
  const app = opened.value;
  try {
    const session = await ask(app, "session", {});
    const world = new World(
      clientIds,
      session.interviewKinds.map(({ code }) => code),
    );
    watch.begin({ world, policy: session.policy, dataVersion: () => dataVersion(beside.value) });
    app.subscribe((event) => watch.sawEvent(event));
    for (let done = 0; done < count; done += REQUESTS_PER_DRAW) {
      const numRuns = Math.min(REQUESTS_PER_DRAW, count - done);
      await makeAll(app, world, fc.sample(wildRequests(), { numRuns, seed: seed + done }), watch);
      // Drawn by chance alone, the steps to an enforced interview's end hardly ever come in their order.
      for (const last of endOfInterview) await makeAll(app, world, [last], watch);
    }
    watch.problems.push(...storeProblems(beside.value, clientIds, session.policy, watch.reviewed));
  } finally {
    beside.value.close();
    app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A training store with clients enough that plans do not fill at once, and one that is there no longer. */
function prepareStore(dataFolder: string): string[] {
  const office = openOffice({ dataFolder, isTraining: true, today: HELL_DAY }, () => undefined);
  if (!office.ok) throw new Error(office.error.code);
  const { context, close } = office.value;
  const numbered = addNumberedClients(context, NUMBERED_CLIENTS);
  const [gone = ""] = numbered;
  const audit = { at: context.clock.now(), action: "test", adviserId: null, clientId: gone, interviewId: null };
  transaction(context.store, audit, (writer) => ok(writer.remove("client", gone)));
  const seeded = context.store.all<{ id: string }>("SELECT id FROM client WHERE nino < 'QQ2'").map(({ id }) => id);
  void close();
  return [...seeded, ...numbered];
}

async function makeAll(app: App, world: World, wild: readonly WildRequest[], watch: AnswerWatch): Promise<void> {
  for (let done = 0; done < wild.length; ) {
    const count = done % ALONE_BEFORE_TOGETHER === 1 ? TOGETHER : 1;
    const group = wild
      .slice(done, done + count)
      .map(({ name, payload }) => ({ name, payload: resolve(payload, world) }));
    await watch.answersOf(app, group);
    done += count;
  }
}

/** Changes whenever another connection commits, and only then. */
function dataVersion(store: Store): number {
  return Number(store.database.pragma("data_version", { simple: true }));
}

function storeProblems(
  store: Store,
  clientIds: readonly string[],
  policy: Policy,
  reviewed: ReadonlySet<string>,
): string[] {
  const open = store.all("SELECT 1 FROM interview WHERE ended_at IS NULL GROUP BY client_id HAVING count(*) > 1");
  const adviser = store.all("SELECT 1 FROM interview WHERE ended_at IS NULL GROUP BY adviser_id HAVING count(*) > 1");
  const saves = store.all(
    `SELECT plan.id FROM plan LEFT JOIN plan_save ON plan_save.plan_id = plan.id
     GROUP BY plan.id HAVING max(plan_version) <> version OR count(*) <> version OR min(plan_version) <> 1`,
  );
  return [
    ...checkStore(store),
    ...open.map(() => "A client has two interviews open"),
    ...adviser.map(() => "An adviser has two interviews open"),
    ...saves.map(() => "The versions of a plan do not rise by one with each save"),
    ...clientIds.flatMap((clientId) => {
      const plan = findPlan(store, clientId, "lms");
      return plan ? planProblems(plan, policy, reviewed) : [];
    }),
  ];
}
