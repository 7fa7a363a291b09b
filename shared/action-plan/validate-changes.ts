import { type ClericalSituation, dayOfClosing, dayOfItem, happenedOnReason } from "../clerical/clerical-rules.ts";
import type { CivilDate } from "../dates.ts";
import type { Policy } from "../policy.ts";
import { countCharacters, hasDoubleQuotes, isBlank } from "../text.ts";
import type { ActionItem, AmendedItem, NewItem, NewReview, Plan, PlanChanges, Review, TabText } from "./action-plan.ts";
import { dateClosedReason, isReadOnly, targetDateReason } from "./item-rules.ts";
import { needsNewItem } from "./plan-rules.ts";
import type { FieldName, Place, Problem, Reason } from "./problems.ts";
import { type DeletionSituation, deletionReason, newReviewReason } from "./review-rules.ts";

/** All that the rules need to know besides what was written. */
export interface SaveSituation extends DeletionSituation {
  /** The saved plan; null before the first save. */
  readonly plan: Plan | null;
  readonly isInterviewOpen: boolean;
  readonly policy: Policy;
  /** The clerical form that is being entered, whose entries are checked as of their own day (¶125); absent otherwise. */
  readonly clerical?: ClericalSituation | undefined;
}

/** The text boxes of the tabs by their names on screen. */
export const TAB_TEXT_FIELDS: Readonly<Record<TabText, FieldName>> = {
  aims: "Aims text",
  employment: "EHist text",
  qualifications: "Quals text",
  info: "Info text",
};

/** How many characters each tab's text box holds (TX-1, TX-2). */
export function tabTextLimit(tab: TabText, policy: Policy): number {
  const limits = {
    aims: policy.aimsCharacters,
    employment: policy.employmentCharacters,
    qualifications: policy.qualificationsCharacters,
    info: policy.infoCharacters,
  };
  return limits[tab];
}

/**
 * Checks changes against every rule and lists each field to be put right, in the window's order (AP-6, ¶74). An empty
 * list means that the changes may be saved as they are.
 */
export function validateChanges(situation: SaveSituation, changes: PlanChanges): Problem[] {
  return [
    ...planProblems(situation, changes),
    ...changes.newItems.flatMap((item) => newItemProblems(situation, changes, item)),
    ...changes.amendedItems.flatMap((item) => amendedItemProblems(situation, changes, item)),
    ...changes.newReviews.flatMap((review) => newReviewProblems(situation, changes, review)),
    ...changes.amendedReviews.flatMap((review) => amendedReviewProblems(situation, changes, review)),
    ...changes.deletedReviews.flatMap((reviewId) => deletedReviewProblems(situation, changes, reviewId)),
    ...Object.entries(changes.texts).flatMap(([tab, text = ""]) => tabTextProblems(situation, tab as TabText, text)),
  ];
}

function planProblems({ plan, policy }: SaveSituation, changes: PlanChanges): Problem[] {
  const place: Place = { of: "plan" };
  const saved = plan?.items.length ?? 0;
  const limit = policy.actionItemsPerPlan;
  if (saved + changes.newItems.length > limit) {
    return [{ place, field: "NActItm", reason: { code: "too-many-items", limit } }];
  }
  if (needsNewItem(saved, changes, limit)) return [{ place, field: "NActItm", reason: { code: "new-item-needed" } }];
  return [];
}

function newItemProblems(situation: SaveSituation, changes: PlanChanges, item: NewItem): Problem[] {
  const { plan, policy } = situation;
  const place: Place = { of: "new-item", key: item.key };
  const day = dayOfItem(item, situation);
  // Under a saved item's name one review would count for both.
  const isSavedItemsName = plan?.items.some(({ id }) => id === item.key) === true;
  const problems = [
    ...problemIf(isSavedItemsName ? { code: "written-twice" } : undefined, place, "Action Item"),
    ...happenedOnProblems(situation, item, place),
    ...duplicateProblems(changes.newItems, ({ key }) => key === item.key, item, place, "Action Item"),
    ...textProblems(item.text, policy.actionItemCharacters, place, "Action Item"),
    ...problemIf(item.assignedTo ? undefined : { code: "assigned-to-missing" }, place, "Assigned To"),
    ...problemIf(
      item.targetDate
        ? onForm(situation, targetDateReason(item.targetDate, day, policy))
        : { code: "target-date-missing" },
      place,
      "Target Date",
    ),
  ];
  if (item.dateClosed === null) return problems;
  const reviewCount = changes.newReviews.filter((review) => review.itemId === item.key).length;
  const closing = { itemId: item.key, dateClosed: item.dateClosed, dateCreated: day, reviewCount };
  return [...problems, ...closingProblems(situation, changes, closing, place)];
}

