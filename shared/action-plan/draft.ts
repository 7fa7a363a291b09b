import { z } from "zod";
import { civilDateSchema, momentSchema } from "../dates.ts";
import { assignedToSchema, type Plan, planChangesSchema, tabTextsSchema } from "./action-plan.ts";
import { challengeSchema } from "./challenges.ts";
import { isUnsaved, type WorkingCopy, withPlan } from "./working-copy.ts";

const identifier = z.string().min(1).max(64);

/** What stood saved in the places that were written in: the third side of a conflict. */
const whatStoodSchema = z.strictObject({
  items: z
    .array(
      z.strictObject({
        id: identifier,
        text: z.string(),
        assignedTo: assignedToSchema,
        targetDate: civilDateSchema,
        dateClosed: civilDateSchema.nullable(),
        challenge: challengeSchema.nullable(),
      }),
    )
    .max(1_000),
  reviews: z.array(z.strictObject({ id: identifier, itemId: identifier, text: z.string() })).max(2_000),
  texts: tabTextsSchema.partial().strict(),
});

/** Where in the Action Plan window the adviser was when the draft was kept. */
const placeInWindowSchema = z.strictObject({
  mode: z.enum(["list", "new-item", "item", "amend", "new-review"]),
  itemId: z.string().max(64).nullable(),
  reviewId: z.string().max(64).nullable(),
});

/** All that an adviser wrote on a plan and has not saved: what a draft keeps. */
export const draftContentSchema = z.strictObject({
  changes: planChangesSchema,
  /** What stands in date fields and is no date. */
  unreadDates: z
    .array(
      z.strictObject({
        itemId: z.string().min(1).max(64),
        field: z.enum(["Target Date", "Date Closed", "Happened On"]),
        text: z.string().max(1_000),
      }),
    )
    .max(1_000),
  place: placeInWindowSchema,
  keysGiven: z.number().int().nonnegative(),
  /** Absent where it is not known. */
  before: whatStoodSchema.optional(),
  /** Which window wrote it, and as its how manieth: two windows never write over one another, nor an older state. */
  writtenIn: z.strictObject({ window: identifier, count: z.number().int().nonnegative() }).optional(),
});

/** A kept draft, as the adviser who wrote it sees it. */
export const draftSchema = z.object({
  content: draftContentSchema,
  /** The version of the plan it was written on; null for a plan that did not exist yet. */
  planVersion: z.number().int().positive().nullable(),
  /** The interview that was open when it was last kept. */
  interviewId: z.string().nullable(),
  keptAt: momentSchema,
});

/** Another adviser's draft: who and when, never its text. */
export const otherDraftSchema = z.object({ adviserName: z.string(), keptAt: momentSchema });

export type DraftContent = z.infer<typeof draftContentSchema>;
export type Draft = z.infer<typeof draftSchema>;
export type OtherDraft = z.infer<typeof otherDraftSchema>;
export type WhatStood = z.infer<typeof whatStoodSchema>;

/** What a draft of a working copy holds; null while nothing that the adviser wrote is unsaved. */
export function draftOf(copy: WorkingCopy): DraftContent | null {
  if (!isUnsaved(copy)) return null;
  const { changes, unreadDates, mode, itemId, reviewId, keysGiven } = copy;
  return {
    changes,
    unreadDates: [...unreadDates],
    place: { mode, itemId, reviewId },
    keysGiven,
    before: whatStood(copy.plan, copy),
  };
}

/** A draft as the window can go on with it. */
export interface ContinuedDraft {
  readonly content: DraftContent;
  /** Items whose date closed was taken out, since no interview is open in which it could be saved. */
  readonly closingsTakenOut: number;
  /** Null where the plan has moved on since, so that each part has to be decided on. */
  readonly copy: WorkingCopy | null;
}

/**
 * Goes on with a draft on the plan as it stands. Whichever interview it was written in, the one open at Save counts;
 * where an item cannot be closed for want of one (AI-5), its dates closed are taken out.
 */
