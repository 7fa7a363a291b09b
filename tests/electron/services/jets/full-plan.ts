import { join } from "node:path";
import Database from "better-sqlite3";
import { planContentHash } from "../../../../electron/services/jets/plan-content-hash.ts";
import { listActivityDetails } from "../../../../electron/store/repositories/jets/activity-details.ts";
import { findPlan } from "../../../../electron/store/repositories/plans.ts";
import type { Reader } from "../../../../electron/store/store.ts";
import { TRAINING_KEY } from "../../../../electron/store/training-key.ts";
import type { Course } from "../../../../shared/jets/course-requests.ts";
import type { CourseDates } from "../../../../shared/jets/participant.ts";
import type { SigningParty } from "../../../../shared/jets/signature.ts";
import { pastTheApplication } from "../store-hand.ts";
import { expectCode, openTraining, TODAY, type TrainingApp } from "../training-app.ts";

/** The dates of a course that began on 3 April 2012. */
export const DATES: CourseDates = {
  referredOn: "2012-03-26",
  engagedOn: "2012-03-28",
  startAppointmentOn: "2012-04-03",
  startedOn: "2012-04-03",
};

/** A client's course as its windows show it. */
export function course(app: TrainingApp, nino: string): Promise<Course> {
  return app.granted("open-course", { clientId: app.clientId(nino) });
}

/** Makes a client a participant. */
export async function participate(app: TrainingApp, nino: string, dates: Partial<CourseDates> = {}): Promise<Course> {
  await app.granted("save-course-dates", {
    clientId: app.clientId(nino),
    contract: "jets-scotland",
    version: null,
    dates: { ...DATES, ...dates },
    // A test may begin on a day before that of the caseload.
    isClockConfirmed: true,
  });
  return course(app, nino);
}

/** A plan of kind jets with one open activity, saved on a day; answers the activity's id. */
export function addPlan(app: TrainingApp, nino: string, savedOn = "2012-04-04"): string {
  const clientId = app.clientId(nino);
  const adviser = app.rows<{ id: string }>("SELECT id FROM adviser ORDER BY id")[0]?.id ?? "";
  const [plan, item, at] = [`plan-${clientId}`, `item-${clientId}`, `${savedOn}T09:00:00.000Z`];
  pastTheApplication(
    app,
    `INSERT INTO plan (id, client_id, kind, aims, employment, qualifications, info, pulled, saved_at, saved_by, version)
     SELECT ?, ?, 'jets', '', '', '', '', pulled, ?, ?, 1 FROM plan LIMIT 1`,
    ...[plan, clientId, at, adviser],
  );
  pastTheApplication(
    app,
    `INSERT INTO action_item (id, plan_id, text, assigned_to, target_date, date_created, created_at, created_by)
     VALUES (?, ?, 'Write a CV', 'client', '2012-05-01', ?, ?, ?)`,
    ...[item, plan, savedOn, at, adviser],
  );
  pastTheApplication(
    app,
    `INSERT INTO plan_save (id, plan_id, plan_version, saved_at, items_added, items_changed, closures, reviews_added,
       reviews_changed, reviews_deleted, texts_changed) VALUES (?, ?, 1, ?, 1, 0, 0, 0, 0, 0, 0)`,
    ...[`save-${clientId}`, plan, at],
  );
  return item;
}

/** Records everything that the full plan needs of an activity. */
export function completeDetails(app: TrainingApp, itemId: string): void {
  pastTheApplication(
    app,
    `INSERT INTO activity_details (id, what, what_understood_on, why, why_understood_on, by_when, when_understood_on,
       considered, smart_specific, smart_measurable, smart_achievable, smart_realistic, smart_time_bound,
       changed_at, changed_by)
     SELECT ?, 'A CV', ?, 'For employers', ?, 'By May', ?, 'In large print', 'a', 'b', 'c', 'd', 'e', ?, id
     FROM adviser LIMIT 1`,
    ...[itemId, TODAY, TODAY, TODAY, `${TODAY}T09:00:00.000Z`],
  );
}

/** What reaches into a store past the application. */
export type StoreHand = Pick<TrainingApp, "folder" | "rows" | "clientId">;

/** A hand in the training store of a folder, whoever has it open. */
export function handIn(folder: string): StoreHand {
  const rows = <T>(sql: string, ...values: readonly unknown[]): T[] => {
    const database = new Database(join(folder, "store.db"), { readonly: true });
    database.key(Buffer.from(`raw:${TRAINING_KEY.toString("hex")}`));
    const found = database.prepare(sql).all(...values) as T[];
    database.close();
    return found;
  };
  const clientId = (nino: string) => rows<{ id: string }>("SELECT id FROM client WHERE nino = ?", nino)[0]?.id ?? "";
  return { folder, rows, clientId };
}

/** Signs the plan as it stands. */
export function sign(
  app: StoreHand,
  nino: string,
  party: SigningParty,
  { on = TODAY, manner = "typed", reason = "" } = {},
): void {
  const clientId = app.clientId(nino);
  const reader: Reader = { all: app.rows, get: <T>(sql: string, ...values: never[]) => app.rows<T>(sql, ...values)[0] };
  const plan = findPlan(reader, clientId, "jets");
  if (!plan) throw new Error("There is no plan to sign");
  const hash = planContentHash(plan, listActivityDetails(reader, plan.id));
  const count = app.rows("SELECT id FROM signature").length;
  pastTheApplication(
    app,
    `INSERT INTO signature (id, client_id, subject, party, manner, name, signed_on, reason, content_hash, plan_version,
       recorded_at, recorded_by) SELECT ?, ?, 'plan', ?, ?, '', ?, ?, ?, 1, ?, id FROM adviser LIMIT 1`,
    ...[`signature-${count}`, clientId, party, manner, on, reason, hash, `${TODAY}T10:00:0${count}.000Z`],
  );
}

/** A participant whose full plan can be agreed at once. */
export async function readyToAgree(app: TrainingApp, nino: string): Promise<Course> {
  await participate(app, nino);
  completeDetails(app, addPlan(app, nino));
  sign(app, nino, "participant", { on: "2012-04-13" });
  sign(app, nino, "provider");
  return course(app, nino);
}

/** Agrees the full plan of a participant whose plan can be agreed. */
export async function agree(app: TrainingApp, nino: string, agreedOn = TODAY): Promise<Course> {
  const version = (await course(app, nino)).participant?.version ?? 0;
  await app.granted("agree-full-plan", { clientId: app.clientId(nino), version, planVersion: 1, agreedOn });
  return course(app, nino);
}

/** Which problems of the course a request was refused for. */
export async function problemsOf(refusal: Promise<Parameters<typeof expectCode>[0]>) {
  return expectCode(await refusal, "course-refused").problems;
}

/** The one problem that belongs to no field. */
export const whole = (code: string) => [{ field: null, reason: { code } }];

/** The training store without the participant whom its caseload has. */
export function openWithoutParticipants(): TrainingApp {
  const app = openTraining();
  pastTheApplication(app, "DELETE FROM participant");
  return app;
}

/** The same store on another day. */
export function onDay(app: TrainingApp, today: string): TrainingApp {
  app.close();
  return openTraining({ dataFolder: app.folder, today });
}
