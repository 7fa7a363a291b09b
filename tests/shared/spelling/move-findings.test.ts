import { expect, test } from "vitest";
import { checkText, namesOf } from "../../../shared/spelling/check-text.ts";
import { moveFindings } from "../../../shared/spelling/move-findings.ts";

const BEFORE = "Ask teh nursry. Then recieve it.";
const findings = checkText(BEFORE, (word) => !["teh", "nursry", "recieve"].includes(word), namesOf([]));

/** What was typed, and the words that are still known to be wrong, where they are now. */
const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ["nothing", BEFORE, ["teh", "nursry", "recieve"]],
  ["at the end", `${BEFORE} And`, ["teh", "nursry", "recieve"]],
  ["at the start", `Now: ${BEFORE}`, ["teh", "nursry", "recieve"]],
  ["between two words", "Ask teh little nursry. Then recieve it.", ["teh", "nursry", "recieve"]],
  ["in a word", "Ask teh nursery. Then recieve it.", ["teh", "recieve"]],
  ["at a word's end", "Ask teh nursrys. Then recieve it.", ["teh", "recieve"]],
  ["the first word taken out", "Ask nursry. Then recieve it.", ["nursry", "recieve"]],
  ["a sentence taken out", "Then recieve it.", ["recieve"]],
  ["everything taken out", "", []],
];

test.each(CASES)("known words move along with what is typed: %s", (_, after, words) => {
  const moved = moveFindings(findings, BEFORE, after);
  expect(moved.map(({ start, end }) => after.slice(start, end))).toEqual(words);
  for (const { sentence, sentenceStart } of moved) expect(after.startsWith(sentence, sentenceStart)).toBe(true);
});
