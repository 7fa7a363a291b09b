import type { Plan } from "../action-plan/action-plan.ts";
import type { ActivityDetails } from "./activity-details.ts";

/**
 * What a signature on a plan is bound to, as one text: who the plan is for, its activities with their What, Why and When,
 * and its texts. Activities stand by their ids, so that an order on screen changes nothing; who saved when, reviews, SMART
 * reasons and confirmations are left out, since they are no part of what is agreed.
 */
export function canonicalPlan(plan: Plan, details: readonly ActivityDetails[]): string {
  const detailsOf = new Map(details.map((each) => [each.itemId, each]));
  const items = [...plan.items]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, text, assignedTo, targetDate, dateClosed }) => {
      const own = detailsOf.get(id);
      const asked = [own?.what.text ?? "", own?.why.text ?? "", own?.when.text ?? ""];
      return [id, text, assignedTo, targetDate, dateClosed, ...asked];
    });
  const { aims, employment, qualifications, info } = plan.texts;
  return JSON.stringify(["plan/1", plan.clientId, plan.kind, items, [aims, employment, qualifications, info]]);
}
