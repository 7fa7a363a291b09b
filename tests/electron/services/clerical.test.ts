import { describe, expect, test } from "vitest";
import type { ClericalSave } from "../../../shared/clerical/clerical-requests.ts";
import type { PlanWindow } from "../../../shared/contract.ts";
import {
  amending,
  aNewItem,
  DILIP,
  expectCode,
  itemAt,
  JOE,
  MARIA,
  openTraining,
  reviewing,
  TODAY,
  type TrainingApp,
} from "./training-app.ts";

async function issueBlank(app: TrainingApp, nino: string | null = null) {
  const clientId = nino === null ? null : app.clientId(nino);
  const { forms } = await app.granted("issue-clerical-forms", { what: "blank", clientId, copies: 1 });
  const [form] = forms;
  if (!form) throw new Error("No form was issued");
  return form;
}

/** A form from elsewhere, which may have happened on any day before today. */
async function takeIn(app: TrainingApp, nino: string) {
  const clientId = app.clientId(nino);
  return app.granted("take-in-clerical-form", { clientId, paperSerial: "", reason: "The pad of the outreach desk" });
}

async function ownId(app: TrainingApp, name = "B Johns") {
  const { advisers } = await app.granted("session", {});
  return advisers.find((adviser) => adviser.name === name)?.id ?? "";
}

async function clericalOf(app: TrainingApp, formId: string, fields: Partial<ClericalSave> = {}): Promise<ClericalSave> {
  return { formId, happenedOn: TODAY, adviserId: await ownId(app), interview: null, ...fields };
}

const everyWaiting = async (app: TrainingApp) =>
  (await app.granted("work-list", { scope: "mine" })).groups.find(({ group }) => group === "clerical")?.rows ?? [];

/** Those on the work list besides the one that the training caseload begins with. */
const waiting = async (app: TrainingApp) =>
  (await everyWaiting(app)).filter(({ what }) => what !== "Form 0042-17E, issued blank");

test("the training caseload has a form that waits, and it can be entered", async () => {
  const app = openTraining();
  expect(await everyWaiting(app)).toMatchObject([
    {
      clientName: "Joe Bloggs",
      what: "Form 0042-17E, issued blank",
      date: "2012-04-12",
      opens: { to: "clerical", serial: "0042-17E" },
    },
  ]);
  const { id: formId } = await app.granted("find-clerical-form", { serial: "0042-17E" });
  const clerical = await clericalOf(app, formId, { happenedOn: "2012-04-13" });
  const plan = await app.save(JOE, { newItems: [aNewItem({ happenedOn: "2012-04-13" })] }, { clerical });
  expect(itemAt(plan, 0).dateCreated).toBe("2012-04-13");
});

