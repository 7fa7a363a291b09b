import { isReadOnly } from "../../../shared/action-plan/item-rules.ts";
import { LMS_WORDS } from "../../../shared/action-plan/kind-words.ts";
import { fullName } from "../../../shared/client-record/client-record.ts";
import { formatNino } from "../../../shared/client-record/nino.ts";
import { formatMoment } from "../../../shared/dates.ts";
import type { ClericalJob, ClericalSheet } from "../print-job.ts";
import { actionItemBlocks } from "./action-items.ts";
import type { Typefaces } from "./characters.ts";
import { sectionParts } from "./customer-sections.ts";
import { declarationBlocks } from "./declaration.ts";
import type { Block, CanvasNode, ColumnsNode, DocumentDefinition, TextNode } from "./definition.ts";
import { horizontal } from "./drawn-lines.ts";
import { COLOUR, estimateHeight, FONT, lineHeight, PAGE, room, SHEETS, TEXT_WIDTH } from "./page-layout.ts";
import { contentItems, contentSections } from "./print-content.ts";
import { sectionHeading } from "./section-heading.ts";
import { PRINT_TEMPLATES } from "./templates.ts";
import { createTypesetting, type Typesetting } from "./typesetting.ts";

/** Whose copy a page is: all that the pages of a pair differ in (¶124, ¶125). */
const CUSTOMERS_COPY = "Customer's copy";
const ADVISERS_COPY = "Adviser's copy: use to update LMS";

/** The four pages of a form in order, two and two the same. */
const PAGES = [
  { number: 1, copy: CUSTOMERS_COPY, content: customerBlocks },
  { number: 2, copy: ADVISERS_COPY, content: customerBlocks },
  { number: 3, copy: CUSTOMERS_COPY, content: itemBlocks },
  { number: 4, copy: ADVISERS_COPY, content: itemBlocks },
] as const;

/** A page of a form with the paragraph that tells, once the document is laid out, on which sheet it starts. */
interface FormPage {
  readonly sheet: ClericalSheet;
  readonly number: number;
  readonly copy: string;
  readonly start: TextNode;
  readonly blocks: readonly Block[];
}

const TEXT_TOP = 76;
const WRITING_LINE = 22;

/**
 * Turns a job into pdfmake's document definition: each form as four pages, 1 and 2 with the customer's information, 3 and
 * 4 with the Action Items, reviews, declaration and signatures. A page that a filled form needs more room for goes on on
 * further sheets, in both copies alike.
 */
export function clericalForm(job: ClericalJob, faces: Typefaces): DocumentDefinition {
  const type = createTypesetting(SHEETS.plain, faces);
  const textTop = textTopOf(job, type);
  const pages = job.forms.flatMap((sheet) =>
    PAGES.map(({ number, copy, content }): FormPage => {
      // pdfmake writes into its nodes where they came to stand, so every page has nodes of its own.
      const blocks = content(sheet, type);
      const start: TextNode = { text: TITLES[number], bold: true, fontSize: SHEETS.plain.size.title };
      const isFirst = number === 1 && sheet === job.forms[0];
      return { sheet, number, copy, start: isFirst ? start : { ...start, pageBreak: "before" }, blocks };
    }),
  );
  return {
    pageSize: "A4",
    pageMargins: [PAGE.side, textTop, PAGE.side, SHEETS.plain.bottom],
    version: "1.7",
    language: "en-GB",
    displayTitle: true,
    info: { title: "Action Plan clerical form", creationDate: new Date(job.issuedAt) },
    defaultStyle: { font: FONT, fontSize: SHEETS.plain.size.text, preserveLeadingSpaces: true },
    header: (page) => pageHeader(pageOn(pages, page), page, { type, textTop }),
    footer: (page) => pageFooter(pageOn(pages, page), job.issuedAt),
    content: pages.flatMap(({ start, blocks }): Block[] => [start, ...blocks.map(withoutBookmark)]),
  };
}

