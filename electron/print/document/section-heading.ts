import type { Block } from "./definition.ts";
import { COLOUR, headingWithRoom, lineHeight, type Sheet, TEXT_WIDTH } from "./page-layout.ts";

const SPACE_ABOVE = 12;
const SPACE_BELOW = 5;
/** Lines of text that a heading always has below it on its page. */
const LINES_BELOW = 3;

/** A section's heading with its line, never alone at a page's foot; more room may be asked for what follows it. */
export function sectionHeading(
  text: string,
  { size }: Sheet,
  roomBelow = LINES_BELOW * lineHeight(size.text),
): Block[] {
  const own = lineHeight(size.heading);
  const look = { bold: true, fontSize: size.heading, margin: [0, SPACE_ABOVE, 0, 0] } as const;
  const heading = { ...look, text, outline: true, id: text };
  return [
    headingWithRoom(heading, own + SPACE_BELOW + roomBelow),
    {
      canvas: [{ type: "line", x1: 0, y1: 0, x2: TEXT_WIDTH, y2: 0, lineWidth: 0.75, lineColor: COLOUR.rule }],
      margin: [0, 0, 0, SPACE_BELOW],
    },
  ];
}
