import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { TRAINING_KEY } from "../../../electron/store/training-key.ts";
import { NO_CHANGES } from "../../../shared/action-plan/action-plan.ts";
import type { OpenInterview } from "../../../shared/contract.ts";
import { aNewItem, DILIP, JOE, MARIA, momentLater, openTraining, type TrainingApp } from "./training-app.ts";

const ENFORCED = "lp-wfi";
const ADVISED = "caseload";
const NONE = "jobsearch-review";
const KINDS = [ENFORCED, ADVISED, NONE];
const NOT_OPEN = { code: "interview-not-open" };
const NOT_FOUND = { code: "doubt-not-found" };

async function recordFtp(app: TrainingApp, { interview }: OpenInterview, text = ""): Promise<string> {
  const { doubts } = await app.granted("record-doubt", { interviewId: interview.id, kind: "ftp", text });
  return doubts.findLast(({ kind, withdrawnAt }) => kind === "ftp" && withdrawnAt === null)?.id ?? "";
}

async function keepDraft(app: TrainingApp, nino: string): Promise<void> {
  const { plan } = await app.window(nino);
  const content = {
    changes: { ...NO_CHANGES, newItems: [aNewItem({ text: "Half a thought" })] },
    unreadDates: [],
    place: { mode: "list", itemId: null, reviewId: null } as const,
    keysGiven: 1,
  };
  await app.granted("keep-draft", {
    clientId: app.clientId(nino),
    kind: "lms",
    planVersion: plan?.version ?? null,
    content,
  });
}

/** Gives the training store's other adviser a draft like the one that is there. */
function copyDraftToOther({ folder }: TrainingApp): void {
  const database = new Database(join(folder, "store.db"));
  database.key(Buffer.from(`raw:${TRAINING_KEY.toString("hex")}`));
  database.exec(`INSERT INTO draft SELECT client_id, plan_kind, (SELECT id FROM adviser WHERE name = 'H Whitlock'),
    plan_version, interview_id, content, kept_at FROM draft`);
  database.close();
}

function draftAuthors(app: TrainingApp): unknown[] {
  return app.rows<{ name: string }>(
    "SELECT adviser.name FROM draft JOIN adviser ON adviser.id = draft.adviser_id ORDER BY adviser.name",
  );
}

function auditOf(app: TrainingApp, action: string): unknown[] {
  return app.rows("SELECT action, client_id, interview_id FROM audit WHERE action = ? AND kind = 'change'", action);
}

describe("a doubt in an open interview (¶119)", () => {
  test("is listed with who recorded it and when, in this interview alone", async () => {
    const app = openTraining();
    const started = await app.start(MARIA, ENFORCED);
    const interviewId = started.interview.id;
    await app.granted("record-doubt", { interviewId, kind: "other", text: "Whether the\r\naddress is right." });
    await momentLater();
    const open = await app.granted("record-doubt", { interviewId, kind: "ftp", text: "" });
    const recorded = {
      id: expect.any(String),
      interviewId,
      recordedAt: expect.stringMatching(/^2012-04-1/),
      recordedBy: "B Johns",
      withdrawnAt: null,
      settledAt: null,
      settledBy: null,
      outcome: "",
    };
    expect(open.doubts).toEqual([
      { ...recorded, kind: "other", text: "Whether the\naddress is right." },
      { ...recorded, kind: "ftp", text: "" },
    ]);
    expect(open.progress.isFailedToParticipate).toBe(true);
    expect((await app.window(MARIA)).openInterview).toEqual(open);
    const clientId = app.clientId(MARIA);
    const line = { action: "record-doubt", client_id: clientId, interview_id: interviewId };
    expect(auditOf(app, "record-doubt")).toEqual([line, line]);
    expect(app.events.slice(-2)).toEqual(Array(2).fill({ event: "interview-changed", clientId, interviewId }));
  });

  test("another than FTP leaves the gate as it is, and needs words", async () => {
    const app = openTraining();
    const { interview } = await app.start(MARIA, ENFORCED);
    const input = { interviewId: interview.id, kind: "other" } as const;
    expect(await app.refused("record-doubt", { ...input, text: " \n" })).toEqual({
      code: "text-refused",
      field: "Doubt",
      reason: { code: "text-missing" },
    });
    const open = await app.granted("record-doubt", { ...input, text: "Whether he works." });
    expect(open.progress.isFailedToParticipate).toBe(false);
    const refusal = await app.refused("end-interview", { interviewId: interview.id, endAnyway: true });
    expect(refusal).toMatchObject({ code: "cannot-end" });
  });

  test("is refused when it is too long", async () => {
    const app = openTraining();
    const { interview } = await app.start(MARIA, ENFORCED);
    const { policy } = await app.granted("session", {});
    const limit = policy.noteCharacters;
    const input = { interviewId: interview.id, kind: "ftp", text: "x".repeat(limit + 2) } as const;
    expect(await app.refused("record-doubt", input)).toEqual({
      code: "text-refused",
      field: "Doubt",
      reason: { code: "text-too-long", limit, over: 2 },
    });
  });

  test("FTP stands once at a time; another doubt may be recorded twice", async () => {
    const app = openTraining();
    const started = await app.start(MARIA, ENFORCED);
    const interviewId = started.interview.id;
    await recordFtp(app, started);
    expect(await app.refused("record-doubt", { interviewId, kind: "ftp", text: "" })).toEqual({
      code: "doubt-recorded-already",
    });
    const other = { interviewId, kind: "other", text: "Whether he works." } as const;
    await app.granted("record-doubt", other);
    expect((await app.granted("record-doubt", other)).doubts).toHaveLength(3);
  });

  test("is refused outside an interview and in an ended one", async () => {
    const app = openTraining();
    const started = await app.start(DILIP, NONE);
    await app.end(started);
    for (const interviewId of ["none", started.interview.id]) {
      expect(await app.refused("record-doubt", { interviewId, kind: "ftp", text: "" })).toEqual(NOT_OPEN);
    }
  });

  test("keeps the interview from being cancelled", async () => {
    const app = openTraining();
    const started = await app.start(MARIA, ENFORCED);
    await recordFtp(app, started);
    const input = { interviewId: started.interview.id, reason: "Opened by mistake" };
    expect(await app.refused("cancel-interview", input)).toEqual({ code: "interview-not-empty" });
  });
});

