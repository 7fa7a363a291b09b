import { describe, expect, it } from "vitest";
import { formatNino, ninoProblem, tidyNino } from "../../../shared/client-record/nino.ts";

const SHAPE = "A NINO has two letters, six digits and a letter, as in QQ 12 34 56 C";
const SUFFIX = "The last letter of a NINO is A, B, C or D";
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

describe("NINO format", () => {
  it.each(LETTERS)("first letter %s", (letter) => {
    const expected = "DFIQUV".includes(letter) ? `No NINO starts with ${letter}A` : undefined;
    expect(ninoProblem(`${letter}A123456A`, "real")).toBe(expected);
  });

  it.each(LETTERS)("second letter %s", (letter) => {
    const expected = "DFIOQUV".includes(letter) ? `No NINO starts with A${letter}` : undefined;
    expect(ninoProblem(`A${letter}123456A`, "real")).toBe(expected);
  });

  it.each(["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"])("prefix %s is never issued", (prefix) => {
    expect(ninoProblem(`${prefix}123456A`, "real")).toBe(`No NINO starts with ${prefix}`);
  });

  it.each(LETTERS)("last letter %s", (letter) => {
    const expected = "ABCD".includes(letter) ? undefined : SUFFIX;
    expect(ninoProblem(`AB123456${letter}`, "real")).toBe(expected);
    expect(ninoProblem(`QQ123456${letter}`, "training")).toBe(expected);
  });

  it.each(["", "AB12345A", "AB1234567A", "A1123456A", "AB123456", "AB12345AA", "ab123456a", "AB 123456A", "ÀB123456A"])(
    "%j has not the shape of one",
    (nino) => {
      expect(ninoProblem(nino, "real")).toBe(SHAPE);
      expect(ninoProblem(nino, "training")).toBe(SHAPE);
    },
  );

  it.each([
    ["QQ123456C", "training", undefined],
    ["QQ123456C", "real", "No NINO starts with QQ"],
    ["AB123456C", "training", "The training store takes only NINOs that start with QQ"],
    ["AB123456C", "real", undefined],
    ["ZZ123456C", "training", "The training store takes only NINOs that start with QQ"],
  ] as const)("%s in a %s store: %s", (nino, rule, problem) => {
    expect(ninoProblem(nino, rule)).toBe(problem);
  });

  it.each([
    ["qq 12 34 56 c", "QQ123456C"],
    ["QQ-12-34-56-C", "QQ123456C"],
    [" qq123456c\n", "QQ123456C"],
    ["QQ\u00A012 34 56 C", "QQ123456C"],
  ])("%j is stored as %s and shown with spaces", (typed, stored) => {
    expect(tidyNino(typed)).toBe(stored);
    expect(formatNino(stored)).toBe("QQ 12 34 56 C");
  });
});
