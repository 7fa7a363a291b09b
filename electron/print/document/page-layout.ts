import type { TextNode } from "./definition.ts";

/** The main font's name in a document definition. */
export const FONT = "Noto Sans";
/** The page, in points. */
export const PAGE = { width: 595.28, height: 841.89, side: 44, headerTop: 30 } as const;
/** Width of the text on a page. */
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.side;
/** Space on the first page for headed paper, or for the office's own letterhead (¶117). */
export const LETTERHEAD_HEIGHT = 76;
/** Colours of labels and of lines; text itself is black. */
export const COLOUR = { label: "#434d5b", rule: "#c9cfd6", ink: "#15181c" } as const;

/** What plain and large print differ in. */
export interface Sheet {
  readonly isLarge: boolean;
  /** Type sizes in points. */
  readonly size: Readonly<Record<"title" | "heading" | "text" | "facts" | "small", number>>;
  /** The margin at a page's foot, which the footer stands in. */
  readonly bottom: number;
  /** Width of a label beside its value. */
  readonly labelWidth: number;
}

/** Plain print, and large print, of which no letter is smaller than 18 point. */
export const SHEETS: Readonly<Record<"plain" | "large", Sheet>> = {
  plain: {
    isLarge: false,
    size: { title: 20, heading: 12.5, text: 11, facts: 10, small: 9 },
    bottom: 58,
    labelWidth: 100,
  },
  large: {
    isLarge: true,
    size: { title: 30, heading: 22, text: 18, facts: 18, small: 18 },
    bottom: 100,
    labelWidth: 170,
  },
};

/** Height of a line of Noto Sans to its type size. */
const LINE_RATIO = 1.362;
/** How much higher a line may be that another face stands in, to a line of Noto Sans. */
const TALL_RATIO = 1.6;
/** A character's width to its type size; wider than the mean, so that estimates come out high. */
const CHARACTER_RATIO = 0.6;
/** Letters of the main font alone, which are none of them wide. */
const NARROW = /^[\n\u0020-\u024F\u1E00-\u1EFF\u2010-\u201F\u2026]*$/;

/** Height of one line of a type size. */
export function lineHeight(size: number): number {
  return size * LINE_RATIO;
}

/** A high estimate of how many lines a text takes at a width, from its line feeds and its characters. */
export function estimateLines(text: string, width: number, size: number): number {
  const wide = NARROW.test(text) ? 1 : 2;
  const charactersPerLine = Math.max(1, Math.floor(width / (size * CHARACTER_RATIO * wide)));
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

/** A high estimate of the height of a text at a width; other faces than the main one have higher lines. */
export function estimateHeight(text: string, width: number, size: number): number {
  const height = estimateLines(text, width, size) * lineHeight(size);
  return NARROW.test(text) ? height : height * TALL_RATIO;
}

/**
 * A heading of one line that goes to the next page unless a height from its top is still free on this one.
 * The height is given to the line and taken back below it; pdfmake's own way, a block that must not break, loses text.
 */
export function headingWithRoom(heading: TextNode & { readonly fontSize: number }, room: number): TextNode {
  const own = lineHeight(heading.fontSize);
  const extra = Math.max(0, room - own);
  const [left, top, right, bottom] = heading.margin ?? [0, 0, 0, 0];
  return { ...heading, lineHeight: (own + extra) / own, margin: [left, top, right, bottom - extra] };
}

/** Nothing to see, but moves to the next page what follows unless a height is still free on this one. */
export function room(height: number): TextNode {
  return headingWithRoom({ text: "", fontSize: 1 }, height);
}
