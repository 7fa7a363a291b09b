import { doubleMetaphone } from "double-metaphone";
import { capitalised, type Dictionary } from "./dictionary.ts";
import { editCost } from "./edit-cost.ts";
import { createLexicon, keyOf, type Lexicon } from "./lexicon.ts";
import { commonnessIn, type WordFrequencies } from "./word-frequencies.ts";

/** Finds what a person may have meant by a word that is none. */
export interface Suggester {
  /** The likeliest words, best first, in the case in which the word was written; no more than eight. */
  suggest(word: string): string[];
  /** Has the office's words, and the trade's, suggested too. */
  setOwnWords(words: readonly string[]): void;
}

/** The weights of the ranking, found on one half of a public list of misspellings; the bench reports the other half. */
const WEIGHTS = {
  sound: 0.25,
  commonness: 0.2,
  /** A name is seldom meant where a word in small letters was written. */
  nameForWord: 0.5,
  /** A slip that the dictionary's makers know of. */
  knownSlip: 0.8,
  /** Two words in the place of one. */
  split: 1.3,
  splitCommonness: 0.05,
} as const;

const MOST_SUGGESTIONS = 8;
const LONGEST_SUGGESTED = 40;
/** How many slips are looked for first; further ones, which take longer, only where that finds nothing close. */
const NEAR = { slips: 2, cost: 2.4 } as const;
const FAR = { slips: 3, cost: 3, shortest: 6 } as const;
const CLOSE = 1.2;
const SOUNDING_COST = 3.4;
/** The office uses its own words daily. */
const OWN_COMMONNESS = 3;

/** A suggestion with its rank: the lower, the likelier. */
interface Candidate {
  readonly word: string;
  readonly rank: number;
}

/** Ranks words of the dictionary and of the office by slips, sound and how common they are. */
export function createSuggester(dictionary: Dictionary, frequencies: WordFrequencies): Suggester {
  const commonnessOf = (word: string) => commonnessIn(frequencies, word);
  const english = createLexicon(dictionary.suggestible(), commonnessOf);
  let own = createLexicon([], () => OWN_COMMONNESS);

  function candidatesFor(word: string): Candidate[] {
    const key = keyOf(word);
    const isCapitalised = /^\p{Lu}/u.test(word);
    const found = [english, own].flatMap((lexicon) => alike(lexicon, key, isCapitalised));
    return [
      ...found,
      ...knownSlips(key, dictionary, commonnessOf),
      ...splits(word.toLowerCase(), dictionary.isWord, commonnessOf),
    ];
  }

  return {
    suggest(word) {
      if (word.length > LONGEST_SUGGESTED || !/[a-z]/.test(keyOf(word))) return [];
      const [base, ending] = word.length > 3 && /'s$/i.test(word) ? [word.slice(0, -2), word.slice(-2)] : [word, ""];
      const ranked = candidatesFor(base)
        .filter((candidate) => ending === "" || !candidate.word.endsWith("s"))
        .sort((a, b) => a.rank - b.rank);
      const written = ranked.map((candidate) => `${inCaseOf(base, candidate.word)}${ending}`);
      return [...new Set(written)].filter((suggestion) => suggestion !== word).slice(0, MOST_SUGGESTIONS);
    },
    setOwnWords(words) {
      own = createLexicon(words, () => OWN_COMMONNESS);
    },
  };
}

function alike(lexicon: Lexicon, key: string, isCapitalised: boolean): Candidate[] {
  const costs = new Map<number, number>();
  const weigh = (most: number) => (index: number) => {
    if (costs.has(index)) return;
    const cost = editCost(key, lexicon.keys[index] ?? "", most);
    if (cost <= most) costs.set(index, cost);
  };
  lexicon.eachNear(key, NEAR.slips, weigh(NEAR.cost));
  const isNothingClose = ![...costs.values()].some((cost) => cost <= CLOSE);
  if (isNothingClose && key.length >= FAR.shortest) lexicon.eachNear(key, FAR.slips, weigh(FAR.cost));
  lexicon.eachSounding(key, weigh(SOUNDING_COST));
  const sound = doubleMetaphone(key)[0];
  return [...costs].map(([index, cost]) => {
    const word = lexicon.words[index] ?? "";
    const common = WEIGHTS.commonness * (lexicon.commonness[index] ?? 0);
    const sounding = lexicon.soundsLike(index, sound) ? WEIGHTS.sound : 0;
    const name = !isCapitalised && /^\p{Lu}/u.test(word) ? WEIGHTS.nameForWord : 0;
    return { word, rank: cost - common - sounding + name };
  });
}

/** What the word becomes when a slip that the dictionary knows is put right. */
function knownSlips(
  key: string,
  { knownSlips: slips, isWord }: Dictionary,
  commonnessOf: (word: string) => number,
): Candidate[] {
  const found: Candidate[] = [];
  for (const [slip, meant] of slips) {
    for (let at = key.indexOf(slip); at >= 0; at = key.indexOf(slip, at + 1)) {
      const word = `${key.slice(0, at)}${meant}${key.slice(at + slip.length)}`;
      const parts = word.split(" ");
      if (!parts.every(isWord)) continue;
      const common = Math.min(...parts.map(commonnessOf));
      found.push({ word, rank: WEIGHTS.knownSlip - WEIGHTS.commonness * common });
    }
  }
  return found;
}

/** The word cut in two where both halves are words: a space was left out. */
function splits(word: string, isWord: (word: string) => boolean, commonnessOf: (word: string) => number): Candidate[] {
  const found: Candidate[] = [];
  for (let at = 1; at < word.length - 1; at += 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if ((first.length === 1 && !/[ai]/.test(first)) || !isWord(first) || !isWord(second)) continue;
    const common = commonnessOf(first) + commonnessOf(second);
    found.push({ word: `${first} ${second}`, rank: WEIGHTS.split - WEIGHTS.splitCommonness * common });
  }
  return found;
}

/** A suggestion in capitals, or with a first capital, where that is how the word was written. */
function inCaseOf(written: string, suggestion: string): string {
  if (/^\p{Lu}{2,}$/u.test(written.replaceAll("'", ""))) return suggestion.toUpperCase();
  return /^\p{Lu}/u.test(written) ? capitalised(suggestion) : suggestion;
}
