import { expect, test } from "vitest";
import {
  changedTexts,
  everyText,
  textAt,
  textLimit,
  textOnScreen,
  writeText,
} from "../../../shared/action-plan/free-texts.ts";
import {
  amend,
  deleteReview,
  openWorkingCopy,
  selectItem,
  setItemText,
  setReviewText,
  setTabText,
  showDetail,
  startNewItem,
  startReview,
} from "../../../shared/action-plan/working-copy.ts";
import { POLICY, sampleItem, samplePlan, sampleReview } from "./sample-plan.ts";

const first = sampleItem("first", { targetDate: "2026-04-01", reviews: [sampleReview("old"), sampleReview("gone")] });
const second = sampleItem("second", { targetDate: "2026-05-01" });
const closed = sampleItem("closed", {
  targetDate: "2026-03-01",
  dateClosed: "2026-02-16",
  reviews: [sampleReview("last")],
});
const saved = openWorkingCopy(samplePlan([closed, first, second]));
const reviewed = setReviewText(startReview(showDetail(selectItem(saved, "first"))), "It went well");
const amended = setItemText(amend(showDetail(selectItem(reviewed, "second"))), "Second, amended");
const written = setTabText(setItemText(startNewItem(amended), "A new one"), "employment", "Drove a van");

const listed = (texts: ReturnType<typeof everyText>) => texts.map(({ id, field, text }) => [id, field, text]);

test("AP-6 a Save checks what is new or changed: new items, then item by item with its reviews, then the tabs", () => {
  expect(listed(changedTexts(written))).toEqual([
    ["new-item new-2", "Action Item", "A new one"],
    ["new-review new-1", "Review", "It went well"],
    ["item second", "Action Item", "Second, amended"],
    ["tab employment", "EHist text", "Drove a van"],
  ]);
  expect(changedTexts(saved)).toEqual([]);
});

test("¶72 Spell goes over every free text that can be written on: no closed item, no review that is to go", () => {
  const left = deleteReview({ ...showDetail(selectItem(written, "first")), reviewId: "gone" });
  expect(listed(everyText(left))).toEqual([
    ["new-item new-2", "Action Item", "A new one"],
    ["item first", "Action Item", "Step first"],
    ["new-review new-1", "Review", "It went well"],
    ["review old", "Review", "Review old"],
    ["item second", "Action Item", "Second, amended"],
    ["tab employment", "EHist text", "Drove a van"],
  ]);
});

test("the text of a field is the one of the item, the review or the tab on screen", () => {
  expect([
    textOnScreen(written, "Action Item")?.id,
    textOnScreen(reviewed, "Review")?.id,
    textOnScreen(written, "EHist text")?.text,
    textOnScreen(saved, "Review"),
  ]).toEqual(["new-item new-2", "new-review new-1", "Drove a van", undefined]);
});

test("a text is written at its place, which is then on screen, whatever was there before", () => {
  for (const [index, { id, place }] of changedTexts(written).entries()) {
    const changed = writeText(written, place, `Other ${index}`);
    expect(textAt(changed, { id }), id).toBe(`Other ${index}`);
  }
  expect(textAt(saved, { id: "new-item new-2" })).toBeUndefined();
});

test("TX-1 and TX-2 give each place its limit", () => {
  expect(changedTexts(written).map(({ place }) => textLimit(place, POLICY))).toEqual([750, 750, 750, 750]);
  expect(textLimit({ of: "text", tab: "info" }, POLICY)).toBe(2_000);
});
