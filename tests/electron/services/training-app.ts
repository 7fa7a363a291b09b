import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, expect, onTestFinished } from "vitest";
import { type App, openApp } from "../../../electron/app.ts";
import type { OpenOptions } from "../../../electron/office.ts";
import { TRAINING_KEY } from "../../../electron/store/training-key.ts";
import {
  type ActionItem,
  type AmendedItem,
  type NewItem,
  NO_CHANGES,
  type Plan,
  type PlanChanges,
} from "../../../shared/action-plan/action-plan.ts";
import {
  type Answer,
  type AppEvent,
  appEventSchema,
  type OpenInterview,
  type PlanWindow,
  type RequestInput,
  type RequestName,
  type RequestOutput,
  requests,
} from "../../../shared/contract.ts";
import { type AppError, type AppErrorOf, appErrorSchema } from "../../../shared/errors.ts";

/** The day of the training store unless a test says otherwise: a Monday. */
export const TODAY = "2012-04-16";
/** Joe Bloggs, without a plan. */
export const JOE = "QQ100001A";
/** Maria Gallagher: a closed item, and an open one with two reviews. */
export const MARIA = "QQ100002A";
/** Dilip Rao: three open items without reviews, one overdue. */
export const DILIP = "QQ100003A";
/** Agnes Oyelaran: a hundred items with ten reviews each. */
export const AGNES = "QQ100004A";
/** Alexandra Smythe: her record changed since her plan was last saved. */
export const ALEXANDRA = "QQ100008A";

type SaveInput = RequestInput<"save-plan">;

/** The application as a host has it, with the questions that tests ask again and again. */
export interface TrainingApp {
  readonly app: App;
  readonly folder: string;
  readonly events: readonly AppEvent[];
  /** Asks a request and checks the answer against the contract. */
  ask<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<Answer<Name>>;
  /** Asks a request that must be granted. */
  granted<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>>;
  /** Asks a request that must be refused and leave no trace in the store. */
  refused<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<AppError>;
  clientId(nino: string): string;
  window(nino: string): Promise<PlanWindow>;
  plan(nino: string): Promise<Plan>;
  /** What a Save of these changes would send from a window that was just opened. */
  saveInput(nino: string, changes: Partial<PlanChanges>, fields?: Partial<SaveInput>): Promise<SaveInput>;
  /** Saves changes that must be saved. */
  save(nino: string, changes: Partial<PlanChanges>, fields?: Partial<SaveInput>): Promise<Plan>;
  /** Tries to save changes that must be refused with nothing written. */
  saveRefused(nino: string, changes: Partial<PlanChanges>, fields?: Partial<SaveInput>): Promise<AppError>;
  /** The same, answering the one reason for which the save was refused. */
  reasonRefused(nino: string, changes: Partial<PlanChanges>): Promise<unknown>;
  start(nino: string, kind?: string): Promise<OpenInterview>;
  end(started: OpenInterview, endAnyway?: boolean): Promise<void>;
  /** Makes a print and hands it over. */
  printAndHandOver(nino: string): Promise<void>;
  /** Reads the store past the application. */
  rows<T = Record<string, unknown>>(sql: string, ...values: readonly unknown[]): T[];
  close(): void;
}

/** Opens the application on a fresh training store, or on the one in a folder. */
export function openTraining(options: Partial<OpenOptions> = {}): TrainingApp {
  const folder = options.dataFolder ?? freshFolder();
  const opened = openApp({ isTraining: true, today: TODAY, ...options, dataFolder: folder });
  if (!opened.ok) throw new Error(`The application was refused: ${opened.error.code}`);
  const app = opened.value;
  const raw = new Database(join(folder, "store.db"), { readonly: true });
  raw.key(Buffer.from(`raw:${TRAINING_KEY.toString("hex")}`));
  const events: AppEvent[] = [];
  app.subscribe((event) => {
    events.push(appEventSchema.parse(event));
  });
  let isOpen = true;
  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    raw.close();
    app.close();
  };
  onTestFinished(close);
  return { app, folder, events, close, ...questions(app, raw) };
}

/** A folder whose training store was seeded before, which is faster than to seed each anew. */
function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "action-plan-app-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(seededStore(), join(folder, "store.db"));
  return folder;
}

let seeded: string | undefined;

afterAll(() => {
  if (seeded) rmSync(dirname(seeded), { recursive: true, force: true });
});

function seededStore(): string {
  if (seeded) return seeded;
  const folder = mkdtempSync(join(tmpdir(), "action-plan-seed-"));
  const opened = openApp({ isTraining: true, today: TODAY, dataFolder: folder });
  if (!opened.ok) throw new Error(`The application was refused: ${opened.error.code}`);
  opened.value.close();
  seeded = join(folder, "store.db");
  return seeded;
}

type Questions = Omit<TrainingApp, "app" | "folder" | "events" | "close">;

