import bidiFactory, { type Bidi } from "bidi-js";
import { clusterRuns, type Typefaces } from "./characters.ts";
import type { TextPiece } from "./definition.ts";

/** How a text that is put in order stands on the page. */
export interface Look {
  readonly size: number;
  readonly bold: boolean;
  /** The width that its lines are broken at; without one it stays one line. */
  readonly width?: number;
  /** The side a text begins from: by its first letter that has a direction, or from the left always. */
  readonly direction: "by-letter" | "left-to-right";
}

/** A word's part, or the space between two words: it stands in one face and runs in one direction. */
interface Token {
  readonly text: string;
  readonly face: string;
  readonly level: number;
  readonly isSpace: boolean;
  readonly width: number;
}

const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\u200F\u202B\u202E\u2067\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
/** What pdfmake measures may differ from what is measured here in the last digit. */
const SLACK = 0.5;
// The package tells types of an ES module, and Node loads it as CommonJS: its default import is the function itself.
const bidi = (bidiFactory as unknown as () => Bidi)();

/** Tells whether a text has letters that run from right to left. */
export function runsRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/**
 * Breaks a text into lines and puts each line's words in the order in which they are seen from left to right. pdfmake, which
 * puts words one after another from the left, then has nothing left to break or to order; the letters of each word are
 * joined and turned by the font's own shaping.
 */
export function orderedPieces(text: string, look: Look, faces: Typefaces): TextPiece[] {
  const pieces: TextPiece[] = [];
  for (const [index, paragraph] of text.split("\n").entries()) {
    if (index > 0) pieces.push({ text: "\n" });
    pieces.push(...paragraphPieces(paragraph, look, faces));
  }
  return pieces;
}

function paragraphPieces(paragraph: string, look: Look, faces: Typefaces): TextPiece[] {
  const runs = clusterRuns(paragraph, faces);
  const text = runs.map((run) => run.text).join("");
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text, look.direction === "left-to-right" ? "ltr" : undefined);
  const base = paragraphs[0]?.level ?? 0;
  const tokens: Token[] = [];
  let place = 0;
  for (const run of runs) {
    const level = levels[place] ?? base;
    place += run.text.length;
    addCluster(tokens, { ...run, level, isSpace: /^\p{Zs}+$/u.test(run.text), width: 0 });
  }
  const measured = tokens.map((token) => ({ ...token, width: widthOf(token, look, faces) }));
  const lines = brokenLines(measured, look, faces);
  return lines.flatMap((line, index): TextPiece[] => [
    ...(index > 0 ? [{ text: "\n" }] : []),
    ...inSeenOrder(line, base).map((token) => piece(token, base % 2 === 1, look, faces)),
  ]);
}

/** What was taken apart to be broken is put together again, so that its letters join. */
function joined(line: readonly Token[]): Token[] {
  const tokens: Token[] = [];
  for (const token of line) addCluster(tokens, token);
  return tokens;
}

function addCluster(tokens: Token[], cluster: Token): void {
  const last = tokens.at(-1);
  const isSame = last?.face === cluster.face && last.level === cluster.level && last.isSpace === cluster.isSpace;
  if (isSame) tokens[tokens.length - 1] = { ...last, text: last.text + cluster.text };
  else tokens.push(cluster);
}

function widthOf({ text, face, level }: Token, { size, bold }: Look, faces: Typefaces): number {
  return faces.shapingOf(level % 2 === 1 ? mirrored(text) : text, face, bold).width * size;
}

/** Fills each line with as many words as it holds; a word wider than a line is broken between its clusters. */
function brokenLines(tokens: readonly Token[], look: Look, faces: Typefaces): Token[][] {
  const limit = (look.width ?? Number.POSITIVE_INFINITY) - SLACK;
  const lines: Token[][] = [[]];
  let filled = 0;
  const startLine = () => {
    lines.push([]);
    filled = 0;
  };
  const add = (token: Token) => {
    lines.at(-1)?.push(token);
    filled += token.width;
  };
  for (const word of wordsOf(tokens)) {
    const width = word.reduce((sum, token) => sum + token.width, 0);
    const isSpace = word[0]?.isSpace === true;
    if (!isSpace && filled > 0 && filled + width > limit) startLine();
    const parts = width > limit ? word.flatMap((token) => clusterTokens(token, look, faces)) : word;
    for (const token of parts) {
      if (!isSpace && filled > 0 && filled + token.width > limit) startLine();
      add(token);
    }
  }
  return lines.map((line) => joined(withoutSpaceAtEnd(line)));
}

function wordsOf(tokens: readonly Token[]): Token[][] {
  const words: Token[][] = [];
  for (const token of tokens) {
    const last = words.at(-1);
    if (last && last[0]?.isSpace === token.isSpace) last.push(token);
    else words.push([token]);
  }
  return words;
}

function clusterTokens(token: Token, look: Look, faces: Typefaces): Token[] {
  return clusterRuns(token.text, faces).map(({ text }) => {
    const part = { ...token, text };
    return { ...part, width: widthOf(part, look, faces) };
  });
}

function withoutSpaceAtEnd(line: readonly Token[]): Token[] {
  return line.slice(0, line.findLastIndex(({ isSpace }) => !isSpace) + 1);
}

/** The Unicode bidirectional algorithm's rule L2: from the highest level down, what runs backwards is turned round. */
function inSeenOrder(line: readonly Token[], base: number): Token[] {
  const seen = [...line];
  const levels = line.map(({ level }) => level);
  for (let level = Math.max(base, ...levels); level > 0; level--) {
    let start = 0;
    while (start < seen.length) {
      let end = start;
      while ((seen[end]?.level ?? -1) >= level) end++;
      if (end > start) seen.splice(start, end - start, ...seen.slice(start, end).reverse());
      start = end + 1;
    }
  }
  return seen;
}

function piece({ text, face, level }: Token, isFromRight: boolean, { size, bold }: Look, faces: Typefaces): TextPiece {
  const seen = level % 2 === 1 ? mirrored(text) : text;
  return {
    text: seen,
    font: face,
    ...faces.shapingOf(seen, face, bold).safely,
    fontSize: size,
    bold,
    alignment: isFromRight ? "right" : "left",
    noWrap: true,
    preserveLeadingSpaces: true,
    preserveTrailingSpaces: true,
  };
}

/** Brackets that face the other way in text from right to left. */
function mirrored(text: string): string {
  return [...text].map((character) => bidi.getMirroredCharacter(character) ?? character).join("");
}
