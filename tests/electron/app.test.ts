import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openApp } from "../../electron/app.ts";
import { NO_CHANGES } from "../../shared/action-plan/action-plan.ts";
import { type RequestName, requests } from "../../shared/contract.ts";
import { appErrorSchema } from "../../shared/errors.ts";
import { noDetails } from "../../shared/jets/activity-details.ts";
import { NEW_DETAILS } from "./services/new-client-details.ts";
import { aNewItem, DILIP, openTraining, TODAY, type TrainingApp } from "./services/training-app.ts";
import { rawConnection } from "./store/temporary-store.ts";

test("the session tells the day, the office, the adviser and the rules' numbers", async () => {
  const session = await openTraining().granted("session", {});
  expect(session).toMatchObject({
    today: TODAY,
    isTraining: true,
    office: { name: "Kelbridge Jobcentre" },
    adviser: { name: "B Johns" },
    policy: { actionItemsPerPlan: 100, reviewsPerActionItem: 10, infoCharacters: 2_000 },
  });
  expect(session.interviewKinds).toHaveLength(10);
});

test("a request that is not in the contract is refused, whatever its name", async () => {
  const { app } = openTraining();
  const names = ["delete-everything", "", "constructor", "__proto__", "hasOwnProperty", "x".repeat(1_000)];
  for (const name of names) {
    expect(await app.answer(name, {})).toEqual({
      ok: false,
      error: { code: "unknown-request", name: name.slice(0, 64) },
    });
  }
});

test("a payload that does not fit is refused by its fields and not by its values", async () => {
  const app = openTraining();
  const input = await app.saveInput(DILIP, { newItems: [aNewItem()] });
  const refusal = async (payload: unknown) => {
    const answer = await app.app.answer("save-plan", payload);
    return answer.ok ? "granted" : answer.error;
  };
  const wrong = { ...input, changes: { ...input.changes, newItems: [{ ...aNewItem(), targetDate: "2012-02-30" }] } };
  expect(await refusal(wrong)).toEqual({ code: "invalid-request", fields: ["changes.newItems.0.targetDate"] });
  expect(await refusal({ ...input, planVersion: 1.5 })).toEqual({ code: "invalid-request", fields: ["planVersion"] });
  expect(await refusal({ ...input, kind: "esa" })).toEqual({ code: "invalid-request", fields: ["kind"] });
  expect(await refusal({ ...input, adviserId: "another" })).toEqual({ code: "invalid-request", fields: [""] });
  expect(await refusal(undefined)).toEqual({ code: "invalid-request", fields: [""] });
});

const NO_DATES = { referredOn: null, engagedOn: null, startAppointmentOn: null, startedOn: null };
const REVIEW = {
  reviewId: "none",
  recordedAt: "2012-04-16T09:00:00.000Z",
  participantOn: "2012-04-16",
  providerOn: null,
  means: null,
  text: "",
};

const requestNames = Object.keys(requests) as RequestName[];

