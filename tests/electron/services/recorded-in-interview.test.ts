import { expect, test } from "vitest";
import { NO_CHANGES } from "../../../shared/action-plan/action-plan.ts";
import {
  isBackupRequest,
  isEntryRequest,
  type OpenInterview,
  type RequestInput,
  type RequestName,
  requests,
} from "../../../shared/contract.ts";
import { noDetails } from "../../../shared/jets/activity-details.ts";
import { course, DATES, readyToAgree } from "./jets/full-plan.ts";
import { contentHashOf } from "./jets/participant-hand.ts";
import { interactionWith, makeCopy, sendFile } from "./jets/participants.ts";
import { aNewItem, itemAt, MARIA, openTraining, TODAY, type TrainingApp } from "./training-app.ts";

/** What leaves no line of change: it only reads, or keeps what is no record of a client. */
const WRITES_NO_RECORD: readonly RequestName[] = [
  "session",
  "find-clients",
  "recent-clients",
  "open-client",
  "open-plan",
  "list-conversations",
  "list-interactions",
  "begin-attachment",
  "send-attachment-part",
  "cancel-attachment",
  "open-attachment",
  "list-information-requests",
  "work-list",
  "find-duplicates",
  "check-spelling",
  "suggest-spelling",
  "warm-spelling",
  "list-words",
  "export-words",
  "keep-draft",
  "discard-draft",
  "list-record-drafts",
  "keep-record-draft",
  "discard-record-draft",
  "set-preferences",
  "cancel-print",
  "list-printers",
  "preview-print",
  "list-copies",
  "caseload-clients",
  "caseload-outline",
  "client-card",
  "begin-import",
  "send-import-part",
  "check-import",
  "list-import-remarks",
  "cancel-import",
  "keep-import",
  "read-letterhead",
  "preview-letterhead",
  "list-calculations",
  "subject-access",
  "audit-lines",
  "audit-line",
  "export-audit",
  "compliance",
  "compliance-list",
  "export-compliance",
  "find-clerical-form",
  "open-clerical-proof",
  "open-course",
  "open-working-days",
  "open-activity-details",
];

/**
 * What is recorded is the office's own, begins a client who can have no interview yet, or compares paper with the plan.
 */
const OF_NO_INTERVIEW: readonly RequestName[] = [
  "new-client",
  "add-word",
  "remove-word",
  "import-words",
  "confirm-import",
  "set-letterhead",
  "add-local-holiday",
  "remove-local-holiday",
  "record-outage",
  "take-back-outage",
  "check-clerical-entry",
];

/** It needs a printer: its own test looks at the interview it carries. */
const NEEDS_A_PRINTER: readonly RequestName[] = ["print-plan"];

/** They are made only after the interview has ended. */
const AFTER_THE_END: readonly RequestName[] = ["settle-doubt", "erase-client"];

const BOOKING = { date: "2012-04-30", time: "10:00", kind: "caseload" };

