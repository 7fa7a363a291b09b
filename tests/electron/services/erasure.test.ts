import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { openOffice } from "../../../electron/office.ts";
import { eraseByNino } from "../../../electron/services/erase-client.ts";
import { importClients } from "../../../electron/services/import-clients.ts";
import { checkStore } from "../../../electron/store/check-store.ts";
import { TRAINING_KEY } from "../../../electron/store/training-key.ts";
import { PASSPHRASE, setUpOffice } from "./entry/office-app.ts";
import { importRow } from "./import-rows.ts";
import {
  amending,
  aNewItem,
  DILIP,
  expectCode,
  itemAt,
  MARIA,
  openTraining,
  reviewing,
  type TrainingApp,
} from "./training-app.ts";

const NEW_DETAILS = {
  ...{ title: "", forenames: "Ann", dateOfBirth: "1970-02-01", address: ["", "", "", ""], postcode: "", telephone: "" },
  ...{ mobile: "", email: "", benefit: "", clientGroup: "", status: "", disabledPerson: false, incidentMarker: false },
};

const MARIAS_END = "002A";

/** The store's file with every page, free ones too, as they are without encryption. */
function rawPages(folder: string): Buffer {
  const copy = join(folder, "copy.db");
  copyFileSync(join(folder, "store.db"), copy);
  const database = new Database(copy);
  database.key(Buffer.from(`raw:${TRAINING_KEY.toString("hex")}`));
  database.pragma("journal_mode = DELETE");
  database.rekey(Buffer.alloc(0));
  database.close();
  const bytes = readFileSync(copy);
  rmSync(copy);
  expect(bytes.subarray(0, 15).toString()).toBe("SQLite format 3");
  return bytes;
}

/** Everything that can be told of Maria by a text: what the rows, and the changes of them, hold. */
async function textsOfMaria(app: TrainingApp): Promise<string[]> {
  const { files } = await app.granted("subject-access", { clientId: app.clientId(MARIA) });
  const held = JSON.parse(files.find(({ name }) => name.endsWith(".json"))?.text ?? "{}");
  const texts = new Set<string>();
  const walk = (value: unknown) => {
    if (typeof value === "string" && value.length > 14 && !/^[\dT:.Z-]+$|^[\da-f-]{36}$/.test(value)) texts.add(value);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(walk);
  };
  walk({ ...held.held });
  return [...texts, "Gallagher", MARIA, MARIA.split("").toReversed().join("").slice(1)];
}

/** Work on Maria that leaves rows which are gone again, and texts that were written over. */
async function workOnMaria(app: TrainingApp) {
  const started = await app.start(MARIA);
  const open = itemAt(await app.plan(MARIA), 1);
  const reviewed = await app.save(MARIA, reviewing(open, "Zebedee said it in confidence"));
  const deleted = itemAt(reviewed, 1).reviews.find(({ text }) => text.startsWith("Zebedee"))?.id ?? "";
  await app.save(MARIA, { deletedReviews: [deleted] });
  await app.save(MARIA, amending(open, { text: "Lighthouse keeping, corrected" }));
  await app.save(MARIA, { newItems: [aNewItem({ text: "Polish the lens of the lighthouse" })] });
  await app.printAndHandOver(MARIA);
  await app.end(started);
}

const erase = (app: TrainingApp) =>
  app.granted("erase-client", { clientId: app.clientId(MARIA), reason: "request", ninoEnd: MARIAS_END });

test("nothing of the client can be read in the store's file any more, and everybody else is as before", async () => {
  const app = openTraining();
  await workOnMaria(app);
  const texts = [...(await textsOfMaria(app)), "Zebedee said it in confidence", "Lighthouse keeping, corrected"];
  expect(texts.length).toBeGreaterThan(20);
  const others = await app.window(DILIP);
  // What somebody else's record, or the product itself, says too proves nothing.
  const clientId = app.clientId(MARIA);
  await erase(app);
  expect(await app.window(DILIP)).toEqual(others);
  expect(await app.refused("open-client", { clientId })).toEqual({ code: "client-not-found" });
  app.close();
  const pages = rawPages(app.folder);
  const shared = rawPages(openTrainingWithout(app)).toString("latin1");
  const readable = texts.filter((text) => pages.includes(Buffer.from(text)) && !shared.includes(text));
  expect(readable).toEqual([]);
  expect(pages.includes(Buffer.from("Zebedee"))).toBe(false);
  expect(pages.includes(Buffer.from("Gallagher"))).toBe(false);
  expect(pages.includes(Buffer.from(MARIA))).toBe(false);
});

