import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_CHANGES, type PlanChanges } from "../../../shared/action-plan/action-plan.ts";
import {
  carriesItemUpdate,
  effectiveChanges,
  hasChanges,
  hasClockMovedBack,
  mayCreatePlan,
  needsNewItem,
} from "../../../shared/action-plan/plan-rules.ts";
import { aNewItem, aNewReview, anItem, aPlan, aReview, changes } from "./fixtures.ts";

describe("AP-2 creating a plan", () => {
  it.each([
    [true, null, true],
    [true, { reason: "other", text: "" }, true],
    [false, null, false],
    [false, { reason: "telephone", text: "" }, true],
    [false, { reason: "not-present", text: "" }, true],
    [false, { reason: "clerical", text: "" }, true],
    [false, { reason: "other", text: "" }, false],
    [false, { reason: "other", text: " \n\u200B" }, false],
    [false, { reason: "other", text: "The desktop was down" }, true],
  ] as const)("interview open %s with reason %o is allowed: %s", (isInterviewOpen, creation, isAllowed) => {
    expect(mayCreatePlan(isInterviewOpen, creation)).toBe(isAllowed);
  });
});

const KINDS = {
  "an amended item": { amendedItems: [{ itemId: "item-1", text: "Changed" }] },
  "a closed item": { amendedItems: [{ itemId: "item-1", dateClosed: "2026-03-16" }] },
  "a new review": { newReviews: [aNewReview()] },
  "an amended review": { amendedReviews: [{ reviewId: "review-1", text: "Changed" }] },
  "a deleted review": { deletedReviews: ["review-1"] },
} satisfies Record<string, Partial<PlanChanges>>;
const text = { texts: { aims: "Wants to work outdoors" } };
const newItem = { newItems: [aNewItem()] };

describe("AP-7 when a new Action Item is needed", () => {
  it.each([
    ["nothing written: pulled-through details alone", {}, 1, true],
    ["nothing written on a plan without items", {}, 0, true],
    ["a tab's text", text, 1, true],
    ["a tab's text on a plan without items", text, 0, true],
    ["a tab's text at 99 items", text, 99, true],
    ["a tab's text at 100 items", text, 100, false],
    ["a tab's text above 100 items", text, 101, false],
    ["pulled-through details alone at 100 items", {}, 100, false],
    ["a new item", newItem, 1, false],
    ["a new item, the plan's first", newItem, 0, false],
    ["a new item and a tab's text", { ...newItem, ...text }, 1, false],
    ...Object.entries(KINDS).flatMap(([name, kind]): [string, Partial<PlanChanges>, number, boolean][] => [
      [name, kind, 1, false],
      [`${name} at 100 items`, kind, 100, false],
      [`${name} and a tab's text`, { ...kind, ...text }, 1, false],
      [`${name}, a tab's text and a new item`, { ...kind, ...text, ...newItem }, 1, false],
    ]),
  ])("%s", (_, written, savedItems, isNeeded) => {
    expect(needsNewItem(savedItems, changes(written), 100)).toBe(isNeeded);
  });

  it.each([
    ["nothing", {}, false],
    ["a tab's text", text, false],
    ["a new item", newItem, false],
    ...Object.entries(KINDS).map(([name, kind]): [string, Partial<PlanChanges>, boolean] => [name, kind, true]),
  ])("%s as an item update", (_, written, isUpdate) => {
    expect(carriesItemUpdate(changes(written))).toBe(isUpdate);
  });
});

