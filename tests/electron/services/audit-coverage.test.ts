import { expect, test } from "vitest";
import { NO_CHANGES } from "../../../shared/action-plan/action-plan.ts";
import { type RequestInput, type RequestName, requests } from "../../../shared/contract.ts";
import { noDetails } from "../../../shared/jets/activity-details.ts";
import { isKnownAction } from "../../../shared/rights/action-words.ts";
import { DATES, participate, readyToAgree } from "./jets/full-plan.ts";
import { makeParticipant } from "./jets/participant-hand.ts";
import { interactionWith, makeCopy } from "./jets/participants.ts";
import {
  AGNES,
  ALEXANDRA,
  aNewItem,
  DILIP,
  itemAt,
  JOE,
  MARIA,
  openTraining,
  TODAY,
  type TrainingApp,
} from "./training-app.ts";

/**
 * What each request does with a client. "read" and "change" leave a line on that client. "list" names clients without
 * opening any of them; "unsaved" keeps what is no part of a record until it is saved, which is a line then; "many"
 * leaves one line that stands for all its clients, or needs what is not here and has a test of its own; "none" is about no
 * client. A request that is added has to say which it is.
 */
const DOES: Readonly<Record<RequestName, "read" | "change" | "many" | "list" | "unsaved" | "none">> = {
  "open-client": "read",
  "open-plan": "read",
  "list-conversations": "read",
  "subject-access": "read",
  "audit-line": "read",
  "audit-lines": "read",
  "export-audit": "read",
  compliance: "many",
  "compliance-list": "many",
  "export-compliance": "many",
  "save-plan": "change",
  "start-interview": "change",
  "end-interview": "change",
  "make-print": "change",
  "cancel-print": "none",
  "read-letterhead": "none",
  "preview-letterhead": "none",
  "set-letterhead": "none",
  "list-calculations": "read",
  "list-copies": "read",
  "open-activity-details": "read",
  "save-activity-details": "change",
  sign: "change",
  "preview-print": "read",
  "print-plan": "many",
  "confirm-import": "many",
  "caseload-clients": "list",
  "caseload-outline": "list",
  "client-card": "list",
  "begin-import": "none",
  "send-import-part": "none",
  "check-import": "none",
  "list-import-remarks": "none",
  "cancel-import": "none",
  "keep-import": "none",
  "list-printers": "none",
  "hand-over-print": "change",
  "book-appointment": "change",
  "move-appointment": "change",
  "cancel-appointment": "change",
  "raise-interview": "change",
  "cancel-interview": "change",
  "answer-question": "change",
  "record-doubt": "change",
  "withdraw-doubt": "change",
  "settle-doubt": "change",
  "amend-record": "change",
  "new-client": "change",
  "add-conversation": "change",
  "list-interactions": "read",
  "add-interaction": "change",
  "begin-attachment": "unsaved",
  "send-attachment-part": "unsaved",
  "finish-attachment": "change",
  "cancel-attachment": "unsaved",
  "open-attachment": "read",
  "list-information-requests": "read",
  "add-information-request": "change",
  "answer-information-request": "change",
  "set-workflow": "change",
  "finish-workflow": "change",
  "erase-client": "change",
  "open-course": "read",
  "save-course-dates": "change",
  "set-preferred-means": "change",
  "agree-full-plan": "change",
  "set-review-interval": "change",
  "record-plan-review": "change",
  "open-working-days": "none",
  "add-local-holiday": "none",
  "remove-local-holiday": "none",
  "record-outage": "none",
  "take-back-outage": "none",
  "issue-clerical-forms": "change",
  "cancel-clerical-form": "change",
  "take-in-clerical-form": "change",
  "find-clerical-form": "list",
  "open-clerical-proof": "read",
  "check-clerical-entry": "change",
  "find-clients": "list",
  "recent-clients": "list",
  "find-duplicates": "list",
  "work-list": "list",
  session: "list",
  "list-advisers": "list",
  "keep-draft": "unsaved",
  "discard-draft": "unsaved",
  "list-record-drafts": "unsaved",
  "keep-record-draft": "unsaved",
  "discard-record-draft": "unsaved",
  "check-spelling": "unsaved",
  "set-preferences": "none",
  "suggest-spelling": "none",
  "warm-spelling": "none",
  "list-words": "none",
  "add-word": "none",
  "remove-word": "none",
  "import-words": "none",
  "export-words": "none",
  entry: "none",
  "set-up": "none",
  "confirm-recovery-key": "none",
  "new-recovery-key": "none",
  "open-training": "none",
  "sign-in": "none",
  "sign-out": "none",
  lock: "none",
  "still-here": "none",
  recover: "none",
  "change-passphrase": "none",
  "add-adviser": "none",
  "rename-adviser": "none",
  "retire-adviser": "none",
  "back-up": "none",
  "list-backups": "none",
  "restore-backup": "none",
};

