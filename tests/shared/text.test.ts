import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cleanText,
  countCharacters,
  foldName,
  hasDoubleQuotes,
  isBlank,
  tidyText,
  withSingleQuotes,
} from "../../shared/text.ts";

/** Any text, with more of what the rules are about than chance would bring. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom('"', "“", "”", "„", "‟", "″", "＂", "\r", "\n", "\r\n", "\u0000", "\t", "\u0085", "\u2028"),
      fc.constantFrom("e\u0301", "\u0301", "\u200D", "👩", "👩‍👧", "\uD83D", "\uDE00", "각", "\u1100\u1161", "\u0338"),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(""));

describe("AP-8 double quotes become single ones", () => {
  it.each(['"', "\u201C", "\u201D", "\u201E", "\u201F", "\u2033", "\uFF02"])("%s", (mark) => {
    expect(hasDoubleQuotes(`a${mark}b`)).toBe(true);
    expect(withSingleQuotes(`${mark}a${mark} b${mark}`)).toBe("'a' b'");
    expect(cleanText(`${mark}a${mark}`)).toBe("'a'");
  });

  it.each(["'", "‘", "’", "‚", "′", "`", "«", "»", "''"])("%s stays as it is", (mark) => {
    expect(hasDoubleQuotes(`a${mark}b`)).toBe(false);
    expect(cleanText(`a${mark}b`)).toBe(`a${mark}b`);
  });

  it("finds a mark each time it is asked", () => {
    expect([hasDoubleQuotes('ab"'), hasDoubleQuotes('ab"'), hasDoubleQuotes('"')]).toEqual([true, true, true]);
  });
});

describe("AP-9 text as it is stored", () => {
  it.each([
    ["Windows line ends", "a\r\nb", "a\nb"],
    ["old Macintosh line ends", "a\rb", "a\nb"],
    ["line separators", "a\u2028b\u2029c\u0085d", "a\nb\nc\nd"],
    ["two line ends of different kinds", "a\r\n\rb\n\nc", "a\n\nb\n\nc"],
    ["control characters", "a\u0000b\tc\u000Bd\u001Be\u007Ff\u009Fg", "abcdefg"],
    ["text not composed", "Zielin\u0301ski", "Zieli\u0144ski"],
    ["half a character", "a\uD83Db\uDE00c", "abc"],
    ["emoji and other scripts", "👨‍👩‍👧‍👦 مرحبا 你好 ಠ_ಠ", "👨‍👩‍👧‍👦 مرحبا 你好 ಠ_ಠ"],
    ["spaces at either end and doubled", "  a  b \n", "  a  b \n"],
    ["compatibility forms", "ﬁ ² Ⅳ ㎏", "ﬁ ² Ⅳ ㎏"],
    ["nothing", "", ""],
  ])("%s", (_, typed, stored) => {
    expect(tidyText(typed)).toBe(stored);
  });

  it.each([
    ["", true],
    [null, true],
    [undefined, true],
    [" \t\r\n", true],
    ["\u00A0\u2003\u3000\uFEFF\u200B\u2060", true],
    ["\u0000\u0007", true],
    ["\uD83D", true],
    [".", false],
    [" a ", false],
    ["👍", false],
  ])("%j is blank: %s", (text, blank) => {
    expect(isBlank(text)).toBe(blank);
  });

  it("is the same when cleaned twice, and leaves no double quote, control, half character or open form", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        expect(clean).not.toMatch(/["\u201C\u201D\u201E\u201F\u2033\uFF02]/u);
        expect(clean.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029]/u);
        expect(clean.normalize("NFC")).toBe(clean);
        expect(isBlank(text)).toBe(isBlank(clean));
      }),
    );
  });
});

describe("TX-3 counting characters", () => {
  it.each([
    ["", 0],
    ["abc", 3],
    ["a\nb", 3],
    ["a\r\nb", 3],
    ["a\r\n\r\nb", 4],
    ["a\rb", 3],
    ["a\tb\u0000", 2],
    ["é", 1],
    ["e\u0301", 1],
    ["👍", 1],
    ["👍🏽", 1],
    ["👨‍👩‍👧‍👦", 1],
    ["👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 2],
    ["🇬🇧🇵🇱", 2],
    ["🏴󠁧󠁢󠁳󠁣󠁴󠁿", 1],
    ["நி", 1],
    ["각", 1],
    ["\u1100\u1161\u11A8", 1],
    ["مرحبا", 5],
    [`a${"\u0316".repeat(15)}`, 1],
    [`a${"\u0316".repeat(16)}`, 2],
    [`a${"\u0316".repeat(31)}`, 2],
    [`a${"\u0316".repeat(32)}`, 3],
    ["“a”", 3],
  ])("%j counts %i", (text, count) => {
    expect(countCharacters(text)).toBe(count);
  });

  it("counts a text as it would be stored, composed first", () => {
    // 17 code points as typed, 16 once the letter and its accent are one.
    expect(countCharacters(`e${"\u0316".repeat(15)}\u0301`)).toBe(1);
  });

  it("counts the same before and after cleaning, between no and every code point", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text);
        expect(countCharacters(text)).toBe(countCharacters(clean));
        expect(countCharacters(clean)).toBeLessThanOrEqual([...clean].length);
        expect(countCharacters(clean)).toBeGreaterThanOrEqual([...clean].length / 16);
      }),
    );
  });

  it("never counts two texts together as more than apart, nor as less than either", () => {
    fc.assert(
      fc.property(anyText.map(cleanText), anyText.map(cleanText), (a, b) => {
        const together = countCharacters(a + b);
        expect(together).toBeLessThanOrEqual(countCharacters(a) + countCharacters(b));
        expect(together).toBeGreaterThanOrEqual(Math.max(countCharacters(a), countCharacters(b)) - 1);
      }),
    );
  });
});

describe("Names folded for finding", () => {
  it.each([
    ["Zieliński", "zielinski"],
    ["ZIELINSKI", "zielinski"],
    ["Zielin\u0301ski", "zielinski"],
    ["Łukasz", "lukasz"],
    ["O'Neill", "oneill"],
    ["O’Neill", "oneill"],
    ["O‘Neill", "oneill"],
    ["OʼNeill", "oneill"],
    ["Oneill", "oneill"],
    ["Siobhán", "siobhan"],
    ["Smith-Jones", "smith jones"],
    ["Smith – Jones", "smith jones"],
    ["  van  der   Berg ", "van der berg"],
    ["St. John", "st john"],
    ["Grøß", "gross"],
    ["Æsir Œuvre Þór Đặng", "aesir oeuvre thor dang"],
    ["İpek", "ipek"],
    ["Yıldız IŞIK", "yildiz isik"],
    ["Ħabeġ Əli Kɔfi Ɖogbe", "habeg eli kofi dogbe"],
    ["ʿAbbās Qurʾan OʻDell", "abbas quran odell"],
    ["O´Neill O＇Neill O‛Neill", "oneill oneill oneill"],
    ["Soft\u00ADly Zero\u200BWidth", "softly zerowidth"],
    ["李明", "李明"],
    ["", ""],
  ])("%s is found as %s", (name, folded) => {
    expect(foldName(name)).toBe(folded);
    expect(foldName(folded)).toBe(folded);
  });
});