export function continueDraft(
  draft: Pick<Draft, "content" | "planVersion">,
  plan: Plan | null,
  canClose: boolean,
): ContinuedDraft {
  const { content, closingsTakenOut } = canClose
    ? { content: draft.content, closingsTakenOut: 0 }
    : withoutClosings(draft.content);
  const fits = (plan?.version ?? null) === draft.planVersion && isAllThere(content, plan);
  return { content, closingsTakenOut, copy: fits ? copyOf(content, plan) : null };
}

function copyOf({ changes, unreadDates, place, keysGiven }: DraftContent, plan: Plan | null): WorkingCopy {
  return withPlan({ plan, changes, unreadDates, ...place, keysGiven }, plan);
}

function withoutClosings(content: DraftContent): Pick<ContinuedDraft, "content" | "closingsTakenOut"> {
  const { changes, unreadDates } = content;
  const closed = new Set([
    ...changes.newItems.filter(({ dateClosed }) => dateClosed !== null).map(({ key }) => key),
    ...changes.amendedItems.filter(({ dateClosed }) => dateClosed).map(({ itemId }) => itemId),
    ...unreadDates.filter(({ field }) => field === "Date Closed").map(({ itemId }) => itemId),
  ]);
  if (closed.size === 0) return { content, closingsTakenOut: 0 };
  const amendedItems = changes.amendedItems
    .map(({ dateClosed: _, ...item }) => item)
    .filter((item) => Object.keys(item).length > 1);
  return {
    content: {
      ...content,
      changes: {
        ...changes,
        newItems: changes.newItems.map((item) => ({ ...item, dateClosed: null })),
        amendedItems,
      },
      unreadDates: unreadDates.filter(({ field }) => field !== "Date Closed"),
    },
    closingsTakenOut: closed.size,
  };
}

/** A purge changes no version (AI-7), so what was written on is looked for. */
function isAllThere(written: Written, plan: Plan | null): boolean {
  const { items, reviews } = whatStood(plan, written);
  const { itemIds, reviewIds } = writtenOn(written);
  return itemIds.every((id) => items.some((item) => item.id === id)) && reviews.length === reviewIds.size;
}

/** What is saved in the places that changes were written in. */
function whatStood(plan: Plan | null, written: Written): WhatStood {
  const { itemIds, reviewIds } = writtenOn(written);
  const all = plan?.items ?? [];
  const found = all.flatMap((item) =>
    item.reviews.filter(({ id }) => reviewIds.has(id)).map((review) => ({ item, review })),
  );
  const ofReviews = new Set([...itemIds, ...found.map(({ item }) => item.id)]);
  return {
    items: all
      .filter(({ id }) => ofReviews.has(id))
      .map(({ id, text, assignedTo, targetDate, dateClosed, challenge }) => ({
        ...{ id, text, assignedTo, targetDate, dateClosed, challenge },
      })),
    reviews: found.map(({ item, review }) => ({ id: review.id, itemId: item.id, text: review.text })),
    texts: Object.fromEntries(
      Object.keys(written.changes.texts).map((tab) => [tab, plan?.texts[tab as keyof Plan["texts"]] ?? ""]),
    ),
  };
}

/** What was written, wherever it is held. */
type Written = Pick<WorkingCopy, "changes" | "unreadDates">;

/** The saved items and reviews that it touches. */
function writtenOn({ changes, unreadDates }: Written) {
  const keys = new Set([...changes.newItems, ...changes.newReviews].map(({ key }) => key));
  const onItems = [...changes.amendedItems, ...changes.newReviews, ...unreadDates];
  return {
    itemIds: onItems.map(({ itemId }) => itemId).filter((id) => !keys.has(id)),
    reviewIds: new Set([...changes.amendedReviews.map(({ reviewId }) => reviewId), ...changes.deletedReviews]),
  };
}
