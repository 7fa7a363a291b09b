import { describe, expect, test } from "vitest";
import type { OpenInterview } from "../../../shared/contract.ts";
import { giveToWhitlock, pastTheApplication } from "./store-hand.ts";
import {
  aNewItem,
  DILIP,
  expectCode,
  itemAt,
  JOE,
  MARIA,
  momentLater,
  openTraining,
  reviewing,
  type TrainingApp,
} from "./training-app.ts";

const NOT_OPEN = { code: "interview-not-open" };

async function openInterview(app: TrainingApp, nino: string): Promise<OpenInterview> {
  const { openInterview: open } = await app.window(nino);
  if (!open) throw new Error("No interview is open");
  return open;
}

describe("raising the kind", () => {
  test.each([
    ["jobsearch-review", "lp-wfi", true],
    ["jobsearch-review", "jsa-referral", true],
    ["jobsearch-review", "caseload", false],
    ["jobsearch-review", "other-is-wfi", false],
    ["caseload", "jsa-referral", true],
    ["caseload", "new-jobseeker", false],
    ["caseload", "jobsearch-review", false],
    ["lp-wfi", "partner-wfi", false],
    ["lp-wfi", "caseload", false],
  ])("from %s to %s is granted: %s", async (from, kind, isGranted) => {
    const app = openTraining();
    const started = await app.start(MARIA, from);
    const request = { interviewId: started.interview.id, kind };
    if (!isGranted) {
      expect(await app.refused("raise-interview", request)).toEqual({ code: "interview-not-raised" });
      return;
    }
    expect(await app.granted("raise-interview", request)).toEqual({
      ...started,
      interview: { ...started.interview, kind, version: 2 },
      progress: { ...started.progress, asks: "enforced" },
    });
  });

  test("has the gate follow at once, for what was saved and printed before too", async () => {
    const app = openTraining();
    const { interview } = await app.start(MARIA, "caseload");
    await app.save(MARIA, { newItems: [aNewItem()] });
    await app.granted("raise-interview", { interviewId: interview.id, kind: "lp-wfi" });
    const request = { interviewId: interview.id, endAnyway: true };
    const { kindName, progress } = expectCode(await app.refused("end-interview", request), "cannot-end");
    expect([kindName, progress.planSavedAt === null, progress.printedAt]).toEqual(["LP WFI", false, null]);
    await app.printAndHandOver(MARIA);
    await app.granted("end-interview", request);
  });

  test("is refused for a kind that there is not, and after the end", async () => {
    const app = openTraining();
    const started = await app.start(MARIA, "caseload");
    const interviewId = started.interview.id;
    expect(await app.refused("raise-interview", { interviewId, kind: "chat" })).toEqual({
      code: "unknown-interview-kind",
    });
    await app.end(started, true);
    expect(await app.refused("raise-interview", { interviewId, kind: "lp-wfi" })).toEqual(NOT_OPEN);
    expect(await app.refused("raise-interview", { interviewId: "none", kind: "lp-wfi" })).toEqual(NOT_OPEN);
  });
});

