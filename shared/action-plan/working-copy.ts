import { type CivilDate, parseTypedDate } from "../dates.ts";
import { isBlank } from "../text.ts";
import {
  type ActionItem,
  type AmendedItem,
  type AssignedTo,
  type NewItem,
  NO_CHANGES,
  type Plan,
  type PlanChanges,
  type Review,
  type TabText,
} from "./action-plan.ts";
import type { Challenge } from "./challenges.ts";
import { isReadOnly } from "./item-rules.ts";
import { effectiveChanges, hasChanges } from "./plan-rules.ts";
import type { Place } from "./problems.ts";
import { compareReviews } from "./review-rules.ts";

/** The modes of the Action Plan window. */
export type Mode = "list" | "new-item" | "item" | "amend" | "new-review";

/** The date fields of an Action Item by their names on screen. */
export type DateFieldName = "Target Date" | "Date Closed";

/** What stands in a date field and is no date: kept, so that nothing typed is lost, and refused by name at Save. */
export interface UnreadDate {
  /** The item; or, for Happened On, the key of the new item or review. */
  readonly itemId: string;
  readonly field: DateFieldName | "Happened On";
  readonly text: string;
}

/** The Action Plan window's state: the plan as saved, and all that was written since. */
export interface WorkingCopy {
  /** Null until the plan's first save. */
  readonly plan: Plan | null;
  readonly changes: PlanChanges;
  readonly unreadDates: readonly UnreadDate[];
  readonly mode: Mode;
  /** The selected or shown item: an id, or the key of one that is not saved yet. */
  readonly itemId: string | null;
  /** The selected review: an id, or the key of one that is not saved yet. */
  readonly reviewId: string | null;
  readonly keysGiven: number;
}

/** Opens a plan in list mode with its first open item selected; one that does not exist yet starts with a new item. */
export function openWorkingCopy(plan: Plan | null): WorkingCopy {
  const empty: WorkingCopy = {
    plan,
    changes: NO_CHANGES,
    unreadDates: [],
    mode: "list",
    itemId: firstItem(plan),
    reviewId: null,
    keysGiven: 0,
  };
  return plan ? empty : startNewItem(empty);
}

/** Selects a row of the list. */
export function selectItem(copy: WorkingCopy, itemId: string): WorkingCopy {
  return copy.itemId === itemId ? copy : { ...copy, itemId, reviewId: null };
}

/** Detail: shows the selected item with its newest review; one that is not saved yet opens for writing. */
export function showDetail(copy: WorkingCopy): WorkingCopy {
  if (copy.itemId === null) return copy;
  if (newItemOf(copy)) return { ...copy, mode: "new-item", reviewId: null };
  return settleReview({ ...copy, mode: "item", reviewId: firstReview(copy) });
}

/** NActItm: a new item to write; stays on the one that is there if nobody has typed in it yet. */
export function startNewItem(copy: WorkingCopy): WorkingCopy {
  const current = newItemOf(copy);
  if (copy.mode === "new-item" && current && isUntouchedItem(copy, current)) return copy;
  const left = withoutUntouched(copy);
  const key = `new-${left.keysGiven + 1}`;
  const item: NewItem = { key, text: "", assignedTo: null, targetDate: null, dateClosed: null };
  return {
    ...left,
    changes: { ...left.changes, newItems: [...left.changes.newItems, item] },
    mode: "new-item",
    itemId: key,
    reviewId: null,
    keysGiven: left.keysGiven + 1,
  };
}

/** Amnd: unlocks the shown item and its selected review (AI-8). */
export function amend(copy: WorkingCopy): WorkingCopy {
  const item = savedItemOf(copy);
  return item && !isReadOnly(item) ? { ...copy, mode: "amend" } : copy;
}

/** NRev: an empty review on the shown item; stays on the one that is there if nobody has typed in it yet. */
export function startReview(copy: WorkingCopy): WorkingCopy {
  const item = savedItemOf(copy);
  if (!item || isReadOnly(item)) return copy;
  const current = copy.changes.newReviews.find(({ key }) => key === copy.reviewId);
  if (current && isBlank(current.text)) return { ...copy, mode: "new-review" };
  const key = `new-${copy.keysGiven + 1}`;
  const newReviews = [...copy.changes.newReviews, { key, itemId: item.id, text: "" }];
  return {
    ...copy,
    changes: { ...copy.changes, newReviews },
    mode: "new-review",
    reviewId: key,
    keysGiven: copy.keysGiven + 1,
  };
}

