import { formatDate } from "../dates.ts";
import type { Policy } from "../policy.ts";
import { isReadOnly, nextPurgeDate } from "./item-rules.ts";
import { type InterviewForRules, reviewDeletion } from "./review-rules.ts";
import { isUnsaved, reviewCountOf, savedItemOf, savedReviewOf, type WorkingCopy } from "./working-copy.ts";

/** The commands of the Action Plan window by their buttons' words. */
export type PlanCommand =
  | "Detail"
  | "NActItm"
  | "History"
  | "Amnd"
  | "NRev"
  | "DRev"
  | "Spell"
  | "Print"
  | "Save"
  | "Close";

/** What decides whether a command is on. */
export interface EnablingSituation {
  readonly copy: WorkingCopy;
  readonly interviews: readonly InterviewForRules[];
  readonly policy: Policy;
  /** True when pulled-through details wait to become permanent. */
  readonly arePulledDetailsWaiting: boolean;
}

/** For each command why it is off, in a plain sentence; undefined where it is on (the table of window.md). */
export type CommandReasons = Readonly<Record<PlanCommand, string | undefined>>;

/** Decides for every command whether it is on, and why not. */
export function commandReasons(situation: EnablingSituation): CommandReasons {
  return {
    Detail: detailReason(situation),
    NActItm: newItemReason(situation),
    History: situation.copy.mode === "list" ? "this is the list already." : undefined,
    Amnd: amendReason(situation),
    NRev: newReviewReason(situation),
    DRev: deleteReviewReason(situation),
    Spell: spellReason(situation),
    Print: printReason(situation),
    Save: saveReason(situation),
    Close: undefined,
  };
}

function detailReason({ copy }: EnablingSituation): string | undefined {
  if (copy.mode !== "list") return "the item is shown already.";
  return copy.itemId === null ? "no Action Item is selected." : undefined;
}

function newItemReason({ copy, policy }: EnablingSituation): string | undefined {
  const limit = policy.actionItemsPerPlan;
  if ((copy.plan?.items.length ?? 0) + copy.changes.newItems.length < limit) return undefined;
  const purge = nextPurgeDate(copy.plan?.items ?? [], policy);
  const room = purge
    ? `The next closed item is due to be purged on ${formatDate(purge)}.`
    : "No item is closed, so none is due to be purged.";
  return `the plan has ${limit} Action Items, which is the most. ${room}`;
}

/** Why the shown item cannot be written on. */
function itemReason({ copy }: EnablingSituation): string | undefined {
  if (copy.mode === "list") return "no Action Item is shown: select one and choose Detail.";
  const item = savedItemOf(copy);
  return item && isReadOnly(item)
    ? `this item was closed on ${formatDate(item.dateClosed)}. A closed item stays as it is.`
    : undefined;
}

function amendReason(situation: EnablingSituation): string | undefined {
  if (situation.copy.mode === "new-item") return "this item has not been saved yet: type straight into it.";
  return itemReason(situation);
}

function newReviewReason(situation: EnablingSituation): string | undefined {
  const { copy, policy } = situation;
  if (copy.mode === "new-item") return "save the item before reviewing it.";
  const limit = policy.reviewsPerActionItem;
  const isFull = reviewCountOf(copy) >= limit;
  return itemReason(situation) ?? (isFull ? `this item has ${limit} reviews, which is the most.` : undefined);
}

function deleteReviewReason(situation: EnablingSituation): string | undefined {
  const { copy, interviews } = situation;
  if (copy.changes.newReviews.some(({ key }) => key === copy.reviewId)) return undefined;
  const review = savedReviewOf(copy);
  if (copy.mode === "list" || !review) return "no review is selected.";
  const closed = itemReason(situation);
  if (closed) return closed;
  if (copy.changes.deletedReviews.includes(review.id))
    return "this review goes at the next Save. Keep review takes that back.";
  const deletion = reviewDeletion(review, interviews);
  if (deletion.isAllowed) return undefined;
  if (deletion.interviewDate === null) {
    return "this review was recorded outside an interview: it can be deleted only during the customer's next one.";
  }
  return `this review belongs to the interview of ${formatDate(deletion.interviewDate)}, which has ended.`;
}

/** On while something is being written, here or on a part of the plan that was left unsaved (¶72). */
function spellReason({ copy: { mode, changes } }: EnablingSituation): string | undefined {
  const isWriting = mode === "new-item" || mode === "new-review" || mode === "amend";
  const { newItems, newReviews, amendedItems, amendedReviews, texts } = changes;
  const isWritten =
    newItems.length + newReviews.length + amendedReviews.length + Object.keys(texts).length > 0 ||
    amendedItems.some(({ text }) => text !== undefined);
  return isWriting || isWritten ? undefined : "nothing is being written.";
}

function printReason({ copy }: EnablingSituation): string | undefined {
  return copy.plan === null || isUnsaved(copy) ? "Save before printing." : undefined;
}

function saveReason({ copy, arePulledDetailsWaiting }: EnablingSituation): string | undefined {
  return isUnsaved(copy) || arePulledDetailsWaiting ? undefined : "nothing has changed since the last save.";
}
