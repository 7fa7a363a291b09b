import { formatDate } from "../dates.ts";
import type { Policy } from "../policy.ts";
import { isReadOnly, nextPurgeDate } from "./item-rules.ts";
import type { KindWords } from "./kind-words.ts";
import { rulesOf } from "./plan-kind-rules.ts";
import { type DeletionSituation, deletionReason } from "./review-rules.ts";
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
export interface EnablingSituation extends DeletionSituation {
  readonly copy: WorkingCopy;
  readonly policy: Policy;
  /** The words of the plan's kind. */
  readonly words: KindWords;
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

function detailReason({ copy, words }: EnablingSituation): string | undefined {
  if (copy.mode !== "list") return `the ${words.shortItem} is shown already.`;
  return copy.itemId === null ? `no ${words.item} is selected.` : undefined;
}

function newItemReason({ copy, kind, policy, words }: EnablingSituation): string | undefined {
  const limit = policy.actionItemsPerPlan;
  if ((copy.plan?.items.length ?? 0) + copy.changes.newItems.length < limit) return undefined;
  if (!rulesOf(kind).purges) return `the plan has ${limit} ${words.items}, which is the most.`;
  const purge = nextPurgeDate(copy.plan?.items ?? [], policy);
  const room = purge
    ? `The next closed item is due to be purged on ${formatDate(purge)}.`
    : "No item is closed, so none is due to be purged.";
  return `the plan has ${limit} ${words.items}, which is the most. ${room}`;
}

/** Why the shown item cannot be written on. */
function itemReason({ copy, words }: EnablingSituation): string | undefined {
  if (copy.mode === "list") return `no ${words.item} is shown: select one and choose Detail.`;
  const item = savedItemOf(copy);
  const { shortItem } = words;
  return item && isReadOnly(item)
    ? `this ${shortItem} was closed on ${formatDate(item.dateClosed)}. A closed ${shortItem} stays as it is.`
    : undefined;
}

function amendReason(situation: EnablingSituation): string | undefined {
  if (situation.copy.mode === "new-item") {
    return `this ${situation.words.shortItem} has not been saved yet: type straight into it.`;
  }
  return itemReason(situation);
}

function newReviewReason(situation: EnablingSituation): string | undefined {
  const { copy, policy, words } = situation;
  if (copy.mode === "new-item") return `save the ${words.shortItem} before reviewing it.`;
  const limit = policy.reviewsPerActionItem;
  const isFull = reviewCountOf(copy) >= limit;
  return (
    itemReason(situation) ?? (isFull ? `this ${words.shortItem} has ${limit} reviews, which is the most.` : undefined)
  );
}

function deleteReviewReason(situation: EnablingSituation): string | undefined {
  const { copy } = situation;
  if (copy.changes.newReviews.some(({ key }) => key === copy.reviewId)) return undefined;
  const review = savedReviewOf(copy);
  if (copy.mode === "list" || !review) return "no review is selected.";
  const closed = itemReason(situation);
  if (closed) return closed;
  if (copy.changes.deletedReviews.includes(review.id))
    return "this review goes at the next Save. Keep review takes that back.";
  const reason = deletionReason(review, situation);
  if (reason?.code === "review-only-authors") {
    return `this review was written by ${reason.writtenBy} on ${formatDate(reason.writtenOn)}: only its author can delete it, on that day.`;
  }
  if (reason?.code !== "review-not-deletable") return undefined;
  if (reason.interviewDate === null) {
    return "this review was recorded outside an interview: it can be deleted only during the customer's next one.";
  }
  return `this review belongs to the interview of ${formatDate(reason.interviewDate)}, which has ended.`;
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
