import type { JobPreference, StoredClientRecord } from "../../shared/client-record/client-record.ts";
import { AGE_BANDS, childrenByBand } from "../../shared/client-record/pull-through.ts";
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

const HOURS = { "full-time": "Full Time", "part-time": "Part Time", either: "Either Full/Part Time" } as const;
const OUTGOING = { "not-known": "Not Known", rent: "Rent", mortgage: "Mortgage" } as const;
const KNOWN = { "not-known": "Not Known", yes: "Yes", no: "No" } as const;
const LICENCE = { provisional: "Provisional", full: "Full" } as const;
const RESULT = { "better-off": "Better off", "worse-off": "Worse off", "no-difference": "No difference" } as const;

/** A field's name and its value in words; blank where nothing is recorded. */
export type FieldWords = readonly [label: string, value: string];

/** Why a window is off for this client; undefined when it can be opened. */
export function whyWindowIsOff(client: StoredClientRecord, window: RecordWindow): string | undefined {
  if (window !== "JSAg" || client.clientGroup === "JSA" || client.jsag) return undefined;
  return `For JSA customers only. ${client.forenames} ${client.surname} has ${client.benefit || "another benefit"}.`;
}

/** Every field of a record window but the rows of Quals. */
export function fieldsOf(client: StoredClientRecord, window: RecordWindow, today: CivilDate): readonly FieldWords[] {
  switch (window) {
    case "More":
      return moreFields(client);
    case "CBW":
      return childFields(client, today);
    case "IWBC":
      return [
        ["Result", client.iwbc?.result ? RESULT[client.iwbc.result] : ""],
        ["Notes", client.iwbc?.notes ?? ""],
        ["Date", formatDate(client.iwbc?.date)],
      ];
    case "JSAg":
      return [
        ...preferenceFields(client.jsag?.jobPreferences ?? []),
        ["Hours", client.jsag?.preferredHours ? HOURS[client.jsag.preferredHours] : ""],
        ["Date signed", formatDate(client.jsag?.signed)],
      ];
    default:
      return [];
  }
}

function moreFields({ more }: StoredClientRecord): FieldWords[] {
  return [
    ...preferenceFields(more.jobPreferences),
    ["Preferred Hours", more.preferredHours ? HOURS[more.preferredHours] : ""],
    ...more.lastJobs.flatMap((job, index): FieldWords[] => [
      [`Last Job ${index + 1}`, job.job],
      [`Last Job ${index + 1} From`, formatDate(job.from)],
      [`Last Job ${index + 1} To`, formatDate(job.to)],
    ]),
    ["Rent / Mortgage", OUTGOING[more.rentOrMortgage]],
    ["Council Tax", KNOWN[more.councilTax]],
    ["Dependants", KNOWN[more.dependants]],
    ["Driving Licence", more.drivingLicence ? LICENCE[more.drivingLicence] : ""],
    ["Endorsement", yesNo(more.endorsement)],
    ["Car Owner", yesNo(more.carOwner)],
    ["Additional support needs", more.supportNeeds],
  ];
}

function preferenceFields(preferences: readonly JobPreference[]): FieldWords[] {
  return [0, 1, 2].flatMap((index): FieldWords[] => [
    [`Job Pref ${index + 1}`, preferences[index]?.job ?? ""],
    [`Job Pref ${index + 1} SOC`, preferences[index]?.soc ?? ""],
  ]);
}

function childFields({ childDatesOfBirth }: StoredClientRecord, today: CivilDate): FieldWords[] {
  const counts = childrenByBand(childDatesOfBirth, today);
  return [
    ...childDatesOfBirth.map(
      (birth, index): FieldWords => [
        `Child ${index + 1} born`,
        `${formatDate(birth)}, aged ${yearsBetween(birth, today)}`,
      ],
    ),
    ...AGE_BANDS.map(({ band }, index): FieldWords => [`Children aged ${band}`, String(counts[index] ?? 0)]),
  ];
}

/** One line on what a record window holds. */
export function summaryOf(client: StoredClientRecord, window: RecordWindow, today: CivilDate): string {
  switch (window) {
    case "More": {
      const { more } = client;
      const jobs = more.jobPreferences.map(({ job }) => job).filter(Boolean);
      const known = [
        more.preferredHours ? HOURS[more.preferredHours] : "",
        more.rentOrMortgage === "not-known" ? "" : OUTGOING[more.rentOrMortgage],
        more.councilTax === "not-known" ? "" : `Council Tax: ${KNOWN[more.councilTax]}`,
        more.dependants === "not-known" ? "" : `Dependants: ${KNOWN[more.dependants]}`,
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
