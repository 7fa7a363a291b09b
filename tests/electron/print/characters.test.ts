import { describe, expect, test } from "vitest";
import {
  clusterRuns,
  isInMainFace,
  joinRuns,
  withPrintableCharacters,
} from "../../../electron/print/document/characters.ts";
import { orderedPieces } from "../../../electron/print/document/right-to-left.ts";
import { createTypefaces } from "../../../electron/print/typefaces.ts";

const loaded: string[] = [];
const faces = createTypefaces((name) => loaded.push(name));

function runsOf(text: string): string[][] {
  return joinRuns(clusterRuns(text, faces)).map(({ face, text: run }) => [face, run]);
}

describe("which face a text stands in", () => {
  test("Latin text loads the main face and no other", () => {
    for (const text of [
      "Apply for work",
      "Zażółć gęślą jaźń",
      "tŷ bach, Ŵŷn",
      "£38 – ‘agreed’ … 16½",
      "Ελληνικά, Українська",
    ]) {
      expect(isInMainFace(text, faces)).toBe(true);
      expect(withPrintableCharacters(text, faces)).toBe(text);
    }
    expect(loaded).toEqual(["Noto Sans"]);
  });

  test.each([
    ["Arabic", "سلام", [["Noto Sans Arabic", "سلام"]]],
    ["Hebrew", "שָׁלוֹם", [["Noto Sans Hebrew", "שָׁלוֹם"]]],
    ["Devanagari, which the main face has", "क्ष", [["Noto Sans", "क्ष"]]],
    ["Bengali", "বাংলা", [["Noto Sans Bengali", "বাংলা"]]],
    ["Gujarati", "ગુજરાતી", [["Noto Sans Gujarati", "ગુજરાતી"]]],
    ["Tamil", "தமிழ்", [["Noto Sans Tamil", "தமிழ்"]]],
    ["Gurmukhi", "ਪੰਜਾਬੀ", [["Noto Sans Gurmukhi", "ਪੰਜਾਬੀ"]]],
    ["Telugu", "తెలుగు", [["Noto Sans Telugu", "తెలుగు"]]],
    ["Kannada", "ಕನ್ನಡ", [["Noto Sans Kannada", "ಕನ್ನಡ"]]],
    ["Malayalam", "മലയാളം", [["Noto Sans Malayalam", "മലയാളം"]]],
    ["Sinhala", "සිංහල", [["Noto Sans Sinhala", "සිංහල"]]],
    ["Amharic", "አማርኛ", [["Noto Sans Ethiopic", "አማርኛ"]]],
    ["Armenian", "հայերեն", [["Noto Sans Armenian", "հայերեն"]]],
    ["Georgian", "ქართული", [["Noto Sans Georgian", "ქართული"]]],
    ["Thai, with its currency", "ไทย฿", [["Noto Sans Thai", "ไทย฿"]]],
    ["Lao", "ລາວ", [["Noto Sans Lao", "ລາວ"]]],
    ["Khmer", "ខ្មែរ", [["Noto Sans Khmer", "ខ្មែរ"]]],
    ["Burmese", "မြန်မာ", [["Noto Sans Myanmar", "မြန်မာ"]]],
    ["Korean", "한국어", [["Nanum Gothic", "한국어"]]],
    ["boxes to tick", "☐✗", [["Noto Sans Symbols 2", "☐✗"]]],
    ["Roman numerals", "Ⅳ", [["Noto Sans Symbols", "Ⅳ"]]],
    ["letters of mathematics", "𝐀", [["Noto Sans Math", "𝐀"]]],
    [
      "Chinese among Latin",
      "a 中文 b",
      [
        ["Noto Sans", "a "],
        ["Noto Sans SC", "中文"],
        ["Noto Sans", " b"],
      ],
    ],
    ["Japanese", "カタカナ、です", [["Noto Sans SC", "カタカナ、です"]]],
    ["an emoji", "😀", [["Noto Emoji", "😀"]]],
    ["emoji joined into one", "👩🏽‍💻", [["Noto Emoji", "👩🏽‍💻"]]],
    ["a digit with a keycap", "1️⃣", [["Noto Emoji", "1️⃣"]]],
    ["a letter with a mark above", "x̂", [["Noto Sans", "x̂"]]],
    ["a joiner by itself", "a\u200Db", [["Noto Sans", "a\u200Db"]]],
  ])("%s: each cluster whole in one face", (_, text, runs) => {
    expect(runsOf(text)).toEqual(runs);
  });

  test.each([
    ["Tibetan", "ལས", "[U+0F63][U+0F66]"],
    ["Dhivehi", "ދި", "[U+078B][U+07A8]"],
    ["an ideographic space, which the faces have", "a\u3000b", "a\u3000b"],
    ["a character of no assigned meaning", "\u{E0FFF}x\u0378", "x[U+0378]"],
  ])("%s: what no face has prints as its code", (_, text, printed) => {
    const said = withPrintableCharacters(text, faces).replace("\u{E0FFF}", "");
    expect(said).toBe(printed);
  });
});

