import { describe, expect, test } from "vitest";
import { auditLinesQuery } from "../../../electron/store/repositories/audit-page.ts";
import type { Store } from "../../../electron/store/store.ts";
import { actionInWords, isKnownAction } from "../../../shared/rights/action-words.ts";
import type { AuditFilter } from "../../../shared/rights/audit.ts";
import { emptyStore } from "../store/temporary-store.ts";
import { pastTheApplication } from "./store-hand.ts";
import { amending, DILIP, itemAt, JOE, MARIA, openTraining, type TrainingApp } from "./training-app.ts";

const page = (app: TrainingApp, filter: AuditFilter = {}, before: number | null = null) =>
  app.granted("audit-lines", { filter, before });

test("lines stand newest first, with who did what to whom", async () => {
  const app = openTraining();
  await app.granted("open-client", { clientId: app.clientId(JOE) });
  await app.save(MARIA, amending(itemAt(await app.plan(MARIA), 1), { text: "Write to the lighthouse" }));
  const { lines, hasMore } = await page(app);
  expect(lines.map(({ id }) => id)).toEqual(lines.map(({ id }) => id).toSorted((a, b) => b - a));
  expect(lines.map(({ action }) => action).slice(0, 4)).toEqual(["save-plan", "open-plan", "open-plan", "open-client"]);
  expect(lines[0]).toMatchObject({
    kind: "change",
    adviserName: "B Johns",
    client: { id: app.clientId(MARIA), name: "Maria Gallagher", nino: MARIA },
    hasChanges: true,
  });
  expect(hasMore).toBe(false);
});

test("a line opens to its changes, each with the field, before and after", async () => {
  const app = openTraining();
  const item = itemAt(await app.plan(MARIA), 1);
  await app.save(MARIA, amending(item, { text: "Write to the lighthouse" }));
  const [line] = (await page(app, { clientId: app.clientId(MARIA), kind: "change" })).lines;
  const { changes } = await app.granted("audit-line", { lineId: line?.id ?? 0, after: 0 });
  expect(changes).toContainEqual({
    id: expect.any(Number),
    table: "action_item",
    rowId: item.id,
    column: "text",
    before: item.text,
    after: "Write to the lighthouse",
    isEmptied: false,
  });
  expect(await app.refused("audit-line", { lineId: 999_999, after: 0 })).toEqual({ code: "audit-line-not-found" });
});

test("the many changes of an import come a part at a time, and none twice", async () => {
  const app = openTraining();
  const [{ count } = { count: 0 }] = app.rows<{ count: number }>(
    "SELECT COUNT(*) AS count FROM change WHERE audit_id = 1",
  );
  const ids: number[] = [];
  for (let hasMore = true; hasMore; ) {
    const part = await app.granted("audit-line", { lineId: 1, after: ids.at(-1) ?? 0 });
    expect(part.changes.length).toBeLessThanOrEqual(200);
    ids.push(...part.changes.map(({ id }) => id));
    hasMore = part.hasMore;
  }
  expect([ids.length, new Set(ids).size]).toEqual([count, count]);
});

test("lines are narrowed by client, adviser, kind and days in London", async () => {
  const app = openTraining();
  for (const nino of [JOE, MARIA, JOE]) await app.granted("open-client", { clientId: app.clientId(nino) });
  const about = await page(app, { clientId: app.clientId(JOE), kind: "read" });
  expect(new Set(about.lines.map(({ client }) => client?.nino))).toEqual(new Set([JOE]));
  expect(about.lines).toHaveLength(2);
  const whitlock = about.advisers.find(({ name }) => name === "H Whitlock");
  const hers = await page(app, { adviserId: whitlock?.id ?? "" });
  expect(new Set(hers.lines.map(({ adviserName }) => adviserName))).toEqual(new Set(["H Whitlock"]));
  // Half past midnight on the 12th in London is still the 11th in UTC.
  const [{ previous } = { previous: "" }] = app.rows<{ previous: string }>(
    "SELECT hash AS previous FROM audit ORDER BY id DESC LIMIT 1",
  );
  pastTheApplication(
    app,
    `INSERT INTO audit (at, kind, action, previous_hash, hash) VALUES ('2012-04-11T23:30:00.000Z', 'read', 'midnight', ?, 'x')`,
    previous,
  );
  const on = async (from: string, to: string) =>
    (await page(app, { from, to })).lines.map(({ action }) => action).filter((action) => action === "midnight");
  expect([await on("2012-04-11", "2012-04-11"), await on("2012-04-12", "2012-04-12")]).toEqual([[], ["midnight"]]);
  expect((await page(app, { from: "2010-01-01", to: "2010-01-02" })).lines).toEqual([]);
});

