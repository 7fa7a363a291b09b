import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Terminal } from "../../../electron/command-line/ask-for-access.ts";
import { runCommandLine } from "../../../electron/command-line/run-command-line.ts";
import { createClock } from "../../../electron/platform/clock.ts";
import { openWithPassphrase } from "../../../electron/services/entry/open-with-passphrase.ts";
import { checkStore } from "../../../electron/store/check-store.ts";
import type { Row } from "../../../electron/store/store.ts";
import { NO_CHANGES } from "../../../shared/action-plan/action-plan.ts";
import { addDays } from "../../../shared/dates.ts";
import {
  emptyFolder,
  NEW_PASSPHRASE,
  type OfficeApp,
  openOfficeApp,
  PASSPHRASE,
  setUpOffice,
} from "../services/entry/office-app.ts";
import { attach } from "../services/jets/participants.ts";
import { insertJetsRows } from "./jets-rows.ts";
import { wholeStore } from "./temporary-store.ts";

const SAMPLE = join(import.meta.dirname, "..", "..", "..", "resources", "sample-clients.csv");
const GRACE = { name: "Grace Moss", staffNumber: "70413", passphrase: "another four words" };

/** Runs a command of the command line, with a passphrase where it needs one; throws when it is refused. */
async function plan(folder: string, typed: readonly string[], givenPassphrase?: string): Promise<void> {
  const said: string[] = [];
  const output = { result: () => undefined, remark: (text: string) => said.push(text) };
  const terminal: Terminal = { givenPassphrase, ask: async () => undefined };
  const code = await runCommandLine([...typed, "--data", folder], folder, output, terminal);
  if (code !== 0) throw new Error(said.join("\n"));
}

/** Every row of every table of an office's store. */
async function rowsOf(folder: string, passphrase: string): Promise<Record<string, Row[]>> {
  const opened = await openWithPassphrase(folder, createClock(), { adviser: undefined, passphrase });
  if (!opened.ok) throw new Error(opened.error.code);
  const { store } = opened.value;
  const rows = wholeStore(store);
  const problems = checkStore(store);
  store.close();
  expect(problems).toEqual([]);
  return rows;
}

/** Clients of the sample file under numbers that an office can have: fictional people all the same. */
function clientsFile(change: (text: string) => string = (text) => text): string {
  const file = join(emptyFolder(), "clients.csv");
  writeFileSync(file, change(readFileSync(SAMPLE, "utf8").replaceAll(/^QQ/gm, "AB")));
  return file;
}

/** An interview with everything that may be recorded in one. */
async function interview(app: OfficeApp, clientId: string, adviserId: string): Promise<void> {
  const { today } = await app.granted("session", {});
  const { plan: existing } = await app.granted("open-plan", { clientId });
  const kind = "ib-esa-wfi";
  const { interview } = await app.granted("start-interview", { clientId, kind, attendance: "present" });
  const interviewId = interview.id;
  await app.granted("answer-question", { interviewId, question: "work", answer: "Office work, part time." });
  await app.granted("record-doubt", { interviewId, kind: "other", text: "Whether the hours are right." });
  const item = { key: "item", text: "Visit the library.", assignedTo: "client" as const, dateClosed: null };
  const changes = {
    ...NO_CHANGES,
    newItems: [{ ...item, targetDate: addDays(today, 14) }],
    newReviews: [{ key: "review", itemId: "item", text: "The library is shut until May." }],
    texts: { employment: "Six years in a shipping office." },
  };
  const planVersion = existing?.version ?? null;
  const save = { clientId, kind: "lms", planVersion, creation: null, changes, isClockConfirmed: false } as const;
  const { plan } = await app.granted("save-plan", save);
  const { printId } = await app.granted("make-print", { clientId, option: "all-reviews", style: "standard" });
  await app.granted("hand-over-print", { printId });
  await app.granted("end-interview", { interviewId, endAnyway: true });
  const itemId = plan?.items[0]?.id ?? "";
  await app.granted("set-workflow", { clientId, itemId, checkDate: addDays(today, 7), note: "Did she go?" });
  await app.granted("book-appointment", { clientId, date: addDays(today, 7), time: "10:30", kind, adviserId });
}

/** A form from elsewhere that went into the plan. */
async function clericalForm(app: OfficeApp, clientId: string, adviserId: string): Promise<void> {
  const taken = await app.granted("take-in-clerical-form", { clientId, paperSerial: "", reason: "From the pad." });
  const { today } = await app.granted("session", {});
  const clerical = { formId: taken.id, happenedOn: today, adviserId, interview: null };
  const { plan: existing } = await app.granted("open-plan", { clientId });
  const planVersion = existing?.version ?? null;
  const item = { key: "item", text: "Ring the college.", assignedTo: "client" as const, dateClosed: null };
  const newItems = [{ ...item, targetDate: addDays(today, 14) }];
  const changes = { ...NO_CHANGES, newItems, texts: { info: "Told on paper." } };
  const save = { clientId, kind: "lms", planVersion, creation: null, changes, isClockConfirmed: false } as const;
  await app.granted("save-plan", { ...save, clerical });
}