/** A bookmark's name may stand only once in a document: a form, whose pages repeat, has none. */
function withoutBookmark(block: Block): Block {
  if (!("text" in block)) return block;
  const { id: _id, outline: _outline, ...plain } = block;
  return plain;
}

const TITLES = { 1: "Action Plan", 2: "Action Plan", 3: "Action Items", 4: "Action Items" } as const;

/** The form's page that a sheet of the document belongs to: the last one that has started by then. */
function pageOn(pages: readonly FormPage[], sheetNumber: number): FormPage | undefined {
  return pages.findLast(({ start }) => (start.positions?.[0]?.pageNumber ?? Number.POSITIVE_INFINITY) <= sheetNumber);
}

interface HeaderLook {
  readonly type: Typesetting;
  readonly textTop: number;
}

/** How far down the text begins: the header grows with the longest of the names on the forms. */
function textTopOf({ forms }: ClericalJob, type: Typesetting): number {
  const { text } = SHEETS.plain.size;
  const heights = forms.map(({ client }) =>
    client ? estimateHeight(type.printable(fullName(client)), NAME_WIDTH, text) : 0,
  );
  return TEXT_TOP + Math.max(0, ...heights.map((height) => height - lineHeight(text)));
}

/** The serial number, whose copy it is, and the customer: at the head of every sheet. */
function pageHeader(on: FormPage | undefined, sheetNumber: number, { type, textTop }: HeaderLook): Block[] {
  if (!on) return [];
  const { sheet, number, copy, start } = on;
  const further = sheetNumber - (start.positions?.[0]?.pageNumber ?? sheetNumber);
  const page = further > 0 ? `Page ${number}, sheet ${further + 1}` : `Page ${number}`;
  return [
    {
      columns: [
        { text: `Clerical form ${sheet.serial}`, bold: true, width: SERIAL_WIDTH },
        { text: `${page}: ${copy}`, bold: true, width: TEXT_WIDTH - SERIAL_WIDTH, alignment: "right" },
      ],
      margin: [PAGE.side, PAGE.headerTop, PAGE.side, 2],
    },
    { ...customerLine(sheet, type), margin: [PAGE.side, 0, PAGE.side, 0] },
    { canvas: [horizontal(textTop - HEADER_GAP, COLOUR.ink)], absolutePosition: { x: 0, y: 0 } },
  ];
}

const SERIAL_WIDTH = 170;
const HALF_WIDTH = TEXT_WIDTH / 2;
const HEADER_GAP = 8;
const DOTS = ".".repeat(60);

function customerLine({ client }: ClericalSheet, type: Typesetting): ColumnsNode {
  const width = NAME_WIDTH;
  const name = client ? type.short(type.printable(fullName(client)), { width }) : `Customer ${DOTS}`;
  const nino = client ? type.printable(formatNino(client.nino)) : `NINO ${DOTS.slice(20)}`;
  return {
    columns: [
      { text: name, width },
      { text: nino, width: NINO_WIDTH, alignment: "right" },
    ],
  };
}

const NINO_WIDTH = 200;
const NAME_WIDTH = TEXT_WIDTH - NINO_WIDTH;

function pageFooter(on: FormPage | undefined, issuedAt: string): Block[] {
  if (!on) return [];
  const look = { fontSize: SHEETS.plain.size.small, color: COLOUR.label } as const;
  return [
    {
      columns: [
        { text: `Issued ${formatMoment(issuedAt)}`, width: HALF_WIDTH, ...look },
        { text: on.sheet.serial, width: HALF_WIDTH, alignment: "right", ...look },
      ],
      margin: [PAGE.side, 20, PAGE.side, 0],
    },
  ];
}

