import { useMemo } from "react";
import { NO_CHANGES, type PlanChanges, type TabText, type TabTexts } from "../../shared/action-plan/action-plan.ts";
import {
  type Author,
  type ShownItem,
  type ShownReview,
  shownItemOf,
  shownItems,
  shownReviews,
} from "../../shared/action-plan/shown-plan.ts";
import type { WorkingCopy } from "../../shared/action-plan/working-copy.ts";

/** What the window shows of a working copy. */
export interface ShownPlan {
  /** Empty while one item is shown instead of the list. */
  readonly items: readonly ShownItem[];
  readonly item: ShownItem | null;
  readonly reviews: readonly ShownReview[];
  readonly texts: TabTexts;
}

const NOT_LISTED: readonly ShownItem[] = [];

/** Derives what is shown; each part stays the same object until something it shows is written. */
export function useShownPlan({ plan, changes, itemId, mode }: WorkingCopy, author: Author): ShownPlan {
  const { newItems, amendedItems, newReviews, amendedReviews, deletedReviews, texts } = changes;
  const listed = useMemo(
    () => ({ plan, changes: { ...NO_CHANGES, newItems, amendedItems, newReviews, amendedReviews, deletedReviews } }),
    [plan, newItems, amendedItems, newReviews, amendedReviews, deletedReviews],
  );
  const reviewed = useMemo(
    () => ({ plan, changes: { ...NO_CHANGES, newReviews, amendedReviews, deletedReviews } }),
    [plan, newReviews, amendedReviews, deletedReviews],
  );
  const item = useMemo(() => shownItemOf({ ...listed, itemId }, author), [listed, itemId, author]);
  const isListed = mode === "list" || item === null;
  return {
    items: useMemo(() => (isListed ? shownItems(listed, author) : NOT_LISTED), [isListed, listed, author]),
    item,
    reviews: useMemo(() => shownReviews(reviewed, itemId, author), [reviewed, itemId, author]),
    texts: useMemo(() => textsOf(plan?.texts, texts), [plan, texts]),
  };
}

function textsOf(saved: TabTexts | undefined, written: PlanChanges["texts"]): TabTexts {
  const of = (tab: TabText) => written[tab] ?? saved?.[tab] ?? "";
  return { aims: of("aims"), employment: of("employment"), qualifications: of("qualifications"), info: of("info") };
}
