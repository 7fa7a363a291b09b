import { isBlank } from "../../../shared/text.ts";
import type { Block } from "./definition.ts";
import { fieldRows, row } from "./fields.ts";
import { estimateLines, lineHeight, room, TEXT_WIDTH } from "./page-layout.ts";
import type { ContentSection } from "./print-content.ts";
import { sectionHeading } from "./section-heading.ts";
import type { Typesetting } from "./typesetting.ts";

const TEXT_GAP = 5;
/** A text of so many lines is not split over two pages; of a longer one, so many stand on the first. */
const MOST_LINES_KEPT = 6;
const LEAST_LINES = 3;
const QUALIFICATION_WIDTHS = [120, TEXT_WIDTH - 290, 100, 70] as const;

/** The customer's sections, each under its heading. */
export function sectionBlocks(sections: readonly ContentSection[], type: Typesetting): Block[] {
  return sections.flatMap((section) => [
    ...sectionHeading(section.heading, type.sheet),
    ...sectionParts(section, type),
  ]);
}

/** What stands in a section below its heading. */
export function sectionParts({ fields, rows, text }: ContentSection, type: Typesetting): Block[] {
  const above = [...fieldRows(fields, type), ...rows.map((cells) => qualificationRow(cells, type))];
  return [...above, ...paragraph(text, above.length > 0, type)];
}

function paragraph(text: string, isBelowRows: boolean, type: Typesetting): Block[] {
  if (text === "") return [];
  const size = type.sheet.size.text;
  const printed = type.printable(text);
  const lines = estimateLines(printed, TEXT_WIDTH, size);
  const kept = lines <= MOST_LINES_KEPT ? lines : LEAST_LINES;
  return [
    room(kept * lineHeight(size) + TEXT_GAP),
    { text: type.running(printed), margin: [0, isBelowRows ? TEXT_GAP : 0, 0, 0] },
  ];
}

/** In large print four columns would break every word: there a qualification is one line of text. */
function qualificationRow(cells: readonly string[], type: Typesetting): Block {
  if (type.sheet.isLarge) {
    const text = cells.filter((cell) => !isBlank(cell)).join(", ");
    return { text: type.short(type.printable(text), { width: TEXT_WIDTH }), margin: [0, 0, 0, TEXT_GAP] };
  }
  return row(
    QUALIFICATION_WIDTHS.map((width, index) => ({ text: cells[index] ?? "", width })),
    type,
  );
}
