import { expect, test } from "vitest";
import { copyOnlyReason, momentInShort, partPlace, unsavedInWords } from "../../../renderer/action-plan/draft-words.ts";
import { LMS_WORDS } from "../../../shared/action-plan/kind-words.ts";

const KEPT_AT = "2012-04-16T09:42:00.000Z";

const states = [
  { state: { is: "none" }, words: "Unsaved changes" },
  { state: { is: "kept", at: KEPT_AT }, words: "Unsaved changes, kept 10:42" },
  {
    state: { is: "not-kept", error: { code: "store-full" } },
    words: "Unsaved changes. Draft not kept: the disk is full",
  },
  {
    state: { is: "not-kept", error: { code: "draft-elsewhere", keptAt: KEPT_AT } },
    words: "Unsaved changes. Draft not kept: another window has a draft",
  },
] as const;
test.each(states)("the status bar says: $words", ({ state, words }) => {
  expect(unsavedInWords(state)).toBe(words);
});

test("a moment of today is told by its time, one of another day with its date", () => {
  expect([momentInShort(KEPT_AT, "2012-04-16"), momentInShort(KEPT_AT, "2012-04-17")]).toEqual([
    "10:42",
    "16/04/2012 10:42",
  ]);
});

test("a part says which item it is about by its date and first words", () => {
  const item = { text: `${"a word ".repeat(8)}and the rest`, targetDate: "2012-05-01" };
  const change = { of: "item", itemId: "item-1", field: "text" } as const;
  expect(partPlace({ change, item }, LMS_WORDS)).toBe(
    "of the item due 01/05/2012: a word a word a word a word a word a word a word a word and…",
  );
});

test("what can only be copied says why", () => {
  expect([copyOnlyReason({ fate: "closed" }, LMS_WORDS), copyOnlyReason({ fate: "gone" }, LMS_WORDS)]).toEqual([
    "This item has been closed since, and a closed item stays as it is. You can copy what you wrote.",
    "This is no longer on the plan. You can copy what you wrote.",
  ]);
});
