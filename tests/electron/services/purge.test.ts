import { describe, expect, onTestFinished, test } from "vitest";
import { type OpenOffice, openOffice } from "../../../electron/office.ts";
import { onScreenElsewhere, type PurgeChoice, purgeClosedItems } from "../../../electron/services/purge.ts";
import { checkStore } from "../../../electron/store/check-store.ts";
import { recordRead } from "../../../electron/store/transaction.ts";
import type { AppEvent } from "../../../shared/contract.ts";
import { addDays } from "../../../shared/dates.ts";
import { AGNES, amending, itemAt, MARIA, openTraining, reviewing, TODAY, type TrainingApp } from "./training-app.ts";

/** Maria's item was closed nine weeks before the training store's day, on 13/02/2012: it is due on this day. */
const CLOSED = addDays(TODAY, -63);
const DUE = "2013-08-14";
/** By this day items of other clients are due too. */
const LATER_DUE = "2013-10-17";

const CHOICE: PurgeChoice = { isConfirmed: true, isOnScreen: () => false };

/** The office of a training store on a day, as the command line opens it, with what it tells windows. */
function officeOn(today: string, dataFolder: string): { readonly office: OpenOffice; readonly events: AppEvent[] } {
  const events: AppEvent[] = [];
  const opened = openOffice({ dataFolder, isTraining: true, today }, (event) => events.push(event));
  if (!opened.ok) throw new Error(opened.error.code);
  onTestFinished(() => opened.value.close());
  return { office: opened.value, events };
}

function purgeOn(today: string, choice: Partial<PurgeChoice> = {}, dataFolder = openedAndClosed()) {
  const { office, events } = officeOn(today, dataFolder);
  const { context } = office;
  return { outcome: purgeClosedItems(context, { ...CHOICE, ...choice }), context, events };
}

function openedAndClosed(): string {
  const app = openTraining();
  app.close();
  return app.folder;
}

/** Maria's closed items. */
function closedItems(app: Pick<TrainingApp, "rows">) {
  return app.rows<{ id: string; text: string }>(
    `SELECT action_item.id, text FROM action_item JOIN plan ON plan.id = plan_id JOIN client ON client.id = client_id
     WHERE date_closed IS NOT NULL AND nino = ?`,
    MARIA,
  );
}

/** Every text of every column of every table that holds one of the texts. */
function whereReadable(app: Pick<TrainingApp, "rows">, texts: readonly string[]): string[] {
  const tables = app.rows<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'");
  return tables.flatMap(({ name }) =>
    app
      .rows(`SELECT * FROM ${name}`)
      .filter((row) => texts.some((text) => Object.values(row).some((value) => String(value).includes(text))))
      .map(() => name),
  );
}

describe("AI-7 a closed item is purged", () => {
  test("from the day after 18 months have passed, and not a day before", () => {
    expect(CLOSED).toBe("2012-02-13");
    expect(purgeOn(addDays(DUE, -1)).outcome).toEqual({ purged: 0, waits: false });
    expect(purgeOn(DUE).outcome).toEqual({ purged: 1, waits: false });
  });

  test("a second time there is nothing to purge, and nothing is recorded", () => {
    const folder = openedAndClosed();
    purgeOn(DUE, {}, folder);
    const app = openTraining({ dataFolder: folder, today: DUE });
    const before = app.rows("SELECT * FROM audit");
    expect(purgeOn(DUE, {}, folder)).toMatchObject({ outcome: { purged: 0, waits: false }, events: [] });
    expect(app.rows("SELECT * FROM audit")).toEqual(before);
  });

  test("with every text of it and of its reviews, deleted ones too; nothing of them can be read anywhere", async () => {
    const before = openTraining();
    // A review that is deleted before the item is closed leaves its text in the record of changes alone.
    const started = await before.start(MARIA);
    const open = itemAt(await before.plan(MARIA), 1);
    const reviewed = await before.save(MARIA, reviewing(open, "Zebedee said it in confidence"));
    const deleted = itemAt(reviewed, 1).reviews.find(({ text }) => text.startsWith("Zebedee"))?.id ?? "";
    await before.save(MARIA, { deletedReviews: [deleted] });
    await before.save(MARIA, amending(open, { text: "Lighthouse keeping, corrected" }));
    await before.save(MARIA, {
      ...amending(open, { dateClosed: TODAY }),
      ...reviewing(open, "Done at the lighthouse"),
    });
    await before.printAndHandOver(MARIA);
    await before.end(started);
    const texts = [
      "Zebedee said it in confidence",
      "Done at the lighthouse",
      "Lighthouse keeping, corrected",
      open.text,
    ];
    expect(new Set(whereReadable(before, texts))).toEqual(new Set(["action_item", "review", "change_value"]));
    const earlier = closedItems(before).map(({ text }) => text);
    expect(earlier).toHaveLength(2);
    before.close();

    const { outcome, context } = purgeOn(LATER_DUE, {}, before.folder);
    // Maria's two, and 25 of the full plan's that were due before.
    expect(outcome).toEqual({ purged: 27, waits: false });
    const after = openTraining({ dataFolder: before.folder, today: LATER_DUE });
    expect(whereReadable(after, [...texts, ...earlier])).toEqual([]);
    expect(closedItems(after)).toEqual([]);
    expect(checkStore(context.store)).toEqual([]);
  });

  test("and its plan keeps version, texts, open items and print", async () => {
    const before = openTraining();
    await before.printAndHandOver(MARIA);
    const { plan } = await before.window(MARIA);
    before.close();
    const { events } = purgeOn(DUE, {}, before.folder);
    const after = openTraining({ dataFolder: before.folder, today: DUE });
    const items = plan?.items.filter(({ dateClosed }) => dateClosed === null);
    expect((await after.window(MARIA)).plan).toEqual({ ...plan, items });
    expect(plan?.printedAt).not.toBeNull();
    expect(events).toEqual([{ event: "plan-changed", clientId: after.clientId(MARIA), version: plan?.version }]);
  });

  test("leaving one line of the audit, by nobody, with identifiers and dates alone", () => {
    const before = openTraining();
    const [item] = closedItems(before);
    before.close();
    const { context } = purgeOn(DUE, {}, before.folder);
    const [line, ...more] = context.store.all("SELECT * FROM audit WHERE action = 'purge'");
    expect([line, more]).toEqual([
      expect.objectContaining({ kind: "change", adviser_id: null, interview_id: null, client_id: expect.any(String) }),
      [],
    ]);
    const values = context.store.all<{ before: string; after: string | null }>(
      `SELECT before, after FROM change_value JOIN change ON change.id = change_value.id
       JOIN audit ON audit.id = change.audit_id WHERE action = 'purge' ORDER BY change.id`,
    );
    expect(values.map(({ before, after }) => ({ before: JSON.parse(before), after }))).toEqual([
      { before: { id: expect.any(String), item_id: item?.id, date_created: CLOSED }, after: null },
      {
        before: { id: item?.id, plan_id: expect.any(String), date_created: addDays(TODAY, -91), date_closed: CLOSED },
        after: null,
      },
    ]);
  });
});

