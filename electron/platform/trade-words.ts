import { readFileSync } from "node:fs";

/** The trade's words and abbreviations that the product brings: a word a line, remarks begin with a number sign. */
export function readTradeWords(): string[] {
  const file = new URL("../../resources/trade-words.txt", import.meta.url);
  return readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}
