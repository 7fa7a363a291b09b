import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openApp } from "../../../../electron/app.ts";
import { runCommandLine } from "../../../../electron/command-line/run-command-line.ts";
import { makeBackup } from "../../../../electron/store/backups.ts";
import { unpackArchive } from "../../../../electron/store/backups-archive.ts";
import { backUpBeforeMigration } from "../../../../electron/store/backups-before-migration.ts";
import { areKeysSealed, readKeys } from "../../../../electron/store/keys/key-file.ts";
import { openSeal } from "../../../../electron/store/keys/seal.ts";
import { openStore } from "../../../../electron/store/open-store.ts";
import type { Store } from "../../../../electron/store/store.ts";
import { emptyFolder, NEW_PASSPHRASE, openOfficeApp, PASSPHRASE, setUpOffice } from "./office-app.ts";

const DEVICE = Buffer.alloc(32, "d");
const OTHER_DEVICE = Buffer.alloc(32, "e");
const GRACE = { name: "Grace Moss", staffNumber: "70413", passphrase: "another four words" };

const keysFile = (folder: string) => join(folder, "keys.json");

async function plan(folder: string, ...typed: string[]) {
  const said: string[] = [];
  const output = { result: (text: string) => said.push(text), remark: (text: string) => said.push(text) };
  const terminal = { givenPassphrase: PASSPHRASE, ask: async () => undefined };
  const code = await runCommandLine([...typed, "--data", folder], folder, output, terminal);
  return { code, said: said.filter(Boolean).join("\n") };
}

/** Signs in where no desktop's key is known: on another desktop, in a checkout. */
async function signInElsewhere(folder: string, adviserId: string): Promise<void> {
  const elsewhere = openOfficeApp({ folder });
  await elsewhere.granted("sign-in", { adviserId, passphrase: PASSPHRASE });
  elsewhere.close();
}

/** Takes a backup out where nothing else lies. */
function takenOut(file: string): string {
  const folder = emptyFolder();
  if (!unpackArchive(file, folder)) throw new Error("The backup is not whole");
  return folder;
}

/** Opens a closed office's store beside its sealed keys. */
async function inStore<T>(
  folder: string,
  adviserId: string,
  deviceKey: Buffer | undefined,
  work: (store: Store) => T | Promise<T>,
): Promise<T> {
  const keys = readKeys(folder, DEVICE);
  const seal = keys.ok ? keys.value.advisers.find(({ id }) => id === adviserId)?.seal : undefined;
  const key = seal && (await openSeal(seal, PASSPHRASE, adviserId));
  const opened = key && openStore(join(folder, "store.db"), key, { deviceKey });
  if (!opened?.ok) throw new Error("The store cannot be opened");
  try {
    return await work(opened.value);
  } finally {
    opened.value.close();
  }
}

