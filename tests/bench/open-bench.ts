import { ask, clientIdOf } from "../faults/ask.ts";
import type { BareStore } from "./bare-store.ts";
import type { BenchRow } from "./bench-row.ts";
import { openBenchStore } from "./bench-store.ts";
import { alternate, timed } from "./timing.ts";

const REPEATS = { warmUps: 40, runs: 101 };
const GOAL_RATIO = 2;
const FULL_PLAN = "QQ100004A";
const ANOTHER = "QQ100002A";

/** Times opening the full plan, from the request to its answer. */
export async function measureOpenPlan(): Promise<BenchRow> {
  const store = openBenchStore(0);
  try {
    const clientId = await clientIdOf(store.app, FULL_PLAN);
    const otherClientId = await clientIdOf(store.app, ANOTHER);
    const times = await alternate(REPEATS, async () => {
      // Otherwise the plan of the last round would still be at hand.
      await ask(store.app, "open-plan", { clientId: otherClientId });
      return {
        milliseconds: await timed(() => ask(store.app, "open-plan", { clientId })),
        floorMilliseconds: await store.timeNewestOnCopy(() => readBarely(store.copy, clientId)),
      };
    });
    return {
      operation: "open the full plan, request to answer",
      size: "100 items, 1,000 reviews, after another client's plan",
      statistic: "median",
      milliseconds: times.milliseconds,
      floor: {
        milliseconds: times.floorMilliseconds,
        includes: "one bare SELECT for each table that the window shows, and one durable audit row",
      },
      goal: `≤ ${GOAL_RATIO} ×`,
      isMet: times.milliseconds <= GOAL_RATIO * times.floorMilliseconds,
    };
  } finally {
    store.close();
  }
}

/** Reads the rows that the window shows, and no more of them than it shows. */
function readBarely(copy: BareStore, clientId: string): void {
  for (const table of ["client", "client_more", "jsag"]) copy.read(`SELECT * FROM ${table} WHERE id = ?`, clientId);
  for (const table of ["qualification", "child", "iwbc", "plan", "interview"]) {
    copy.read(`SELECT * FROM ${table} WHERE client_id = ?`, clientId);
  }
  copy.read(
    `SELECT action_item.id, text, date_created, created_at, created_by, assigned_to, target_date, date_closed,
            amended_by, amended_at
     FROM action_item JOIN plan ON plan.id = plan_id WHERE client_id = ?`,
    clientId,
  );
  copy.read(
    `SELECT review.id, item_id, review.text, review.date_created, review.created_at, review.created_by,
            review.interview_id, review.amended_by
     FROM plan JOIN action_item ON plan_id = plan.id JOIN review ON item_id = action_item.id WHERE client_id = ?`,
    clientId,
  );
  copy.read(
    "SELECT handed_over_at FROM print JOIN plan ON plan.id = plan_id AND plan_version = version WHERE client_id = ?",
    clientId,
  );
}
