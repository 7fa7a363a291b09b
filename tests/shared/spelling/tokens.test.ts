import fc from "fast-check";
import { expect, test } from "vitest";
import { plainWord, tokenise } from "../../../shared/spelling/tokens.ts";

const exemptIn = (text: string) =>
  tokenise(text)
    .filter(({ kind }) => kind === "exempt")
    .map((token) => token.text);
const wordsIn = (text: string) =>
  tokenise(text)
    .filter(({ kind }) => kind === "word")
    .map((token) => token.text);

test.each([
  ["a NINO", "NINO QQ100001A is right", ["QQ100001A"]],
  ["a NINO in groups", "NINO QQ 10 00 01 A is right", ["QQ 10 00 01 A"]],
  ["a NINO in small letters", "nino qq 10 00 01 a is right", ["qq 10 00 01 a"]],
  ["a date in figures", "on 12/06/2005 or 2005-06-12", ["12/06/2005", "2005-06-12"]],
  [
    "a date with its month in letters",
    "on 12 march 2012, 12-Mar-12 or 1st Sept",
    ["12 march 2012", "12-Mar-12", "1st Sept"],
  ],
  ["a month before its day", "by Apr 3rd or March 12, 2012", ["Apr 3rd", "March 12, 2012"]],
  ["a time", "at 9.30am, 10 pm, 14:00 or 1400 hrs", ["9.30am", "10 pm", "14:00", "1400 hrs"]],
  ["a time with points", "at 2 p.m. sharp", ["2 p.m."]],
  ["a number", "the 4th of 25% or 1,000.50", ["4th", "25", "1,000.50"]],
  ["a telephone number", "ring 07700 900123", ["07700", "900123"]],
  ["a form's number", "sent JCP12 and ES40JP", ["JCP12", "ES40JP"]],
  ["money", "earns £120.50pw, £1,200 pcm or £20", ["£120.50pw", "£1,200 pcm", "£20"]],
  ["a postcode", "lives in EH1 2AB or g40 1bx", ["EH1 2AB", "g40 1bx"]],
  ["an e-mail address", "write to jo.bloggs@kelbridge.example.uk.", ["jo.bloggs@kelbridge.example.uk"]],
  ["a web address", "see https://xyzzy.invalid/abc?q=1 now", ["https://xyzzy.invalid/abc?q=1"]],
  [
    "a web address without its scheme",
    "see www.xyzzy.invalid or kelbrige.gov.uk/wrk",
    ["www.xyzzy.invalid", "kelbrige.gov.uk/wrk"],
  ],
])("¶111 %s is never checked", (_, text, exempt) => {
  expect(exemptIn(text)).toEqual(exempt);
});

test("a full stop without a space after it makes no web address", () => {
  expect(wordsIn("Found work.He starts")).toEqual(["Found", "work", "He", "starts"]);
});

test("apostrophes of any shape and hyphens stay in a word; marks around it do not", () => {
  expect(wordsIn("‘Don’t’ re-apply, advisers' (O'Neill’s)–and/or")).toEqual([
    "Don’t",
    "re-apply",
    "advisers",
    "O'Neill’s",
    "and",
    "or",
  ]);
});

test("a word in a dictionary's form is composed, has straight apostrophes and nothing that cannot be seen", () => {
  expect(plainWord("don’t")).toBe("don't");
  expect(plainWord("cafe\u0301")).toBe("café");
  expect(plainWord("a\u00ADbout")).toBe("about");
});

const PIECES = [
  "the",
  "QQ10",
  "’",
  "'",
  "-",
  "\u00AD",
  "é",
  "e\u0301",
  "£",
  "1",
  ",",
  ".",
  "@",
  "www",
  "http:",
  "jan ",
  " ",
  "\n",
  "😀",
];

test("put together again, the tokens are the text, each where it says it is", () => {
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.constantFrom(...PIECES)).map((all) => all.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const tokens = tokenise(text);
      expect(tokens.map((token) => token.text).join("")).toBe(text);
      for (const token of tokens) expect(text.startsWith(token.text, token.start)).toBe(true);
    }),
  );
});

test.each(["a.", "a@", "a-", "a'", "1,", ".a1.", "jan ", "http:", "£1,", "\u00AD", "a"])(
  "fifty thousand times %j take no longer than a person waits",
  (piece) => {
    const start = performance.now();
    tokenise(piece.repeat(50_000));
    expect(performance.now() - start).toBeLessThan(2_000);
  },
);