describe("an office on a desktop with a key of its own", () => {
  test("is set up with sealed keys, which every change leaves sealed and every sign-in opens", async () => {
    const office = await setUpOffice({ deviceKey: DEVICE });
    const texts = [readFileSync(keysFile(office.folder), "utf8")];
    const changed = () => {
      expect(areKeysSealed(office.folder)).toBe(true);
      const text = readFileSync(keysFile(office.folder), "utf8");
      expect(texts).not.toContain(text);
      texts.push(text);
    };
    const { adviserId } = await office.granted("add-adviser", GRACE);
    changed();
    await office.granted("rename-adviser", { adviserId, name: "Grace Moor" });
    changed();
    await office.granted("retire-adviser", { adviserId });
    changed();
    await office.granted("change-passphrase", { passphrase: PASSPHRASE, newPassphrase: NEW_PASSPHRASE });
    changed();
    const { recoveryKey } = await office.granted("new-recovery-key", { passphrase: NEW_PASSPHRASE });
    changed();
    await office.granted("confirm-recovery-key", { lastGroup: recoveryKey.slice(-5) });
    await office.granted("sign-out", {});
    await office.granted("recover", { recoveryKey, adviserId: office.adaId, passphrase: PASSPHRASE });
    changed();
    office.close();
    const again = openOfficeApp({ folder: office.folder, deviceKey: DEVICE });
    await again.granted("sign-in", { adviserId: office.adaId, passphrase: PASSPHRASE });
  });

  test("that was set up without one has its keys sealed by the next start, and by no other", async () => {
    const office = await setUpOffice();
    office.close();
    openOfficeApp({ folder: office.folder }).close();
    expect(areKeysSealed(office.folder)).toBe(false);
    const again = openOfficeApp({ folder: office.folder, deviceKey: DEVICE });
    expect(areKeysSealed(office.folder)).toBe(true);
    await again.granted("sign-in", { adviserId: office.adaId, passphrase: PASSPHRASE });
  });

  test("opens neither on another desktop, nor in a checkout, nor on the command line, and stays as it is", async () => {
    const office = await setUpOffice({ deviceKey: DEVICE });
    office.close();
    const file = keysFile(office.folder);
    const text = readFileSync(file, "utf8");
    const refused = { ok: false, error: { code: "keys-sealed", file } };
    for (const deviceKey of [undefined, OTHER_DEVICE]) {
      expect(openApp({ dataFolder: office.folder, isTraining: false, deviceKey })).toEqual(refused);
    }
    const check = await plan(office.folder, "check");
    expect([check.code, check.said]).toEqual([
      1,
      expect.stringMatching(/^The store's keys are sealed.*\n.*\n.*restore a backup/),
    ]);
    expect(readFileSync(file, "utf8")).toBe(text);
  });
});

describe("a backup of an office whose keys are sealed", () => {
  test("opens elsewhere by passphrase and by recovery key", async () => {
    const office = await setUpOffice({ deviceKey: DEVICE });
    const { file } = await office.granted("back-up", {});
    await signInElsewhere(takenOut(file), office.adaId);
    const elsewhere = openOfficeApp({ folder: takenOut(file) });
    const { recoveryKey, adaId: adviserId } = office;
    await elsewhere.granted("recover", { recoveryKey, adviserId, passphrase: NEW_PASSPHRASE });
    expect(areKeysSealed(office.folder)).toBe(true);
  });

  test("opens elsewhere too when it was made before a change of layout", async () => {
    const office = await setUpOffice({ deviceKey: DEVICE });
    office.close();
    await inStore(office.folder, office.adaId, DEVICE, backUpBeforeMigration);
    const [name = ""] = readdirSync(join(office.folder, "backups"));
    await signInElsewhere(takenOut(join(office.folder, "backups", name)), office.adaId);
  });

  test("is refused, and none is left, by who cannot take the seal off", async () => {
    const office = await setUpOffice({ deviceKey: DEVICE });
    office.close();
    const { folder } = office;
    const now = "2012-04-16T09:00:00.000Z";
    const made = await inStore(folder, office.adaId, undefined, (store) =>
      makeBackup({ store, dataFolder: folder, now }),
    );
    expect(made).toEqual({ ok: false, error: { code: "keys-sealed", file: keysFile(folder) } });
    expect(readdirSync(join(folder, "backups"))).toEqual([]);
  });

  test("is restored in the window, its keys sealed again", async () => {
    const office = await setUpOffice({ deviceKey: DEVICE });
    const { file } = await office.granted("back-up", {});
    await office.granted("add-adviser", GRACE);
    await office.granted("restore-backup", { file });
    expect(areKeysSealed(office.folder)).toBe(true);
    await office.granted("sign-in", { adviserId: office.adaId, passphrase: PASSPHRASE });
    expect((await office.granted("list-advisers", {})).advisers).toHaveLength(1);
  });

  test("opens the office again after the desktop's key was lost, and what it replaced is kept", async () => {
    const office = await setUpOffice({ deviceKey: DEVICE });
    const { file } = await office.granted("back-up", {});
    office.close();
    const sealed = readFileSync(keysFile(office.folder), "utf8");
    expect(await plan(office.folder, "restore", file)).toMatchObject({ code: 0 });
    expect((await plan(office.folder, "check")).code).toBe(0);
    const kept = readdirSync(office.folder).filter((name) => name.startsWith("keys-before-restore-"));
    expect(kept.map((name) => readFileSync(join(office.folder, name), "utf8"))).toEqual([sealed]);
    const copy = emptyFolder();
    cpSync(office.folder, copy, { recursive: true });
    await signInElsewhere(copy, office.adaId);
    const again = openOfficeApp({ folder: office.folder, deviceKey: OTHER_DEVICE });
    expect(areKeysSealed(office.folder)).toBe(true);
    await again.granted("sign-in", { adviserId: office.adaId, passphrase: PASSPHRASE });
    expect(existsSync(join(office.folder, "errors.log"))).toBe(false);
  });
});