interface Line {
  readonly id: number;
  readonly kind: string;
  readonly action: string;
  readonly clientId: string | null;
}

/** Asks requests one after the other, and keeps what each left in the audit. */
function watched(app: TrainingApp) {
  const left = new Map<RequestName, readonly Line[]>();
  const newest = () => app.rows<{ id: number }>("SELECT MAX(id) AS id FROM audit")[0]?.id ?? 0;
  return {
    left,
    async ask<Name extends RequestName>(name: Name, input: RequestInput<Name>) {
      const before = newest();
      const value = await app.granted(name, input);
      left.set(name, app.rows<Line>("SELECT id, kind, action, client_id AS clientId FROM audit WHERE id > ?", before));
      return value;
    },
  };
}

type Ask = ReturnType<typeof watched>["ask"];

/** An interview with Maria, and the work around it. */
async function workWithMaria(app: TrainingApp, ask: Ask): Promise<void> {
  const clientId = app.clientId(MARIA);
  const { client } = await ask("open-client", { clientId });
  const mistaken = await ask("start-interview", { clientId, kind: "caseload", attendance: "present" });
  await ask("cancel-interview", { interviewId: mistaken.interview.id, reason: "Opened by mistake" });
  const { interview } = await ask("start-interview", { clientId, kind: "caseload", attendance: "present" });
  const interviewId = interview.id;
  await ask("raise-interview", { interviewId, kind: "lp-wfi" });
  await ask("answer-question", { interviewId, question: "work", answer: "Care work" });
  const doubted = await ask("record-doubt", { interviewId, kind: "ftp", text: "Did not answer" });
  await ask("withdraw-doubt", { doubtId: doubted.doubts.at(-1)?.id ?? "" });
  const { plan } = await ask("open-plan", { clientId });
  const changes = { ...NO_CHANGES, newItems: [aNewItem()] };
  const content = {
    changes,
    unreadDates: [],
    place: { mode: "list" as const, itemId: null, reviewId: null },
    keysGiven: 1,
  };
  await ask("keep-draft", { clientId, kind: "lms", planVersion: plan?.version ?? null, content });
  await ask("discard-draft", { clientId, kind: "lms" });
  const onMore = { clientId, form: "More" } as const;
  const typed = { form: { "Job Pref 1": "Cook" }, before: {}, writtenIn: { window: "window", count: 1 } };
  await ask("keep-record-draft", { ...onMore, content: typed, adviserId: (await ask("session", {})).adviser.id });
  await ask("list-record-drafts", { clientId });
  await ask("discard-record-draft", onMore);
  await ask("save-plan", {
    clientId,
    kind: "lms",
    planVersion: plan?.version ?? null,
    creation: null,
    changes,
    isClockConfirmed: false,
  });
  const { printId } = await ask("make-print", { clientId, option: "open", style: "standard" });
  await ask("hand-over-print", { printId });
  await ask("end-interview", { interviewId, endAnyway: false });
  await ask("list-calculations", { clientId });
  await ask("list-copies", { clientId });
  await ask("preview-print", { clientId, option: "open", style: "standard" });
  await ask("amend-record", {
    clientId,
    opened: { window: "CBW", childDatesOfBirth: client.childDatesOfBirth },
    part: { window: "CBW", childDatesOfBirth: ["2009-03-03"] },
  });
}