/** The same store made whole anew, so that only what its rows still say is in it. */
function openTrainingWithout({ folder }: TrainingApp): string {
  const anew = join(folder, "anew");
  mkdirSync(anew);
  const database = new Database(join(folder, "store.db"));
  database.key(Buffer.from(`raw:${TRAINING_KEY.toString("hex")}`));
  database.prepare("VACUUM INTO ?").run(join(anew, "store.db"));
  database.close();
  return anew;
}

test("no row and no value of the client is left, the chain holds, and one line says it without content", async () => {
  const app = openTraining();
  await workOnMaria(app);
  const clientId = app.clientId(MARIA);
  const before = app.rows<{ count: number }>("SELECT COUNT(*) AS count FROM audit")[0]?.count ?? 0;
  await erase(app);
  const tables = app.rows<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'");
  const naming = tables.filter(({ name }) =>
    app.rows(`SELECT * FROM ${name}`).some((row) => JSON.stringify(row).includes(clientId)),
  );
  expect(naming.map(({ name }) => name).toSorted()).toEqual(["audit", "change"]);
  const [line] = app.rows<{ id: number }>(
    "SELECT id, kind, action, client_id, interview_id FROM audit ORDER BY id DESC LIMIT 1",
  );
  expect(line).toEqual({
    id: before + 1,
    kind: "change",
    action: "erase-client:request",
    client_id: clientId,
    interview_id: null,
  });
  const values = app.rows(
    "SELECT DISTINCT before, after FROM change JOIN change_value USING (id) WHERE audit_id = ?",
    line?.id,
  );
  expect(values).toEqual([{ before: "{}", after: null }]);
  app.close();
  const opened = openOffice({ dataFolder: app.folder, isTraining: true }, () => undefined);
  if (!opened.ok) throw new Error(opened.error.code);
  expect(checkStore(opened.value.context.store)).toEqual([]);
  expect(opened.value.context.store.database.pragma("secure_delete", { simple: true })).toBe(1);
  await opened.value.close();
});

test("what an import wrote of the client, and took out again, is emptied, and the others of the import are not", async () => {
  const app = openTraining();
  app.close();
  const opened = openOffice({ dataFolder: app.folder, isTraining: true, today: "2012-04-16" }, () => undefined);
  if (!opened.ok) throw new Error(opened.error.code);
  const { context } = opened.value;
  const rows = (subject: string) => [
    importRow({ nino: "QQ300001A", surname: "Moor", date_of_birth: "1970-02-01", qualification_1_subject: subject }),
    importRow({ nino: "QQ300002A", surname: "Marsh", date_of_birth: "1971-02-01", qualification_1_subject: "Pottery" }),
  ];
  importClients(context, rows("Juggling with lighthouses"));
  importClients(context, rows(""));
  const saying = (text: string) =>
    context.store.all("SELECT id FROM change_value WHERE instr(before, ?) OR instr(after, ?)", text, text).length;
  expect(saying("Juggling with lighthouses")).toBeGreaterThan(0);
  const erased = await eraseByNino(context, "QQ 30 00 01 A", "mistake");
  expect(erased).toMatchObject({ ok: true });
  expect([saying("Juggling with lighthouses"), saying("Moor"), saying("QQ300001A")]).toEqual([0, 0, 0]);
  expect(saying("Pottery")).toBeGreaterThan(0);
  expect(checkStore(context.store)).toEqual([]);
  await opened.value.close();
});

