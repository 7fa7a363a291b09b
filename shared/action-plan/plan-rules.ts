import type { CivilDate } from "../dates.ts";
import { isBlank } from "../text.ts";
import type { CreationReason, Plan, PlanChanges } from "./action-plan.ts";

/** Tells whether a plan may be created: in an interview, or outside one with a recorded reason (AP-2, ¶99, ¶100). */
export function mayCreatePlan(
  isInterviewOpen: boolean,
  creation: { readonly reason: CreationReason; readonly text: string } | null,
): boolean {
  if (isInterviewOpen) return true;
  return creation !== null && (creation.reason !== "other" || !isBlank(creation.text));
}

/** Tells whether changes amend, close or review an item that the plan already has (AP-7, ¶58, ¶70). */
export function carriesItemUpdate(changes: PlanChanges): boolean {
  return (
    changes.amendedItems.length > 0 ||
    changes.newReviews.length > 0 ||
    changes.amendedReviews.length > 0 ||
    changes.deletedReviews.length > 0
  );
}

/** Tells whether a save asks for a new Action Item that it does not carry (AP-7, ¶53, ¶60). */
export function needsNewItem(savedItemCount: number, changes: PlanChanges, mostItems: number): boolean {
  if (changes.newItems.length > 0 || savedItemCount >= mostItems) return false;
  return !carriesItemUpdate(changes);
}

/**
 * What is left of changes once all that would change nothing is taken out: texts as they stand already, items amended
 * to what they were (AP-10).
 */
export function effectiveChanges(plan: Plan | null, changes: PlanChanges): PlanChanges {
  const items = new Map(plan?.items.map((item) => [item.id, item]));
  return {
    ...changes,
    amendedItems: changes.amendedItems.filter(({ itemId, ...fields }) => {
      const item = items.get(itemId);
      return !item || differs(item, fields);
    }),
    amendedReviews: changes.amendedReviews.filter(({ reviewId, text }) => reviewText(plan, reviewId) !== text),
    texts: Object.fromEntries(
      Object.entries(changes.texts).filter(([tab, text]) => (plan?.texts[tab as keyof Plan["texts"]] ?? "") !== text),
    ),
  };
}

function reviewText(plan: Plan | null, reviewId: string): string | undefined {
  const item = plan?.items.find(({ reviews }) => reviews.some(({ id }) => id === reviewId));
  return item?.reviews.find(({ id }) => id === reviewId)?.text;
}

function differs(item: object, fields: object): boolean {
  const before = item as Record<string, unknown>;
  return Object.entries(fields).some(([name, value]) => value !== undefined && before[name] !== value);
}

/** Tells whether changes hold anything at all that an adviser wrote (AP-10). */
export function hasChanges(changes: PlanChanges): boolean {
  return changes.newItems.length > 0 || carriesItemUpdate(changes) || Object.keys(changes.texts).length > 0;
}

/** Tells whether the clock moved back before the newest saved record, so that the adviser must be warned (DT-2). */
export function hasClockMovedBack(newestRecord: CivilDate | null, today: CivilDate): boolean {
  return newestRecord !== null && today < newestRecord;
}
