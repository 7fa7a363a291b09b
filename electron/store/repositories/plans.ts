import type {
  ActionItem,
  AssignedTo,
  Plan,
  PlanKind,
  Review,
  TabTexts,
} from "../../../shared/action-plan/action-plan.ts";
import { compareItems } from "../../../shared/action-plan/item-rules.ts";
import type { PulledDetails } from "../../../shared/client-record/pull-through.ts";
import type { Reader } from "../store.ts";
import { lastPrinted } from "./prints.ts";

interface PlanRow extends TabTexts {
  readonly id: string;
  readonly clientId: string;
  readonly kind: PlanKind;
  readonly version: number;
  readonly pulled: string;
  readonly savedAt: string;
  readonly savedBy: string;
}

type ItemRow = Omit<ActionItem, "reviews" | "assignedTo"> & { readonly assignedTo: string };
type ReviewRow = Review & { readonly itemId: string };

/** Which items are read, and the value of the question mark. */
interface Scope {
  readonly where: string;
  readonly value: string;
}

/** A client's plan of one kind, whole: items by target date with their reviews newest first. */
export function findPlan(reader: Reader, clientId: string, kind: PlanKind): Plan | undefined {
  return readPlan(reader, clientId, kind, (planId) =>
    findItems(reader, { where: "action_item.plan_id = ?", value: planId }),
  );
}

/** A plan as it stands after some of its items were added or written on; only those are read again. */
export function findPlanAgain(reader: Reader, before: Plan, itemIds: ReadonlySet<string>): Plan | undefined {
  return readPlan(reader, before.clientId, before.kind, () => [
    ...before.items.filter((item) => !itemIds.has(item.id)),
    ...findItems(reader, {
      where: "action_item.id IN (SELECT value FROM json_each(?))",
      value: JSON.stringify([...itemIds]),
    }),
  ]);
}

function readPlan(
  reader: Reader,
  clientId: string,
  kind: PlanKind,
  itemsOf: (planId: string) => ActionItem[],
): Plan | undefined {
  const row = reader.get<PlanRow>(
    `SELECT plan.id, client_id AS clientId, kind, aims, employment, qualifications, info, pulled,
            saved_at AS savedAt, adviser.name AS savedBy, version
     FROM plan JOIN adviser ON adviser.id = plan.saved_by WHERE client_id = ? AND kind = ?`,
    clientId,
    kind,
  );
  if (!row) return undefined;
  const { id, version, aims, employment, qualifications, info, savedAt, savedBy } = row;
  return {
    id,
    clientId,
    kind,
    version,
    items: itemsOf(id).sort(compareItems),
    texts: { aims, employment, qualifications, info },
    pulled: JSON.parse(row.pulled) as PulledDetails,
    savedAt,
    savedBy,
    printedAt: lastPrinted(reader, id, version) ?? null,
  };
}

/** All the plans a client has, LMS first. */
export function listPlans(reader: Reader, clientId: string): Plan[] {
  return listPlanKinds(reader, clientId).flatMap((kind) => findPlan(reader, clientId, kind) ?? []);
}

function findItems(reader: Reader, scope: Scope): ActionItem[] {
  const reviews = reviewsByItem(reader, scope);
  return reader
    .all<ItemRow>(
      `SELECT action_item.id, text, date_created AS dateCreated, created_at AS createdAt, author.name AS createdBy,
              assigned_to AS assignedTo, target_date AS targetDate, date_closed AS dateClosed,
              challenge, amender.name AS amendedBy, amended_at AS amendedAt
       FROM action_item
       JOIN adviser AS author ON author.id = action_item.created_by
       LEFT JOIN adviser AS amender ON amender.id = action_item.amended_by
       WHERE ${scope.where}`,
      scope.value,
    )
    .map((row) => ({ ...row, assignedTo: row.assignedTo as AssignedTo, reviews: reviews.get(row.id) ?? [] }));
}

function reviewsByItem(reader: Reader, scope: Scope): Map<string, Review[]> {
  const rows = reader.all<ReviewRow>(
    `SELECT review.item_id AS itemId, review.id, review.text, review.date_created AS dateCreated,
            review.created_at AS createdAt, author.name AS createdBy, review.interview_id AS interviewId,
            amender.name AS amendedBy
     FROM action_item JOIN review ON review.item_id = action_item.id
     JOIN adviser AS author ON author.id = review.created_by
     LEFT JOIN adviser AS amender ON amender.id = review.amended_by
     WHERE ${scope.where} ORDER BY review.created_at DESC, review.id DESC`,
    scope.value,
  );
  const byItem = new Map<string, Review[]>();
  for (const { itemId, ...review } of rows) {
    const reviews = byItem.get(itemId);
    if (reviews) reviews.push(review);
    else byItem.set(itemId, [review]);
  }
  return byItem;
}

/** The reviews on a plan that an adviser wrote. */
export function listReviewsOfAuthor(reader: Reader, planId: string, adviserId: string): string[] {
  return reader
    .all<{ id: string }>(
      `SELECT review.id FROM action_item JOIN review ON review.item_id = action_item.id
       WHERE action_item.plan_id = ? AND review.created_by = ? ORDER BY review.id`,
      planId,
      adviserId,
    )
    .map(({ id }) => id);
}

/** The kinds of plan that a client has, LMS first. */
export function listPlanKinds(reader: Reader, clientId: string): PlanKind[] {
  const sql = "SELECT kind FROM plan WHERE client_id = ? ORDER BY kind DESC";
  return reader.all<{ kind: PlanKind }>(sql, clientId).map(({ kind }) => kind);
}

/** A plan's id and version alone. */
export function findPlanVersion(
  reader: Reader,
  clientId: string,
  kind: PlanKind,
): { readonly id: string; readonly version: number } | undefined {
  return reader.get("SELECT id, version FROM plan WHERE client_id = ? AND kind = ?", clientId, kind);
}

/** When a client's plan, of whichever kind, was last saved. */
export function findPlanSavedAt(reader: Reader, clientId: string): string | undefined {
  const sql = "SELECT MAX(saved_at) AS savedAt FROM plan WHERE client_id = ?";
  return reader.get<{ savedAt: string | null }>(sql, clientId)?.savedAt ?? undefined;
}

/** Tells whether an item is on a plan of the client's and not closed. */
export function isOpenItemOf(reader: Reader, clientId: string, itemId: string): boolean {
  const row = reader.get(
    `SELECT 1 FROM action_item JOIN plan ON plan.id = action_item.plan_id
     WHERE action_item.id = ? AND client_id = ? AND date_closed IS NULL`,
    itemId,
    clientId,
  );
  return row !== undefined;
}
