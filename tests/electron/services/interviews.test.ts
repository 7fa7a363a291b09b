import { describe, expect, test } from "vitest";
import { openForCommandLine } from "../../../electron/command-line/open-for-command-line.ts";
import type { OpenInterview } from "../../../shared/contract.ts";
import {
  amending,
  aNewItem,
  DILIP,
  expectCode,
  itemAt,
  JOE,
  MARIA,
  momentLater,
  openTraining,
  reviewing,
  TODAY,
  type TrainingApp,
} from "./training-app.ts";

const ENFORCED = "lp-wfi";
const ADVISED = "caseload";
const NONE = "jobsearch-review";

async function cannotEnd(app: TrainingApp, { interview }: OpenInterview) {
  const error = await app.refused("end-interview", { interviewId: interview.id, endAnyway: true });
  const { kindName, progress } = expectCode(error, "cannot-end");
  expect(kindName).toBe("LP WFI");
  return { isSaved: progress.planSavedAt !== null, isPrinted: progress.printedAt !== null };
}

async function printFromCommandLine({ folder }: TrainingApp, nino: string) {
  const opened = openForCommandLine({ dataFolder: folder, isTraining: true, today: TODAY });
  if (!opened.ok) throw new Error(opened.error.code);
  const printed = await opened.value.services.printPlan(nino, {
    option: "all-reviews",
    style: "standard",
    format: "pdf",
    isLarge: false,
    withoutStaffNames: false,
  });
  await opened.value.close();
  expect(printed.ok).toBe(true);
}

