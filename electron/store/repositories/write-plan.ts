import type { Plan, PlanChanges, PlanKind } from "../../../shared/action-plan/action-plan.ts";
import type { PulledDetails } from "../../../shared/client-record/pull-through.ts";
import type { CivilDate } from "../../../shared/dates.ts";
import type { SaveContent } from "../../../shared/interview/interview-rules.ts";
import type { Row } from "../store.ts";
import type { Writer } from "../transaction.ts";
import { insertPlanSave } from "./plan-saves.ts";

/** A save that has passed every rule. */
export interface ValidSave {
  readonly clientId: string;
  readonly kind: PlanKind;
  readonly plan: Plan | null;
  readonly changes: PlanChanges;
  readonly pulled: PulledDetails;
  readonly creation: { readonly reason: string; readonly text: string } | null;
}

/** When, by whom and in which interview a save is made. */
export interface Stamp {
  readonly at: string;
  readonly today: CivilDate;
  readonly adviserId: string;
  readonly interviewId: string | null;
  readonly newId: () => string;
  /** Where it is entered from a clerical form: whom the form names, and the day it happened on (¶125). */
  readonly clerical?: { readonly adviserId: string; readonly happenedOn: CivilDate } | undefined;
}

/** The ids of what a save added, by the keys it had before. */
export interface AddedIds {
  readonly items: ReadonlyMap<string, string>;
  readonly reviews: ReadonlyMap<string, string>;
}

const NO_TEXTS = { aims: "", employment: "", qualifications: "", info: "" };

/** Writes a valid save and answers the ids of the items and reviews that it added. */
export function writePlan(writer: Writer, save: ValidSave, stamp: Stamp): AddedIds {
  const { plan, changes } = save;
  const version = (plan?.version ?? 0) + 1;
  const planId = plan?.id ?? stamp.newId();
  writePlanRow(writer, save, stamp, planId, version);
  const itemIds = new Map<string, string>();
  const reviewIds = new Map<string, string>();
  for (const item of changes.newItems) {
    const id = stamp.newId();
    itemIds.set(item.key, id);
    writer.insert("action_item", { id, plan_id: planId, ...newItemColumns(item, stamp) });
  }
  for (const item of changes.amendedItems) writer.update("action_item", item.itemId, amendedColumns(item, stamp));
  for (const review of changes.newReviews) {
    const itemId = itemIds.get(review.itemId) ?? review.itemId;
    const id = stamp.newId();
    reviewIds.set(review.key, id);
    writer.insert("review", { id, item_id: itemId, text: review.text, ...createdColumns(stamp, review) });
  }
  for (const { reviewId, text } of changes.amendedReviews) {
    writer.update("review", reviewId, { text, amended_at: stamp.at, amended_by: stamp.adviserId });
  }
  for (const reviewId of changes.deletedReviews) writer.remove("review", reviewId);
  insertPlanSave(writer, {
    id: stamp.newId(),
    planId,
    planVersion: version,
    interviewId: stamp.interviewId,
    savedAt: stamp.at,
    ...contentOf(changes),
  });
  return { items: itemIds, reviews: reviewIds };
}

function writePlanRow(writer: Writer, save: ValidSave, stamp: Stamp, planId: string, version: number): void {
  const { plan, creation } = save;
  const texts: Row = Object.fromEntries(Object.entries(save.changes.texts).map(([tab, text = ""]) => [tab, text]));
  const columns = {
    pulled: JSON.stringify(save.pulled),
    saved_at: stamp.at,
    saved_by: stamp.adviserId,
    version,
  };
  if (plan) {
    writer.update("plan", planId, { ...columns, ...texts });
    return;
  }
  writer.insert("plan", {
    id: planId,
    client_id: save.clientId,
    kind: save.kind,
    ...columns,
    ...NO_TEXTS,
    ...texts,
    creation_reason: creation?.reason ?? null,
    creation_text: creation?.text ?? null,
  });
}

function newItemColumns(item: PlanChanges["newItems"][number], stamp: Stamp): Row {
  return {
    text: item.text,
    assigned_to: item.assignedTo,
    target_date: item.targetDate,
    ...createdColumns(stamp, item),
    challenge: item.challenge ?? null,
    date_closed: item.dateClosed,
    closed_interview_id: item.dateClosed ? stamp.interviewId : null,
  };
}

function createdColumns(
  { today, at, adviserId, interviewId, clerical }: Stamp,
  { happenedOn }: { readonly happenedOn?: CivilDate | undefined },
): Row {
  return {
    date_created: clerical ? (happenedOn ?? clerical.happenedOn) : today,
    created_at: at,
    created_by: clerical?.adviserId ?? adviserId,
    interview_id: interviewId,
  };
}

function amendedColumns(item: PlanChanges["amendedItems"][number], stamp: Stamp): Row {
  const columns: Record<string, string | null> = { amended_at: stamp.at, amended_by: stamp.adviserId };
  if (item.text !== undefined) columns.text = item.text;
  if (item.assignedTo !== undefined) columns.assigned_to = item.assignedTo;
  if (item.targetDate !== undefined) columns.target_date = item.targetDate;
  if (item.challenge !== undefined) columns.challenge = item.challenge;
  if (item.dateClosed !== undefined) columns.date_closed = item.dateClosed;
  if (item.dateClosed) columns.closed_interview_id = stamp.interviewId;
  return columns;
}

/** What a save carries, as far as the interview's gate looks at it. */
function contentOf(changes: PlanChanges): SaveContent {
  const closing = [...changes.amendedItems, ...changes.newItems].filter((item) => item.dateClosed);
  return {
    itemsAdded: changes.newItems.length,
    itemsChanged: changes.amendedItems.length,
    closures: closing.length,
    reviewsAdded: changes.newReviews.length,
    reviewsChanged: changes.amendedReviews.length,
    reviewsDeleted: changes.deletedReviews.length,
    textsChanged: Object.keys(changes.texts).length,
  };
}
