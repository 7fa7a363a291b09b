import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkStore } from "../../electron/store/check-store.ts";
import { findPlan } from "../../electron/store/repositories/plans.ts";
import type { Store } from "../../electron/store/store.ts";
import type { Policy } from "../../shared/policy.ts";
import { planProblems } from "./plan-invariants.ts";

/** Says everything about a store that no order of requests may bring about. */
export function storeProblems(
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

/** The bugs that a data folder's error log knows of. */
export function loggedBugs(dataFolder: string): string[] {
  const file = join(dataFolder, "errors.log");
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.filter((line) => JSON.parse(line).code === "internal").map((line) => `The error log has ${line}`);
}
