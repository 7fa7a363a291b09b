import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openApp } from "../../electron/app.ts";
import { openOffice } from "../../electron/office.ts";
import { IMPORT_PART_BYTES } from "../../shared/import/import-requests.ts";
import { ask } from "../faults/ask.ts";
import { type BareStatement, lastAuditLine, openBareStore, statementsOf } from "./bare-store.ts";
import type { BenchRow } from "./bench-row.ts";
import { BENCH_DAY } from "./bench-store.ts";
import { namesFile } from "./names-of-all-kinds.ts";
import { median, timed } from "./timing.ts";

const CLIENTS = 100_000;
const RUNS = 3;
const GOAL_RATIO = 3;

interface ImportTimes {
  readonly reading: number;
  readonly writing: number;
  readonly floor: number;
}

/** Times an import of 100,000 clients from the first part of the file to the commit, against bare inserts of the same rows. */
export async function measureImport(): Promise<BenchRow> {
  const runs: ImportTimes[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await importOnce());
  const of = (part: (times: ImportTimes) => number) => median(runs.map(part));
  const milliseconds = of(({ reading, writing }) => reading + writing);
  const floorMilliseconds = of(({ floor }) => floor);
  return {
    operation: "import clients from a file, in a worker: sending, reading, comparing, writing",
    size: `${CLIENTS.toLocaleString("en-GB")} clients with every kind of name, of 15 columns, into a new store`,
    statistic: "median",
    milliseconds,
    floor: {
      milliseconds: floorMilliseconds,
      includes: "the same rows in one bare transaction on a new store, with neither reading nor change record",
    },
    remarks: [
      `sending, reading and comparing ${of(({ reading }) => reading).toFixed(0)} ms, writing ${of(({ writing }) => writing).toFixed(0)} ms`,
    ],
    goal: `≤ ${GOAL_RATIO} ×`,
    isMet: milliseconds <= GOAL_RATIO * floorMilliseconds,
  };
}

async function importOnce(): Promise<ImportTimes> {
  const folder = mkdtempSync(join(tmpdir(), "action-plan-bench-"));
  try {
    const file = Buffer.from(namesFile(CLIENTS));
    const bareFolder = join(folder, "bare");
    await openTraining(bareFolder).close();
    const dataFolder = join(folder, "measured");
    const times = await importThroughApp(dataFolder, file);
    const office = openTraining(dataFolder);
    const { store } = office.context;
    const statements = statementsOf(store, lastAuditLine(store)).filter(isOfClient);
    await office.close();
    return { ...times, floor: await timeBarely(join(bareFolder, "store.db"), statements) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As a window imports: sent in parts, read and compared by the worker, and written by it. */
async function importThroughApp(dataFolder: string, file: Buffer): Promise<Omit<ImportTimes, "floor">> {
  const opened = openApp({ dataFolder, isTraining: true, today: BENCH_DAY });
  if (!opened.ok) throw new Error(opened.error.code);
  const app = opened.value;
  try {
    let importId = "";
    const reading = await timed(async () => {
      importId = (await ask(app, "begin-import", { bytes: file.length })).importId;
      for (let from = 0; from < file.length; from += IMPORT_PART_BYTES) {
        const part = file.subarray(from, from + IMPORT_PART_BYTES).toString("base64");
        await ask(app, "send-import-part", { importId, part });
      }
      const { problemCount } = await ask(app, "check-import", { importId, choices: null });
      if (problemCount > 0) throw new Error("The file has problems");
    });
    const writing = await timed(async () => {
      const { added } = await ask(app, "confirm-import", { importId });
      if (added !== CLIENTS) throw new Error("Not every client was imported");
    });
    return { reading, writing };
  } finally {
    app.close();
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

function openTraining(dataFolder: string) {
  const office = openOffice({ dataFolder, isTraining: true, today: BENCH_DAY }, () => undefined);
  if (!office.ok) throw new Error(office.error.code);
  return office.value;
}