function questions(app: App, raw: Database.Database): Questions {
  const rows = <T>(sql: string, ...values: readonly unknown[]) => raw.prepare(sql).all(...values) as T[];
  const basic = { rows, ...requestQuestions(app, raw, rows) };
  return { ...basic, ...planQuestions(basic) };
}

type Basic = Pick<TrainingApp, "rows" | "ask" | "granted" | "refused" | "clientId">;

function requestQuestions(app: App, raw: Database.Database, rows: TrainingApp["rows"]): Omit<Basic, "rows"> {
  async function ask<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<Answer<Name>> {
    const answer = await app.answer(name, input);
    // What is not in the contract must not travel either.
    if (answer.ok) expect(answer.value).toEqual(requests[name].output.parse(answer.value));
    else expect(answer.error).toEqual(appErrorSchema.parse(answer.error));
    return answer as Answer<Name>;
  }
  return {
    ask,
    async granted<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>> {
      const answer = await ask(name, input);
      if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer.error)}`);
      return answer.value;
    },
    async refused(name, input) {
      // Changes only when another connection has committed something.
      const before = raw.pragma("data_version");
      const answer = await ask(name, input);
      if (answer.ok) throw new Error(`${name} was granted`);
      expect(raw.pragma("data_version")).toEqual(before);
      return answer.error;
    },
    clientId: (nino) => rows<{ id: string }>("SELECT id FROM client WHERE nino = ?", nino)[0]?.id ?? "",
  };
}

function planQuestions({ granted, refused, clientId, rows }: Basic): Omit<Questions, keyof Basic> {
  const window = (nino: string) => granted("open-plan", { clientId: clientId(nino) });
  const saveInput: TrainingApp["saveInput"] = async (nino, changes, fields = {}) => ({
    clientId: clientId(nino),
    kind: "lms",
    planVersion: (await window(nino)).plan?.version ?? null,
    creation: null,
    changes: { ...NO_CHANGES, ...changes },
    isClockConfirmed: false,
    ...fields,
  });
  const saveRefused: TrainingApp["saveRefused"] = async (nino, changes, fields) => {
    const input = await saveInput(nino, changes, fields);
    const before = { window: await window(nino), lines: auditLines() };
    const error = await refused("save-plan", input);
    expect({ lines: auditLines(), window: await window(nino) }).toEqual(before);
    return error;
  };
  const auditLines = () => rows<{ count: number }>("SELECT COUNT(*) AS count FROM audit WHERE kind = 'change'");
  return {
    window,
    saveInput,
    saveRefused,
    plan: async (nino) => planOf(await window(nino)),
    save: async (nino, changes, fields) => planOf(await granted("save-plan", await saveInput(nino, changes, fields))),
    async reasonRefused(nino, changes) {
      const { problems } = expectCode(await saveRefused(nino, changes), "cannot-save");
      expect(problems).toHaveLength(1);
      return problems[0]?.reason;
    },
    start: (nino, kind = "caseload") =>
      granted("start-interview", { clientId: clientId(nino), kind, attendance: "present" }),
    async end({ interview }, endAnyway = false) {
      await granted("end-interview", { interviewId: interview.id, endAnyway });
    },
    async printAndHandOver(nino) {
      const { printId } = await granted("make-print", { clientId: clientId(nino), option: "open", style: "standard" });
      await granted("hand-over-print", { printId });
    },
  };
}

/** The refusal, once it is sure that it has this code. */
export function expectCode<Code extends AppError["code"]>(error: AppError, code: Code): AppErrorOf<Code> {
  expect(error).toMatchObject({ code });
  return error as AppErrorOf<Code>;
}

/** A new item that breaks no rule. */
export function aNewItem(fields: Partial<NewItem> = {}): NewItem {
  return {
    key: "new",
    text: "Write a CV",
    assignedTo: "client",
    targetDate: "2012-05-01",
    dateClosed: null,
    ...fields,
  };
}

/** An amendment of an item. */
export function amending(item: ActionItem, fields: Omit<AmendedItem, "itemId">): Partial<PlanChanges> {
  return { amendedItems: [{ itemId: item.id, ...fields }] };
}

/** A new review on an item, with its key and text. */
export function reviewing(item: Pick<ActionItem, "id">, text = "Done as agreed"): Partial<PlanChanges> {
  return { newReviews: [{ key: "review", itemId: item.id, text }] };
}

/** The item at a place of the plan's list. */
export function itemAt(plan: Plan, index: number): ActionItem {
  const item = plan.items[index];
  if (!item) throw new Error(`The plan has no item ${index}`);
  return item;
}

/** A moment later than every moment recorded so far: two within one millisecond cannot be told apart. */
export async function momentLater(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 3));
}

function planOf({ plan }: PlanWindow): Plan {
  if (!plan) throw new Error("There is no plan");
  return plan;
}
