import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import nspell from "nspell";
import { isUnfit } from "./unfit-words.ts";

/** What is a word in UK English (¶111), and in this office. */
export interface Dictionary {
  isWord(word: string): boolean;
  /** What the dictionary's makers know to be often written for what. */
  readonly knownSlips: readonly (readonly [slip: string, meant: string])[];
  /** Every word of UK English that may be suggested. */
  suggestible(): string[];
  /** Puts the office's words, and the trade's, in the place of those given before. */
  setOwnWords(words: readonly string[]): void;
}

/** Small letters after the first, or capitals alone; any other mixture is right only as the dictionary has it. */
const USUAL_CASE = /^(?:\p{L}\P{Lu}*|\P{Ll}+)$/u;

/** Reads the dictionary of UK English; there is no other (¶111). */
export function readDictionary(): Dictionary {
  const folder = dirname(createRequire(import.meta.url).resolve("dictionary-en-gb"));
  const checker = nspell(readFileSync(join(folder, "index.aff")), readFileSync(join(folder, "index.dic")));
  let ownForms: ReadonlySet<string> = new Set();
  return {
    // nspell takes any mixture of capitals for the word in small letters; THe is a slip all the same.
    isWord: (word) =>
      ownForms.has(word) || (checker.correct(word) && (USUAL_CASE.test(word) || Object.hasOwn(checker.data, word))),
    // An underscore stands for a space, as in alot for a lot.
    knownSlips: checker.replacementTable.map(([slip, meant]) => [slip, meant.replaceAll("_", " ")]),
    suggestible: () => {
      const { NOSUGGEST: never } = checker.flags;
      return Object.entries(checker.data)
        .filter(
          ([word, flags]) =>
            /^[\p{L}']+$/u.test(word) && !word.endsWith("'s") && !(never && flags.includes(never)) && !isUnfit(word),
        )
        .map(([word]) => word);
    },
    setOwnWords(words) {
      ownForms = new Set(words.flatMap((word) => [word, capitalised(word), word.toUpperCase()]));
    },
  };
}

/** A word as it begins a sentence. */
export function capitalised(word: string): string {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return word === "" ? word : `${first.toUpperCase()}${word.slice(first.length)}`;
}