/** The requests of one interview in an order in which each can be granted, each with its input as it is then. */
function interviewOf(app: TrainingApp, { interview }: OpenInterview): readonly Step[] {
  const { id: interviewId, clientId } = interview;
  const adviserId = interview.adviserId;
  const newest = (table: string) =>
    app.rows<{ id: string }>(`SELECT id FROM ${table} ORDER BY id DESC LIMIT 1`)[0]?.id ?? "";
  return [
    step("save-plan", () => app.saveInput(MARIA, { ...NO_CHANGES, newItems: [aNewItem()] })),
    step("amend-record", async () => {
      const { childDatesOfBirth } = (await app.window(MARIA)).client;
      const window = "CBW" as const;
      const part = { window, childDatesOfBirth: [...childDatesOfBirth, "2012-04-02"] };
      return { clientId, opened: { window, childDatesOfBirth }, part };
    }),
    step("make-print", () => ({ clientId, option: "open", style: "standard" })),
    step("hand-over-print", () => ({ printId: newest("print") })),
    step("book-appointment", () => ({ clientId, adviserId, ...BOOKING })),
    step("move-appointment", () => ({
      ...{ appointmentId: newest("appointment"), version: 1, adviserId },
      ...BOOKING,
      time: "11:00",
    })),
    step("cancel-appointment", () => ({ appointmentId: newest("appointment"), version: 2 })),
    step("add-conversation", () => ({ clientId, text: "Rang the college together", closesItemId: null })),
    step("add-interaction", () => interactionWith(clientId)),
    step("finish-attachment", async () => ({
      sendingId: await sendFile(app, newest("interaction"), "note.txt", Buffer.from("Bakery")),
    })),
    step("add-information-request", () => ({ clientId, askedOn: TODAY, form: "paper", note: "" })),
    step("answer-information-request", () => {
      makeCopy(app, clientId, { id: "copy", givenAt: `${TODAY}T12:00:00.000Z` });
      return { requestId: newest("information_request"), printId: "copy" };
    }),
    step("set-workflow", async () => {
      const { id: itemId } = itemAt(await app.plan(MARIA), 1);
      return { clientId, itemId, checkDate: "2012-04-20", note: "Ring" };
    }),
    step("finish-workflow", () => ({ workflowId: newest("workflow"), outcome: "Rung" })),
    step("issue-clerical-forms", () => ({ what: "filled", clientId })),
    step("cancel-clerical-form", () => ({ formId: newest("clerical_form"), reason: "Spoilt" })),
    step("take-in-clerical-form", () => ({ clientId, paperSerial: "", reason: "From the pad" })),
    step("save-activity-details", async () => {
      const [opened = noDetails("")] = (await app.granted("open-activity-details", { clientId })).details;
      return { clientId, itemId: opened.itemId, opened, details: { ...opened, considered: "On yellow paper" } };
    }),
    step("sign", () => ({
      ...{ clientId, subject: "plan", party: "participant", manner: "refused", reason: "In a hurry" },
      contentHash: contentHashOf(app, MARIA),
    })),
    step("answer-question", () => ({ interviewId, question: "work", answer: "Care work" })),
    step("save-course-dates", async () => {
      const { participant } = await course(app, MARIA);
      const version = participant?.version ?? null;
      return { clientId, contract: "jets-scotland", version, dates: { ...DATES, engagedOn: "2012-03-29" } };
    }),
    step("set-preferred-means", () => ({ clientId, version: 2, means: "telephone" })),
    step("agree-full-plan", () => ({ clientId, version: 3, planVersion: 1, agreedOn: TODAY })),
    step("set-review-interval", () => ({ clientId, workingDays: 15, reason: "Prefers it", decidedOn: TODAY })),
    step("record-plan-review", async () => {
      const { id: reviewId = "", recordedAt = "" } = (await course(app, MARIA)).reviews[0] ?? {};
      return { clientId, reviewId, recordedAt, participantOn: TODAY, providerOn: null, means: null, text: "" };
    }),
    step("raise-interview", () => ({ interviewId, kind: "lp-wfi" })),
    step("record-doubt", () => ({ interviewId, kind: "other", text: "Turned down mornings" })),
    step("withdraw-doubt", () => ({ doubtId: newest("doubt") })),
    step("end-interview", () => ({ interviewId, endAnyway: false })),
  ];
}

interface Step {
  readonly name: RequestName;
  readonly ask: (app: TrainingApp) => Promise<unknown>;
}

function step<Name extends RequestName>(
  name: Name,
  input: () => RequestInput<Name> | Promise<RequestInput<Name>>,
): Step {
  return { name, ask: async (app) => app.granted(name, await input()) };
}

const lines = (app: TrainingApp) =>
  app.rows<{ action: string; interview_id: string | null; client_id: string }>(
    "SELECT action, interview_id, client_id FROM audit WHERE kind = 'change' ORDER BY id",
  );

test("every request that records something during an interview carries its identity", async () => {
  const app = openTraining();
  await readyToAgree(app, MARIA);
  const before = lines(app).length;
  const started = await app.start(MARIA, "other-is-wfi");
  const steps = interviewOf(app, started);
  for (const { ask } of steps) await ask(app);
  const { id: interview_id, clientId: client_id } = started.interview;
  const names = ["start-interview", ...steps.map(({ name }) => name)];
  expect(lines(app).slice(before)).toEqual(names.map((action) => ({ action, interview_id, client_id })));
});

test("a cancelled interview carries its own identity to the end", async () => {
  const app = openTraining();
  const before = lines(app).length;
  const { interview } = await app.start(MARIA, "caseload");
  await app.granted("cancel-interview", { interviewId: interview.id, reason: "The wrong client" });
  const line = (action: string) => ({ action, interview_id: interview.id, client_id: interview.clientId });
  expect(lines(app).slice(before)).toEqual([line("start-interview"), line("cancel-interview")]);
});

test("no request of the contract is left out", () => {
  const app = openTraining();
  const open = { interview: { id: "", clientId: "", adviserId: "" } } as OpenInterview;
  const tried = interviewOf(app, open).map(({ name }) => name);
  const known = [
    "start-interview",
    "cancel-interview",
    ...tried,
    ...WRITES_NO_RECORD,
    ...OF_NO_INTERVIEW,
    ...AFTER_THE_END,
    ...NEEDS_A_PRINTER,
  ];
  const names = (Object.keys(requests) as RequestName[]).filter(
    (name) => !isEntryRequest(name) && !isBackupRequest(name),
  );
  expect([...known].sort()).toEqual([...names].sort());
});
