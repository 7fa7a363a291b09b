import { type CivilDate, formatDate, parseTypedDate } from "../dates.ts";
import { isBlank } from "../text.ts";
import {
  blankMore,
  type ClientDetails,
  type Iwbc,
  type JobPreference,
  type Jsag,
  type More,
  type Qualification,
} from "./client-record.ts";
import { formatNino } from "./nino.ts";
import { RECORD_ROWS } from "./record-fields.ts";
import type { RecordPart } from "./record-part.ts";
import { type RecordProblem, type RecordSituation, recordProblems } from "./record-rules.ts";
import { tidyPart } from "./record-tidy.ts";

/** What is typed in a record window: each field by its name on screen; dates as dd/mm/yyyy, or as typed if they are none. */
export type RecordForm = Readonly<Record<string, string>>;

/** A field to be put right before Save; in the window itself what is typed as a date may be none. */
export type FormProblem =
  | RecordProblem
  | { readonly field: string; readonly reason: { readonly code: "not-a-date"; readonly typed: string } };

/** What a form says: the window's part as it is stored, or what is to be put right first. */
export type ReadForm =
  | { readonly part: RecordPart; readonly problems: readonly [] }
  | { readonly part: null; readonly problems: readonly FormProblem[] };

/** A window's part as its form shows it; IWBC is always a new calculation, dated today. */
export function formOf(part: RecordPart, today: CivilDate): RecordForm {
  switch (part.window) {
    case "Client":
      return detailsForm(part.details);
    case "More":
      return moreForm(part.more);
    case "CBW":
      return childrenForm(part.childDatesOfBirth.map(formatDate));
    case "IWBC":
      return { Result: "", "IWBC Notes": "", "IWBC Date": formatDate(today) };
    case "JSAg":
      return jsagForm(part.jsag ?? blankJsag());
    case "Quals":
      return {};
  }
}

/** The form of a client who is not there yet. */
export function blankDetailsForm(): RecordForm {
  const names = RECORD_ROWS.Client.flat().map(({ name }) => name);
  return { ...Object.fromEntries(names.map((name) => [name, ""])), "DP marker": "no", "Incident marker": "no" };
}

/** The form of one qualification; a new one goes to the plan unless its tick is taken out (¶94). */
export function qualificationForm(row: Qualification | null): RecordForm {
  return {
    Kind: row?.kind ?? "qualification",
    Level: row?.level ?? "",
    Subject: row?.subject ?? "",
    Outcome: row?.outcome ?? "",
    "Date Completed": formatDate(row?.completed),
    AP: row?.kind === "qualification" ? yes(row.onPlan) : "yes",
  };
}

/** The children's dates of birth as a form: blank ones are rows that are not filled in. */
export function childrenForm(dates: readonly string[]): RecordForm {
  return Object.fromEntries(dates.map((date, index) => [`Date of birth ${index + 1}`, date]));
}

/** Reads a form as it would be stored, by the rules that the store keeps to. */
export function readForm(window: RecordPart["window"], form: RecordForm, situation: RecordSituation): ReadForm {
  const reader = new FormReader(form, situation.today);
  if (window === "CBW") return readChildren(form, situation);
  const part = tidyPart(readPart(window, reader));
  return judged(part, [...reader.problems, ...missingBirth(part, reader)], situation);
}

/** Reads the form of one qualification; its problems go by the form's own names. */
export function readQualification(
  form: RecordForm,
  situation: RecordSituation,
): { readonly row: Qualification | null; readonly problems: readonly FormProblem[] } {
  const reader = new FormReader(form, situation.today);
  const row: Qualification = {
    level: reader.text("Level"),
    subject: reader.text("Subject"),
    outcome: reader.text("Outcome"),
    completed: reader.date("Date Completed"),
    kind: reader.text("Kind") as Qualification["kind"],
    onPlan: reader.isYes("AP"),
  };
  const part = tidyPart({ window: "Quals", qualifications: [row] });
  const named = recordProblems(part, situation).map((problem) => ({
    ...problem,
    field: problem.field.replace(/ 1$/, ""),
  }));
  // A date that cannot be read is there, though the row has none yet.
  const problems = reader.problems.length > 0 ? reader.problems : named;
  return { row: problems.length > 0 || part.window !== "Quals" ? null : (part.qualifications[0] ?? null), problems };
}

/** What a form becomes when its window was saved elsewhere, with what stands there now in the fields that were typed in. */
export interface MergedForm {
  readonly form: RecordForm;
  readonly beside: RecordForm;
}

/**
 * Brings a form up to what was saved elsewhere: fields that were left alone follow it, fields that were typed in stay as
 * they were typed, and what stands there now is kept beside them until both say the same.
 */
