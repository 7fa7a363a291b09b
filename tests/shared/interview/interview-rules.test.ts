import { describe, expect, it } from "vitest";
import type { Doubt } from "../../../shared/interview/doubt.ts";
import type { InterviewProgress } from "../../../shared/interview/interview.ts";
import {
  areOnlyClosures,
  countsAsSaved,
  decideEnd,
  decideEndOfUnsaved,
  findOpenInterview,
  isForGroup,
  isPlanCompleted,
  type SaveContent,
  standingFailure,
  warnsOfClosures,
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
      isFailedToParticipate: false,
    };
    expect(decideEnd(progress)).toBe(decision);
    expect(decideEnd({ ...progress, isFailedToParticipate: true })).toBe("end");
    expect(isPlanCompleted(progress)).toBe(planSavedAt !== null && printedAt !== null);
  });
});

describe("¶120 what End does with unsaved work", () => {
  it.each([
    ["no FTP", "nothing unsaved", "no draft", "nothing"],
    ["no FTP", "nothing unsaved", "a draft", "nothing"],
    ["no FTP", "something unsaved", "no draft", "ask"],
    ["no FTP", "something unsaved", "a draft", "ask"],
    ["FTP", "nothing unsaved", "no draft", "nothing"],
    ["FTP", "nothing unsaved", "a draft", "discard"],
    ["FTP", "something unsaved", "no draft", "discard"],
    ["FTP", "something unsaved", "a draft", "discard"],
  ] as const)("%s, %s in the window, %s of this interview: %s", (doubt, window, draft, decision) => {
    expect(
      decideEndOfUnsaved({
        isFailedToParticipate: doubt === "FTP",
        isWindowUnsaved: window === "something unsaved",
        hasOwnDraft: draft === "a draft",
      }),
    ).toBe(decision);
  });
});

describe("¶68, ¶120 the warning that closures were all", () => {
  const PROGRESS: InterviewProgress = {
    asks: "none",
    planSavedAt: SAVED,
    printedAt: null,
    saved: { itemsAdded: 0, itemsChanged: 1, reviewsAdded: 0 },
    onlyClosures: true,
    isFailedToParticipate: false,
  };
  it.each([
    ["closures alone", {}, true],
    ["other things too", { onlyClosures: false }, false],
    ["closures alone before a refusal", { asks: "enforced" }, false],
    ["closures alone, printed", { asks: "enforced", printedAt: PRINTED }, true],
    ["closures alone in an advised interview", { asks: "advised" }, true],
    ["closures alone after FTP", { isFailedToParticipate: true }, false],
    ["closures alone after FTP in an enforced interview", { asks: "enforced", isFailedToParticipate: true }, false],
  ] as const)("%s: %s", (_, fields, isSaid) => {
    expect(warnsOfClosures({ ...PROGRESS, ...fields })).toBe(isSaid);
  });
});

describe("¶119 the FTP doubt that stands", () => {
  const doubt = (id: string, kind: Doubt["kind"], withdrawnAt: string | null): Doubt => ({
    ...{ id, kind, withdrawnAt, interviewId: "interview", text: "", recordedAt: SAVED, recordedBy: "B Johns" },
    ...{ settledAt: null, settledBy: null, outcome: "" },
  });
  const ftp = doubt("ftp", "ftp", null);
  it.each([
    ["no doubt", [], undefined],
    ["another doubt", [doubt("other", "other", null)], undefined],
    ["a withdrawn one", [doubt("gone", "ftp", PRINTED)], undefined],
    ["one beside others", [doubt("other", "other", null), ftp], ftp],
    ["one after a withdrawn one", [doubt("gone", "ftp", PRINTED), ftp], ftp],
  ] as const)("%s", (_, doubts, standing) => {
    expect(standingFailure(doubts)).toEqual(standing);
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
