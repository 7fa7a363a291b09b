import type { PrintJob } from "../print-job.ts";
import { actionItemBlocks } from "./action-items.ts";
import type { Typefaces } from "./characters.ts";
import { sectionBlocks } from "./customer-sections.ts";
import { declarationBlocks, linesToFillIn } from "./declaration.ts";
import type { Block, DocumentDefinition, LineShape } from "./definition.ts";
import { linesByPage } from "./drawn-lines.ts";
import { pageFooter, pageHeader } from "./page-frame.ts";
import { FONT, LETTERHEAD_HEIGHT, PAGE, SHEETS, type Sheet, TEXT_WIDTH } from "./page-layout.ts";
import { type PrintContent, printContent } from "./print-content.ts";
import { sectionHeading } from "./section-heading.ts";
import { signatureBlocks } from "./signatures.ts";
import { createTypesetting } from "./typesetting.ts";

const LETTERHEAD_GAP = 12;
/** Part of a page's height that an estimate may fill and still surely fit. */
const SURELY = 0.9;
/** What an opened PDF allows: all that reading, printing and reading aloud need. */
const PERMISSIONS = { contentAccessibility: true, copying: true, printing: "highResolution" } as const;

/**
 * Turns a print job into pdfmake's document definition (¶114 to ¶118): the customer's sections in the tabs' order,
 * the Action Items that the option asks for, the declaration. Blank fields and sections are left out.
 */
export function printDocument(job: PrintJob, faces: Typefaces): DocumentDefinition {
  const content = printContent(job);
  const sheet = SHEETS[job.isLarge ? "large" : "plain"];
  const type = createTypesetting(sheet, faces);
  const header = pageHeader(content, type);
  const pageHeight = (PAGE.height - header.textTop - sheet.bottom) * SURELY;
  const items = actionItemBlocks(content.items, pageHeight, type, content.words);
  let drawn: Map<number, LineShape[]> | undefined;
  return {
    pageSize: "A4",
    pageMargins: [PAGE.side, header.textTop, PAGE.side, sheet.bottom],
    ...protection(job.password),
    language: "en-GB",
    displayTitle: true,
    info: { title: content.template.title, creationDate: new Date(job.printedAt) },
    defaultStyle: { font: FONT, fontSize: sheet.size.text, preserveLeadingSpaces: true },
    header: header.blocks,
    footer: (page, pages) => {
      drawn ??= linesByPage(items, header.textTop, sheet);
      return pageFooter(content, sheet, page, pages, drawn.get(page) ?? []);
    },
    content: [
      ...titleBlocks(content, sheet, { image: job.letterhead, top: header.textTop }),
      ...sectionBlocks(content.sections, type),
      ...(content.items.length > 0 ? sectionHeading(content.words.items, sheet, items.firstHeight) : []),
      ...items.blocks,
      ...signatureBlocks(content.signatures, type),
      ...declarationBlocks(content.template, sheet),
    ],
  };
}

/** A locked PDF allows reading aloud, which pdfmake would forbid; one that is not locked is made for keeping. */
function protection(password: string | undefined) {
  return password === undefined
    ? ({ version: "1.7", subset: "PDF/A-3b" } as const)
    : ({ version: "1.7ext3", userPassword: password, permissions: PERMISSIONS } as const);
}

/** The letterhead stands where the text of a page begins, below the header however high a name makes it. */
interface Letterhead {
  readonly image: string | undefined;
  readonly top: number;
}

function titleBlocks({ template }: PrintContent, sheet: Sheet, letterhead: Letterhead): Block[] {
  const image: Block[] = letterhead.image
    ? [
        {
          image: letterhead.image,
          fit: [TEXT_WIDTH, LETTERHEAD_HEIGHT - LETTERHEAD_GAP],
          absolutePosition: { x: PAGE.side, y: letterhead.top },
        },
      ]
    : [];
  return [
    ...image,
    { text: template.title, bold: true, fontSize: sheet.size.title, margin: [0, LETTERHEAD_HEIGHT, 0, 0] },
    ...linesToFillIn(template.linesToFillIn, sheet),
  ];
}
