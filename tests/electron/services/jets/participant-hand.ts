import { planContentHash } from "../../../../electron/services/jets/plan-content-hash.ts";
import { listActivityDetails } from "../../../../electron/store/repositories/jets/activity-details.ts";
import { findPlan } from "../../../../electron/store/repositories/plans.ts";
import type { Reader } from "../../../../electron/store/store.ts";
import { pastTheApplication } from "../store-hand.ts";
import { TODAY, type TrainingApp } from "../training-app.ts";

/** A participant with a plan under the contract that has one open activity. */
export interface MadeParticipant {
  readonly clientId: string;
  readonly itemId: string;
}

const SAVED_AT = "2012-04-04T09:00:00.000Z";

/** Makes a client of the training store a participant, with a plan saved on 04/04/2012, past the application. */
export function makeParticipant(app: TrainingApp, nino: string): MadeParticipant {
  const clientId = app.clientId(nino);
  const [adviser] = app.rows<{ id: string }>("SELECT id FROM adviser ORDER BY name LIMIT 1");
  const by = adviser?.id ?? "";
  const { planId, itemId } = { planId: `plan-${clientId}`, itemId: `item-${clientId}` };
  insert(app, "participant", { id: clientId, contract: "jets-scotland", adviser_id: by, version: 1 });
  insert(app, "plan", {
    ...{ id: planId, client_id: clientId, kind: "jets", aims: "Warehouse work", employment: "", qualifications: "" },
    ...{ info: "", pulled: PULLED, saved_at: SAVED_AT, saved_by: by, version: 1 },
  });
  insert(app, "action_item", {
    ...{ id: itemId, plan_id: planId, text: "Write a one-page CV", assigned_to: "client", target_date: "2012-04-18" },
    ...{ date_created: "2012-04-04", created_at: SAVED_AT, created_by: by },
  });
  return { clientId, itemId };
}

/** Amends the activity's text, as a save of the plan would. */
export function amendActivity(app: TrainingApp, { itemId }: MadeParticipant, text: string): void {
  pastTheApplication(app, "UPDATE action_item SET text = ? WHERE id = ?", text, itemId);
}

/** What a signature on the client's plan is bound to as it stands now. */
export function contentHashOf(app: TrainingApp, nino: string): string {
  const reader: Reader = {
    all: (sql, ...values) => app.rows(sql, ...values),
    get: (sql, ...values) => app.rows(sql, ...values)[0] as never,
  };
  const plan = findPlan(reader, app.clientId(nino), "jets");
  if (!plan) throw new Error("There is no plan under a contract");
  return planContentHash(plan, listActivityDetails(reader, plan.id));
}

/** Adds an interaction of a participant's, past the application. */
export function addInteraction(app: TrainingApp, { clientId }: MadeParticipant, id = "interaction"): string {
  const [adviser] = app.rows<{ id: string }>("SELECT id FROM adviser ORDER BY name LIMIT 1");
  insert(app, "interaction", {
    ...{ id, client_id: clientId, happened_on: TODAY, kind: "appointment", means: "face-to-face" },
    ...{ text: "Went through the CV", recorded_at: SAVED_AT, recorded_by: adviser?.id ?? "" },
  });
  return id;
}

function insert(app: TrainingApp, table: string, row: Readonly<Record<string, string | number>>): void {
  const columns = Object.keys(row);
  const marks = columns.map(() => "?").join(", ");
  pastTheApplication(app, `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${marks})`, ...Object.values(row));
}

const PULLED = JSON.stringify({
  aims: { jobPreferences: [], preferredHours: "" },
  employment: { lastJobs: [] },
  circumstances: {
    payingRent: "N/K",
    mortgage: "N/K",
    councilTax: "N/K",
    disabledPerson: "N/K",
    drivingLicence: "",
    carOwner: "N/K",
    endorsement: "N/K",
    childrenByBand: [],
    dependant: "N/K",
    iwbc: "",
    iwbcNotes: "",
    iwbcDate: null,
  },
  qualifications: [],
});
