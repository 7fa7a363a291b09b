import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { openOffice } from "../../../../electron/office.ts";
import { openCourse, saveCourseDates } from "../../../../electron/services/jets/course.ts";
import { workList } from "../../../../electron/services/work-list.ts";
import { contractTermsSchema } from "../../../../shared/jets/contract-terms.ts";
import { pastTheApplication } from "../store-hand.ts";
import { JOE, openTraining, TODAY, type TrainingApp } from "../training-app.ts";
import {
  addPlan,
  agree,
  completeDetails,
  course,
  DATES,
  onDay,
  openWithoutParticipants,
  participate,
  problemsOf,
  readyToAgree,
  sign,
  whole,
} from "./full-plan.ts";

describe("4.02 a participant's dates", () => {
  test("a client is no participant until they are saved", async () => {
    const app = openTraining();
    expect(await course(app, JOE)).toMatchObject({ participant: null, terms: null, due: null, needs: [] });
    const opened = await participate(app, JOE);
    expect(opened.participant).toEqual({
      clientId: app.clientId(JOE),
      contract: "jets-scotland",
      dates: DATES,
      dueOn: "2012-04-18",
      agreement: null,
      preferredMeans: null,
      version: 1,
    });
    expect(opened).toMatchObject({ initialPlanOn: null, reviewEvery: 10, interactions: 0, copiesAskedFor: 0 });
    expect(opened.due).toMatchObject({ dueOn: "2012-04-18", workingDaysLeft: 2, isKept: false });
    expect(app.events.at(-1)).toMatchObject({ event: "client-changed", clientId: app.clientId(JOE) });
  });

  test("the initial plan is of the day on which the plan was first saved", async () => {
    const app = openTraining();
    await participate(app, JOE);
    addPlan(app, JOE, "2012-04-04");
    expect((await course(app, JOE)).initialPlanOn).toBe("2012-04-04");
  });

  test("are refused out of order, for an unknown contract or client, and over what somebody else saved", async () => {
    const app = openTraining();
    const input = { clientId: app.clientId(JOE), contract: "jets-scotland", version: null, dates: DATES };
    const late = { ...DATES, startedOn: "2012-04-17" };
    expect(await problemsOf(app.refused("save-course-dates", { ...input, dates: late }))).toEqual([
      { field: "Start date", reason: { code: "future", date: "2012-04-17" } },
    ]);
    expect(await problemsOf(app.refused("save-course-dates", { ...input, contract: "other" }))).toEqual([
      { field: "Contract", reason: { code: "unknown-contract" } },
    ]);
    expect(await app.refused("save-course-dates", { ...input, clientId: "nobody" })).toEqual({
      code: "client-not-found",
    });
    await app.granted("save-course-dates", input);
    expect(await problemsOf(app.refused("save-course-dates", input))).toEqual(whole("changed"));
  });

  test("another start date moves the due date, and none takes it away", async () => {
    const app = openTraining();
    const { participant } = await participate(app, JOE);
    const input = { clientId: app.clientId(JOE), contract: "jets-scotland" };
    const moved = { ...DATES, startedOn: "2012-04-05" };
    await app.granted("save-course-dates", { ...input, version: participant?.version ?? 0, dates: moved });
    expect((await course(app, JOE)).due).toMatchObject({ dueOn: "2012-04-20" });
    await app.granted("save-course-dates", { ...input, version: 2, dates: { ...DATES, startedOn: null } });
    expect(await course(app, JOE)).toMatchObject({ due: null, participant: { dueOn: null, version: 3 } });
  });

  test("the way a participant would rather meet is kept", async () => {
    const app = openTraining();
    await participate(app, JOE);
    const clientId = app.clientId(JOE);
    await app.granted("set-preferred-means", { clientId, version: 1, means: "video" });
    expect((await course(app, JOE)).participant).toMatchObject({ preferredMeans: "video", version: 2 });
    const stale = app.refused("set-preferred-means", { clientId, version: 1, means: null });
    expect(await problemsOf(stale)).toEqual(whole("changed"));
  });

  test("nothing is recorded on a client who is no participant", async () => {
    const app = openTraining();
    const clientId = app.clientId(JOE);
    const none = whole("not-a-participant");
    expect(await problemsOf(app.refused("set-preferred-means", { clientId, version: 1, means: null }))).toEqual(none);
    const agreeing = app.refused("agree-full-plan", { clientId, version: 1, planVersion: 1, agreedOn: TODAY });
    expect(await problemsOf(agreeing)).toEqual(none);
    const interval = { workingDays: 15, reason: "Prefers it", decidedOn: TODAY };
    expect(await problemsOf(app.refused("set-review-interval", { clientId, ...interval }))).toEqual(none);
  });
});

