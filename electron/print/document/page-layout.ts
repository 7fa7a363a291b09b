import type { TextNode, TextPiece } from "./definition.ts";

/** The font's name in a document definition. */
export const FONT = "Noto Sans";
/** The page and its type, in points. */
export const PAGE = { width: 595.28, height: 841.89, side: 44, headerTop: 30, bottom: 58 } as const;
/** Width of the text on a page. */
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.side;
/** Space left free on the first page for headed paper (¶117). */
export const LETTERHEAD_HEIGHT = 76;
/** Type sizes. */
export const SIZE = { title: 20, heading: 12.5, text: 11, facts: 10, small: 9 } as const;
/** Colours of labels and of lines; text itself is black. */
export const COLOUR = { label: "#434d5b", rule: "#c9cfd6", ink: "#15181c" } as const;

/** Height of a line of Noto Sans to its type size. */
const LINE_RATIO = 1.362;
/** A character's width to its type size; wider than the mean, so that estimates come out high. */
const CHARACTER_RATIO = 0.6;

/** Height of one line of a type size. */
export function lineHeight(size: number): number {
  return size * LINE_RATIO;
}

/** A high estimate of how many lines a text takes at a width, from its line feeds and its characters. */
export function estimateLines(text: string, width: number, size: number): number {
  const charactersPerLine = Math.floor(width / (size * CHARACTER_RATIO));
  let lines = 0;
  let start = 0;
  while (start <= text.length) {
    const feed = text.indexOf("\n", start);
    const end = feed < 0 ? text.length : feed;
    lines += Math.max(1, Math.ceil((end - start) / charactersPerLine));
    start = end + 1;
  }
  return lines;
}

/**
 * Running text with its look spelt out down to what pdfmake takes by default.
 * pdfmake asks for each property of each word; one that is not on the text itself it searches through every level above.
 */
export function runningText(text: string): TextPiece[] {
  return [{ text, ...RUNNING_LOOK }];
}

const RUNNING_LOOK = {
  font: FONT,
  fontSize: SIZE.text,
  bold: false,
  italics: false,
  alignment: "left",
  color: "black",
  lineHeight: 1,
  characterSpacing: 0,
  opacity: 1,
  sup: false,
  sub: false,
  noWrap: false,
  preserveLeadingSpaces: true,
  preserveTrailingSpaces: false,
} as const;

/**
 * A heading of one line that goes to the next page unless a height from its top is still free on this one.
 * The height is given to the line and taken back below it; pdfmake's own way, a block that must not break, loses text.
 */
export function headingWithRoom(heading: TextNode, room: number): TextNode {
  const own = lineHeight(heading.fontSize ?? SIZE.text);
  const extra = Math.max(0, room - own);
  const [left, top, right, bottom] = heading.margin ?? [0, 0, 0, 0];
  return { ...heading, lineHeight: (own + extra) / own, margin: [left, top, right, bottom - extra] };
}

/** Nothing to see, but moves to the next page what follows unless a height is still free on this one. */
export function room(height: number): TextNode {
  return headingWithRoom({ text: "", fontSize: 1 }, height);
}
