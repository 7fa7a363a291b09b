import { formatNino } from "../../../shared/client-record/nino.ts";
import { formatDate, formatMoment } from "../../../shared/dates.ts";
import type { ComplianceFigure } from "../../../shared/jets/compliance.ts";
import { FIGURE_GROUPS, FIGURE_WORDS, periodInWords, shareInWords } from "../../../shared/jets/compliance-words.ts";
import type { ComplianceJob } from "../print-job.ts";
import type { Typefaces } from "./characters.ts";
import type { Block, ColumnsNode, DocumentDefinition, TextNode } from "./definition.ts";
import { COLOUR, FONT, PAGE, SHEETS, TEXT_WIDTH } from "./page-layout.ts";
import { sectionHeading } from "./section-heading.ts";
import { createTypesetting, type Typesetting } from "./typesetting.ts";

/** The lists that say what went wrong; the others are in the CSV, and on screen. */
const LISTED: readonly ComplianceFigure[] = [
  "plans-late",
  "plans-not-agreed",
  "plans-unsigned",
  "reviews-late",
  "reviews-missed",
];

const TOP = 44;

/** Turns a compliance report into pdfmake's document definition: figures, weeks, what failed, what can be put right. */
export function complianceDocument(job: ComplianceJob, faces: Typefaces): DocumentDefinition {
  const type = createTypesetting(SHEETS.plain, faces);
  return {
    pageSize: "A4",
    pageMargins: [PAGE.side, TOP, PAGE.side, SHEETS.plain.bottom],
    version: "1.7",
    subset: "PDF/A-3b",
    language: "en-GB",
    displayTitle: true,
    info: { title: "Compliance report", creationDate: new Date(job.madeAt) },
    defaultStyle: { font: FONT, fontSize: SHEETS.plain.size.text, preserveLeadingSpaces: true },
    footer: (page, pages) => [footerLine(job, page, pages)],
    content: [
      ...titleBlocks(job, type),
      ...figureBlocks(job),
      ...weekBlocks(job),
      ...LISTED.flatMap((figure) => listBlocks(job, figure, type)),
      ...inspectionBlocks(job, type),
    ],
  };
}

function titleBlocks({ officeName, adviserName, from, to }: ComplianceJob, type: Typesetting): Block[] {
  const who = adviserName === null ? "every adviser" : adviserName;
  return [
    { text: "Compliance report", bold: true, fontSize: SHEETS.plain.size.title },
    { text: type.short(type.printable(`${officeName}, ${who}`)), margin: [0, 2, 0, 0] },
    { text: `What fell due from ${periodInWords({ from, to })}`, margin: [0, 2, 0, 0] },
  ];
}

function figureBlocks({ report }: ComplianceJob): Block[] {
  const shares = [report.planShare, report.reviewShare];
  return FIGURE_GROUPS.flatMap(({ title, figures }, index) => [
    ...sectionHeading(title, SHEETS.plain),
    row([FIGURE_WIDTH, VALUE_WIDTH], ["Share in time", shareInWords(shares[index] ?? null)], true),
    ...figures.map((figure) =>
      row([FIGURE_WIDTH, VALUE_WIDTH], [FIGURE_WORDS[figure], String(report.lists[figure].length)]),
    ),
  ]);
}

const FIGURE_WIDTH = 220;
const VALUE_WIDTH = TEXT_WIDTH - FIGURE_WIDTH;
const WEEK_WIDTHS = [130, 110, 110, 110];

function weekBlocks({ report }: ComplianceJob): Block[] {
  const weeks = report.weeks.filter(({ inTime, late, notAgreed }) => inTime + late + notAgreed > 0);
  if (weeks.length === 0) return [];
  return [
    ...sectionHeading("Plans by the week in which they fell due", SHEETS.plain),
    row(WEEK_WIDTHS, ["Week from", "In time", "Late", "Not agreed"], true),
    ...weeks.map(({ monday, inTime, late, notAgreed }) =>
      row(WEEK_WIDTHS, [formatDate(monday), String(inTime), String(late), String(notAgreed)]),
    ),
  ];
}

const LIST_WIDTHS = [130, 82, 68, 68, 0];
const WHY_WIDTH = TEXT_WIDTH - LIST_WIDTHS.reduce((sum, width) => sum + width, 0);

function listBlocks({ report }: ComplianceJob, figure: ComplianceFigure, type: Typesetting): Block[] {
  const rows = report.lists[figure];
  if (rows.length === 0) return [];
  const widths = [...LIST_WIDTHS.slice(0, -1), WHY_WIDTH];
  const kind = figure.startsWith("plans") ? "Full plans" : "Plan reviews";
  return [
    ...sectionHeading(`${kind}: ${FIGURE_WORDS[figure].toLowerCase()}`, SHEETS.plain),
    row(widths, ["Participant", "NINO", "Due", "Done", "Adviser"], true),
    ...rows.map(({ clientName, nino, dueOn, doneOn, adviserName, why }) =>
      row(
        widths,
        [
          clientName,
          formatNino(nino),
          formatDate(dueOn),
          formatDate(doneOn),
          why ? `${adviserName}. ${why}` : adviserName,
        ],
        false,
        type,
      ),
    ),
  ];
}

const INSPECTION_WIDTHS = [130, 82, 68, TEXT_WIDTH - 280];

function inspectionBlocks({ beforeInspection }: ComplianceJob, type: Typesetting): Block[] {
  if (beforeInspection.length === 0) return [];
  return [
    ...sectionHeading("Before the inspection: what can still be put right", SHEETS.plain),
    row(INSPECTION_WIDTHS, ["Participant", "NINO", "Date", "What"], true),
    ...beforeInspection.map(({ clientName, nino, date, what }) =>
      row(INSPECTION_WIDTHS, [clientName, formatNino(nino), formatDate(date), what], false, type),
    ),
  ];
}

function row(widths: readonly number[], cells: readonly string[], isHead = false, type?: Typesetting): ColumnsNode {
  const columns = cells.map((cell, index): TextNode => {
    const width = widths[index] ?? 0;
    const look = { width, fontSize: SHEETS.plain.size.facts } as const;
    if (isHead) return { ...look, text: cell, bold: true, color: COLOUR.label };
    return { ...look, text: type ? type.short(type.printable(cell), { size: SHEETS.plain.size.facts, width }) : cell };
  });
  return { columns, margin: [0, 1, 0, 1] };
}

function footerLine({ madeAt }: ComplianceJob, page: number, pages: number): Block {
  const look = { fontSize: SHEETS.plain.size.small, color: COLOUR.label } as const;
  const width = TEXT_WIDTH / 2;
  return {
    columns: [
      { text: `Compliance report made ${formatMoment(madeAt)}`, width, ...look },
      { text: `Page ${page} of ${pages}`, width, alignment: "right", ...look },
    ],
    margin: [PAGE.side, 20, PAGE.side, 0],
  };
}
