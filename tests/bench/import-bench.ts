import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openOffice } from "../../electron/office.ts";
import { importClients } from "../../electron/services/import-clients.ts";
import { readImportFile } from "../../electron/services/read-import-file.ts";
import { type BareStatement, lastAuditLine, openBareStore, statementsOf } from "./bare-store.ts";
import type { BenchRow } from "./bench-row.ts";
import { BENCH_DAY } from "./bench-store.ts";
import { fictionalName } from "./fictional-names.ts";
import { median, timed } from "./timing.ts";

const CLIENTS = 100_000;
const RUNS = 3;
const GOAL_RATIO = 3;

interface ImportTimes {
  readonly reading: number;
  readonly writing: number;
  readonly floor: number;
}

/** Times an import of 100,000 clients from the file's bytes to the commit, against bare inserts of the same rows. */
export async function measureImport(): Promise<BenchRow> {
  const runs: ImportTimes[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await importOnce());
  const of = (part: (times: ImportTimes) => number) => median(runs.map(part));
  const milliseconds = of(({ reading, writing }) => reading + writing);
  const floorMilliseconds = of(({ floor }) => floor);
  return {
    operation: "import clients from a file: reading, checking, writing",
    size: `${CLIENTS.toLocaleString("en-GB")} clients of 15 columns into a new store`,
    statistic: "median",
    milliseconds,
    floor: {
      milliseconds: floorMilliseconds,
      includes: "the same rows in one bare transaction on a new store, with neither reading nor change record",
    },
    remarks: [
      `reading and checking ${of(({ reading }) => reading).toFixed(0)} ms, writing ${of(({ writing }) => writing).toFixed(0)} ms`,
    ],
    goal: `≤ ${GOAL_RATIO} ×`,
    isMet: milliseconds <= GOAL_RATIO * floorMilliseconds,
  };
}

async function importOnce(): Promise<ImportTimes> {
  const folder = mkdtempSync(join(tmpdir(), "action-plan-bench-"));
  try {
    const file = join(folder, "clients.csv");
    writeFileSync(file, importFile());
    const bareFolder = join(folder, "bare");
    closedStore(bareFolder);
    const office = openTraining(join(folder, "measured"));
    const { context, close } = office;
    let rows: ReturnType<typeof readImportFile>["rows"] = [];
    const reading = await timed(() => {
      const read = readImportFile(readFileSync(file), { rule: "training", today: BENCH_DAY, infoCharacters: 2_000 });
      if (read.problems.length > 0) throw new Error(read.problems[0]?.message);
      rows = read.rows;
    });
    const writing = await timed(() => {
      const imported = importClients(context, rows, { dryRun: false });
      if (!imported.ok || imported.value.added !== CLIENTS) throw new Error("Not every client was imported");
    });
    const statements = statementsOf(context.store, lastAuditLine(context.store)).filter(isOfClient);
    await close();
    return { reading, writing, floor: await timeBarely(join(bareFolder, "store.db"), statements) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Leaves the change record and the audit out. */
function isOfClient({ sql }: BareStatement): boolean {
  return !/^INSERT INTO (audit|change|change_value) /.test(sql);
}

async function timeBarely(file: string, statements: readonly BareStatement[]): Promise<number> {
  const bare = openBareStore(file);
  const milliseconds = await timed(() => bare.write(statements));
  bare.close();
  return milliseconds;
}

function closedStore(folder: string): void {
  void openTraining(folder).close();
}

function openTraining(dataFolder: string) {
  const office = openOffice({ dataFolder, isTraining: true, today: BENCH_DAY }, () => undefined);
  if (!office.ok) throw new Error(office.error.code);
  return office.value;
}

function importFile(): string {
  const header =
    "nino,title,surname,forenames,date_of_birth,address_1,address_2,postcode,telephone,benefit,client_group,status,preferred_hours,driving_licence,car_owner";
  const rows = Array.from({ length: CLIENTS }, (_, number) => {
    const { surname, forenames, dateOfBirth } = fictionalName(number);
    const nino = `QQ${200_000 + number}A`;
    return `${nino},Ms,${surname},${forenames},${dateOfBirth},${number} Harbour Street,Kelbridge,KB1 1AA,01632 960${number % 1000},ESA,ESA,WRAG,part time,full,no`;
  });
  return `${header}\n${rows.join("\n")}\n`;
}
