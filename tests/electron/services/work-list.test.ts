import { describe, expect, test } from "vitest";
import { openOffice } from "../../../electron/office.ts";
import { purgeClosedItems } from "../../../electron/services/purge.ts";
import { NO_CHANGES } from "../../../shared/action-plan/action-plan.ts";
import { addDays } from "../../../shared/dates.ts";
import type { WorkGroup, WorkRow, WorkScope } from "../../../shared/work-list/work-list.ts";
import {
  amending,
  aNewItem,
  DILIP,
  itemAt,
  JOE,
  MARIA,
  openTraining,
  reviewing,
  TODAY,
  type TrainingApp,
} from "./training-app.ts";

async function rowsOf(app: TrainingApp, group: WorkGroup, scope: WorkScope = "office"): Promise<readonly WorkRow[]> {
  const { groups } = await app.granted("work-list", { scope });
  return groups.find((listed) => listed.group === group)?.rows ?? [];
}

/** Joe's new plan with one open item. */
async function plansForJoe(app: TrainingApp, targetDate: string): Promise<string> {
  const creation = { reason: "telephone", text: "" } as const;
  const plan = await app.save(JOE, { newItems: [aNewItem({ targetDate })] }, { creation });
  return itemAt(plan, 0).id;
}

/** The same store on another day. */
function onDay(app: TrainingApp, today: string): TrainingApp {
  app.close();
  return openTraining({ dataFolder: app.folder, today });
}

describe("the work list of the training caseload", () => {
  test("has its groups in the order of the screen, without empty ones", async () => {
    const app = openTraining();
    const { groups } = await app.granted("work-list", { scope: "mine" });
    const order: WorkGroup[] = [
      ...(["appointments-today", "target-dates", "workflows", "no-target-date", "drafts"] as const),
      ...(["jets-due", "clerical"] as const),
    ];
    const shown = groups.map(({ group }) => group);
    expect(shown).toEqual(order.filter((group) => shown.includes(group)));
    expect(shown).toEqual(expect.arrayContaining(["target-dates", "workflows", "clerical"]));
    expect(groups.filter(({ rows }) => rows.length === 0)).toEqual([]);
  });
});

describe("¶65 target dates reached", () => {
  test.each([
    { day: -1, isListed: false },
    { day: 0, isListed: true },
    { day: 1, isListed: true },
    { day: 40, isListed: true },
  ])("$day days after the target date the item is listed: $isListed", async ({ day, isListed }) => {
    const target = addDays(TODAY, 10);
    const before = openTraining();
    const itemId = await plansForJoe(before, target);
    const app = onDay(before, addDays(target, day));
    const row = (await rowsOf(app, "target-dates")).find(({ id }) => id === itemId);
    const expected = {
      id: itemId,
      clientId: app.clientId(JOE),
      clientName: "Joe Bloggs",
      what: "Write a CV",
      date: target,
      opens: { to: "item", itemId },
    };
    expect(row).toEqual(isListed ? expected : undefined);
  });

  test("come oldest first, and only an adviser's own plans are theirs", async () => {
    const app = openTraining();
    const office = await rowsOf(app, "target-dates");
    const mine = await rowsOf(app, "target-dates", "mine");
    expect(office.map(({ date }) => date)).toEqual(office.map(({ date }) => date).toSorted());
    const owned = app.rows<{ id: string }>(
      `SELECT action_item.id FROM action_item JOIN plan ON plan.id = plan_id JOIN adviser ON adviser.id = saved_by
       WHERE adviser.name = 'B Johns'`,
    );
    const ownIds = owned.map(({ id }) => id);
    expect(mine).toEqual(office.filter(({ id }) => ownIds.includes(id)));
  });

  test("go once the item is closed, or has a later target date", async () => {
    const app = openTraining();
    const overdue = (await app.plan(DILIP)).items.find(({ targetDate }) => targetDate < TODAY);
    const isListed = async () => (await rowsOf(app, "target-dates")).some(({ id }) => id === overdue?.id);
    expect([overdue !== undefined, await isListed()]).toEqual([true, true]);
    if (!overdue) return;
    await app.save(DILIP, amending(overdue, { targetDate: addDays(TODAY, 7) }));
    expect(await isListed()).toBe(false);
  });
});