test("it is refused while an interview is open, with another NINO's end, and of nobody; nothing is changed", async () => {
  const app = openTraining();
  const clientId = app.clientId(MARIA);
  const input = { clientId, reason: "request", ninoEnd: MARIAS_END } as const;
  expect(await app.refused("erase-client", { ...input, ninoEnd: "001A" })).toEqual({ code: "nino-end-differs" });
  expect(await app.refused("erase-client", { ...input, clientId: "nobody" })).toEqual({ code: "client-not-found" });
  const started = await app.start(MARIA, "caseload");
  const refused = expectCode(await app.refused("erase-client", input), "erasure-in-interview");
  expect(refused).toEqual({
    code: "erasure-in-interview",
    adviserName: "B Johns",
    startedAt: started.interview.startedAt,
  });
  await app.end(started, true);
  expect(await app.ask("erase-client", { ...input, ninoEnd: " 00 2a" })).toMatchObject({ ok: true });
});

test("windows are told that the client is gone, and the plan that was at hand is not shown again", async () => {
  const app = openTraining();
  const clientId = app.clientId(MARIA);
  await app.window(MARIA);
  await erase(app);
  expect(app.events).toContainEqual({ event: "client-changed", clientId, version: 0 });
  expect(await app.refused("open-plan", { clientId })).toEqual({ code: "client-not-found" });
  expect((await app.granted("recent-clients", {})).clients.map(({ id }) => id)).not.toContain(clientId);
});

/** A data folder with copies of the store from before. */
function leaveOlderCopies(folder: string): readonly string[] {
  const backups = join(folder, "backups");
  mkdirSync(backups);
  const names = ["backup-2012-04-10T08-00-00-000Z.planbackup", "backup-2012-04-11T08-00-00-000Z.planbackup.77.part"];
  for (const name of names) writeFileSync(join(backups, name), "older");
  writeFileSync(join(backups, "notes of mine.txt"), "kept");
  writeFileSync(join(folder, "store-before-restore-20120412.db"), "older");
  return [...names, "store-before-restore-20120412.db"];
}

test("older backups, half-written ones and stores set aside go, a new one is made, and all are named", async () => {
  const app = openTraining();
  const older = leaveOlderCopies(app.folder);
  const { backups } = await erase(app);
  expect(backups).toEqual({
    made: expect.stringMatching(/^backup-.*\.planbackup$/),
    deleted: older,
    left: [],
  });
  expect(readdirSync(join(app.folder, "backups")).toSorted()).toEqual([backups.made, "notes of mine.txt"].toSorted());
  expect(readdirSync(app.folder).filter((name) => name.includes("before-restore"))).toEqual([]);
});

test("where no new backup can be made, the older ones stay and are told to hold the client still", async () => {
  const app = openTraining();
  // A file in the folder's place, as far as making one is concerned: the copies lie beside the store.
  writeFileSync(join(app.folder, "backups"), "no folder");
  const aside = join(app.folder, "store-before-restore-20120412.db");
  writeFileSync(aside, "older");
  const { backups } = await erase(app);
  expect(backups).toEqual({ made: null, deleted: [], left: [aside] });
});

test("without any copy from before none is made", async () => {
  const app = openTraining();
  expect(await erase(app)).toEqual({ backups: { made: null, deleted: [], left: [] } });
});

test("an office's backup made anew is whole, and whoever restores it does not find the client", {
  timeout: 30_000,
}, async () => {
  const office = await setUpOffice();
  const details = { ...NEW_DETAILS, nino: "AB123456C", surname: "Moor" };
  const { clientId } = await office.granted("new-client", { details });
  const { file } = await office.granted("back-up", {});
  const erased = await office.granted("erase-client", { clientId, reason: "retention", ninoEnd: "456C" });
  expect(erased.backups).toEqual({ made: expect.any(String), deleted: [basename(file)], left: [] });
  const { backups } = await office.granted("list-backups", {});
  expect(backups.map((backup) => basename(backup.file))).toEqual([erased.backups.made]);
  await office.granted("restore-backup", { file: backups[0]?.file ?? "" });
  await office.granted("sign-in", { adviserId: office.adaId, passphrase: PASSPHRASE });
  expect((await office.granted("find-clients", { text: "Moor" })).groups).toEqual([]);
});
