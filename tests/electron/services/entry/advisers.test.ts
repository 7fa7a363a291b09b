import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCommandLine } from "../../../../electron/command-line/run-command-line.ts";
import { checkStore } from "../../../../electron/store/check-store.ts";
import { readKeys } from "../../../../electron/store/keys/key-file.ts";
import { openSeal } from "../../../../electron/store/keys/seal.ts";
import { openStore } from "../../../../electron/store/open-store.ts";
import type { Store } from "../../../../electron/store/store.ts";
import { NEW_PASSPHRASE, openOfficeApp, PASSPHRASE, setUpOffice } from "./office-app.ts";

const GRACE = { name: "Grace Moss", staffNumber: "T-9", passphrase: "another four words" };

/** Looks into a closed office's store with an adviser's passphrase. */
async function inStore<T>(folder: string, adviserId: string, look: (store: Store) => T): Promise<T> {
  const keys = readKeys(folder, undefined);
  const seal = keys.ok ? keys.value.advisers.find(({ id }) => id === adviserId)?.seal : undefined;
  const key = seal && (await openSeal(seal, PASSPHRASE, adviserId));
  const opened = key && openStore(join(folder, "store.db"), key);
  if (!opened?.ok) throw new Error("The store cannot be opened");
  try {
    return look(opened.value);
  } finally {
    opened.value.close();
  }
}

test("an adviser is added, renamed and retired, and the audit has a line for each", async () => {
  const office = await setUpOffice();
  const { adviserId } = await office.granted("add-adviser", GRACE);
  await office.granted("rename-adviser", { adviserId, name: "Grace Moor" });
  const grace = { id: adviserId, name: "Grace Moor" };
  expect((await office.granted("entry", {})).advisers).toEqual([{ id: office.adaId, name: "Ada Fenwick" }, grace]);
  await office.granted("retire-adviser", { adviserId });
  expect(await office.granted("list-advisers", {})).toEqual({
    advisers: [
      { id: office.adaId, name: "Ada Fenwick", staffNumber: "70412", isRetired: false },
      { ...grace, staffNumber: "T-9", isRetired: true },
    ],
  });
  office.close();
  const { actions, problems } = await inStore(office.folder, office.adaId, (store) => ({
    actions: store.all("SELECT action, adviser_id AS by FROM audit ORDER BY id"),
    problems: checkStore(store),
  }));
  const by = office.adaId;
  expect(actions).toEqual(
    ["set-up", "add-adviser", "rename-adviser", "retire-adviser"].map((action) => ({ action, by })),
  );
  expect(problems).toEqual([]);
});

test("a retired adviser opens nothing, neither by passphrase nor by the recovery key", async () => {
  const office = await setUpOffice();
  const { adviserId } = await office.granted("add-adviser", GRACE);
  await office.granted("retire-adviser", { adviserId });
  await office.granted("sign-out", {});
  const { passphrase } = GRACE;
  const { recoveryKey } = office;
  expect(await office.refused("sign-in", { adviserId, passphrase })).toEqual({ code: "adviser-not-found" });
  expect(await office.refused("recover", { adviserId, passphrase, recoveryKey })).toEqual({
    code: "adviser-not-found",
  });
});

test("the last adviser stays; who retires themselves is signed out", async () => {
  const office = await setUpOffice();
  const self = { adviserId: office.adaId };
  expect(await office.refused("retire-adviser", self)).toEqual({ code: "last-adviser" });
  await office.granted("add-adviser", GRACE);
  await office.granted("retire-adviser", self);
  expect(await office.state()).toBe("signed-out");
});

test("a staff number is one adviser's; nobody unknown is renamed or retired", async () => {
  const office = await setUpOffice();
  await office.granted("add-adviser", GRACE);
  expect(await office.refused("add-adviser", { ...GRACE, staffNumber: " t-9 " })).toEqual({
    code: "staff-number-taken",
  });
  expect(await office.refused("add-adviser", { ...GRACE, passphrase: "short" })).toEqual({
    code: "passphrase-too-short",
    least: 12,
  });
  expect(await office.refused("rename-adviser", { adviserId: "nobody", name: "No One" })).toEqual({
    code: "adviser-not-found",
  });
  expect(await office.refused("retire-adviser", { adviserId: "nobody" })).toEqual({ code: "adviser-not-found" });
  expect(await office.refused("rename-adviser", { adviserId: office.adaId, name: 'Ada "A"' })).toEqual({
    code: "invalid-request",
    fields: ["name"],
  });
});

test("a name that is changed is the session's at once", async () => {
  const office = await setUpOffice();
  await office.granted("rename-adviser", { adviserId: office.adaId, name: "Ada Moor" });
  expect(await office.granted("session", {})).toMatchObject({ adviser: { id: office.adaId, name: "Ada Moor" } });
});