/** Selects a review of the shown item; an unsaved one opens for writing, and an untouched one left behind goes. */
export function selectReview(copy: WorkingCopy, reviewId: string): WorkingCopy {
  return copy.reviewId === reviewId ? copy : settleReview(withoutUntouched({ ...copy, reviewId }));
}

/** History: back to the list; what is unsaved is kept, but new items and reviews that nobody typed in go. */
export function backToList(copy: WorkingCopy): WorkingCopy {
  const left = withoutUntouched({ ...copy, mode: "list", reviewId: null });
  return { ...left, itemId: hasItem(left, copy.itemId) ? copy.itemId : firstItem(left.plan) };
}

/** Writes the shown item's text. */
export function setItemText(copy: WorkingCopy, text: string): WorkingCopy {
  return writeItem(copy, { text });
}

/** Chooses whom the shown item is assigned to; a saved item's choice cannot be emptied. */
export function setAssignedTo(copy: WorkingCopy, assignedTo: AssignedTo): WorkingCopy {
  return writeItem(copy, { assignedTo });
}

/** Marks the shown item with the challenge it helps to overcome (¶44), or with none. */
export function setChallenge(copy: WorkingCopy, challenge: Challenge | null): WorkingCopy {
  return writeItem(copy, { challenge });
}

/** Takes what was typed in a date field of the shown item; a text that is no date is kept apart. */
export function setItemDate(copy: WorkingCopy, field: DateFieldName, typed: string, today: CivilDate): WorkingCopy {
  const { itemId } = copy;
  if (itemId === null) return copy;
  const date = isBlank(typed) ? null : (parseTypedDate(typed, { today }) ?? undefined);
  const others = copy.unreadDates.filter((unread) => unread.itemId !== itemId || unread.field !== field);
  const unreadDates = date === undefined ? [...others, { itemId, field, text: typed }] : others;
  const fields = field === "Target Date" ? { targetDate: date ?? null } : { dateClosed: date ?? null };
  return writeItem({ ...copy, unreadDates }, fields);
}

/** Writes the selected review's text: an unsaved review's, or an amendment of a saved one. */
export function setReviewText(copy: WorkingCopy, text: string): WorkingCopy {
  const { changes, reviewId } = copy;
  if (reviewId === null) return copy;
  if (changes.newReviews.some(({ key }) => key === reviewId)) {
    const newReviews = changes.newReviews.map((review) => (review.key === reviewId ? { ...review, text } : review));
    return { ...copy, changes: { ...changes, newReviews } };
  }
  const others = changes.amendedReviews.filter((amended) => amended.reviewId !== reviewId);
  const isAsSaved = savedItemOf(copy)?.reviews.some((review) => review.id === reviewId && review.text === text);
  const amendedReviews = isAsSaved ? others : [...others, { reviewId, text }];
  return { ...copy, changes: { ...changes, amendedReviews } };
}

/**
 * DRev: an unsaved review goes at once, a saved one at Save; an unsaved date closed that needed it goes with it (AI-4).
 */
export function deleteReview(copy: WorkingCopy): WorkingCopy {
  const { changes, reviewId } = copy;
  if (reviewId === null) return copy;
  if (changes.newReviews.some(({ key }) => key === reviewId)) {
    const newReviews = changes.newReviews.filter(({ key }) => key !== reviewId);
    const unreadDates = copy.unreadDates.filter(({ itemId }) => itemId !== reviewId);
    const left = withoutUnsupportedClosing({ ...copy, unreadDates, changes: { ...changes, newReviews } });
    return settleReview({ ...left, reviewId: firstReview(left) });
  }
  const amendedReviews = changes.amendedReviews.filter((amended) => amended.reviewId !== reviewId);
  const deletedReviews = [...changes.deletedReviews.filter((id) => id !== reviewId), reviewId];
  return withoutUnsupportedClosing({ ...copy, changes: { ...changes, amendedReviews, deletedReviews } });
}

