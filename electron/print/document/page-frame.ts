import type { Block, LineShape } from "./definition.ts";
import { horizontal } from "./drawn-lines.ts";
import { COLOUR, estimateHeight, PAGE, type Sheet, TEXT_WIDTH } from "./page-layout.ts";
import type { PrintContent } from "./print-content.ts";
import type { Typesetting } from "./typesetting.ts";

/** What stands at the head of every page (¶116), and how far down the page the text starts below it. */
export interface PageHeader {
  readonly blocks: () => Block[];
  readonly textTop: number;
}

const NINO_WIDTH = { plain: 120, large: 180 } as const;
const RULE_GAP = 4;
const TEXT_GAP = 14;
const FOOTER_WIDTHS = { left: TEXT_WIDTH - 180, code: 80, page: 100 } as const;

/** The header of every page: name and NINO; it grows with a name that needs more than one line. */
export function pageHeader({ name, nino }: PrintContent, type: Typesetting): PageHeader {
  const { size, isLarge } = type.sheet;
  const ninoWidth = NINO_WIDTH[isLarge ? "large" : "plain"];
  const nameWidth = TEXT_WIDTH - ninoWidth;
  const printable = type.printable(name);
  const ruleTop = PAGE.headerTop + estimateHeight(printable, nameWidth, size.text) + RULE_GAP;
  return {
    textTop: ruleTop + TEXT_GAP,
    blocks: () => [
      {
        columns: [
          { text: type.short(printable, { bold: true, width: nameWidth }), bold: true, width: nameWidth },
          { text: type.printable(nino), bold: true, width: ninoWidth, alignment: "right" },
        ],
        margin: [PAGE.side, PAGE.headerTop, PAGE.side, 0],
      },
      { canvas: [horizontal(ruleTop, COLOUR.ink)], absolutePosition: { x: 0, y: 0 } },
    ],
  };
}

/** The footer of a page: the option, when it was printed, the document's code, and which page of how many this is. */
export function pageFooter(
  { printed, documentCode }: PrintContent,
  { size, isLarge, bottom }: Sheet,
  page: number,
  pages: number,
  lines: readonly LineShape[],
): Block[] {
  const ruleTop = PAGE.height - bottom + 16;
  const look = { fontSize: size.small, color: COLOUR.label } as const;
  const pageOf = `Page ${page} of ${pages}`;
  const rule: Block = { canvas: [horizontal(ruleTop), ...lines], absolutePosition: { x: 0, y: bottom - PAGE.height } };
  if (isLarge) {
    return [
      rule,
      { text: printed, ...look, margin: [PAGE.side, 20, PAGE.side, 0] },
      { text: `${documentCode}   ${pageOf}`, ...look, margin: [PAGE.side, 0, PAGE.side, 0] },
    ];
  }
  return [
    rule,
    {
      columns: [
        { text: printed, width: FOOTER_WIDTHS.left, ...look },
        { text: documentCode, width: FOOTER_WIDTHS.code, ...look },
        { text: pageOf, width: FOOTER_WIDTHS.page, alignment: "right", ...look },
      ],
      margin: [PAGE.side, 20, PAGE.side, 0],
    },
  ];
}