function amendedItemProblems(situation: SaveSituation, changes: PlanChanges, amended: AmendedItem): Problem[] {
  const { plan, today, policy, clerical } = situation;
  const item = plan?.items.find(({ id }) => id === amended.itemId);
  const place: Place = { of: "item", itemId: amended.itemId, targetDate: item?.targetDate ?? null };
  if (!item) return [{ place, field: "Action Item", reason: { code: "item-missing" } }];
  if (isReadOnly(item)) return [{ place, field: "Action Item", reason: { code: "item-closed" } }];
  const problems = duplicateProblems(
    changes.amendedItems,
    ({ itemId }) => itemId === amended.itemId,
    amended,
    place,
    "Action Item",
  );
  if (amended.text !== undefined) {
    problems.push(...textProblems(amended.text, policy.actionItemCharacters, place, "Action Item"));
  }
  if (amended.targetDate !== undefined && amended.targetDate !== item.targetDate) {
    const reason: Reason | undefined = amended.targetDate
      ? onForm(situation, targetDateReason(amended.targetDate, clerical?.happenedOn ?? today, policy))
      : { code: "target-date-missing" };
    problems.push(...problemIf(reason, place, "Target Date"));
  }
  if (!amended.dateClosed) return problems;
  const { dateClosed } = amended;
  const { id: itemId, dateCreated } = item;
  const closing = { itemId, dateClosed, dateCreated, reviewCount: reviewsAfterSave(item, changes) };
  return [...problems, ...closingProblems(situation, changes, closing, place)];
}

function newReviewProblems(situation: SaveSituation, changes: PlanChanges, review: NewReview): Problem[] {
  const { plan, policy } = situation;
  const item = plan?.items.find(({ id }) => id === review.itemId);
  const newItem = changes.newItems.find(({ key }) => key === review.itemId);
  const targetDate = item?.targetDate ?? newItem?.targetDate ?? null;
  const place: Place = { of: "new-review", key: review.key, itemId: review.itemId, targetDate };
  if (!item && !newItem) return [{ place, field: "Review", reason: { code: "item-missing" } }];
  if (item && isReadOnly(item)) return [{ place, field: "Review", reason: { code: "item-closed" } }];
  const added = changes.newReviews.filter(({ itemId }) => itemId === review.itemId);
  const before = (item?.reviews.length ?? 0) - deletedFrom(item, changes) + added.indexOf(review);
  return [
    ...duplicateProblems(changes.newReviews, ({ key }) => key === review.key, review, place, "Review"),
    ...problemIf(newReviewReason(before, policy), place, "Review"),
    ...happenedOnProblems(situation, review, place),
    ...textProblems(review.text, policy.reviewCharacters, place, "Review"),
  ];
}

function amendedReviewProblems(
  situation: SaveSituation,
  changes: PlanChanges,
  amended: PlanChanges["amendedReviews"][number],
): Problem[] {
  const found = findReview(situation.plan, amended.reviewId);
  const place = reviewPlace(amended.reviewId, found);
  if (!found) return [{ place, field: "Review", reason: { code: "review-missing" } }];
  if (isReadOnly(found.item)) return [{ place, field: "Review", reason: { code: "item-closed" } }];
  const isDeletedToo = changes.deletedReviews.includes(amended.reviewId);
  return [
    ...duplicateProblems(
      changes.amendedReviews,
      ({ reviewId }) => reviewId === amended.reviewId,
      amended,
      place,
      "Review",
    ),
    ...problemIf(isDeletedToo ? { code: "written-twice" } : undefined, place, "Review"),
    ...textProblems(amended.text, situation.policy.reviewCharacters, place, "Review"),
  ];
}

