import { isBlank } from "../text.ts";
import type { ActionItem, NewItem, NewReview, Plan, PlanChanges, TabText } from "./action-plan.ts";
import { NO_CHANGES } from "./action-plan.ts";
import type { DraftContent, WhatStood } from "./draft.ts";
import { isReadOnly } from "./item-rules.ts";
import { openWorkingCopy, type UnreadDate, type WorkingCopy } from "./working-copy.ts";

/** The fields of a saved item that can be written in. */
export type ItemField = "text" | "assignedTo" | "targetDate" | "dateClosed" | "challenge";

/** One thing that was written, such that it can be put on another version by itself. */
export type PartChange =
  | { readonly of: "new-item"; readonly item: NewItem; readonly reviews: readonly NewReview[] }
  | { readonly of: "item"; readonly itemId: string; readonly field: ItemField }
  | { readonly of: "new-review"; readonly review: NewReview }
  | { readonly of: "review"; readonly reviewId: string; readonly text: string }
  | { readonly of: "deleted-review"; readonly reviewId: string }
  | { readonly of: "text"; readonly tab: TabText; readonly text: string };

/**
 * What can become of a part: "clean" where nothing was saved in its place since, "conflict" where something else was,
 * "closed" and "gone" where its item is closed or no longer there, so that it can be copied and never applied.
 */
export type PartFate = "clean" | "conflict" | "closed" | "gone";

/** One part of what was written on an older version, beside what is saved now. */
export interface Part {
  readonly key: string;
  readonly change: PartChange;
  readonly fate: PartFate;
  /** The saved item that it is about, as far as it is known. */
  readonly item: Pick<ActionItem, "text" | "targetDate"> | null;
  /** Null for an emptied field, and for a deletion. */
  readonly wrote: string | null;
  /** Null where nothing is saved there. */
  readonly now: string | null;
  /** Undefined where it is not known what stood there when it was written. */
  readonly before: string | null | undefined;
}

/** Whether a part can be put on the plan at all. */
export function isApplicable({ fate }: Pick<Part, "fate">): boolean {
  return fate === "clean" || fate === "conflict";
}

/** Everything that a draft holds, part by part, against the plan as it is saved now; what is saved already is none. */
export function partsOf(content: DraftContent, plan: Plan | null): Part[] {
  const { changes, before = NOTHING_KNOWN } = content;
  return [
    ...newItemParts(content),
    ...itemParts(content, plan, before),
    ...newReviewParts(content, plan, before),
    ...reviewParts(changes, plan, before),
    ...textParts(changes, plan, before),
  ];
}

/** The parts that were chosen, on the plan as it is saved now; what touches a closed item or one that is gone stays out. */
export function rebase(content: DraftContent, plan: Plan | null, chosen: ReadonlySet<string>): WorkingCopy {
  const applied = partsOf(content, plan).filter((part) => isApplicable(part) && chosen.has(part.key));
  const changes = applied.reduce((sum, { change }) => withPart(sum, change, content), NO_CHANGES);
  const written = new Set(applied.flatMap(({ change }) => unreadOf(change, content)));
  const opened = plan ? openWorkingCopy(plan) : { ...openWorkingCopy(null), mode: "list" as const, itemId: null };
  return {
    ...opened,
    changes,
    unreadDates: content.unreadDates.filter((date) => written.has(date)),
    itemId: opened.itemId ?? changes.newItems[0]?.key ?? null,
    keysGiven: content.keysGiven,
  };
}

const NOTHING_KNOWN: WhatStood = { items: [], reviews: [], texts: {} };

const FIELD_OF_UNREAD = { "Target Date": "targetDate", "Date Closed": "dateClosed" } as const;

function newItemParts({ changes, unreadDates }: DraftContent): Part[] {
  return changes.newItems.flatMap((item) => {
    const reviews = changes.newReviews.filter(({ itemId }) => itemId === item.key);
    const isUntouched =
      isBlank(item.text) && !item.assignedTo && !item.targetDate && !item.dateClosed && reviews.length === 0;
    if (isUntouched && !unreadDates.some(({ itemId }) => itemId === item.key)) return [];
    const change = { of: "new-item", item, reviews } as const;
    return [{ key: `new ${item.key}`, change, fate: "clean", item: null, wrote: item.text, now: null, before: null }];
  });
}

function itemParts(content: DraftContent, plan: Plan | null, before: WhatStood): Part[] {
  const written = fieldsWritten(content);
  return written.flatMap(({ itemId, field, wrote }) => {
    const saved = plan?.items.find(({ id }) => id === itemId);
    const stood = before.items.find(({ id }) => id === itemId);
    const values = { wrote, now: saved?.[field] ?? null, before: stood?.[field] };
    const fate = fateOf(saved, values);
    const change = { of: "item", itemId, field } as const;
    return dropSaved({ key: `${field} ${itemId}`, change, fate, item: saved ?? stood ?? null, ...values });
  });
}

