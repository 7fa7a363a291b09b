import { readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { openOffice } from "../../../electron/office.ts";
import { createImportDesk } from "../../../electron/services/import-desk.ts";
import { checkStore } from "../../../electron/store/check-store.ts";
import { openStore } from "../../../electron/store/open-store.ts";
import { TRAINING_KEY } from "../../../electron/store/training-key.ts";
import { namesFile } from "../../bench/names-of-all-kinds.ts";
import { checkImport, importFile, sendImport } from "./import-steps.ts";
import { DILIP, expectCode, openTraining, TODAY, type TrainingApp } from "./training-app.ts";

const SAMPLE = readFileSync(new URL("../../../resources/sample-clients.csv", import.meta.url));
const HEADER = "nino,surname,date_of_birth";

function manyClients(count: number, telephone = ""): string {
  const rows = Array.from({ length: count }, (_, row) => `QQ${200_000 + row}A,Moor ${row},1980-01-31,${telephone}`);
  return `${HEADER},telephone\n${rows.join("\n")}\n`;
}

function clientCount(app: TrainingApp): number {
  return app.rows<{ count: number }>("SELECT COUNT(*) AS count FROM client")[0]?.count ?? 0;
}

test("a file is shown before anything is written: encoding, separator, columns, first rows, and what would be done", async () => {
  const app = openTraining();
  const before = clientCount(app);
  const { importId, preview, columns, ...rest } = await checkImport(app, SAMPLE);
  expect(rest).toEqual({
    encoding: "UTF-8",
    separator: ",",
    counts: { read: 12, added: 12, changed: 0, unchanged: 0 },
    problemCount: 0,
    noteCount: 0,
  });
  expect(columns.every(({ name, field, isChosen }) => name === field && !isChosen)).toBe(true);
  expect(preview).toHaveLength(12);
  expect(preview[0]).toMatchObject({ line: 2, fate: "added" });
  expect(clientCount(app)).toBe(before);
  await app.granted("cancel-import", { importId });
});

test("what is confirmed is written, and a second import of the same file changes nothing", async () => {
  const app = openTraining();
  expect(await importFile(app, SAMPLE)).toEqual({ read: 12, added: 12, changed: 0, unchanged: 0 });
  const rows = () => app.rows("SELECT * FROM client ORDER BY id");
  const before = rows();
  expect(await importFile(app, SAMPLE)).toEqual({ read: 12, added: 0, changed: 0, unchanged: 12 });
  expect(rows()).toEqual(before);
  expect(app.events.filter(({ event }) => event === "clients-imported")).toHaveLength(1);
});

test("a changed row updates the client, is audited by its adviser, and is told to whoever shows the plan", async () => {
  const app = openTraining();
  const clientId = app.clientId(DILIP);
  const { version } = (await app.window(DILIP)).client;
  const file = `${HEADER},forenames,telephone\n${DILIP},Rao,1957-01-30,Dilip,01632 960001\n`;
  const { importId, counts, preview } = await checkImport(app, file);
  expect({ counts, preview }).toEqual({
    counts: { read: 1, added: 0, changed: 1, unchanged: 0 },
    preview: [{ line: 2, fate: "changed", cells: [DILIP, "Rao", "1957-01-30", "Dilip", "01632 960001"] }],
  });
  await app.granted("confirm-import", { importId });
  expect((await app.window(DILIP)).client).toMatchObject({ telephone: "01632 960001", version: version + 1 });
  expect(app.events).toContainEqual({ event: "client-changed", clientId, version: version + 1 });
  expect(
    app.rows(
      "SELECT action, adviser_id IS NOT NULL AS isSigned FROM audit WHERE kind = 'change' ORDER BY id DESC LIMIT 1",
    ),
  ).toEqual([{ action: "import-clients", isSigned: 1 }]);
});

test("problems and notes are listed by line and column, problems first, and keep the file from being written", async () => {
  const app = openTraining();
  const file = `${HEADER},shoe\nQQ200001A,Moor,1980-01-31,7\nQQ1,=1+1,tomorrow,8\n`;
  const { importId, counts, problemCount, noteCount, preview } = await checkImport(app, file);
  expect({ counts, problemCount, noteCount }).toEqual({
    counts: { read: 2, added: 0, changed: 0, unchanged: 0 },
    problemCount: 3,
    noteCount: 1,
  });
  expect(preview.map(({ fate }) => fate)).toEqual(["added", "refused"]);
  const { remarks } = await app.granted("list-import-remarks", { importId, from: 0 });
  expect(remarks.map(({ line, column, field, isProblem }) => [line, column, field, isProblem])).toEqual([
    [3, 1, "nino", true],
    [3, 2, "surname", true],
    [3, 3, "date_of_birth", true],
    [1, 4, "shoe", false],
  ]);
  expectCode(await app.refused("confirm-import", { importId }), "import-not-ready");
});

describe("columns with other names", () => {
  const file = "NI number;Last name;Born\nQQ200001A;Moor;31/01/1980\n";
  const choices = [
    { column: 0, field: "nino" },
    { column: 1, field: "surname" },
    { column: 2, field: "date_of_birth" },
  ];

  test("are shown with their rows, and taken for what the adviser chooses", async () => {
    const app = openTraining();
    const { importId, separator, problemCount, preview } = await checkImport(app, file);
    expect({ separator, problemCount, preview }).toEqual({
      separator: ";",
      problemCount: 3,
      preview: [{ line: 2, fate: "refused", cells: ["QQ200001A", "Moor", "31/01/1980"] }],
    });
    const { columns, counts } = await app.granted("check-import", { importId, choices });
    expect({ columns, counts }).toEqual({
      columns: [
        { name: "NI number", field: "nino", isChosen: true },
        { name: "Last name", field: "surname", isChosen: true },
        { name: "Born", field: "date_of_birth", isChosen: true },
      ],
      counts: { read: 1, added: 1, changed: 0, unchanged: 0 },
    });
  });

  test("are taken so again at the next import with that header row", async () => {
    const app = openTraining();
    const { importId } = await checkImport(app, file, choices);
    await app.granted("confirm-import", { importId });
    const next = await checkImport(app, file.replace("QQ200001A", "QQ200002A"));
    expect({ counts: next.counts, fields: next.columns.map(({ field }) => field) }).toEqual({
      counts: { read: 1, added: 1, changed: 0, unchanged: 0 },
      fields: ["nino", "surname", "date_of_birth"],
    });
  });

  test("never stand for a column that is there already", async () => {
    const app = openTraining();
    const twice = `${HEADER},Name\nQQ200001A,Moor,1980-01-31,Fen\n`;
    const { problemCount, preview } = await checkImport(app, twice, [{ column: 3, field: "surname" }]);
    expect({ problemCount, fate: preview[0]?.fate }).toEqual({ problemCount: 1, fate: "refused" });
  });
});

describe("cancelling", () => {
  test("halfway through the check leaves nothing behind", async () => {
    const app = openTraining();
    const before = clientCount(app);
    const importId = await sendImport(app, manyClients(30_000));
    const checking = app.ask("check-import", { importId, choices: null });
    await vi.waitFor(() => expect(progressOf(app, importId)).toBeGreaterThan(0), { timeout: 20_000, interval: 5 });
    expect(await app.granted("cancel-import", { importId })).toEqual({ isCancelled: true });
    expect(await checking).toEqual({ ok: false, error: { code: "import-over" } });
    expect(clientCount(app)).toBe(before);
    expectCode(await app.refused("confirm-import", { importId }), "import-over");
  });

  test("halfway through the writing takes everything back", async () => {
    const app = openTraining();
    const before = clientCount(app);
    const lines = auditLines(app);
    const { importId } = await checkImport(app, namesFile(30_000));
    const told = app.events.length;
    const writing = app.ask("confirm-import", { importId });
    await vi.waitFor(() => expect(progressOf(app, importId, told)).toBeGreaterThan(0), {
      timeout: 20_000,
      interval: 5,
    });
    expect(await app.granted("cancel-import", { importId })).toEqual({ isCancelled: true });
    expect(await writing).toEqual({ ok: false, error: { code: "import-over" } });
    expect({ count: clientCount(app), lines: auditLines(app) }).toEqual({ count: before, lines });
    expect(problemsIn(app)).toEqual([]);
  });

  test("is answered as done when the import is over already", async () => {
    const app = openTraining();
    expect(await app.granted("cancel-import", { importId: "none" })).toEqual({ isCancelled: true });
  });
});

test("there is one import at a time, and the next begins when it is over", async () => {
  const app = openTraining();
  const { importId } = await checkImport(app, SAMPLE);
  expectCode(await app.refused("begin-import", { bytes: 1 }), "import-under-way");
  await app.granted("keep-import", { importId });
  await app.granted("cancel-import", { importId });
  expectCode(await app.refused("keep-import", { importId }), "import-over");
  await app.granted("begin-import", { bytes: 1 });
});

test("an import whose window is not heard of any more is given up, and another can begin", async () => {
  const app = openTraining();
  app.close();
  const office = openOffice({ dataFolder: app.folder, isTraining: true, today: TODAY }, () => undefined);
  if (!office.ok) throw new Error(office.error.code);
  const desk = createImportDesk(office.value.context, 200);
  const first = desk.begin(10);
  expect(desk.begin(10)).toEqual({ ok: false, error: { code: "import-under-way" } });
  await vi.waitFor(() => expect(desk.begin(10)).toMatchObject({ ok: true }), { timeout: 5_000, interval: 50 });
  expect(desk.keep(first.ok ? first.value.importId : "")).toEqual({ ok: false, error: { code: "import-over" } });
  await desk.close();
  await office.value.close();
});

test("a file that was not sent as a whole, or goes on beyond its size, is not checked", async () => {
  const app = openTraining();
  const { importId } = await app.granted("begin-import", { bytes: 4 });
  await app.granted("send-import-part", { importId, part: Buffer.from("nin").toString("base64") });
  expectCode(await app.refused("check-import", { importId, choices: null }), "import-not-ready");
  const tooMuch = { importId, part: Buffer.from("ooo").toString("base64") };
  expectCode(await app.refused("send-import-part", tooMuch), "import-not-ready");
});

test("the application ends while an import is under way, and nothing of it is there afterwards", async () => {
  const app = openTraining();
  const before = clientCount(app);
  const { importId } = await checkImport(app, manyClients(20_000));
  const told = app.events.length;
  const writing = app.ask("confirm-import", { importId });
  await vi.waitFor(() => expect(progressOf(app, importId, told)).toBeGreaterThan(0), { timeout: 20_000, interval: 5 });
  app.app.close();
  expect(await writing).toEqual({ ok: false, error: { code: "import-over" } });
  expect(clientCount(app)).toBe(before);
});

test("a store that another process writes to for long refuses the import, and it is told why", async () => {
  const app = openTraining();
  const { importId } = await checkImport(app, SAMPLE);
  const other = openStore(`${app.folder}/store.db`, TRAINING_KEY);
  if (!other.ok) throw new Error(other.error.code);
  other.value.database.exec("BEGIN IMMEDIATE");
  const error = await app.ask("confirm-import", { importId });
  other.value.database.exec("ROLLBACK");
  other.value.close();
  expect(error).toEqual({ ok: false, error: { code: "store-busy" } });
}, 20_000);

function progressOf(app: TrainingApp, importId: string, since = 0): number {
  return app.events
    .slice(since)
    .reduce((done, event) => (event.event === "progress" && event.task === importId ? event.done : done), 0);
}

function auditLines(app: TrainingApp): number {
  return app.rows("SELECT id FROM audit").length;
}

function problemsIn(app: TrainingApp): readonly string[] {
  const opened = openStore(`${app.folder}/store.db`, TRAINING_KEY);
  if (!opened.ok) throw new Error(opened.error.code);
  const problems = checkStore(opened.value);
  opened.value.close();
  return problems;
}
