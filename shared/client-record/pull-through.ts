import { z } from "zod";
import { type CivilDate, civilDateSchema, yearsBetween } from "../dates.ts";
import { type ClientRecord, jobPreferenceSchema, lastJobSchema, type Qualification } from "./client-record.ts";

const yesNoNotKnown = z.enum(["Yes", "No", "N/K"]);

/** The age bands of PCirc with their first and last year of age (¶87). */
export const AGE_BANDS = [
  { band: "0-2", from: 0, to: 2 },
  { band: "3-4", from: 3, to: 4 },
  { band: "5-7", from: 5, to: 7 },
  { band: "8-11", from: 8, to: 11 },
  { band: "12-14", from: 12, to: 14 },
  { band: "15-16", from: 15, to: 16 },
  { band: "17-18", from: 17, to: 18 },
] as const;

/** The details a plan pulls from the client record and keeps a copy of at each save (¶14, ¶78). */
export const pulledDetailsSchema = z.object({
  aims: z.object({ jobPreferences: z.array(jobPreferenceSchema).length(3), preferredHours: z.string() }),
  employment: z.object({ lastJobs: z.array(lastJobSchema).length(2) }),
  circumstances: z.object({
    payingRent: yesNoNotKnown,
    mortgage: yesNoNotKnown,
    councilTax: yesNoNotKnown,
    disabledPerson: yesNoNotKnown,
    drivingLicence: z.string(),
    carOwner: yesNoNotKnown,
    endorsement: yesNoNotKnown,
    childrenByBand: z.array(z.number().int()).length(AGE_BANDS.length),
    dependant: yesNoNotKnown,
    iwbc: z.string(),
    iwbcNotes: z.string(),
    iwbcDate: civilDateSchema.nullable(),
  }),
  qualifications: z.array(
    z.object({ level: z.string(), subject: z.string(), outcome: z.string(), completed: civilDateSchema.nullable() }),
  ),
});

export type PulledDetails = z.infer<typeof pulledDetailsSchema>;

const HOURS = { "full-time": "Full Time", "part-time": "Part Time", either: "Either Full/Part Time" } as const;
const LICENCE = { provisional: "Provisional", full: "Full" } as const;
const KNOWN = { yes: "Yes", no: "No", "not-known": "N/K" } as const;
const IWBC = { "better-off": "Better off", "worse-off": "Worse off", "no-difference": "No difference" } as const;

/** What a plan shows from the client record today (¶18, ¶55); a JSA client's aims come from the JSAg (¶80). */
export function pullThrough(record: ClientRecord, today: CivilDate): PulledDetails {
  const { more } = record;
  const aims = (aimsWindow(record) === "JSAg" && record.jsag) || more;
  return {
    aims: {
      jobPreferences: aims.jobPreferences,
      preferredHours: aims.preferredHours ? HOURS[aims.preferredHours] : "",
    },
    employment: { lastJobs: more.lastJobs },
    circumstances: {
      payingRent: outgoing(more.rentOrMortgage, "rent"),
      mortgage: outgoing(more.rentOrMortgage, "mortgage"),
      councilTax: KNOWN[more.councilTax],
      disabledPerson: yesNo(record.disabledPerson),
      drivingLicence: more.drivingLicence ? LICENCE[more.drivingLicence] : "",
      carOwner: yesNo(more.carOwner),
      endorsement: yesNo(more.endorsement),
      childrenByBand: childrenByBand(record.childDatesOfBirth, today),
      dependant: KNOWN[more.dependants],
      iwbc: record.iwbc?.result ? IWBC[record.iwbc.result] : "",
      iwbcNotes: record.iwbc?.notes ?? "",
      iwbcDate: record.iwbc?.date ?? null,
    },
    qualifications: record.qualifications.filter(isShownOnPlan).map(({ level, subject, outcome, completed }) => ({
      level,
      subject,
      outcome,
      completed,
    })),
  };
}

/** The window that the job preferences and hours come from: JSAg for a JSA client who has one, else More (¶80). */
export function aimsWindow(record: Pick<ClientRecord, "benefit" | "clientGroup" | "jsag">): "More" | "JSAg" {
  return isJsaClient(record) && record.jsag ? "JSAg" : "More";
}

/** Tells whether two sets of pulled details say the same; the order of the qualifications says nothing. */
export function isSameDetails(a: PulledDetails, b: PulledDetails): boolean {
  // Mostly nothing has changed, and then they are written the same.
  return JSON.stringify(a) === JSON.stringify(b) || asText(a) === asText(b);
}

function asText(details: PulledDetails): string {
  const { qualifications, ...rest } = pulledDetailsSchema.parse(details);
  return JSON.stringify([rest, qualifications.map((qualification) => JSON.stringify(qualification)).sort()]);
}

/** Counts children by age band as of a day; from 19 a child leaves the bands. */
export function childrenByBand(datesOfBirth: readonly CivilDate[], today: CivilDate): number[] {
  const ages = datesOfBirth.filter((birth) => birth <= today).map((birth) => yearsBetween(birth, today));
  return AGE_BANDS.map(({ from, to }) => ages.filter((age) => age >= from && age <= to).length);
}

/** A JSAg kept from before a change of benefit no longer counts (¶80); where nothing is recorded, having one does. */
export function isJsaClient({ benefit, clientGroup }: Pick<ClientRecord, "benefit" | "clientGroup">): boolean {
  if (clientGroup === "JSA" || /^(JSA\b|Jobseeker)/i.test(benefit)) return true;
  return benefit === "" && clientGroup === "";
}

/** The AP tick; Basic Skills Assessments never go to the plan (¶94). */
function isShownOnPlan(qualification: Qualification): boolean {
  return qualification.kind === "qualification" && qualification.onPlan;
}

function yesNo(value: boolean): "Yes" | "No" {
  return value ? "Yes" : "No";
}

/** ¶106's one field shows as two on PCirc. */
function outgoing(recorded: "not-known" | "rent" | "mortgage", asked: "rent" | "mortgage"): "Yes" | "No" | "N/K" {
  return recorded === "not-known" ? "N/K" : yesNo(recorded === asked);
}
