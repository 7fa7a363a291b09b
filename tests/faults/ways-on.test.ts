import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openApp } from "../../electron/app.ts";
import type { Terminal } from "../../electron/command-line/ask-for-access.ts";
import { runCommandLine } from "../../electron/command-line/run-command-line.ts";
import { listBackups } from "../../electron/store/backups.ts";
import { storeDamagedNotice } from "../../shared/entry/store-messages.ts";
import type { AppError } from "../../shared/errors.ts";
import { errorMessage } from "../../shared/messages.ts";
import { openOfficeApp, PASSPHRASE, setUpOffice } from "../electron/services/entry/office-app.ts";
import { AGNES, openTraining } from "../electron/services/training-app.ts";
import { damagePage } from "./damaged-file.ts";

const RESTORE = "npm run plan -- restore FILE";
const NOBODY: Terminal = { givenPassphrase: PASSPHRASE, ask: async () => undefined };

/** Where a table begins in every store, since each is laid out by the same steps. */
function rootPageOf(table: string): number {
  const { rows } = openTraining();
  const [root] = rows<{ rootpage: number }>("SELECT rootpage FROM sqlite_schema WHERE name = ?", table);
  return root?.rootpage ?? 0;
}

/** Runs a command of `npm run plan` on an office's folder. */
async function plan(folder: string, ...typed: string[]) {
  const said: string[] = [];
  const output = { result: () => undefined, remark: (text: string) => void said.push(text) };
  const code = await runCommandLine([...typed, "--data", folder], folder, output, NOBODY);
  return { code, said: said.join("\n") };
}

/** An office with two advisers, backed up and closed. */
async function backedUpOffice() {
  const office = await setUpOffice();
  await office.granted("add-adviser", { name: "Grace Moss", staffNumber: "70413", passphrase: "another four words" });
  const { file: backup } = await office.granted("back-up", {});
  office.close();
  return { ...office, backup, store: join(office.folder, "store.db"), keys: join(office.folder, "keys.json") };
}

/** Signs in at a start of its own, and answers whom the office then has. */
async function advisersAfter(folder: string, adviserId: string): Promise<string[]> {
  const office = openOfficeApp({ folder });
  await office.granted("sign-in", { adviserId, passphrase: PASSPHRASE });
  const { advisers } = await office.granted("list-advisers", {});
  office.close();
  return advisers.map(({ name }) => name);
}

/** How a start, or else signing in at it, is refused. */
async function refusalOf(folder: string, adviserId: string): Promise<AppError> {
  const opened = openApp({ dataFolder: folder, isTraining: false });
  if (!opened.ok) return opened.error;
  const answer = await opened.value.answer("sign-in", { adviserId, passphrase: PASSPHRASE });
  opened.value.close();
  if (answer.ok) throw new Error("The adviser is in");
  return answer.error;
}

/** What lies in the places of store and keys; null where nothing does. */
function inPlace({ store, keys }: Office) {
  return [store, keys].map((file) => (existsSync(file) ? readFileSync(file, "hex") : null));
}

type Office = Awaited<ReturnType<typeof backedUpOffice>>;

describe("an office that does not open", () => {
  test.each<readonly [string, AppError["code"], (office: Office) => void]>([
    ["a store that is damaged in its header", "store-damaged", ({ store }) => damagePage(store, 1)],
    ["a store that is gone", "store-missing", ({ store }) => rmSync(store)],
    ["keys that are damaged", "keys-damaged", ({ keys }) => writeFileSync(keys, readFileSync(keys, "utf8").slice(9))],
    ["keys that are gone", "keys-missing", ({ keys }) => rmSync(keys)],
  ])("for %s says how to restore a backup, touches nothing, and opens once that is done", async (_, code, spoil) => {
    const office = await backedUpOffice();
    spoil(office);
    const before = inPlace(office);
    const atTerminal = await plan(office.folder, "check");
    expect(atTerminal).toEqual({ code: 1, said: expect.stringContaining(RESTORE) });
    const refused = await refusalOf(office.folder, office.adaId);
    expect(refused.code).toBe(code);
    expect(errorMessage(refused).whatToDo).toContain(RESTORE);
    expect(atTerminal.said.split("\n")[0]).toBe(errorMessage(refused).title);
    expect(inPlace(office)).toEqual(before);
    expect((await plan(office.folder, "restore", office.backup)).code).toBe(0);
    expect(await advisersAfter(office.folder, office.adaId)).toEqual(["Ada Fenwick", "Grace Moss"]);
  });
});