/** A participant's interactions, files and requests as an adviser records them; the rest of the course as it lies in the store. */
async function participant(app: OfficeApp, clientId: string): Promise<void> {
  const opened = await openWithPassphrase(app.folder, createClock(), { adviser: undefined, passphrase: PASSPHRASE });
  if (!opened.ok) throw new Error(opened.error.code);
  const { store } = opened.value;
  insertJetsRows(store, { clientId, except: ["interaction", "attachment", "information_request"] });
  store.close();
  const { today } = await app.granted("session", {});
  const met = { happenedOn: today, kind: "appointment", means: "video", text: "Talked about the bakery." } as const;
  const { id } = await app.granted("add-interaction", { clientId, ...met });
  await attach(app, id, "letter.txt", "Dear Mr Moor,");
  await app.granted("add-information-request", { clientId, askedOn: today, form: "paper", note: "" });
}

/** What an adviser's desk keeps between interviews. */
async function deskWork(app: OfficeApp, clientId: string): Promise<void> {
  await app.granted("add-conversation", { clientId, text: "Rang about the bus.", closesItemId: null });
  await app.granted("set-preferences", { upperHalfPercent: 60 });
  await app.granted("add-word", { word: "Kelbridge" });
  const place = { mode: "list", itemId: null, reviewId: null } as const;
  const changes = { ...NO_CHANGES, texts: { aims: "Half a sentence" } };
  const content = { changes, unreadDates: [], place, keysGiven: 0 };
  const planVersion = (await app.granted("open-plan", { clientId })).plan?.version ?? null;
  await app.granted("keep-draft", { clientId, kind: "lms", planVersion, content });
  const typed = { form: { "Job Pref 1": "Cook" }, before: {}, writtenIn: { window: "window", count: 1 } };
  const { adviser } = await app.granted("session", {});
  await app.granted("keep-record-draft", { clientId, form: "More", content: typed, adviserId: adviser.id });
  // Details that changed since the plan's copy of them, seen once in its window.
  const changed = clientsFile((text) => text.replace("Office administrator", "Office manager"));
  await plan(app.folder, ["import", changed], PASSPHRASE);
  await app.granted("open-plan", { clientId });
}

/** An office with rows in every table, its backup, and its rows at that moment. */
async function officeWithBackup() {
  const { recoveryKey, adaId, ...app } = await setUpOffice();
  await plan(app.folder, ["import", clientsFile()], PASSPHRASE);
  await app.granted("add-adviser", GRACE);
  const { groups } = await app.granted("find-clients", { text: "AB200001A" });
  const clientId = groups[0]?.clients[0]?.id ?? "";
  await interview(app, clientId, adaId);
  await clericalForm(app, clientId, adaId);
  await participant(app, clientId);
  await deskWork(app, clientId);
  const archive = join(emptyFolder(), "office.planbackup");
  await plan(app.folder, ["backup", archive], PASSPHRASE);
  const rows = await rowsOf(app.folder, PASSPHRASE);
  // A table that stays empty here would be one whose rows a backup could lose unseen.
  const empty = Object.entries(rows).filter(([, all]) => all.length === 0);
  expect(empty.map(([table]) => table)).toEqual([]);
  app.close();
  return { archive, rows, recoveryKey, adaId };
}

/** Everything but the audit is as it was; the audit goes on from where it ended, with just these actions. */
function expectSameRows(found: Record<string, Row[]>, expected: Record<string, Row[]>, actions: readonly string[]) {
  const { audit: foundAudit = [], audit_head: foundHead = [], ...foundTables } = found;
  const { audit = [], audit_head: _headThen, ...tables } = expected;
  expect(foundTables).toEqual(tables);
  expect(foundAudit.slice(0, audit.length)).toEqual(audit);
  expect(foundAudit.slice(audit.length).map(({ action }) => action)).toEqual(actions);
  expect(foundHead).toEqual([{ id: 1, lines: foundAudit.length, hash: foundAudit.at(-1)?.hash }]);
}

test("a backup of an office gives every row of every table back on another desktop, by passphrase and by recovery key", async () => {
  const { archive, rows, recoveryKey, adaId } = await officeWithBackup();

  const byPassphrase = emptyFolder();
  await plan(byPassphrase, ["restore", archive]);
  expectSameRows(await rowsOf(byPassphrase, GRACE.passphrase), rows, []);
  const first = openOfficeApp({ folder: byPassphrase });
  expect(await first.refused("sign-in", { adviserId: adaId, passphrase: NEW_PASSPHRASE })).toMatchObject({
    code: "wrong-passphrase",
  });
  await first.granted("sign-in", { adviserId: adaId, passphrase: PASSPHRASE });
  expectSameRows(await rowsOf(byPassphrase, PASSPHRASE), rows, ["sign-in"]);
  first.close();

  const byRecoveryKey = emptyFolder();
  await plan(byRecoveryKey, ["restore", archive]);
  const second = openOfficeApp({ folder: byRecoveryKey });
  await second.granted("recover", { recoveryKey, adviserId: adaId, passphrase: NEW_PASSPHRASE });
  expectSameRows(await rowsOf(byRecoveryKey, NEW_PASSPHRASE), rows, ["sign-in", "recover"]);
  second.close();
}, 60_000);