/** Every field of a saved item that was written in, a date that could not be read as it was typed. */
function fieldsWritten({ changes, unreadDates }: DraftContent) {
  const keys = new Set(changes.newItems.map(({ key }) => key));
  const unread = unreadDates
    .filter(({ itemId }) => !keys.has(itemId))
    .flatMap(({ itemId, field, text }) =>
      // The day a clerical form's entry happened on belongs to what is new.
      field === "Happened On" ? [] : [{ itemId, field: FIELD_OF_UNREAD[field], wrote: text as string | null }],
    );
  const amended = changes.amendedItems.flatMap(({ itemId, ...fields }) =>
    Object.entries(fields).flatMap(([field, wrote]) =>
      wrote === undefined ? [] : [{ itemId, field: field as ItemField, wrote }],
    ),
  );
  const isUnread = (one: (typeof amended)[number]) =>
    unread.some(({ itemId, field }) => itemId === one.itemId && field === one.field);
  return [...amended.filter((one) => !isUnread(one)), ...unread];
}

function newReviewParts({ changes }: DraftContent, plan: Plan | null, before: WhatStood): Part[] {
  const keys = new Set(changes.newItems.map(({ key }) => key));
  return changes.newReviews
    .filter(({ itemId, text }) => !keys.has(itemId) && !isBlank(text))
    .map((review) => {
      const saved = plan?.items.find(({ id }) => id === review.itemId);
      const item = saved ?? before.items.find(({ id }) => id === review.itemId) ?? null;
      const fate = fateOf(saved, { wrote: review.text, now: null, before: null });
      const change = { of: "new-review", review } as const;
      return { key: `new ${review.key}`, change, fate, item, wrote: review.text, now: null, before: null };
    });
}

function reviewParts({ amendedReviews, deletedReviews }: PlanChanges, plan: Plan | null, before: WhatStood): Part[] {
  const amended = amendedReviews.map(({ reviewId, text }) => ({ of: "review", reviewId, text }) as const);
  const deleted = deletedReviews.map((reviewId) => ({ of: "deleted-review", reviewId }) as const);
  return [...amended, ...deleted].flatMap((change) => {
    const { reviewId } = change;
    const item = plan?.items.find(({ reviews }) => reviews.some(({ id }) => id === reviewId));
    const saved = item?.reviews.find(({ id }) => id === reviewId);
    // A review that is to go and has gone leaves nothing to decide, and its deletion no text to copy.
    if (change.of === "deleted-review" && !saved) return [];
    const stood = before.reviews.find(({ id }) => id === reviewId);
    const itemBefore = before.items.find(({ id }) => id === stood?.itemId);
    const values = {
      wrote: change.of === "review" ? change.text : null,
      now: saved?.text ?? null,
      before: stood?.text,
    };
    const fate = fateOf(item, values);
    return dropSaved({ key: `${change.of} ${reviewId}`, change, fate, item: item ?? itemBefore ?? null, ...values });
  });
}

function textParts({ texts }: PlanChanges, plan: Plan | null, before: WhatStood): Part[] {
  return Object.entries(texts).flatMap(([name, text]) => {
    if (text === undefined) return [];
    const tab = name as TabText;
    const values = { wrote: text, now: plan?.texts[tab] ?? "", before: before.texts[tab] };
    const fate = values.now === values.before ? "clean" : "conflict";
    return dropSaved({ key: `text ${tab}`, change: { of: "text", tab, text }, fate, item: null, ...values });
  });
}

function fateOf(item: ActionItem | undefined, { now, before }: Pick<Part, "wrote" | "now" | "before">): PartFate {
  if (!item) return "gone";
  if (isReadOnly(item)) return "closed";
  return before === now ? "clean" : "conflict";
}

/** What was written and is saved just so needs no decision. */
function dropSaved(part: Part): Part[] {
  const isSaved = part.fate !== "gone" && part.change.of !== "deleted-review" && part.wrote === part.now;
  return isSaved ? [] : [part];
}

function withPart(sum: PlanChanges, change: PartChange, { changes }: DraftContent): PlanChanges {
  switch (change.of) {
    case "new-item":
      return {
        ...sum,
        newItems: [...sum.newItems, change.item],
        newReviews: [...sum.newReviews, ...change.reviews],
      };
    case "item": {
      const { itemId, field } = change;
      const value = changes.amendedItems.find((item) => item.itemId === itemId)?.[field];
      // A date that could not be read may stand for no change of the saved one.
      if (value === undefined) return sum;
      const known = sum.amendedItems.find((item) => item.itemId === itemId) ?? { itemId };
      const others = sum.amendedItems.filter((item) => item.itemId !== itemId);
      return { ...sum, amendedItems: [...others, { ...known, [field]: value }] };
    }
    case "new-review":
      return { ...sum, newReviews: [...sum.newReviews, change.review] };
    case "review": {
      const { reviewId, text } = change;
      return { ...sum, amendedReviews: [...sum.amendedReviews, { reviewId, text }] };
    }
    case "deleted-review":
      return { ...sum, deletedReviews: [...sum.deletedReviews, change.reviewId] };
    case "text":
      return { ...sum, texts: { ...sum.texts, [change.tab]: change.text } };
  }
}

function unreadOf(change: PartChange, { unreadDates }: DraftContent): UnreadDate[] {
  if (change.of === "new-item") return unreadDates.filter(({ itemId }) => itemId === change.item.key);
  if (change.of === "new-review") return unreadDates.filter(({ itemId }) => itemId === change.review.key);
  if (change.of !== "item") return [];
  return unreadDates.filter(
    ({ itemId, field }) =>
      itemId === change.itemId && field !== "Happened On" && FIELD_OF_UNREAD[field] === change.field,
  );
}
