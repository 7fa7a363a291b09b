import type { More, StoredClientRecord } from "../../shared/client-record/client-record.ts";
import { aimsWindow } from "../../shared/client-record/pull-through.ts";
import { draftPlaceOf, type RecordDraftForm } from "../../shared/client-record/record-draft.ts";
import { canHaveJsag } from "../../shared/client-record/record-rules.ts";
import { type CivilDate, formatDate, yearsBetween } from "../../shared/dates.ts";

/** The record windows with a button on the client's page. */
export type RecordWindow = "More" | "Quals" | "CBW" | "IWBC" | "JSAg";

/** What each window's button stands for. */
export const WINDOW_NAMES: Readonly<Record<RecordWindow, string>> = {
  More: "Additional Information",
  Quals: "Qualifications and Assessments",
  CBW: "Childcare Barriers to Work",
  IWBC: "In Work Benefit Calculation",
  JSAg: "Jobseeker's Agreement",
};

/** A window or dialog that keeps a draft, by its name on screen. */
export function draftName(form: RecordDraftForm): string {
  const place = draftPlaceOf(form);
  switch (place) {
    case "Client":
      return "Amend client";
    case "Convs":
      return "Conversations";
    default:
      return place in WINDOW_NAMES ? WINDOW_NAMES[place as RecordWindow] : place;
  }
}

const HOURS = { "full-time": "Full Time", "part-time": "Part Time", either: "Either Full/Part Time" } as const;
const OUTGOING = { "not-known": "Not Known", rent: "Rent", mortgage: "Mortgage" } as const;
const KNOWN = { "not-known": "Not Known", yes: "Yes", no: "No" } as const;
const RESULT = { "better-off": "Better off", "worse-off": "Worse off", "no-difference": "No difference" } as const;

/** A field's name and its value in words; blank where nothing is recorded. */
export type FieldWords = readonly [label: string, value: string];

/** Why a window is off for this client; undefined when it can be opened. */
export function whyWindowIsOff(client: StoredClientRecord, window: RecordWindow): string | undefined {
  if (window !== "JSAg" || canHaveJsag(client)) return undefined;
  return `For JSA customers only. ${client.forenames} ${client.surname} has ${client.benefit || "another benefit"}.`;
}

/** The job preferences and hours that count for the client, in words: those of the JSAg where they come from there (¶80). */
export function aimsFields(client: StoredClientRecord): FieldWords[] {
  const { jobPreferences, preferredHours } = aimsOf(client);
  return [
    ...jobPreferences.flatMap(({ job, soc }, index): FieldWords[] => [
      [`Job Pref ${index + 1}`, job],
      [`SOC ${index + 1}`, soc],
    ]),
    ["Preferred Hours", preferredHours ? HOURS[preferredHours] : ""],
  ];
}

function aimsOf(client: StoredClientRecord): Pick<More, "jobPreferences" | "preferredHours"> {
  return (aimsWindow(client) === "JSAg" && client.jsag) || client.more;
}

/** One line on what a record window holds. */
export function summaryOf(client: StoredClientRecord, window: RecordWindow, today: CivilDate): string {
  switch (window) {
    case "More": {
      const { more } = client;
      const aims = aimsOf(client);
      const jobs = aims.jobPreferences.map(({ job }) => job).filter(Boolean);
      const known = [
        aims.preferredHours ? HOURS[aims.preferredHours] : "",
        more.rentOrMortgage === "not-known" ? "" : OUTGOING[more.rentOrMortgage],
        more.councilTax === "not-known" ? "" : `Council Tax: ${KNOWN[more.councilTax]}`,
        more.dependants === "not-known" ? "" : `Dependants: ${KNOWN[more.dependants]}`,
        more.supportNeeds === "" ? "" : "Additional support needs",
      ];
      return [jobs.join(", "), ...known].filter(Boolean).join("; ");
    }
    case "Quals": {
      const { qualifications } = client;
      const onPlan = qualifications.filter(({ kind, onPlan }) => kind === "qualification" && onPlan).length;
      return qualifications.length === 0 ? "" : `${qualifications.length} recorded, ${onPlan} of them on the plan`;
    }
    case "CBW":
      return childrenSummary(client.childDatesOfBirth, today);
    case "IWBC":
      return client.iwbc?.result ? RESULT[client.iwbc.result] : "";
    case "JSAg":
      return client.jsag?.signed ? `Signed ${formatDate(client.jsag.signed)}` : client.jsag ? "Not signed" : "";
  }
}

function childrenSummary(births: readonly CivilDate[], today: CivilDate): string {
  const ages = births.filter((birth) => birth <= today).map((birth) => yearsBetween(birth, today));
  const sorted = ages.toSorted((one, other) => one - other);
  if (sorted.length === 0) return "";
  if (sorted.length === 1) return `1 child, aged ${sorted[0]}`;
  return `${sorted.length} children, aged ${sorted.slice(0, -1).join(", ")} and ${sorted.at(-1)}`;
}

/** When a record window was last changed; null when never. */
export function changedAt({ changed }: StoredClientRecord, window: RecordWindow): string | null {
  const byWindow = {
    More: changed.more,
    Quals: changed.qualifications,
    CBW: changed.children,
    IWBC: changed.iwbc,
    JSAg: changed.jsag,
  };
  return byWindow[window];
}

/** Yes or No. */
export function yesNo(value: boolean): string {
  return value ? "Yes" : "No";
}
