import { z } from "zod";
import { civilDateSchema, momentSchema } from "../dates.ts";

/** Client groups, as the interview kinds name them. */
export const CLIENT_GROUPS = [
  "LP",
  "ESA",
  "IB",
  "SDA",
  "IS incapacity",
  "Other IS",
  "Partner",
  "JSA",
  "JETS.S",
] as const;

export const preferredHoursSchema = z.enum(["full-time", "part-time", "either"]);
export const rentOrMortgageSchema = z.enum(["not-known", "rent", "mortgage"]);
export const knownYesNoSchema = z.enum(["not-known", "yes", "no"]);
export const drivingLicenceSchema = z.enum(["provisional", "full"]);
export const iwbcResultSchema = z.enum(["better-off", "worse-off", "no-difference"]);
export const qualificationKindSchema = z.enum(["qualification", "basic-skills"]);

/** A job the client would like, with its SOC code; either may be blank. */
export const jobPreferenceSchema = z.object({ job: z.string(), soc: z.string() });

/** A job the client had; blank job and absent dates where nothing is recorded. */
export const lastJobSchema = z.object({
  job: z.string(),
  from: civilDateSchema.nullable(),
  to: civilDateSchema.nullable(),
});

/** The Additional Information window (More). */
export const moreSchema = z.object({
  jobPreferences: z.array(jobPreferenceSchema).length(3),
  preferredHours: preferredHoursSchema.nullable(),
  lastJobs: z.array(lastJobSchema).length(2),
  rentOrMortgage: rentOrMortgageSchema,
  councilTax: knownYesNoSchema,
  dependants: knownYesNoSchema,
  drivingLicence: drivingLicenceSchema.nullable(),
  endorsement: z.boolean(),
  carOwner: z.boolean(),
  supportNeeds: z.string(),
});

/** A row of the Qualifications and Assessments window. */
export const qualificationSchema = z.object({
  level: z.string(),
  subject: z.string(),
  outcome: z.string(),
  completed: civilDateSchema.nullable(),
  kind: qualificationKindSchema,
  /** The AP tick: whether the qualification is shown on the plan (¶95). */
  onPlan: z.boolean(),
});

/** The newest In Work Benefit Calculation. */
export const iwbcSchema = z.object({
  result: iwbcResultSchema.nullable(),
  notes: z.string(),
  date: civilDateSchema.nullable(),
});

/** One of a client's In Work Benefit Calculations, with the interview that it was made in; an imported one has none. */
export const calculationSchema = iwbcSchema.extend({
  id: z.string(),
  recordedAt: momentSchema,
  interviewId: z.string().nullable(),
});

/** The Jobseeker's Agreement of a JSA client. */
export const jsagSchema = z.object({
  jobPreferences: z.array(jobPreferenceSchema).length(3),
  preferredHours: preferredHoursSchema.nullable(),
  /** Hours and pattern of availability, restrictions on it, and what was agreed to be done. */
  availability: z.string(),
  restrictions: z.string(),
  actionsAgreed: z.string(),
  signed: civilDateSchema.nullable(),
});

/** Who the client is: what the client's page shows at its head. */
export const clientDetailsSchema = z.object({
  nino: z.string(),
  title: z.string(),
  surname: z.string(),
  forenames: z.string(),
  dateOfBirth: civilDateSchema,
  address: z.array(z.string()).length(4),
  postcode: z.string(),
  telephone: z.string(),
  mobile: z.string(),
  email: z.string(),
  benefit: z.string(),
  clientGroup: z.string(),
  status: z.string(),
  disabledPerson: z.boolean(),
  incidentMarker: z.boolean(),
});

/** Everything on the client record that the plan, the page and the import speak of. */
export const clientRecordSchema = clientDetailsSchema.extend({
  more: moreSchema,
  qualifications: z.array(qualificationSchema),
  childDatesOfBirth: z.array(civilDateSchema),
  iwbc: iwbcSchema.nullable(),
  jsag: jsagSchema.nullable(),
});

/** A stored client record, with the dates on which each window was last changed. */
export const storedClientRecordSchema = clientRecordSchema.extend({
  id: z.string(),
  version: z.number().int(),
  clientSince: civilDateSchema,
  changed: z.object({
    more: momentSchema.nullable(),
    qualifications: momentSchema.nullable(),
    children: momentSchema.nullable(),
    iwbc: momentSchema.nullable(),
    jsag: momentSchema.nullable(),
  }),
});

/** A row of a list of clients. */
export const clientSummarySchema = z.object({
  id: z.string(),
  nino: z.string(),
  surname: z.string(),
  forenames: z.string(),
  dateOfBirth: civilDateSchema,
  benefit: z.string(),
  clientGroup: z.string(),
});

export type JobPreference = z.infer<typeof jobPreferenceSchema>;
export type LastJob = z.infer<typeof lastJobSchema>;
export type More = z.infer<typeof moreSchema>;
export type Qualification = z.infer<typeof qualificationSchema>;
export type Iwbc = z.infer<typeof iwbcSchema>;
export type Calculation = z.infer<typeof calculationSchema>;
export type Jsag = z.infer<typeof jsagSchema>;
export type ClientDetails = z.infer<typeof clientDetailsSchema>;
export type ClientRecord = z.infer<typeof clientRecordSchema>;
export type StoredClientRecord = z.infer<typeof storedClientRecordSchema>;
export type ClientSummary = z.infer<typeof clientSummarySchema>;

/** A record window with nothing filled in, with the guidance's defaults (¶106). */
export function blankMore(): More {
  return {
    jobPreferences: [0, 1, 2].map(() => ({ job: "", soc: "" })),
    preferredHours: null,
    lastJobs: [0, 1].map(() => ({ job: "", from: null, to: null })),
    rentOrMortgage: "not-known",
    councilTax: "not-known",
    dependants: "not-known",
    drivingLicence: null,
    endorsement: false,
    carOwner: false,
    supportNeeds: "",
  };
}

/** The name as it stands in headings and on paper: forenames, then surname. */
export function fullName(client: Pick<ClientDetails, "surname" | "forenames">): string {
  return `${client.forenames} ${client.surname}`.trim();
}

/** The name as it stands in lists: surname, then forenames. */
export function listName(client: Pick<ClientDetails, "surname" | "forenames">): string {
  return client.forenames ? `${client.surname}, ${client.forenames}` : client.surname;
}
