import { type CivilDate, formatDate } from "../dates.ts";
import { AGE_BANDS, childrenByBand, type PulledDetails } from "./pull-through.ts";
import type { PulledChange } from "./pulled-change.ts";

/** A pulled-through detail that differs, before it is known when and by whom it was changed. */
export type PulledDifference = Pick<PulledChange, "tab" | "field" | "before" | "after">;

/** Every detail in which two copies differ, in the order of the tabs; a job and its SOC, or its dates, go together. */
export function comparePulled(before: PulledDetails, after: PulledDetails): PulledDifference[] {
  const [then, now] = [fieldsOf(before), fieldsOf(after)];
  const fields = then.flatMap((field, index) => {
    const value = now[index]?.value ?? "";
    return field.value === value
      ? []
      : [{ tab: field.tab, field: field.name, before: field.value, after: value } satisfies PulledDifference];
  });
  return [...fields, ...compareQualifications(before, after)];
}

/** Tells whether the children of today were in the saved bands on the day of the save, so that only time has passed. */
export function areBandsByAgeAlone(
  savedBands: readonly number[],
  datesOfBirth: readonly CivilDate[],
  savedOn: CivilDate,
): boolean {
  const then = childrenByBand(datesOfBirth, savedOn);
  return AGE_BANDS.every((_, index) => then[index] === savedBands[index]);
}

interface ShownField {
  readonly tab: PulledChange["tab"];
  readonly name: string;
  readonly value: string;
}

function fieldsOf({ aims, employment, circumstances }: PulledDetails): ShownField[] {
  const { payingRent, mortgage, councilTax, disabledPerson, drivingLicence, carOwner, endorsement } = circumstances;
  const { childrenByBand: bands, dependant, iwbc, iwbcNotes, iwbcDate } = circumstances;
  const onCircumstances: readonly (readonly [string, string])[] = [
    ["Paying Rent", payingRent],
    ["Mortgage", mortgage],
    ["Council Tax", councilTax],
    ["DP", disabledPerson],
    ["Driving Licence", drivingLicence],
    ["Car Owner", carOwner],
    ["Endorsement", endorsement],
    ...AGE_BANDS.map(({ band }, index) => [band, String(bands[index] ?? 0)] as const),
    ["Dependant", dependant],
    ["IWBC", iwbc],
    ["IWBC Notes", iwbcNotes],
    ["IWBC Date", formatDate(iwbcDate)],
  ];
  return [
    ...aims.jobPreferences.map(({ job, soc }, index) => field("Aims", `Job Pref ${index + 1}`, inWords(job, soc))),
    field("Aims", "Preferred Hours", aims.preferredHours),
    ...employment.lastJobs.map(({ job, from, to }, index) =>
      field("EHist", `Last Job ${index + 1}`, inWords(job, period(from, to))),
    ),
    ...onCircumstances.map(([name, value]) => field("PCirc", name, value)),
  ];
}

function field(tab: PulledChange["tab"], name: string, value: string): ShownField {
  return { tab, name, value };
}

function inWords(...parts: readonly string[]): string {
  return parts.filter(Boolean).join(", ");
}

function period(from: CivilDate | null, to: CivilDate | null): string {
  const start = from ? `from ${formatDate(from)}` : "";
  const end = to ? `to ${formatDate(to)}` : "";
  return [start, end].filter(Boolean).join(" ");
}

/** What went and what came; a qualification of the same subject that came in the place of one that went was amended. */
function compareQualifications(before: PulledDetails, after: PulledDetails): PulledDifference[] {
  const gone = without(before.qualifications, after.qualifications);
  const come = without(after.qualifications, before.qualifications);
  const amended = gone.flatMap((old) => {
    const index = come.findIndex(({ subject }) => subject !== "" && subject === old.subject);
    const [now] = index < 0 ? [] : come.splice(index, 1);
    return now ? [{ old, now }] : [];
  });
  const removed = gone.filter((old) => !amended.some((pair) => pair.old === old));
  return [
    ...amended.map(({ old, now }) => difference(qualificationWords(old), qualificationWords(now))),
    ...removed.map((old) => difference(qualificationWords(old), "")),
    ...come.map((now) => difference("", qualificationWords(now))),
  ];
}

type PulledQualification = PulledDetails["qualifications"][number];

function difference(before: string, after: string): PulledDifference {
  return { tab: "Quals", field: "Qualification", before, after };
}

/** A qualification in one line, as the message of changes shows it. */
export function qualificationWords({ level, subject, outcome, completed }: PulledQualification): string {
  return inWords(level, subject, outcome, formatDate(completed));
}

/** Those of one list that the other does not have; each of the other makes up for one. */
function without(list: readonly PulledQualification[], other: readonly PulledQualification[]): PulledQualification[] {
  const left = other.map((qualification) => qualificationWords(qualification));
  return list.filter((qualification) => {
    const index = left.indexOf(qualificationWords(qualification));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
