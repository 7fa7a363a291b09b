import { describe, expect, test } from "vitest";
import { openOffice } from "../../../electron/office.ts";
import { migrate } from "../../../electron/store/migrate.ts";
import { migrations } from "../../../electron/store/migrations/migrations.ts";
import { openStore } from "../../../electron/store/open-store.ts";
import { caseloadOf, EVERYONE, listAfter, placeAfter } from "../../../electron/store/repositories/client-lists.ts";
import type { Reader } from "../../../electron/store/store.ts";
import { TRAINING_KEY } from "../../../electron/store/training-key.ts";
import { CLIENTS_A_PAGE, type ClientListName, type ListPlace } from "../../../shared/client-record/client-requests.ts";
import { partOf } from "../../../shared/client-record/record-part.ts";
import { addFictionalClients } from "../../bench/many-clients.ts";
import { importInto, importRow } from "./import-rows.ts";
import { ALEXANDRA, DILIP, JOE, MARIA, openTraining, TODAY, type TrainingApp } from "./training-app.ts";

async function names(app: TrainingApp, list: ClientListName): Promise<string[]> {
  const { clients } = await app.granted("caseload-clients", { list, after: null });
  return clients.map(({ surname, forenames }) => `${surname}, ${forenames}`);
}

async function ninos(app: TrainingApp): Promise<string[]> {
  const { clients } = await app.granted("caseload-clients", { list: "mine", after: null });
  return clients.map(({ nino }) => nino).toSorted();
}

describe("everyone in the office", () => {
  test("is sorted as people sort names: surname, then forenames, without regard to case and diacritics", async () => {
    const app = openTraining();
    const person = (number: number, surname: string, forenames: string) =>
      importRow({ nino: `QQ20000${number}A`, surname, forenames, date_of_birth: "01/01/1980" });
    await importInto(app.folder, [
      person(1, "Smith Jones", "Ann"),
      person(2, "Smith", "Zoë"),
      person(3, "smith", "Émile"),
      person(4, "Smithers", "Bea"),
      person(5, "Smith-Adams", "Cy"),
    ]);
    const smiths = (await names(app, "everyone")).filter((name) => /^smith/i.test(name));
    expect(smiths).toEqual([
      "Smith, Alex",
      "smith, Émile",
      "Smith, Zoë",
      "Smith-Adams, Cy",
      "Smith Jones, Ann",
      "Smithers, Bea",
    ]);
  });

  test("is read page by page, everybody once and in order, from the places of its outline", async () => {
    const app = openTraining();
    app.close();
    const office = openOffice({ dataFolder: app.folder, isTraining: true, today: TODAY }, () => undefined);
    if (!office.ok) throw new Error(office.error.code);
    addFictionalClients(office.value.context.store, 12_345);
    await office.value.close();
    const again = openTraining({ dataFolder: app.folder });
    const { places, left, requests } = await outline(again, "everyone");
    expect({ count: places.length * CLIENTS_A_PAGE + left, left, requests }).toEqual({
      count: 12_353,
      left: 53,
      requests: 3,
    });
    const seen: string[] = [];
    for (const after of [null, ...places]) {
      const { clients } = await again.granted("caseload-clients", { list: "everyone", after });
      seen.push(...clients.map(({ id }) => id));
    }
    const all = again.rows<{ id: string }>("SELECT id FROM client ORDER BY folded_name, rowid").map(({ id }) => id);
    expect(seen).toEqual(all);
  });
});

describe("my caseload", () => {
  test("is whose plan the adviser saved last, and who has an appointment with the adviser", async () => {
    const app = openTraining();
    const mine = app.rows<{ nino: string }>(
      `SELECT nino FROM client WHERE id IN (SELECT client_id FROM plan WHERE saved_by = (${JOHNS}))
       OR id IN (SELECT client_id FROM appointment WHERE status = 'booked' AND adviser_id = (${JOHNS})) ORDER BY nino`,
    );
    expect(await ninos(app)).toEqual(mine.map(({ nino }) => nino));
    expect(mine.length).toBeGreaterThan(2);
  });

  test("takes in whoever gets an appointment, and lets them go when it is cancelled", async () => {
    const app = openTraining();
    const before = await ninos(app);
    expect(before).not.toContain(JOE);
    const { adviser } = await app.granted("session", {});
    const appointment = await app.granted("book-appointment", {
      clientId: app.clientId(JOE),
      date: "2012-04-30",
      time: "10:30",
      kind: "caseload",
      adviserId: adviser.id,
    });
    expect(await ninos(app)).toEqual([...before, JOE].toSorted());
    await app.granted("cancel-appointment", { appointmentId: appointment.id, version: appointment.version });
    expect(await ninos(app)).toEqual(before);
  });

  test("follows a client's new name", async () => {
    const app = openTraining();
    await importInto(app.folder, [
      importRow({ nino: DILIP, surname: "Aarons", forenames: "Dilip", date_of_birth: "30/01/1957" }),
    ]);
    expect((await names(app, "mine"))[0]).toBe("Aarons, Dilip");
  });

  test("shows of each client what the record says, also after it was changed", async () => {
    const app = openTraining();
    const { client } = await app.window(DILIP);
    const opened = partOf(client, "Client");
    if (opened.window !== "Client") throw new Error("Another window's part");
    const details = {
      ...opened.details,
      ...{ nino: "QQ200009B", surname: "O'Shea", forenames: "Dil", dateOfBirth: "1958-02-01" },
      ...{ benefit: "ESA", clientGroup: "ESA" },
    };
    const part = { window: "Client" as const, details };
    await app.granted("amend-record", { clientId: client.id, opened, part });
    const shown = await app.granted("caseload-clients", { list: "mine", after: null });
    const all = await app.granted("caseload-clients", { list: "everyone", after: null });
    const mine = new Set(shown.clients.map(({ id }) => id));
    expect(shown.clients).toEqual(all.clients.filter(({ id }) => mine.has(id)));
    expect(shown.clients.find(({ id }) => id === client.id)).toEqual({
      ...{ id: client.id, nino: "QQ200009B", surname: "O'Shea", forenames: "Dil", dateOfBirth: "1958-02-01" },
      ...{ benefit: "ESA", clientGroup: "ESA" },
    });
  });

  test("is the same after the step to this layout as if it had been kept from the start", () => {
    const app = openTraining();
    const opened = openStore(`${app.folder}/store.db`, TRAINING_KEY);
    if (!opened.ok) throw new Error(opened.error.code);
    const store = opened.value;
    const kept = () => store.all("SELECT * FROM caseload ORDER BY adviser_id, folded_name");
    const folded = () => store.all("SELECT id, folded_name FROM client ORDER BY id");
    const before = { kept: kept(), folded: folded() };
    const triggers = store.all<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'caseload%'",
    );
    for (const { name } of triggers) store.database.exec(`DROP TRIGGER ${name}`);
    store.database.exec("DROP TABLE caseload");
    store.database.exec("UPDATE client SET folded_name = replace(folded_name, char(9), ',')");
    store.database.pragma("user_version = 80");
    const steps = migrations.filter(({ version }) => version === 90 || version === 130);
    expect(migrate(store, steps).ok).toBe(true);
    expect({ kept: kept(), folded: folded() }).toEqual(before);
    store.close();
  });
});

