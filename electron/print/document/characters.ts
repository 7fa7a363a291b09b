/** Tells whether the print's font has a shape for a code point. */
export type Coverage = (codePoint: number) => boolean;

const PLAIN = /^[\n\u0020-\u007E]*$/;
const UNSEEN = /^\p{Default_Ignorable_Code_Point}$/u;
const SPACE = /^\p{Zs}$/u;
const segmenter = new Intl.Segmenter("en-GB", { granularity: "grapheme" });

/**
 * Writes a text so that no character prints as an empty box: what the font lacks becomes its code, as in [U+1F600].
 * Of a cluster that is not wholly covered the joiners and variation selectors, which have no shape, are left out.
 */
export function withPrintableCharacters(text: string, isCovered: Coverage): string {
  if (PLAIN.test(text)) return text;
  let printable = "";
  for (const { segment } of segmenter.segment(text)) printable += printableCluster(segment, isCovered);
  return printable;
}

function printableCluster(cluster: string, isCovered: Coverage): string {
  const characters = [...cluster];
  const isWhole = characters.every((character) => character === "\n" || isCovered(codeOf(character)));
  if (isWhole) return cluster;
  return characters.map((character) => printableCharacter(character, isCovered)).join("");
}

function printableCharacter(character: string, isCovered: Coverage): string {
  if (UNSEEN.test(character)) return "";
  if (character === "\n" || isCovered(codeOf(character))) return character;
  if (SPACE.test(character)) return " ";
  return `[U+${codeOf(character).toString(16).toUpperCase().padStart(4, "0")}]`;
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
