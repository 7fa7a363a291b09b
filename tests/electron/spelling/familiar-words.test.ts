import { expect, test } from "vitest";
import { createFamiliarWords } from "../../../electron/spelling/familiar-words.ts";

function familiarWith(...words: string[]) {
  const familiar = createFamiliarWords();
  familiar.learn(words, familiar.edition);
  return familiar;
}

test("a text of familiar words, names and exempt parts is checked here", () => {
  const familiar = familiarWith("Ring", "on", "the", "bring", "forms");
  const texts = ["Ring Zieliński on 07700 900123.", "", "bring bring the forms"];
  const found = familiar.check(texts, ["Zieliński, Tomasz"]);
  expect(found?.map((findings) => findings.map(({ kind, word }) => `${kind} ${word}`))).toEqual([
    [],
    [],
    ["repeated bring"],
  ]);
});

test.each([
  ["an unfamiliar word", ["Ring the hall"]],
  ["a text too long to be looked through here", ["Ring the ".repeat(120)]],
  [
    "many texts that are too long together",
    Array<string>(20).fill("Ring the Ring the Ring the Ring the Ring the Ring the "),
  ],
])("%s takes the worker", (_, texts) => {
  expect(familiarWith("Ring", "the").check(texts, [])).toBeUndefined();
});

test("with another dictionary no word is familiar, and what was found by the one before comes too late", () => {
  const familiar = familiarWith("Ring");
  const { edition } = familiar;
  familiar.forget();
  familiar.learn(["Ring"], edition);
  expect(familiar.check(["Ring"], [])).toBeUndefined();
  familiar.learn(["Ring"], familiar.edition);
  expect(familiar.check(["Ring"], [])).toEqual([[]]);
});