describe("an interview that asks for the plan (¶101)", () => {
  test("ends only once the plan was saved in it and handed over since", async () => {
    const app = openTraining();
    const started = await app.start(MARIA, ENFORCED);
    expect(await cannotEnd(app, started)).toEqual({ isSaved: false, isPrinted: false });
    await app.save(MARIA, { newItems: [aNewItem()] });
    expect(await cannotEnd(app, started)).toEqual({ isSaved: true, isPrinted: false });
    await app.printAndHandOver(MARIA);
    const ended = await app.granted("end-interview", { interviewId: started.interview.id, endAnyway: false });
    expect(ended).toEqual({ ...started.interview, endedAt: expect.stringMatching(/^2012-04-1/), version: 2 });
    expect((await app.window(MARIA)).openInterview).toBeNull();
  });

  test("asks for printing again when the plan is saved again, even with a deletion alone", async () => {
    const app = openTraining();
    const started = await app.start(MARIA, ENFORCED);
    const plan = await app.save(MARIA, reviewing(itemAt(await app.plan(MARIA), 1)));
    await app.printAndHandOver(MARIA);
    await app.save(MARIA, { deletedReviews: [itemAt(plan, 1).reviews[0]?.id ?? ""] });
    expect(await cannotEnd(app, started)).toEqual({ isSaved: true, isPrinted: false });
    await app.printAndHandOver(MARIA);
    await app.end(started);
  });

  test("does not take an older version handed over after the newer was saved", async () => {
    const app = openTraining();
    const started = await app.start(MARIA, ENFORCED);
    await app.save(MARIA, { newItems: [aNewItem()] });
    const clientId = app.clientId(MARIA);
    const older = await app.granted("make-print", { clientId, option: "open", style: "standard" });
    await app.save(MARIA, { newItems: [aNewItem()] });
    expect(await app.refused("hand-over-print", { printId: older.printId })).toEqual({ code: "print-out-of-date" });
    expect(await cannotEnd(app, started)).toEqual({ isSaved: true, isPrinted: false });
  });

  test("does not take a plan that was saved and handed over before it began", async () => {
    const app = openTraining();
    await app.save(MARIA, { newItems: [aNewItem()] });
    await app.printAndHandOver(MARIA);
    const started = await app.start(MARIA, ENFORCED);
    expect(await cannotEnd(app, started)).toEqual({ isSaved: false, isPrinted: false });
    await app.printAndHandOver(MARIA);
    expect(await cannotEnd(app, started)).toEqual({ isSaved: false, isPrinted: false });
  });

  test("does not take another client's save and print", async () => {
    const app = openTraining();
    const started = await app.start(MARIA, ENFORCED);
    await app.save(DILIP, { newItems: [aNewItem()] });
    await app.printAndHandOver(DILIP);
    expect(await cannotEnd(app, started)).toEqual({ isSaved: false, isPrinted: false });
  });

  test("takes a review alone as saved", async () => {
    const app = openTraining();
    const started = await app.start(MARIA, ENFORCED);
    await app.save(MARIA, reviewing(itemAt(await app.plan(MARIA), 1)));
    expect(await cannotEnd(app, started)).toEqual({ isSaved: true, isPrinted: false });
  });

  test("takes an amendment alone as saved", async () => {
    const app = openTraining();
    const started = await app.start(MARIA, ENFORCED);
    await app.save(MARIA, amending(itemAt(await app.plan(MARIA), 1), { targetDate: "2012-05-30" }));
    expect(await cannotEnd(app, started)).toEqual({ isSaved: true, isPrinted: false });
  });

  test("does not take a deletion alone as saved", async () => {
    const app = openTraining();
    const plan = await app.save(MARIA, reviewing(itemAt(await app.plan(MARIA), 1)));
    await momentLater();
    const started = await app.start(MARIA, ENFORCED);
    await app.save(MARIA, { deletedReviews: [itemAt(plan, 1).reviews[0]?.id ?? ""] });
    expect(await cannotEnd(app, started)).toEqual({ isSaved: false, isPrinted: false });
    await app.printAndHandOver(MARIA);
    expect(await cannotEnd(app, started)).toEqual({ isSaved: false, isPrinted: false });
  });

  test("does not take a print that was made and not handed over", async () => {
    const app = openTraining();
    const started = await app.start(MARIA, ENFORCED);
    await app.save(MARIA, { newItems: [aNewItem()] });
    await app.granted("make-print", { clientId: app.clientId(MARIA), option: "all-reviews", style: "new-deal" });
    expect(await cannotEnd(app, started)).toEqual({ isSaved: true, isPrinted: false });
  });

  test("does not take the command line's print", async () => {
    const app = openTraining();
    const started = await app.start(MARIA, ENFORCED);
    await app.save(MARIA, { newItems: [aNewItem()] });
    await printFromCommandLine(app, MARIA);
    expect(await cannotEnd(app, started)).toEqual({ isSaved: true, isPrinted: false });
    expect((await app.plan(MARIA)).printedAt).toBeNull();
  });

  test("is still open, with what was done in it, after the application was closed and opened", async () => {
    const first = openTraining();
    const started = await first.start(MARIA, ENFORCED);
    await first.save(MARIA, { newItems: [aNewItem()] });
    const before = (await first.window(MARIA)).openInterview;
    first.close();
    const app = openTraining({ dataFolder: first.folder });
    const after = (await app.window(MARIA)).openInterview;
    expect(after).toEqual(before);
    expect(after?.interview).toEqual(started.interview);
    expect(await cannotEnd(app, started)).toEqual({ isSaved: true, isPrinted: false });
    await app.printAndHandOver(MARIA);
    await app.end(started);
  });
});

describe("an interview that advises a plan (¶102)", () => {
  test("says once that the plan was not completed, and then ends", async () => {
    const app = openTraining();
    const { interview } = await app.start(DILIP, ADVISED);
    expect(await app.refused("end-interview", { interviewId: interview.id, endAnyway: false })).toEqual({
      code: "plan-not-completed",
      kindName: "Caseload interview",
    });
    const ended = await app.granted("end-interview", { interviewId: interview.id, endAnyway: true });
    expect(ended.endedAt).toEqual(expect.any(String));
  });

  test("ends without a word once the plan was saved and handed over", async () => {
    const app = openTraining();
    const started = await app.start(DILIP, ADVISED);
    await app.save(DILIP, { newItems: [aNewItem()] });
    await app.printAndHandOver(DILIP);
    await app.end(started);
  });
});