test("names that were folded before the step to this layout are found as those that are folded now", async () => {
  const app = openTraining();
  const before = ["Yıldız", "Ħabela", "Qurʾani", "O´Dellan", "O‛Carra"];
  const folded = ["yıldız", "ħabela", "qurʾani", "o dellan", "o carra"];
  const rows = before.map((surname, row) =>
    importRow({ nino: `QQ20000${row}A`, surname, forenames: "Ann", date_of_birth: "01/01/1980" }),
  );
  await importInto(app.folder, rows);
  const opened = openStore(`${app.folder}/store.db`, TRAINING_KEY);
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.value;
  const kept = () => store.all("SELECT nino, folded_name FROM client ORDER BY nino");
  const asImported = kept();
  for (const [row, name] of folded.entries()) {
    store.prepare("UPDATE client SET folded_name = ? WHERE nino = ?").run(`${name}\tann`, `QQ20000${row}A`);
  }
  expect(kept()).not.toEqual(asImported);
  store.database.pragma("user_version = 120");
  expect(
    migrate(
      store,
      migrations.filter(({ version }) => version === 130),
    ).ok,
  ).toBe(true);
  expect(kept()).toEqual(asImported);
  store.close();
});

test.each([
  ["everyone", EVERYONE],
  ["my caseload", caseloadOf("adviser")],
])("the pages and the places of %s come from an index alone, neither scanned nor sorted", (_, query) => {
  const app = openTraining();
  const opened = openStore(`${app.folder}/store.db`, TRAINING_KEY);
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.value;
  const plans: string[] = [];
  const explain = (sql: string, values: readonly (string | number | null)[]) =>
    plans.push(...store.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values).map(({ detail }) => detail));
  const reader: Reader = {
    all: (sql, ...values) => {
      explain(sql, values);
      return [];
    },
    get: (sql, ...values) => {
      explain(sql, values);
      return undefined;
    },
  };
  const after: ListPlace = { name: "moor", key: "7" };
  listAfter(reader, query, after, 100);
  placeAfter(reader, query, after, 100);
  store.close();
  expect(plans.length).toBeGreaterThan(1);
  expect(plans.filter((plan) => /\bSCAN\b|TEMP B-TREE/.test(plan))).toEqual([]);
});

test("a client's card has the last save of the plan and the next appointment", async () => {
  const app = openTraining();
  const card = (nino: string) => app.granted("client-card", { clientId: app.clientId(nino) });
  const plans = { existing: [], contract: null };
  expect(await card(JOE)).toEqual({ planSavedAt: null, plans, nextAppointment: null });
  const { planSavedAt, nextAppointment } = await card(MARIA);
  expect([planSavedAt?.slice(0, 10), nextAppointment?.date]).toEqual([
    (await app.plan(MARIA)).savedAt.slice(0, 10),
    "2012-04-30",
  ]);
  expect((await card(ALEXANDRA)).planSavedAt).not.toBeNull();
  expect(await app.refused("client-card", { clientId: "nobody" })).toEqual({ code: "client-not-found" });
});

const JOHNS = "SELECT id FROM adviser WHERE name = 'B Johns'";

async function outline(app: TrainingApp, list: ClientListName) {
  const places: ListPlace[] = [];
  for (let requests = 1; ; requests += 1) {
    const part = await app.granted("caseload-outline", { list, after: places.at(-1) ?? null });
    places.push(...part.places);
    if (part.left !== null) return { places, left: part.left, requests };
  }
}