describe("a store that the check after the start finds damaged", () => {
  test("is told to the adviser, who can go on, and no backup is made of it", async () => {
    const { folder, adaId, store } = await backedUpOffice();
    for (const { file } of listBackups(folder)) rmSync(file);
    damagePage(store, rootPageOf("review"));
    const office = openOfficeApp({ folder });
    await office.granted("sign-in", { adviserId: adaId, passphrase: PASSPHRASE });
    expect((await office.granted("session", {})).isStoreDamaged).toBe(false);
    await expect.poll(() => office.events, { timeout: 15_000 }).toContainEqual({ event: "store-damaged" });
    expect((await office.granted("session", {})).isStoreDamaged).toBe(true);
    expect(await office.granted("find-clients", { text: "Gallagher" })).toMatchObject({ groups: [] });
    await office.granted("add-adviser", { name: "Neil Pratt", staffNumber: "70414", passphrase: "another four words" });
    expect(listBackups(folder)).toEqual([]);
  });

  test("is sound again after File > Restore…, and the damaged one is kept", async () => {
    const { folder, adaId, store, backup } = await backedUpOffice();
    damagePage(store, rootPageOf("review"));
    const office = openOfficeApp({ folder });
    const signIn = () => office.granted("sign-in", { adviserId: adaId, passphrase: PASSPHRASE });
    await signIn();
    await office.granted("session", {});
    await expect.poll(() => office.events, { timeout: 15_000 }).toContainEqual({ event: "store-damaged" });
    await office.granted("restore-backup", { file: backup });
    await signIn();
    expect((await office.granted("session", {})).isStoreDamaged).toBe(false);
    expect((await plan(folder, "check")).code).toBe(0);
    expect(readdirSync(folder).filter((name) => name.startsWith("store-before-restore-"))).toHaveLength(1);
  });

  test("is not purged", async () => {
    const early = openTraining({ today: "2013-08-07" });
    await early.end(await early.start(AGNES), true);
    early.close();
    damagePage(join(early.folder, "store.db"), rootPageOf("client_folded_name"));
    // By this day a closed item is due.
    const app = openTraining({ dataFolder: early.folder, today: "2013-08-14" });
    await app.granted("session", {});
    await expect.poll(() => app.events, { timeout: 15_000 }).toContainEqual({ event: "store-damaged" });
    await app.granted("recent-clients", {});
    expect(app.events).toEqual([{ event: "store-damaged" }]);
  });

  test("in training is told too, with another way on: --reset, which makes the store anew", async () => {
    const training = openTraining();
    training.close();
    const store = join(training.folder, "store.db");
    damagePage(store, rootPageOf("review"));
    const again = openTraining({ dataFolder: training.folder });
    await again.granted("session", {});
    await expect.poll(() => again.events, { timeout: 15_000 }).toEqual([{ event: "store-damaged" }]);
    expect(storeDamagedNotice(await again.granted("session", {})).whatToDo).toContain("--reset");
    again.close();
    damagePage(store, 1);
    expect(openApp({ dataFolder: training.folder, isTraining: true })).toMatchObject({ ok: false });
    const reset = openTraining({ dataFolder: training.folder, reset: true });
    expect((await reset.granted("find-clients", { text: "Gallagher" })).groups).toHaveLength(1);
  });
});

test("a folder that another start holds is refused with who holds it, and opens once that one ended", async () => {
  const office = await setUpOffice();
  const refused = openApp({ dataFolder: office.folder, isTraining: false });
  expect(refused).toMatchObject({
    ok: false,
    error: { code: "store-held", holder: expect.stringContaining("process") },
  });
  office.close();
  expect(await advisersAfter(office.folder, office.adaId)).toEqual(["Ada Fenwick"]);
});
