import { describe, expect, test } from "vitest";
import type { PlanChanges, PlanKind, Review } from "../../../shared/action-plan/action-plan.ts";
import { continueDraft } from "../../../shared/action-plan/draft.ts";
import { commandReasons, type PlanCommand } from "../../../shared/action-plan/enabling.ts";
import { isDueForPurge } from "../../../shared/action-plan/item-rules.ts";
import { contractWords, fieldInWords, LMS_WORDS, withArticle } from "../../../shared/action-plan/kind-words.ts";
import { canCloseNow, rulesOf } from "../../../shared/action-plan/plan-kind-rules.ts";
import { problemMessage, problemPlace } from "../../../shared/action-plan/problem-messages.ts";
import type { Reason } from "../../../shared/action-plan/problems.ts";
import { deletionReason } from "../../../shared/action-plan/review-rules.ts";
import { type SaveSituation, validateChanges } from "../../../shared/action-plan/validate-changes.ts";
import {
  openWorkingCopy,
  selectItem,
  showDetail,
  startNewItem,
  type WorkingCopy,
} from "../../../shared/action-plan/working-copy.ts";
import {
  aNewItem,
  aNewReview,
  anInterview,
  anItem,
  aPlan,
  aReview,
  changes,
  items,
  policy,
  reviews,
  situation,
  TODAY,
} from "./fixtures.ts";

/** A made-up scheme's words. */
const WORDS = contractWords({
  ...{ tab: "KELBRIDGE", plan: "KELBRIDGE AP", client: "Participant", pa: "Provider" },
  ...{ item: "Activity", items: "Activities" },
});
const OPEN = [anInterview("open", "2026-03-16T09:00:00Z")];
const OWN = aReview({ id: "own", dateCreated: TODAY, createdAt: `${TODAY}T08:00:00Z` });
const YESTERDAYS = { ...OWN, dateCreated: "2026-03-15" };

function reasonsOf(kind: PlanKind, written: Partial<PlanChanges>, fields: Partial<SaveSituation> = {}): Reason[] {
  const facts = situation({ kind, ...fields });
  return validateChanges(facts, changes(written)).map(({ reason }) => reason);
}

describe("AP-2 creating a plan outside an interview is explained", () => {
  test.each([
    ["lms", true],
    ["jets", false],
  ] as const)("a plan of kind %s: %s", (kind, isAsked) => {
    expect(rulesOf(kind).asksWhyCreated).toBe(isAsked);
  });
});

describe("AI-5 closing outside an interview", () => {
  const reviewed = aPlan({ items: [anItem({ reviews: [aReview()] })] });
  const closing = { amendedItems: [{ itemId: "item-1", dateClosed: TODAY }] };

  test.each([
    ["lms", false, [{ code: "closed-outside-interview" }]],
    ["lms", true, []],
    ["jets", false, []],
    ["jets", true, []],
  ] as const)("%s, interview open %s: %o", (kind, isInterviewOpen, reasons) => {
    expect(reasonsOf(kind, closing, { plan: reviewed, isInterviewOpen })).toEqual(reasons);
    expect(canCloseNow(kind, isInterviewOpen)).toBe(reasons.length === 0);
  });

  test("a draft's dates closed stay where its kind of plan can be closed at any time", () => {
    const content = {
      changes: changes(closing),
      unreadDates: [],
      place: { mode: "list", itemId: null, reviewId: null } as const,
      keysGiven: 0,
    };
    const continued = (kind: PlanKind) =>
      continueDraft({ content, planVersion: 3 }, reviewed, canCloseNow(kind, false)).closingsTakenOut;
    expect([continued("lms"), continued("jets")]).toEqual([1, 0]);
  });
});

describe("RV-3 deleting a saved review", () => {
  const onlyAuthors = { code: "review-only-authors", writtenBy: "B JOHNS" } as const;
  const stays: Reason = { code: "review-not-deletable", interviewDate: null };

  type Row = [PlanKind, string, Review, string[], typeof OPEN, Reason | undefined];
  const rows: Row[] = [
    ["jets", "its author on its day", OWN, ["own"], [], undefined],
    ["jets", "its author on its day, whichever interview is open", OWN, ["own"], OPEN, undefined],
    ["jets", "somebody else on its day", OWN, [], [], { ...onlyAuthors, writtenOn: TODAY }],
    ["jets", "somebody else in an interview", OWN, [], OPEN, { ...onlyAuthors, writtenOn: TODAY }],
    ["jets", "its author on the day after", YESTERDAYS, ["own"], [], { ...onlyAuthors, writtenOn: "2026-03-15" }],
    ["lms", "its author on its day outside an interview", OWN, ["own"], [], stays],
    ["lms", "anybody in the interview after it", OWN, [], OPEN, undefined],
  ];
  test.each(rows)("%s, %s", (kind, _, review, ownReviewIds, interviews, reason) => {
    const facts = { kind, today: TODAY, interviews, ownReviewIds };
    expect(deletionReason(review, facts)).toEqual(reason);
    const plan = aPlan({ items: [anItem({ reviews: [review] })] });
    expect(reasonsOf(kind, { deletedReviews: ["own"] }, { ...facts, plan })).toEqual(reason ? [reason] : []);
  });
});

