import type { Plan, PlanKind } from "../../shared/action-plan/action-plan.ts";
import { findPlan } from "../store/repositories/plans.ts";
import type { Reader } from "../store/store.ts";
import { newestChange } from "../store/transaction.ts";

/** Reads plans, and keeps the last one at hand for as long as nothing at all has changed in the store. */
export interface PlanReader {
  /** A client's plan as it stands; inside a transaction only before its first write. */
  find(reader: Reader, clientId: string, kind: PlanKind): Plan | undefined;
  /** Keeps a plan that a committed transaction left behind, by the number of that transaction's last change. */
  keep(plan: Plan, lastChange: number): void;
}

/** A reader that keeps nothing yet. */
export function createPlanReader(): PlanReader {
  let kept: { readonly plan: Plan; readonly lastChange: number } | undefined;
  return {
    find(reader, clientId, kind) {
      // Whatever is written in a store, by whichever process, leaves a change; and this is read before the plan.
      const lastChange = newestChange(reader);
      if (kept?.lastChange === lastChange && kept.plan.clientId === clientId && kept.plan.kind === kind) {
        return kept.plan;
      }
      const plan = findPlan(reader, clientId, kind);
      kept = plan && { plan, lastChange };
      return plan;
    },
    keep(plan, lastChange) {
      kept = { plan, lastChange };
    },
  };
}