describe("issuing clerical forms (¶122, ¶123)", () => {
  test("gives each its own number, remembers it, and lists it until it is entered", async () => {
    const app = openTraining();
    const issued = await app.granted("issue-clerical-forms", { what: "blank", clientId: null, copies: 2 });
    expect(issued).toMatchObject({ forms: [{ serial: "0042-18C" }, { serial: "0042-19A" }], pages: 8 });
    expect(await waiting(app)).toMatchObject([
      { clientName: "Nobody yet", what: "Form 0042-18C, issued blank", date: TODAY, opens: { to: "clerical" } },
      { what: "Form 0042-19A, issued blank" },
    ]);
    expect(app.rows("SELECT action FROM audit ORDER BY id DESC LIMIT 1")).toEqual([{ action: "issue-clerical-forms" }]);
  });

  test("fills one from the saved plan; without a plan there is nothing to fill from", async () => {
    const app = openTraining();
    const clientId = app.clientId(MARIA);
    await app.granted("issue-clerical-forms", { what: "filled", clientId });
    expect(await waiting(app)).toMatchObject([{ clientId, what: "Form 0042-18C, filled from the plan" }]);
    const refused = await app.refused("issue-clerical-forms", { what: "filled", clientId: app.clientId(JOE) });
    expect(refused).toEqual({ code: "nothing-to-fill-from" });
  });

  test("makes one for each of the day's appointments in one go", async () => {
    const app = openTraining();
    expect(await app.refused("issue-clerical-forms", { what: "appointments" })).toEqual({
      code: "no-appointments-today",
    });
    const adviserId = await ownId(app);
    for (const [nino, time] of [
      [MARIA, "09:00"],
      [JOE, "10:00"],
      [MARIA, "15:00"],
    ] as const) {
      const clientId = app.clientId(nino);
      await app.granted("book-appointment", { clientId, date: TODAY, time, kind: "caseload", adviserId });
    }
    const { forms } = await app.granted("issue-clerical-forms", { what: "appointments" });
    expect(forms).toHaveLength(2);
    expect(await waiting(app)).toMatchObject([
      { clientName: "Maria Gallagher", what: "Form 0042-18C, filled from the plan" },
      { clientName: "Joe Bloggs", what: "Form 0042-19A, issued blank" },
    ]);
  });

  test("one that is cancelled leaves the list with its reason, and is refused by its number", async () => {
    const app = openTraining();
    const { id: formId, serial } = await issueBlank(app);
    expect(await app.refused("cancel-clerical-form", { formId, reason: " " })).toMatchObject({ code: "text-refused" });
    await app.granted("cancel-clerical-form", { formId, reason: "Coffee on it" });
    expect(await waiting(app)).toEqual([]);
    const refused = await app.refused("find-clerical-form", { serial });
    expect(refused).toEqual({ code: "serial-cancelled", serial, reason: "Coffee on it" });
    const again = await app.refused("cancel-clerical-form", { formId, reason: "Again" });
    expect(again).toEqual({ code: "clerical-form-closed", serial });
  });
});

describe("the number of a form that is to be entered", () => {
  test("finds it as typed; one that is mistyped or not known here is refused", async () => {
    const app = openTraining();
    const { id, serial } = await issueBlank(app, JOE);
    const found = await app.granted("find-clerical-form", { serial: " 0042 18c " });
    expect(found).toMatchObject({ id, serial, state: "issued", client: { surname: "Bloggs" } });
    expect(await app.refused("find-clerical-form", { serial: "0042-81C" })).toEqual({
      code: "serial-mistyped",
      typed: "0042-81C",
    });
    expect(await app.refused("find-clerical-form", { serial: "0042-19A" })).toEqual({
      code: "serial-unknown",
      serial: "0042-19A",
    });
  });

  test("is given here to a form without one, and one from elsewhere is taken in once", async () => {
    const app = openTraining();
    const input = { clientId: app.clientId(JOE), paperSerial: "0042-19a", reason: "Issued by desk 3" };
    const taken = await app.granted("take-in-clerical-form", input);
    expect(taken).toMatchObject({ serial: "0042-18C", origin: "elsewhere", paperSerial: "0042-19A" });
    expect(await app.refused("take-in-clerical-form", input)).toEqual({ code: "serial-waiting", serial: "0042-18C" });
    const byPaper = await app.refused("find-clerical-form", { serial: "0042-19A" });
    expect(byPaper).toEqual({ code: "serial-waiting", serial: "0042-18C" });
    expect(await waiting(app)).toMatchObject([{ what: "Form 0042-18C, issued elsewhere" }]);
  });
});

test("a mistyped number is not taken in as one from elsewhere, but a number of another shape or none is", async () => {
  const app = openTraining();
  const takingIn = (paperSerial: string) => ({ clientId: app.clientId(JOE), paperSerial, reason: "Issued by desk 3" });
  expect(await app.refused("take-in-clerical-form", takingIn("0042-81C"))).toEqual({
    code: "serial-mistyped",
    typed: "0042-81C",
  });
  expect(await app.granted("take-in-clerical-form", takingIn("pad 7"))).toMatchObject({ paperSerial: "PAD 7" });
  expect(await app.granted("take-in-clerical-form", takingIn(""))).toMatchObject({ paperSerial: "" });
  expect(await app.granted("take-in-clerical-form", takingIn(""))).toMatchObject({ paperSerial: "" });
});