describe("plans with no target date ahead", () => {
  test.each([
    { day: 9, isListed: false, what: "" },
    { day: 10, isListed: true, what: "The last target date is 26/04/2012" },
    { day: 11, isListed: true, what: "The last target date is 26/04/2012" },
  ])("$day days on: $isListed", async ({ day, isListed, what }) => {
    const before = openTraining();
    await plansForJoe(before, addDays(TODAY, 10));
    const app = onDay(before, addDays(TODAY, day));
    const row = (await rowsOf(app, "no-target-date")).find(({ clientName }) => clientName === "Joe Bloggs");
    expect(row && { what: row.what, date: row.date, opens: row.opens }).toEqual(
      isListed ? { what, date: TODAY, opens: { to: "plan" } } : undefined,
    );
  });

  test("say that every item is closed, and when the next interview is", async () => {
    const app = openTraining();
    const open = itemAt(await app.plan(MARIA), 1);
    await app.start(MARIA);
    await app.save(MARIA, { ...amending(open, { dateClosed: TODAY }), ...reviewing(open) });
    const row = (await rowsOf(app, "no-target-date")).find(({ clientName }) => clientName === "Maria Gallagher");
    expect(row?.what).toBe("Every item is closed; next interview 30/04/2012");
  });

  test("stay right when another adviser saves the plan", async () => {
    const before = openTraining();
    await plansForJoe(before, TODAY);
    const planOf = "SELECT first_target, last_target, name FROM plan_outlook JOIN adviser ON adviser.id = saved_by";
    const joes = `${planOf} WHERE plan_id = (SELECT id FROM plan WHERE client_id = ?)`;
    expect(before.rows(joes, before.clientId(JOE))).toEqual([
      { first_target: TODAY, last_target: TODAY, name: "B Johns" },
    ]);
  });
});

describe("workflow checks", () => {
  test("are listed whichever day they are for, with their note or the item's words, and go when they are done", async () => {
    const app = openTraining();
    const clientId = app.clientId(MARIA);
    const { id: itemId, text } = itemAt(await app.plan(MARIA), 1);
    const far = addDays(TODAY, 90);
    const set = await app.granted("set-workflow", { clientId, itemId, checkDate: far, note: "" });
    const own = async () => (await rowsOf(app, "workflows", "mine")).filter(({ id }) => id === set.id);
    const row = { id: set.id, clientId, clientName: "Maria Gallagher", date: far, opens: { to: "item", itemId } };
    expect(await own()).toEqual([{ ...row, what: text }]);
    await app.granted("set-workflow", { clientId, itemId, checkDate: far, note: "Ring\nthe college." });
    expect(await own()).toEqual([{ ...row, what: "Ring the college." }]);
    await app.granted("finish-workflow", { workflowId: set.id, outcome: "Rang." });
    expect(await own()).toEqual([]);
  });
});

describe("kept drafts", () => {
  test("lead the adviser back to them", async () => {
    const app = openTraining();
    const { plan } = await app.window(MARIA);
    const clientId = app.clientId(MARIA);
    const place = { mode: "list", itemId: null, reviewId: null } as const;
    const content = {
      changes: { ...NO_CHANGES, texts: { aims: "Half a sent" } },
      unreadDates: [],
      place,
      keysGiven: 0,
    };
    const planVersion = plan?.version ?? null;
    await app.granted("keep-draft", { clientId, kind: "lms", planVersion, content });
    const own = async () => (await rowsOf(app, "drafts", "mine")).filter((row) => row.clientId === clientId);
    expect(await own()).toMatchObject([{ clientName: "Maria Gallagher", date: TODAY, opens: { to: "draft" } }]);
    await app.granted("discard-draft", { clientId, kind: "lms" });
    expect(await own()).toEqual([]);
    expect(app.events.filter(({ event }) => event === "work-changed")).toHaveLength(2);
  });

  test("in a window of the client record lead to the client's page, which says where they are", async () => {
    const app = openTraining();
    const clientId = app.clientId(MARIA);
    const { adviser } = await app.granted("session", {});
    const content = { form: { "Job Pref 1": "Cook" }, before: {}, writtenIn: { window: "window", count: 1 } };
    await app.granted("keep-record-draft", { clientId, form: "More", content, adviserId: adviser.id });
    const rows = async () => (await rowsOf(app, "drafts", "mine")).filter((row) => row.clientId === clientId);
    expect(await rows()).toMatchObject([{ clientName: "Maria Gallagher", date: TODAY, opens: { to: "client" } }]);
    expect((await rows())[0]?.what).toMatch(/^Unsaved changes in More from \d\d:\d\d were kept$/);
    await app.granted("discard-record-draft", { clientId, form: "More" });
    expect(await rows()).toEqual([]);
  });
});

