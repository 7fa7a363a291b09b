import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { restoreArchive, writeArchive } from "../../../electron/store/backups.ts";
import { holdFolder } from "../../../electron/store/hold-folder.ts";
import { openStore } from "../../../electron/store/open-store.ts";
import type { Store } from "../../../electron/store/store.ts";
import { TRAINING_KEY } from "../../../electron/store/training-key.ts";
import { wholeStore } from "../store/temporary-store.ts";
import { handClock, type OfficeApp, PASSPHRASE, setUpOffice } from "./entry/office-app.ts";
import { aNewItem, MARIA, openTraining } from "./training-app.ts";

/** An office that was just set up, its adviser signed in, on a clock that stands still. */
async function setUp() {
  const clock = handClock();
  return { office: await setUpOffice({ clock }), clock };
}

async function signIn(office: OfficeApp): Promise<void> {
  const { advisers } = await office.granted("entry", {});
  await office.granted("sign-in", { adviserId: advisers[0]?.id ?? "", passphrase: PASSPHRASE });
}

async function staffNumbers(office: OfficeApp): Promise<string[]> {
  return (await office.granted("list-advisers", {})).advisers.map(({ staffNumber }) => staffNumber);
}

async function madeAt(office: OfficeApp): Promise<string[]> {
  return (await office.granted("list-backups", {})).backups.map((backup) => backup.madeAt);
}

async function withStore<T>(folder: string, work: (store: Store) => Promise<T>): Promise<T> {
  const opened = openStore(join(folder, "store.db"), TRAINING_KEY);
  if (!opened.ok) throw new Error(opened.error.code);
  try {
    return await work(opened.value);
  } finally {
    opened.value.close();
  }
}

const NOW = "2012-04-16T09:00:00.000Z";
/** A worker takes its time to start on a busy machine. */
const SOON = { timeout: 15_000 };
/** Long enough for a backup that must not be made to have been made. */
const LATER = 1_200;
const ANOTHER = { name: "Bea Marsh", staffNumber: "70413", passphrase: PASSPHRASE };

describe("the day's backup", { timeout: 60_000 }, () => {
  test("is made once the first window has its session, and once a day", async () => {
    const { office, clock } = await setUp();
    expect(await madeAt(office)).toEqual([]);
    await office.granted("session", {});
    await expect.poll(() => madeAt(office), SOON).toEqual(["2012-04-16T09:00:00.000Z"]);
    clock.set("2012-04-16T15:00:00.000Z");
    await office.granted("sign-out", {});
    await signIn(office);
    await office.granted("session", {});
    await new Promise((resolve) => setTimeout(resolve, LATER));
    expect(await madeAt(office)).toEqual(["2012-04-16T09:00:00.000Z"]);
    clock.set("2012-04-17T09:00:00.000Z");
    await office.granted("sign-out", {});
    await signIn(office);
    await office.granted("session", {});
    await expect.poll(() => madeAt(office), SOON).toEqual(["2012-04-17T09:00:00.000Z", "2012-04-16T09:00:00.000Z"]);
    const files = readdirSync(office.folder).filter((name) => !name.startsWith("start."));
    expect(files).not.toContain("errors.log");
  });

  test("that fails is logged, and the work goes on", async () => {
    const { office } = await setUp();
    writeFileSync(join(office.folder, "backups"), "in the way");
    await office.granted("session", {});
    const log = join(office.folder, "errors.log");
    await expect.poll(() => (existsSync(log) ? readFileSync(log, "utf8") : ""), SOON).toContain("file-not-written");
    expect(await office.granted("find-clients", { text: "nobody" })).toEqual({ groups: [], hasMore: false });
  });

  test("is not made of a training store", async () => {
    const app = openTraining();
    await app.granted("session", {});
    await new Promise((resolve) => setTimeout(resolve, LATER));
    expect(readdirSync(app.folder)).not.toContain("backups");
  });
});

test("a training store comes back with every row of every table", async () => {
  const app = openTraining();
  const { folder } = app;
  await app.granted("open-plan", { clientId: app.clientId(MARIA) });
  app.close();
  const file = join(folder, "a.planbackup");
  const before = await withStore(folder, async (store) => {
    expect(await writeArchive({ store, dataFolder: folder, now: NOW, file })).toMatchObject({ ok: true });
    return wholeStore(store);
  });
  const later = openTraining({ dataFolder: folder });
  await later.save(MARIA, { newItems: [aNewItem()] });
  later.close();
  const hold = holdFolder(folder, "a test");
  if (!hold.ok) throw new Error(hold.error.code);
  const task = { file, dataFolder: folder, hold: hold.value, now: NOW, isTraining: true, key: TRAINING_KEY };
  expect(restoreArchive(task)).toMatchObject({ ok: true });
  hold.value.release();
  const after = await withStore(folder, async (store) => wholeStore(store));
  expect(after).toEqual(before);
  expect(Object.values(before).flat().length).toBeGreaterThan(1_000);
});

describe("the backups of an office", () => {
  test("are made and listed on request, and one is restored with its advisers", async () => {
    const { office, clock } = await setUp();
    const made = await office.granted("back-up", {});
    expect(await office.granted("list-backups", {})).toEqual({
      folder: join(office.folder, "backups"),
      backups: [{ ...made, madeAt: clock.now() }],
    });
    await office.granted("add-adviser", ANOTHER);
    expect(await staffNumbers(office)).toEqual(["70412", "70413"]);

    await office.granted("restore-backup", { file: made.file });
    expect(await office.state()).toBe("signed-out");
    expect((await office.granted("entry", {})).advisers).toHaveLength(1);
    await signIn(office);
    expect(await staffNumbers(office)).toEqual(["70412"]);
    const kept = readdirSync(office.folder).filter((name) => name.includes("before-restore"));
    expect(kept).toEqual([
      "keys-before-restore-2012-04-16T09-00-00-000Z.json",
      "store-before-restore-2012-04-16T09-00-00-000Z.db",
    ]);
  });

  test("are refused where they are none, and the adviser stays signed in", async () => {
    const { office } = await setUp();
    const file = join(office.folder, "no-backup");
    writeFileSync(file, "no backup");
    for (const named of [file, join(office.folder, "nowhere"), office.folder]) {
      expect(await office.refused("restore-backup", { file: named })).toEqual({
        code: "backup-not-readable",
        file: named,
      });
    }
    expect(await office.state()).toBe("signed-in");
  });

  test("bring an office to another desktop, where its passphrase opens it", async () => {
    const { office } = await setUp();
    const made = await office.granted("back-up", {});
    const archive = join(mkdtempSync(join(tmpdir(), "action-plan-elsewhere-")), "a.planbackup");
    onTestFinished(() => rmSync(join(archive, ".."), { recursive: true, force: true }));
    writeFileSync(archive, readFileSync(made.file));
    await office.granted("add-adviser", ANOTHER);
    office.close();

    const other = (await setUp()).office;
    await other.granted("restore-backup", { file: archive });
    await signIn(other);
    expect(await staffNumbers(other)).toEqual(["70412"]);
  });

  test("are not to be had while nobody is signed in, nor in the training store", async () => {
    const { office } = await setUp();
    await office.granted("sign-out", {});
    for (const name of ["back-up", "list-backups"] as const) {
      expect(await office.refused(name, {})).toEqual({ code: "signed-out" });
    }
    expect(await openTraining().refused("back-up", {})).toEqual({ code: "not-in-training" });
  });
});