/** Takes back the selected review's deletion, as long as it has not been saved (RV-3). */
export function keepReview(copy: WorkingCopy): WorkingCopy {
  const deletedReviews = copy.changes.deletedReviews.filter((id) => id !== copy.reviewId);
  return { ...copy, changes: { ...copy.changes, deletedReviews } };
}

/** Writes a tab's text. */
export function setTabText(copy: WorkingCopy, tab: TabText, text: string): WorkingCopy {
  const { [tab]: _, ...others } = copy.changes.texts;
  const isAsSaved = (copy.plan?.texts[tab] ?? "") === text;
  return { ...copy, changes: { ...copy.changes, texts: isAsSaved ? others : { ...others, [tab]: text } } };
}

/** Leads to where a problem is: its mode, its item and its review. */
export function goToPlace(copy: WorkingCopy, place: Place): WorkingCopy {
  switch (place.of) {
    case "text":
      return copy;
    case "plan":
      return backToList(copy);
    case "new-item":
      return { ...copy, mode: "new-item", itemId: place.key, reviewId: null };
    case "item": {
      const there = copy.itemId === place.itemId ? copy : { ...copy, itemId: place.itemId, reviewId: null };
      return { ...there, mode: "amend", reviewId: there.reviewId ?? firstReview(there) };
    }
    case "new-review":
      return { ...copy, mode: "new-review", itemId: place.itemId, reviewId: place.key };
    case "review":
      return { ...copy, mode: "amend", itemId: place.itemId, reviewId: place.reviewId };
  }
}

/** After a Save: list mode with nothing unsaved, the row of the item that was shown selected. */
export function afterSave(copy: WorkingCopy, plan: Plan): WorkingCopy {
  const written = newItemOf(copy) ?? copy.changes.newItems.at(-1);
  const before = new Set(copy.plan?.items.map(({ id }) => id));
  const added = plan.items.filter(({ id }) => !before.has(id));
  const same = written && added.find((item) => item.text === written.text && item.targetDate === written.targetDate);
  const isStill = plan.items.some(({ id }) => id === copy.itemId);
  const shown = copy.mode !== "list" && isStill ? copy.itemId : (same?.id ?? (isStill ? copy.itemId : null));
  return { ...openWorkingCopy(plan), itemId: shown ?? firstItem(plan), keysGiven: copy.keysGiven };
}

/** Puts a newer saved plan under the window: everything written and the place in the window stay where they can. */
export function withPlan(copy: WorkingCopy, plan: Plan | null): WorkingCopy {
  const newer = { ...copy, plan };
  if (hasItem(newer, copy.itemId)) return settleReview(newer);
  return { ...newer, mode: "list", itemId: firstItem(plan), reviewId: null };
}

/** What a Save would send: new items and reviews that nobody typed in count only while they are on screen. */
export function changesToSave(copy: WorkingCopy): PlanChanges {
  return effectiveChanges(copy.plan, withoutUntouched(copy, "keep shown").changes);
}

/** Tells whether something that the adviser wrote is unsaved; an empty new item or review on screen is not. */
export function isUnsaved(copy: WorkingCopy): boolean {
  if (copy.unreadDates.length > 0) return true;
  return hasChanges(effectiveChanges(copy.plan, withoutUntouched(copy).changes));
}

/** The saved item that is selected or shown. */
export function savedItemOf(copy: Pick<WorkingCopy, "plan" | "itemId">): ActionItem | undefined {
  return copy.plan?.items.find(({ id }) => id === copy.itemId);
}

/** The unsaved item that is selected or shown. */
export function newItemOf(copy: Pick<WorkingCopy, "changes" | "itemId">): NewItem | undefined {
  return copy.changes.newItems.find(({ key }) => key === copy.itemId);
}

/** The saved review that is selected. */
export function savedReviewOf(copy: WorkingCopy): Review | undefined {
  return savedItemOf(copy)?.reviews.find(({ id }) => id === copy.reviewId);
}

/** How many reviews the shown item has once the save is done. */
export function reviewCountOf(copy: Pick<WorkingCopy, "plan" | "changes" | "itemId">): number {
  const { newReviews, deletedReviews } = copy.changes;
  const saved = savedItemOf(copy)?.reviews.filter(({ id }) => !deletedReviews.includes(id)).length ?? 0;
  return saved + newReviews.filter(({ itemId }) => itemId === copy.itemId).length;
}

