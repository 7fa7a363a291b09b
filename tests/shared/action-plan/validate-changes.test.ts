import { describe, expect, it } from "vitest";
import { actionItemSchema, type PlanChanges, planChangesSchema } from "../../../shared/action-plan/action-plan.ts";
import type { Problem, Reason } from "../../../shared/action-plan/problems.ts";
import { type SaveSituation, validateChanges } from "../../../shared/action-plan/validate-changes.ts";
import {
  aNewItem,
  aNewReview,
  anInterview,
  anItem,
  aPlan,
  aReview,
  changes,
  items,
  reviews,
  situation,
  TODAY,
} from "./fixtures.ts";

const OPEN = { isInterviewOpen: true, interviews: [anInterview("i-1", `${TODAY}T09:00:00Z`)] };
const inOpenInterview = aReview({ interviewId: "i-1", createdAt: `${TODAY}T09:10:00Z` });

function withItem(fields: Parameters<typeof anItem>[0], more: Partial<SaveSituation> = {}): SaveSituation {
  return situation({ plan: aPlan({ items: [anItem(fields)] }), ...more });
}

function reasons(facts: SaveSituation, written: Partial<PlanChanges>): [Problem["field"], Reason][] {
  return validateChanges(facts, changes(written)).map(({ field, reason }) => [field, reason]);
}

describe("AP-3 updating in or out of an interview", () => {
  it.each([
    ["out of an interview", {}],
    ["in an interview", OPEN],
  ])("a new item, an amended item, a review and a text can be saved %s", (_, facts) => {
    const written = {
      newItems: [aNewItem()],
      amendedItems: [{ itemId: "item-1", text: "Find out about childcare and its cost" }],
      newReviews: [aNewReview()],
      texts: { aims: "Wants to work outdoors" },
    };
    expect(reasons(situation(facts), written)).toEqual([]);
  });
});

describe("AP-4 at most 100 items", () => {
  const full: Reason = { code: "too-many-items", limit: 100 };
  it.each([
    [99, 1, []],
    [99, 2, [["NActItm", full]]],
    [100, 0, []],
    [100, 1, [["NActItm", full]]],
    [0, 100, []],
    [0, 101, [["NActItm", full]]],
  ])("%i saved and %i new items give %o", (saved, added, expected) => {
    const newItems = Array.from({ length: added }, (_, index) => aNewItem({ key: `new-${index}` }));
    const written = { newItems, texts: { info: "New" } };
    expect(reasons(situation({ plan: aPlan({ items: items(saved) }) }), written)).toEqual(expected);
  });

  it("counts closed items too", () => {
    const plan = aPlan({ items: items(100).map((item) => ({ ...item, dateClosed: "2026-01-01" })) });
    expect(reasons(situation({ plan }), { newItems: [aNewItem()] })).toEqual([["NActItm", full]]);
  });
});

