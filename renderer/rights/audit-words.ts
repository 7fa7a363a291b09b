import { formatNino } from "../../shared/client-record/nino.ts";
import { formatMoment } from "../../shared/dates.ts";
import { actionInWords } from "../../shared/rights/action-words.ts";
import type { AuditChange, AuditLine } from "../../shared/rights/audit.ts";
import { columnInWords, isInternalColumn, tableInWords } from "../../shared/rights/table-words.ts";
import { valueInWords } from "../../shared/rights/value-words.ts";

/** Names that ids and codes in values stand for. */
export type Names = ReadonlyMap<string, string>;

/** Whom a line is about; blank where it is about no one client. */
export function clientOf({ client }: AuditLine): string {
  if (client === null) return "";
  return client.name === null
    ? `Erased client ${client.id.slice(-8)}`
    : `${client.name}, ${formatNino(client.nino ?? "")}`;
}

/** A line as the cells of its row. */
export function lineCells(line: AuditLine): readonly string[] {
  const { id, at, adviserName, kind, action } = line;
  return [
    String(id),
    formatMoment(at),
    adviserName ?? "",
    kind === "read" ? "Read" : "Change",
    clientOf(line),
    actionInWords(action),
  ];
}

/** A change as the cells of its row: table, field, before, after. */
export function changeCells(change: AuditChange, names: Names): readonly [string, string, string, string] {
  const { table, column, before, after, isEmptied } = change;
  const what = column === null ? rowWords(change) : columnInWords(table, column);
  if (isEmptied) return [tableInWords(table), what, EMPTIED, EMPTIED];
  const words = (value: string | null) =>
    column === null ? rowInWords(table, value, names) : fieldInWords(column, value, names);
  return [tableInWords(table), what, words(before), words(after)];
}

const EMPTIED = "Emptied by a purge or an erasure";

function rowWords({ before, after, isEmptied }: AuditChange): string {
  if (isEmptied) return "Whole row";
  return after === null && before !== null ? "Row taken out" : "Row added";
}

function rowInWords(table: string, json: string | null, names: Names): string {
  if (json === null) return "";
  return Object.entries(JSON.parse(json) as Record<string, string | number | null>)
    .filter(([column]) => !isInternalColumn(table, column))
    .map(([column, value]) => [columnInWords(table, column), fieldInWords(column, value, names)])
    .filter(([, value]) => value !== "")
    .map(([label, value]) => `${label}: ${value}`)
    .join("\n");
}

function fieldInWords(column: string, value: string | number | null, names: Names): string {
  return names.get(String(value ?? "")) ?? valueInWords(column, value);
}
