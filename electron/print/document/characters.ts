import { FONT } from "./page-layout.ts";

/** The faces that the print has, and what each has shapes for. */
export interface Typefaces {
  /** Whether the main face has a code point in every weight: a name prints in both. */
  isInMain(codePoint: number): boolean;
  /** Whether a face that has been a candidate has a code point. */
  hasIn(face: string, codePoint: number): boolean;
  /** The other faces that may have a character, the likelier first. */
  candidates(character: string): readonly string[];
  /** How a text that stands in one face comes out. */
  shapingOf(text: string, face: string, isBold: boolean): Shaping;
}

/** How a text comes out in a face. */
export interface Shaping {
  /** Its width to the type size. */
  readonly width: number;
  /** What pdfmake must be told of it; something only where the font's own rules cannot be followed. */
  readonly safely: { readonly fontFeatures?: Readonly<Record<string, boolean>> };
}

/** A stretch of text that stands in one face. */
export interface FaceRun {
  readonly text: string;
  readonly face: string;
}

const PLAIN = /^[\n\u0020-\u007E]*$/;
const UNSEEN = /^\p{Default_Ignorable_Code_Point}$/u;
const SPACE = /^\p{Zs}$/u;
const segmenter = new Intl.Segmenter("en-GB", { granularity: "grapheme" });

/** Tells whether a text stands in the main face as it is; most do, and cost no more than a look at each character. */
export function isInMainFace(text: string, faces: Typefaces): boolean {
  if (PLAIN.test(text)) return true;
  for (const character of text) {
    if (character !== "\n" && !faces.isInMain(codeOf(character))) return false;
  }
  return true;
}

/**
 * A text as what prints of it, a run for each grapheme cluster. The main face has a cluster wherever it can, then the first
 * of the others that has all of it; what no face has becomes its code, as in [U+1F600], so that nothing prints as an empty
 * box. Joiners and variation selectors that the face has no shape for are left out.
 */
export function clusterRuns(text: string, faces: Typefaces): FaceRun[] {
  const runs: FaceRun[] = [];
  for (const { segment } of segmenter.segment(text)) runs.push(...clusterRun(segment, faces));
  return runs;
}

/** A text with every character that no face has written as its code. */
export function withPrintableCharacters(text: string, faces: Typefaces): string {
  if (isInMainFace(text, faces)) return text;
  return clusterRuns(text, faces)
    .map((run) => run.text)
    .join("");
}

/** Neighbouring runs of one face made one. */
export function joinRuns(runs: readonly FaceRun[]): FaceRun[] {
  const joined: FaceRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last?.face === run.face) joined[joined.length - 1] = { face: run.face, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}

function clusterRun(cluster: string, faces: Typefaces): FaceRun[] {
  const characters = [...cluster];
  const face = faceOf(characters, faces);
  if (face) return [{ face, text: characters.filter((character) => hasShape(character, face, faces)).join("") }];
  // Hardly any cluster is left over as a whole; its characters may still be had one by one.
  if (characters.length > 1) return characters.flatMap((character) => clusterRun(character, faces));
  return [{ face: FONT, text: standIn(cluster) }];
}

function faceOf(characters: readonly string[], faces: Typefaces): string | undefined {
  const isWhole = (face: string) =>
    characters.every((character) => UNSEEN.test(character) || hasShape(character, face, faces));
  const isUnseen = characters.every((character) => UNSEEN.test(character));
  if (isUnseen || isWhole(FONT)) return FONT;
  const [first = "", ...others] = characters;
  // A digit with a keycap begins with a character of the main face: what follows names the face that has them all.
  const candidates = [first, ...others].flatMap((character) =>
    faces.isInMain(codeOf(character)) || UNSEEN.test(character) ? [] : faces.candidates(character),
  );
  return candidates.find(isWhole);
}

function hasShape(character: string, face: string, faces: Typefaces): boolean {
  return character === "\n" || faces.hasIn(face, codeOf(character));
}

function standIn(character: string): string {
  if (SPACE.test(character)) return " ";
  return `[U+${codeOf(character).toString(16).toUpperCase().padStart(4, "0")}]`;
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