describe("AP-6 every field in one list", () => {
  it("lists all that is wrong, in the window's order, each with its place", () => {
    const facts = withItem({ reviews: reviews(10) });
    const written = changes({
      newItems: [aNewItem({ text: " ", assignedTo: null, targetDate: null })],
      amendedItems: [{ itemId: "item-1", text: "", targetDate: "2026-03-15", dateClosed: TODAY }],
      newReviews: [aNewReview({ text: "" })],
      amendedReviews: [{ reviewId: "review-2", text: "“Fine”" }],
      deletedReviews: ["review-9999"],
      texts: { aims: "a".repeat(751), info: 'Said "yes"' },
    });
    const newPlace = { of: "new-item", key: "new-1" };
    const itemPlace = { of: "item", itemId: "item-1", targetDate: "2026-03-30" };
    const newReviewPlace = { of: "new-review", key: "new-review-1", itemId: "item-1", targetDate: "2026-03-30" };
    const reviewPlace = { of: "review", reviewId: "review-2", itemId: "item-1", targetDate: "2026-03-30" };
    const missingPlace = { of: "review", reviewId: "review-9999", itemId: "", targetDate: null };
    expect(validateChanges(facts, written)).toEqual([
      { place: newPlace, field: "Action Item", reason: { code: "text-missing" } },
      { place: newPlace, field: "Assigned To", reason: { code: "assigned-to-missing" } },
      { place: newPlace, field: "Target Date", reason: { code: "target-date-missing" } },
      { place: itemPlace, field: "Action Item", reason: { code: "text-missing" } },
      {
        place: itemPlace,
        field: "Target Date",
        reason: { code: "target-date-past", date: "2026-03-15", earliest: TODAY },
      },
      { place: itemPlace, field: "Date Closed", reason: { code: "closed-outside-interview" } },
      { place: newReviewPlace, field: "Review", reason: { code: "too-many-reviews", limit: 10 } },
      { place: newReviewPlace, field: "Review", reason: { code: "text-missing" } },
      { place: reviewPlace, field: "Review", reason: { code: "text-double-quotes" } },
      { place: missingPlace, field: "Review", reason: { code: "review-missing" } },
      {
        place: { of: "text", tab: "aims" },
        field: "Aims text",
        reason: { code: "text-too-long", limit: 750, over: 1 },
      },
      { place: { of: "text", tab: "info" }, field: "Info text", reason: { code: "text-double-quotes" } },
    ]);
  });

  it.each<[string, Partial<PlanChanges>, [Problem["field"], Reason][]]>([
    [
      "two new items of one key",
      { newItems: [aNewItem(), aNewItem({ text: "Other" })] },
      [["Action Item", { code: "written-twice" }]],
    ],
    [
      "an item amended twice",
      {
        amendedItems: [
          { itemId: "item-1", text: "One" },
          { itemId: "item-1", assignedTo: "pa" },
        ],
      },
      [["Action Item", { code: "written-twice" }]],
    ],
    [
      "two new reviews of one key",
      { newReviews: [aNewReview(), aNewReview({ text: "Other" })] },
      [["Review", { code: "written-twice" }]],
    ],
    [
      "a review amended twice",
      {
        amendedReviews: [
          { reviewId: "review-1", text: "One" },
          { reviewId: "review-1", text: "Two" },
        ],
      },
      [["Review", { code: "written-twice" }]],
    ],
    [
      "a review amended and deleted",
      { amendedReviews: [{ reviewId: "review-1", text: "One" }], deletedReviews: ["review-1"] },
      [["Review", { code: "written-twice" }]],
    ],
    ["an item that is not there", { amendedItems: [{ itemId: "x" }] }, [["Action Item", { code: "item-missing" }]]],
    ["a review for no item", { newReviews: [aNewReview({ itemId: "x" })] }, [["Review", { code: "item-missing" }]]],
    [
      "an amended review that is not there",
      { amendedReviews: [{ reviewId: "x", text: "One" }] },
      [["Review", { code: "review-missing" }]],
    ],
  ])("refuses %s", (_, written, expected) => {
    expect(reasons(withItem({ reviews: [inOpenInterview] }, OPEN), written)).toEqual(expected);
  });
});

describe("AP-7 the new item a save asks for", () => {
  const needed: [Problem["field"], Reason][] = [["NActItm", { code: "new-item-needed" }]];
  it.each([
    ["a text on a plan", aPlan(), { texts: { aims: "New" } }, needed],
    ["pulled-through details alone", aPlan(), {}, needed],
    ["a text with a review", aPlan(), { texts: { aims: "New" }, newReviews: [aNewReview()] }, []],
    ["a text that creates a plan", null, { texts: { aims: "New" } }, needed],
    ["an item that creates a plan", null, { newItems: [aNewItem()] }, []],
    ["a text at 100 items", aPlan({ items: items(100) }), { texts: { aims: "New" } }, []],
    ["a text at 99 items", aPlan({ items: items(99) }), { texts: { aims: "New" } }, needed],
  ])("%s", (_, plan, written, expected) => {
    expect(reasons(situation({ plan }), written)).toEqual(expected);
  });
});