describe("entering a clerical form (¶125)", () => {
  test("makes the plan with the day it happened on, the adviser on the form and AP-2's reason by itself", async () => {
    const app = openTraining();
    const form = await takeIn(app, JOE);
    const fields = { happenedOn: "2012-02-01", adviserId: await ownId(app, "H Whitlock") };
    const changes = {
      newItems: [
        aNewItem({ targetDate: "2012-02-20" }),
        aNewItem({ key: "other", text: "Ring the college", targetDate: "2012-02-20", happenedOn: "2012-02-03" }),
      ],
      newReviews: [{ key: "review", itemId: "new", text: "Half done", happenedOn: "2012-02-10" }],
    };
    const plan = await app.save(JOE, changes, { clerical: await clericalOf(app, form.id, fields) });
    expect(plan.items).toMatchObject([
      {
        dateCreated: "2012-02-01",
        createdBy: "H Whitlock",
        reviews: [{ dateCreated: "2012-02-10", createdBy: "H Whitlock", interviewId: null }],
      },
      { dateCreated: "2012-02-03", createdBy: "H Whitlock" },
    ]);
    expect(plan.savedBy).toBe("B Johns");
    expect(app.rows("SELECT creation_reason, creation_text FROM plan WHERE id = ?", plan.id)).toEqual([
      { creation_reason: "clerical", creation_text: "Clerical form 0042-18C" },
    ]);
  });

  test("that records an interview adds it as ended, with its reviews and closures in it", async () => {
    const app = openTraining();
    const item = itemAt(await app.plan(MARIA), 1);
    const form = await takeIn(app, MARIA);
    const clerical = await clericalOf(app, form.id, {
      happenedOn: "2012-04-10",
      interview: { kind: "caseload", attendance: "present" },
    });
    const changes = { ...amending(item, { dateClosed: "2012-04-10" }), ...reviewing(item) };
    const plan = await app.save(MARIA, changes, { clerical });
    const { interviews, openInterview }: PlanWindow = await app.window(MARIA);
    const [interview] = interviews;
    expect(openInterview).toBeNull();
    expect(interview).toMatchObject({
      kind: "caseload",
      startedAt: "2012-04-10T12:00:00.000Z",
      endedAt: "2012-04-10T12:00:00.000Z",
      endReason: "Entered from clerical form 0042-18C",
    });
    const after = plan.items.find(({ id }) => id === item.id);
    expect(after).toMatchObject({ dateClosed: "2012-04-10" });
    expect(after?.reviews[0]).toMatchObject({ interviewId: interview?.id, dateCreated: "2012-04-10" });
  });

  test("closes nothing where it records no interview, even while one is open", async () => {
    const app = openTraining();
    const item = itemAt(await app.plan(MARIA), 1);
    const form = await takeIn(app, MARIA);
    await app.start(MARIA);
    const clerical = await clericalOf(app, form.id, { happenedOn: "2012-04-10" });
    const changes = { ...amending(item, { dateClosed: "2012-04-10" }), ...reviewing(item) };
    const refused = await app.saveRefused(MARIA, changes, { clerical });
    expect(refused).toMatchObject({ problems: [{ reason: { code: "closed-outside-interview" } }] });
  });

  test.each([
    ["before it was issued", "2012-04-15", "before-issue"],
    ["in the future", "2012-04-17", "future"],
  ])("is refused with a day %s", async (_, happenedOn, reason) => {
    const app = openTraining();
    const { id } = await issueBlank(app);
    const clerical = await clericalOf(app, id, { happenedOn });
    const refused = await app.saveRefused(JOE, { newItems: [aNewItem()] }, { clerical });
    expect(refused).toEqual({ code: "happened-on-refused", reason, date: happenedOn });
  });

  test("is refused for another customer than the one it was issued for, and for an unknown adviser", async () => {
    const app = openTraining();
    const { id } = await issueBlank(app, DILIP);
    const refused = await app.saveRefused(JOE, { newItems: [aNewItem()] }, { clerical: await clericalOf(app, id) });
    expectCode(refused, "serial-of-other-client");
    const clerical = await clericalOf(app, id, { adviserId: "nobody" });
    expectCode(await app.saveRefused(DILIP, { newItems: [aNewItem()] }, { clerical }), "adviser-not-found");
  });

  test("happens once: its number then shows the plan it went into", async () => {
    const app = openTraining();
    const { id, serial } = await issueBlank(app);
    await app.save(JOE, { newItems: [aNewItem()] }, { clerical: await clericalOf(app, id) });
    const refused = expectCode(await app.refused("find-clerical-form", { serial }), "serial-used");
    expect(refused.client).toMatchObject({ id: app.clientId(JOE), surname: "Bloggs" });
  });
});

