/** How dear a slip is, from 0, none, to 1, a letter put in the place of another that has nothing to do with it. */
const COSTS = {
  transposed: 0.6,
  vowel: 0.6,
  alike: 0.65,
  neighbour: 0.8,
  other: 1,
  doubled: 0.4,
  apostrophe: 0.2,
  silentEnd: 0.7,
  vowelLeftOut: 0.85,
  /** On top, for a slip in the first letter, which people seldom get wrong. */
  first: 0.5,
} as const;

const VOWELS = "aeiouy";
/** Letters that stand for sounds much alike, or are easily taken for each other. */
const ALIKE = ["cks", "sz", "cz", "gj", "fv", "mn", "td", "bp", "cq", "kq", "cx", "sx", "vw", "iy", "uw", "lr"];
const KEY_ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

const A = 97;
const LETTERS = 26;
const APOSTROPHE = 39;
const SMALL_E = 101;

/** What it costs to put one letter in the place of another, by their numbers in the alphabet. */
const SUBSTITUTION = substitutionTable();
const IS_VOWEL = new Uint8Array(128);
for (const vowel of VOWELS) IS_VOWEL[vowel.charCodeAt(0)] = 1;

function substitutionTable(): Float64Array {
  const table = new Float64Array(LETTERS * LETTERS).fill(COSTS.other);
  const set = (one: string, other: string, cost: number) => {
    const [a, b] = [one.charCodeAt(0) - A, other.charCodeAt(0) - A];
    const cheapest = Math.min(cost, table[a * LETTERS + b] ?? COSTS.other);
    table[a * LETTERS + b] = cheapest;
    table[b * LETTERS + a] = cheapest;
  };
  for (const one of VOWELS) for (const other of VOWELS) set(one, other, COSTS.vowel);
  for (const letters of ALIKE) for (const one of letters) for (const other of letters) set(one, other, COSTS.alike);
  for (const [row, keys] of KEY_ROWS.entries()) {
    for (const [place, key] of [...keys].entries()) {
      const below = KEY_ROWS[row + 1] ?? "";
      for (const near of [keys[place + 1], below[place - 1], below[place]]) {
        if (near) set(key, near, COSTS.neighbour);
      }
    }
  }
  for (let letter = 0; letter < LETTERS; letter += 1) table[letter * LETTERS + letter] = 0;
  return table;
}

function substitution(a: number, b: number): number {
  if (a === b) return 0;
  const [one, other] = [a - A, b - A];
  if (one < 0 || one >= LETTERS || other < 0 || other >= LETTERS) return COSTS.other;
  return SUBSTITUTION[one * LETTERS + other] ?? COSTS.other;
}

/** What it costs that one of two words has a letter more, at a place. */
function oddLetterAt(word: string, place: number): number {
  const letter = word.charCodeAt(place);
  const isLast = place === word.length - 1;
  if (letter === word.charCodeAt(place - 1) || letter === word.charCodeAt(place + 1)) return COSTS.doubled;
  if (letter === APOSTROPHE) return COSTS.apostrophe;
  const cost = isLast && letter === SMALL_E ? COSTS.silentEnd : IS_VOWEL[letter] ? COSTS.vowelLeftOut : COSTS.other;
  return place === 0 ? cost + COSTS.first : cost;
}

const LONGEST = 64;
/** How many letters a place in one word may be ahead of the place in the other; beyond it no sum is looked at. */
const BAND = 4;
const rows = [new Float64Array(LONGEST + 1), new Float64Array(LONGEST + 1), new Float64Array(LONGEST + 1)] as const;

/**
 * How far a typed word is from a real one: the cheapest sum of slips that makes one of the other, each weighed by how
 * easily it is made. Infinity where the sum is above the most that is asked for. Both in small letters, straight
 * apostrophes, no longer than 64.
 */
export function editCost(typed: string, word: string, most: number): number {
  if (Math.abs(typed.length - word.length) > BAND) return Number.POSITIVE_INFINITY;
  let [last, before, current] = rows as readonly [Float64Array, Float64Array, Float64Array];
  before[0] = 0;
  for (let j = 1; j <= word.length; j += 1) before[j] = (before[j - 1] as number) + oddLetterAt(word, j - 1);
  for (let i = 1; i <= typed.length; i += 1) {
    const least = fillRow({ typed, word, i }, last, before, current);
    if (least > most) return Number.POSITIVE_INFINITY;
    [last, before, current] = [before, current, last];
  }
  const cost = before[word.length] as number;
  return cost <= most ? cost : Number.POSITIVE_INFINITY;
}

/** Fills in what it costs to come from the first letters of what was typed to each beginning of the word. */
function fillRow(
  { typed, word, i }: { readonly typed: string; readonly word: string; readonly i: number },
  last: Float64Array,
  before: Float64Array,
  current: Float64Array,
): number {
  const a = typed.charCodeAt(i - 1);
  const dropped = oddLetterAt(typed, i - 1);
  const from = Math.max(1, i - BAND);
  const to = Math.min(word.length, i + BAND);
  let least = from > 1 ? Number.POSITIVE_INFINITY : (before[0] as number) + dropped;
  current[from - 1] = least;
  if (to < word.length) current[to + 1] = Number.POSITIVE_INFINITY;
  for (let j = from; j <= to; j += 1) {
    const b = word.charCodeAt(j - 1);
    let cost = (before[j - 1] as number) + (a === b ? 0 : substitution(a, b) + (i === 1 && j === 1 ? COSTS.first : 0));
    cost = Math.min(cost, (before[j] as number) + dropped, (current[j - 1] as number) + oddLetterAt(word, j - 1));
    if (i > 1 && j > 1 && a !== b && a === word.charCodeAt(j - 2) && b === typed.charCodeAt(i - 2)) {
      cost = Math.min(cost, (last[j - 2] as number) + COSTS.transposed);
    }
    current[j] = cost;
    if (cost < least) least = cost;
  }
  return least;
}
