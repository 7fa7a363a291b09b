/** Straight and curly double quotation marks, which corrupt the record at a provider (¶57, AP-8). */
const DOUBLE_QUOTES = /["\u201C\u201D\u201E\u201F\u2033\uFF02]/gu;
// Control characters (C0 but for line feed, DEL, C1) are what AP-9 drops.
// biome-ignore lint/suspicious/noControlCharactersInRegex: the rule is about control characters
const CONTROLS = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/gu;
const LONE_SURROGATES = /\p{Surrogate}/gu;
const LINE_ENDS = /\r\n?|\u2028|\u2029|\u0085/gu;
/** A grapheme cluster may have at most so many code points before it counts again (TX-3). */
const LONGEST_CLUSTER = 16;

const segmenter = new Intl.Segmenter("en-GB", { granularity: "grapheme" });

/** Tells whether a text holds a double quotation mark of any shape (AP-8). */
export function hasDoubleQuotes(text: string): boolean {
  return text.search(DOUBLE_QUOTES) >= 0;
}

/** Turns every double quotation mark into a single one (AP-8). */
export function withSingleQuotes(text: string): string {
  return text.replace(DOUBLE_QUOTES, "'");
}

/** Drops control characters, makes line ends line feeds, and composes to Unicode NFC (AP-9). */
export function tidyText(text: string): string {
  return text.replace(LINE_ENDS, "\n").replace(CONTROLS, "").replace(LONE_SURROGATES, "").normalize("NFC");
}

/** A text as it may be stored: AP-8 and AP-9 both applied. */
export function cleanText(text: string): string {
  return withSingleQuotes(tidyText(text));
}

/** Tells whether a text is nothing but white space, or characters that are dropped when it is stored (AP-9). */
export function isBlank(text: string | null | undefined): boolean {
  return !text || /^[\s\p{Cc}\p{Cs}\u200B\u2060\uFEFF]*$/u.test(text);
}

/**
 * Counts characters as a person does, in the text as it would be stored: grapheme clusters, one more for every 16 code
 * points in one (TX-3).
 */
export function countCharacters(text: string): number {
  if (/^[\n\u0020-\u007E]*$/.test(text)) return text.length;
  let count = 0;
  for (const { segment } of segmenter.segment(cleanText(text))) {
    count += Math.ceil([...segment].length / LONGEST_CLUSTER);
  }
  return count;
}

/** The first words of a text on one line, as a table shows it. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** A name folded for finding: no diacritics, no case, no punctuation, single spaces. */
export function foldName(name: string): string {
  return name
    .replace(NEVER_READ, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[łøđßæœþðıħŧŋɖɓɗɔɛəƙ]/gu, (letter) => SPECIAL_FOLDS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * Apostrophes of every shape, signs that stand for one in a transliteration, full stops, and marks that nobody sees. An
 * acute accent on its own must go before the name is decomposed, which would make a space of it.
 */
const NEVER_READ = /['‘’‛ʼʻʽʾʿˈ′＇`´.\p{Cf}]/gu;

const SPECIAL_FOLDS: Readonly<Record<string, string>> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ð: "d",
  ı: "i",
  ħ: "h",
  ŧ: "t",
  ŋ: "ng",
  ɖ: "d",
  ɓ: "b",
  ɗ: "d",
  ɔ: "o",
  ɛ: "e",
  ə: "e",
  ƙ: "k",
};
