import type { ClientSummary } from "../../shared/client-record/client-record.ts";
import type { HeldChange, HeldLine, HeldRows } from "../store/repositories/client-rows.ts";
import type { Row } from "../store/store.ts";

/** Everything held on a client, with the names that its codes and ids stand for. */
export interface Held {
  readonly client: ClientSummary & { readonly name: string };
  readonly madeAt: string;
  readonly madeBy: string;
  readonly office: string;
  readonly rows: readonly HeldRows[];
  /** The Action Items, interviews, interactions and prints among them, which other rows refer to by id. */
  readonly rowsById: ReadonlyMap<string, Row>;
  readonly changes: readonly HeldChange[];
  /** Under which name each attached file is given out, by the attachment's id. */
  readonly fileNames: ReadonlyMap<string, string>;
  readonly lines: readonly HeldLine[];
  readonly adviserNames: ReadonlyMap<string, string>;
  readonly kindNames: ReadonlyMap<string, string>;
  readonly questions: ReadonlyMap<string, string>;
}

/** Everything held on a client for another program: each row as it is stored, its history, and the audit. */
export function heldAsJson(held: Held): string {
  const { client, madeAt, madeBy, office, rows, changes, fileNames, lines, adviserNames } = held;
  const form = {
    format: 1,
    madeAt,
    madeBy,
    office,
    client: { id: client.id, nino: client.nino, name: client.name },
    advisers: Object.fromEntries(adviserNames),
    held: Object.fromEntries(rows.map((table) => [camel(table.table), table.rows.map(rowForm)])),
    files: Object.fromEntries(fileNames),
    changes: changes.map(({ isEmptied, table, column, ...change }) => ({
      ...change,
      table: camel(table),
      column: column === null ? null : camel(column),
      isEmptied: isEmptied === 1,
    })),
    audit: lines,
  };
  return `${JSON.stringify(form, null, 2)}\n`;
}

/** Columns that hold JSON of their own. */
const NESTED = ["pulled", "content"];

function rowForm(row: Row): object {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      camel(column),
      NESTED.includes(column) && typeof value === "string" ? JSON.parse(value) : value,
    ]),
  );
}

function camel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