/** A sanction considered, an appointment, a check, a note, and what is only looked at. */
async function workBetweenInterviews(app: TrainingApp, ask: Ask): Promise<void> {
  const clientId = app.clientId(DILIP);
  const failed = await app.start(DILIP, "lp-wfi");
  const { doubts } = await app.granted("record-doubt", {
    interviewId: failed.interview.id,
    kind: "ftp",
    text: "Did not answer",
  });
  await app.granted("end-interview", { interviewId: failed.interview.id, endAnyway: true });
  await ask("settle-doubt", { doubtId: doubts[0]?.id ?? "", outcome: "No sanction" });
  const [adviser] = (await ask("session", {})).advisers;
  const booking = { date: "2012-04-30", time: "10:30", kind: "caseload", adviserId: adviser?.id ?? "" };
  const booked = await ask("book-appointment", { clientId, ...booking });
  const moved = await ask("move-appointment", {
    appointmentId: booked.id,
    version: booked.version,
    ...booking,
    time: "11:30",
  });
  await ask("cancel-appointment", { appointmentId: moved.id, version: moved.version });
  const itemId = itemAt(await app.plan(DILIP), 0).id;
  const check = await ask("set-workflow", { clientId, itemId, checkDate: "2012-04-30", note: "" });
  await ask("finish-workflow", { workflowId: check.id, outcome: "Done" });
  await ask("add-conversation", { clientId, text: "Rang", closesItemId: null });
  await ask("list-conversations", { clientId });
  await ask("check-spelling", { clientId, texts: [{ id: "text", text: "Write a CV" }] });
}

/** An interaction with a file, and a copy that was asked for and given. */
async function interactionsWithAgnes(app: TrainingApp, ask: Ask): Promise<void> {
  const clientId = app.clientId(AGNES);
  await participate(app, AGNES);
  const { id: interactionId } = await ask("add-interaction", interactionWith(clientId));
  const part = Buffer.from("nine").toString("base64");
  const begin = { interactionId, name: "note.txt", bytes: 4 };
  await ask("cancel-attachment", await ask("begin-attachment", begin));
  const { sendingId } = await ask("begin-attachment", begin);
  await ask("send-attachment-part", { sendingId, part });
  const { id: attachmentId } = await ask("finish-attachment", { sendingId });
  await ask("open-attachment", { attachmentId });
  await ask("list-interactions", { clientId });
  const asked = await ask("add-information-request", { clientId, askedOn: TODAY, form: "paper", note: "" });
  makeCopy(app, clientId, { id: "copy", givenAt: `${TODAY}T09:00:00.000Z` });
  await ask("answer-information-request", { requestId: asked.id, printId: "copy" });
  await ask("list-information-requests", { clientId });
}

/** A form taken in and entered, another issued and cancelled. */
async function clericalWork(app: TrainingApp, ask: Ask): Promise<void> {
  const clientId = app.clientId(DILIP);
  const { forms } = await ask("issue-clerical-forms", { what: "filled", clientId });
  const [issued] = forms;
  await ask("find-clerical-form", { serial: issued?.serial ?? "" });
  await ask("cancel-clerical-form", { formId: issued?.id ?? "", reason: "Spoilt" });
  const taken = await ask("take-in-clerical-form", { clientId, paperSerial: "", reason: "From the pad" });
  const [adviser] = (await app.granted("session", {})).advisers;
  const clerical = { formId: taken.id, happenedOn: TODAY, adviserId: adviser?.id ?? "", interview: null };
  await app.save(DILIP, { newItems: [aNewItem()] }, { clerical });
  const { entries } = await ask("open-clerical-proof", { formId: taken.id });
  await ask("check-clerical-entry", { formId: taken.id, entryId: entries[0]?.id ?? "", isChecked: true });
}

