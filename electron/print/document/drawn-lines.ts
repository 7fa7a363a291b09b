import { type ActionItemBlocks, ITEM_GAP, REVIEW_INDENT } from "./action-items.ts";
import type { LineShape, TextNode } from "./definition.ts";
import { COLOUR, lineHeight, PAGE, type Sheet } from "./page-layout.ts";

/**
 * The lines between items and beside reviews, by page, from where pdfmake put the paragraphs.
 * Drawn with the footer, when the layout is known: a table around each review would give the same at several times the cost.
 */
export function linesByPage(
  { separated, reviews }: ActionItemBlocks,
  pageTop: number,
  { size }: Sheet,
): Map<number, LineShape[]> {
  const pages = new Map<number, LineShape[]>();
  const draw = (page: number, line: LineShape) => pages.set(page, [...(pages.get(page) ?? []), line]);
  for (const paragraph of separated) {
    const first = paragraph.positions?.[0];
    if (first && first.top > pageTop + ITEM_GAP) draw(first.pageNumber, horizontal(first.top - ITEM_GAP / 2));
  }
  for (const paragraphs of reviews) {
    for (const [page, { from, to }] of spansOf(paragraphs, lineHeight(size.text))) draw(page, vertical(from, to));
  }
  return pages;
}

/** A line across the text's width. */
export function horizontal(y: number, colour: string = COLOUR.rule, weight = 0.75): LineShape {
  return {
    type: "line",
    x1: PAGE.side,
    y1: y,
    x2: PAGE.width - PAGE.side,
    y2: y,
    lineWidth: weight,
    lineColor: colour,
  };
}

function vertical(from: number, to: number): LineShape {
  const x = PAGE.side + REVIEW_INDENT / 2;
  return { type: "line", x1: x, y1: from, x2: x, y2: to, lineWidth: 1.5, lineColor: COLOUR.rule };
}

function spansOf(paragraphs: readonly TextNode[], line: number): Map<number, { from: number; to: number }> {
  const spans = new Map<number, { from: number; to: number }>();
  for (const { pageNumber, top } of paragraphs.flatMap(({ positions }) => positions ?? [])) {
    const span = spans.get(pageNumber) ?? { from: top, to: top };
    spans.set(pageNumber, {
      from: Math.min(span.from, top),
      to: Math.max(span.to, top + line),
    });
  }
  return spans;
}
