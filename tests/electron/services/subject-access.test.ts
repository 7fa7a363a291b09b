import { join } from "node:path";
import { expect, test } from "vitest";
import { openStore } from "../../../electron/store/open-store.ts";
import { clientTables } from "../../../electron/store/repositories/client-tables.ts";
import { TRAINING_KEY } from "../../../electron/store/training-key.ts";
import { NO_CHANGES } from "../../../shared/action-plan/action-plan.ts";
import { inkPath } from "../../../shared/jets/ink.ts";
import { isInternalColumn, TABLE_WORDS } from "../../../shared/rights/table-words.ts";
import { insertJetsRows } from "../store/jets-rows.ts";
import { emptyStore } from "../store/temporary-store.ts";
import { pastTheApplication } from "./store-hand.ts";
import {
  ALEXANDRA,
  aNewItem,
  DILIP,
  JOE,
  MARIA,
  openTraining,
  reviewing,
  TODAY,
  type TrainingApp,
} from "./training-app.ts";

/** Everything held on a client, as the page and as the JSON read back. */
async function heldOn(app: TrainingApp, nino: string) {
  const { files } = await app.granted("subject-access", { clientId: app.clientId(nino) });
  const text = (ending: string) => files.find(({ name }) => name.endsWith(ending))?.text ?? "";
  return { names: files.map(({ name }) => name), page: text(".html"), json: JSON.parse(text(".json")) };
}

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

async function enterClericalForm(app: TrainingApp, clientId: string) {
  const input = { clientId, paperSerial: "", reason: "From the pad at the lighthouse" };
  const { id: formId } = await app.granted("take-in-clerical-form", input);
  const [adviser] = (await app.granted("session", {})).advisers;
  const clerical = { formId, happenedOn: TODAY, adviserId: adviser?.id ?? "", interview: null };
  await app.save(MARIA, { newItems: [aNewItem({ text: "Trim the wick" })] }, { clerical });
}

/** A client with a row in every table: an interview with everything in it, and a draft. */
async function clientWithEverything(app: TrainingApp) {
  const clientId = app.clientId(MARIA);
  await enterClericalForm(app, clientId);
  const started = await app.start(MARIA, "lp-wfi");
  const interviewId = started.interview.id;
  const saved = await app.save(MARIA, { newItems: [aNewItem({ text: "Ask Zebedee for a reference" })] });
  const item = saved.items.find(({ text }) => text.startsWith("Ask Zebedee"));
  if (!item) throw new Error("The item was not saved");
  await app.save(MARIA, reviewing(item, "Zebedee will write on Friday"));
  await app.printAndHandOver(MARIA);
  await app.granted("answer-question", { interviewId, question: "work", answer: "Lighthouse keeping" });
  await app.granted("record-doubt", { interviewId, kind: "other", text: "Doubtful about the lighthouse" });
  await app.granted("set-workflow", {
    clientId,
    itemId: item.id,
    checkDate: "2012-04-30",
    note: "Ring the lighthouse",
  });
  await app.granted("add-conversation", { clientId, text: "Said the lamp is out", closesItemId: item.id });
  await app.granted("amend-record", {
    clientId,
    opened: { window: "CBW", childDatesOfBirth: (await app.window(MARIA)).client.childDatesOfBirth },
    part: { window: "CBW", childDatesOfBirth: ["2009-03-03"] },
  });
  await app.granted("keep-draft", {
    clientId,
    kind: "lms",
    planVersion: saved.version + 1,
    content: {
      changes: { ...NO_CHANGES, newItems: [aNewItem({ text: "Unsaved: polish the lens" })] },
      unreadDates: [],
      place: { mode: "list", itemId: null, reviewId: null },
      keysGiven: 1,
    },
  });
  const { adviser } = await app.granted("session", {});
  await app.granted("keep-record-draft", {
    clientId,
    form: "More",
    content: {
      form: { "Job Pref 1": "Keeper of the lens" },
      before: { "Job Pref 1": "" },
      writtenIn: { window: "window", count: 1 },
    },
    adviserId: adviser.id,
  });
  // What the training caseload has of other clients only.
  pastTheApplication(
    app,
    `INSERT INTO jsag SELECT ?, job_pref_1, soc_1, job_pref_2, soc_2, job_pref_3, soc_3, preferred_hours, signed,
       changed_at, availability, restrictions, actions_agreed FROM jsag LIMIT 1`,
    clientId,
  );
  pastTheApplication(
    app,
    `INSERT OR IGNORE INTO iwbc (id, client_id, result, notes, date, changed_at)
     VALUES ('calculation', ?, 'better-off', 'With the lamp oil', '2012-04-01', '2012-04-01T09:00:00.000Z')`,
    clientId,
  );
  const opened = openStore(join(app.folder, "store.db"), TRAINING_KEY);
  if (!opened.ok) throw new Error(opened.error.code);
  insertJetsRows(opened.value, { clientId });
  opened.value.close();
  // The plan's window was opened since the record changed.
  await app.window(MARIA);
  return clientId;
}

