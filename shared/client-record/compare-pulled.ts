import { type CivilDate, formatDate } from "../dates.ts";
import { AGE_BANDS, childrenByBand, type PulledDetails } from "./pull-through.ts";
import type { PulledChange } from "./pulled-change.ts";

/** A pulled-through detail that differs, before it is known when and by whom it was changed. */
export type PulledDifference = Pick<PulledChange, "tab" | "field" | "before" | "after">;

/** Every detail in which two copies differ, in the order of the tabs; a job and its SOC, or its dates, go together. */
export function comparePulled(before: PulledDetails, after: PulledDetails): PulledDifference[] {
  // As it is after every save.
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const [then, now] = [fieldsOf(before), fieldsOf(after)];
  const fields = then.flatMap(({ tab, name, parts }, index): PulledDifference[] => {
    const partsNow = now[index]?.parts ?? [];
    const isSame = parts.every((part, place) => part === partsNow[place]);
    return isSame ? [] : [{ tab, field: name, before: inWords(...parts), after: inWords(...partsNow) }];
  });
  return [...fields, ...compareQualifications(before, after)];
}

/**
 * Tells for every band whether its count of today differs from the saved one only because time has passed: on the day of
 * the save today's children made the same count in it, and in every band from which those in it now have grown.
 */
export function bandsByAgeAlone(
  savedBands: readonly number[],
  datesOfBirth: readonly CivilDate[],
  savedOn: CivilDate,
  today: CivilDate,
): boolean[] {
  const then = childrenByBand(datesOfBirth, savedOn);
  const isAsSaved = AGE_BANDS.map((_, index) => then[index] === savedBands[index]);
  return AGE_BANDS.map((_, index) => {
    const inIt = datesOfBirth.filter((birth) => bandOf(birth, today) === index);
    return isAsSaved[index] === true && inIt.every((birth) => isAsSaved[bandOf(birth, savedOn)] === true);
  });
}

/** The place of the band that a child is in on a day; -1 before birth and from 19. */
function bandOf(birth: CivilDate, day: CivilDate): number {
  return childrenByBand([birth], day).indexOf(1);
}

interface ShownField {
  readonly tab: PulledChange["tab"];
  readonly name: string;
  readonly parts: readonly string[];
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
    ...aims.jobPreferences.map(({ job, soc }, index) => field("Aims", `Job Pref ${index + 1}`, job, soc)),
    field("Aims", "Preferred Hours", aims.preferredHours),
    ...employment.lastJobs.map(({ job, from, to }, index) =>
      field("EHist", `Last Job ${index + 1}`, job, dated("from", from), dated("to", to)),
    ),
    ...onCircumstances.map(([name, value]) => field("PCirc", name, value)),
  ];
}

function field(tab: PulledChange["tab"], name: string, ...parts: readonly string[]): ShownField {
  return { tab, name, parts };
}

function inWords(...parts: readonly string[]): string {
  return parts.filter(Boolean).join(", ");
}

function dated(word: string, date: CivilDate | null): string {
  return date ? `${word} ${formatDate(date)}` : "";
}

type Qualification = PulledDetails["qualifications"][number];

/** What became of the qualifications between two copies; their order alone says nothing. */
export interface QualificationChanges {
  /** For each of the later copy: null where it stood the same before, the earlier one where amended, else "new". */
  readonly rows: readonly (null | "new" | Qualification)[];
  readonly removed: readonly Qualification[];
}

/** Finds what went and what came; one of the same subject that came in the place of one that went was amended. */
export function qualificationChanges(
  before: readonly Qualification[],
  after: readonly Qualification[],
): QualificationChanges {
  const left = [...before];
  const take = (isIt: (old: Qualification) => boolean): Qualification | undefined => {
    const index = left.findIndex(isIt);
    return index < 0 ? undefined : left.splice(index, 1)[0];
  };
  // All that stayed the same is taken out first, so that a new one of the same subject is not mistaken for it.
  const stayed = after.map((now) => take((old) => isSame(old, now)) !== undefined);
  const rows = after.map((now, index) => {
    if (stayed[index]) return null;
    return take((old) => now.subject !== "" && old.subject === now.subject) ?? "new";
  });
  return { rows, removed: left };
}

function isSame(a: Qualification, b: Qualification): boolean {
  return a.level === b.level && a.subject === b.subject && a.outcome === b.outcome && a.completed === b.completed;
}

/** The rows of today in their order, then what is no longer there. */
function compareQualifications(before: PulledDetails, after: PulledDetails): PulledDifference[] {
  const { rows, removed } = qualificationChanges(before.qualifications, after.qualifications);
  const shown = rows.flatMap((row, index): PulledDifference[] => {
    const now = after.qualifications[index];
    return row && now ? [difference(row === "new" ? "" : qualificationWords(row), qualificationWords(now))] : [];
  });
  return [...shown, ...removed.map((old) => difference(qualificationWords(old), ""))];
}

function difference(before: string, after: string): PulledDifference {
  return { tab: "Quals", field: "Qualification", before, after };
}

/** A qualification in one line, as the message of changes shows it. */
export function qualificationWords({ level, subject, outcome, completed }: Qualification): string {
  return inWords(level, subject, outcome, formatDate(completed));
}