test("an interview that asks for no plan ends at once", async () => {
  const app = openTraining();
  await app.end(await app.start(DILIP, NONE));
});

test("an ended interview cannot be ended again, nor can one that never was", async () => {
  const app = openTraining();
  const started = await app.start(DILIP, NONE);
  await app.end(started);
  const notOpen = { code: "interview-not-open" };
  const { id } = started.interview;
  expect(await app.refused("end-interview", { interviewId: id, endAnyway: true })).toEqual(notOpen);
  expect(await app.refused("end-interview", { interviewId: "none", endAnyway: true })).toEqual(notOpen);
});

test("a client has one open interview at a time, and an adviser too", async () => {
  const app = openTraining();
  const { interview } = await app.start(DILIP);
  const start = (nino: string, kind = NONE) =>
    app.refused("start-interview", { clientId: app.clientId(nino), kind, attendance: "telephone" });
  expect(await start(DILIP)).toEqual({
    code: "client-in-interview",
    adviserName: "B Johns",
    startedAt: interview.startedAt,
  });
  expect(await start(MARIA)).toEqual({
    code: "adviser-in-interview",
    clientId: app.clientId(DILIP),
    clientName: "Dilip Rao",
    startedAt: interview.startedAt,
  });
  await app.end({ interview } as OpenInterview, true);
  await app.start(MARIA);
});

test("an interview of a kind or with a client that does not exist is refused", async () => {
  const app = openTraining();
  const attendance = "present";
  const clientId = app.clientId(DILIP);
  expect(await app.refused("start-interview", { clientId, kind: "chat", attendance })).toEqual({
    code: "unknown-interview-kind",
  });
  expect(await app.refused("start-interview", { clientId: "nobody", kind: NONE, attendance })).toEqual({
    code: "client-not-found",
  });
});

describe("deleting reviews", () => {
  test("RV-3 a review recorded in an interview goes only while that interview is open", async () => {
    const app = openTraining();
    const first = await app.start(DILIP, NONE);
    const item = itemAt(await app.plan(DILIP), 0);
    const plan = await app.save(DILIP, {
      newReviews: ["kept", "deleted"].map((text) => ({ key: text, itemId: item.id, text })),
    });
    const [kept, deleted] = ["kept", "deleted"].map((name) =>
      itemAt(plan, 0).reviews.find(({ text }) => text === name),
    );
    const after = await app.save(DILIP, { deletedReviews: [deleted?.id ?? ""] });
    expect(itemAt(after, 0).reviews).toEqual([kept]);
    await app.end(first);
    const refused = { code: "review-not-deletable", interviewDate: TODAY };
    expect(await app.reasonRefused(DILIP, { deletedReviews: [kept?.id ?? ""] })).toEqual(refused);
    await momentLater();
    await app.start(DILIP, NONE);
    expect(await app.reasonRefused(DILIP, { deletedReviews: [kept?.id ?? ""] })).toEqual(refused);
  });

  test("RV-3 a review recorded outside an interview goes in the client's next one, not before and not after", async () => {
    const app = openTraining();
    const item = itemAt(await app.plan(DILIP), 0);
    const plan = await app.save(DILIP, {
      newReviews: ["one", "two"].map((text) => ({ key: text, itemId: item.id, text })),
    });
    const [one, two] = itemAt(plan, 0).reviews.map(({ id }) => id);
    const deleting = (id = "") => ({ deletedReviews: [id] });
    expect(await app.reasonRefused(DILIP, deleting(one))).toEqual({
      code: "review-not-deletable",
      interviewDate: null,
    });
    await momentLater();
    const next = await app.start(DILIP, NONE);
    const after = await app.save(DILIP, deleting(one));
    expect(itemAt(after, 0).reviews.map(({ id }) => id)).toEqual([two]);
    await app.end(next);
    await momentLater();
    await app.start(DILIP, NONE);
    expect(await app.reasonRefused(DILIP, deleting(two))).toEqual({
      code: "review-not-deletable",
      interviewDate: TODAY,
    });
  });

  test("RV-3 a review cannot be deleted twice, nor amended and deleted in one save", async () => {
    const app = openTraining();
    await app.start(DILIP, NONE);
    const plan = await app.save(DILIP, reviewing(itemAt(await app.plan(DILIP), 0)));
    const reviewId = itemAt(plan, 0).reviews[0]?.id ?? "";
    const twice = { code: "written-twice" };
    const amended = { amendedReviews: [{ reviewId, text: "And changed" }], deletedReviews: [reviewId] };
    expect(await app.reasonRefused(DILIP, amended)).toEqual(twice);
    const error = expectCode(await app.saveRefused(DILIP, { deletedReviews: [reviewId, reviewId] }), "cannot-save");
    expect(error.problems.map(({ reason }) => reason)).toContainEqual(twice);
    await app.save(DILIP, { deletedReviews: [reviewId] });
    expect(await app.reasonRefused(DILIP, { deletedReviews: [reviewId] })).toEqual({ code: "review-missing" });
  });
});

