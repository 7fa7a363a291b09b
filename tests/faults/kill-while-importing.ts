import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkStore } from "../../electron/store/check-store.ts";
import { type FaultReport, type KillOptions, newSeed, openAgain } from "./fault-report.ts";
import { runAndKill } from "./kill-process.ts";
import { FAULTS_DAY } from "./numbered-saves.ts";
import { createRandom } from "./random.ts";

const COMMAND_LINE = join(import.meta.dirname, "..", "..", "electron", "command-line.ts");
const ROWS = 3_000;
/** Each file changes the second half of the rows of the file before, and adds as many new ones. */
const STEP = ROWS / 2;
const FIRST_NUMBER = 300_000;
/** A store grows with every import, and looking at it takes longer each time. */
const KILLS_PER_STORE = 20;
const SEEING_IT_THROUGH = 1.1;

/** Kills `import` with SIGKILL at random moments from its start on, and looks each time whether the file is in whole. */
export async function killWhileImporting({ kills, folder, seed = newSeed() }: KillOptions): Promise<FaultReport> {
  const started = performance.now();
  const random = createRandom(seed);
  const problems: string[] = [];
  let [acknowledged, unacknowledged] = [0, 0];
  for (let done = 0; done < kills; done += KILLS_PER_STORE) {
    const store = await ImportedStore.prepare(join(folder, `store-${done}`));
    for (let kill = done + 1; kill <= Math.min(kills, done + KILLS_PER_STORE); kill += 1) {
      const { isAcknowledged, isThere, problems: found } = await store.killOnce(random());
      if (isAcknowledged) acknowledged += 1;
      else if (isThere) unacknowledged += 1;
      problems.push(...found.map((problem) => `After kill ${kill}: ${problem}`));
    }
  }
  return { seed, kills, acknowledged, unacknowledged, problems, seconds: (performance.now() - started) / 1_000 };
}

/** A store, and for every row of its files the number of the last file that was imported whole. */
class ImportedStore {
  readonly #folder: string;
  readonly #expected = new Map<string, string>();
  #files = 0;
  #wholeTime = 0;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Makes a store and imports a first file undisturbed, which tells how long that takes. */
  static async prepare(folder: string): Promise<ImportedStore> {
    mkdirSync(folder);
    void openAgain(folder).close();
    const store = new ImportedStore(folder);
    const { lived, exitCode, err } = await store.#import(Number.POSITIVE_INFINITY);
    if (exitCode !== 0) throw new Error(`The import was refused: ${err}`);
    store.#wholeTime = lived;
    store.#expect(store.#files);
    return store;
  }

  /** Imports the next file and kills it at a part of the time it takes. */
  async killOnce(part: number): Promise<{ isAcknowledged: boolean; isThere: boolean; problems: string[] }> {
    const { out } = await this.#import(part * this.#wholeTime * SEEING_IT_THROUGH);
    const isAcknowledged = out.includes('"added"');
    const { context, close } = openAgain(this.#folder);
    const problems = checkStore(context.store);
    const rows = context.store.all<{ nino: string; telephone: string }>(
      "SELECT nino, telephone FROM client WHERE nino >= ?",
      ninoOf(0),
    );
    void close();
    const isThere = rows.some(({ telephone }) => telephone === String(this.#files));
    if (isAcknowledged && !isThere) problems.push("An import was acknowledged and is not there");
    if (isThere) this.#expect(this.#files);
    const astray = rows.filter(({ nino, telephone }) => this.#expected.get(nino) !== telephone).length;
    if (astray > 0) problems.push(`${astray} rows are of another import than the rest of theirs`);
    if (rows.length !== this.#expected.size)
      problems.push(`${rows.length} rows where there should be ${this.#expected.size}`);
    return { isAcknowledged, isThere, problems };
  }

  #import(delay: number) {
    this.#files += 1;
    const file = join(this.#folder, "clients.csv");
    writeFileSync(file, fileOf(this.#files));
    return runAndKill(
      COMMAND_LINE,
      ["import", file, "--training", "--data", this.#folder, "--today", FAULTS_DAY, "--json"],
      { delay },
    );
  }

  #expect(number: number): void {
    for (const row of rowsOf(number)) this.#expected.set(ninoOf(row), String(number));
  }
}

function rowsOf(number: number): number[] {
  return Array.from({ length: ROWS }, (_, row) => number * STEP + row);
}

function ninoOf(row: number): string {
  return `QQ${FIRST_NUMBER + row}A`;
}

function fileOf(number: number): string {
  const rows = rowsOf(number).map((row) => `${ninoOf(row)},Imported${row},1980-01-31,${number}`);
  return `nino,surname,date_of_birth,telephone\n${rows.join("\n")}\n`;
}