test("a sister scheme of 20 working days from the referral needs a file and no code", async () => {
  const app = openWithoutParticipants();
  const clientId = app.clientId(JOE);
  app.close();
  const opened = openOffice({ isTraining: true, today: TODAY, dataFolder: app.folder }, () => undefined);
  if (!opened.ok) throw new Error(opened.error.code);
  const file = new URL("./sister-scheme.json", import.meta.url);
  const sister = contractTermsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  // Beside the contract that the product comes with, as a file in its folder is.
  const context = { ...opened.value.context, contracts: [...opened.value.context.contracts, sister] };
  const saved = saveCourseDates(context, { clientId, contract: "kelbridge-steps", version: null, dates: DATES });
  expect(saved).toEqual({ ok: true, value: {} });
  expect(openCourse(context, { clientId })).toMatchObject({
    ok: true,
    value: { due: { from: "referral", nation: "ENG", dueOn: "2012-04-25", workingDays: 20 }, reviewEvery: 5 },
  });
  // It is day 13 of 20, and shown from day 15 on.
  expect(workList(context, "office").groups.filter(({ group }) => group === "jets-due")).toEqual([]);
  await opened.value.close();
});

describe("4.03 agreeing the full plan", () => {
  test("is refused while anything is still to do, and all of it is listed", async () => {
    const app = openTraining();
    await participate(app, JOE, { startedOn: null });
    const itemId = addPlan(app, JOE);
    const input = { clientId: app.clientId(JOE), version: 1, planVersion: 1, agreedOn: TODAY };
    const { needs } = await course(app, JOE);
    expect(needs.map(({ code }) => code)).toEqual([
      "no-date",
      "smart",
      "not-understood",
      "not-considered",
      "signature",
      "signature",
    ]);
    expect(needs[1]).toMatchObject({ itemId });
    expect(await problemsOf(app.refused("agree-full-plan", input))).toEqual([
      { field: null, reason: { code: "still-to-do", needs } },
    ]);
  });

  test("asks how support needs were considered where the participant has any", async () => {
    const app = openTraining();
    await readyToAgree(app, JOE);
    pastTheApplication(app, "UPDATE activity_details SET considered = ''");
    expect((await course(app, JOE)).needs.map(({ code }) => code)).toEqual(["not-considered"]);
    pastTheApplication(app, "UPDATE client_more SET support_needs = '' WHERE id = ?", app.clientId(JOE));
    expect((await course(app, JOE)).needs).toEqual([]);
  });

  test("binds the version and its hash, and the first review waits from then on", async () => {
    const app = openTraining();
    expect((await readyToAgree(app, JOE)).needs).toEqual([]);
    const opened = await agree(app, JOE);
    expect(opened.participant?.agreement).toMatchObject({ agreedOn: TODAY, agreedBy: "B Johns", planVersion: 1 });
    expect(opened.participant?.agreement?.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(opened.isChangedSinceAgreed).toBe(false);
    expect(opened.reviews).toHaveLength(1);
    expect(opened.reviews[0]).toMatchObject({
      countedFrom: TODAY,
      workingDays: 10,
      dueOn: "2012-04-30",
      completedOn: null,
      due: { from: "agreement", workingDaysLeft: 10 },
    });
    const again = { clientId: app.clientId(JOE), version: 2, planVersion: 1, agreedOn: TODAY };
    expect(await problemsOf(app.refused("agree-full-plan", again))).toEqual([
      { field: null, reason: { code: "agreed-already", date: TODAY } },
    ]);
    pastTheApplication(app, "UPDATE activity_details SET what = 'Two CVs'");
    expect((await course(app, JOE)).isChangedSinceAgreed).toBe(true);
  });

  test.each([
    ["before the latest signature", "2012-04-15", { code: "before", other: "the latest signature", otherDate: TODAY }],
    ["in the future", "2012-04-17", { code: "future" }],
  ])("is not dated %s", async (_, agreedOn, reason) => {
    const app = openTraining();
    await readyToAgree(app, JOE);
    const input = { clientId: app.clientId(JOE), version: 1, planVersion: 1, agreedOn };
    expect(await problemsOf(app.refused("agree-full-plan", input))).toEqual([
      { field: "Full plan agreed", reason: { ...reason, date: agreedOn } },
    ]);
  });

  test("may be dated on any day from the latest signature on", async () => {
    const app = openTraining();
    await participate(app, JOE);
    completeDetails(app, addPlan(app, JOE));
    sign(app, JOE, "participant", { on: "2012-04-12" });
    sign(app, JOE, "provider", { on: "2012-04-13", manner: "could-not", reason: "Away" });
    expect((await agree(app, JOE, "2012-04-13")).reviews[0]).toMatchObject({ dueOn: "2012-04-27" });
  });

  test("is refused for another version of the plan than the window shows, and over a change of the dates", async () => {
    const app = openTraining();
    await readyToAgree(app, JOE);
    const input = { clientId: app.clientId(JOE), version: 1, planVersion: 2, agreedOn: TODAY };
    expect(await app.refused("agree-full-plan", input)).toMatchObject({ code: "plan-changed" });
    const stale = app.refused("agree-full-plan", { ...input, planVersion: 1, version: 7 });
    expect(await problemsOf(stale)).toEqual(whole("changed"));
  });

  test("afterwards no date of the course is moved behind it", async () => {
    const app = openTraining();
    await readyToAgree(app, JOE);
    await agree(app, JOE);
    const later = onDay(app, "2012-04-20");
    const dates = { ...DATES, startedOn: "2012-04-19" };
    const input = { clientId: later.clientId(JOE), contract: "jets-scotland", version: 2, dates };
    expect(await problemsOf(later.refused("save-course-dates", input))).toEqual([
      {
        field: "Full plan agreed",
        reason: { code: "before", date: TODAY, other: "Start date", otherDate: "2012-04-19" },
      },
    ]);
  });
});

describe("4.06 plan reviews", () => {
  const TAKEN = { participantOn: null, providerOn: null, means: null, text: "" };

  async function agreed() {
    const app = openTraining();
    await readyToAgree(app, JOE);
    await agree(app, JOE);
    const later = onDay(app, "2012-04-26");
    const clientId = later.clientId(JOE);
    const waiting = async () => {
      const [review] = (await course(later, JOE)).reviews;
      return { clientId, reviewId: review?.id ?? "", recordedAt: review?.recordedAt ?? "" };
    };
    return { app: later, clientId, waiting };
  }

  test("one in which only one took part goes on waiting; it is complete once both have, and the next one follows", async () => {
    const { app, waiting } = await agreed();
    await app.granted("record-plan-review", { ...(await waiting()), ...TAKEN, providerOn: "2012-04-24" });
    const half = await course(app, JOE);
    expect(half.reviews).toHaveLength(1);
    expect(half.reviews[0]).toMatchObject({ providerOn: "2012-04-24", completedOn: null, dueOn: "2012-04-30" });
    const both = { participantOn: "2012-04-25", providerOn: "2012-04-24", means: "telephone", text: "Going well" };
    await app.granted("record-plan-review", { ...(await waiting()), ...TAKEN, ...both } as never);
    const { reviews } = await course(app, JOE);
    expect(reviews).toMatchObject([
      { countedFrom: "2012-04-25", dueOn: "2012-05-10", completedOn: null, due: { from: "review" } },
      { ...both, completedOn: "2012-04-25", dueOn: "2012-04-30", due: { from: "agreement" } },
    ]);
  });

  test("is refused with nobody, outside its time, over somebody else's record, and once it is complete", async () => {
    const { app, waiting } = await agreed();
    const review = await waiting();
    const refusal = (fields: object) =>
      problemsOf(app.refused("record-plan-review", { ...review, ...TAKEN, ...fields }));
    expect(await refusal({})).toEqual([{ field: "Who took part", reason: { code: "missing" } }]);
    expect(await refusal({ providerOn: "2012-04-27" })).toEqual([
      { field: "Provider took part", reason: { code: "future", date: "2012-04-27" } },
    ]);
    expect(await refusal({ participantOn: "2012-04-13" })).toMatchObject([
      { field: "Participant took part", reason: { code: "before", otherDate: TODAY } },
    ]);
    const stale = { providerOn: "2012-04-24", recordedAt: "2012-04-01T09:00:00.000Z" };
    expect(await refusal(stale)).toEqual(whole("changed"));
    const both = { participantOn: "2012-04-24", providerOn: "2012-04-24" };
    await app.granted("record-plan-review", { ...review, ...TAKEN, ...both });
    expect(await refusal(both)).toEqual(whole("review-over"));
  });

  test("another interval needs a reason, holds from the review that waits, and leaves a history", async () => {
    const { app, clientId, waiting } = await agreed();
    const interval = { clientId, workingDays: 15, reason: "Works shifts", decidedOn: "2012-04-25" };
    expect(await app.refused("set-review-interval", { ...interval, reason: " " })).toMatchObject({
      code: "text-refused",
      field: "Reason",
    });
    expect(await problemsOf(app.refused("set-review-interval", { ...interval, decidedOn: "2012-04-27" }))).toEqual([
      { field: "Date", reason: { code: "future", date: "2012-04-27" } },
    ]);
    await app.granted("set-review-interval", interval);
    expect((await course(app, JOE)).reviews[0]).toMatchObject({ workingDays: 15, dueOn: "2012-05-08" });
    await app.granted("set-review-interval", { ...interval, workingDays: 5, reason: "Weekly now" });
    const both = { participantOn: "2012-04-26", providerOn: "2012-04-26" };
    await app.granted("record-plan-review", { ...(await waiting()), ...TAKEN, ...both });
    const opened = await course(app, JOE);
    expect(opened.reviewEvery).toBe(5);
    expect(opened.reviews).toMatchObject([
      { workingDays: 5, dueOn: "2012-05-03" },
      { workingDays: 5, dueOn: "2012-04-23" },
    ]);
    expect(opened.intervals).toMatchObject([
      { workingDays: 5, reason: "Weekly now", recordedBy: "B Johns" },
      { workingDays: 15, reason: "Works shifts", decidedOn: "2012-04-25" },
    ]);
  });

  test("an interval that was preferred before the agreement holds from the first review", async () => {
    const app = openTraining();
    await readyToAgree(app, JOE);
    const interval = { workingDays: 5, reason: "Weekly", decidedOn: TODAY };
    await app.granted("set-review-interval", { clientId: app.clientId(JOE), ...interval });
    expect((await agree(app, JOE)).reviews[0]).toMatchObject({ workingDays: 5, dueOn: "2012-04-23" });
  });
});

describe("The work list", () => {
  const ofJoe = async (app: TrainingApp, scope: "mine" | "office" = "office") => {
    const { groups } = await app.granted("work-list", { scope });
    return (groups.find(({ group }) => group === "jets-due")?.rows ?? []).filter(
      ({ clientId }) => clientId === app.clientId(JOE),
    );
  };

  test.each([
    ["2012-04-11", []],
    ["2012-04-12", ["Full plan to agree: day 6 of 10 working days"]],
    ["2012-04-16", ["Full plan to agree: day 8 of 10 working days"]],
    ["2012-04-18", ["Full plan to agree: day 10 of 10 working days"]],
    ["2012-04-19", ["Full plan to agree: overdue"]],
    ["2013-04-19", ["Full plan to agree: overdue"]],
  ])("4.03 on %s has of a full plan that is due on 18/04/2012: %j", async (today, expected) => {
    const before = openTraining({ today: "2012-04-05" });
    await participate(before, JOE);
    const rows = await ofJoe(onDay(before, today));
    expect(rows.map(({ what }) => what)).toEqual(expected);
    for (const row of rows) expect(row).toMatchObject({ date: "2012-04-18", opens: { to: "plan", kind: "jets" } });
  });

  test.each([
    ["2012-04-25", []],
    ["2012-04-26", ["Plan review: day 8 of 10 working days"]],
    ["2012-05-01", ["Plan review: overdue"]],
  ])("4.06 on %s has of a review that is due on 30/04/2012: %j", async (today, expected) => {
    const before = openTraining();
    await readyToAgree(before, JOE);
    await agree(before, JOE);
    expect((await ofJoe(onDay(before, today))).map(({ what }) => what)).toEqual(expected);
  });

  test("is mine where I made the client a participant, and the office's in any case", async () => {
    const app = openTraining();
    await participate(app, JOE);
    expect(await ofJoe(app, "mine")).toHaveLength(1);
    pastTheApplication(app, "UPDATE participant SET adviser_id = (SELECT id FROM adviser WHERE name = 'H Whitlock')");
    expect(await ofJoe(app, "mine")).toEqual([]);
    expect(await ofJoe(app, "office")).toHaveLength(1);
  });

  test("says who has still to take part in a review", async () => {
    const app = openTraining();
    await readyToAgree(app, JOE);
    const [review] = (await agree(app, JOE)).reviews;
    const taken = { participantOn: TODAY, providerOn: null, means: null, text: "" };
    const waiting = { reviewId: review?.id ?? "", recordedAt: review?.recordedAt ?? "" };
    await app.granted("record-plan-review", { clientId: app.clientId(JOE), ...waiting, ...taken });
    const [row] = await ofJoe(onDay(app, "2012-04-30"));
    expect(row?.what).toBe("Plan review, the provider has still to take part: day 10 of 10 working days");
  });

  test.each([
    [
      "plans of the office",
      "participant_waiting",
      "due_on IS NOT NULL AND agreed_on IS NULL AND shown_on <= '2012' ORDER BY due_on, id LIMIT 9",
      "participant",
    ],
    [
      "plans of an adviser",
      "participant_waiting_of",
      "adviser_id = 'a' AND due_on IS NOT NULL AND agreed_on IS NULL AND shown_on <= '2012' ORDER BY due_on, id LIMIT 9",
      "participant",
    ],
    ["reviews", "plan_review_shown", "completed_on IS NULL AND shown_on <= '2012'", "plan_review"],
  ])("walks an index for the %s", (_, index, where, table) => {
    const app = openTraining();
    const plan = app.rows<{ detail: string }>(`EXPLAIN QUERY PLAN SELECT id FROM ${table} WHERE ${where}`);
    expect(plan[0]?.detail).toContain(`INDEX ${index} `);
  });
});
