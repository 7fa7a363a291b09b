import { describe, expect, it } from "vitest";
import { NO_CHANGES } from "../../../shared/action-plan/action-plan.ts";
import { problemsOf, shownItemOf, shownItems, shownReviews } from "../../../shared/action-plan/shown-plan.ts";
import {
  afterSave,
  amend,
  backToList,
  changesToSave,
  deleteReview,
  isUnsaved,
  keepReview,
  openWorkingCopy,
  selectItem,
  selectReview,
  setAssignedTo,
  setItemDate,
  setItemText,
  setReviewText,
  setTabText,
  showDetail,
  startNewItem,
  startReview,
  type WorkingCopy,
  withPlan,
} from "../../../shared/action-plan/working-copy.ts";
import { TODAY } from "./fixtures.ts";
import { AUTHOR, OPEN, POLICY, sampleItem, samplePlan, sampleReview } from "./sample-plan.ts";

const review = sampleReview("review-1", { interviewId: "open" });
const item = sampleItem("item-1", { reviews: [review] });
const closed = sampleItem("item-0", { targetDate: "2026-03-01", dateClosed: "2026-02-16" });
const list = openWorkingCopy(samplePlan([closed, item]));
const shown = showDetail(list);
const facts = { kind: "lms", today: TODAY, isInterviewOpen: true, ownReviewIds: [] } as const;
const situation = { ...facts, interviews: [OPEN], policy: POLICY };

function placeOf({ mode, itemId, reviewId }: WorkingCopy) {
  return { mode, itemId, reviewId };
}

describe("opening", () => {
  it("selects the first open item in list mode", () => {
    expect(placeOf(list)).toEqual({ mode: "list", itemId: "item-1", reviewId: null });
  });

  it("starts a plan that does not exist yet with a new item", () => {
    const copy = openWorkingCopy(null);
    expect([copy.mode, copy.changes.newItems]).toEqual([
      "new-item",
      [{ key: "new-1", text: "", assignedTo: null, targetDate: null, dateClosed: null }],
    ]);
  });
});

describe("writing a new item", () => {
  it("gathers its fields, parsing the date as it is typed", () => {
    const copy = setItemDate(
      setAssignedTo(setItemText(startNewItem(list), "Phone"), "pa"),
      "Target Date",
      "+14",
      TODAY,
    );
    expect(changesToSave(copy)).toEqual({
      ...NO_CHANGES,
      newItems: [{ key: "new-1", text: "Phone", assignedTo: "pa", targetDate: "2026-03-30", dateClosed: null }],
    });
  });

  it("drops one that nobody typed in when it is left by History", () => {
    const copy = backToList(startNewItem(list));
    expect([copy.changes, placeOf(copy)]).toEqual([NO_CHANGES, { mode: "list", itemId: "item-1", reviewId: null }]);
  });

  it("keeps one with text, marks it in the list at its place, and opens it again for writing", () => {
    const typed = setItemDate(setItemText(startNewItem(list), "Phone"), "Target Date", "1/4/26", TODAY);
    const copy = backToList(typed);
    expect(shownItems(copy, AUTHOR).map(({ id, isUnsaved: unsaved }) => [id, unsaved])).toEqual([
      ["item-0", false],
      ["new-1", true],
      ["item-1", false],
    ]);
    expect(showDetail(copy).mode).toBe("new-item");
  });

  it("AP-6 lists the missing fields of an untouched new item on screen, though it is not unsaved work", () => {
    const copy = startNewItem(list);
    expect(isUnsaved(copy)).toBe(false);
    expect(problemsOf(copy, situation).map(({ field, reason }) => [field, reason.code])).toEqual([
      ["Action Item", "text-missing"],
      ["Assigned To", "assigned-to-missing"],
      ["Target Date", "target-date-missing"],
    ]);
  });

  it("does not start a second one while the first is untouched, and does once it is not", () => {
    const first = startNewItem(list);
    expect(startNewItem(first)).toBe(first);
    const second = startNewItem(setItemText(first, "Phone"));
    expect(second.changes.newItems.map(({ key }) => key)).toEqual(["new-1", "new-2"]);
  });
});

describe("amending", () => {
  it("AI-8 unlocks an open item, and never a closed one", () => {
    expect([amend(shown).mode, amend(showDetail(selectItem(list, "item-0"))).mode]).toEqual(["amend", "item"]);
  });

  it("keeps only what differs from the saved item", () => {
    const changed = setAssignedTo(setItemText(amend(shown), "Write"), "pa");
    expect(changed.changes.amendedItems).toEqual([{ itemId: "item-1", text: "Write", assignedTo: "pa" }]);
    const backAgain = setAssignedTo(setItemText(changed, "Step item-1"), "client");
    expect([backAgain.changes, isUnsaved(backAgain)]).toEqual([NO_CHANGES, false]);
  });

  it("gathers over items, reviews and tabs", () => {
    const amended = backToList(setItemText(amend(shown), "Write"));
    const reviewed = setReviewText(startReview(showDetail(amended)), "Went well");
    expect(changesToSave(setTabText(reviewed, "info", "Note"))).toEqual({
      ...NO_CHANGES,
      amendedItems: [{ itemId: "item-1", text: "Write" }],
      newReviews: [{ key: "new-1", itemId: "item-1", text: "Went well" }],
      texts: { info: "Note" },
    });
  });

  it("DT-1 keeps a text that is no date and refuses it by name, in place of a missing date", () => {
    const copy = setItemDate(amend(shown), "Target Date", "31/02/2026", TODAY);
    expect(isUnsaved(copy)).toBe(true);
    expect(problemsOf(copy, situation)).toEqual([
      {
        place: { of: "item", itemId: "item-1", targetDate: "2026-05-01" },
        field: "Target Date",
        reason: { code: "not-a-date", typed: "31/02/2026" },
      },
    ]);
    expect(setItemDate(copy, "Target Date", "01/05/2026", TODAY)).toEqual({ ...amend(shown), unreadDates: [] });
  });
});