describe("appointments", () => {
  test("are listed on their day, in order of time, and lead to the client's page", async () => {
    const app = openTraining();
    const clientId = app.clientId(DILIP);
    const { adviser } = await app.granted("session", {});
    const booking = { clientId, kind: "caseload", adviserId: adviser.id };
    await app.granted("book-appointment", { ...booking, date: TODAY, time: "15:30" });
    await app.granted("book-appointment", { ...booking, date: addDays(TODAY, 1), time: "09:00" });
    const rows = (await rowsOf(app, "appointments-today", "mine")).filter((row) => row.clientId === clientId);
    expect(rows).toMatchObject([
      { what: "15:30, Caseload interview with B Johns", date: TODAY, opens: { to: "client" } },
    ]);
  });
});

describe("the outlook that the work list reads", () => {
  test("is what every plan's open items say, after saves and a purge", async () => {
    const app = openTraining();
    await plansForJoe(app, addDays(TODAY, 3));
    const open = itemAt(await app.plan(MARIA), 1);
    await app.start(MARIA);
    await app.save(MARIA, { ...amending(open, { dateClosed: TODAY }), ...reviewing(open) });
    app.close();
    const late = openOffice({ dataFolder: app.folder, isTraining: true, today: "2014-01-01" }, () => undefined);
    if (!late.ok) throw new Error(late.error.code);
    expect(purgeClosedItems(late.value.context, { isConfirmed: true, isOnScreen: () => false }).purged).toBeGreaterThan(
      1,
    );
    await late.value.close();
    const after = openTraining({ dataFolder: app.folder });
    expect(after.rows("SELECT * FROM plan_outlook ORDER BY plan_id")).toEqual(
      after.rows(
        `SELECT plan.id AS plan_id, saved_by, COALESCE(MIN(target_date), '') AS first_target,
                COALESCE(MAX(target_date), '') AS last_target
         FROM plan LEFT JOIN action_item ON action_item.plan_id = plan.id AND date_closed IS NULL
         WHERE kind = 'lms' GROUP BY plan.id ORDER BY plan.id`,
      ),
    );
  });
});

describe("AI-7 a purged item's check", () => {
  test("goes with it, and neither note nor outcome can be read anywhere", async () => {
    const app = openTraining();
    const clientId = app.clientId(MARIA);
    const { id: itemId } = itemAt(await app.plan(MARIA), 1);
    const check = { clientId, itemId, checkDate: TODAY };
    const first = await app.granted("set-workflow", { ...check, note: "Zebedee was asked first" });
    await app.granted("set-workflow", { ...check, note: "Zebedee was asked again" });
    await app.granted("finish-workflow", { workflowId: first.id, outcome: "Lighthouse said yes" });
    await app.granted("set-workflow", { ...check, note: "Zebedee still waits" });
    const open = itemAt(await app.plan(MARIA), 1);
    await app.start(MARIA);
    await app.save(MARIA, { ...amending(open, { dateClosed: TODAY }), ...reviewing(open) });
    app.close();
    const late = openOffice({ dataFolder: app.folder, isTraining: true, today: "2014-01-01" }, () => undefined);
    if (!late.ok) throw new Error(late.error.code);
    purgeClosedItems(late.value.context, { isConfirmed: true, isOnScreen: () => false });
    await late.value.close();
    const after = openTraining({ dataFolder: app.folder });
    const tables = after.rows<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'");
    const isLeft = (row: object) => /Zebedee|Lighthouse/.test(Object.values(row).join(" "));
    expect(tables.filter(({ name }) => after.rows(`SELECT * FROM ${name}`).some(isLeft))).toEqual([]);
    expect(after.rows("SELECT id FROM workflow WHERE item_id = ?", itemId)).toEqual([]);
  });
});

describe("a long list", () => {
  test("shows the first hundred of a group and says that there are more", async () => {
    const app = openTraining();
    const creation = { reason: "telephone", text: "" } as const;
    const newItems = Array.from({ length: 100 }, (_, index) => aNewItem({ key: `new-${index}`, targetDate: TODAY }));
    await app.save(JOE, { newItems }, { creation });
    const { groups } = await app.granted("work-list", { scope: "office" });
    const reached = groups.find(({ group }) => group === "target-dates");
    expect([reached?.rows.length, reached?.hasMore]).toEqual([100, true]);
  });
});
