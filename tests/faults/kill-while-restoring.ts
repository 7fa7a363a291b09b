import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { openApp } from "../../electron/app.ts";
import { checkStore } from "../../electron/store/check-store.ts";
import { readKeys } from "../../electron/store/keys/key-file.ts";
import { openSeal } from "../../electron/store/keys/seal.ts";
import { openStore, type StoreKey } from "../../electron/store/open-store.ts";
import { ask } from "./ask.ts";
import { type FaultReport, type KillOptions, newSeed } from "./fault-report.ts";
import { runAndKill } from "./kill-process.ts";
import { createRandom } from "./random.ts";

const CHILD = join(import.meta.dirname, "restoring-child.ts");
const CHEAP = { N: 2, r: 8, p: 1 } as const;
const SEEING_IT_THROUGH = 1.1;
const BEFORE = "four words of before";
const SINCE = "four words said since";
const KEPT_STORE = /^store-before-restore-.*\.db$/;

/** An office that has moved on since its backup: by another passphrase, and an adviser more. */
interface Office {
  readonly folder: string;
  readonly archive: string;
  readonly adaId: string;
  readonly key: StoreKey;
}

/** What a start finds: the office of the backup, or the one since. */
type Found = "restored" | "since";

/** Kills a process with SIGKILL while it restores, each time on a fresh copy, and starts on what is left. */
export async function killWhileRestoring({ kills, folder, seed = newSeed() }: KillOptions): Promise<FaultReport> {
  const started = performance.now();
  const random = createRandom(seed);
  const office = await prepareOffice(folder);
  const undisturbed = await restoreOnce(folder, office, Number.POSITIVE_INFINITY);
  const problems = [...undisturbed.problems];
  let [acknowledged, unacknowledged] = [0, 0];
  for (let kill = 1; kill <= kills; kill += 1) {
    const run = await restoreOnce(folder, office, random() * undisturbed.lived * SEEING_IT_THROUGH);
    if (run.isAcknowledged) acknowledged += 1;
    else if (run.found === "restored") unacknowledged += 1;
    problems.push(...run.problems.map((problem) => `After kill ${kill}: ${problem}`));
  }
  return { seed, kills, acknowledged, unacknowledged, problems, seconds: (performance.now() - started) / 1_000 };
}

function openOffice(dataFolder: string) {
  const opened = openApp({ dataFolder, isTraining: false, keyCost: CHEAP });
  if (!opened.ok) throw new Error(`The office does not open: ${opened.error.code}`);
  return opened.value;
}

async function prepareOffice(folder: string): Promise<Office> {
  const own = join(folder, "office");
  mkdirSync(own);
  const app = openOffice(own);
  const { recoveryKey } = await ask(app, "set-up", {
    office: { name: "Kelbridge Jobcentre", nation: "SCT", soc: "2010", plans: "both" },
    adviser: { name: "Ada Fenwick", staffNumber: "70412" },
    passphrase: BEFORE,
  });
  await ask(app, "confirm-recovery-key", { lastGroup: recoveryKey.slice(-5) });
  const adaId = (await ask(app, "entry", {})).advisers[0]?.id ?? "";
  const { file } = await ask(app, "back-up", {});
  await ask(app, "change-passphrase", { passphrase: BEFORE, newPassphrase: SINCE });
  await ask(app, "add-adviser", { name: "Grace Moss", staffNumber: "70413", passphrase: SINCE });
  app.close();
  const archive = join(folder, "a.planbackup");
  renameSync(file, archive);
  return { folder: own, archive, adaId, key: await keyOf(own, adaId, SINCE) };
}

async function keyOf(folder: string, adviserId: string, passphrase: string): Promise<StoreKey> {
  const keys = readKeys(folder, undefined);
  const seal = keys.ok ? keys.value.advisers.find(({ id }) => id === adviserId)?.seal : undefined;
  const key = seal ? await openSeal(seal, passphrase, adviserId) : undefined;
  if (!key) throw new Error("The office's keys cannot be opened");
  return key;
}

async function restoreOnce(folder: string, office: Office, delay: number) {
  const place = join(folder, "restoring");
  rmSync(place, { recursive: true, force: true });
  cpSync(office.folder, place, { recursive: true });
  const args = [place, office.archive, office.key.toString("hex")];
  const { out, err, exitCode, lived } = await runAndKill(CHILD, args, { delay, readyLine: "ready" });
  if (exitCode !== null && exitCode !== 0) throw new Error(`The restoring process failed: ${err}`);
  const isAcknowledged = out.includes("restored ");
  const { found, problems } = await startOn(place, office);
  if (isAcknowledged && found !== "restored") problems.push("A restore was acknowledged and was not made");
  problems.push(...leftovers(place, office, found));
  return { isAcknowledged, found, problems, lived };
}

/** Starts the application as the next start does, and signs in by the passphrase of whichever office is there. */
async function startOn(place: string, { adaId, key }: Office): Promise<{ found: Found; problems: string[] }> {
  const app = openOffice(place);
  const problems: string[] = [];
  try {
    const { advisers } = await ask(app, "entry", {});
    const found = advisers.length === 1 ? "restored" : "since";
    await ask(app, "sign-in", { adviserId: adaId, passphrase: found === "restored" ? BEFORE : SINCE });
    const stored = await ask(app, "list-advisers", {});
    if (stored.advisers.length !== advisers.length) problems.push("Store and keys are of two different moments");
    if (stored.advisers.some(({ isRetired }) => isRetired)) problems.push("Somebody was retired");
    problems.push(...problemsIn(join(place, "store.db"), key));
    return { found, problems };
  } finally {
    app.close();
  }
}

/** What was replaced is kept whole under its dated name, with its keys; otherwise nothing of the restore is left. */
function leftovers(place: string, office: Office, found: Found): string[] {
  const names = readdirSync(place);
  const problems = names.filter((name) => name.startsWith("restoring")).map((name) => `${name} is left`);
  const kept = names.filter((name) => KEPT_STORE.test(name));
  if (kept.length !== (found === "restored" ? 1 : 0)) problems.push(`${kept.length} stores are kept`);
  for (const name of kept) {
    const file = join(place, name);
    problems.push(...problemsIn(file, office.key));
    if (countAdvisers(file, office.key) !== 2) problems.push("The store that is kept is not the one since");
    const keptKeys = join(place, name.replace(/^store-(.*)\.db$/, "keys-$1.json"));
    if (!readFileSync(keptKeys).equals(readFileSync(join(office.folder, "keys.json")))) {
      problems.push("The keys that are kept are not those since");
    }
  }
  return problems;
}

function problemsIn(file: string, key: StoreKey): string[] {
  const store = openedStore(file, key);
  const problems = checkStore(store);
  store.close();
  return problems;
}

function countAdvisers(file: string, key: StoreKey): number {
  const store = openedStore(file, key);
  const { length } = store.all("SELECT id FROM adviser");
  store.close();
  return length;
}

function openedStore(file: string, key: StoreKey) {
  const opened = openStore(file, key);
  if (!opened.ok) throw new Error(`${file} does not open: ${opened.error.code}`);
  return opened.value;
}
