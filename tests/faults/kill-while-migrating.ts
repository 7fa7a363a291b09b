import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { checkStore } from "../../electron/store/check-store.ts";
import { connect } from "../../electron/store/connect.ts";
import { layoutVersion } from "../../electron/store/migrate.ts";
import { openStore } from "../../electron/store/open-store.ts";
import type { Store } from "../../electron/store/store.ts";
import { TRAINING_KEY } from "../../electron/store/training-key.ts";
import { type FaultReport, type KillOptions, newSeed, openAgain } from "./fault-report.ts";
import { runAndKill } from "./kill-process.ts";
import { laterLayouts } from "./later-layouts.ts";
import { addNumberedClients } from "./numbered-caseload.ts";
import { createRandom } from "./random.ts";

const CHILD = join(import.meta.dirname, "migrating-child.ts");
const CLIENTS = 2_000;
const SEEING_IT_THROUGH = 1.1;

/** Kills a start with SIGKILL while it brings a store to later layouts, each time on a fresh copy, and starts again. */
export async function killWhileMigrating({ kills, folder, seed = newSeed() }: KillOptions): Promise<FaultReport> {
  const started = performance.now();
  const random = createRandom(seed);
  const before = prepareStore(join(folder, "before"));
  const undisturbed = await migrateOnce(folder, before, Number.POSITIVE_INFINITY);
  const problems = [...undisturbed.problems];
  let [acknowledged, unacknowledged] = [0, 0];
  for (let kill = 1; kill <= kills; kill += 1) {
    const run = await migrateOnce(folder, before, random() * undisturbed.lived * SEEING_IT_THROUGH);
    if (run.isAcknowledged) acknowledged += 1;
    else if (run.isThere) unacknowledged += 1;
    problems.push(...run.problems.map((problem) => `After kill ${kill}: ${problem}`));
  }
  return { seed, kills, acknowledged, unacknowledged, problems, seconds: (performance.now() - started) / 1_000 };
}

function prepareStore(folder: string): string {
  mkdirSync(folder);
  const { context, close } = openAgain(folder);
  addNumberedClients(context, CLIENTS);
  void close();
  return context.store.file;
}

async function migrateOnce(folder: string, before: string, delay: number) {
  const place = join(folder, "migrating");
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place);
  const file = join(place, "store.db");
  copyFileSync(before, file);
  const { out, lived } = await runAndKill(CHILD, [file], { delay, readyLine: "ready" });
  const isAcknowledged = out.includes("migrated");
  const { found, problems } = startAgain(file);
  const isThere = found === laterLayouts.at(-1)?.version;
  if (isAcknowledged && !isThere) problems.push("A migration was acknowledged and is not there");
  return { isAcknowledged, isThere, problems, lived };
}

/** The next start finds every step either whole or not there, and takes those that are missing. */
function startAgain(file: string): { found: number; problems: string[] } {
  const database = connect(file, TRAINING_KEY, false);
  const found = Number(database.pragma("user_version", { simple: true }));
  database.close();
  const opened = openStore(file, TRAINING_KEY, { steps: laterLayouts });
  if (!opened.ok) return { found, problems: [`The next start is refused: ${opened.error.code}`] };
  const problems = layoutProblems(opened.value);
  opened.value.close();
  return { found, problems };
}

function layoutProblems(store: Store): string[] {
  const count = (sql: string) => store.get<{ count: number }>(`SELECT count(*) AS count FROM ${sql}`)?.count ?? 0;
  const problems = checkStore(store);
  const copied = count("client JOIN later USING (id) WHERE name = folded_name AND later.sound = client.sound");
  const countedOnce = count("client WHERE nino >= 'QQ2' AND version = 2");
  if (layoutVersion(store) !== laterLayouts.at(-1)?.version) problems.push(`The layout is ${layoutVersion(store)}`);
  if (copied !== count("client")) problems.push(`${copied} rows were brought over`);
  if (countedOnce !== CLIENTS) problems.push(`${countedOnce} of ${CLIENTS} rows were changed once`);
  return problems;
}
