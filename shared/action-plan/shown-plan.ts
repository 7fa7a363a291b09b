import type { CivilDate } from "../dates.ts";
import type { ActionItem, AssignedTo, NewItem, PlanChanges } from "./action-plan.ts";
import type { Challenge } from "./challenges.ts";
import { compareItems, isReadOnly } from "./item-rules.ts";
import type { FieldName, Place, Problem } from "./problems.ts";
import { compareReviews } from "./review-rules.ts";
import { type SaveSituation, validateChanges } from "./validate-changes.ts";
import { changesToSave, type UnreadDate, type WorkingCopy } from "./working-copy.ts";

/** Who writes and on which day: what an item shows before it is saved. */
export interface Author {
  readonly name: string;
  readonly today: CivilDate;
}

/** An Action Item as the window shows it: saved and unsaved merged. */
export interface ShownItem {
  readonly id: string;
  readonly text: string;
  readonly assignedTo: AssignedTo | null;
  readonly targetDate: CivilDate | null;
  readonly dateClosed: CivilDate | null;
  /** The challenge it helps to overcome (¶44); null where none is named. */
  readonly challenge: Challenge | null;
  readonly dateCreated: CivilDate;
  readonly createdBy: string;
  readonly amendedBy: string | null;
  readonly isNew: boolean;
  /** True when a Save would change it: new, amended, or with a review that is. */
  readonly isUnsaved: boolean;
  /** True once it was saved with a date closed (AI-6). */
  readonly isReadOnly: boolean;
}

/** A review as the window shows it: saved and unsaved merged. */
export interface ShownReview {
  readonly id: string;
  readonly text: string;
  readonly dateCreated: CivilDate;
  readonly createdBy: string;
  readonly amendedBy: string | null;
  /** Null when recorded outside an interview; undefined for one that is not saved yet. */
  readonly interviewId: string | null | undefined;
  readonly isNew: boolean;
  readonly isAmended: boolean;
  /** True when it goes at the next Save (RV-3). */
  readonly isDeleted: boolean;
}

/** A date field whose text is no date, as it stands among the fields to be put right. */
export interface UnreadDateProblem {
  readonly place: Place;
  readonly field: FieldName;
  readonly reason: { readonly code: "not-a-date"; readonly typed: string };
}

/** A field to be put right, by the shared rules or because its text is no date. */
export type ShownProblem = Problem | UnreadDateProblem;

/** After every day there is: a new item without a target date stands at the end of the list. */
const AFTER_ALL = "9999-12-31";

/** All items in the list's order (AP-5), unsaved ones in their places. */
export function shownItems(copy: Pick<WorkingCopy, "plan" | "changes">, author: Author): ShownItem[] {
  const touched = touchedItems(copy);
  const saved = (copy.plan?.items ?? []).map((item) => ({
    item: shownItem(item, copy.changes, touched.has(item.id)),
    createdAt: item.createdAt,
  }));
  const unsaved = copy.changes.newItems.map((item, index) => ({
    item: shownNewItem(item, author),
    createdAt: `${AFTER_ALL}${String(index).padStart(6, "0")}`,
  }));
  return [...saved, ...unsaved]
    .map((entry) => ({ ...entry, key: sortKey(entry.item, entry.createdAt) }))
    .sort((a, b) => compareItems(a.key, b.key))
    .map(({ item }) => item);
}

/** The reviews of one item, newest first (RV-4), the unsaved ones on top. */
export function shownReviews(
  copy: Pick<WorkingCopy, "plan" | "changes">,
  itemId: string | null,
  author: Author,
): ShownReview[] {
  const { newReviews, amendedReviews, deletedReviews } = copy.changes;
  const unsaved = newReviews.filter((review) => review.itemId === itemId).reverse();
  const saved = copy.plan?.items.find(({ id }) => id === itemId)?.reviews ?? [];
  return [
    ...unsaved.map(({ key, text, happenedOn }) => ({
      id: key,
      text,
      dateCreated: happenedOn ?? author.today,
      createdBy: author.name,
      amendedBy: null,
      interviewId: undefined,
      isNew: true,
      isAmended: false,
      isDeleted: false,
    })),
    ...[...saved].sort(compareReviews).map((review) => {
      const amended = amendedReviews.find(({ reviewId }) => reviewId === review.id);
      return {
        id: review.id,
        text: amended?.text ?? review.text,
        dateCreated: review.dateCreated,
        createdBy: review.createdBy,
        amendedBy: review.amendedBy,
        interviewId: review.interviewId,
        isNew: false,
        isAmended: amended !== undefined,
        isDeleted: deletedReviews.includes(review.id),
      };
    }),
  ];
}

