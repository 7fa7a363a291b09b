import type { ActionItem, Review } from "../../../shared/action-plan/action-plan.ts";
import { formatDate } from "../../../shared/dates.ts";
import { type PrintOption, printsClosedItems, printsReviews } from "../../../shared/print/print-options.ts";
import type { Block, TextNode, TextPiece } from "./definition.ts";
import { estimateLines, headingWithRoom, lineHeight, room, runningText, SIZE, TEXT_WIDTH } from "./page-layout.ts";

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
  readonly head: TextNode;
  readonly body: TextNode;
  /** A high estimate of the height of both. */
  readonly height: number;
}

type Printable = (text: string) => string;

/** How far a review's text stands in from the item's. */
export const REVIEW_INDENT = 22;
/** Space after an item; the line between two items goes through its middle. */
export const ITEM_GAP = 18;
const REVIEW_GAP = 6;
const FACTS_GAP = 4;
const LEAST_LINES = 3;
const MOST_LINES_KEPT = 5;
const BETWEEN_FACTS = "\u2003";
const LINE = lineHeight(SIZE.text);

/** The items that an option prints, in list order (¶114). */
export function itemsToPrint(items: readonly ActionItem[], option: PrintOption): readonly ActionItem[] {
  return printsClosedItems(option) ? items : items.filter(({ dateClosed }) => dateClosed === null);
}

/** Lays out items; an item and its first review go on one page where a page of this height surely holds both. */
export function actionItemBlocks(
  items: readonly ActionItem[],
  option: PrintOption,
  pageHeight: number,
  printable: Printable,
): ActionItemBlocks {
  const blocks: Block[] = [];
  const separated: TextNode[] = [];
  const reviews: TextNode[][] = [];
  const heights: number[] = [];
  for (const item of items) {
    const itemText = printable(item.text);
    const text: TextNode = { text: runningText(itemText), margin: [0, 0, 0, FACTS_GAP] };
    const itemReviews = printsReviews(option) ? item.reviews.map((review) => reviewParagraphs(review, printable)) : [];
    const gap = itemReviews.length > 0 ? REVIEW_GAP : ITEM_GAP;
    const height = heightToKeep(itemText, itemReviews[0], pageHeight);
    heights.push(height);
    blocks.push(room(height), text, factsOf(item, gap, printable));
    for (const [place, { head, body }] of itemReviews.entries()) {
      const isLast = place === itemReviews.length - 1;
      const spaced: TextNode = { ...body, margin: [REVIEW_INDENT, 0, 0, isLast ? ITEM_GAP : REVIEW_GAP] };
      blocks.push(head, spaced);
      reviews.push([head, spaced]);
    }
    if (item !== items[0]) separated.push(text);
  }
  return { blocks, firstHeight: heights[0] ?? 0, separated, reviews };
}

/** Height to be free before an item starts; where item and review may not fit a page, only the item's first lines. */
function heightToKeep(text: string, review: ReviewParagraphs | undefined, pageHeight: number): number {
  const itemHeight = (estimateLines(text, TEXT_WIDTH, SIZE.text) + 2) * LINE + FACTS_GAP;
  const whole = itemHeight + (review ? REVIEW_GAP + review.height : 0);
  return whole < pageHeight ? whole : LEAST_LINES * LINE;
}

function reviewParagraphs(review: Review, printable: Printable): ReviewParagraphs {
  const width = TEXT_WIDTH - REVIEW_INDENT;
  const body = printable(review.text);
  const written = `${formatDate(review.dateCreated)}, ${printable(review.createdBy)}`;
  const head: TextNode = { text: written, bold: true, margin: [REVIEW_INDENT, 0, 0, 0] };
  const bodyLines = estimateLines(body, width, SIZE.text);
  const headLines = estimateLines(written, width, SIZE.text);
  const linesBelow = bodyLines <= MOST_LINES_KEPT ? bodyLines : LEAST_LINES;
  return {
    head: headLines === 1 ? headingWithRoom(head, (1 + linesBelow) * LINE) : head,
    body: { text: runningText(body) },
    height: (headLines + bodyLines) * LINE,
  };
}

function factsOf(item: ActionItem, gap: number, printable: Printable): TextNode {
  const facts = [
    ["Assigned to", item.assignedTo === "client" ? "Client" : "PA"],
    ["Target date", formatDate(item.targetDate)],
    ["Closed date", formatDate(item.dateClosed)],
    ["Created", `${formatDate(item.dateCreated)}, ${printable(item.createdBy)}`],
  ].filter(([, value]) => value !== "");
  const text = facts.flatMap(([label, value], index): TextPiece[] => [
    { text: `${label} `, bold: true },
    { text: index < facts.length - 1 ? `${value}${BETWEEN_FACTS}` : `${value}` },
  ]);
  return { text, fontSize: SIZE.facts, margin: [0, 0, 0, gap] };
}
