import type { Plan } from "../../shared/action-plan/action-plan.ts";
import type { StoredClientRecord } from "../../shared/client-record/client-record.ts";
import { areBandsByAgeAlone, comparePulled, type PulledDifference } from "../../shared/client-record/compare-pulled.ts";
import { AGE_BANDS, aimsWindow, isSameDetails, type PulledDetails } from "../../shared/client-record/pull-through.ts";
import type { PulledChange, RecordWindow } from "../../shared/client-record/pulled-change.ts";
import { dateOfMoment } from "../../shared/dates.ts";
import { lastViewed, noteViewing } from "../store/repositories/plan-viewings.ts";
import { type LastChange, lastChangeOfColumns, lastChangeOfRows } from "../store/repositories/record-changes.ts";
import type { ServiceContext } from "./service-context.ts";

/** What stands in the client record's windows and what it is compared with. */
export interface PulledSituation {
  readonly client: StoredClientRecord;
  readonly plan: Plan;
  readonly pulledToday: PulledDetails;
}

/** Every pulled-through detail that differs from the plan's copy, with where, when and by whom it was changed (¶21). */
export function pulledChangesOf(
  context: ServiceContext,
  { client, plan, pulledToday }: PulledSituation,
): PulledChange[] {
  const differences = comparePulled(plan.pulled, pulledToday);
  if (differences.length === 0) return [];
  const viewed = lastViewed(context.store, plan.id);
  const sinceViewing = new Set(comparePulled(viewed ?? plan.pulled, pulledToday).map(keyOf));
  const isByAge = areBandsByAgeAlone(
    plan.pulled.circumstances.childrenByBand,
    client.childDatesOfBirth,
    dateOfMoment(plan.savedAt),
  );
  return differences.map((difference) => {
    const window = windowOf(difference, client);
    const isAge = window === "CBW" && isByAge;
    const changed = isAge ? undefined : lastChange(context, difference, window, client.id);
    return {
      ...difference,
      window,
      changedAt: changed?.at ?? null,
      changedBy: changed?.by ?? null,
      isByAge: isAge,
      isNew: sinceViewing.has(keyOf(difference)),
    };
  });
}

/** Notes that the plan has been viewed with today's details, so that the next opening marks only what came after. */
export function noteViewed(context: ServiceContext, { plan, pulledToday }: PulledSituation): void {
  const viewed = lastViewed(context.store, plan.id) ?? plan.pulled;
  if (!isSameDetails(viewed, pulledToday)) noteViewing(context.store, plan.id, pulledToday, context.clock.now());
}

function keyOf({ tab, field, after }: PulledDifference): string {
  return JSON.stringify([tab, field, after]);
}

const BANDS = new Set<string>(AGE_BANDS.map(({ band }) => band));

/** The window in which a detail is changed (¶55, ¶89). */
function windowOf({ tab, field }: PulledDifference, client: StoredClientRecord): RecordWindow {
  if (tab === "Aims") return aimsWindow(client);
  if (tab === "Quals") return "Quals";
  if (BANDS.has(field)) return "CBW";
  if (field.startsWith("IWBC")) return "IWBC";
  return field === "DP" ? "Client" : "More";
}

/** The columns that a field on More or JSAg comes from. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  "Job Pref 1": ["job_pref_1", "soc_1"],
  "Job Pref 2": ["job_pref_2", "soc_2"],
  "Job Pref 3": ["job_pref_3", "soc_3"],
  "Preferred Hours": ["preferred_hours"],
  "Last Job 1": ["last_job_1", "last_job_1_from", "last_job_1_to"],
  "Last Job 2": ["last_job_2", "last_job_2_from", "last_job_2_to"],
  "Paying Rent": ["rent_or_mortgage"],
  Mortgage: ["rent_or_mortgage"],
  "Council Tax": ["council_tax"],
  Dependant: ["dependants"],
  "Driving Licence": ["driving_licence"],
  "Car Owner": ["car_owner"],
  Endorsement: ["endorsement"],
  DP: ["disabled_person"],
};

function lastChange(
  { store }: ServiceContext,
  { field }: PulledDifference,
  window: RecordWindow,
  clientId: string,
): LastChange | undefined {
  const columns = COLUMNS[field] ?? [];
  switch (window) {
    case "More":
      return lastChangeOfColumns(store, "client_more", clientId, columns);
    case "JSAg":
      return lastChangeOfColumns(store, "jsag", clientId, columns);
    case "Client":
      return lastChangeOfColumns(store, "client", clientId, columns);
    case "CBW":
      return lastChangeOfRows(store, "child", clientId);
    case "IWBC":
      return lastChangeOfRows(store, "iwbc", clientId);
    case "Quals":
      return lastChangeOfRows(store, "qualification", clientId);
  }
}
