import { fullName } from "../../../shared/client-record/client-record.ts";
import { formatNino } from "../../../shared/client-record/nino.ts";
import { formatMoment } from "../../../shared/dates.ts";
import { PRINT_OPTION_NAMES } from "../../../shared/print/print-options.ts";
import type { PrintJob } from "../print-job.ts";
import type { Block, LineShape } from "./definition.ts";
import { horizontal } from "./drawn-lines.ts";
import { COLOUR, estimateLines, lineHeight, PAGE, SIZE, TEXT_WIDTH } from "./page-layout.ts";

/** What stands at the head of every page (¶116), and how far down the page the text starts below it. */
export interface PageHeader {
  readonly blocks: () => Block[];
  readonly textTop: number;
}

const NINO_WIDTH = 120;
const NAME_WIDTH = TEXT_WIDTH - NINO_WIDTH;
const RULE_GAP = 4;
const TEXT_GAP = 14;
const FOOTER_WIDTHS = { left: TEXT_WIDTH - 180, code: 80, page: 100 } as const;

/** The header of every page: name and NINO; it grows with a name that needs more than one line. */
export function pageHeader(client: PrintJob["client"], printable: (text: string) => string): PageHeader {
  const name = printable(fullName(client));
  const ruleTop = PAGE.headerTop + estimateLines(name, NAME_WIDTH, SIZE.text) * lineHeight(SIZE.text) + RULE_GAP;
  return {
    textTop: ruleTop + TEXT_GAP,
    blocks: () => [
      {
        columns: [
          { text: name, bold: true, width: NAME_WIDTH },
          { text: printable(formatNino(client.nino)), bold: true, width: NINO_WIDTH, alignment: "right" },
        ],
        margin: [PAGE.side, PAGE.headerTop, PAGE.side, 0],
      },
      { canvas: [horizontal(ruleTop, COLOUR.ink)], absolutePosition: { x: 0, y: 0 } },
    ],
  };
}

/** The footer of a page: the option, when it was printed, the document's code, and which page of how many this is. */
export function pageFooter(job: PrintJob, page: number, pages: number, lines: readonly LineShape[]): Block[] {
  const ruleTop = PAGE.height - PAGE.bottom + 16;
  const printed = `${PRINT_OPTION_NAMES[job.option]}. Printed ${formatMoment(job.printedAt)}`;
  const look = { fontSize: SIZE.small, color: COLOUR.label } as const;
  return [
    { canvas: [horizontal(ruleTop), ...lines], absolutePosition: { x: 0, y: PAGE.bottom - PAGE.height } },
    {
      columns: [
        { text: printed, width: FOOTER_WIDTHS.left, ...look },
        { text: job.documentCode, width: FOOTER_WIDTHS.code, ...look },
        { text: `Page ${page} of ${pages}`, width: FOOTER_WIDTHS.page, alignment: "right", ...look },
      ],
      margin: [PAGE.side, 20, PAGE.side, 0],
    },
  ];
}
