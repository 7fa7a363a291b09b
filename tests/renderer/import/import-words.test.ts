import { expect, test } from "vitest";
import { choicesWith, countsWords, fileWords, unknownColumns, whyNot } from "../../../renderer/import/import-words.ts";
import type { ImportReview } from "../../../shared/import/import-review.ts";

const REVIEW: ImportReview = {
  encoding: "Windows-1252",
  separator: ";",
  counts: { read: 1_200, added: 1_000, changed: 1, unchanged: 199 },
  columns: [
    { name: "nino", field: "nino", isChosen: false },
    { name: "Last name", field: "surname", isChosen: true },
    { name: "Shoe", field: null, isChosen: false },
  ],
  preview: [],
  problemCount: 0,
  noteCount: 1,
};

test("a file and what it would do are said in words, with numbers as people group them", () => {
  expect(fileWords(REVIEW)).toBe("Windows-1252, separated by semicolons, 1,200 clients.");
  expect(fileWords({ ...REVIEW, encoding: null, separator: null })).toBe("It could not be read.");
  expect(countsWords(REVIEW.counts, false)).toBe(
    "1,000 clients would be added, 1 would be changed, 199 are the same already.",
  );
  expect(countsWords({ read: 1, added: 1, changed: 0, unchanged: 0 }, true)).toBe(
    "1 client added, 0 changed, 0 were the same already.",
  );
});

test("a file with problems, or with nothing new, is not imported, and the reason is given", () => {
  expect(whyNot(REVIEW)).toBeUndefined();
  expect(whyNot({ ...REVIEW, problemCount: 1 })).toBe("1 problem must be put right in the file first");
  expect(whyNot({ ...REVIEW, counts: { read: 5, added: 0, changed: 0, unchanged: 5 } })).toBe(
    "Everybody in the file is here already, and the same",
  );
});

test("a column with another name may stand for any that is free, and for what it stands for now", () => {
  const columns = unknownColumns(REVIEW).map(({ column, field, options }) => ({
    column,
    field,
    hasTaken: options.includes("nino"),
    hasOwn: options.includes("surname"),
    hasFree: options.includes("title"),
  }));
  expect(columns).toEqual([
    { column: 1, field: "surname", hasTaken: false, hasOwn: true, hasFree: true },
    { column: 2, field: null, hasTaken: false, hasOwn: false, hasFree: true },
  ]);
});

test("a choice is added to the others, changed, or taken back", () => {
  expect(choicesWith(REVIEW, 2, "title")).toEqual([
    { column: 1, field: "surname" },
    { column: 2, field: "title" },
  ]);
  expect(choicesWith(REVIEW, 1, "forenames")).toEqual([{ column: 1, field: "forenames" }]);
  expect(choicesWith(REVIEW, 1, null)).toEqual([]);
});
