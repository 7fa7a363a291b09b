import type { Block } from "./definition.ts";
import { headingWithRoom, lineHeight } from "./page-layout.ts";
import type { ContentSignature } from "./print-content.ts";
import { sectionHeading } from "./section-heading.ts";
import type { Typesetting } from "./typesetting.ts";

/** The heading above what was signed. */
export const SIGNATURES_HEADING = "Signatures";
const GAP = 4;

/** Each signature, or why there is none, as a paragraph below the activities. */
export function signatureBlocks(signatures: readonly ContentSignature[], type: Typesetting): Block[] {
  if (signatures.length === 0) return [];
  const size = type.sheet.size.text;
  return [
    ...sectionHeading(SIGNATURES_HEADING, type.sheet),
    ...signatures.flatMap(({ who, lines }): Block[] => [
      headingWithRoom(
        { text: type.printable(who), bold: true, fontSize: size, margin: [0, GAP, 0, 0] },
        lineHeight(size),
      ),
      ...lines.map((text): Block => ({ text: type.running(type.printable(text)) })),
    ]),
  ];
}
