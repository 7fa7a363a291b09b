import { checkText } from "../../shared/spelling/check-text.ts";
import type { Finding } from "../../shared/spelling/spelling.ts";
import { plainWord } from "../../shared/spelling/tokens.ts";
import { readDictionary } from "./dictionary.ts";
import { MOST_FAMILIAR } from "./familiar-words.ts";
import { keepNames } from "./keep-names.ts";
import { createSuggester, type Suggester } from "./suggest.ts";
import { readWordFrequencies } from "./word-frequencies.ts";

/** Checks and suggests; what the worker runs. */
export interface Engine {
  check(text: string, people: readonly string[]): Finding[];
  /** The words that checks found right by the dictionary, each told once until the office's words are others. */
  takeLearned(): readonly string[];
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
  const namesOf = keepNames();
  const right = new Set<string>();
  let learned: string[] = [];
  let ownWords: readonly string[] = [];
  let suggester: Suggester | undefined;
  function readySuggester(): Suggester {
    if (!suggester) {
      suggester = createSuggester(dictionary, readWordFrequencies());
      suggester.setOwnWords(ownWords);
    }
    return suggester;
  }

  function isWord(word: string): boolean {
    if (right.has(word)) return true;
    const isRight = dictionary.isWord(word);
    if (isRight && right.size < MOST_FAMILIAR) {
      right.add(word);
      learned.push(word);
    }
    return isRight;
  }

  return {
    check: (text, people) => checkText(text, isWord, namesOf(people)),
    takeLearned() {
      const taken = learned;
      learned = [];
      return taken;
    },
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
      right.clear();
      learned = [];
      dictionary.setOwnWords(words);
      suggester?.setOwnWords(words);
    },
    warmUp: () => void readySuggester(),
  };
}
