import type { ActivityDetails } from "../../../../shared/jets/activity-details.ts";
import type { Reader } from "../../store.ts";

interface DetailsRow {
  readonly id: string;
  readonly what: string;
  readonly what_understood_on: string | null;
  readonly why: string;
  readonly why_understood_on: string | null;
  readonly by_when: string;
  readonly when_understood_on: string | null;
  readonly considered: string;
  readonly smart_specific: string;
  readonly smart_measurable: string;
  readonly smart_achievable: string;
  readonly smart_realistic: string;
  readonly smart_time_bound: string;
}

/** What is recorded of the activities of a plan; an activity of which nothing is recorded is not among them. */
export function listActivityDetails(reader: Reader, planId: string): ActivityDetails[] {
  return reader
    .all<DetailsRow>(
      `SELECT activity_details.* FROM activity_details JOIN action_item ON action_item.id = activity_details.id
       WHERE action_item.plan_id = ? ORDER BY activity_details.id`,
      planId,
    )
    .map((row) => ({
      itemId: row.id,
      what: { text: row.what, understoodOn: row.what_understood_on },
      why: { text: row.why, understoodOn: row.why_understood_on },
      when: { text: row.by_when, understoodOn: row.when_understood_on },
      considered: row.considered,
      smart: {
        specific: row.smart_specific,
        measurable: row.smart_measurable,
        achievable: row.smart_achievable,
        realistic: row.smart_realistic,
        timeBound: row.smart_time_bound,
      },
    }));
}