describe("AP-8 double quotes refused in every text", () => {
  const quotes: [Problem["field"], Reason][] = [["Review", { code: "text-double-quotes" }]];
  it.each(['"', "“", "”", "„", "‟", "″", "＂"])("%s in a new review", (mark) => {
    expect(reasons(situation(), { newReviews: [aNewReview({ text: `Said ${mark}yes` })] })).toEqual(quotes);
  });

  it.each<[Problem["field"], Partial<PlanChanges>]>([
    ["Action Item", { newItems: [aNewItem({ text: '"' })] }],
    ["Action Item", { amendedItems: [{ itemId: "item-1", text: '"' }] }],
    ["Review", { amendedReviews: [{ reviewId: "review-1", text: '"' }] }],
    ["Aims text", { newReviews: [aNewReview()], texts: { aims: '"' } }],
    ["EHist text", { newReviews: [aNewReview()], texts: { employment: '"' } }],
    ["Quals text", { newReviews: [aNewReview()], texts: { qualifications: '"' } }],
    ["Info text", { newReviews: [aNewReview()], texts: { info: '"' } }],
  ])("in %s: %o", (field, written) => {
    const facts = withItem({ reviews: [aReview()] });
    expect(reasons(facts, written)).toEqual([[field, { code: "text-double-quotes" }]]);
  });

  it.each(["'", "‘", "’", "«", "»"])("%s is no double quote of the rule", (mark) => {
    expect(reasons(situation(), { newReviews: [aNewReview({ text: `Said ${mark}yes` })] })).toEqual([]);
  });
});

describe("AI-1 what an item has", () => {
  const item = anItem({
    reviews: [aReview()],
    dateClosed: TODAY,
    amendedBy: "A OTHER",
    amendedAt: `${TODAY}T10:00:00Z`,
  });
  it("is whole with text, date created, created by, assigned to, target date and date closed", () => {
    expect(actionItemSchema.parse(item)).toEqual(item);
  });

  it.each(["text", "dateCreated", "createdBy", "assignedTo", "targetDate", "dateClosed"])(
    "is refused without %s",
    (name) => {
      expect(actionItemSchema.safeParse({ ...item, [name]: undefined }).success).toBe(false);
    },
  );

  it.each<[string, Parameters<typeof aNewItem>[0], [Problem["field"], Reason][]]>([
    ["all three", {}, []],
    ["no text", { text: "" }, [["Action Item", { code: "text-missing" }]]],
    ["a text of white space", { text: " \n\u00A0\u200B" }, [["Action Item", { code: "text-missing" }]]],
    ["a text of control characters", { text: "\u0007\t" }, [["Action Item", { code: "text-missing" }]]],
    ["nobody assigned", { assignedTo: null }, [["Assigned To", { code: "assigned-to-missing" }]]],
    ["no target date", { targetDate: null }, [["Target Date", { code: "target-date-missing" }]]],
  ])("a new item with %s gives %o", (_, fields, expected) => {
    expect(reasons(situation(), { newItems: [aNewItem(fields)] })).toEqual(expected);
  });
});

describe("AI-2 target date of a new item", () => {
  it.each([
    ["2026-03-15", [["Target Date", { code: "target-date-past", date: "2026-03-15", earliest: TODAY }]]],
    [TODAY, []],
    ["2026-09-16", []],
    ["2026-09-17", [["Target Date", { code: "target-date-too-far", date: "2026-09-17", latest: "2026-09-16" }]]],
  ])("%s gives %o", (targetDate, expected) => {
    expect(reasons(situation(), { newItems: [aNewItem({ targetDate })] })).toEqual(expected);
  });
});

describe("AI-3 amending an overdue item", () => {
  const overdue = withItem({ targetDate: "2026-03-01" });
  it.each<[string, PlanChanges["amendedItems"][number], [Problem["field"], Reason][]]>([
    ["only its text", { itemId: "item-1", text: "Changed" }, []],
    ["its text, its date sent as it was", { itemId: "item-1", text: "Changed", targetDate: "2026-03-01" }, []],
    ["its date to today", { itemId: "item-1", targetDate: TODAY }, []],
    ["its date to six months ahead", { itemId: "item-1", targetDate: "2026-09-16" }, []],
    [
      "its date to yesterday",
      { itemId: "item-1", targetDate: "2026-03-15" },
      [["Target Date", { code: "target-date-past", date: "2026-03-15", earliest: TODAY }]],
    ],
    [
      "its date to a day over six months ahead",
      { itemId: "item-1", targetDate: "2026-09-17" },
      [["Target Date", { code: "target-date-too-far", date: "2026-09-17", latest: "2026-09-16" }]],
    ],
    ["its date to nothing", { itemId: "item-1", targetDate: null }, [["Target Date", { code: "target-date-missing" }]]],
  ])("%s", (_, amended, expected) => {
    expect(reasons(overdue, { amendedItems: [amended] })).toEqual(expected);
  });
});

