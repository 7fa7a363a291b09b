import { isBlank } from "../../../shared/text.ts";
import type { Block, ColumnsNode, TextNode } from "./definition.ts";
import { COLOUR, TEXT_WIDTH } from "./page-layout.ts";

/** A label and its value; a long one has a row to itself. */
export interface Field {
  readonly label: string;
  readonly value: string;
  readonly isLong?: boolean;
}

const LABEL_WIDTH = 100;
const VALUE_WIDTH = (TEXT_WIDTH - 2 * LABEL_WIDTH) / 2;
const GAP_BETWEEN_ROWS = 1;
const GAP_IN_CELL = 8;

/** Tells whether a field is left off the page: empty or not known (¶118). "No" is an answer and is printed. */
export function isLeftOff(value: string): boolean {
  return isBlank(value) || value === "N/K";
}

/** Lays the fields that are not blank out in rows of two, long ones alone. */
export function fieldRows(fields: readonly Field[]): Block[] {
  const rows: Field[][] = [];
  for (const field of fields.filter(({ value }) => !isLeftOff(value))) {
    const last = rows.at(-1);
    const isRoomBeside = last?.length === 1 && last[0]?.isLong !== true && field.isLong !== true;
    if (isRoomBeside) last.push(field);
    else rows.push([field]);
  }
  return rows.map(fieldRow);
}

/** One row of cells with fixed widths, so that a word longer than its cell is broken and stays on the page. */
export function row(cells: readonly { text: string; width: number; color?: string }[]): ColumnsNode {
  const columns: TextNode[] = cells.map((cell) => ({ ...cell, margin: [0, 0, GAP_IN_CELL, 0] }));
  return { columns, margin: [0, 0, 0, GAP_BETWEEN_ROWS] };
}

function fieldRow(fields: readonly Field[]): Block {
  const valueWidth = fields[0]?.isLong ? TEXT_WIDTH - LABEL_WIDTH : VALUE_WIDTH;
  return row(
    fields.flatMap(({ label, value }) => [
      { text: label, width: LABEL_WIDTH, color: COLOUR.label },
      { text: value, width: valueWidth },
    ]),
  );
}