/** The item that is selected or shown, with what was written on it. */
export function shownItemOf(copy: Pick<WorkingCopy, "plan" | "changes" | "itemId">, author: Author): ShownItem | null {
  const saved = copy.plan?.items.find(({ id }) => id === copy.itemId);
  if (saved) return shownItem(saved, copy.changes, touchedItems(copy).has(saved.id));
  const unsaved = copy.changes.newItems.find(({ key }) => key === copy.itemId);
  return unsaved ? shownNewItem(unsaved, author) : null;
}

/** Every field to be put right before a Save (AP-6): the shared rules' problems, and texts that are no dates. */
export function problemsOf(copy: WorkingCopy, situation: Omit<SaveSituation, "plan">): ShownProblem[] {
  const unread = copy.unreadDates.map((date) => unreadDateProblem(copy, date));
  const isUnread = ({ place, field }: Problem) =>
    unread.some((problem) => problem.field === field && itemOf(problem.place) === itemOf(place));
  const problems = validateChanges({ ...situation, plan: copy.plan }, changesToSave(copy));
  // An unread date of an item that is otherwise untouched is the update that AP-7 asks for.
  const isNewItemNeeded = ({ reason }: Problem) => reason.code === "new-item-needed" && unread.length > 0;
  return [...problems.filter((problem) => !isUnread(problem) && !isNewItemNeeded(problem)), ...unread];
}

function unreadDateProblem(copy: WorkingCopy, { itemId, field, text }: UnreadDate): UnreadDateProblem {
  const saved = copy.plan?.items.find(({ id }) => id === itemId);
  const review = copy.changes.newReviews.find(({ key }) => key === itemId);
  if (review) {
    const place: Place = { of: "new-review", key: review.key, itemId: review.itemId, targetDate: null };
    return { place, field, reason: { code: "not-a-date", typed: text } };
  }
  const place: Place = saved ? { of: "item", itemId, targetDate: saved.targetDate } : { of: "new-item", key: itemId };
  return { place, field, reason: { code: "not-a-date", typed: text } };
}

function itemOf(place: Place): string | undefined {
  if (place.of === "new-item" || place.of === "new-review") return place.key;
  return place.of === "item" ? place.itemId : undefined;
}

function shownItem(item: ActionItem, changes: PlanChanges, isUnsaved: boolean): ShownItem {
  const { text, assignedTo, targetDate, dateClosed, challenge } = { ...item, ...amendmentOf(item, changes) };
  const { id, dateCreated, createdBy, amendedBy } = item;
  return {
    ...{ id, text, assignedTo, targetDate, dateClosed, challenge, dateCreated, createdBy, amendedBy },
    isNew: false,
    isUnsaved,
    isReadOnly: isReadOnly(item),
  };
}

function amendmentOf(item: ActionItem, changes: PlanChanges): Partial<Pick<ShownItem, "text" | "targetDate">> {
  const amended = changes.amendedItems.find(({ itemId }) => itemId === item.id);
  return Object.fromEntries(Object.entries(amended ?? {}).filter(([, value]) => value !== undefined));
}

function shownNewItem(item: NewItem, author: Author): ShownItem {
  const { key, text, assignedTo, targetDate, dateClosed, challenge = null } = item;
  return {
    ...{ id: key, text, assignedTo, targetDate, dateClosed, challenge },
    dateCreated: item.happenedOn ?? author.today,
    createdBy: author.name,
    amendedBy: null,
    isNew: true,
    isUnsaved: true,
    isReadOnly: false,
  };
}

function sortKey(item: ShownItem, createdAt: string) {
  return { targetDate: item.targetDate ?? AFTER_ALL, dateCreated: item.dateCreated, createdAt, id: item.id };
}

/** The saved items that a Save would change in some way. */
function touchedItems({ plan, changes }: Pick<WorkingCopy, "plan" | "changes">): Set<string> {
  const reviews = new Set([...changes.deletedReviews, ...changes.amendedReviews.map(({ reviewId }) => reviewId)]);
  const byReview =
    reviews.size === 0 ? [] : (plan?.items ?? []).filter((item) => item.reviews.some(({ id }) => reviews.has(id)));
  return new Set([
    ...changes.amendedItems.map(({ itemId }) => itemId),
    ...changes.newReviews.map(({ itemId }) => itemId),
    ...byReview.map(({ id }) => id),
  ]);
}
