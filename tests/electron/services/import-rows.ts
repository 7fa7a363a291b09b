import { openOffice } from "../../../electron/office.ts";
import { foreseeImport, importClients } from "../../../electron/services/import-clients.ts";
import type { AppEvent } from "../../../shared/contract.ts";
import { readHeader } from "../../../shared/import/import-columns.ts";
import type { ImportCounts } from "../../../shared/import/import-review.ts";
import { type ImportRow, mapRow } from "../../../shared/import/map-row.ts";
import { TODAY } from "./training-app.ts";

/** One row of an import file by its columns, as the file's reader hands it on. */
export function importRow(cells: Readonly<Record<string, string>>): ImportRow {
  const { columns } = readHeader(Object.keys(cells), 1);
  const { row, problems } = mapRow(Object.values(cells), 2, {
    columns,
    rule: "training",
    today: TODAY,
    infoCharacters: 2_000,
  });
  if (!row) throw new Error(`The row was not read: ${JSON.stringify(problems)}`);
  return row;
}

/** What an import did, or the exception that ended it, and what it told the windows. */
export interface ImportOutcome {
  readonly counts: ImportCounts | undefined;
  readonly thrown: unknown;
  readonly events: readonly AppEvent[];
}

/** Imports rows into the store of a folder, as another process beside the application would. */
export async function importInto(
  dataFolder: string,
  rows: readonly ImportRow[],
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<ImportOutcome> {
  const events: AppEvent[] = [];
  const office = openOffice({ dataFolder, isTraining: true, today: TODAY }, (event) => events.push(event));
  if (!office.ok) throw new Error(office.error.code);
  try {
    const { context } = office.value;
    if (dryRun) return { counts: foreseeImport(context, rows).counts, thrown: undefined, events };
    const imported = importClients(context, rows);
    return { counts: imported.ok ? imported.value : undefined, thrown: undefined, events };
  } catch (thrown) {
    return { counts: undefined, thrown, events };
  } finally {
    await office.value.close();
  }
}