describe("withdrawing a doubt", () => {
  test("before End brings the gate back, and leaves the doubt to be read", async () => {
    const app = openTraining();
    const started = await app.start(MARIA, ENFORCED);
    const interviewId = started.interview.id;
    const doubtId = await recordFtp(app, started, "Would not answer.");
    const open = await app.granted("withdraw-doubt", { doubtId });
    expect(open.doubts).toMatchObject([{ id: doubtId, text: "Would not answer.", withdrawnAt: expect.any(String) }]);
    expect(open.progress).toEqual(started.progress);
    const refusal = await app.refused("end-interview", { interviewId, endAnyway: true });
    expect(refusal).toMatchObject({ code: "cannot-end" });
    const line = { action: "withdraw-doubt", client_id: app.clientId(MARIA), interview_id: interviewId };
    expect(auditOf(app, "withdraw-doubt")).toEqual([line]);
  });

  test("lets FTP be recorded again", async () => {
    const app = openTraining();
    const started = await app.start(MARIA, ENFORCED);
    await app.granted("withdraw-doubt", { doubtId: await recordFtp(app, started) });
    await recordFtp(app, started);
    await app.end(started);
  });

  test("is refused twice, for a doubt that never was, and after End", async () => {
    const app = openTraining();
    const started = await app.start(MARIA, ENFORCED);
    const withdrawn = await recordFtp(app, started);
    await app.granted("withdraw-doubt", { doubtId: withdrawn });
    expect(await app.refused("withdraw-doubt", { doubtId: withdrawn })).toEqual(NOT_FOUND);
    expect(await app.refused("withdraw-doubt", { doubtId: "none" })).toEqual(NOT_FOUND);
    const standing = await recordFtp(app, started);
    await app.end(started);
    expect(await app.refused("withdraw-doubt", { doubtId: standing })).toEqual(NOT_OPEN);
  });
});

