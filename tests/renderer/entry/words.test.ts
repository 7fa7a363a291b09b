import { describe, expect, it } from "vitest";
import { sizeInWords } from "../../../renderer/entry/size-in-words.ts";
import { waitInWords } from "../../../renderer/entry/use-wait.ts";

describe("A wait", () => {
  it.each([
    { seconds: 1, words: "1 second" },
    { seconds: 59, words: "59 seconds" },
    { seconds: 60, words: "1 minute" },
    { seconds: 125, words: "2 minutes 5 seconds" },
  ])("of $seconds seconds reads $words", ({ seconds, words }) => {
    expect(waitInWords(seconds)).toBe(words);
  });
});

describe("A backup's size", () => {
  it.each([
    { bytes: 0, words: "0 bytes" },
    { bytes: 999, words: "999 bytes" },
    { bytes: 90_112, words: "90.1 KB" },
    { bytes: 341_000_000, words: "341 MB" },
    { bytes: 2_500_000_000, words: "2.5 GB" },
  ])("of $bytes bytes reads $words", ({ bytes, words }) => {
    expect(sizeInWords(bytes)).toBe(words);
  });
});