describe("AI-7 purging closed items", () => {
  test.each([
    ["lms", true],
    ["jets", false],
  ] as const)("%s, long after closing: %s", (kind, isDue) => {
    expect(isDueForPurge({ dateClosed: "2020-01-01" }, { kind }, TODAY, policy)).toBe(isDue);
  });
});

describe("the rules that hold for both kinds", () => {
  const closed = anItem({ dateClosed: "2026-03-10", reviews: [aReview()] });
  const cases: readonly [string, Partial<PlanChanges>, Partial<SaveSituation>, Reason["code"][]][] = [
    [
      "AI-2 a target date in the past",
      { newItems: [aNewItem({ targetDate: "2026-03-15" })] },
      {},
      ["target-date-past"],
    ],
    ["AI-2 seven months ahead", { newItems: [aNewItem({ targetDate: "2026-10-16" })] }, {}, ["target-date-too-far"]],
    ["AI-4 no review", { amendedItems: [{ itemId: "item-1", dateClosed: TODAY }] }, {}, ["closed-without-review"]],
    [
      "AI-4 a day to come",
      { newItems: [aNewItem({ dateClosed: "2026-03-17" })], newReviews: [aNewReview({ itemId: "new-1" })] },
      {},
      ["closed-in-future"],
    ],
    [
      "AI-6 a closed item",
      { amendedItems: [{ itemId: "item-1", text: "x" }] },
      { plan: aPlan({ items: [closed] }) },
      ["item-closed"],
    ],
    [
      "RV-1 an eleventh review",
      { newReviews: [aNewReview()] },
      { plan: aPlan({ items: [anItem({ reviews: reviews(10) })] }) },
      ["too-many-reviews"],
    ],
    ["AP-4 item 101", { newItems: [aNewItem()] }, { plan: aPlan({ items: items(100) }) }, ["too-many-items"]],
    ["AP-7 a text alone", { texts: { aims: "x" } }, {}, ["new-item-needed"]],
    ["AP-8 a double quotation mark", { newItems: [aNewItem({ text: 'a "CV"' })] }, {}, ["text-double-quotes"]],
    ["TX a text too long", { newItems: [aNewItem({ text: "x".repeat(751) })] }, {}, ["text-too-long"]],
  ];
  test.each(cases)("%s", (_, written, fields, codes) => {
    for (const kind of ["lms", "jets"] as const) {
      const found = reasonsOf(kind, written, { isInterviewOpen: true, ...fields });
      expect([kind, ...found.map(({ code }) => code)]).toEqual([kind, ...codes]);
    }
  });
});

describe("the words of a plan under a contract", () => {
  function offOf(command: PlanCommand, copy: WorkingCopy): string | undefined {
    const facts = { kind: "jets", today: TODAY, interviews: [], ownReviewIds: [], policy } as const;
    return commandReasons({ ...facts, copy, words: WORDS, arePulledDetailsWaiting: false })[command];
  }

  test("why a command is off speaks of activities and of no interview", () => {
    const full = openWorkingCopy(aPlan({ items: items(100) }));
    const reviewed = showDetail(selectItem(openWorkingCopy(aPlan({ items: [anItem({ reviews: [OWN] })] })), "item-1"));
    const closed = showDetail(openWorkingCopy(aPlan({ items: [anItem({ dateClosed: "2026-03-10" })] })));
    expect([
      offOf("NActItm", full),
      offOf("Amnd", full),
      offOf("Amnd", closed),
      offOf("Amnd", startNewItem(full)),
      offOf("NRev", startNewItem(full)),
      offOf("DRev", reviewed),
      offOf("Detail", openWorkingCopy(aPlan({ items: [] }))),
    ]).toEqual([
      "the plan has 100 Activities, which is the most.",
      "no Activity is shown: select one and choose Detail.",
      "this activity was closed on 10/03/2026. A closed activity stays as it is.",
      "this activity has not been saved yet: type straight into it.",
      "save the activity before reviewing it.",
      "this review was written by B JOHNS on 16/03/2026: only its author can delete it, on that day.",
      "no Activity is selected.",
    ]);
  });

  test("what is wrong with a field is said in the same words", () => {
    const of = (reason: Reason) => problemMessage({ place: { of: "plan" }, field: "Action Item", reason }, WORDS);
    expect([
      of({ code: "assigned-to-missing" }),
      of({ code: "closed-without-review" }),
      of({ code: "item-closed" }),
      of({ code: "new-item-needed" }),
      of({ code: "review-only-authors", writtenBy: "F Drummond", writtenOn: TODAY }),
      problemPlace({ place: { of: "item", itemId: "a", targetDate: TODAY } }, WORDS),
      fieldInWords("Action Item", WORDS),
      fieldInWords("Target Date", WORDS),
    ]).toEqual([
      "choose Participant or Provider.",
      "record a review first; an Activity is closed once it has been reviewed.",
      "this Activity is closed and can no longer be changed; put a mistake right with a new activity.",
      "each time the plan is updated a new Activity is added, or an activity is amended or reviewed; add one, then save.",
      "this review was written by F Drummond on 16/03/2026; only its author can delete it, on that day.",
      "of the activity due 16/03/2026",
      "Activity",
      "Target Date",
    ]);
  });

  test("articles go with the word that follows, and the Labour Market System's words stay", () => {
    expect([withArticle("Activity"), withArticle("step"), fieldInWords("Action Item", LMS_WORDS)]).toEqual([
      "an Activity",
      "a step",
      "Action Item",
    ]);
  });
});
