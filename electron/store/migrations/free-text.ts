/** Double quotation marks of every shape, which the store refuses in every free text (AP-8). */
const DOUBLE_QUOTES = ['"', "\u201C", "\u201D", "\u201E", "\u201F", "\u2033", "\uFF02"];

/** A column of free text that holds no double quotation mark. */
export function freeText(name: string): string {
  return `${name} TEXT NOT NULL ${noDoubleQuotes(name)}`;
}

/** The check that a column holds no double quotation mark. */
export function noDoubleQuotes(name: string): string {
  const checks = DOUBLE_QUOTES.map((quote) => `instr(${name}, '${quote}') = 0`);
  return `CHECK (${checks.join(" AND ")})`;
}