test("every table that has rows of the client is in it, whichever the schema comes to have", async () => {
  const app = openTraining();
  const clientId = await clientWithEverything(app);
  const { page, json } = await heldOn(app, MARIA);
  // Found apart from the product's own search: what refers to one of these. The contents of files are given out as files.
  const ROOTS = ["client", "plan", "interview", "action_item", "clerical_form", "participant", "interaction"];
  const tables = app
    .rows<{ name: string; parent: string }>(
      `SELECT DISTINCT m.name, k."table" AS parent FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
       WHERE m.type = 'table'`,
    )
    .filter(({ parent }) => ROOTS.includes(parent));
  const names = [...new Set(["client", ...tables.map(({ name }) => name)])];
  expect(Object.keys(json.held).toSorted()).toEqual(names.map(camel).toSorted());
  expect(names.filter((name) => json.held[camel(name)].length === 0)).toEqual([]);
  expect(names.filter((name) => !page.includes(`<h2 id="${name}">`))).toEqual([]);
  const rows = (name: string) =>
    app.rows<{ count: number }>(`SELECT COUNT(*) AS count FROM ${name} WHERE client_id = ?`, clientId);
  for (const name of ["interview", "conversation", "doubt", "appointment", "workflow", "qualification"]) {
    expect(rows(name)).toEqual([{ count: json.held[camel(name)].length }]);
  }
});

test("every table and every column of a client has words, or only holds the store together", () => {
  const store = emptyStore();
  const unnamed = clientTables(store).flatMap(({ name }) =>
    store
      .all<{ column: string }>('SELECT name AS "column" FROM pragma_table_info(?)', name)
      .filter(({ column }) => TABLE_WORDS[name]?.columns[column] === undefined && !isInternalColumn(name, column))
      .map(({ column }) => `${name}.${column}`),
  );
  expect(unnamed).toEqual([]);
  expect(Object.keys(TABLE_WORDS).toSorted()).toEqual(
    clientTables(store)
      .map(({ name }) => name)
      .toSorted(),
  );
});

test("it reads in words: what was written, drafts of advisers, who and when, before and after", async () => {
  const app = openTraining();
  await clientWithEverything(app);
  const { page } = await heldOn(app, MARIA);
  for (const words of [
    "Everything held on Maria Gallagher",
    "QQ 10 00 02 A",
    "Ask Zebedee for a reference",
    "Zebedee will write on Friday",
    "Lighthouse keeping",
    "Doubtful about the lighthouse",
    "Ring the lighthouse",
    "Said the lamp is out",
    "From the pad at the lighthouse",
    "Taken in: it had no number, or one from elsewhere",
    "Unsaved: polish the lens",
    "<dt>Assigned to</dt><dd>Client</dd>",
    "LP WFI, 16/04/2012",
    "What work would you like to do",
    "Participation question answered",
    "Everything held was given out",
  ]) {
    expect(page.replaceAll("&#39;", "'")).toContain(words);
  }
  expect(page).not.toMatch(/<script|undefined|\[object|https?:\/\//);
});

test("a value stands with what it was before, who changed it, and when", async () => {
  const app = openTraining();
  const { json, page } = await heldOn(app, ALEXANDRA);
  const amending = json.audit.findLast(({ action }: { action: string }) => action === "amend-client");
  const amended = json.changes.filter(({ auditId }: { auditId: number }) => auditId === amending.id);
  expect(amended.length).toBeGreaterThan(0);
  expect(json.advisers[amended[0].adviserId]).toBe("H Whitlock");
  const [{ before, after }] = amended.filter(({ column }: { column: string }) => column === "changedAt");
  expect(before < after).toBe(true);
  expect(page).toContain("<td>H Whitlock</td>");
});

test("what one line of the audit wrote of many clients is in it, and nothing of anybody else's", async () => {
  const app = openTraining();
  const { json } = await heldOn(app, DILIP);
  const others = app.rows<{ id: string }>("SELECT id FROM client WHERE nino <> ?", DILIP);
  const text = JSON.stringify(json);
  expect(others.filter(({ id }) => text.includes(id))).toEqual([]);
  expect(json.changes.length).toBeGreaterThan(0);
  expect(json.changes.filter(({ table }: { table: string }) => table === "client")).toHaveLength(1);
});

test("the request is itself a line of the audit, and is in what it gives out", async () => {
  const app = openTraining();
  const clientId = app.clientId(JOE);
  const { json, names } = await heldOn(app, JOE);
  const [line] = app.rows("SELECT id, kind, action, client_id FROM audit ORDER BY id DESC LIMIT 1");
  expect(line).toMatchObject({ kind: "read", action: "subject-access", client_id: clientId });
  expect(json.audit.at(-1)).toMatchObject({ action: "subject-access", kind: "read" });
  expect(names.join()).not.toMatch(/Joe|Bloggs|QQ/);
});

test("markup in a text stays text", async () => {
  const app = openTraining();
  await app.granted("add-conversation", {
    clientId: app.clientId(MARIA),
    text: "<script>alert('x')</script> & <b>bold</b>",
    closesItemId: null,
  });
  const { page } = await heldOn(app, MARIA);
  expect(page).toContain("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &lt;b&gt;".replaceAll("&#39;", "'"));
  expect(page).not.toContain("<script>");
});

test("a client who is not there is refused and nothing is recorded", async () => {
  const app = openTraining();
  expect(await app.refused("subject-access", { clientId: "nobody" })).toEqual({ code: "client-not-found" });
});

test("a drawn signature is a picture on the page, not a list of points", async () => {
  const app = openTraining();
  const { page, json } = await heldOn(app, "QQ100006A");
  const drawn = json.held.signature.find(({ manner }: { manner: string }) => manner === "drawn");
  const path = inkPath(JSON.parse(drawn.strokes));
  expect(page).toContain(`aria-label="Signature of Siobhán O'Neill"><path d="${path}"/></svg>`);
  expect(page).toContain("<dt>Drawing</dt><dd>As shown; its points are in the JSON file</dd>");
  expect(page).not.toContain("[[");
});
