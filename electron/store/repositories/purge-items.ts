import type { PlanKind } from "../../../shared/action-plan/action-plan.ts";
import type { CivilDate } from "../../../shared/dates.ts";
import type { Reader } from "../store.ts";
import type { Writer } from "../transaction.ts";

/** A closed item as far as its purge looks at it. */
export interface ClosedItem {
  readonly id: string;
  readonly clientId: string;
  readonly planVersion: number;
  readonly kind: PlanKind;
  readonly dateClosed: CivilDate;
}

/** The items closed on a day or before it, by client, in order of their closing. */
export function listItemsClosedBy(reader: Reader, day: CivilDate): ClosedItem[] {
  return reader.all<ClosedItem>(
    `SELECT action_item.id, client_id AS clientId, plan.version AS planVersion, kind, date_closed AS dateClosed
     FROM action_item JOIN plan ON plan.id = action_item.plan_id
     WHERE date_closed IS NOT NULL AND date_closed <= ? ORDER BY client_id, date_closed, action_item.id`,
    day,
  );
}

/** Takes closed items out for good, with every review they have or had and every check set on them; only identifiers and dates stay. */
export function purgeItems(writer: Writer, clientId: string, itemIds: readonly string[]): void {
  const items = new Set(itemIds);
  // Reviews that were deleted are no rows any more, but what they said is still in the record of changes.
  for (const { id, itemId } of deletedReviews(writer, clientId)) {
    if (items.has(itemId)) writer.purge("review", id, []);
  }
  for (const itemId of itemIds) {
    const reviews = writer.all<{ id: string }>("SELECT id FROM review WHERE item_id = ? ORDER BY id", itemId);
    for (const { id } of reviews) writer.purge("review", id, ["id", "item_id", "date_created"]);
    const workflows = writer.all<{ id: string }>("SELECT id FROM workflow WHERE item_id = ? ORDER BY id", itemId);
    for (const { id } of workflows) writer.purge("workflow", id, ["id", "item_id", "check_date"]);
    writer.purge("action_item", itemId, ["id", "plan_id", "date_created", "date_closed"]);
  }
}

function deletedReviews(reader: Reader, clientId: string): { readonly id: string; readonly itemId: string }[] {
  return reader.all(
    `SELECT change.row_id AS id, json_extract(before, '$.item_id') AS itemId
     FROM audit JOIN change ON change.audit_id = audit.id JOIN change_value ON change_value.id = change.id
     WHERE audit.client_id = ? AND table_name = 'review' AND column_name IS NULL AND before IS NOT NULL`,
    clientId,
  );
}

/** Tells whether a client's plan was opened on screen since a moment, by whichever process. */
export function wasPlanOpenedSince(reader: Reader, clientId: string, moment: string): boolean {
  const sql = "SELECT 1 FROM audit WHERE client_id = ? AND action = 'open-plan' AND at >= ? LIMIT 1";
  return reader.get(sql, clientId, moment) !== undefined;
}