/** Pages 1 and 2: when and with whom, then each of the tabs with what the plan holds and room to write. */
function customerBlocks({ plan }: ClericalSheet, type: Typesetting): Block[] {
  const filled = plan ? contentSections(plan) : [];
  return [
    ...labelledLines(["Date", "Adviser", "Interview, if it was one"]),
    ...SECTIONS.flatMap(({ heading, asks, lines }) => {
      const parts = filled.filter((section) => section.heading === heading);
      return [
        ...sectionHeading(`${heading}: ${asks}`, type.sheet),
        ...parts.flatMap((section) => sectionParts(section, type)),
        ...writingLines(plan ? FILLED_LINES[parts.length > 0 ? "below" : "instead"] : lines),
      ];
    }),
  ];
}

/** Room to write below what a section of a filled form says, or where it says nothing: a usual plan stays on its page. */
const FILLED_LINES = { below: 1, instead: 2 } as const;

/** The sections by the headings of the print, with what is written in each and how many lines a blank form has for it. */
const SECTIONS = [
  { heading: "Aims", asks: "jobs preferred, hours", lines: 4 },
  { heading: "Employment history", asks: "last jobs, from and to", lines: 4 },
  { heading: "Personal circumstances", asks: "housing, children, driving", lines: 3 },
  { heading: "Qualifications", asks: "level, subject, outcome, date", lines: 4 },
  { heading: "Other information", asks: "anything else that matters", lines: 6 },
] as const;

/** Pages 3 and 4: open items with their reviews, room for new items and reviews, the declaration. */
function itemBlocks({ plan }: ClericalSheet, type: Typesetting): Block[] {
  const items = plan?.items.filter((item) => !isReadOnly(item)) ?? [];
  const written = actionItemBlocks(contentItems(items, WITH_REVIEWS), PAGE_HEIGHT, type, LMS_WORDS);
  return [
    ...(items.length > 0
      ? [...sectionHeading("Agreed so far", type.sheet, written.firstHeight), ...written.blocks]
      : []),
    ...sectionHeading("New Action Items", type.sheet, NEW_ITEM_HEIGHT),
    ...Array.from({ length: plan ? NEW_ITEMS.besideOpen : NEW_ITEMS.blank }, (_, index) =>
      newItemLines(index + 1),
    ).flat(),
    ...sectionHeading("Reviews: date, which Action Item, what was said, date closed if it is done", type.sheet),
    ...writingLines(REVIEW_LINES),
    ...declarationBlocks(PRINT_TEMPLATES.standard, type.sheet),
  ];
}

const WITH_REVIEWS = { option: "open-reviews", withoutStaffNames: false } as const;
const NEW_ITEMS = { blank: 4, besideOpen: 2 } as const;
const LINES_OF_ITEM = 2;
const REVIEW_LINES = 4;
/** As much of a page's height as estimates may fill. */
const PAGE_HEIGHT = (PAGE.height - TEXT_TOP - SHEETS.plain.bottom) * 0.9;
const NEW_ITEM_HEIGHT = LINES_OF_ITEM * WRITING_LINE + 2 * lineHeight(SHEETS.plain.size.text);

function newItemLines(number: number): Block[] {
  const facts = `${number}   Assigned to:  Client  /  PA      Target date:  ${DOTS.slice(30)}`;
  return [
    room(NEW_ITEM_HEIGHT),
    { text: facts, fontSize: SHEETS.plain.size.facts, color: COLOUR.label, margin: [0, 4, 0, 0] },
    ...writingLines(LINES_OF_ITEM),
  ];
}

function labelledLines(labels: readonly string[]): Block[] {
  const width = TEXT_WIDTH / labels.length;
  const columns: TextNode[] = labels.map((text) => ({
    text,
    width,
    fontSize: SHEETS.plain.size.small,
    color: COLOUR.label,
  }));
  return [{ columns, margin: [0, 4, 0, 0] }, ...writingLines(1)];
}

/** Lines to write on by hand. */
function writingLines(count: number): Block[] {
  return Array.from(
    { length: count },
    (): CanvasNode => ({
      canvas: [{ type: "line", x1: 0, y1: 0, x2: TEXT_WIDTH, y2: 0, lineWidth: 0.75, lineColor: COLOUR.rule }],
      margin: [0, WRITING_LINE - 1, 0, 0],
    }),
  );
}