export function mergeForms(before: RecordForm, mine: MergedForm, now: RecordForm): MergedForm {
  const names = Object.keys(now);
  const isTyped = (name: string) => mine.form[name] !== before[name];
  const isElsewhere = (name: string) => now[name] !== before[name] || name in mine.beside;
  const form = names.map((name) => [name, isTyped(name) ? mine.form[name] : now[name]]);
  const beside = names.filter((name) => isTyped(name) && isElsewhere(name) && mine.form[name] !== now[name]);
  return {
    form: Object.fromEntries(form),
    beside: Object.fromEntries(beside.map((name) => [name, now[name] ?? ""])),
  };
}

/** The same for CBW, whose rows have no names of their own: the list stays as typed, or follows as a whole. */
export function mergeChildren(before: RecordForm, mine: MergedForm, now: RecordForm): MergedForm {
  if (isSameForm(mine.form, before)) return { form: now, beside: {} };
  return { form: mine.form, beside: isSameForm(mine.form, now) ? {} : now };
}

/** Tells whether two forms say the same. */
export function isSameForm(a: RecordForm, b: RecordForm): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

/** A field's value in words, as what stands there now is shown. */
export function valueInWords(name: string, value: string): string {
  const field = Object.values(RECORD_ROWS)
    .flat(2)
    .find((candidate) => candidate.name === name);
  return field?.options?.find((option) => option.value === value)?.name ?? (isBlank(value) ? "blank" : value);
}

class FormReader {
  readonly problems: FormProblem[] = [];
  readonly #form: RecordForm;
  readonly #today: CivilDate;

  constructor(form: RecordForm, today: CivilDate) {
    this.#form = form;
    this.#today = today;
  }

  text(name: string): string {
    return this.#form[name] ?? "";
  }

  isYes(name: string): boolean {
    return this.text(name) === "yes";
  }

  /** A choice, or null while none is made. */
  choice<Value extends string>(name: string): Value | null {
    return (this.text(name) as Value) || null;
  }