/** Payloads that fit, from which garbage is made that nearly fits. */
function fittingPayloads(app: TrainingApp): Record<RequestName, Record<string, unknown>> {
  const clientId = app.clientId(DILIP);
  return {
    session: {},
    "find-clients": { text: "Rao" },
    "recent-clients": {},
    "open-client": { clientId },
    "open-plan": { clientId },
    "save-plan": {
      clientId,
      kind: "lms",
      planVersion: 1,
      creation: null,
      changes: { ...NO_CHANGES, newItems: [aNewItem()] },
      isClockConfirmed: false,
    },
    "start-interview": { clientId, kind: "caseload", attendance: "present" },
    "end-interview": { interviewId: "none", endAnyway: true },
    "issue-clerical-forms": { what: "blank", clientId, copies: 1 },
    "cancel-clerical-form": { formId: "none", reason: "Spoilt" },
    "find-clerical-form": { serial: "0042-17K" },
    "take-in-clerical-form": { clientId, paperSerial: "A 12", reason: "From the other desktop" },
    "open-clerical-proof": { formId: "none" },
    "check-clerical-entry": { formId: "none", entryId: "none", isChecked: true },
    "amend-record": {
      clientId: clientId,
      opened: { window: "CBW", childDatesOfBirth: [] },
      part: { window: "CBW", childDatesOfBirth: ["2010-05-01"] },
    },
    "new-client": { details: NEW_DETAILS },
    "list-calculations": { clientId },
    "find-duplicates": { nino: "QQ100099A", surname: "Moor", dateOfBirth: "1980-02-01", exceptClientId: null },
    "book-appointment": { clientId, date: "2012-04-30", time: "10:30", kind: "caseload", adviserId: "none" },
    "move-appointment": {
      appointmentId: "none",
      version: 1,
      date: "2012-04-30",
      time: "10:30",
      kind: "caseload",
      adviserId: "none",
    },
    "cancel-appointment": { appointmentId: "none", version: 1 },
    "raise-interview": { interviewId: "none", kind: "lp-wfi" },
    "cancel-interview": { interviewId: "none", reason: "Opened by mistake" },
    "answer-question": { interviewId: "none", question: "work", answer: "Yes" },
    "record-doubt": { interviewId: "none", kind: "ftp", text: "Did not answer" },
    "withdraw-doubt": { doubtId: "none" },
    "settle-doubt": { doubtId: "none", outcome: "No sanction" },
    "caseload-clients": { list: "everyone", after: { name: "rao", key: "1" } },
    "caseload-outline": { list: "mine", after: null },
    "client-card": { clientId },
    "begin-import": { bytes: 10 },
    "send-import-part": { importId: "none", part: "bmlubw==" },
    "check-import": { importId: "none", choices: [{ column: 1, field: "surname" }] },
    "list-import-remarks": { importId: "none", from: 0 },
    "confirm-import": { importId: "none" },
    "cancel-import": { importId: "none" },
    "keep-import": { importId: "none" },
    "list-interactions": { clientId },
    "add-interaction": {
      clientId,
      happenedOn: TODAY,
      kind: "appointment",
      means: "video",
      text: "Talked about the visit",
    },
    "begin-attachment": { interactionId: "none", name: "letter.pdf", bytes: 10 },
    "send-attachment-part": { sendingId: "none", part: "bmlubw==" },
    "finish-attachment": { sendingId: "none" },
    "cancel-attachment": { sendingId: "none" },
    "open-attachment": { attachmentId: "none" },
    "list-information-requests": { clientId },
    "add-information-request": { clientId, askedOn: TODAY, form: "paper", note: "" },
    "answer-information-request": { requestId: "none", printId: "none" },
    "keep-draft": {
      clientId,
      kind: "lms",
      planVersion: 1,
      content: {
        changes: { ...NO_CHANGES, newItems: [aNewItem()] },
        unreadDates: [],
        place: { mode: "list", itemId: null, reviewId: null },
        keysGiven: 1,
      },
    },
    "discard-draft": { clientId, kind: "lms" },
    "list-record-drafts": { clientId },
    "keep-record-draft": {
      clientId,
      form: "More",
      content: { form: { "Job Pref 1": "Cook" }, before: { "Job Pref 1": "" }, writtenIn: { window: "w", count: 1 } },
      adviserId: "adviser",
    },
    "discard-record-draft": { clientId, form: "More" },
    "list-conversations": { clientId },
    "add-conversation": { clientId, text: "Rang to say that the form is posted", closesItemId: null },
    "set-workflow": { clientId, itemId: "none", checkDate: "2012-04-30", note: "" },
    "finish-workflow": { workflowId: "none", outcome: "Done" },
    "work-list": { scope: "mine" },
    "set-preferences": { isCoachOn: false },
    "check-spelling": { clientId, texts: [{ id: "text", text: "Write a CV" }] },
    "suggest-spelling": { word: "recieved" },
    "warm-spelling": {},
    "list-words": {},
    "add-word": { word: "Kelbridge" },
    "remove-word": { wordId: "none" },
    "import-words": { list: "Kelbridge\nLochfield\n" },
    "export-words": {},
    "open-course": { clientId },
    "save-course-dates": { clientId, contract: "jets-scotland", version: null, dates: NO_DATES },
    "set-preferred-means": { clientId, version: 1, means: "telephone" },
    "agree-full-plan": { clientId, version: 1, planVersion: 1, agreedOn: "2012-04-16" },
    "set-review-interval": { clientId, workingDays: 15, reason: "Prefers it", decidedOn: "2012-04-16" },
    "record-plan-review": { clientId, ...REVIEW },
    "open-working-days": { year: 2012 },
    "add-local-holiday": { date: "2012-05-21", name: "Victoria Day" },
    "remove-local-holiday": { holidayId: "none" },
    "record-outage": { from: "2012-04-10", to: "2012-04-11", reason: "No power" },
    "take-back-outage": { outageId: "none", reason: "By mistake" },
    "open-activity-details": { clientId },
    "save-activity-details": {
      clientId,
      itemId: "none",
      opened: noDetails("none"),
      details: { ...noDetails("none"), considered: "Large print" },
    },
    sign: { clientId, subject: "plan", party: "participant", manner: "refused", reason: "Busy", contentHash: "" },
    "subject-access": { clientId },
    "erase-client": { clientId, reason: "request", ninoEnd: "999Z" },
    "audit-lines": { filter: { clientId }, before: null },
    "audit-line": { lineId: 1, after: 0 },
    "export-audit": { filter: {}, before: null },
    compliance: { from: "2012-01-01", to: "2012-04-16", adviserId: null },
    "compliance-list": { period: { from: "2012-01-01", to: "2012-04-16", adviserId: null }, figure: "plans-due" },
    "export-compliance": { period: { from: "2012-01-01", to: "2012-04-16", adviserId: null }, format: "csv" },
    "make-print": { clientId, option: "open", style: "standard" },
    "read-letterhead": {},
    "preview-letterhead": { image: null },
    "set-letterhead": { image: null },
    "hand-over-print": { printId: "none" },
    "list-printers": {},
    "preview-print": { clientId, option: "open", style: "standard" },
    "print-plan": {
      clientId,
      option: "open",
      style: "standard",
      copies: 1,
      printer: "none",
      tray: "Tray1",
    },
    "cancel-print": { clientId },
    "list-copies": { clientId },
    entry: {},
    "set-up": {
      office: { name: "Kelbridge", nation: "SCT", soc: "2010", plans: "lms" },
      adviser: { name: "B Johns", staffNumber: "1" },
      passphrase: "four words nobody says",
    },
    "confirm-recovery-key": { lastGroup: "AAAAA" },
    "new-recovery-key": { passphrase: "four words nobody says" },
    "open-training": {},
    "sign-in": { adviserId: "none", passphrase: "four words nobody says" },
    "sign-out": {},
    lock: {},
    "still-here": {},
    recover: { recoveryKey: "AAAAA", adviserId: "none", passphrase: "four words nobody says" },
    "change-passphrase": { passphrase: "four words nobody says", newPassphrase: "four others, never said" },
    "list-advisers": {},
    "add-adviser": { name: "B Johns", staffNumber: "1", passphrase: "four words nobody says" },
    "rename-adviser": { adviserId: "none", name: "B Johns" },
    "retire-adviser": { adviserId: "none" },
    "back-up": {},
    "list-backups": {},
    "restore-backup": { file: "none" },
  };
}

