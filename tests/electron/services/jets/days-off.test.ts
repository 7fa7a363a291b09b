import { describe, expect, test } from "vitest";
import { DILIP, JOE, MARIA, type TrainingApp } from "../training-app.ts";
import {
  agree,
  course,
  DATES,
  onDay,
  openWithoutParticipants,
  participate,
  problemsOf,
  readyToAgree,
  whole,
} from "./full-plan.ts";

describe("DT-3 days off", () => {
  const dueOf = async (app: TrainingApp, nino: string) => (await course(app, nino)).due;

  test("a local holiday moves what has not passed, and taking it back moves it back", async () => {
    const app = openWithoutParticipants();
    await participate(app, JOE);
    const fair = { date: "2012-04-17", name: "Lochfield Fair" };
    expect(await app.granted("add-local-holiday", fair)).toEqual({ moved: 1 });
    expect(await dueOf(app, JOE)).toMatchObject({ dueOn: "2012-04-19", isKept: false });
    const { localHolidays, nations } = await app.granted("open-working-days", { year: 2012 });
    expect(localHolidays).toMatchObject([fair]);
    expect(nations.map(({ nation, bankHolidays }) => [nation, bankHolidays.length])).toEqual([["SCT", 10]]);
    const [holiday] = localHolidays;
    expect(await app.granted("remove-local-holiday", { holidayId: holiday?.id ?? "" })).toEqual({ moved: 1 });
    expect(await dueOf(app, JOE)).toMatchObject({ dueOn: "2012-04-18" });
    expect(app.events.at(-1)).toEqual({ event: "working-days-changed" });
  });

  test("a local holiday never moves a due date that has passed", async () => {
    const before = openWithoutParticipants();
    await participate(before, JOE);
    const app = onDay(before, "2012-04-19");
    await participate(app, DILIP, { startedOn: "2012-04-05" });
    expect(await app.granted("add-local-holiday", { date: "2012-04-11", name: "Fair" })).toEqual({ moved: 1 });
    expect(await dueOf(app, JOE)).toMatchObject({ dueOn: "2012-04-18", isKept: true });
    expect(await dueOf(app, DILIP)).toMatchObject({ dueOn: "2012-04-23", isKept: false });
  });

  test.each([
    ["twice", "2012-04-17", { code: "holiday-listed", date: "2012-04-17", name: "Fair" }],
    ["on a bank holiday", "2012-04-06", { code: "holiday-listed", date: "2012-04-06", name: "Good Friday" }],
    ["at a weekend", "2012-04-21", { code: "weekend", date: "2012-04-21" }],
  ])("a local holiday is not added %s", async (_, date, reason) => {
    const app = openWithoutParticipants();
    await app.granted("add-local-holiday", { date: "2012-04-17", name: "Fair" });
    const again = app.refused("add-local-holiday", { date, name: "Fair" });
    expect(await problemsOf(again)).toEqual([{ field: "Date", reason }]);
  });

  test("an outage moves due dates that were not overdue when it began, even once they have passed", async () => {
    const before = openWithoutParticipants();
    await participate(before, JOE);
    await participate(before, DILIP, { ...DATES, startAppointmentOn: "2012-03-29", startedOn: "2012-03-29" });
    await readyToAgree(before, MARIA);
    await agree(before, MARIA);
    const app = onDay(before, "2012-04-20");
    const outage = { from: "2012-04-17", to: "2012-04-18", reason: "No power" };
    expect(await app.granted("record-outage", outage)).toEqual({ moved: 3 });
    // Dilip's was due on 13/04/2012, before the outage began.
    expect(await dueOf(app, DILIP)).toMatchObject({ dueOn: "2012-04-13", outages: [] });
    expect(await dueOf(app, JOE)).toMatchObject({
      dueOn: "2012-04-20",
      outages: [{ ...outage, adds: 2 }],
      isKept: false,
    });
    expect((await course(app, MARIA)).reviews[0]).toMatchObject({ dueOn: "2012-05-02" });
    expect(await app.granted("record-outage", outage)).toEqual({ moved: 0 });
    expect((await app.granted("open-working-days", { year: 2012 })).outages).toMatchObject([outage, outage]);
  });

  test("an outage that is taken back leaves every date as it was, and stays in the list with who, when and why", async () => {
    const app = openWithoutParticipants();
    await participate(app, JOE);
    await participate(app, DILIP, { startAppointmentOn: "2012-03-29", startedOn: "2012-03-29" });
    await readyToAgree(app, MARIA);
    await agree(app, MARIA);
    const dues = async () => {
      const courses = await Promise.all([JOE, DILIP, MARIA].map((nino) => course(app, nino)));
      return courses.map(({ due, reviews }) => [due, reviews]);
    };
    const before = await dues();
    const shown = app.rows("SELECT id, due_on, shown_on FROM participant ORDER BY id");
    const outage = { from: "2012-04-12", to: "2012-04-13", reason: "No power" };
    expect(await app.granted("record-outage", outage)).toEqual({ moved: 3 });
    const [recorded] = (await app.granted("open-working-days", { year: 2012 })).outages;
    expect(recorded).toMatchObject({ ...outage, takenBack: null });
    const taking = { outageId: recorded?.id ?? "", reason: "It was the other office" };
    expect(await app.granted("take-back-outage", taking)).toEqual({ moved: 3 });
    expect(app.events.at(-1)).toEqual({ event: "working-days-changed" });
    expect(await dues()).toEqual(before);
    expect(app.rows("SELECT id, due_on, shown_on FROM participant ORDER BY id")).toEqual(shown);
    expect((await app.granted("open-working-days", { year: 2012 })).outages).toMatchObject([
      { ...outage, takenBack: { by: "B Johns", reason: taking.reason } },
    ]);
    expect(app.rows("SELECT action FROM audit WHERE kind = 'change' ORDER BY id DESC LIMIT 1")).toEqual([
      { action: "take-back-outage" },
    ]);
    expect(await problemsOf(app.refused("take-back-outage", taking))).toEqual(whole("outage-taken-back"));
  });

  test("an outage that is taken back leaves the dates by which something was agreed or reviewed since", async () => {
    const before = openWithoutParticipants();
    await readyToAgree(before, MARIA);
    await readyToAgree(before, JOE);
    await agree(before, JOE);
    const app = onDay(before, "2012-04-26");
    await app.granted("record-outage", { from: "2012-04-18", to: "2012-04-18", reason: "No power" });
    expect([(await course(app, JOE)).due, await dueOf(app, MARIA)]).toMatchObject([
      { dueOn: "2012-04-19" },
      { dueOn: "2012-04-19" },
    ]);
    await agree(app, MARIA);
    const [waiting] = (await course(app, JOE)).reviews;
    const reviewed = { reviewId: waiting?.id ?? "", recordedAt: waiting?.recordedAt ?? "", means: null, text: "" };
    await app.granted("record-plan-review", {
      ...{ clientId: app.clientId(JOE), ...reviewed, participantOn: "2012-04-25", providerOn: "2012-04-25" },
    });
    const [outage] = (await app.granted("open-working-days", { year: 2012 })).outages;
    await app.granted("take-back-outage", { outageId: outage?.id ?? "", reason: "By mistake" });
    expect(await dueOf(app, MARIA)).toMatchObject({ dueOn: "2012-04-19", isKept: true, outages: [] });
    const joe = await course(app, JOE);
    // His plan was agreed before the outage was recorded, his review was held afterwards.
    expect(joe.due).toMatchObject({ dueOn: "2012-04-18", isKept: false });
    expect(joe.reviews.map(({ dueOn }) => dueOn)).toEqual(["2012-05-10", "2012-05-01"]);
  });

  test("an outage is taken back with a reason, and only one that is there", async () => {
    const app = openWithoutParticipants();
    const taking = { outageId: "none", reason: "By mistake" };
    expect(await app.refused("take-back-outage", { ...taking, reason: " " })).toMatchObject({ code: "text-refused" });
    expect(await problemsOf(app.refused("take-back-outage", taking))).toEqual(whole("outage-not-found"));
  });

  test("an outage needs a reason and days that have come, in order", async () => {
    const app = openWithoutParticipants();
    const outage = { from: "2012-04-12", to: "2012-04-13", reason: "No power" };
    expect(await app.refused("record-outage", { ...outage, reason: "" })).toMatchObject({ code: "text-refused" });
    expect(await problemsOf(app.refused("record-outage", { ...outage, to: "2012-04-17" }))).toMatchObject([
      { field: "To", reason: { code: "future" } },
    ]);
    expect(await problemsOf(app.refused("record-outage", { ...outage, to: "2012-04-11" }))).toMatchObject([
      { field: "To", reason: { code: "before" } },
    ]);
    const gone = app.refused("remove-local-holiday", { holidayId: "none" });
    expect(await problemsOf(gone)).toEqual(whole("holiday-not-found"));
  });
});
