import { describe, expect, it } from "vitest";
import { findVagueWords } from "../../../shared/coach/find-vague-words.ts";
import { VAGUE_RULES } from "../../../shared/coach/vague-words.ts";

describe("Vague words", () => {
  it.each(VAGUE_RULES.flatMap(({ phrases }) => phrases))("'%s' is found in a sentence, in any case", (phrase) => {
    for (const words of [phrase, phrase.toUpperCase(), phrase.replaceAll(" ", "\n ")]) {
      expect(findVagueWords(`Then ${words}, and ask.`, "Maria")).toEqual([
        { start: 5, end: 5 + words.length, words, advice: expect.stringMatching(/^[a-z].*\.$/) },
      ]);
    }
  });

  it.each([
    "Phone the nursery and ask for the cost.",
    "The soonest bus. Sooner. A fewer. A well-considered plan.",
    "Improvements to the ring road",
    "Sam's bookings",
    "",
  ])("are not found in: %s", (text) => {
    expect(findVagueWords(text, "Maria")).toEqual([]);
  });

  it("come in their order, the longer phrase before the shorter, each with what to say instead", () => {
    expect(findVagueWords("Liaise with several colleges soon. Look into fees.", "Maria")).toEqual([
      { start: 0, end: 11, words: "Liaise with", advice: "say with whom Maria will speak, and about what." },
      { start: 12, end: 19, words: "several", advice: "say how many." },
      { start: 29, end: 33, words: "soon", advice: "give a day." },
      {
        start: 35,
        end: 44,
        words: "Look into",
        advice: "say what Maria will do, such as phone, visit, write or bring.",
      },
    ]);
  });

  it("include the gaps of an example that are not filled in yet", () => {
    expect(findVagueWords("Visit [which college] and ask.", "Maria")).toEqual([
      { start: 6, end: 21, words: "[which college]", advice: "fill this in together." },
    ]);
  });

  it("are written once each among the rules", () => {
    const phrases = VAGUE_RULES.flatMap((rule) => rule.phrases);
    expect(new Set(phrases).size).toBe(phrases.length);
  });
});