describe("¶120 End after FTP", () => {
  test.each(KINDS)("ends an untouched %s at once", async (kind) => {
    const app = openTraining();
    const started = await app.start(MARIA, kind);
    await recordFtp(app, started);
    const ended = await app.granted("end-interview", { interviewId: started.interview.id, endAnyway: false });
    expect(ended).toMatchObject({ isFailedToParticipate: true, isCancelled: false, endReason: null });
  });

  test.each(KINDS)("ends a saved %s at once, printed or not, and its changes stay", async (kind) => {
    const app = openTraining();
    const started = await app.start(MARIA, kind);
    const saved = await app.save(MARIA, { newItems: [aNewItem()] });
    await recordFtp(app, started);
    await app.end(started);
    expect(await app.plan(MARIA)).toEqual(saved);
  });

  test("drops the draft that the adviser kept in this interview, and no one else's", async () => {
    const app = openTraining();
    const started = await app.start(MARIA, ENFORCED);
    await keepDraft(app, MARIA);
    copyDraftToOther(app);
    expect((await app.window(MARIA)).openInterview?.hasOwnDraft).toBe(true);
    await recordFtp(app, started);
    await app.end(started);
    expect(draftAuthors(app)).toEqual([{ name: "H Whitlock" }]);
    expect(app.events.at(-1)).toEqual({ event: "work-changed" });
  });

  test("keeps the drafts from before the interview, from an earlier one, and of another client", async () => {
    const app = openTraining();
    await keepDraft(app, JOE);
    const earlier = await app.start(MARIA, NONE);
    await keepDraft(app, MARIA);
    await app.end(earlier);
    await keepDraft(app, DILIP);
    for (const nino of [MARIA, DILIP]) {
      const started = await app.start(nino, ENFORCED);
      expect(started.hasOwnDraft).toBe(false);
      await recordFtp(app, started);
      await app.end(started);
    }
    expect(draftAuthors(app)).toEqual(Array(3).fill({ name: "B Johns" }));
  });

  test("keeps the draft when the doubt was withdrawn before", async () => {
    const app = openTraining();
    const started = await app.start(MARIA, NONE);
    await keepDraft(app, MARIA);
    await app.granted("withdraw-doubt", { doubtId: await recordFtp(app, started) });
    await app.end(started);
    expect(draftAuthors(app)).toEqual([{ name: "B Johns" }]);
  });
});

describe("¶121 after an FTP End", () => {
  async function failed(app: TrainingApp): Promise<{ doubtId: string; interviewId: string }> {
    const started = await app.start(MARIA, ENFORCED);
    const doubtId = await recordFtp(app, started, "Left early.");
    await app.end(started);
    return { doubtId, interviewId: started.interview.id };
  }
  const page = (app: TrainingApp) => app.granted("open-client", { clientId: app.clientId(MARIA) });

  test("the client record shows the failed interview, not before and not for a withdrawn doubt", async () => {
    const app = openTraining();
    const first = await app.start(MARIA, NONE);
    await app.granted("withdraw-doubt", { doubtId: await recordFtp(app, first) });
    await app.end(first);
    await momentLater();
    const started = await app.start(MARIA, ENFORCED);
    const doubtId = await recordFtp(app, started, "Left early.");
    expect((await page(app)).failures).toEqual([]);
    await app.end(started);
    const { failures, interviews } = await page(app);
    expect(failures).toMatchObject([{ id: doubtId, interviewId: started.interview.id, text: "Left early." }]);
    expect(interviews.slice(0, 2).map(({ isFailedToParticipate }) => isFailedToParticipate)).toEqual([true, false]);
  });

  test("what was decided takes it off the page, and the interview stays failed", async () => {
    const app = openTraining();
    const { doubtId, interviewId } = await failed(app);
    await app.granted("settle-doubt", { doubtId, outcome: "Good cause: the bus did not run." });
    const { failures, interviews } = await page(app);
    expect(failures).toEqual([]);
    expect(interviews[0]).toMatchObject({ id: interviewId, isFailedToParticipate: true });
    expect(app.rows("SELECT outcome, settled_at IS NOT NULL AS settled FROM doubt WHERE id = ?", doubtId)).toEqual([
      { outcome: "Good cause: the bus did not run.", settled: 1 },
    ]);
    const line = { action: "settle-doubt", client_id: app.clientId(MARIA), interview_id: null };
    expect(auditOf(app, "settle-doubt")).toEqual([line]);
    expect(app.events.at(-1)).toMatchObject({ event: "client-changed", clientId: app.clientId(MARIA) });
  });

  test("what is decided during the client's next interview carries that interview", async () => {
    const app = openTraining();
    const { doubtId } = await failed(app);
    const next = await app.start(MARIA, NONE);
    await app.granted("settle-doubt", { doubtId, outcome: "No sanction" });
    expect(auditOf(app, "settle-doubt")).toMatchObject([{ interview_id: next.interview.id }]);
  });

  test("settling is refused without words, twice, before End, and for a doubt that was withdrawn or never was", async () => {
    const app = openTraining();
    const { doubtId } = await failed(app);
    const settle = (id: string, outcome = "No sanction") => app.refused("settle-doubt", { doubtId: id, outcome });
    expect(await settle(doubtId, " ")).toEqual({
      code: "text-refused",
      field: "What was decided",
      reason: { code: "text-missing" },
    });
    await app.granted("settle-doubt", { doubtId, outcome: "No sanction" });
    const open = await app.start(MARIA, ENFORCED);
    const standing = await recordFtp(app, open);
    expect(await settle(doubtId)).toEqual(NOT_FOUND);
    expect(await settle(standing)).toEqual(NOT_FOUND);
    await app.granted("withdraw-doubt", { doubtId: standing });
    expect(await settle(standing)).toEqual(NOT_FOUND);
    expect(await settle("none")).toEqual(NOT_FOUND);
  });
});
