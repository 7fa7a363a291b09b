import { hash } from "node:crypto";
import type { Plan } from "../../../shared/action-plan/action-plan.ts";
import type { ActivityDetails } from "../../../shared/jets/activity-details.ts";
import { canonicalPlan } from "../../../shared/jets/canonical-plan.ts";

/** SHA-256, in hexadecimal digits, of the canonical form of a plan: what its signatures and its agreement are bound to. */
export function planContentHash(plan: Plan, details: readonly ActivityDetails[]): string {
  return hash("sha256", canonicalPlan(plan, details), "hex");
}