function writeItem(copy: WorkingCopy, fields: Partial<Omit<NewItem, "key">>): WorkingCopy {
  const { changes, itemId } = copy;
  if (newItemOf(copy)) {
    const newItems = changes.newItems.map((item) => (item.key === itemId ? { ...item, ...fields } : item));
    return { ...copy, changes: { ...changes, newItems } };
  }
  const item = savedItemOf(copy);
  if (!item) return copy;
  const before = changes.amendedItems.find((amended) => amended.itemId === item.id);
  const others = changes.amendedItems.filter((amended) => amended !== before);
  const amended = whatDiffers(item, { ...before, ...fields });
  const amendedItems = Object.keys(amended).length > 0 ? [...others, { ...amended, itemId: item.id }] : others;
  return { ...copy, changes: { ...changes, amendedItems } };
}

function whatDiffers(item: ActionItem, fields: object): Omit<AmendedItem, "itemId"> {
  const saved = item as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => name !== "itemId" && saved[name] !== value),
  );
}

function withoutUnsupportedClosing(copy: WorkingCopy): WorkingCopy {
  if (reviewCountOf(copy) > 0 || savedItemOf(copy)?.dateClosed) return copy;
  const unreadDates = copy.unreadDates.filter(({ itemId, field }) => itemId !== copy.itemId || field !== "Date Closed");
  return writeItem({ ...copy, unreadDates }, { dateClosed: null });
}

function withoutUntouched(copy: WorkingCopy, shown: "keep shown" | "drop shown" = "drop shown"): WorkingCopy {
  const { changes } = copy;
  const isKept = (id: string, shownId: string | null) =>
    id === shownId && (shown === "keep shown" ? copy.mode !== "list" : false);
  const isUnread = (key: string) => copy.unreadDates.some(({ itemId }) => itemId === key);
  const newReviews = changes.newReviews.filter(
    ({ key, text }) => !isBlank(text) || isUnread(key) || isKept(key, copy.reviewId),
  );
  const left: WorkingCopy = { ...copy, changes: { ...changes, newReviews } };
  const newItems = changes.newItems.filter((item) => !isUntouchedItem(left, item) || isKept(item.key, copy.itemId));
  const isSame = newReviews.length === changes.newReviews.length && newItems.length === changes.newItems.length;
  return isSame ? copy : { ...left, changes: { ...left.changes, newItems } };
}

function isUntouchedItem(copy: WorkingCopy, item: NewItem): boolean {
  return (
    isBlank(item.text) &&
    item.assignedTo === null &&
    item.targetDate === null &&
    item.dateClosed === null &&
    (item.challenge ?? null) === null &&
    !copy.unreadDates.some(({ itemId }) => itemId === item.key) &&
    !copy.changes.newReviews.some(({ itemId }) => itemId === item.key)
  );
}

/** In item and new-review mode the mode follows the selected review; a review that is gone gives way to the first. */
function settleReview(copy: WorkingCopy): WorkingCopy {
  if (copy.mode === "list" || copy.mode === "new-item") return copy;
  const isNew = copy.changes.newReviews.some(({ key }) => key === copy.reviewId);
  if (!isNew && !savedReviewOf(copy) && copy.reviewId !== null) {
    return settleReview({ ...copy, reviewId: firstReview(copy) });
  }
  if (copy.mode === "amend") return copy;
  return { ...copy, mode: isNew ? "new-review" : "item" };
}

function firstReview(copy: WorkingCopy): string | null {
  const unsaved = copy.changes.newReviews.filter(({ itemId }) => itemId === copy.itemId).at(-1);
  return unsaved?.key ?? [...(savedItemOf(copy)?.reviews ?? [])].sort(compareReviews)[0]?.id ?? null;
}

function firstItem(plan: Plan | null): string | null {
  return (plan?.items.find((item) => !isReadOnly(item)) ?? plan?.items[0])?.id ?? null;
}

function hasItem(copy: Pick<WorkingCopy, "plan" | "changes">, itemId: string | null): boolean {
  return Boolean(savedItemOf({ plan: copy.plan, itemId }) ?? newItemOf({ changes: copy.changes, itemId }));
}
