import { describe, expect, it } from "vitest";
import { reviewSchema } from "../../../shared/action-plan/action-plan.ts";
import { compareReviews, newReviewReason, reviewDeletion } from "../../../shared/action-plan/review-rules.ts";
import { anInterview, aReview, policy } from "./fixtures.ts";

describe("RV-1 at most ten reviews", () => {
  it.each([
    [0, undefined],
    [9, undefined],
    [10, { code: "too-many-reviews", limit: 10 }],
    [11, { code: "too-many-reviews", limit: 10 }],
  ])("with %i reviews a further one gives %o", (count, reason) => {
    expect(newReviewReason(count, policy)).toEqual(reason);
  });
});

describe("RV-2 what a review has", () => {
  it.each([
    ["recorded outside an interview", { interviewId: null }],
    ["recorded in an interview", { interviewId: "interview-1" }],
  ])("is whole when %s", (_, fields) => {
    const review = aReview(fields);
    expect(reviewSchema.parse(review)).toEqual(review);
  });

  it.each(["text", "dateCreated", "createdBy", "interviewId"])("is refused without its %s", (field) => {
    expect(reviewSchema.safeParse({ ...aReview(), [field]: undefined }).success).toBe(false);
  });
});

describe("RV-3 deleting a saved review", () => {
  const inside = { interviewId: "i-2", createdAt: "2026-03-02T10:00:00Z" };
  const outside = { interviewId: null, createdAt: "2026-03-02T10:00:00Z" };
  const earlier = anInterview("i-1", "2026-02-01T09:00:00Z", "2026-02-01T10:00:00Z");
  const allowed = { isAllowed: true };
  const notYet = { isAllowed: false, interviewDate: null };
  it.each([
    ["recorded in the open interview", inside, [earlier, anInterview("i-2", "2026-03-02T09:30:00Z")], allowed],
    [
      "recorded in an ended interview",
      inside,
      [earlier, anInterview("i-2", "2026-03-02T09:30:00Z", "2026-03-02T10:30:00Z")],
      { isAllowed: false, interviewDate: "2026-03-02" },
    ],
    [
      "recorded in an ended interview while another is open",
      inside,
      [anInterview("i-3", "2026-03-16T09:00:00Z"), anInterview("i-2", "2026-03-02T09:30:00Z", "2026-03-02T10:30:00Z")],
      { isAllowed: false, interviewDate: "2026-03-02" },
    ],
    ["recorded in an interview that is not known", inside, [earlier], notYet],
    ["recorded outside, no interview ever", outside, [], notYet],
    ["recorded outside, none since", outside, [earlier], notYet],
    ["recorded outside, the next one open", outside, [anInterview("i-3", "2026-03-16T09:00:00Z"), earlier], allowed],
    [
      "recorded outside, the next one ended",
      outside,
      [earlier, anInterview("i-3", "2026-03-16T09:00:00Z", "2026-03-16T09:30:00Z")],
      { isAllowed: false, interviewDate: "2026-03-16" },
    ],
    [
      "recorded outside, the one after the next open",
      outside,
      [
        anInterview("i-4", "2026-03-20T09:00:00Z"),
        anInterview("i-3", "2026-03-16T09:00:00Z", "2026-03-16T09:30:00Z"),
        earlier,
      ],
      { isAllowed: false, interviewDate: "2026-03-16" },
    ],
    [
      "recorded outside, the next one started a second later",
      outside,
      [anInterview("i-3", "2026-03-02T10:00:01Z")],
      allowed,
    ],
    [
      "recorded outside, an interview that started at the same moment, so not after it",
      outside,
      [anInterview("i-3", "2026-03-02T10:00:00Z")],
      notYet,
    ],
    [
      "recorded outside, an interview that started before it and was never ended",
      outside,
      [anInterview("i-1", "2026-03-02T09:59:59Z")],
      notYet,
    ],
    [
      "recorded outside, the next one cancelled",
      outside,
      [{ ...anInterview("i-3", "2026-03-16T09:00:00Z", "2026-03-16T09:01:00Z"), isCancelled: true }],
      notYet,
    ],
    [
      "recorded outside, the next one cancelled and the one after it open",
      outside,
      [
        anInterview("i-4", "2026-03-20T09:00:00Z"),
        { ...anInterview("i-3", "2026-03-16T09:00:00Z", "2026-03-16T09:01:00Z"), isCancelled: true },
      ],
      allowed,
    ],
    [
      "recorded outside, the next one written in summer time",
      { interviewId: null, createdAt: "2026-06-02T09:30:00Z" },
      [
        anInterview("i-3", "2026-06-02T10:15:00+01:00", "2026-06-02T10:20:00+01:00"),
        anInterview("i-4", "2026-06-02T09:45:00Z"),
      ],
      allowed,
    ],
    [
      "recorded outside, the next one ended just after midnight in London",
      { interviewId: null, createdAt: "2026-06-02T09:30:00Z" },
      [anInterview("i-3", "2026-06-02T23:30:00Z", "2026-06-02T23:40:00Z")],
      { isAllowed: false, interviewDate: "2026-06-03" },
    ],
  ])("%s", (_, review, interviews, outcome) => {
    expect(reviewDeletion(review, interviews)).toEqual(outcome);
    expect(reviewDeletion(review, [...interviews].reverse())).toEqual(outcome);
  });
});

describe("RV-4 order of reviews", () => {
  it("lists newest first, and of the same moment the later entry first", () => {
    const inOrder = [
      aReview({ id: "a", createdAt: "2026-06-02T09:30:00Z" }),
      aReview({ id: "z", createdAt: "2026-06-02T10:00:00+01:00" }),
      aReview({ id: "y", createdAt: "2026-03-02T10:00:00.500Z" }),
      aReview({ id: "c", createdAt: "2026-03-02T10:00:00Z" }),
      aReview({ id: "b", createdAt: "2026-03-02T10:00:00Z" }),
    ];
    expect([...inOrder].reverse().sort(compareReviews)).toEqual(inOrder);
  });
});
