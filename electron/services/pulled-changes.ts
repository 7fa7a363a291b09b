import type { Plan } from "../../shared/action-plan/action-plan.ts";
import type { StoredClientRecord } from "../../shared/client-record/client-record.ts";
import {
  bandsByAgeAlone,
  comparePulled,
  type PulledDifference,
  qualificationWords,
} from "../../shared/client-record/compare-pulled.ts";
import { AGE_BANDS, aimsWindow, isSameDetails, type PulledDetails } from "../../shared/client-record/pull-through.ts";
import type { PulledChange, RecordWindow } from "../../shared/client-record/pulled-change.ts";
import { dateOfMoment } from "../../shared/dates.ts";
import { lastViewed, noteViewing } from "../store/repositories/plan-viewings.ts";
import {
  type LastChange,
  lastChangeOfColumns,
  lastChangeOfRow,
  lastChangeOfRows,
  laterOf,
  qualificationRows,
} from "../store/repositories/record-changes.ts";
import type { Reader } from "../store/store.ts";
import type { ServiceContext } from "./service-context.ts";

/** What stands in the client record's windows and what it is compared with. */
export interface PulledSituation {
  readonly client: StoredClientRecord;
  readonly plan: Plan;
  readonly pulledToday: PulledDetails;
}

/** Every pulled-through detail that differs from the plan's copy, with where, when and by whom it was changed (¶21). */
export function pulledChangesOf(context: ServiceContext, situation: PulledSituation): PulledChange[] {
  const { client, plan, pulledToday } = situation;
  const differences = comparePulled(plan.pulled, pulledToday);
  if (differences.length === 0) return [];
  const isSeen = seenAtLastViewing(context.store, plan);
  const agedBands = bandsAgedAlone(context, situation);
  return differences.map((difference) => {
    const window = windowOf(difference, client);
    const isByAge = window === "CBW" && agedBands.has(difference.field);
    const changed = isByAge ? undefined : lastChange(context.store, difference, window, client.id);
    return {
      ...difference,
      window,
      changedAt: changed?.at ?? null,
      changedBy: changed?.by ?? null,
      isByAge,
      isNew: !isSeen(difference),
    };
  });
}

/** Notes that the plan has been viewed with today's details, so that the next opening marks only what came after. */
export function noteViewed({ store, clock }: ServiceContext, { plan, pulledToday }: PulledSituation): void {
  const viewed = lastViewed(store, plan.id, plan.savedAt) ?? plan.pulled;
  if (!isSameDetails(viewed, pulledToday)) noteViewing(store, plan.id, pulledToday, clock.now());
}

/** Tells of each difference whether it was shown at the last viewing, by anyone, since the save; each shown one counts once. */
function seenAtLastViewing(store: Reader, plan: Plan): (difference: PulledDifference) => boolean {
  const viewed = lastViewed(store, plan.id, plan.savedAt);
  const shown = viewed ? comparePulled(plan.pulled, viewed).map(keyOf) : [];
  return (difference) => {
    const index = shown.indexOf(keyOf(difference));
    if (index >= 0) shown.splice(index, 1);
    return index >= 0;
  };
}

function keyOf({ tab, field, before, after }: PulledDifference): string {
  return JSON.stringify([tab, field, before, after]);
}

/** The bands that moved although nobody changed a child since the save, or that the other children cannot have moved. */
function bandsAgedAlone({ store, clock }: ServiceContext, { client, plan }: PulledSituation): ReadonlySet<string> {
  const changed = lastChangeOfRows(store, "child", client.id);
  const isUntouched = !changed || changed.at <= plan.savedAt;
  const aged = bandsByAgeAlone(
    plan.pulled.circumstances.childrenByBand,
    client.childDatesOfBirth,
    dateOfMoment(plan.savedAt),
    clock.today(),
  );
  return new Set(AGE_BANDS.filter((_, index) => isUntouched || aged[index]).map(({ band }) => band));
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

/** The columns that a field on More, on JSAg or of the client itself comes from. */
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
  store: Reader,
  { tab, field, after }: PulledDifference,
  window: RecordWindow,
  clientId: string,
): LastChange | undefined {
  const columns = COLUMNS[field] ?? [];
  if (tab === "Aims") return lastChangeOfAims(store, clientId, window === "JSAg" ? "jsag" : "client_more", columns);
  switch (window) {
    case "CBW":
      return lastChangeOfRows(store, "child", clientId);
    case "IWBC":
      return lastChangeOfRows(store, "iwbc", clientId);
    case "Quals":
      return lastChangeOfQualification(store, clientId, after);
    case "Client":
      return lastChangeOfColumns(store, "client", clientId, columns);
    default:
      return lastChangeOfColumns(store, "client_more", clientId, columns);
  }
}

/** Where the aims come from changes too: with the benefit, and as a JSAg comes or goes (¶80). */
function lastChangeOfAims(
  store: Reader,
  clientId: string,
  table: "jsag" | "client_more",
  columns: readonly string[],
): LastChange | undefined {
  const ofFields = lastChangeOfColumns(store, table, clientId, columns);
  const ofJsag = lastChangeOfColumns(store, "jsag", clientId, []);
  const ofBenefit = lastChangeOfColumns(store, "client", clientId, ["benefit", "client_group"]);
  return laterOf(laterOf(ofFields, ofJsag), ofBenefit);
}

/** One that is there has a row of its own; of one that went only the list tells. */
function lastChangeOfQualification(store: Reader, clientId: string, after: string): LastChange | undefined {
  const row = after
    ? qualificationRows(store, clientId).findLast((candidate) => qualificationWords(candidate) === after)
    : undefined;
  return row ? lastChangeOfRow(store, "qualification", row.id) : lastChangeOfRows(store, "qualification", clientId);
}
