import { expect, test } from "vitest";
import { importInto, importRow } from "./import-rows.ts";
import { DILIP, openTraining, TODAY, type TrainingApp } from "./training-app.ts";

const ANN = {
  nino: "QQ300001A",
  surname: "Moor",
  forenames: "Ann",
  date_of_birth: "01/02/1970",
  telephone: "01632 960301",
  job_pref_1: "Gardener",
  child_1_date_of_birth: "03/04/2008",
  qualification_1_subject: "English",
  iwbc_result: "better off",
  iwbc_notes: "About £20",
};
const BEA = { nino: "QQ300002A", surname: "Marsh", forenames: "Bea", date_of_birth: "05/06/1980" };
const IMPORTED = { event: "clients-imported" };
const NONE = { read: 0, added: 0, changed: 0, unchanged: 0 };

async function client(app: TrainingApp, nino: string) {
  return (await app.granted("open-client", { clientId: app.clientId(nino) })).client;
}

/** Every table that an import could touch, and the audit. */
function written(app: TrainingApp) {
  const tables = ["client", "client_more", "qualification", "child", "iwbc", "jsag", "plan", "audit", "change"];
  return Object.fromEntries(tables.map((table) => [table, app.rows(`SELECT * FROM ${table} ORDER BY id`)]));
}

test("an import adds its clients with their whole record", async () => {
  const app = openTraining();
  const { counts, events } = await importInto(app.folder, [importRow(ANN), importRow(BEA)]);
  expect({ counts, events }).toEqual({ counts: { ...NONE, read: 2, added: 2 }, events: [IMPORTED] });
  const ann = await client(app, ANN.nino);
  const at = ann.changed.more;
  expect(ann).toEqual({
    ...importRow(ANN).record,
    id: app.clientId(ANN.nino),
    version: 1,
    clientSince: TODAY,
    changed: { more: at, qualifications: at, children: at, iwbc: at, jsag: null },
  });
});

test("a row that the store refuses keeps every row out", async () => {
  const app = openTraining();
  const before = written(app);
  const bad = importRow(BEA);
  const outcome = await importInto(app.folder, [
    importRow(ANN),
    importRow({ nino: DILIP, surname: "Renamed", date_of_birth: "30/01/1957" }),
    { ...bad, record: { ...bad.record, telephone: 'so-called "mobile"' } },
  ]);
  expect(outcome).toEqual({
    counts: undefined,
    thrown: expect.objectContaining({ code: "SQLITE_CONSTRAINT_CHECK" }),
    events: [],
  });
  expect(written(app)).toEqual(before);
});

test("a dry run counts the same and writes nothing", async () => {
  const app = openTraining();
  const before = written(app);
  const rows = [importRow({ ...ANN, agreed_actions: "From before" }), importRow(BEA)];
  expect(await importInto(app.folder, rows, { dryRun: true })).toMatchObject({
    counts: { ...NONE, read: 2, added: 2 },
    events: [],
  });
  expect(written(app)).toEqual(before);
});

test("a second import of the same file changes no row and makes no new version", async () => {
  const app = openTraining();
  const rows = [importRow({ ...ANN, agreed_actions: "From before" }), importRow(BEA)];
  await importInto(app.folder, rows);
  const { audit: auditBefore, ...before } = written(app);
  const { counts, events } = await importInto(app.folder, rows);
  expect({ counts, events }).toEqual({ counts: { ...NONE, read: 2, unchanged: 2 }, events: [] });
  const { audit, ...after } = written(app);
  expect(after).toEqual(before);
  expect(audit).toHaveLength((auditBefore?.length ?? 0) + 1);
});

test("a changed row updates the client, with one change record for each field that changed", async () => {
  const app = openTraining();
  await importInto(app.folder, [importRow(ANN), importRow(BEA)]);
  const before = await client(app, ANN.nino);
  const changed = { ...ANN, telephone: "01632 960302", job_pref_1: "Florist", qualification_1_subject: "Maths" };
  const { counts, events } = await importInto(app.folder, [importRow(changed), importRow(BEA)]);
  const clientId = app.clientId(ANN.nino);
  expect({ counts, events }).toEqual({
    counts: { ...NONE, read: 2, changed: 1, unchanged: 1 },
    events: [{ event: "client-changed", clientId, version: 2 }, IMPORTED],
  });
  const after = await client(app, ANN.nino);
  expect(after).toEqual({
    ...before,
    ...importRow(changed).record,
    version: 2,
    changed: { ...before.changed, more: after.changed.more, qualifications: after.changed.qualifications },
  });
  const changes = app.rows(
    `SELECT table_name, column_name, before, after FROM change JOIN change_value ON change_value.id = change.id
     WHERE audit_id = (SELECT MAX(id) FROM audit WHERE action = 'import-clients') AND column_name <> 'changed_at'
     ORDER BY change.id`,
  );
  expect(changes).toEqual([
    { table_name: "client", column_name: "telephone", before: "01632 960301", after: "01632 960302" },
    { table_name: "client_more", column_name: "job_pref_1", before: "Gardener", after: "Florist" },
    { table_name: "qualification", column_name: "subject", before: "English", after: "Maths" },
    { table_name: "client", column_name: "version", before: "1", after: "2" },
  ]);
});

test("fewer children and qualifications than before take the others out", async () => {
  const app = openTraining();
  const more = { ...ANN, child_2_date_of_birth: "05/05/2010", qualification_2_subject: "Maths" };
  await importInto(app.folder, [importRow(more)]);
  const fewer = importRow({ ...more, child_2_date_of_birth: "", qualification_2_subject: "" });
  expect((await importInto(app.folder, [fewer])).counts).toEqual({ ...NONE, read: 1, changed: 1 });
  const { childDatesOfBirth, qualifications } = await client(app, ANN.nino);
  expect({ childDatesOfBirth, subjects: qualifications.map(({ subject }) => subject) }).toEqual({
    childDatesOfBirth: ["2008-04-03"],
    subjects: ["English"],
  });
});

test("agreed actions from before fill the Info text of a plan that the import creates, and of no other", async () => {
  const app = openTraining();
  const agreed = "Agreed in May:\nvisit the nursery";
  const dilip = { nino: DILIP, surname: "Rao", date_of_birth: "30/01/1957", agreed_actions: agreed };
  const before = await app.plan(DILIP);
  const outcome = await importInto(app.folder, [importRow({ ...ANN, agreed_actions: agreed }), importRow(dilip)]);
  expect(outcome.counts).toEqual({ ...NONE, read: 2, added: 1, unchanged: 1 });
  const { plan, pulledToday } = await app.window(ANN.nino);
  expect(plan).toEqual({
    id: expect.any(String),
    clientId: app.clientId(ANN.nino),
    kind: "lms",
    version: 1,
    items: [],
    texts: { aims: "", employment: "", qualifications: "", info: agreed },
    pulled: pulledToday,
    savedAt: expect.stringMatching(/^2012-04-1/),
    savedBy: "B Johns",
    printedAt: null,
  });
  expect(await app.plan(DILIP)).toEqual(before);
});
