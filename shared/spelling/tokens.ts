/** A piece of text: a word that is checked, something that is never checked, or what lies between them. */
export interface Token {
  readonly kind: "word" | "exempt" | "between";
  readonly text: string;
  /** Where it begins, by code unit. */
  readonly start: number;
}

const LETTER = String.raw`[\p{L}\p{M}]`;
const LETTER_OR_DIGIT = String.raw`[\p{L}\p{M}\p{N}]`;
/** Characters that nobody sees and that part no word. */
const UNSEEN = String.raw`[\u00AD\u200B-\u200D\u2060]`;
const APOSTROPHE = String.raw`['\u2018\u2019\u02BC\uFF07]`;
const HYPHEN = String.raw`[-\u2010\u2011]`;

const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const DAY_NUMBER = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const YEAR = String.raw`(?:['\u2019]?\d{2}|\d{4})`;
const GAP = String.raw`[ \u00A0]`;
/** Where a token ends: not in the middle of a word or a number. */
const END = `(?!${LETTER_OR_DIGIT})`;
const LAST_LABEL = "(?:com|org|net|uk|gov|scot|wales|cymru|info|edu|eu|int|ac|biz|io|ie)";
const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?`;
const HOST = String.raw`(?:${LABEL}\.){1,8}`;

/**
 * What is never flagged and cannot be told from its letters alone, the longest form first. Every repetition has an
 * upper bound or a character that ends it, so that no text, however odd, takes long.
 */
const EXEMPT = [
  // Web addresses, with a scheme, with www, or by the name they end in.
  String.raw`(?:https?|ftp|mailto):\S{1,2000}`,
  String.raw`www\.\S{1,2000}`,
  String.raw`[\p{L}\p{N}._%+'-]{1,64}@${HOST}${LABEL}${END}`,
  String.raw`${HOST}${LAST_LABEL}${END}(?:[/?#]\S{0,2000})?`,
  // NINOs, in one or in groups, with its last letter or without.
  String.raw`[a-z]{2}${GAP}?\d{2}${GAP}?\d{2}${GAP}?\d{2}(?:${GAP}?[a-d])?${END}`,
  // Postcodes.
  String.raw`(?:gir${GAP}?0aa|[a-z]{1,2}\d[a-z\d]?${GAP}{1,2}\d[a-z]{2})${END}`,
  // Dates with the month in letters: 12 March 2012, 12-Mar-12, March 12th, Mar 2012.
  `${DAY_NUMBER}(?:${GAP}|[-/.])?${MONTH}(?:(?:,?${GAP}|[-/.])${YEAR})?${END}`,
  String.raw`${MONTH}\.?${GAP}${DAY_NUMBER}(?:,?${GAP}\d{4})?${END}`,
  // Times: 9.30am, 10 pm, 2 p.m., 1400 hrs.
  String.raw`\d{1,2}(?:[:.]?\d{2})?${GAP}?(?:[ap]\.m\.|[ap]m${END}|hrs?${END}|noon${END}|midnight${END})`,
  // Money: signs stand before the number, pence and thousands behind it.
  String.raw`[£$€]${GAP}?\d[\d,.]*(?:${GAP}?(?:k|m|bn|pw|pcm|pa|ph|p)${END})?`,
  // Numbers, and whatever else has a digit in it: 4th, 25%, JCP12, 07700 900123.
  String.raw`\p{L}{0,20}\p{N}(?:[.,:/]?${LETTER_OR_DIGIT}|-\p{N})*`,
];
const WORD = `${LETTER}(?:(?:${LETTER}|${UNSEEN}|${APOSTROPHE}(?=${LETTER})|${HYPHEN}(?=${LETTER_OR_DIGIT}))*${LETTER})?`;

const EXEMPT_OR_WORD = new RegExp(`(?<exempt>${EXEMPT.join("|")})|(?<word>${WORD})`, "giu");

/** Cuts a text into words, what is never checked, and what lies between; put together again they are the text. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  const push = (kind: Token["kind"], to: number) => {
    if (to > end) tokens.push({ kind, text: text.slice(end, to), start: end });
    end = Math.max(end, to);
  };
  for (const { index, 0: found, groups } of text.matchAll(EXEMPT_OR_WORD)) {
    push("between", index);
    push(groups?.word === undefined ? "exempt" : "word", index + found.length);
  }
  push("between", text.length);
  return tokens;
}

const UNSEEN_CHARACTERS = new RegExp(UNSEEN, "gu");
const APOSTROPHES = new RegExp(APOSTROPHE, "gu");

/** A word as a dictionary has it: composed, with straight apostrophes and without what nobody sees. */
export function plainWord(written: string): string {
  if (/^[A-Za-z]+$/.test(written)) return written;
  return written.normalize("NFC").replace(UNSEEN_CHARACTERS, "").replace(APOSTROPHES, "'");
}

const HYPHENS = new RegExp(HYPHEN, "u");

/** The parts of a word with hyphens, each with its place in the word. */
export function hyphenParts(written: string): readonly { readonly text: string; readonly start: number }[] {
  let start = 0;
  return written.split(HYPHENS).map((text) => {
    const part = { text, start };
    start += text.length + 1;
    return part;
  });
}