test("a form issued and filled in two months back is entered today by the rules of that day", async () => {
  const earlier = openTraining({ today: "2012-02-16" });
  const { id } = await issueBlank(earlier, JOE);
  earlier.close();
  const app = openTraining({ dataFolder: earlier.folder });
  const clerical = await clericalOf(app, id, { happenedOn: "2012-02-16" });
  const withTarget = (targetDate: string) => ({ newItems: [aNewItem({ targetDate })] });
  const refused = await app.saveRefused(JOE, withTarget("2012-02-15"), { clerical });
  expect(refused).toMatchObject({ problems: [{ reason: { code: "target-date-past" } }] });
  const plan = await app.save(JOE, withTarget("2012-02-20"), { clerical });
  expect(plan.items).toMatchObject([{ dateCreated: "2012-02-16", targetDate: "2012-02-20" }]);
});

describe("the proof after entry", () => {
  async function entered(app: TrainingApp) {
    const { id: formId } = await issueBlank(app);
    const clerical = await clericalOf(app, formId);
    const changes = { newItems: [aNewItem()], texts: { aims: "Office work" } };
    await app.save(JOE, changes, { clerical });
    return { formId, clerical };
  }

  test("shows each entry as the plan holds it, and each tick is kept and audited", async () => {
    const app = openTraining();
    const { formId } = await entered(app);
    const { entries } = await app.granted("open-clerical-proof", { formId });
    expect(entries).toMatchObject([
      { kind: "text", text: "Office work", facts: "Aims", happenedOn: TODAY, checkedAt: null },
      { kind: "item", text: "Write a CV", facts: "Assigned to Client, target date 01/05/2012, created by B Johns" },
    ]);
    expect(await waiting(app)).toMatchObject([
      { what: "Form 0042-18C: 2 entries to check against the paper", opens: { to: "clerical-proof", formId } },
    ]);
    for (const { id: entryId } of entries) {
      const ticked = await app.granted("check-clerical-entry", { formId, entryId, isChecked: true });
      expect(ticked.checkedBy).toBe("B Johns");
    }
    expect(await waiting(app)).toEqual([]);
    expect(app.rows("SELECT COUNT(*) AS ticks FROM audit WHERE action = 'check-clerical-entry'")).toEqual([
      { ticks: 2 },
    ]);
  });

  test("a form is gone on with by who typed it until its first tick", async () => {
    const app = openTraining();
    const { formId, clerical } = await entered(app);
    await app.save(JOE, { newItems: [aNewItem({ text: "Ring the college" })] }, { clerical });
    const { entries } = await app.granted("open-clerical-proof", { formId });
    expect(entries.map(({ text }) => text)).toEqual(["Office work", "Write a CV", "Ring the college"]);
    const entryId = entries[0]?.id ?? "";
    await app.granted("check-clerical-entry", { formId, entryId, isChecked: true });
    const refused = await app.saveRefused(JOE, { newItems: [aNewItem({ text: "More" })] }, { clerical });
    expectCode(refused, "clerical-form-closed");
  });
});