describe("AI-4 closing in one save with reviews", () => {
  const close = { amendedItems: [{ itemId: "item-1", dateClosed: TODAY }] };
  const withoutReview: [Problem["field"], Reason][] = [["Date Closed", { code: "closed-without-review" }]];
  const second = aReview({ id: "review-2", interviewId: "i-1", createdAt: `${TODAY}T09:20:00Z` });
  it.each([
    ["no review", [], close, withoutReview],
    ["a saved review", [inOpenInterview], close, []],
    ["a review added in the save", [], { ...close, newReviews: [aNewReview()] }, []],
    [
      "its only review deleted in the save",
      [inOpenInterview],
      { ...close, deletedReviews: ["review-1"] },
      withoutReview,
    ],
    ["one of two deleted", [inOpenInterview, second], { ...close, deletedReviews: ["review-1"] }, []],
    [
      "its only review deleted and another added",
      [inOpenInterview],
      { ...close, deletedReviews: ["review-1"], newReviews: [aNewReview()] },
      [],
    ],
    [
      "a review added to another item",
      [],
      { ...close, newItems: [aNewItem()], newReviews: [aNewReview({ itemId: "new-1" })] },
      withoutReview,
    ],
  ])("%s", (_, saved, written, expected) => {
    expect(reasons(withItem({ reviews: saved }, OPEN), written)).toEqual(expected);
  });

  it.each<[string, string, boolean, [Problem["field"], Reason][]]>([
    ["today with a review", TODAY, true, []],
    ["today without one", TODAY, false, withoutReview],
    [
      "yesterday, before it was created",
      "2026-03-15",
      true,
      [["Date Closed", { code: "closed-before-created", date: "2026-03-15", earliest: TODAY }]],
    ],
    [
      "tomorrow",
      "2026-03-17",
      true,
      [["Date Closed", { code: "closed-in-future", date: "2026-03-17", latest: TODAY }]],
    ],
  ])("a new item closed %s", (_, dateClosed, hasReview, expected) => {
    const newReviews = hasReview ? [aNewReview({ itemId: "new-1" })] : [];
    expect(reasons(situation(OPEN), { newItems: [aNewItem({ dateClosed })], newReviews })).toEqual(expected);
  });

  it.each([
    ["before it was created", "2026-02-15", "closed-before-created"],
    ["on the day it was created, before its first review", "2026-02-16", undefined],
    ["tomorrow", "2026-03-17", "closed-in-future"],
    ["more than six months back", "2025-09-15", "closed-too-long-ago"],
  ])("a saved item closed %s", (_, dateClosed, code) => {
    const facts = withItem({ reviews: [inOpenInterview] }, OPEN);
    const found = reasons(facts, { amendedItems: [{ itemId: "item-1", dateClosed }] });
    expect(found.map(([field, reason]) => [field, reason.code])).toEqual(code ? [["Date Closed", code]] : []);
  });
});

describe("AI-5 closing outside an interview", () => {
  const outside: [Problem["field"], Reason][] = [["Date Closed", { code: "closed-outside-interview" }]];
  const ended = [anInterview("i-1", "2026-03-02T09:00:00Z", "2026-03-02T09:30:00Z")];
  it.each([
    ["a saved item", { amendedItems: [{ itemId: "item-1", dateClosed: TODAY }] }],
    ["a new item", { newItems: [aNewItem({ dateClosed: TODAY })], newReviews: [aNewReview({ itemId: "new-1" })] }],
  ])("%s is refused", (_, written) => {
    expect(reasons(withItem({ reviews: [aReview()] }, { interviews: ended }), written)).toEqual(outside);
  });
});

describe("AI-6 closed items", () => {
  const closed = withItem({ dateClosed: TODAY, reviews: [inOpenInterview] }, OPEN);
  it.each<[string, Partial<PlanChanges>, Problem["field"]]>([
    ["amending the text", { amendedItems: [{ itemId: "item-1", text: "Changed" }] }, "Action Item"],
    ["reopening", { amendedItems: [{ itemId: "item-1", dateClosed: null }] }, "Action Item"],
    ["changing the date closed", { amendedItems: [{ itemId: "item-1", dateClosed: "2026-03-15" }] }, "Action Item"],
    ["adding a review", { newReviews: [aNewReview()] }, "Review"],
    ["amending a review", { amendedReviews: [{ reviewId: "review-1", text: "Changed" }] }, "Review"],
    ["deleting a review", { deletedReviews: ["review-1"] }, "Review"],
  ])("%s is refused even in the same interview", (_, written, field) => {
    expect(reasons(closed, written)).toEqual([[field, { code: "item-closed" }]]);
  });

  it("leaves a new item to put a mistake right", () => {
    expect(reasons(closed, { newItems: [aNewItem()] })).toEqual([]);
  });
});