/** A participant's course, from its dates to a review. */
async function courseOfDilip(app: TrainingApp, ask: Ask): Promise<void> {
  const clientId = app.clientId(DILIP);
  const { participant } = await readyToAgree(app, DILIP);
  const course = { clientId, contract: "jets-scotland", version: participant?.version ?? 0 };
  await ask("save-course-dates", { ...course, dates: { ...DATES, engagedOn: "2012-03-29" } });
  await ask("set-preferred-means", { clientId, version: 2, means: "video" });
  await ask("agree-full-plan", { clientId, version: 3, planVersion: 1, agreedOn: TODAY });
  const interval = { workingDays: 15, reason: "Prefers it", decidedOn: TODAY };
  await ask("set-review-interval", { clientId, ...interval });
  const { reviews } = await ask("open-course", { clientId });
  const { id: reviewId = "", recordedAt = "" } = reviews[0] ?? {};
  const taken = { participantOn: TODAY, providerOn: null, means: null, text: "" };
  await ask("record-plan-review", { clientId, reviewId, recordedAt, ...taken });
}

/** An activity in detail, and a signature, of a participant. */
async function workWithParticipant(app: TrainingApp, ask: Ask): Promise<void> {
  const clientId = app.clientId(ALEXANDRA);
  const { itemId } = makeParticipant(app, ALEXANDRA);
  const opened = noDetails(itemId);
  await ask("save-activity-details", { clientId, itemId, opened, details: { ...opened, considered: "Large print" } });
  const { contentHash } = await ask("open-activity-details", { clientId });
  const signature = { subject: "plan", party: "participant", manner: "refused", reason: "In a hurry" } as const;
  await ask("sign", { clientId, ...signature, contentHash: contentHash ?? "" });
}

async function rightsOfJoe(app: TrainingApp, ask: Ask): Promise<void> {
  const clientId = app.clientId(JOE);
  const { client } = await app.granted("open-client", { clientId });
  const { id, version, clientSince, changed, more, qualifications, childDatesOfBirth, iwbc, jsag, ...details } = client;
  await ask("new-client", { details: { ...details, nino: "QQ100098A", surname: "Moor" } });
  await ask("find-clients", { text: "Bloggs" });
  await ask("recent-clients", {});
  await ask("find-duplicates", { nino: "", surname: "Bloggs", dateOfBirth: null, exceptClientId: null });
  await ask("work-list", { scope: "office" });
  await ask("subject-access", { clientId });
  const { lines } = await ask("audit-lines", { filter: { clientId }, before: null });
  await ask("audit-line", { lineId: lines[0]?.id ?? 0, after: 0 });
  await ask("export-audit", { filter: { clientId }, before: null });
  await ask("erase-client", { clientId, reason: "request", ninoEnd: "001A" });
}

test("every request that reads or changes a client leaves a line on that client, and no other does", async () => {
  const app = openTraining();
  const { left, ask } = watched(app);
  await workWithMaria(app, ask);
  await workBetweenInterviews(app, ask);
  await interactionsWithAgnes(app, ask);
  await clericalWork(app, ask);
  await courseOfDilip(app, ask);
  await workWithParticipant(app, ask);
  await rightsOfJoe(app, ask);
  const names = Object.keys(requests) as RequestName[];
  const aboutClients = names.filter((name) => DOES[name] === "read" || DOES[name] === "change");
  expect(aboutClients.filter((name) => !left.has(name))).toEqual([]);
  const lacking = aboutClients.filter(
    (name) => !left.get(name)?.some((line) => line.clientId && line.kind === DOES[name]),
  );
  expect(lacking).toEqual([]);
  const others = [...left].filter(([name, lines]) => !aboutClients.includes(name) && lines.length > 0);
  expect(others.map(([name]) => name)).toEqual([]);
  const actions = app.rows<{ action: string }>("SELECT DISTINCT action FROM audit").map(({ action }) => action);
  expect(actions.filter((action) => !isKnownAction(action))).toEqual([]);
});