describe("AP-10 nothing changed", () => {
  const plan = aPlan({
    items: [anItem({ reviews: [aReview()] })],
    texts: { aims: "Wants to work outdoors", employment: "", qualifications: "", info: "" },
  });
  const unchanged: [string, Partial<PlanChanges>][] = [
    ["nothing at all", {}],
    ["an item's text as it was", { amendedItems: [{ itemId: "item-1", text: "Find out about childcare nearby" }] }],
    [
      "every field of an item as it was",
      {
        amendedItems: [
          {
            itemId: "item-1",
            text: "Find out about childcare nearby",
            assignedTo: "client",
            targetDate: "2026-03-30",
            dateClosed: null,
          },
        ],
      },
    ],
    ["an item amended in no field", { amendedItems: [{ itemId: "item-1" }] }],
    ["a review's text as it was", { amendedReviews: [{ reviewId: "review-1", text: "Went to the open day" }] }],
    ["a tab's text as it was", { texts: { aims: "Wants to work outdoors" } }],
    ["a blank tab left blank", { texts: { info: "" } }],
  ];
  it.each(unchanged)("%s leaves nothing to save", (_, written) => {
    const left = effectiveChanges(plan, changes(written));
    expect(left).toEqual(NO_CHANGES);
    expect(hasChanges(left)).toBe(false);
  });

  const changed: [string, Partial<PlanChanges>][] = [
    ["a new item", newItem],
    ["an item's text", { amendedItems: [{ itemId: "item-1", text: "Changed" }] }],
    ["whom an item is assigned to", { amendedItems: [{ itemId: "item-1", assignedTo: "pa" }] }],
    ["a target date", { amendedItems: [{ itemId: "item-1", targetDate: "2026-03-31" }] }],
    ["an emptied target date", { amendedItems: [{ itemId: "item-1", targetDate: null }] }],
    ["a date closed", { amendedItems: [{ itemId: "item-1", dateClosed: "2026-03-16" }] }],
    ["an item that is not there", { amendedItems: [{ itemId: "item-9", text: "Changed" }] }],
    ["a new review", { newReviews: [aNewReview()] }],
    ["a review's text", { amendedReviews: [{ reviewId: "review-1", text: "Changed" }] }],
    ["a review that is not there", { amendedReviews: [{ reviewId: "review-9", text: "Changed" }] }],
    ["a deleted review", { deletedReviews: ["review-1"] }],
    ["a tab's text", { texts: { info: "New" } }],
    ["an emptied tab's text", { texts: { aims: "" } }],
  ];
  it.each(changed)("%s stays whole", (_, written) => {
    const left = effectiveChanges(plan, changes(written));
    expect(left).toEqual(changes(written));
    expect(hasChanges(left)).toBe(true);
  });

  it("takes out only what changes nothing", () => {
    const written = changes({
      amendedItems: [{ itemId: "item-1", assignedTo: "client" }],
      amendedReviews: [{ reviewId: "review-1", text: "Changed" }],
      texts: { aims: "Wants to work outdoors", info: "New" },
    });
    expect(effectiveChanges(plan, written)).toEqual(
      changes({ amendedReviews: [{ reviewId: "review-1", text: "Changed" }], texts: { info: "New" } }),
    );
  });

  it("drops blank texts and keeps written ones where there is no plan yet", () => {
    const written = changes({ ...newItem, texts: { aims: "", info: "New" } });
    expect(effectiveChanges(null, written)).toEqual(changes({ ...newItem, texts: { info: "New" } }));
  });

  it("gives the same when applied to its own outcome", () => {
    const someText = fc.constantFrom("", "Wants to work outdoors", "New");
    fc.assert(
      fc.property(someText, someText, someText, (aims, info, item) => {
        const written = changes({ texts: { aims, info }, amendedItems: [{ itemId: "item-1", text: item }] });
        const once = effectiveChanges(plan, written);
        expect(effectiveChanges(plan, once)).toEqual(once);
      }),
    );
  });
});

describe("DT-2 a clock that moved back", () => {
  it.each([
    [null, "2026-03-16", false],
    ["2026-03-15", "2026-03-16", false],
    ["2026-03-16", "2026-03-16", false],
    ["2026-03-17", "2026-03-16", true],
  ])("with the newest record of %s, on %s: %s", (newest, today, hasMoved) => {
    expect(hasClockMovedBack(newest, today)).toBe(hasMoved);
  });
});