describe("AI-8 what Amnd unlocks", () => {
  it("takes text, assigned to, target date, date closed and another adviser's review together", () => {
    const facts = withItem({ reviews: [aReview({ createdBy: "A OTHER", interviewId: "i-0" })] }, OPEN);
    const written = {
      amendedItems: [
        { itemId: "item-1", text: "Changed", assignedTo: "pa" as const, targetDate: "2026-05-01", dateClosed: TODAY },
      ],
      amendedReviews: [{ reviewId: "review-1", text: "Changed" }],
    };
    expect(reasons(facts, written)).toEqual([]);
  });

  it.each([
    ["an item's author", { amendedItems: [{ itemId: "item-1", createdBy: "A OTHER" }] }],
    ["an item's date created", { amendedItems: [{ itemId: "item-1", dateCreated: TODAY }] }],
    ["a review's author", { amendedReviews: [{ reviewId: "review-1", text: "Changed", createdBy: "A OTHER" }] }],
    ["a review's date", { amendedReviews: [{ reviewId: "review-1", text: "Changed", dateCreated: TODAY }] }],
  ])("never %s", (_, written) => {
    expect(planChangesSchema.safeParse({ ...changes({}), ...written }).success).toBe(false);
  });
});

describe("RV-1 reviews of one save", () => {
  const full: [Problem["field"], Reason] = ["Review", { code: "too-many-reviews", limit: 10 }];
  const inInterview = (count: number) =>
    reviews(count).map((review) => ({ ...review, interviewId: "i-1", createdAt: `${TODAY}T09:10:00Z` }));
  it.each([
    [9, 1, 0, []],
    [9, 2, 0, [full]],
    [10, 1, 0, [full]],
    [10, 1, 1, []],
    [10, 2, 1, [full]],
    [10, 2, 0, [full, full]],
    [0, 10, 0, []],
    [0, 11, 0, [full]],
  ])("%i saved, %i new and %i deleted give %o", (saved, added, deleted, expected) => {
    const newReviews = Array.from({ length: added }, (_, index) => aNewReview({ key: `new-review-${index}` }));
    const deletedReviews = reviews(deleted).map(({ id }) => id);
    const facts = withItem({ reviews: inInterview(saved) }, OPEN);
    expect(reasons(facts, { newReviews, deletedReviews })).toEqual(expected);
  });

  it("counts a new item's reviews for themselves", () => {
    const newReviews = Array.from({ length: 11 }, (_, index) => aNewReview({ key: `r-${index}`, itemId: "new-1" }));
    expect(reasons(situation(), { newItems: [aNewItem()], newReviews })).toEqual([full]);
  });
});

describe("RV-2 a review's text is mandatory", () => {
  it.each(["", "  ", "\n", "\u200B", "\u0000"])("%j is refused, new or amended", (text) => {
    const missing = ["Review", { code: "text-missing" }];
    const facts = withItem({ reviews: [aReview()] });
    expect(reasons(facts, { newReviews: [aNewReview({ text })] })).toEqual([missing]);
    expect(reasons(facts, { amendedReviews: [{ reviewId: "review-1", text }] })).toEqual([missing]);
  });
});

describe("RV-3 deletions of one save", () => {
  it.each<[string, Partial<SaveSituation>, Partial<PlanChanges>, Reason[]]>([
    ["in the review's interview", OPEN, { deletedReviews: ["review-1"] }, []],
    [
      "once it has ended",
      { interviews: [anInterview("i-1", `${TODAY}T09:00:00Z`, `${TODAY}T09:30:00Z`)] },
      { deletedReviews: ["review-1"] },
      [{ code: "review-not-deletable", interviewDate: TODAY }],
    ],
    [
      "listed twice",
      OPEN,
      { deletedReviews: ["review-1", "review-1"] },
      [{ code: "written-twice" }, { code: "written-twice" }],
    ],
  ])("%s", (_, facts, written, expected) => {
    const found = reasons(withItem({ reviews: [inOpenInterview] }, facts), written);
    expect(found).toEqual(expected.map((reason) => ["Review", reason]));
  });
});
