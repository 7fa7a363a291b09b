import { doubleMetaphone } from "double-metaphone";

/** The words that may be suggested, laid out so that all of them can be looked over for each misspelling. */
export interface Lexicon {
  readonly words: readonly string[];
  /** Each word as it is compared. */
  readonly keys: readonly string[];
  /** How common each word is: the number of digits, so to speak, of how often it is used; 0 where that is not known. */
  readonly commonness: Float32Array;
  /** Calls back for every word that so many slips could make of the given one, and for some others. */
  eachNear(key: string, slips: number, found: (index: number) => void): void;
  /** Calls back for every word that sounds like the given one. */
  eachSounding(key: string, found: (index: number) => void): void;
  soundsLike(index: number, sound: string): boolean;
}

const LONGEST = 32;

/**
 * Lays out words. An index of all slips would need many times their room; instead each word has two masks, of the letters that
 * it has and of those it has more than once, and a look at all masks of about the right length leaves few words to compare.
 */
export function createLexicon(given: Iterable<string>, commonnessOf: (word: string) => number): Lexicon {
  const words = [...given].filter((word) => word.length <= LONGEST).sort((a, b) => a.length - b.length);
  const keys = words.map(keyOf);
  const masks = keys.map(maskOf);
  const once = Int32Array.from(masks, (mask) => mask.once);
  const twice = Int32Array.from(masks, (mask) => mask.twice);
  const startOfLength = startsByLength(keys);
  const sounds = keys.map((key) => doubleMetaphone(key)[0]);
  const bySound = indexBy(sounds);
  return {
    words,
    keys,
    commonness: Float32Array.from(words, commonnessOf),
    eachNear(key, slips, found) {
      const mask = maskOf(key);
      for (let longer = -slips; longer <= slips; longer += 1) {
        const length = key.length + longer;
        if (length < 0 || length > LONGEST) continue;
        // A letter more or less than the other word takes up one of the slips; only the rest can have changed letters.
        const mostMissing = slips - Math.max(0, longer);
        const mostExtra = slips + Math.min(0, longer);
        const to = startOfLength[length + 1] ?? words.length;
        for (let index = startOfLength[length] ?? to; index < to; index += 1) {
          const [one, two] = [once[index] as number, twice[index] as number];
          if (bits(mask.once & ~one) + bits(mask.twice & ~two) > mostMissing) continue;
          if (bits(one & ~mask.once) + bits(two & ~mask.twice) <= mostExtra) found(index);
        }
      }
    },
    eachSounding(key, found) {
      for (const sound of new Set(doubleMetaphone(key))) bySound.get(sound)?.forEach(found);
    },
    soundsLike: (index, sound) => sounds[index] === sound,
  };
}

/** A word as it is compared: small letters, without diacritics. */
export function keyOf(word: string): string {
  const small = word.toLowerCase();
  return /^[a-z']*$/.test(small) ? small : small.normalize("NFD").replace(/\p{M}/gu, "");
}

/** The first place of each length among keys in order of their length; of a length that none has, of the next. */
function startsByLength(keys: readonly string[]): Int32Array {
  const starts = new Int32Array(LONGEST + 2).fill(keys.length);
  for (let index = keys.length - 1; index >= 0; index -= 1) starts[(keys[index] as string).length] = index;
  for (let length = LONGEST; length >= 0; length -= 1) {
    starts[length] = Math.min(starts[length] as number, starts[length + 1] as number);
  }
  return starts;
}

const SMALL_A = 97;
const LETTERS = 26;

/** Letters as bits, one for each and one for all other characters. */
interface Mask {
  readonly once: number;
  readonly twice: number;
}

/** Which letters a word has, and which it has more than once. */
function maskOf(key: string): Mask {
  let once = 0;
  let twice = 0;
  for (let place = 0; place < key.length; place += 1) {
    const letter = key.charCodeAt(place) - SMALL_A;
    const bit = 1 << (letter >= 0 && letter < LETTERS ? letter : LETTERS);
    twice |= once & bit;
    once |= bit;
  }
  return { once, twice };
}

/** How many bits are set, counted in pairs, fours and bytes at once. */
function bits(mask: number): number {
  const pairs = mask - ((mask >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

function indexBy(sounds: readonly string[]): ReadonlyMap<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [index, sound] of sounds.entries()) {
    const alike = found.get(sound);
    if (alike) alike.push(index);
    else found.set(sound, [index]);
  }
  return found;
}
