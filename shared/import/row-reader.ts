import { type CivilDate, formatDate, isCivilDate } from "../dates.ts";
import { cleanText, countCharacters, hasDoubleQuotes, isBlank, onOneLine } from "../text.ts";
import type { ImportColumns, ImportProblem } from "./import-columns.ts";

const LINE_CHARACTERS = 200;
const PLAIN_TEXT = /^[ !#-~]*$/;
const LONGEST_QUOTED = 40;

/** The words a column takes, each with what it means. The first word of each meaning is the one that messages name. */
export type Words<Value> = ReadonlyMap<string, Value>;

/** Reads the cells of one row by field, and gathers what is wrong with them and what was changed in them. */
export class RowReader {
  readonly problems: ImportProblem[] = [];
  readonly notes: ImportProblem[] = [];
  readonly #cells: readonly string[];
  readonly #line: number;
  readonly #columns: ImportColumns;
  readonly #today: CivilDate;

  constructor(cells: readonly string[], line: number, columns: ImportColumns, today: CivilDate) {
    this.#cells = cells;
    this.#line = line;
    this.#columns = columns;
    this.#today = today;
  }

  /** Tells whether the row has something in a field. */
  isFilled(field: string): boolean {
    return !isBlank(this.#cell(field));
  }

  /** A field of one line: ends trimmed, line feeds made spaces, at most 200 characters. */
  text(field: string): string {
    return this.#limited(field, singleLine(this.#clean(field)), LINE_CHARACTERS);
  }

  /** A name: a text of one line that cannot be a spreadsheet's formula. */
  name(field: string): string {
    const name = this.text(field);
    if (!name.startsWith("=")) return name;
    this.refuse(field, `${quoted(name)} is a spreadsheet's formula, not a name. Write the name itself.`);
    return "";
  }

  /** A field of several lines, kept as it stands. */
  longText(field: string, limit: number): string {
    const text = this.#clean(field);
    return isBlank(text) ? "" : this.#limited(field, text, limit);
  }

  /** A date written dd/mm/yyyy or YYYY-MM-DD; null when the cell is blank or refused. */
  date(field: string, when: "any" | "never-future"): CivilDate | null {
    const written = this.#trimmed(field);
    if (written === "") return null;
    const date = /^\d{2}\/\d{2}\/\d{4}$/.test(written) ? written.split("/").reverse().join("-") : written;
    if (!isCivilDate(date)) {
      this.refuse(field, `${quoted(written)} is not a date from 1900 to 2199. Write it as dd/mm/yyyy or YYYY-MM-DD.`);
      return null;
    }
    if (when === "never-future" && date > this.#today) {
      this.refuse(field, `${formatDate(date)} lies in the future. Put in a date up to ${formatDate(this.#today)}.`);
      return null;
    }
    return date;
  }

  /** One of the words of a column in any case, spaced or hyphenated; the value for blank when there is none. */
  word<Value>(field: string, words: Words<Value>, blank: Value): Value {
    const written = this.#trimmed(field);
    if (written === "") return blank;
    const value = words.get(tidyWord(written));
    if (value !== undefined) return value;
    this.refuse(field, `${quoted(written)} is not known here. Write ${listWords(words)}, or leave the cell empty.`);
    return blank;
  }

  /** A Standard Occupation Classification code: four digits or blank. */
  soc(field: string): string {
    const code = this.#trimmed(field);
    if (code === "" || /^\d{4}$/.test(code)) return code;
    this.refuse(field, `${quoted(code)} is not a SOC code. Write its four digits, or leave the cell empty.`);
    return "";
  }

  /** Refuses a field with its reason. */
  refuse(field: string, message: string): void {
    this.problems.push(this.#place(field, message));
  }

  /** Says something about a field that keeps nothing from being imported. */
  note(field: string, message: string): void {
    this.notes.push(this.#place(field, message));
  }

  #place(field: string, message: string): ImportProblem {
    return { line: this.#line, column: (this.#columns.positions.get(field) ?? 0) + 1, field, message };
  }

  #cell(field: string): string {
    const position = this.#columns.positions.get(field);
    return position === undefined ? "" : (this.#cells[position] ?? "");
  }

  #trimmed(field: string): string {
    const cell = this.#cell(field);
    return cell === "" || isBlank(cell) ? "" : cell.trim();
  }

  #clean(field: string): string {
    const cell = this.#cell(field);
    // Most cells need nothing done, and a file has millions of them.
    if (PLAIN_TEXT.test(cell)) return cell;
    if (hasDoubleQuotes(cell)) this.note(field, "Double quotation marks were turned into single ones.");
    return cleanText(cell);
  }

  #limited(field: string, text: string, limit: number): string {
    if (text.length <= limit) return text;
    const characters = countCharacters(text);
    if (characters <= limit) return text;
    const over = characters - limit;
    this.refuse(
      field,
      `This text has ${characters.toLocaleString("en-GB")} characters; at most ${limit.toLocaleString("en-GB")} go in. Shorten it by ${over.toLocaleString("en-GB")}.`,
    );
    return "";
  }
}

/** A list of words for a message: a, b or c. */
export function listWords(words: Words<unknown>): string {
  const named = new Map<unknown, string>();
  for (const [word, value] of words) if (!named.has(value)) named.set(value, word);
  const names = [...named.values()];
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

/** What a cell holds, short and on one line, for a message. */
export function quoted(text: string): string {
  const line = onOneLine(text);
  return `'${line.length > LONGEST_QUOTED ? `${line.slice(0, LONGEST_QUOTED)}…` : line}'`;
}

function tidyWord(written: string): string {
  return written.toLowerCase().replace(/[\s_/-]+/g, " ");
}

function singleLine(text: string): string {
  if (text === "" || isBlank(text)) return "";
  return text.includes("\n") ? text.replace(/\s*\n\s*/g, " ").trim() : text.trim();
}