test("pages follow one another without a gap, and each look is a line of its own", async () => {
  const app = openTraining();
  const last = app.rows<{ id: number; hash: string }>("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1")[0];
  pastTheApplication(
    app,
    `INSERT INTO audit (id, at, kind, action, previous_hash, hash)
     WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
     SELECT ? + i, '2012-04-16T09:00:00.000Z', 'read', 'open-client', '', 'x' FROM n`,
    last?.id ?? 0,
  );
  const newest = await page(app);
  expect([newest.lines.length, newest.hasMore]).toEqual([200, true]);
  const older = await page(app, {}, newest.lines.at(-1)?.id ?? 0);
  expect(older.lines[0]?.id).toBe((newest.lines.at(-1)?.id ?? 0) - 1);
  const looks = app.rows<{ action: string }>("SELECT action FROM audit ORDER BY id DESC LIMIT 2");
  expect(looks).toEqual([{ action: "read-audit" }, { action: "read-audit" }]);
});

test("opening a line on a client is itself a line on that client", async () => {
  const app = openTraining();
  const clientId = app.clientId(JOE);
  await app.granted("open-client", { clientId });
  const [line] = (await page(app, { clientId })).lines;
  await app.granted("audit-line", { lineId: line?.id ?? 0, after: 0 });
  const [look] = app.rows("SELECT kind, action, client_id FROM audit ORDER BY id DESC LIMIT 1");
  expect(look).toEqual({ kind: "read", action: "read-audit-line", client_id: clientId });
});

test("an erased client's lines stay, without a name, and their values are told to be emptied", async () => {
  const app = openTraining();
  const clientId = app.clientId(MARIA);
  await app.save(MARIA, amending(itemAt(await app.plan(MARIA), 1), { text: "Write to the lighthouse" }));
  await app.granted("erase-client", { clientId, reason: "order", ninoEnd: "002A" });
  const { lines } = await page(app, { clientId });
  expect(new Set(lines.map(({ client }) => JSON.stringify(client)))).toEqual(
    new Set([JSON.stringify({ id: clientId, name: null, nino: null })]),
  );
  expect(actionInWords(lines[0]?.action ?? "")).toBe(
    "Client erased: A court or the Information Commissioner ordered it",
  );
  const saved = lines.find(({ action }) => action === "save-plan");
  const { changes } = await app.granted("audit-line", { lineId: saved?.id ?? 0, after: 0 });
  expect(changes.length).toBeGreaterThan(0);
  expect(changes.every(({ isEmptied, before, after }) => isEmptied && before === null && after === null)).toBe(true);
});

test("the export is CSV that no spreadsheet takes for a formula", async () => {
  const app = openTraining();
  pastTheApplication(app, "UPDATE client SET forenames = '=1+1', surname = 'Rao, Jr' WHERE nino = ?", DILIP);
  await app.granted("open-client", { clientId: app.clientId(DILIP) });
  const { fileName, csv, next } = await app.granted("export-audit", {
    filter: { clientId: app.clientId(DILIP), kind: "read" },
    before: null,
  });
  expect([fileName, next]).toEqual(["Audit 2012-04-16.csv", null]);
  const [headings, first, ...rest] = csv.split("\r\n");
  expect(headings).toBe('"Line","Date and time","Adviser","Read or change","What","Client","NINO","Client id"');
  expect(first).toMatch(
    /^"\d+","16\/04\/2012 \d\d:\d\d","B Johns","read","Client's page opened","'=1\+1 Rao, Jr","QQ100003A","[\da-f-]{36}"$/,
  );
  expect(rest).toEqual([""]);
  expect(app.rows("SELECT action FROM audit ORDER BY id DESC LIMIT 1")).toEqual([{ action: "export-audit" }]);
});

test("every action that the application records has words", () => {
  const app = openTraining();
  const actions = app.rows<{ action: string }>("SELECT DISTINCT action FROM audit").map(({ action }) => action);
  expect(actions.filter((action) => !isKnownAction(action))).toEqual([]);
});

describe("among hundreds of thousands of lines an index leads to a page", () => {
  const since = "2012-04-01T00:00:00.000Z";
  test.each([
    ["all", {}, ["SCAN audit"]],
    ["a client", { clientId: "c" }, ["SEARCH audit USING INDEX audit_client (client_id=? AND id<?)"]],
    ["an adviser", { adviserId: "a" }, ["SEARCH audit USING INDEX audit_adviser (adviser_id=? AND rowid<?)"]],
    ["both", { clientId: "c", adviserId: "a" }, ["SEARCH audit USING INDEX audit_client (client_id=? AND id<?)"]],
    [
      "a period",
      { since },
      [
        "SEARCH audit USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)",
        "SEARCH period USING COVERING INDEX audit_at (at>? AND at<?)",
      ],
    ],
    ["a kind", { kind: "change" as const }, ["SEARCH audit USING INTEGER PRIMARY KEY (rowid<?)"]],
  ])("of %s, without sorting", (_, scope, expected) => {
    const plan = planOf(emptyStore(), scope);
    for (const step of expected) expect(plan.join("\n")).toContain(step.replace("SCAN audit", "audit"));
    expect(plan.join("\n")).not.toMatch(/TEMP B-TREE/);
  });
});

function planOf(store: Store, scope: Parameters<typeof auditLinesQuery>[0]): string[] {
  const { sql, values } = auditLinesQuery(scope, 1_000_000, 201);
  return store.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values).map(({ detail }) => detail);
}
