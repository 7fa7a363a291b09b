import type { Field } from "./customer-fields.ts";
import type { Block, ColumnsNode, TextNode } from "./definition.ts";
import { COLOUR, TEXT_WIDTH } from "./page-layout.ts";
import type { Typesetting } from "./typesetting.ts";

const GAP_BETWEEN_ROWS = 1;
const GAP_IN_CELL = 8;

/** Lays fields out in rows of two, long ones alone; in large print each has a row to itself. */
export function fieldRows(fields: readonly Field[], type: Typesetting): Block[] {
  const rows: Field[][] = [];
  for (const field of fields) {
    const last = rows.at(-1);
    const isRoomBeside = !type.sheet.isLarge && last?.length === 1 && last[0]?.isLong !== true && field.isLong !== true;
    if (isRoomBeside) last.push(field);
    else rows.push([field]);
  }
  return rows.map((row) => fieldRow(row, type));
}

/** One row of cells with fixed widths, so that a word longer than its cell is broken and stays on the page. */
export function row(
  cells: readonly { text: string; width: number; color?: string }[],
  { printable, short }: Typesetting,
): ColumnsNode {
  const columns: TextNode[] = cells.map((cell) => ({
    ...cell,
    text: short(printable(cell.text), { width: cell.width - GAP_IN_CELL }),
    margin: [0, 0, GAP_IN_CELL, 0],
  }));
  return { columns, margin: [0, 0, 0, GAP_BETWEEN_ROWS] };
}

function fieldRow(fields: readonly Field[], type: Typesetting): Block {
  const { isLarge, labelWidth } = type.sheet;
  const isAlone = isLarge || fields[0]?.isLong === true;
  const valueWidth = isAlone ? TEXT_WIDTH - labelWidth : (TEXT_WIDTH - 2 * labelWidth) / 2;
  return row(
    fields.flatMap(({ label, value }) => [
      { text: label, width: labelWidth, color: COLOUR.label },
      { text: value, width: valueWidth },
    ]),
    type,
  );
}
