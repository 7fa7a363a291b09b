import type { ActionItem } from "../action-plan/action-plan.ts";
import type { Interview } from "./interview.ts";

/**
 * The open items that were on the plan when the interview began and have no review recorded in it (¶103): they are
 * listed beside End and never block it.
 */
export function itemsWithoutReview(
  items: readonly ActionItem[],
  { id, startedAt }: Pick<Interview, "id" | "startedAt">,
): readonly ActionItem[] {
  const began = Date.parse(startedAt);
  return items.filter(
    ({ dateClosed, createdAt, reviews }) =>
      dateClosed === null && Date.parse(createdAt) < began && !reviews.some((review) => review.interviewId === id),
  );
}