/** Garbage, a fitting payload with one field replaced, or with one of its changes replaced. */
function payloads(fitting: Record<string, unknown>): fc.Arbitrary<unknown> {
  const garbage = fc.oneof(
    fc.anything(),
    fc.jsonValue(),
    fc.string({ unit: "binary" }),
    fc.constantFrom("", "'; DROP TABLE plan; --", "\u0000", "../../store.db", "__proto__", 1e308, Number.NaN, -1),
  );
  const replaceOne = (payload: Record<string, unknown>) =>
    fc
      .tuple(fc.constantFrom(...Object.keys(payload), "another"), garbage)
      .map(([field, value]): Record<string, unknown> => ({ ...payload, [field]: value }));
  const changes = fitting.changes as Record<string, unknown> | undefined;
  const inChanges = changes ? [replaceOne(changes).map((changed) => ({ ...fitting, changes: changed }))] : [];
  return fc.oneof(garbage, replaceOne(fitting), ...inChanges);
}

test("random payloads never crash: they are answered by the contract, and refused ones leave the store alone", async () => {
  const app = openTraining();
  const fitting = fittingPayloads(app);
  const raw = rawConnection(join(app.folder, "store.db"));
  // Changes only when another connection has committed something.
  const version = () => raw.pragma("data_version", { simple: true });
  const untouched = version();
  await app.granted("open-client", { clientId: app.clientId(DILIP) });
  expect(version()).not.toBe(untouched);
  const oneRequest = fc
    .constantFrom(...requestNames)
    .chain((name) => fc.tuple(fc.constant(name), payloads(fitting[name])));
  await fc.assert(
    fc.asyncProperty(oneRequest, async ([name, payload]) => {
      const before = version();
      const answer = await app.app.answer(name, payload);
      if (answer.ok) {
        expect(requests[name].output.safeParse(answer.value).success).toBe(true);
        return;
      }
      expect(appErrorSchema.parse(answer.error).code).not.toBe("internal");
      expect(version()).toEqual(before);
    }),
    { numRuns: 300, seed: 20120416 },
  );
});

