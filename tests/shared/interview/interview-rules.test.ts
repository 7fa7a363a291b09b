import { describe, expect, it } from "vitest";
import type { InterviewProgress } from "../../../shared/interview/interview.ts";
import {
  areOnlyClosures,
  countsAsSaved,
  decideEnd,
  findOpenInterview,
  isForGroup,
  isPlanCompleted,
  type SaveContent,
} from "../../../shared/interview/interview-rules.ts";

const SAVED = "2026-03-16T09:10:00Z";
const PRINTED = "2026-03-16T09:20:00Z";

function saved(fields: Partial<SaveContent>): SaveContent {
  return {
    itemsAdded: 0,
    itemsChanged: 0,
    closures: 0,
    reviewsAdded: 0,
    reviewsChanged: 0,
    reviewsDeleted: 0,
    textsChanged: 0,
    ...fields,
  };
}

describe("¶101, ¶102 the interview's gate", () => {
  it.each([
    ["enforced", null, null, "refuse"],
    ["enforced", SAVED, null, "refuse"],
    ["enforced", null, PRINTED, "refuse"],
    ["enforced", SAVED, PRINTED, "end"],
    ["advised", null, null, "warn"],
    ["advised", SAVED, null, "warn"],
    ["advised", null, PRINTED, "warn"],
    ["advised", SAVED, PRINTED, "end"],
    ["none", null, null, "end"],
    ["none", SAVED, null, "end"],
    ["none", null, PRINTED, "end"],
    ["none", SAVED, PRINTED, "end"],
  ] as const)("%s, saved %s, printed %s: %s", (asks, planSavedAt, printedAt, decision) => {
    const progress: InterviewProgress = {
      asks,
      planSavedAt,
      printedAt,
      saved: { itemsAdded: 1, itemsChanged: 0, reviewsAdded: 0 },
      onlyClosures: false,
      openItemsWithoutReview: 4,
      isFailedToParticipate: false,
    };
    expect(decideEnd(progress)).toBe(decision);
    expect(decideEnd({ ...progress, isFailedToParticipate: true })).toBe("end");
    expect(isPlanCompleted(progress)).toBe(planSavedAt !== null && printedAt !== null);
  });
});

describe("¶101 what counts as saved in an interview", () => {
  it.each([
    ["nothing", {}, false],
    ["a deletion alone", { reviewsDeleted: 1 }, false],
    ["a new item", { itemsAdded: 1 }, true],
    ["an amended item", { itemsChanged: 1 }, true],
    ["a closed item", { itemsChanged: 1, closures: 1 }, true],
    ["a review alone", { reviewsAdded: 1 }, true],
    ["an amended review", { reviewsChanged: 1 }, true],
    ["a tab's text", { textsChanged: 1 }, true],
    ["a deletion with a review", { reviewsDeleted: 1, reviewsAdded: 1 }, true],
  ])("%s: %o counts %s", (_, content, counts) => {
    expect(countsAsSaved(saved(content))).toBe(counts);
  });
});

describe("¶68 closures alone", () => {
  const closure = saved({ itemsChanged: 1, closures: 1 });
  it.each([
    ["no save", [], false],
    ["one closure", [closure], true],
    ["closures in two saves", [closure, saved({ itemsChanged: 2, closures: 2 })], true],
    ["a closure and a deletion", [closure, saved({ reviewsDeleted: 1 })], true],
    ["a closure and a new item", [saved({ itemsAdded: 1, itemsChanged: 1, closures: 1 })], false],
    ["a closure with its review", [saved({ itemsChanged: 1, closures: 1, reviewsAdded: 1 })], false],
    ["a closure and an amended review", [closure, saved({ reviewsChanged: 1 })], false],
    ["a closure and another item amended", [saved({ itemsChanged: 2, closures: 1 })], false],
    ["a closure and an amendment in another save", [closure, saved({ itemsChanged: 1 })], false],
    ["a closure and a text in another save", [closure, saved({ textsChanged: 1 })], false],
    ["no closure", [saved({ itemsAdded: 1 })], false],
    ["a deletion alone", [saved({ reviewsDeleted: 1 })], false],
  ])("%s: %o", (_, saves, isOnly) => {
    expect(areOnlyClosures(saves)).toBe(isOnly);
  });
});

describe("Interview kinds and the open interview", () => {
  it.each([
    [["LP"], "LP", true],
    [["LP"], "ESA", false],
    [["ESA", "IB"], "IB", true],
    [[], "JSA", true],
    [[], "", true],
    [["LP"], "", false],
  ])("a kind for %o is for the group %j: %s", (clientGroups, group, isFor) => {
    expect(isForGroup({ code: "wfi", name: "WFI", clientGroups, asks: "none" }, group)).toBe(isFor);
  });

  it.each([
    ["none", [], undefined],
    ["only ended ones", [{ id: "a", endedAt: SAVED }], undefined],
    [
      "an open one behind an ended one",
      [
        { id: "a", endedAt: SAVED },
        { id: "b", endedAt: null },
      ],
      { id: "b", endedAt: null },
    ],
  ])("finds the open interview among %s", (_, interviews, open) => {
    expect(findOpenInterview(interviews)).toEqual(open);
  });
});