  date(name: string): CivilDate | null {
    const typed = this.text(name);
    if (isBlank(typed)) return null;
    const date = parseTypedDate(typed, { today: this.#today });
    if (!date) this.problems.push({ field: name, reason: { code: "not-a-date", typed } });
    return date ?? null;
  }
}

function readPart(window: Exclude<RecordPart["window"], "CBW">, reader: FormReader): RecordPart {
  switch (window) {
    case "Client":
      return { window, details: readDetails(reader) };
    case "More":
      return { window, more: readMore(reader) };
    case "IWBC":
      return { window, iwbc: readIwbc(reader) };
    case "JSAg":
      return { window, jsag: readJsag(reader) };
    case "Quals":
      throw new Error("Qualifications are read one at a time");
  }
}

/** A date of birth is never absent where a client is stored; one that cannot be read has its own problem already. */
function missingBirth(part: RecordPart, reader: FormReader): FormProblem[] {
  if (part.window !== "Client" || !isBlank(reader.text("Date of birth"))) return [];
  return [{ field: "Date of birth", reason: { code: "missing" } }];
}

function judged(part: RecordPart, unread: readonly FormProblem[], situation: RecordSituation): ReadForm {
  const isUnread = new Set(unread.map(({ field }) => field));
  const broken = recordProblems(part, situation).filter(({ field }) => !isUnread.has(field));
  const problems = inWindowOrder(part.window, [...unread, ...broken]);
  return problems.length > 0 ? { part: null, problems } : { part, problems: [] };
}

function inWindowOrder(window: RecordPart["window"], problems: readonly FormProblem[]): FormProblem[] {
  const rows = window === "CBW" || window === "Quals" ? [] : RECORD_ROWS[window];
  const order = rows.flat().map(({ name }) => name);
  return problems.toSorted((one, other) => order.indexOf(one.field) - order.indexOf(other.field));
}

function readChildren(form: RecordForm, situation: RecordSituation): ReadForm {
  const reader = new FormReader(form, situation.today);
  const filled = Object.keys(form).filter((name) => !isBlank(form[name]));
  const dates = filled.map((name) => reader.date(name));
  if (reader.problems.length > 0) return { part: null, problems: reader.problems };
  const part: RecordPart = { window: "CBW", childDatesOfBirth: dates.filter((date) => date !== null) };
  const problems = recordProblems(part, situation).map((problem) => ({
    ...problem,
    field: filled[Number(/\d+$/.exec(problem.field)?.[0]) - 1] ?? problem.field,
  }));
  return problems.length > 0 ? { part: null, problems } : { part, problems: [] };
}

const NO_BIRTH: CivilDate = "1900-01-01";

function readDetails(reader: FormReader): ClientDetails {
  return {
    nino: reader.text("NINO"),
    title: reader.text("Title"),
    surname: reader.text("Surname"),
    forenames: reader.text("Forenames"),
    dateOfBirth: reader.date("Date of birth") ?? NO_BIRTH,
    address: [1, 2, 3, 4].map((number) => reader.text(`Address ${number}`)),
    postcode: reader.text("Postcode"),
    telephone: reader.text("Telephone"),
    mobile: reader.text("Mobile"),
    email: reader.text("Email"),
    benefit: reader.text("Benefit"),
    clientGroup: reader.text("Client group"),
    status: reader.text("Status"),
    disabledPerson: reader.isYes("DP marker"),
    incidentMarker: reader.isYes("Incident marker"),
  };
}

function detailsForm(details: ClientDetails): RecordForm {
  return {
    NINO: formatNino(details.nino),
    Title: details.title,
    Surname: details.surname,
    Forenames: details.forenames,
    "Date of birth": formatDate(details.dateOfBirth),
    ...Object.fromEntries(details.address.map((text, index) => [`Address ${index + 1}`, text])),
    Postcode: details.postcode,
    Telephone: details.telephone,
    Mobile: details.mobile,
    Email: details.email,
    Benefit: details.benefit,
    "Client group": details.clientGroup,
    Status: details.status,
    "DP marker": yes(details.disabledPerson),
    "Incident marker": yes(details.incidentMarker),
  };
}

type Aims = Pick<More, "jobPreferences" | "preferredHours">;

function readAims(reader: FormReader): Aims {
  const jobPreferences = [1, 2, 3].map(
    (number): JobPreference => ({ job: reader.text(`Job Pref ${number}`), soc: reader.text(`SOC ${number}`) }),
  );
  return { jobPreferences, preferredHours: reader.choice("Preferred Hours") };
}

function aimsForm({ jobPreferences, preferredHours }: Aims): RecordForm {
  const preferences = jobPreferences.flatMap(({ job, soc }, index) => [
    [`Job Pref ${index + 1}`, job],
    [`SOC ${index + 1}`, soc],
  ]);
  return { ...Object.fromEntries(preferences), "Preferred Hours": preferredHours ?? "" };
}

function readMore(reader: FormReader): More {
  const lastJobs = [1, 2].map((number) => ({
    job: reader.text(`Last Job ${number}`),
    from: reader.date(`Last Job ${number} From`),
    to: reader.date(`Last Job ${number} To`),
  }));
  const blank = blankMore();
  return {
    ...readAims(reader),
    lastJobs,
    rentOrMortgage: reader.choice("Rent / Mortgage") ?? blank.rentOrMortgage,
    councilTax: reader.choice("Council Tax") ?? blank.councilTax,
    dependants: reader.choice("Dependants") ?? blank.dependants,
    drivingLicence: reader.choice("Driving Licence"),
    endorsement: reader.isYes("Endorsement"),
    carOwner: reader.isYes("Car Owner"),
    supportNeeds: reader.text("Additional support needs"),
  };
}

function moreForm(more: More): RecordForm {
  const jobs = more.lastJobs.flatMap(({ job, from, to }, index) => [
    [`Last Job ${index + 1}`, job],
    [`Last Job ${index + 1} From`, formatDate(from)],
    [`Last Job ${index + 1} To`, formatDate(to)],
  ]);
  return {
    ...aimsForm(more),
    ...Object.fromEntries(jobs),
    "Rent / Mortgage": more.rentOrMortgage,
    "Council Tax": more.councilTax,
    Dependants: more.dependants,
    "Driving Licence": more.drivingLicence ?? "",
    Endorsement: yes(more.endorsement),
    "Car Owner": yes(more.carOwner),
    "Additional support needs": more.supportNeeds,
  };
}

function readIwbc(reader: FormReader): Iwbc {
  return { result: reader.choice("Result"), notes: reader.text("IWBC Notes"), date: reader.date("IWBC Date") };
}

function readJsag(reader: FormReader): Jsag {
  return {
    ...readAims(reader),
    availability: reader.text("Availability"),
    restrictions: reader.text("Restrictions"),
    actionsAgreed: reader.text("Actions agreed"),
    signed: reader.date("Date signed"),
  };
}

function jsagForm(jsag: Jsag): RecordForm {
  return {
    ...aimsForm(jsag),
    Availability: jsag.availability,
    Restrictions: jsag.restrictions,
    "Actions agreed": jsag.actionsAgreed,
    "Date signed": formatDate(jsag.signed),
  };
}

function blankJsag(): Jsag {
  const { jobPreferences, preferredHours } = blankMore();
  return { jobPreferences, preferredHours, availability: "", restrictions: "", actionsAgreed: "", signed: null };
}

function yes(value: boolean): "yes" | "no" {
  return value ? "yes" : "no";
}
