import type { App } from "../../electron/app.ts";
import { NO_CHANGES, type PlanChanges } from "../../shared/action-plan/action-plan.ts";
import type { PlanWindow, RequestInput } from "../../shared/contract.ts";
import { ask, clientIdOf } from "../faults/ask.ts";
import { numberedNino } from "../faults/numbered-caseload.ts";
import type { BenchRow } from "./bench-row.ts";
import { BENCH_DAY, openBenchStore } from "./bench-store.ts";
import { alternate, median, type Times, timed } from "./timing.ts";

const REPEATS = { warmUps: 40, runs: 101 };
/** Each run adds an interview to one client, who would otherwise have more of them than anybody has. */
const FULL_PLAN_REPEATS = { warmUps: 20, runs: 41 };
const GOAL_RATIO = 1.5;
const GOAL_DIFFERENCE = 1;
const ITEMS_BEFORE = 3;
const FULL_PLAN = "QQ100004A";

/** Times saving one new item, its spelling checked first, on a small plan in an open interview. */
export async function measureSmallSave(): Promise<BenchRow> {
  const store = openBenchStore(REPEATS.warmUps + REPEATS.runs);
  const unmet: number[] = [];
  try {
    const times = await alternate(REPEATS, async (run) => {
      const { window, interviewId } = await openSmallPlan(store.app, await clientIdOf(store.app, numberedNino(run)));
      const milliseconds = await timed(() => checkAndSave(store.app, window, { newItems: [newItem(0)] }));
      const floorMilliseconds = await store.timeNewestOnCopy();
      await ask(store.app, "end-interview", { interviewId, endAnyway: true });
      unmet.push(await timed(() => checkUnmetWord(store.app, run)));
      return { milliseconds, floorMilliseconds };
    });
    const row = rowOf(
      "save one new item with its spelling check",
      `a plan of ${ITEMS_BEFORE} items, interview open`,
      times,
    );
    const remark = `a check that meets a new word, which takes the worker: ${median(unmet).toFixed(2)} ms, median`;
    return { ...row, remarks: [remark] };
  } finally {
    store.close();
  }
}

/** Times saving one amended item of the full plan, its spelling checked first, which takes no new one. */
export async function measureFullPlanSave(): Promise<BenchRow> {
  const store = openBenchStore(0);
  try {
    const clientId = await clientIdOf(store.app, FULL_PLAN);
    const times = await alternate(FULL_PLAN_REPEATS, async (run) => {
      const { window, interviewId } = await meet(store.app, clientId);
      const item = window.plan?.items.find(({ dateClosed }) => dateClosed === null);
      const changes = { amendedItems: [{ itemId: item?.id ?? "", text: newItem(run).text }] };
      const milliseconds = await timed(() => checkAndSave(store.app, window, changes));
      const floorMilliseconds = await store.timeNewestOnCopy();
      await ask(store.app, "end-interview", { interviewId, endAnyway: true });
      return { milliseconds, floorMilliseconds };
    });
    return rowOf(
      "save one amended item of the full plan with its spelling check",
      "100 items, 1,000 reviews, interview open",
      times,
    );
  } finally {
    store.close();
  }
}

/** What a window asks for at a Save: the check of what is new or changed, and then the save. */
async function checkAndSave(app: App, window: PlanWindow, changes: Partial<PlanChanges>): Promise<void> {
  const written = [...(changes.newItems ?? []), ...(changes.amendedItems ?? [])];
  const texts = written.map(({ text }, index) => ({ id: String(index), text: text ?? "" }));
  await ask(app, "check-spelling", { clientId: window.client.id, texts });
  await ask(app, "save-plan", saving(window, changes));
}

/** The check of an item's text with a word in it that no check has met before, and that is none. */
async function checkUnmetWord(app: App, run: number): Promise<void> {
  const word = [...String(run)].map((digit) => "bcdfghjklm"[Number(digit)]).join("");
  const text = `${newItem(run).text} Then visit the qu${word}ix.`;
  await ask(app, "check-spelling", { clientId: null, texts: [{ id: "0", text }] });
}

/** Starts an interview and opens the plan. */
async function meet(app: App, clientId: string): Promise<{ window: PlanWindow; interviewId: string }> {
  const started = await ask(app, "start-interview", { clientId, kind: "caseload", attendance: "present" });
  return { window: await ask(app, "open-plan", { clientId }), interviewId: started.interview.id };
}

async function openSmallPlan(app: App, clientId: string): Promise<{ window: PlanWindow; interviewId: string }> {
  const { window, interviewId } = await meet(app, clientId);
  const newItems = Array.from({ length: ITEMS_BEFORE }, (_, number) => newItem(number + 1));
  return { window: await ask(app, "save-plan", saving(window, { newItems })), interviewId };
}

function saving({ client, plan }: PlanWindow, changes: Partial<PlanChanges>): RequestInput<"save-plan"> {
  return {
    clientId: client.id,
    kind: "lms",
    planVersion: plan?.version ?? null,
    creation: null,
    changes: { ...NO_CHANGES, ...changes },
    isClockConfirmed: false,
  };
}

function newItem(number: number): PlanChanges["newItems"][number] {
  const text = `Ask the ward manager about clerk's hours, and bring answer ${number} to the next interview.`;
  return { key: `new-${number}`, text, assignedTo: "client", targetDate: BENCH_DAY, dateClosed: null };
}

function rowOf(operation: string, size: string, times: Times): BenchRow {
  const { milliseconds, floorMilliseconds } = times;
  const isMet = milliseconds <= GOAL_RATIO * floorMilliseconds || milliseconds <= floorMilliseconds + GOAL_DIFFERENCE;
  return {
    operation,
    size,
    statistic: "median",
    milliseconds,
    floor: {
      milliseconds: floorMilliseconds,
      includes: "the same rows, change record and audit included, in one bare transaction on a copy of the store",
    },
    goal: `≤ ${GOAL_RATIO} ×, or ≤ ${GOAL_DIFFERENCE} ms above`,
    isMet,
  };
}
