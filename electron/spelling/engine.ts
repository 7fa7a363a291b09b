import { checkText, namesOf } from "../../shared/spelling/check-text.ts";
import type { Finding } from "../../shared/spelling/spelling.ts";
import { plainWord } from "../../shared/spelling/tokens.ts";
import { readDictionary } from "./dictionary.ts";
import { createSuggester, type Suggester } from "./suggest.ts";
import { readWordFrequencies } from "./word-frequencies.ts";

/** Checks and suggests; what the worker runs. */
export interface Engine {
  check(text: string, people: readonly string[]): Finding[];
  suggest(word: string): readonly string[];
  setOwnWords(words: readonly string[]): void;
  /** Makes ready what the first suggestion would otherwise wait for. */
  warmUp(): void;
}

const MOST_KEPT = 2_000;

/** Reads the dictionary; what suggestions need beside it is read with the first of them, or by warmUp. */
export function createEngine(): Engine {
  const dictionary = readDictionary();
  const kept = new Map<string, readonly string[]>();
  let ownWords: readonly string[] = [];
  let suggester: Suggester | undefined;
  let lastNames = { of: "", names: namesOf([]) };

  function readySuggester(): Suggester {
    if (!suggester) {
      suggester = createSuggester(dictionary, readWordFrequencies());
      suggester.setOwnWords(ownWords);
    }
    return suggester;
  }

  /** The names of the check before, which is mostly about the same people. */
  function namesFor(people: readonly string[]): ReadonlySet<string> {
    const of = people.join("\n");
    if (of !== lastNames.of) lastNames = { of, names: namesOf(people) };
    return lastNames.names;
  }

  return {
    check: (text, people) => checkText(text, dictionary.isWord, namesFor(people)),
    suggest(word) {
      const plain = plainWord(word);
      const known = kept.get(plain);
      if (known) return known;
      if (kept.size >= MOST_KEPT) kept.clear();
      const suggestions = readySuggester().suggest(plain);
      kept.set(plain, suggestions);
      return suggestions;
    },
    setOwnWords(words) {
      ownWords = words;
      kept.clear();
      dictionary.setOwnWords(words);
      suggester?.setOwnWords(words);
    },
    warmUp: () => void readySuggester(),
  };
}
