/** A spreadsheet takes a cell that begins with one of these for a formula, quoted or not. */
const FORMULA = /^[=+\-@\t\r]/;

/** One line of a CSV file, every cell quoted, with its line end; no cell can be taken for a formula. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(",")}\r\n`;
}

function quoted(cell: string): string {
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return `"${text.replaceAll('"', '""')}"`;
}