function deletedReviewProblems(situation: SaveSituation, changes: PlanChanges, reviewId: string): Problem[] {
  const found = findReview(situation.plan, reviewId);
  const place = reviewPlace(reviewId, found);
  if (!found) return [{ place, field: "Review", reason: { code: "review-missing" } }];
  if (isReadOnly(found.item)) return [{ place, field: "Review", reason: { code: "item-closed" } }];
  const isTwice = changes.deletedReviews.filter((id) => id === reviewId).length > 1;
  if (isTwice) return [{ place, field: "Review", reason: { code: "written-twice" } }];
  return problemIf(deletionReason(found.review, situation), place, "Review");
}

function tabTextProblems({ policy }: SaveSituation, tab: TabText, text: string): Problem[] {
  return lengthAndQuoteProblems(text, tabTextLimit(tab, policy), { of: "text", tab }, TAB_TEXT_FIELDS[tab]);
}

interface Closing {
  readonly itemId: string;
  readonly dateClosed: CivilDate;
  readonly dateCreated: CivilDate;
  readonly reviewCount: number;
}

function closingProblems(
  situation: SaveSituation,
  changes: PlanChanges,
  { itemId, dateClosed, ...closing }: Closing,
  place: Place,
): Problem[] {
  const { kind, isInterviewOpen, policy } = situation;
  const today = dayOfClosing(itemId, changes, situation);
  const reason = dateClosedReason(dateClosed, { ...closing, kind, today, isInterviewOpen, policy });
  return problemIf(onForm(situation, reason), place, "Date Closed");
}

/** Says with a reason that names today that a day on the form stood in its place. */
function onForm({ clerical }: SaveSituation, reason: Reason | undefined): Reason | undefined {
  const isOfToday = reason?.code === "target-date-past" || reason?.code === "closed-in-future";
  return clerical && isOfToday ? { ...reason, isAsOnForm: true } : reason;
}

/** What is written in an ordinary save happens today; only a form's entries have a day of their own. */
function happenedOnProblems(
  { today, clerical }: SaveSituation,
  { happenedOn }: { readonly happenedOn?: CivilDate | undefined },
  place: Place,
): Problem[] {
  if (!clerical) {
    return problemIf(happenedOn === undefined ? undefined : { code: "happened-without-form" }, place, "Happened On");
  }
  const reason = happenedOnReason(happenedOn ?? clerical.happenedOn, { today, issuedOn: clerical.issuedOn });
  return problemIf(reason, place, "Happened On");
}

function reviewsAfterSave(item: ActionItem, changes: PlanChanges): number {
  const added = changes.newReviews.filter(({ itemId }) => itemId === item.id).length;
  return item.reviews.length + added - deletedFrom(item, changes);
}

function deletedFrom(item: ActionItem | undefined, changes: PlanChanges): number {
  return item?.reviews.filter(({ id }) => changes.deletedReviews.includes(id)).length ?? 0;
}

function findReview(plan: Plan | null, reviewId: string): { item: ActionItem; review: Review } | undefined {
  for (const item of plan?.items ?? []) {
    const review = item.reviews.find(({ id }) => id === reviewId);
    if (review) return { item, review };
  }
  return undefined;
}

function reviewPlace(reviewId: string, found: { item: ActionItem } | undefined): Place {
  return { of: "review", reviewId, itemId: found?.item.id ?? "", targetDate: found?.item.targetDate ?? null };
}

function textProblems(text: string, limit: number, place: Place, field: FieldName): Problem[] {
  if (isBlank(text)) return [{ place, field, reason: { code: "text-missing" } }];
  return lengthAndQuoteProblems(text, limit, place, field);
}

function lengthAndQuoteProblems(text: string, limit: number, place: Place, field: FieldName): Problem[] {
  const over = countCharacters(text) - limit;
  return [
    ...problemIf(over > 0 ? { code: "text-too-long", limit, over } : undefined, place, field),
    ...problemIf(hasDoubleQuotes(text) ? { code: "text-double-quotes" } : undefined, place, field),
  ];
}

/** Something written twice under one key is refused at its second place. */
function duplicateProblems<T>(
  all: readonly T[],
  isSame: (other: T) => boolean,
  written: T,
  place: Place,
  field: FieldName,
): Problem[] {
  return problemIf(all.find(isSame) === written ? undefined : { code: "written-twice" }, place, field);
}

function problemIf(reason: Reason | undefined, place: Place, field: FieldName): Problem[] {
  return reason ? [{ place, field, reason }] : [];
}