test("everything recorded in an interview carries it, and nothing recorded outside does", async () => {
  const app = openTraining();
  const lastLine = () => app.rows<{ id: number }>("SELECT MAX(id) AS id FROM audit")[0]?.id ?? 0;
  const before = lastLine();
  const { interview } = await app.start(JOE, NONE);
  const plan = await app.save(JOE, {
    newItems: [aNewItem({ dateClosed: TODAY }), aNewItem({ key: "open", text: "Open" })],
    newReviews: [{ key: "review", itemId: "new", text: "Done" }],
  });
  await app.printAndHandOver(JOE);
  const inside = {
    items: app.rows("SELECT interview_id, closed_interview_id FROM action_item WHERE plan_id = ? ORDER BY id", plan.id),
    reviews: app.rows(
      "SELECT DISTINCT review.interview_id FROM review JOIN action_item ON action_item.id = item_id WHERE plan_id = ?",
      plan.id,
    ),
    saves: app.rows("SELECT interview_id, plan_version FROM plan_save WHERE plan_id = ?", plan.id),
    prints: app.rows("SELECT interview_id, handed_over_interview_id FROM print WHERE plan_id = ?", plan.id),
    audit: app.rows(
      "SELECT action, interview_id, client_id FROM audit WHERE id > ? AND kind = 'change' ORDER BY id",
      before,
    ),
  };
  const interview_id = interview.id;
  const line = (action: string) => ({ action, interview_id, client_id: interview.clientId });
  expect(inside).toEqual({
    items: [
      { interview_id, closed_interview_id: interview_id },
      { interview_id, closed_interview_id: null },
    ],
    reviews: [{ interview_id }],
    saves: [{ interview_id, plan_version: 1 }],
    prints: [{ interview_id, handed_over_interview_id: interview_id }],
    audit: [line("start-interview"), line("save-plan"), line("make-print"), line("hand-over-print")],
  });
  await app.end({ interview } as OpenInterview);
  const later = lastLine();
  await app.save(JOE, { newItems: [aNewItem()] });
  expect(app.rows("SELECT action, interview_id FROM audit WHERE id > ? AND kind = 'change'", later)).toEqual([
    { action: "save-plan", interview_id: null },
  ]);
  expect(app.rows("SELECT interview_id FROM plan_save WHERE plan_id = ? AND plan_version = 2", plan.id)).toEqual([
    { interview_id: null },
  ]);
});

test("starting and ending an interview is told to every window", async () => {
  const app = openTraining();
  const started = await app.start(DILIP, NONE);
  await app.end(started);
  const { id: interviewId, clientId } = started.interview;
  const event = { event: "interview-changed", clientId, interviewId };
  expect(app.events).toEqual([event, event]);
});