describe("¶63 participation questions", () => {
  const answering = ({ interview }: OpenInterview, question: string, answer: string) => ({
    interviewId: interview.id,
    question,
    answer,
  });

  test("are kept with the interview, the last answer in the place of the one before", async () => {
    const app = openTraining();
    const started = await app.start(MARIA, "lp-wfi");
    await app.granted("answer-question", answering(started, "work", "Care work"));
    await app.granted("answer-question", answering(started, "help", "A bus pass\r\nand a reference"));
    const { answers } = await app.granted("answer-question", answering(started, "work", "Care work, mornings"));
    expect(answers).toEqual([
      { question: "work", answer: "Care work, mornings" },
      { question: "help", answer: "A bus pass\nand a reference" },
    ]);
    expect((await openInterview(app, MARIA)).answers).toEqual(answers);
  });

  test("may be answered with nothing again, and what stays as it is leaves no trace", async () => {
    const app = openTraining();
    const started = await app.start(MARIA, "lp-wfi");
    const lines = () => app.rows("SELECT id FROM audit WHERE action = 'answer-question'").length;
    await app.granted("answer-question", answering(started, "work", " "));
    expect(lines()).toBe(0);
    await app.granted("answer-question", answering(started, "work", "Care work"));
    await app.granted("answer-question", answering(started, "work", "Care work"));
    expect(lines()).toBe(1);
    const emptied = await app.granted("answer-question", answering(started, "work", ""));
    expect(emptied.answers).toEqual([{ question: "work", answer: "" }]);
  });

  test("are those of the kind; one answered before the kind was raised can still be corrected", async () => {
    const app = openTraining();
    const started = await app.start(DILIP, "other-is-wfi");
    await app.granted("answer-question", answering(started, "work", "Warehouse"));
    await app.granted("raise-interview", { interviewId: started.interview.id, kind: "jsa-referral" });
    const { answers } = await app.granted("answer-question", answering(started, "work", "Warehouse, days"));
    expect(answers).toEqual([{ question: "work", answer: "Warehouse, days" }]);
    expect(await app.refused("answer-question", answering(started, "help", "Transport"))).toEqual({
      code: "unknown-question",
    });
  });

  test("are refused when too long, and once the interview has ended", async () => {
    const app = openTraining();
    const started = await app.start(DILIP, "other-is-wfi");
    const error = expectCode(
      await app.refused("answer-question", answering(started, "work", "x".repeat(10_000))),
      "text-refused",
    );
    expect(error.reason.code).toBe("text-too-long");
    await app.end(started);
    expect(await app.refused("answer-question", answering(started, "work", "Warehouse"))).toEqual(NOT_OPEN);
  });
});

describe("cancelling an interview", () => {
  const cancelling = ({ interview }: OpenInterview, reason = "Started with the wrong client") => ({
    interviewId: interview.id,
    reason,
  });

  test("leaves it listed as cancelled with its reason, and frees client and adviser", async () => {
    const app = openTraining();
    const started = await app.start(MARIA, "caseload");
    await app.window(MARIA);
    await app.granted("raise-interview", { interviewId: started.interview.id, kind: "lp-wfi" });
    await app.granted("cancel-interview", cancelling(started));
    const [newest] = (await app.window(MARIA)).interviews;
    expect(newest).toEqual({
      ...started.interview,
      kind: "lp-wfi",
      endedAt: expect.any(String),
      endReason: "Started with the wrong client",
      isCancelled: true,
      version: 3,
    });
    await app.start(MARIA, "lp-wfi");
  });

  test.each([
    ["an empty reason", ""],
    ["white space", " \n "],
  ])("needs a reason: not %s", async (_, reason) => {
    const app = openTraining();
    const started = await app.start(MARIA);
    expect(await app.refused("cancel-interview", cancelling(started, reason))).toEqual({
      code: "text-refused",
      field: "Reason",
      reason: { code: "text-missing" },
    });
  });

  const recorded: readonly (readonly [string, (app: TrainingApp, started: OpenInterview) => Promise<unknown>])[] = [
    ["a save", (app) => app.save(MARIA, { newItems: [aNewItem()] })],
    ["a print", (app) => app.printAndHandOver(MARIA)],
    [
      "a conversation",
      (app) => app.granted("add-conversation", { clientId: app.clientId(MARIA), text: "Note", closesItemId: null }),
    ],
    [
      "an answer",
      (app, { interview }) =>
        app.granted("answer-question", { interviewId: interview.id, question: "work", answer: "Care work" }),
    ],
    [
      "a doubt, even withdrawn",
      async (app, { interview }) => {
        const open = await app.granted("record-doubt", { interviewId: interview.id, kind: "ftp", text: "" });
        await app.granted("withdraw-doubt", { doubtId: open.doubts[0]?.id ?? "" });
      },
    ],
  ];
  test.each(recorded)("is refused once %s has been recorded in it", async (_, record) => {
    const app = openTraining();
    const started = await app.start(MARIA, "lp-wfi");
    await record(app, started);
    expect(await app.refused("cancel-interview", cancelling(started))).toEqual({ code: "interview-not-empty" });
  });

  test("is refused for one that has ended or never was", async () => {
    const app = openTraining();
    const started = await app.start(MARIA);
    await app.end(started, true);
    expect(await app.refused("cancel-interview", cancelling(started))).toEqual(NOT_OPEN);
    expect(await app.refused("cancel-interview", { interviewId: "none", reason: "None" })).toEqual(NOT_OPEN);
  });

  test("RV-3 a cancelled interview is not the next one of a review recorded before it", async () => {
    const app = openTraining();
    const plan = await app.save(DILIP, reviewing(itemAt(await app.plan(DILIP), 0)));
    const deletion = { deletedReviews: [itemAt(plan, 0).reviews[0]?.id ?? ""] };
    await momentLater();
    await app.granted("cancel-interview", cancelling(await app.start(DILIP)));
    const refused = await app.reasonRefused(DILIP, deletion);
    expect(refused).toEqual({ code: "review-not-deletable", interviewDate: null });
    await momentLater();
    await app.start(DILIP);
    await app.save(DILIP, deletion);
  });
});

