import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { KEEP_AFTER_MS, openDraftKeeper, RETRY_AFTER_MS } from "../../../renderer/action-plan/draft-keeper.ts";
import { NO_CHANGES } from "../../../shared/action-plan/action-plan.ts";
import type { DraftContent } from "../../../shared/action-plan/draft.ts";
import type { AppError } from "../../../shared/errors.ts";
import { err, ok, type Result } from "../../../shared/result.ts";

const SECOND = 1_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A keeper over a text box, and a store that answers only when it is told to. */
function open() {
  let text = "";
  const asked: string[] = [];
  const waiting: ((answer: Result<{ keptAt: string }, AppError>) => void)[] = [];
  const ask = (what: string) => {
    asked.push(what);
    return new Promise<Result<{ keptAt: string }, AppError>>((resolve) => waiting.push(resolve));
  };
  const keeper = openDraftKeeper({
    read: () => (text === "" ? null : contentOf(text)),
    keep: ({ changes }, count) => ask(`${count} ${changes.texts.info}`),
    discard: () => ask("discard"),
  });
  return {
    ...{ keeper, asked },
    type: (next: string) => {
      text = next;
      keeper.noteChange();
    },
    answer: async (answer: Result<{ keptAt: string }, AppError> = ok({ keptAt: "10:42" })) => {
      waiting.shift()?.(answer);
      await vi.advanceTimersByTimeAsync(0);
    },
    pass: (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds),
  };
}

function contentOf(info: string): DraftContent {
  return {
    changes: { ...NO_CHANGES, texts: { info } },
    unreadDates: [],
    place: { mode: "list", itemId: null, reviewId: null },
    keysGiven: 0,
  };
}

test("what is typed is sent within a second of its first letter, however long the typing goes on", async () => {
  const { type, pass, answer, asked, keeper } = open();
  for (const text of ["a", "ab", "abc", "abcd"]) {
    type(text);
    await pass(KEEP_AFTER_MS / 3);
  }
  expect(asked).toEqual(["1 abcd"]);
  expect((4 * KEEP_AFTER_MS) / 3).toBeLessThan(SECOND);
  await answer();
  expect(keeper.state).toEqual({ is: "kept", at: "10:42" });
});

test("one writing is under way at a time, and the next is of the newest state", async () => {
  const { type, pass, answer, asked } = open();
  type("a");
  await pass(KEEP_AFTER_MS);
  type("ab");
  await pass(SECOND);
  type("abc");
  expect(asked).toEqual(["1 a"]);
  await answer();
  await pass(KEEP_AFTER_MS);
  expect(asked).toEqual(["1 a", "2 abc"]);
});

test("flush sends at once what waits, after what is under way, and ends when it is kept", async () => {
  const { type, pass, answer, asked, keeper } = open();
  type("a");
  await pass(KEEP_AFTER_MS);
  type("ab");
  let isDone = false;
  void keeper.flush().then(() => {
    isDone = true;
  });
  await answer();
  expect({ asked, isDone }).toEqual({ asked: ["1 a", "2 ab"], isDone: false });
  await answer();
  expect(isDone).toBe(true);
});

test("the last words do not wait for what is under way", async () => {
  const { type, pass, asked, keeper } = open();
  type("a");
  await pass(KEEP_AFTER_MS);
  type("ab");
  keeper.lastWords();
  expect(asked).toEqual(["1 a", "2 ab"]);
});

test("the draft is discarded once nothing is unsaved, and not when there was none", async () => {
  const { type, pass, answer, asked, keeper } = open();
  type("");
  await pass(SECOND);
  expect(asked).toEqual([]);
  type("a");
  await pass(KEEP_AFTER_MS);
  await answer();
  type("");
  await pass(KEEP_AFTER_MS);
  await answer();
  expect({ asked, state: keeper.state }).toEqual({ asked: ["1 a", "discard"], state: { is: "none" } });
});

test("a draft of which nobody knows whether it was written is discarded all the same", async () => {
  const { type, pass, answer, asked } = open();
  type("a");
  await pass(KEEP_AFTER_MS);
  await answer(err({ code: "connection-lost" }));
  type("");
  await pass(RETRY_AFTER_MS);
  expect(asked).toEqual(["1 a", "discard"]);
});

test("what could not be kept is said and tried again, with what was typed since", async () => {
  const { type, pass, answer, asked, keeper } = open();
  type("a");
  await pass(KEEP_AFTER_MS);
  await answer(err({ code: "store-full" }));
  expect(keeper.state).toEqual({ is: "not-kept", error: { code: "store-full" } });
  type("ab");
  await pass(RETRY_AFTER_MS);
  await answer();
  expect({ asked, state: keeper.state }).toEqual({ asked: ["1 a", "2 ab"], state: { is: "kept", at: "10:42" } });
});

test("a closed keeper sends what waits a last time and then nothing more", async () => {
  const { type, pass, answer, asked, keeper } = open();
  type("a");
  keeper.close();
  await pass(0);
  await answer(err({ code: "signed-out" }));
  await pass(10 * RETRY_AFTER_MS);
  expect(asked).toEqual(["1 a"]);
});

test("nothing is sent while a save goes on, which begins only once what was sent before has its answer", async () => {
  const { type, pass, answer, asked, keeper } = open();
  type("a");
  await pass(KEEP_AFTER_MS);
  type("ab");
  const saving = Promise.withResolvers<string>();
  const begun: string[] = [];
  const held = keeper.holdDuring(() => {
    begun.push("save");
    return saving.promise;
  });
  await pass(0);
  expect(begun).toEqual([]);
  await answer();
  expect(begun).toEqual(["save"]);
  let isFlushed = false;
  void keeper.flush().then(() => {
    isFlushed = true;
  });
  await pass(10 * SECOND);
  expect([asked, isFlushed]).toEqual([["1 a"], false]);
  // What was saved is unsaved no more; what is left of the draft goes.
  type("");
  saving.resolve("saved");
  expect(await held).toBe("saved");
  await pass(0);
  expect(asked).toEqual(["1 a", "discard"]);
  await answer(ok({ keptAt: "" }));
  expect([isFlushed, keeper.state]).toEqual([true, { is: "none" }]);
});

test("a save that fails lets what waits be kept again", async () => {
  const { type, pass, asked, keeper } = open();
  type("a");
  await expect(keeper.holdDuring(() => Promise.reject(new Error("gone")))).rejects.toThrow("gone");
  await pass(KEEP_AFTER_MS);
  expect(asked).toEqual(["1 a"]);
});
