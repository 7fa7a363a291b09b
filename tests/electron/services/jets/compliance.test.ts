import { expect, test } from "vitest";
import { openOffice } from "../../../../electron/office.ts";
import { compliance, reportOf } from "../../../../electron/services/jets/compliance.ts";
import type { Store } from "../../../../electron/store/store.ts";
import { addDays, type CivilDate } from "../../../../shared/dates.ts";
import { type ComplianceFigure, summaryOf } from "../../../../shared/jets/compliance.ts";
import {
  addFictionalParticipants,
  expectedUnsigned,
  type Fate,
  type GeneratedParticipant,
} from "../../../bench/many-participants.ts";
import { temporaryFolder } from "../../store/temporary-store.ts";
import { pastTheApplication } from "../store-hand.ts";
import { JOE, openTraining } from "../training-app.ts";
import { agree, readyToAgree, sign } from "./full-plan.ts";

const TODAY = "2012-04-16";
const PARTICIPANTS = 5_000;

interface Period {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly adviserId: string | null;
}

/** The figures counted from what was generated, without the report's code and without the store. */
function counted(
  all: readonly GeneratedParticipant[],
  { from, to, adviserId }: Period,
): Record<ComplianceFigure, number> {
  const own = all.filter((each) => adviserId === null || each.adviserId === adviserId);
  const inPeriod = (day: CivilDate) => day >= from && day <= to;
  const plans = own.filter(({ dueOn }) => inPeriod(dueOn));
  const reviews = own.flatMap((each) => each.reviews).filter(({ dueOn }) => inPeriod(dueOn));
  const of = (list: readonly { readonly fate: Fate }[], fate: Fate) => list.filter((each) => each.fate === fate).length;
  return {
    "plans-due": plans.length,
    "plans-in-time": of(plans, "in-time"),
    "plans-late": of(plans, "late"),
    "plans-not-agreed": of(plans, "missed"),
    "plans-open": of(plans, "open"),
    "reviews-due": reviews.length,
    "reviews-on-time": of(reviews, "in-time"),
    "reviews-late": of(reviews, "late"),
    "reviews-missed": of(reviews, "missed"),
    "reviews-open": of(reviews, "open"),
    "plans-unsigned": plans.filter((each) => expectedUnsigned(each) !== "").length,
  };
}

test("4.08 the report over 5,000 participants agrees figure by figure with an independent count", () => {
  const opened = openOffice({ dataFolder: temporaryFolder(), isTraining: true, today: TODAY }, () => undefined);
  if (!opened.ok) throw new Error(opened.error.code);
  const { context } = opened.value;
  emptyOfParticipants(context.store);
  const advisers = context.store.all<{ id: string }>("SELECT id FROM adviser ORDER BY id").map(({ id }) => id);
  const all = addFictionalParticipants(context.store, { count: PARTICIPANTS, today: TODAY, advisers });
  expect(all).toHaveLength(PARTICIPANTS);
  const periods: readonly Period[] = [
    { from: "2011-01-01", to: "2012-12-31", adviserId: null },
    { from: "2012-01-01", to: "2012-03-31", adviserId: null },
    { from: "2012-04-02", to: "2012-05-31", adviserId: advisers[0] ?? "" },
    { from: TODAY, to: TODAY, adviserId: advisers[1] ?? "" },
  ];
  for (const period of periods) {
    const report = reportOf(context, period);
    expect(compliance(context, period).report).toEqual(summaryOf(report));
    const lengths = Object.fromEntries(Object.entries(report.lists).map(([figure, rows]) => [figure, rows.length]));
    const expected = counted(all, period);
    expect({ period, ...lengths }).toEqual({ period, ...expected });
    const decided = expected["plans-in-time"] + expected["plans-late"] + expected["plans-not-agreed"];
    expect(report.planShare).toEqual(decided === 0 ? null : { inTime: expected["plans-in-time"], decided });
    const inWeeks = report.weeks.reduce((sum, { inTime, late, notAgreed }) => sum + inTime + late + notAgreed, 0);
    const decidedUntilToday = report.planShare?.decided ?? 0;
    // What is agreed before its day has come falls into a week that has not begun.
    const early = report.lists["plans-in-time"].filter(({ dueOn }) => dueOn > lastDayOfWeek(TODAY)).length;
    expect(inWeeks).toBe(decidedUntilToday - early);
  }
  const report = reportOf(context, periods[0] as Period);
  const whys = new Map(report.lists["plans-unsigned"].map(({ clientId, why }) => [clientId, why]));
  const expectedWhys = all.filter((each) => expectedUnsigned(each) !== "");
  expect(whys).toEqual(new Map(expectedWhys.map((each) => [each.clientId, expectedUnsigned(each)])));
  void opened.value.close();
});

test("4.08 an agreed plan that was amended and signed or refused again stays signed as it was agreed", async () => {
  const app = openTraining();
  await readyToAgree(app, JOE);
  await agree(app, JOE);
  pastTheApplication(app, "UPDATE activity_details SET what = 'Two CVs'");
  sign(app, JOE, "participant");
  sign(app, JOE, "provider", { manner: "refused", reason: "Not as it stands" });
  const period = { from: "2012-01-01", to: "2012-12-31", adviserId: null };
  const listed = async (figure: ComplianceFigure) =>
    (await app.granted("compliance-list", { period, figure })).rows.map(({ nino }) => nino);
  expect(await listed("plans-in-time")).toContain(JOE);
  expect(await listed("plans-unsigned")).not.toContain(JOE);
});

test("4.08 a plan that is not agreed and was amended since it was signed is unsigned, before the inspection too", async () => {
  const app = openTraining();
  await readyToAgree(app, JOE);
  const period = { from: "2012-01-01", to: "2012-12-31", adviserId: null };
  const told = async () => {
    const { rows } = await app.granted("compliance-list", { period, figure: "plans-unsigned" });
    const { beforeInspection } = await app.granted("compliance", period);
    return [rows, beforeInspection].flatMap((list) =>
      list.flatMap((row) => (row.nino === JOE ? ["why" in row ? row.why : row.what] : [])),
    );
  };
  expect(await told()).toEqual(["Full plan to agree"]);
  pastTheApplication(app, "UPDATE activity_details SET what = 'Two CVs'");
  const why = "Participant: signed for an earlier version; Provider: signed for an earlier version";
  expect(await told()).toEqual([why, `Full plan to agree. ${why}`]);
});

function lastDayOfWeek(monday: CivilDate): CivilDate {
  return addDays(monday, 6);
}

function emptyOfParticipants(store: Store): void {
  store.database.exec("DELETE FROM participant");
}
