import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openUnderlines, REST_MILLISECONDS } from "../../../renderer/spelling/underlines.ts";
import { checkText, namesOf } from "../../../shared/spelling/check-text.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A field, and a check that answers when it is told to. */
function opened(first: string) {
  let text = first;
  const asked: { readonly texts: readonly string[]; readonly answer: () => Promise<void> }[] = [];
  const told: string[] = [];
  const underlines = openUnderlines({
    read: () => [{ field: "Review", text }],
    check: (texts) =>
      new Promise((resolve) => {
        const found = texts.map((each) => checkText(each, (word) => !/y/.test(word), namesOf([])));
        const answer = async () => {
          resolve(found);
          await vi.advanceTimersByTimeAsync(0);
        };
        asked.push({ texts, answer });
      }),
    onFound: (_, words) => told.push(words.join()),
  });
  const type = (next: string) => {
    text = next;
    underlines.changed();
  };
  const shown = () => underlines.of("Review", text).map(({ word }) => word);
  return { underlines, asked, told, type, shown };
}

test("a text is checked once nothing was typed for a while, and what is wrong is told once", async () => {
  const { asked, told, type, shown } = opened("");
  type("A nursry");
  await vi.advanceTimersByTimeAsync(REST_MILLISECONDS - 1);
  type("A nursry yes");
  await vi.advanceTimersByTimeAsync(REST_MILLISECONDS - 1);
  expect(asked.length).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked.map(({ texts }) => texts)).toEqual([["A nursry yes"]]);
  await asked[0]?.answer();
  expect([shown(), told]).toEqual([["nursry", "yes"], ["nursry,yes"]]);
  type("Now a nursry yes");
  expect(shown()).toEqual(["nursry", "yes"]);
  await vi.advanceTimersByTimeAsync(REST_MILLISECONDS);
  await asked[1]?.answer();
  expect(told).toEqual(["nursry,yes"]);
});

test("a newer text overtakes an older one that is still being checked, and one that is known is not asked about", async () => {
  const { asked, type, shown } = opened("");
  type("By");
  await vi.advanceTimersByTimeAsync(REST_MILLISECONDS);
  type("Try");
  await vi.advanceTimersByTimeAsync(REST_MILLISECONDS);
  await asked[1]?.answer();
  expect(shown()).toEqual(["Try"]);
  await asked[0]?.answer();
  expect(shown()).toEqual(["Try"]);
  type("Go");
  await vi.advanceTimersByTimeAsync(REST_MILLISECONDS);
  await asked[2]?.answer();
  type("Try");
  await vi.advanceTimersByTimeAsync(REST_MILLISECONDS);
  expect([asked.length, shown()]).toEqual([3, ["Try"]]);
});

test("a word that is ignored is left alone, and another dictionary has everything checked anew", async () => {
  const { underlines, asked, type, shown } = opened("");
  type("By my");
  await vi.advanceTimersByTimeAsync(REST_MILLISECONDS);
  await asked[0]?.answer();
  underlines.ignore("BY");
  expect(shown()).toEqual(["my"]);
  underlines.forget();
  await vi.advanceTimersByTimeAsync(REST_MILLISECONDS);
  await asked[1]?.answer();
  expect([asked.length, shown()]).toEqual([2, ["my"]]);
});
