import { checkText } from "../../shared/spelling/check-text.ts";
import type { Finding } from "../../shared/spelling/spelling.ts";
import { keepNames } from "./keep-names.ts";

/** Words that the worker found right, by which most texts are checked without asking it again. */
export interface FamiliarWords {
  /** What is wrong in each text; undefined where that takes the worker: for an unfamiliar word, or much text. */
  check(texts: readonly string[], people: readonly string[]): readonly (readonly Finding[])[] | undefined;
  /** Takes in what the worker found right by the dictionary of an edition. */
  learn(words: readonly string[], edition: number): void;
  /** The dictionary is another now: a new edition begins, and no word is familiar. */
  forget(): void;
  /** The edition that what is asked now goes by. */
  readonly edition: number;
}

/** So many characters are checked well within 0.2 ms, less than the way to the worker takes. */
const MOST_CHARACTERS = 1_000;
/** More than an office uses; from then on nothing is learned. */
export const MOST_FAMILIAR = 20_000;

/** Begins without any familiar word. */
export function createFamiliarWords(): FamiliarWords {
  const words = new Set<string>();
  const namesOf = keepNames();
  let edition = 0;
  return {
    check(texts, people) {
      const characters = texts.reduce((sum, text) => sum + text.length, 0);
      if (characters > MOST_CHARACTERS || words.size === 0) return undefined;
      const names = namesOf(people);
      const found: Finding[][] = [];
      for (const text of texts) {
        const findings = checkText(text, (word) => words.has(word), names);
        if (findings.some(({ kind }) => kind === "unknown")) return undefined;
        found.push(findings);
      }
      return found;
    },
    learn(right, of) {
      if (of !== edition) return;
      for (const word of right) if (words.size < MOST_FAMILIAR) words.add(word);
    },
    forget() {
      words.clear();
      edition += 1;
    },
    get edition() {
      return edition;
    },
  };
}