describe("AI-7 a purge", () => {
  test("leaves JETS plans alone", () => {
    const folder = openedAndClosed();
    const { office } = officeOn(DUE, folder);
    office.context.store.database.exec("UPDATE plan SET kind = 'jets'");
    expect(purgeOn("2030-01-01", {}, folder).outcome).toEqual({ purged: 0, waits: false });
  });

  test("spares a plan that is open on screen until the next run", () => {
    const folder = openedAndClosed();
    expect(purgeOn(DUE, { isOnScreen: () => true }, folder).outcome).toEqual({ purged: 0, waits: false });
    expect(purgeOn(DUE, {}, folder).outcome).toEqual({ purged: 1, waits: false });
  });

  test("spares, from another process, a plan that was opened in the last twelve hours", async () => {
    const folder = openedAndClosed();
    const app = openTraining({ dataFolder: folder, today: DUE });
    await app.window(MARIA);
    const { context } = officeOn(DUE, folder).office;
    const isOnScreen = onScreenElsewhere(context);
    expect([MARIA, AGNES].map((nino) => isOnScreen(app.clientId(nino)))).toEqual([true, false]);
    const later = new Date(Date.parse(context.clock.now()) + 12 * 3_600_000 + 1).toISOString();
    const muchLater = onScreenElsewhere({ ...context, clock: { ...context.clock, now: () => later } });
    expect(muchLater(app.clientId(MARIA))).toBe(false);
  });

  test("waits for a person when nothing was recorded for more than 31 days, and reading counts for nothing", async () => {
    const folder = openedAndClosed();
    const lastRecord = addDays(DUE, -31);
    const early = openTraining({ dataFolder: folder, today: lastRecord });
    await early.end(await early.start(AGNES), true);
    early.close();
    const on = (days: number, isConfirmed = false) => purgeOn(addDays(lastRecord, days), { isConfirmed }, folder);
    const { context } = on(32);
    recordRead(context.store, {
      at: `${addDays(lastRecord, 32)}T09:00:00.000Z`,
      action: "open-client",
      adviserId: null,
      clientId: null,
      interviewId: null,
    });
    expect(on(32).outcome).toEqual({ purged: 0, waits: true });
    expect(on(31).outcome).toEqual({ purged: 1, waits: false });
    const again = openedAndClosed();
    expect(purgeOn(DUE, { isConfirmed: false }, again).outcome).toEqual({ purged: 0, waits: true });
    expect(purgeOn(DUE, { isConfirmed: true }, again).outcome).toEqual({ purged: 1, waits: false });
  });

  test("ends the plan that a reader kept", async () => {
    const folder = openedAndClosed();
    const { context } = officeOn(DUE, folder).office;
    const [client] = context.store.all<{ id: string }>("SELECT id FROM client WHERE nino = ?", MARIA);
    const count = () => context.plans.find(context.store, client?.id ?? "", "lms")?.items.length;
    expect(count()).toBe(2);
    purgeClosedItems(context, CHOICE);
    expect(count()).toBe(1);
  });
});

describe("AI-7 the application", () => {
  /** A store in which something was recorded shortly before the item is due. */
  async function recordedShortlyBefore(day: string): Promise<string> {
    const folder = openedAndClosed();
    const early = openTraining({ dataFolder: folder, today: addDays(day, -7) });
    await early.end(await early.start(AGNES), true);
    early.close();
    return folder;
  }

  test("purges by itself once the first window has its session", async () => {
    const app = openTraining({ dataFolder: await recordedShortlyBefore(DUE), today: DUE });
    expect(closedItems(app)).toHaveLength(1);
    await app.granted("session", {});
    await expect.poll(() => closedItems(app), { timeout: 15_000 }).toEqual([]);
    expect(checkStore(officeOn(DUE, app.folder).office.context.store)).toEqual([]);
  });

  test("spares the plan that was opened before", async () => {
    const app = openTraining({ dataFolder: await recordedShortlyBefore(LATER_DUE), today: LATER_DUE });
    await app.window(MARIA);
    await app.granted("session", {});
    await expect.poll(() => app.events.map(({ event }) => event), { timeout: 15_000 }).toContain("plan-changed");
    expect(closedItems(app)).toHaveLength(1);
  });
});