describe("an interview left open", () => {
  const ending = ({ interview }: OpenInterview, fields: { endAnyway?: boolean; reason?: string } = {}) => ({
    interviewId: interview.id,
    endAnyway: false,
    ...fields,
  });

  test("overnight is told to the adviser who left it, and keeps its gate unless a reason is given", async () => {
    const first = openTraining();
    const started = await first.start(MARIA, "lp-wfi");
    first.close();
    // What began late in the evening of the day before.
    const app = openTraining({ dataFolder: first.folder });
    pastTheApplication(app, "UPDATE interview SET started_at = '2012-04-15T15:00:00.000Z' WHERE ended_at IS NULL");
    const { openInterview: own } = await app.granted("session", {});
    expect(own).toMatchObject({ clientId: app.clientId(MARIA), clientName: "Maria Gallagher", kind: "lp-wfi" });
    expect((await openInterview(app, MARIA)).isLeftBehind).toBe(true);
    const start = { clientId: app.clientId(DILIP), kind: "caseload", attendance: "present" } as const;
    expectCode(await app.refused("start-interview", start), "adviser-in-interview");
    expectCode(await app.refused("end-interview", ending(started)), "cannot-end");
    expect(await app.refused("end-interview", ending(started, { reason: " " }))).toEqual({
      code: "text-refused",
      field: "Reason",
      reason: { code: "text-missing" },
    });
    const ended = await app.granted("end-interview", ending(started, { reason: "The power went" }));
    expect([ended.endReason, ended.isCancelled]).toEqual(["The power went", false]);
    await app.start(DILIP);
  });

  test("by another adviser ends with a reason alone, whatever it asks and whoever says to end anyway", async () => {
    const app = openTraining();
    const started = await app.start(MARIA, "lp-wfi");
    giveToWhitlock(app, started);
    const { startedAt } = started.interview;
    expect((await openInterview(app, MARIA)).isLeftBehind).toBe(true);
    const needed = { code: "end-reason-needed", adviserName: "H Whitlock", startedAt };
    expect(await app.refused("end-interview", ending(started))).toEqual(needed);
    expect(await app.refused("end-interview", ending(started, { endAnyway: true }))).toEqual(needed);
    const start = { clientId: app.clientId(MARIA), kind: "caseload", attendance: "present" } as const;
    expect(await app.refused("start-interview", start)).toEqual({
      code: "client-in-interview",
      adviserName: "H Whitlock",
      startedAt,
    });
    const ended = await app.granted("end-interview", ending(started, { reason: "H Whitlock is ill" }));
    expect([ended.adviserName, ended.endReason]).toEqual(["H Whitlock", "H Whitlock is ill"]);
    await app.start(MARIA);
  });

  test("by another adviser does not keep the adviser from an interview with another client", async () => {
    const app = openTraining();
    giveToWhitlock(app, await app.start(MARIA));
    await app.start(DILIP);
  });

  test("is not what an interview of today is: its End takes no reason", async () => {
    const app = openTraining();
    const started = await app.start(JOE, "jobsearch-review");
    const ended = await app.granted("end-interview", ending(started, { reason: "None is asked for" }));
    expect(ended.endReason).toBeNull();
  });
});
