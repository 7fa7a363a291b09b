import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openApp } from "../../electron/app.ts";
import { openOffice } from "../../electron/office.ts";
import { workList } from "../../electron/services/work-list.ts";
import type { Reader, Store, Value } from "../../electron/store/store.ts";
import { addDays } from "../../shared/dates.ts";
import type { WorkScope } from "../../shared/work-list/work-list.ts";
import { ask } from "../faults/ask.ts";
import type { BenchRow } from "./bench-row.ts";
import { BENCH_DAY } from "./bench-store.ts";
import { addFictionalClients } from "./many-clients.ts";
import { percentile, timed } from "./timing.ts";

const CLIENTS = 1_000_000;
const PLANS = 100_000;
const ITEMS_OF_A_PLAN = 3;
const RUNS = 100;
const WARM_UPS = 5;
const GOAL_MILLISECONDS = 20;

/** Times the work list of an adviser and of the office among a million clients, and looks at every query's plan. */
export async function measureWorkList(): Promise<readonly BenchRow[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-bench-"));
  const options = { dataFolder, isTraining: true, today: BENCH_DAY };
  try {
    const office = openOffice(options, () => undefined);
    if (!office.ok) throw new Error(office.error.code);
    const { context, close } = office.value;
    addFictionalClients(context.store, CLIENTS);
    addPlans(context.store, context.adviser.id);
    await close();
    return [await measureScope("mine", options), await measureScope("office", options)];
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** Half of the plans are the adviser's own; most have a target date ahead, and what is due lies at the very end. */
function addPlans(store: Store, adviserId: string): void {
  const other = store.get<{ id: string }>("SELECT id FROM adviser WHERE id <> ?", adviserId)?.id ?? adviserId;
  const plan = store.prepare(
    `INSERT INTO plan (id, client_id, kind, aims, employment, qualifications, info, pulled, saved_at, saved_by, version)
     VALUES (?, ?, 'lms', '', '', '', '', '{}', ?, ?, 1)`,
  );
  const item = store.prepare(
    `INSERT INTO action_item (id, plan_id, text, assigned_to, target_date, date_created, created_at, created_by, date_closed)
     VALUES (?, ?, 'Ask at the library for the times of the computer course.', 'client', ?, ?, ?, ?, ?)`,
  );
  store.database.transaction(() => {
    for (let number = 0; number < PLANS; number += 1) {
      const id = `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
      const owner = number % 2 === 0 ? adviserId : other;
      const savedAt = `${addDays(BENCH_DAY, -(number % 300))}T09:00:00.000Z`;
      plan.run(id, id, savedAt, owner);
      const isDue = number > PLANS - PLANS / 20;
      for (let position = 0; position < ITEMS_OF_A_PLAN; position += 1) {
        const target = addDays(BENCH_DAY, isDue ? -(number % 60) : 1 + (number % 90));
        const closed = position === 0 || (isDue && number % 3 === 0) ? addDays(BENCH_DAY, -10) : null;
        item.run(`${id}-${position}`, id, target, addDays(BENCH_DAY, -100), savedAt, owner, closed);
      }
    }
  })();
  store.database.exec("ANALYZE");
  store.database.pragma("wal_checkpoint(TRUNCATE)");
}

async function measureScope(scope: WorkScope, options: Parameters<typeof openApp>[0]): Promise<BenchRow> {
  const plans = plansOf(scope, options);
  const opened = openApp(options);
  if (!opened.ok) throw new Error(opened.error.code);
  try {
    const times: number[] = [];
    for (let run = 0; run < WARM_UPS + RUNS; run += 1) {
      const milliseconds = await timed(() => ask(opened.value, "work-list", { scope }));
      if (run >= WARM_UPS) times.push(milliseconds);
    }
    const milliseconds = percentile(times, 99);
    const isIndexed = plans.every((plan) => !/\bSCAN (?!due\b)(?!.*USING.*INDEX)/.test(plan));
    return {
      operation: `the work list, ${scope}, request to answer`,
      size: `${CLIENTS.toLocaleString("en-GB")} clients, ${PLANS.toLocaleString("en-GB")} plans`,
      statistic: "p99",
      milliseconds,
      floor: null,
      remarks: [`median    ${percentile(times, 50).toFixed(2)} ms`, ...plans.map((plan) => `plan      ${plan}`)],
      goal: `≤ ${GOAL_MILLISECONDS} ms, no SCAN without an index`,
      isMet: milliseconds <= GOAL_MILLISECONDS && isIndexed,
    };
  } finally {
    opened.value.close();
  }
}

/** How SQLite goes about each query of the work list. */
function plansOf(scope: WorkScope, options: Parameters<typeof openOffice>[0]): string[] {
  const office = openOffice(options, () => undefined);
  if (!office.ok) throw new Error(office.error.code);
  const { context, close } = office.value;
  const queries: { readonly sql: string; readonly values: readonly Value[] }[] = [];
  const all: Reader["all"] = (sql, ...values) => {
    queries.push({ sql, values });
    return context.store.all(sql, ...values);
  };
  workList({ ...context, store: { ...context.store, all } }, scope);
  const plans = queries.map(({ sql, values }) =>
    context.store
      .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values)
      .map(({ detail }) => detail)
      .join("; "),
  );
  void close();
  return plans;
}
