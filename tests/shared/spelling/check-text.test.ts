import { expect, test } from "vitest";
import { checkText, namesOf } from "../../../shared/spelling/check-text.ts";
import { tidyWord } from "../../../shared/spelling/spelling.ts";

const WORDS = new Set(
  "the client will go to work on and self employed apply advise adviser advisers long term don't had it is right for a re".split(
    " ",
  ),
);
const isWord = (word: string) => WORDS.has(word.toLowerCase());
const NAMES = namesOf(["Tomasz Zieliński", "O'Neill", "Mary-Ann Le Fèvre"]);

const flagged = (text: string) => checkText(text, isWord, NAMES).map(({ word }) => word);

test.each([
  ["a word that is known", "The client will work", []],
  ["a word that is not", "The cleint will wrok", ["cleint", "wrok"]],
  ["capitals of up to five letters", "LMS IWBC XYZZY", []],
  ["capitals of six letters", "XYZZYX", ["XYZZYX"]],
  ["several of what capitals stand for, and whose it is", "WFIs and the PA's client", []],
  ["a possessive of a word that is right", "the client's and adviser’s work", []],
  ["a possessive of a word that is wrong", "the cleint's work", ["cleint's"]],
  ["the plural's possessive", "advisers' work", []],
  ["a compound whose parts are right", "self-employed, long-term", []],
  ["a compound with a part that is wrong", "self-emplyed long-trem", ["emplyed", "trem"]],
  ["what stands only before a hyphen", "ex-client, non-work", []],
  ["that alone", "the ex", ["ex"]],
  ["a curly apostrophe", "don’t", []],
  ["a client's name, with and without its diacritics", "Tomasz Zielinski’s, ZIELIŃSKI and zieliński", []],
  ["a name with an apostrophe", "O’Neill, O'neill", []],
  ["a name with a hyphen, whole and in parts", "Mary-Ann, Mary and Fevre", []],
  ["a single letter", "a) x", []],
  ["a word of more than sixty letters", "n".repeat(61), ["n".repeat(61)]],
])("¶111 %s", (_, text, words) => {
  expect(flagged(text)).toEqual(words);
});

test("¶111 a word twice in a row is flagged, whatever its capitals, and on the next line too", () => {
  expect(checkText("The the client", isWord, NAMES)).toEqual([
    { kind: "repeated", word: "the", start: 4, end: 7, sentence: "The the client", sentenceStart: 0 },
  ]);
  expect(flagged("to\nto work")).toEqual(["to"]);
  expect(flagged("it is, is it")).toEqual([]);
  expect(flagged("is\n\nis it")).toEqual([]);
  expect(flagged("10 10")).toEqual([]);
});

test("¶111 a finding has the sentence and the word's place", () => {
  const text = "The client will go. The adviser will\nfnid work! It is right.";
  const [finding] = checkText(text, isWord, NAMES);
  expect(finding).toEqual({
    kind: "unknown",
    word: "fnid",
    start: 37,
    end: 41,
    sentence: "fnid work!",
    sentenceStart: 37,
  });
  expect(text.slice(37, 41)).toBe("fnid");
});

test.each([
  ["  Kelbridge ", "Kelbridge"],
  ["O’Donnell", "O'Donnell"],
  ["drop-in", "drop-in"],
  ["cafe\u0301", "café"],
  ["", undefined],
  ["two words", undefined],
  ["QQ100001A", undefined],
  ["\u201Cword\u201D", undefined],
  ["n".repeat(61), undefined],
  ["it's.", undefined],
])("AP-8, AP-9 %j in the dictionary is %j", (typed, word) => {
  expect(tidyWord(typed)).toBe(word);
});