describe("reviewing", () => {
  it("shows an unsaved review on top and opens it for writing", () => {
    const copy = setReviewText(startReview(shown), "Went well");
    expect(shownReviews(copy, "item-1", AUTHOR).map(({ id, isNew }) => [id, isNew])).toEqual([
      ["new-1", true],
      ["review-1", false],
    ]);
    const other = selectReview(copy, "review-1");
    expect([other.mode, selectReview(other, "new-1").mode]).toEqual(["item", "new-review"]);
  });

  it("drops an untouched one when another review is selected, and lists it as missing while it is on screen", () => {
    const copy = startReview(shown);
    expect(selectReview(copy, "review-1").changes).toEqual(NO_CHANGES);
    expect(problemsOf(copy, situation).map(({ field, reason }) => [field, reason.code])).toEqual([
      ["Review", "text-missing"],
    ]);
  });

  it("amends a saved review's text, and forgets the amendment when it is typed back", () => {
    const copy = setReviewText(amend(shown), "Better words");
    expect(copy.changes.amendedReviews).toEqual([{ reviewId: "review-1", text: "Better words" }]);
    expect(setReviewText(copy, "Review review-1").changes).toEqual(NO_CHANGES);
  });
});

describe("deleting a review", () => {
  it("RV-3 takes effect at Save and can be taken back before it", () => {
    const copy = deleteReview(shown);
    expect([copy.changes.deletedReviews, shownReviews(copy, "item-1", AUTHOR)[0]?.isDeleted]).toEqual([
      ["review-1"],
      true,
    ]);
    expect(keepReview(copy).changes).toEqual(NO_CHANGES);
  });

  it("removes an unsaved review at once and selects the newest that is left", () => {
    const copy = deleteReview(setReviewText(startReview(shown), "Went well"));
    expect([copy.changes, placeOf(copy)]).toEqual([
      NO_CHANGES,
      { mode: "item", itemId: "item-1", reviewId: "review-1" },
    ]);
  });

  it("AI-4 takes the unsaved date closed out with the only review", () => {
    const dated = setItemDate(amend(shown), "Date Closed", "today", TODAY);
    expect(deleteReview(dated).changes).toEqual({ ...NO_CHANGES, deletedReviews: ["review-1"] });
    const withAnother = selectReview(setReviewText(startReview(dated), "Went well"), "review-1");
    expect(deleteReview(withAnother).changes.amendedItems).toEqual([{ itemId: "item-1", dateClosed: TODAY }]);
  });
});

describe("after a Save", () => {
  it("stands in list mode on the row of the item that was written, with nothing unsaved", () => {
    const typed = setItemDate(setItemText(startNewItem(list), "Phone"), "Target Date", "1/4/26", TODAY);
    const added = sampleItem("item-2", { text: "Phone", targetDate: "2026-04-01" });
    const copy = afterSave(typed, samplePlan([closed, added, item], { version: 4 }));
    expect([placeOf(copy), isUnsaved(copy)]).toEqual([{ mode: "list", itemId: "item-2", reviewId: null }, false]);
  });

  it("stays on the amended item", () => {
    const copy = afterSave(setItemText(amend(shown), "Write"), samplePlan([closed, { ...item, text: "Write" }]));
    expect(placeOf(copy)).toEqual({ mode: "list", itemId: "item-1", reviewId: null });
  });
});

describe("a plan saved elsewhere", () => {
  it("keeps the place in the window, and goes to the list when the item is gone", () => {
    expect(placeOf(withPlan(shown, samplePlan([item])))).toEqual(placeOf(shown));
    expect(placeOf(withPlan(shown, samplePlan([closed])))).toEqual({
      mode: "list",
      itemId: "item-0",
      reviewId: null,
    });
  });
});

describe("what the window shows", () => {
  it("merges an amendment into its item and marks it", () => {
    const { text, isUnsaved: unsaved, isNew } = shownItemOf(setItemText(amend(shown), "Write"), AUTHOR) ?? {};
    expect({ text, unsaved, isNew }).toEqual({ text: "Write", unsaved: true, isNew: false });
  });

  it("AP-5 puts a new item without a target date at the end of the list", () => {
    const copy = setItemText(startNewItem(list), "Phone");
    expect(shownItems(copy, AUTHOR).map(({ id }) => id)).toEqual(["item-0", "item-1", "new-1"]);
  });
});
