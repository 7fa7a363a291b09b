import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createSpelling, type Spelling, type SpellingOptions } from "../../../electron/spelling/spelling.ts";
import { temporaryFolder } from "../store/temporary-store.ts";

const UNAVAILABLE = { ok: false, error: { code: "spelling-unavailable" } };
const NOTHING_WRONG = { ok: true, value: [[]] };

function fragile(options: SpellingOptions = {}): Spelling {
  const spelling = createSpelling({ workerModule: new URL("./fragile-worker.ts", import.meta.url), ...options });
  onTestFinished(() => spelling.close());
  return spelling;
}

test("a worker that ends in the middle is replaced and asked once more, and nobody notices", async () => {
  const failures: Error[] = [];
  const spelling = fragile({ onFailure: (error) => failures.push(error) });
  const file = join(temporaryFolder(), "ended");
  const checked = await Promise.all([
    spelling.check(["before"], []),
    spelling.check([`exit-once ${file}`, "after"], []),
    spelling.suggest("word"),
  ]);
  expect(checked).toEqual([NOTHING_WRONG, { ok: true, value: [[], []] }, { ok: true, value: ["word"] }]);
  expect(failures).toEqual([]);
});

test.each(["exit", "throw"])(
  "a text that makes the worker %s twice is refused, and the next one is checked",
  async (order) => {
    const failures: Error[] = [];
    const spelling = fragile({ onFailure: (error) => failures.push(error) });
    const [refused, next] = await Promise.all([spelling.check([order], []), spelling.check(["next"], [])]);
    expect(refused).toEqual(UNAVAILABLE);
    expect(next).toEqual(NOTHING_WRONG);
    expect(failures).toHaveLength(1);
    expect(await spelling.check(["again"], [])).toEqual(NOTHING_WRONG);
  },
);

test("a worker that is stuck is given up after a while, and another goes on", async () => {
  const spelling = fragile({ patienceMilliseconds: 1_000 });
  const [refused, next] = await Promise.all([spelling.check(["stick"], []), spelling.suggest("next")]);
  expect(refused).toEqual(UNAVAILABLE);
  expect(next).toEqual({ ok: true, value: ["next"] });
});

test("a worker that cannot start is a refusal and no crash", async () => {
  const spelling = fragile({ workerModule: new URL("./nowhere-worker.ts", import.meta.url) });
  expect(await spelling.check(["text"], [])).toEqual(UNAVAILABLE);
  expect(await spelling.suggest("word")).toEqual(UNAVAILABLE);
});

test("what is asked last overtakes what a long check still has to do", async () => {
  const spelling = fragile();
  const order: string[] = [];
  const note = (name: string) => () => order.push(name);
  await Promise.all([
    spelling.check(["one", "two", "three"], []).then(note("long check")),
    spelling.suggest("first").then(note("first suggestion")),
    spelling.suggest("second").then(note("second suggestion")),
  ]);
  expect(order).toEqual(["second suggestion", "first suggestion", "long check"]);
});

test("the office's words reach a worker that runs and the one that takes its place", async () => {
  let words = ["Kelbridge"];
  const spelling = fragile({ ownWords: () => words });
  expect(await spelling.suggest("x")).toEqual({ ok: true, value: ["Kelbridge", "x"] });
  words = ["Kelbridge", "Lochfield"];
  spelling.refreshOwnWords();
  expect(await spelling.suggest("x")).toEqual({ ok: true, value: ["Kelbridge", "Lochfield", "x"] });
  await spelling.check([`exit-once ${join(temporaryFolder(), "ended")}`], []);
  expect(await spelling.suggest("x")).toEqual({ ok: true, value: ["Kelbridge", "Lochfield", "x"] });
});

test("office's words that cannot be read are a refusal, and asked again once they can", async () => {
  let isOpen = false;
  const ownWords = () => {
    if (!isOpen) throw new Error("The store is closed");
    return ["Kelbridge"];
  };
  const spelling = fragile({ ownWords });
  expect(await spelling.suggest("x")).toEqual(UNAVAILABLE);
  isOpen = true;
  expect(await spelling.suggest("x")).toEqual({ ok: true, value: ["Kelbridge", "x"] });
});

test("closed, it refuses what waits and what comes", async () => {
  const spelling = fragile();
  const asked = [spelling.check(["stick"], []), spelling.suggest("waiting")];
  await spelling.close();
  expect(await Promise.all(asked)).toEqual([UNAVAILABLE, UNAVAILABLE]);
  expect(await spelling.suggest("late")).toEqual(UNAVAILABLE);
});
