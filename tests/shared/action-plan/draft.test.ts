import { describe, expect, test } from "vitest";
import { continueDraft, type DraftContent, draftContentSchema, draftOf } from "../../../shared/action-plan/draft.ts";
import {
  amend,
  openWorkingCopy,
  selectItem,
  setItemDate,
  setItemText,
  setReviewText,
  setTabText,
  showDetail,
  startNewItem,
  startReview,
  type WorkingCopy,
} from "../../../shared/action-plan/working-copy.ts";
import { aNewItem, anItem, aPlan, aReview, changes, TODAY } from "./fixtures.ts";

const PLAN = aPlan({ items: [anItem({ reviews: [aReview()] }), anItem({ id: "item-2", targetDate: "2026-04-02" })] });
const PLACE = { mode: "list", itemId: null, reviewId: null } as const;

function content(fields: Partial<DraftContent>): DraftContent {
  return { changes: changes({}), unreadDates: [], place: PLACE, keysGiven: 0, ...fields };
}

/** Writes in a copy as an adviser does, one step after another. */
function written(...steps: ((copy: WorkingCopy) => WorkingCopy)[]): WorkingCopy {
  return steps.reduce((copy, step) => step(copy), openWorkingCopy(PLAN));
}

describe("what is kept of a working copy", () => {
  test("nothing, while nothing that the adviser wrote is unsaved", () => {
    expect([openWorkingCopy(PLAN), openWorkingCopy(null), written(startNewItem)].map(draftOf)).toEqual([
      null,
      null,
      null,
    ]);
  });

  test("all of it: changes, dates that could not be read, the place, the keys given, and what stood there", () => {
    const copy = written(
      showDetail,
      amend,
      (copy) => setItemText(copy, "Find out about childcare in Kelbridge"),
      (copy) => setItemDate(copy, "Target Date", "soon", TODAY),
      (copy) => setTabText(copy, "info", "Has a bus pass"),
    );
    expect(draftOf(copy)).toEqual({
      changes: changes({
        amendedItems: [{ itemId: "item-1", text: "Find out about childcare in Kelbridge", targetDate: null }],
        texts: { info: "Has a bus pass" },
      }),
      unreadDates: [{ itemId: "item-1", field: "Target Date", text: "soon" }],
      place: { mode: "amend", itemId: "item-1", reviewId: "review-1" },
      keysGiven: 0,
      before: {
        items: [
          {
            id: "item-1",
            text: "Find out about childcare nearby",
            assignedTo: "client",
            targetDate: "2026-03-30",
            dateClosed: null,
            challenge: null,
          },
        ],
        reviews: [],
        texts: { info: "" },
      },
    });
  });

  const wholes = [
    { what: "a new item", copy: written(startNewItem, (copy) => setItemText(copy, "Write a CV")) },
    { what: "a new review", copy: written(showDetail, startReview, (copy) => setReviewText(copy, "Done")) },
    { what: "an amended review", copy: written(showDetail, amend, (copy) => setReviewText(copy, "Went twice")) },
    { what: "a tab's text", copy: written((copy) => setTabText(copy, "aims", "Care work")) },
    {
      what: "a date that cannot be read",
      copy: written((copy) => setItemDate(amend(showDetail(selectItem(copy, "item-2"))), "Target Date", "soon", TODAY)),
    },
  ];
  test.each(wholes)("$what comes back just as it was, in the same place", ({ copy }) => {
    const kept = draftContentSchema.parse(JSON.parse(JSON.stringify(draftOf(copy))));
    expect(continueDraft({ content: kept, planVersion: 3 }, PLAN, true)).toEqual({
      content: kept,
      closingsTakenOut: 0,
      copy,
    });
  });
});

describe("AI-5 a draft whose interview has ended", () => {
  const newItem = { ...aNewItem(), dateClosed: "2026-03-16" };
  const rows = [
    {
      what: "a date closed beside a text",
      kept: content({ changes: changes({ amendedItems: [{ itemId: "item-1", text: "Done", dateClosed: TODAY }] }) }),
      left: content({ changes: changes({ amendedItems: [{ itemId: "item-1", text: "Done" }] }) }),
      taken: 1,
    },
    {
      what: "a date closed alone",
      kept: content({ changes: changes({ amendedItems: [{ itemId: "item-1", dateClosed: TODAY }] }) }),
      left: content({}),
      taken: 1,
    },
    {
      what: "a new item's date closed",
      kept: content({ changes: changes({ newItems: [newItem] }) }),
      left: content({ changes: changes({ newItems: [aNewItem()] }) }),
      taken: 1,
    },
    {
      what: "a date closed that cannot be read",
      kept: content({ unreadDates: [{ itemId: "item-1", field: "Date Closed", text: "todday" }] }),
      left: content({}),
      taken: 1,
    },
    {
      what: "nothing where no item was to be closed",
      kept: content({ unreadDates: [{ itemId: "item-1", field: "Target Date", text: "soon" }] }),
      left: content({ unreadDates: [{ itemId: "item-1", field: "Target Date", text: "soon" }] }),
      taken: 0,
    },
  ];
  test.each(rows)("loses $what without an interview, and keeps it in whichever is open", ({ kept, left, taken }) => {
    const without = continueDraft({ content: kept, planVersion: 3 }, PLAN, false);
    const within = continueDraft({ content: kept, planVersion: 3 }, PLAN, true);
    expect([without.content, without.closingsTakenOut]).toEqual([left, taken]);
    expect([within.content, within.closingsTakenOut]).toEqual([kept, 0]);
  });
});

describe("whether a draft still fits the plan", () => {
  const onItem = content({ changes: changes({ newReviews: [{ key: "new-1", itemId: "item-1", text: "Done" }] }) });
  const onReview = content({ changes: changes({ amendedReviews: [{ reviewId: "review-1", text: "Went twice" }] }) });
  const onNewItem = content({
    changes: changes({ newItems: [aNewItem()], newReviews: [{ key: "new-2", itemId: "new-1", text: "Done" }] }),
  });
  const withoutItem = aPlan({ items: PLAN.items.slice(1) });
  const rows = [
    { what: "the same version", draft: onItem, version: 3, plan: PLAN, fits: true },
    { what: "a newer version", draft: onItem, version: 2, plan: PLAN, fits: false },
    { what: "an older version, from a backup", draft: onItem, version: 4, plan: PLAN, fits: false },
    { what: "a plan that was made meanwhile", draft: onNewItem, version: null, plan: PLAN, fits: false },
    { what: "no plan yet, as before", draft: onNewItem, version: null, plan: null, fits: true },
    { what: "no plan any more", draft: onNewItem, version: 3, plan: null, fits: false },
    {
      what: "AI-7 the same version without the item, which was purged",
      draft: onItem,
      version: 3,
      plan: withoutItem,
      fits: false,
    },
    { what: "AI-7 the same version without the review", draft: onReview, version: 3, plan: withoutItem, fits: false },
    { what: "reviews of an item that is new itself", draft: onNewItem, version: 3, plan: withoutItem, fits: true },
  ];
  test.each(rows)("$what: $fits", ({ draft, version, plan, fits }) => {
    expect(continueDraft({ content: draft, planVersion: version }, plan, true).copy !== null).toBe(fits);
  });
});
