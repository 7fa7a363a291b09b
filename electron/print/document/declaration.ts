import type { Block } from "./definition.ts";
import { COLOUR, estimateHeight, headingWithRoom, lineHeight, type Sheet, TEXT_WIDTH } from "./page-layout.ts";
import { sectionHeading } from "./section-heading.ts";
import type { PrintTemplate } from "./templates.ts";

const DATE_WIDTH = 150;
const GAP = 24;
const SIGNING_HEIGHT = 40;
/** What the estimate of a declaration's height leaves out: the lines and the space below them. */
const MARGIN_OF_ESTIMATE = 20;

/** The declaration with lines for signatures and dates (¶10), all on one page. */
export function declarationBlocks({ declaration, signatures }: PrintTemplate, sheet: Sheet): Block[] {
  const { text, small } = sheet.size;
  const textHeight = estimateHeight(declaration, TEXT_WIDTH, text);
  const height = textHeight + signatures.length * (SIGNING_HEIGHT + lineHeight(small)) + MARGIN_OF_ESTIMATE;
  const heading = sectionHeading("Declaration", sheet, height);
  return [...heading, { text: declaration }, ...signatures.flatMap((who) => signature(who, small))];
}

/** Labels with lines to be filled in by hand. */
export function linesToFillIn(labels: readonly string[], { size, labelWidth }: Sheet): Block[] {
  return labels.flatMap((label): Block[] => [
    headingWithRoom(
      { text: label, color: COLOUR.label, fontSize: size.text, margin: [0, 6, 0, 0] },
      2 * lineHeight(size.text),
    ),
    { canvas: [line(labelWidth + 10, TEXT_WIDTH, COLOUR.rule)], margin: [0, 0, 0, 3] },
  ]);
}

function signature(who: string, fontSize: number): Block[] {
  const dateLeft = TEXT_WIDTH - DATE_WIDTH;
  const look = { fontSize, color: COLOUR.label } as const;
  return [
    {
      canvas: [line(0, dateLeft - GAP, COLOUR.ink), line(dateLeft, TEXT_WIDTH, COLOUR.ink)],
      margin: [0, SIGNING_HEIGHT, 0, 3],
    },
    {
      columns: [
        { text: who, width: dateLeft, ...look },
        { text: "Date", width: DATE_WIDTH, ...look },
      ],
    },
  ];
}

function line(from: number, to: number, colour: string) {
  return { type: "line", x1: from, y1: 0, x2: to, y2: 0, lineWidth: 0.75, lineColor: colour } as const;
}
