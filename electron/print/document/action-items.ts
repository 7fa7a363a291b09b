import type { KindWords } from "../../../shared/action-plan/kind-words.ts";
import type { Field } from "./customer-fields.ts";
import type { Block, TextNode, TextPiece } from "./definition.ts";
import { estimateHeight, estimateLines, headingWithRoom, lineHeight, room, TEXT_WIDTH } from "./page-layout.ts";
import type { ContentItem, ContentReview } from "./print-content.ts";
import type { Typesetting } from "./typesetting.ts";

/** The Action Items as blocks, with those paragraphs that lines are drawn beside once their place is known. */
export interface ActionItemBlocks {
  readonly blocks: readonly Block[];
  /** The height that the heading above them must have below it, so that it is not left behind on its page. */
  readonly firstHeight: number;
  /** The first paragraph of every item but the first: a line goes above it. */
  readonly separated: readonly TextNode[];
  /** The paragraphs of every review: a line goes down their left side. */
  readonly reviews: readonly (readonly TextNode[])[];
}

interface ReviewParagraphs {
  /** What goes to the next page with the review's date, where the date's own line cannot. */
  readonly before: readonly Block[];
  readonly head: TextNode;
  readonly body: TextNode;
  /** A high estimate of the height of both. */
  readonly height: number;
}

/** How far a review's text stands in from the item's. */
export const REVIEW_INDENT = 22;
/** Space after an item; the line between two items goes through its middle. */
export const ITEM_GAP = 18;
const REVIEW_GAP = 6;
const FACTS_GAP = 4;
const ASKED_GAP = 2;
const LEAST_LINES = 3;
const MOST_LINES_KEPT = 5;
const BETWEEN_FACTS = "\u2003";

/** Lays out items; an item and its first review go on one page where a page of this height surely holds both. */
export function actionItemBlocks(
  items: readonly ContentItem[],
  pageHeight: number,
  type: Typesetting,
  words: KindWords,
): ActionItemBlocks {
  const blocks: Block[] = [];
  const separated: TextNode[] = [];
  const reviews: TextNode[][] = [];
  const heights: number[] = [];
  for (const [index, item] of items.entries()) {
    const itemText = type.printable(item.text);
    const bookmark = {
      outline: true,
      outlineText: `${words.item} ${index + 1}`,
      outlineParentId: words.items,
    } as const;
    const text: TextNode = { text: type.running(itemText), margin: [0, 0, 0, FACTS_GAP], ...bookmark };
    const itemReviews = item.reviews.map((review) => reviewParagraphs(review, type));
    const gap = itemReviews.length > 0 ? REVIEW_GAP : ITEM_GAP;
    const asked = item.asked.map((field) => askedOf(field, type));
    const height = heightToKeep(itemText, item, itemReviews[0], pageHeight, type);
    heights.push(height);
    blocks.push(room(height), text, ...asked, factsOf(item.facts, gap, type));
    for (const [place, { before, head, body }] of itemReviews.entries()) {
      const isLast = place === itemReviews.length - 1;
      const spaced: TextNode = { ...body, margin: [REVIEW_INDENT, 0, 0, isLast ? ITEM_GAP : REVIEW_GAP] };
      blocks.push(...before, head, spaced);
      reviews.push([head, spaced]);
    }
    if (index > 0) separated.push(text);
  }
  return { blocks, firstHeight: heights[0] ?? 0, separated, reviews };
}

/** Height to be free before an item starts; where item and review may not fit a page, only the item's first lines. */
function heightToKeep(
  text: string,
  { asked, facts }: ContentItem,
  review: ReviewParagraphs | undefined,
  pageHeight: number,
  { sheet }: Typesetting,
): number {
  const { size } = sheet;
  const factLines = sheet.isLarge ? facts.length : 2;
  const askedHeight = asked.reduce((sum, field) => sum + estimateHeight(inOneText(field), TEXT_WIDTH, size.text), 0);
  const textHeight = estimateHeight(text, TEXT_WIDTH, size.text) + askedHeight;
  const itemHeight = textHeight + factLines * lineHeight(size.text) + FACTS_GAP;
  const whole = itemHeight + (review ? REVIEW_GAP + review.height : 0);
  return whole < pageHeight ? whole : LEAST_LINES * lineHeight(size.text);
}

function reviewParagraphs({ head: written, text }: ContentReview, type: Typesetting): ReviewParagraphs {
  const width = TEXT_WIDTH - REVIEW_INDENT;
  const fontSize = type.sheet.size.text;
  const line = lineHeight(fontSize);
  const body = type.printable(text);
  const headText = type.printable(written);
  const head = {
    text: type.short(headText, { bold: true, width }),
    bold: true,
    fontSize,
    margin: [REVIEW_INDENT, 0, 0, 0],
  } as const;
  const bodyLines = estimateLines(body, width, fontSize);
  const headLines = estimateLines(headText, width, fontSize);
  const linesBelow = bodyLines <= MOST_LINES_KEPT ? bodyLines : LEAST_LINES;
  const toKeep = (headLines + linesBelow) * line;
  // Room is made of the line's own height, which is known of the main face alone.
  const isOneLine = headLines === 1 && typeof head.text === "string";
  return {
    before: isOneLine ? [] : [room(toKeep)],
    head: isOneLine ? headingWithRoom(head, toKeep) : head,
    body: { text: type.running(body, width) },
    height: estimateHeight(headText, width, fontSize) + estimateHeight(body, width, fontSize),
  };
}

/** What is asked, why or by when: a line of text with its label before it. */
function askedOf(field: Field, { running, printable }: Typesetting): TextNode {
  const composed = running(printable(field.value));
  const value = typeof composed === "string" ? [{ text: composed }] : composed;
  return { text: [{ text: `${field.label}: `, bold: true }, ...value], margin: [0, 0, 0, ASKED_GAP] };
}

function inOneText({ label, value }: Field): string {
  return `${label}: ${value}`;
}

/** In large print each fact has a line to itself, where several would break anywhere. */
function factsOf(facts: readonly Field[], gap: number, { sheet, printable, short }: Typesetting): TextNode {
  const size = sheet.size.facts;
  const between = sheet.isLarge ? "\n" : BETWEEN_FACTS;
  const text = facts.flatMap(({ label, value }, index): TextPiece[] => {
    const printed = printable(value);
    const composed = short(printed, { size });
    const ending = index < facts.length - 1 ? between : "";
    const name: TextPiece = { text: `${label} `, bold: true };
    if (typeof composed === "string") return [name, { text: `${composed}${ending}` }];
    return [name, ...composed, { text: ending }];
  });
  return { text, fontSize: size, margin: [0, 0, 0, gap] };
}
