import { CsvError, parse } from "csv-parse/sync";
import { formatNino } from "../../shared/client-record/nino.ts";
import {
  type HeaderReading,
  type ImportProblem,
  isColumnName,
  readHeader,
} from "../../shared/import/import-columns.ts";
import { LARGEST_IMPORT_BYTES } from "../../shared/import/import-requests.ts";
import { type ImportColumnChoice, type ImportReview, PREVIEW_ROWS } from "../../shared/import/import-review.ts";
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
  /** How the file is written; null where it could not be read at all. */
  readonly encoding: DecodedText["encoding"] | null;
  readonly separator: Separator | null;
  /** The header row's cells and, by position, the fields they stand for. */
  readonly header: readonly string[];
  readonly columns: HeaderReading["columns"] | null;
  /** The first rows as they stand in the file, those with problems among them. */
  readonly firstRows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** What may be asked of a reading besides the file. */
export interface ReadOptions {
  /** What columns with other names stand for, by the header row's own cells. */
  readonly choicesFor?: (header: readonly string[]) => readonly ImportColumnChoice[];
  /** Told how many of the file's lines have been read. */
  readonly onLines?: (done: number, of: number) => void;
}

type Separator = NonNullable<ImportReview["separator"]>;

const SEPARATORS: readonly Separator[] = [",", ";", "\t"];
const LONGEST_RECORD = 1_000_000;
/** So many lines are read between two words on how far it is. */
const LINES_BETWEEN_WORDS = 1_000;
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
export function readImportFile(bytes: Uint8Array, rules: ImportRules, options: ReadOptions = {}): ImportReading {
  if (bytes.length > LARGEST_IMPORT_BYTES) {
    return refuseFile("This file is larger than 256 MB. Split it and import the parts one after the other.");
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refuseFile(NOT_TEXT[decoded.error]);
  if (isBlank(decoded.value.text)) {
    return refuseFile("This file is empty. Choose a file with a header row and one row for each client.");
  }
  return new FileReading(decoded.value, rules, options).read();
}

function refuseFile(message: string): ImportReading {
  const problems = [{ line: 1, column: 1, field: "", message }];
  const nothing = { encoding: null, separator: null, header: [], columns: null, firstRows: [] };
  return { read: 0, rows: [], problems, notes: [], ...nothing };
}

/** One file's reading, record by record as the CSV parser comes to them. */
class FileReading {
  readonly #decoded: DecodedText;
  readonly #rules: ImportRules;
  readonly #options: ReadOptions;
  readonly #separator: Separator;
  readonly #lineCount: number;
  readonly #firstRows: { line: number; cells: readonly string[] }[] = [];
  readonly #rows: ImportRow[] = [];
  readonly #problems: ImportProblem[] = [];
  readonly #notes: ImportProblem[] = [];
  readonly #linesByNino = new Map<string, number>();
  #header: HeaderReading | undefined;
  #headerCells: readonly string[] = [];
  #read = 0;
  #lastLine = 0;
  #lastWord = 0;

  constructor(decoded: DecodedText, rules: ImportRules, options: ReadOptions) {
    this.#decoded = decoded;
    this.#rules = rules;
    this.#options = options;
    this.#separator = findSeparator(decoded.text);
    this.#lineCount = countLineFeeds(decoded.text) + 1;
  }

  read(): ImportReading {
    this.#parse();
    const canBeRead = this.#header && this.#header.problems.length === 0;
    if (canBeRead && this.#read === 0 && this.#problems.length === 0) {
      const message = "This file has a header row and no clients. Add one row for each client.";
      this.#problems.push({ line: this.#lastLine, column: 1, field: "", message });
    }
    return {
      read: this.#read,
      rows: this.#rows,
      problems: this.#problems,
      notes: this.#notes,
      encoding: this.#decoded.encoding,
      separator: this.#separator,
      header: this.#headerCells,
      columns: this.#header?.columns ?? null,
      firstRows: this.#firstRows,
    };
  }

  #parse(): void {
    const { text } = this.#decoded;
    try {
      parse(text, {
        delimiter: this.#separator,
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
    else if (!cells.every(isBlank)) {
      if (this.#firstRows.length < PREVIEW_ROWS) this.#firstRows.push({ line, cells });
      if (this.#header.problems.length === 0) this.#readRow(cells, line, this.#header);
    }
    if (endLine - this.#lastWord < LINES_BETWEEN_WORDS) return;
    this.#lastWord = endLine;
    this.#options.onLines?.(endLine, this.#lineCount);
  }

  #readHeader(cells: readonly string[], line: number): void {
    this.#headerCells = cells.map((cell) => cell.trim());
    this.#header = readHeader(cells, line, this.#options.choicesFor?.(this.#headerCells));
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

/** The separator with which the header row names the most columns, or else has the most; a comma when none does better. */
function findSeparator(text: string): Separator {
  const header = /^\s*(.*)/.exec(text)?.[1] ?? "";
  const rated = SEPARATORS.map((separator) => {
    const cells = header.split(separator);
    const named = cells.filter((cell) => isColumnName(cell.trim().replace(/^"|"$/g, ""))).length;
    return { separator, named, cells: cells.length };
  });
  rated.sort((a, b) => b.named - a.named || b.cells - a.cells);
  return rated[0]?.separator ?? ",";
}