describe("text from right to left", () => {
  const look = { size: 11, bold: false, direction: "by-letter" } as const;

  function seen(text: string, width = Number.POSITIVE_INFINITY): string[] {
    const lines = [""];
    for (const { text: piece } of orderedPieces(text, { ...look, width }, faces)) {
      if (piece === "\n") lines.push("");
      else lines[lines.length - 1] += piece === " " ? piece : `<${piece}>`;
    }
    return lines;
  }

  test("words stand in reverse, numbers and Latin words keep their own direction, brackets turn", () => {
    expect(seen("אב (גד) 16 abc def הו")).toEqual(["<הו> <abc> <def> <16> <(><גד><)> <אב>"]);
  });

  test("Latin text with a word from right to left begins at the left", () => {
    expect(seen("See אב גד now")).toEqual(["<See> <גד> <אב> <now>"]);
  });

  test("each line feed begins a paragraph with a direction and a side of its own", () => {
    const pieces = orderedPieces("אב\nabc", look, faces);
    expect(pieces.map(({ text, alignment }) => [text, alignment])).toEqual([
      ["אב", "right"],
      ["\n", undefined],
      ["abc", "left"],
    ]);
  });

  test("lines are broken first and put in order after: the first words stay on the first line", () => {
    const words = Array.from({ length: 40 }, (_, index) =>
      "אבגדהוזחטיכלמנסעפצקרשת".slice(index % 20, (index % 20) + 2),
    );
    const lines = seen(words.join(" "), 200);
    expect(lines.length).toBeGreaterThan(2);
    const read = lines.flatMap((line) => line.match(/[^<> ]+/g)?.reverse() ?? []);
    expect(read).toEqual(words);
  });

  test("a word wider than the line is broken and loses nothing", () => {
    const word = "אבגדהוזחטי".repeat(20);
    const lines = seen(word, 200);
    expect(lines.join("").replace(/[<>]/g, "").length).toBe(word.length);
    expect(lines.length).toBeGreaterThan(3);
    // The letters of a line stand together, so that those of a script that joins them do.
    expect(lines.map((line) => line.split("><").length)).toEqual(lines.map(() => 1));
  });

  test("an empty text and a text of spaces are empty lines", () => {
    expect(seen("\n  \n")).toEqual(["", "", ""]);
  });

  test("Arabic letters join: a word is narrower than its letters by themselves", () => {
    faces.candidates("س");
    const widthOf = (text: string) => faces.shapingOf(text, "Noto Sans Arabic", false).width;
    expect(widthOf("سمين")).toBeLessThan(0.9 * [..."سمين"].reduce((sum, letter) => sum + widthOf(letter), 0));
  });

  test("marks that a face gives no place on a letter do not keep the text from being laid out", () => {
    const [word = "", face = ""] = ["\u0628\u0615", "Noto Sans Arabic"];
    faces.candidates(word);
    const { width, safely } = faces.shapingOf(word, face, false);
    expect([width > 0, Object.keys(safely.fontFeatures ?? {})]).toEqual([true, ["mark", "mkmk", "abvm", "blwm"]]);
    expect(faces.shapingOf(word, face, false).width).toBe(width);
  });
});
