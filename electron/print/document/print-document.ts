import type { PrintJob } from "../print-job.ts";
import { actionItemBlocks, itemsToPrint } from "./action-items.ts";
import { type Coverage, withPrintableCharacters } from "./characters.ts";
import { customerSections } from "./customer-sections.ts";
import { declarationBlocks, linesToFillIn } from "./declaration.ts";
import type { Block, DocumentDefinition, LineShape } from "./definition.ts";
import { linesByPage } from "./drawn-lines.ts";
import { pageFooter, pageHeader } from "./page-frame.ts";
import { FONT, LETTERHEAD_HEIGHT, PAGE, SIZE } from "./page-layout.ts";
import { sectionHeading } from "./section-heading.ts";
import { PRINT_TEMPLATES, type PrintTemplate } from "./templates.ts";

/** Part of a page's height that an estimate may fill and still surely fit. */
const SURELY = 0.9;

/**
 * Turns a print job into pdfmake's document definition (¶114 to ¶118): the customer's sections in the tabs' order,
 * the Action Items that the option asks for, the declaration. Blank fields and sections are left out.
 */
export function printDocument(job: PrintJob, isCovered: Coverage): DocumentDefinition {
  const printable = (text: string) => withPrintableCharacters(text, isCovered);
  const template = PRINT_TEMPLATES[job.style];
  const header = pageHeader(job.client, printable);
  const items = itemsToPrint(job.plan.items, job.option);
  const pageHeight = (PAGE.height - header.textTop - PAGE.bottom) * SURELY;
  const itemBlocks = actionItemBlocks(items, job.option, pageHeight, printable);
  let drawn: Map<number, LineShape[]> | undefined;
  return {
    pageSize: "A4",
    pageMargins: [PAGE.side, header.textTop, PAGE.side, PAGE.bottom],
    version: "1.7",
    language: "en-GB",
    displayTitle: true,
    info: { title: template.title, creationDate: new Date(job.printedAt) },
    defaultStyle: { font: FONT, fontSize: SIZE.text, preserveLeadingSpaces: true },
    header: header.blocks,
    footer: (page, pages) => {
      drawn ??= linesByPage(itemBlocks, header.textTop);
      return pageFooter(job, page, pages, drawn.get(page) ?? []);
    },
    content: [
      ...titleBlocks(template),
      ...customerSections(job.plan, printable).flatMap(({ heading, blocks }) => [
        ...sectionHeading(heading),
        ...blocks,
      ]),
      ...(items.length > 0 ? sectionHeading("Action Items", itemBlocks.firstHeight) : []),
      ...itemBlocks.blocks,
      ...declarationBlocks(template),
    ],
  };
}

function titleBlocks(template: PrintTemplate): Block[] {
  return [
    { text: template.title, bold: true, fontSize: SIZE.title, margin: [0, LETTERHEAD_HEIGHT, 0, 0] },
    ...linesToFillIn(template.linesToFillIn),
  ];
}
