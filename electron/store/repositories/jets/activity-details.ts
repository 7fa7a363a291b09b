import type { ActivityDetails } from "../../../../shared/jets/activity-details.ts";
import type { Reader, Row } from "../../store.ts";
import type { Writer } from "../../transaction.ts";

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
    .map(detailsOf);
}

/** What is recorded of one activity; undefined where nothing is. */
export function findActivityDetails(reader: Reader, itemId: string): ActivityDetails | undefined {
  const row = reader.get<DetailsRow>("SELECT * FROM activity_details WHERE id = ?", itemId);
  return row && detailsOf(row);
}

/** Tells whether an activity is on a client's plan under a contract, and not closed. */
export function isOpenActivityOf(reader: Reader, clientId: string, itemId: string): boolean {
  const row = reader.get(
    `SELECT 1 FROM action_item JOIN plan ON plan.id = action_item.plan_id
     WHERE action_item.id = ? AND client_id = ? AND plan.kind = 'jets' AND date_closed IS NULL`,
    itemId,
    clientId,
  );
  return row !== undefined;
}

/** Writes what is recorded of an activity, in the place of what was. Tells whether anything changed. */
export function writeActivityDetails(
  writer: Writer,
  before: ActivityDetails | undefined,
  details: ActivityDetails,
  { at, adviserId }: { readonly at: string; readonly adviserId: string },
): boolean {
  const columns = columnsOf(details);
  if (before && !isChanged(columnsOf(before), columns)) return false;
  const stamped = { ...columns, changed_at: at, changed_by: adviserId };
  if (before) return writer.update("activity_details", details.itemId, stamped);
  writer.insert("activity_details", { id: details.itemId, ...stamped });
  return true;
}

function isChanged(before: Row, after: Row): boolean {
  return Object.entries(after).some(([column, value]) => before[column] !== value);
}

function columnsOf({ what, why, when, considered, smart }: ActivityDetails): Row {
  return {
    what: what.text,
    what_understood_on: what.understoodOn,
    why: why.text,
    why_understood_on: why.understoodOn,
    by_when: when.text,
    when_understood_on: when.understoodOn,
    considered,
    smart_specific: smart.specific,
    smart_measurable: smart.measurable,
    smart_achievable: smart.achievable,
    smart_realistic: smart.realistic,
    smart_time_bound: smart.timeBound,
  };
}

function detailsOf(row: DetailsRow): ActivityDetails {
  return {
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
  };
}
