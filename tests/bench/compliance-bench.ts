import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openApp } from "../../electron/app.ts";
import { openOffice } from "../../electron/office.ts";
import { addDays } from "../../shared/dates.ts";
import { ask } from "../faults/ask.ts";
import type { BenchRow } from "./bench-row.ts";
import { BENCH_DAY } from "./bench-store.ts";
import { addFictionalParticipants } from "./many-participants.ts";
import { percentile, timed } from "./timing.ts";

const PARTICIPANTS = 5_000;
const RUNS = 30;
const WARM_UPS = 3;
const GOAL_MILLISECONDS = 1_000;

/** Times the compliance report over more than a year and 5,000 participants, as the window asks for it (4.08). */
export async function measureCompliance(): Promise<BenchRow> {
  const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-bench-"));
  const options = { dataFolder, isTraining: true, today: BENCH_DAY };
  try {
    const office = openOffice(options, () => undefined);
    if (!office.ok) throw new Error(office.error.code);
    const { store } = office.value.context;
    const advisers = store.all<{ id: string }>("SELECT id FROM adviser ORDER BY id").map(({ id }) => id);
    addFictionalParticipants(store, { count: PARTICIPANTS, today: BENCH_DAY, advisers });
    await office.value.close();
    const app = openApp(options);
    if (!app.ok) throw new Error(app.error.code);
    const period = { from: addDays(BENCH_DAY, -400), to: BENCH_DAY, adviserId: null };
    const times: number[] = [];
    for (let run = 0; run < WARM_UPS + RUNS; run += 1) {
      const time = await timed(() => ask(app.value, "compliance", period));
      if (run >= WARM_UPS) times.push(time);
    }
    app.value.close();
    const milliseconds = percentile(times, 95);
    return {
      operation: "the compliance report, request to answer",
      size: `${PARTICIPANTS.toLocaleString("en-GB")} participants`,
      milliseconds,
      statistic: "p95",
      floor: null,
      goal: `${GOAL_MILLISECONDS.toLocaleString("en-GB")} ms`,
      isMet: milliseconds <= GOAL_MILLISECONDS,
    };
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
