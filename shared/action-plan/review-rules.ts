import { type CivilDate, dateOfMoment } from "../dates.ts";
import type { Interview } from "../interview/interview.ts";
import type { Policy } from "../policy.ts";
import type { PlanKind, Review } from "./action-plan.ts";
import { rulesOf } from "./plan-kind-rules.ts";
import type { Reason } from "./problems.ts";

/** Why no further review can be recorded on an item: it has ten (RV-1, ¶13). */
export function newReviewReason(reviewCount: number, policy: Policy): Reason | undefined {
  return reviewCount >= policy.reviewsPerActionItem
    ? { code: "too-many-reviews", limit: policy.reviewsPerActionItem }
    : undefined;
}

/** An interview as far as the rules look at it; one opened by mistake and cancelled never counts as the next. */
export type InterviewForRules = Pick<Interview, "id" | "startedAt" | "endedAt"> &
  Partial<Pick<Interview, "isCancelled">>;

/** A review may go, or not, and then the day of the interview in which it could have gone; null if that is still to come. */
export type ReviewDeletion =
  | { readonly isAllowed: true }
  | { readonly isAllowed: false; readonly interviewDate: CivilDate | null };

/** What decides whether a saved review can be deleted. */
export interface DeletionSituation {
  readonly kind: PlanKind;
  readonly today: CivilDate;
  readonly interviews: readonly InterviewForRules[];
  /** The reviews that the adviser who is signed in wrote; looked at where a kind of plan lets authors delete. */
  readonly ownReviewIds: readonly string[];
}

/** Why a saved review cannot be deleted, by the rule of the plan's kind (RV-3). */
export function deletionReason(
  review: Pick<Review, "id" | "dateCreated" | "createdBy" | "interviewId" | "createdAt">,
  { kind, today, interviews, ownReviewIds }: DeletionSituation,
): Reason | undefined {
  if (rulesOf(kind).deletesReview === "by-author-that-day") {
    if (ownReviewIds.includes(review.id) && review.dateCreated === today) return undefined;
    return { code: "review-only-authors", writtenBy: review.createdBy, writtenOn: review.dateCreated };
  }
  const deletion = reviewDeletion(review, interviews);
  return deletion.isAllowed ? undefined : { code: "review-not-deletable", interviewDate: deletion.interviewDate };
}

/**
 * Whether a saved review can be deleted (RV-3, ¶71): only while the interview it belongs to is open. A review recorded
 * outside one belongs to the client's first interview that starts after it, of any kind and with any adviser.
 */
export function reviewDeletion(
  review: Pick<Review, "interviewId" | "createdAt">,
  interviews: readonly InterviewForRules[],
): ReviewDeletion {
  const owner = review.interviewId
    ? interviews.find((interview) => interview.id === review.interviewId)
    : firstInterviewAfter(
        review.createdAt,
        interviews.filter(({ isCancelled }) => !isCancelled),
      );
  if (!owner) return { isAllowed: false, interviewDate: null };
  return owner.endedAt === null
    ? { isAllowed: true }
    : { isAllowed: false, interviewDate: dateOfMoment(owner.startedAt) };
}

function firstInterviewAfter<T extends Pick<Interview, "startedAt">>(
  moment: string,
  interviews: readonly T[],
): T | undefined {
  const recorded = Date.parse(moment);
  return interviews
    .filter((interview) => Date.parse(interview.startedAt) > recorded)
    .sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt))[0];
}

/** The list's order: newest first (RV-4); reviews of the same moment by order of entry, later first. */
export function compareReviews(a: Pick<Review, "createdAt" | "id">, b: Pick<Review, "createdAt" | "id">): number {
  return Date.parse(b.createdAt) - Date.parse(a.createdAt) || (a.id < b.id ? 1 : -1);
}
