import { CsvError, parse } from "csv-parse/sync";
import { formatNino } from "../../shared/client-record/nino.ts";
import {
  type HeaderReading,
  type ImportProblem,
  isColumnName,
  readHeader,
} from "../../shared/import/import-columns.ts";
import { type ImportRow, type ImportRules, mapRow } from "../../shared/import/map-row.ts";
import { isBlank } from "../../shared/text.ts";
import { type DecodedText, decodeText, type NotText } from "./decode-text.ts";

/** What an import file holds: nothing is written while there are problems; notes keep nothing back. */
export interface ImportReading {
  /** How many clients the file has rows for, those with problems among them. */
  readonly read: number;
  /** The clients that can be written, in the file's order. */
  readonly rows: readonly ImportRow[];
  readonly problems: readonly ImportProblem[];
  /** Columns left out and characters converted. */
  readonly notes: readonly ImportProblem[];
}

const DELIMITERS = [",", ";", "\t"] as const;
const LONGEST_RECORD = 1_000_000;
const LARGEST_FILE = 256 * 1024 * 1024;
const HOW_TO_SAVE = "In the spreadsheet choose Save As and CSV UTF-8, then import that file.";

const NOT_TEXT: Readonly<Record<NotText, string>> = {
  workbook: `This file is a spreadsheet's own file (or another kind of archive), not CSV. ${HOW_TO_SAVE}`,
  "utf-16": `This file is in UTF-16 (Unicode Text). It must be in UTF-8 or Windows-1252. ${HOW_TO_SAVE}`,
  binary: `This file is not a text file: it has zero bytes in it. ${HOW_TO_SAVE}`,
};

/**
 * Reads an import file from its bytes: UTF-8 or Windows-1252; commas, semicolons or tabs; a header row, then one client
 * a row. Everything that is wrong is named by line and column, and no row is dropped in silence.
 */
export function readImportFile(bytes: Uint8Array, rules: ImportRules): ImportReading {
  if (bytes.length > LARGEST_FILE) {
    return refuseFile("This file is larger than 256 MB. Split it and import the parts one after the other.");
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refuseFile(NOT_TEXT[decoded.error]);
  if (isBlank(decoded.value.text)) {
    return refuseFile("This file is empty. Choose a file with a header row and one row for each client.");
  }
  return new FileReading(decoded.value, rules).read();
}

function refuseFile(message: string): ImportReading {
  return { read: 0, rows: [], problems: [{ line: 1, column: 1, field: "", message }], notes: [] };
}

/** One file's reading, record by record as the CSV parser comes to them. */
class FileReading {
  readonly #decoded: DecodedText;
  readonly #rules: ImportRules;
  readonly #rows: ImportRow[] = [];
  readonly #problems: ImportProblem[] = [];
  readonly #notes: ImportProblem[] = [];
  readonly #linesByNino = new Map<string, number>();
  #header: HeaderReading | undefined;
  #headerCells: readonly string[] = [];
  #read = 0;
  #lastLine = 0;

  constructor(decoded: DecodedText, rules: ImportRules) {
    this.#decoded = decoded;
    this.#rules = rules;
  }

  read(): ImportReading {
    this.#parse();
    const canBeRead = this.#header && this.#header.problems.length === 0;
    if (canBeRead && this.#read === 0 && this.#problems.length === 0) {
      const message = "This file has a header row and no clients. Add one row for each client.";
      this.#problems.push({ line: this.#lastLine, column: 1, field: "", message });
    }
    return { read: this.#read, rows: this.#rows, problems: this.#problems, notes: this.#notes };
  }

  #parse(): void {
    const { text } = this.#decoded;
    try {
      parse(text, {
        delimiter: findDelimiter(text),
        record_delimiter: "\n",
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
        max_record_size: LONGEST_RECORD,
        on_record: (cells: string[], { lines }: { lines: number }) => {
          this.#record(cells, lines);
          return null;
        },
      });
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      const message =
        "From this line on the file cannot be split into cells: a double quotation mark opens a cell and is not closed. Close it, or take it out.";
      this.#problems.push({ line: this.#lastLine + 1, column: 1, field: "", message });
    }
  }

  #record(cells: readonly string[], endLine: number): void {
    this.#lastLine = endLine;
    // The parser names a record's last line; the line feeds inside its cells lead back to the first.
    const line = endLine - cells.reduce((count, cell) => count + countLineFeeds(cell), 0);
    if (!this.#header) this.#readHeader(cells, line);
    else if (this.#header.problems.length === 0 && !cells.every(isBlank)) this.#readRow(cells, line, this.#header);
  }

  #readHeader(cells: readonly string[], line: number): void {
    this.#headerCells = cells.map((cell) => cell.trim());
    this.#header = readHeader(cells, line);
    this.#problems.push(...this.#header.problems);
    this.#notes.push(...this.#header.notes);
  }

  #readRow(cells: readonly string[], line: number, { columns }: HeaderReading): void {
    this.#read += 1;
    if (cells.length < columns.count || !cells.slice(columns.count).every(isBlank)) {
      this.#problems.push({
        line,
        column: Math.min(cells.length, columns.count) + 1,
        field: "",
        message: ragged(cells.length, columns.count),
      });
      return;
    }
    const unread = this.#unreadCells(cells, line);
    const { row, nino, problems, notes } = mapRow(cells, line, { columns, ...this.#rules });
    const twice = this.#ninoTwice(nino, line, (columns.positions.get("nino") ?? 0) + 1);
    this.#problems.push(...unread, ...problems, ...twice);
    this.#notes.push(...notes);
    if (row && unread.length === 0 && twice.length === 0) this.#rows.push(row);
  }

  #ninoTwice(nino: string, line: number, column: number): ImportProblem[] {
    if (nino === "") return [];
    const first = this.#linesByNino.get(nino);
    if (first === undefined) {
      this.#linesByNino.set(nino, line);
      return [];
    }
    const message = `${formatNino(nino)} stands on line ${first} and again on line ${line}. Keep one row for each client.`;
    return [{ line, column, field: "nino", message }];
  }

  #unreadCells(cells: readonly string[], line: number): ImportProblem[] {
    const { unread, encoding } = this.#decoded;
    if (!unread) return [];
    return cells.flatMap((cell, index) => {
      if (!unread.test(cell)) return [];
      const message = `This cell has a byte that is no character in ${encoding}: the file is in another encoding, or damaged. ${HOW_TO_SAVE}`;
      return [{ line, column: index + 1, field: this.#headerCells[index] ?? "", message }];
    });
  }
}

function ragged(cells: number, columns: number): string {
  return `This row has ${cells} cells and the header row has ${columns}. Look for a missing or extra separator, or a text with a separator in it that needs quotation marks around it.`;
}

function countLineFeeds(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) count += 1;
  return count;
}

/** The separator with which the header row names the most columns; a comma when none does better. */
function findDelimiter(text: string): string {
  const header = /^\s*(.*)/.exec(text)?.[1] ?? "";
  const named = (delimiter: string) =>
    header.split(delimiter).filter((cell) => isColumnName(cell.trim().replace(/^"|"$/g, ""))).length;
  let best: string = DELIMITERS[0];
  for (const delimiter of DELIMITERS) if (named(delimiter) > named(best)) best = delimiter;
  return best;
}