test("a passphrase is changed by who knows the old one", async () => {
  const office = await setUpOffice();
  const change = { passphrase: PASSPHRASE, newPassphrase: NEW_PASSPHRASE };
  expect(await office.refused("change-passphrase", { ...change, passphrase: "not the passphrase" })).toEqual({
    code: "wrong-passphrase",
    waitSeconds: 0,
  });
  await office.granted("change-passphrase", change);
  await office.granted("sign-out", {});
  const adviserId = office.adaId;
  await office.granted("sign-in", { adviserId, passphrase: NEW_PASSPHRASE });
});

/** An office closed after some work, of which only the keys, or all but the keys, had reached the disk. */
async function halfWritten(work: "add" | "retire", left: "keys" | "store") {
  const office = await setUpOffice();
  const { adviserId: graceId } = await office.granted("add-adviser", GRACE);
  if (work === "add") await office.granted("retire-adviser", { adviserId: graceId });
  office.close();
  const file = join(office.folder, left === "keys" ? "store.db" : "keys.json");
  copyFileSync(file, `${file}.before`);
  const again = openOfficeApp({ folder: office.folder });
  await again.granted("sign-in", { adviserId: office.adaId, passphrase: PASSPHRASE });
  const late = { ...GRACE, name: "Late Comer", staffNumber: "T-10" };
  const changedId = work === "add" ? (await again.granted("add-adviser", late)).adviserId : graceId;
  if (work === "retire") await again.granted("retire-adviser", { adviserId: graceId });
  again.close();
  copyFileSync(`${file}.before`, file);
  return { folder: office.folder, adaId: office.adaId, changedId };
}

test.each(["keys", "store"] as const)(
  "an adviser of whom only the %s had been written was never added",
  async (left) => {
    const { folder, adaId, changedId } = await halfWritten("add", left);
    const office = openOfficeApp({ folder });
    const { passphrase } = GRACE;
    expect(await office.refused("sign-in", { adviserId: changedId, passphrase })).toEqual({
      code: "adviser-not-found",
    });
    await office.granted("sign-in", { adviserId: adaId, passphrase: PASSPHRASE });
    expect((await office.granted("entry", {})).advisers.map(({ id }) => id)).toEqual([adaId]);
    const { advisers } = await office.granted("list-advisers", {});
    expect(advisers.filter(({ isRetired }) => !isRetired).map(({ id }) => id)).toEqual([adaId]);
  },
);

test.each(["keys", "store"] as const)(
  "an adviser of whose retiring only the %s had been written opens nothing",
  async (left) => {
    const { folder, adaId, changedId } = await halfWritten("retire", left);
    const office = openOfficeApp({ folder });
    const { passphrase } = GRACE;
    expect(await office.refused("sign-in", { adviserId: changedId, passphrase })).toEqual({
      code: "adviser-not-found",
    });
    await office.granted("sign-in", { adviserId: adaId, passphrase: PASSPHRASE });
    const { advisers } = await office.granted("list-advisers", {});
    expect(advisers.map(({ id, isRetired }) => [id, isRetired])).toEqual([
      [adaId, false],
      [changedId, true],
    ]);
    expect(readFileSync(join(folder, "keys.json"), "utf8")).toContain('"seal": null');
  },
);

test("who retires an adviser is told of the interview that the adviser has open, which stays open", async () => {
  const office = await setUpOffice();
  await importClient(office.folder);
  const { adviserId: graceId } = await office.granted("add-adviser", GRACE);
  await office.granted("sign-out", {});
  await office.granted("sign-in", { adviserId: graceId, passphrase: GRACE.passphrase });
  const { groups } = await office.granted("find-clients", { text: "Moor" });
  const clientId = groups[0]?.clients[0]?.id ?? "";
  await office.granted("start-interview", { clientId, kind: "caseload", attendance: "present" });
  await office.granted("sign-out", {});
  await office.granted("sign-in", { adviserId: office.adaId, passphrase: PASSPHRASE });
  const told = async () =>
    (await office.granted("list-advisers", {})).advisers.map(({ inInterviewWith }) => inInterviewWith);
  expect(await told()).toEqual([undefined, "Agnes Moor"]);
  await office.granted("retire-adviser", { adviserId: graceId });
  expect(await told()).toEqual([undefined, "Agnes Moor"]);
  expect((await office.granted("open-client", { clientId })).openInterview).not.toBeNull();
});

/** Imports one client, as the command line does. */
async function importClient(folder: string): Promise<void> {
  const file = join(folder, "clients.csv");
  writeFileSync(file, "nino,surname,forenames,date_of_birth\nAB123456C,Moor,Agnes,01/02/1970\n");
  const silent = { result: () => undefined, remark: () => undefined };
  const typing = { givenPassphrase: PASSPHRASE, ask: async () => undefined };
  expect(await runCommandLine(["import", file, "--data", folder], folder, silent, typing)).toBe(0);
}