test("a second start on the same data folder is refused with the first one's words, and may start once it has ended", () => {
  const first = openTraining();
  const options = { dataFolder: first.folder, isTraining: true, today: TODAY };
  expect(openApp(options)).toEqual({
    ok: false,
    error: { code: "store-held", holder: expect.stringMatching(`^process ${process.pid}, started 2`) },
  });
  expect(openApp({ ...options, reset: true }).ok).toBe(false);
  first.close();
  const again = openTraining({ dataFolder: first.folder });
  expect(again.clientId(DILIP)).not.toBe("");
});

test("what was saved is there again after the application was closed and opened, and --reset makes it anew", async () => {
  const first = openTraining();
  const saved = await first.save(DILIP, { newItems: [aNewItem()] });
  first.close();
  const second = openTraining({ dataFolder: first.folder });
  expect(await second.plan(DILIP)).toEqual(saved);
  second.close();
  const third = openTraining({ dataFolder: first.folder, reset: true });
  expect((await third.plan(DILIP)).items).toHaveLength(saved.items.length - 1);
});

test("an office's store is never made by opening it", () => {
  const { folder, close } = openTraining();
  close();
  const dataFolder = join(folder, "office");
  const opened = openApp({ dataFolder, isTraining: false });
  if (opened.ok) opened.value.close();
  expect(opened.ok).toBe(true);
  expect(existsSync(join(dataFolder, "store.db"))).toBe(false);
});

test("a damaged store is refused, left as it is, and the folder is free again", () => {
  const first = openTraining();
  first.close();
  const file = join(first.folder, "store.db");
  const damaged = readFileSync(file);
  damaged.fill(7, 0, 100);
  writeFileSync(file, damaged);
  const options = { dataFolder: first.folder, isTraining: true, today: TODAY };
  for (const _ of [1, 2]) {
    expect(openApp(options)).toEqual({ ok: false, error: { code: "store-damaged", file } });
    expect(readFileSync(file).equals(damaged)).toBe(true);
  }
});

test("a bug is answered with an error's name, under which the log has its place in the code and nothing of the client", async () => {
  const app = openTraining();
  // A column that has gone is what a bug of ours looks like from outside.
  rawConnection(join(app.folder, "store.db")).exec("ALTER TABLE plan RENAME COLUMN aims TO gone");
  const answer = await app.app.answer("save-plan", {
    ...fittingPayloads(app)["save-plan"],
    planVersion: 1,
    creation: { reason: "other", text: "Zebedee wrote" },
  });
  expect(answer).toEqual({ ok: false, error: { code: "internal", errorId: expect.stringMatching(/^[0-9a-f]{8}$/) } });
  const log = readFileSync(join(app.folder, "errors.log"), "utf8");
  expect(JSON.parse(log)).toEqual({
    at: expect.stringMatching(/^2012-04-1/),
    request: "save-plan",
    code: "internal",
    errorId: answer.ok ? "" : "errorId" in answer.error && answer.error.errorId,
    stack: expect.stringMatching(/^SqliteError\n\s+at /),
  });
  for (const private_ of ["Zebedee", "Write a CV", "Rao", DILIP, app.clientId(DILIP)])
    expect(log).not.toContain(private_);
});

test("nobody who has stopped listening is told anything", async () => {
  const app = openTraining();
  const told: unknown[] = [];
  const stop = app.app.subscribe((event) => told.push(event));
  await app.save(DILIP, { newItems: [aNewItem()] });
  stop();
  await app.save(DILIP, { newItems: [aNewItem()] });
  expect(told).toHaveLength(1);
});
