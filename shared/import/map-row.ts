import {
  blankMore,
  CLIENT_GROUPS,
  type ClientRecord,
  type Iwbc,
  type JobPreference,
  type Jsag,
  type LastJob,
  type More,
  type Qualification,
} from "../client-record/client-record.ts";
import { type NinoRule, ninoProblem, tidyNino } from "../client-record/nino.ts";
import { type CivilDate, formatDate } from "../dates.ts";
import { type ImportColumns, type ImportProblem, MOST_CHILDREN, MOST_QUALIFICATIONS, oneTo } from "./import-columns.ts";
import { quoted, RowReader, type Words } from "./row-reader.ts";

const NOTES_CHARACTERS = 2_000;

const YES_NO: Words<boolean> = new Map([
  ["yes", true],
  ["no", false],
  ["y", true],
  ["n", false],
]);
const KNOWN: Words<More["councilTax"]> = new Map([
  ["yes", "yes"],
  ["no", "no"],
  ["not known", "not-known"],
  ["y", "yes"],
  ["n", "no"],
  ["n k", "not-known"],
]);
const OUTGOINGS: Words<More["rentOrMortgage"]> = new Map([
  ["rent", "rent"],
  ["mortgage", "mortgage"],
  ["not known", "not-known"],
  ["n k", "not-known"],
]);
const HOURS: Words<More["preferredHours"]> = new Map([
  ["full time", "full-time"],
  ["part time", "part-time"],
  ["either", "either"],
  ["either full part time", "either"],
]);
const LICENCES: Words<More["drivingLicence"]> = new Map([
  ["provisional", "provisional"],
  ["full", "full"],
]);
const RESULTS: Words<Iwbc["result"]> = new Map([
  ["better off", "better-off"],
  ["worse off", "worse-off"],
  ["no difference", "no-difference"],
]);
const KINDS: Words<Qualification["kind"]> = new Map([
  ["qualification", "qualification"],
  ["basic skills", "basic-skills"],
  ["basic skills assessment", "basic-skills"],
]);
// The names of numbered fields are made once: a file of 100,000 rows asks for each of them as often.
const ADDRESS = oneTo(4).map((n) => `address_${n}`);
const CHILDREN = oneTo(MOST_CHILDREN).map((n) => `child_${n}_date_of_birth`);
const JOB_PREFERENCES = oneTo(3).map((n) => ({ job: `job_pref_${n}`, soc: `soc_${n}` }));
const JSAG_PREFERENCES = oneTo(3).map((n) => ({ job: `jsag_job_pref_${n}`, soc: `jsag_soc_${n}` }));
const LAST_JOBS = oneTo(2).map((n) => ({ job: `last_job_${n}`, from: `last_job_${n}_from`, to: `last_job_${n}_to` }));
const QUALIFICATIONS = oneTo(MOST_QUALIFICATIONS).map((n) => ({
  level: `qualification_${n}_level`,
  subject: `qualification_${n}_subject`,
  outcome: `qualification_${n}_outcome`,
  completed: `qualification_${n}_completed`,
  kind: `qualification_${n}_kind`,
  onPlan: `qualification_${n}_on_plan`,
}));
const BLANK = blankMore();
const GROUPS = new Map(CLIENT_GROUPS.map((group) => [group.toLowerCase(), group]));

/** What reading a file depends on besides the file. */
export interface ImportRules {
  /** Which NINOs the store takes. */
  readonly rule: NinoRule;
  readonly today: CivilDate;
  /** How many characters the Info text holds, which agreed actions must keep to (¶97). */
  readonly infoCharacters: number;
}

/** The same, once the header row has been read. */
export interface RowContext extends ImportRules {
  readonly columns: ImportColumns;
}

/** One client of an import file, ready to be written. */
export interface ImportRow {
  /** The file's line, from 1, on which the row starts. */
  readonly line: number;
  readonly record: ClientRecord;
  /** Agreed actions from before, for the Info text of a plan; blank when there are none. */
  readonly infoText: string;
  /** The fields that the file has columns for: what it has none for, it says nothing about. */
  readonly fields: ReadonlySet<string>;
}

/** One row read: the client, or, when something is wrong, null; notes come either way. */
export interface RowReading {
  readonly row: ImportRow | null;
  /** The NINO as it is stored, even when other fields are wrong; blank when it is none. */
  readonly nino: string;
  readonly problems: readonly ImportProblem[];
  readonly notes: readonly ImportProblem[];
}

/** Reads one row into a client record, or says of each field what is wrong with it. */
export function mapRow(cells: readonly string[], line: number, context: RowContext): RowReading {
  const { columns } = context;
  const reader = new RowReader(cells, line, columns, context.today);
  const groups = groupsOf(columns);
  const nino = readNino(reader, context.rule);
  const person = readPerson(reader);
  const contact = readContact(reader);
  const record: ClientRecord = {
    nino,
    ...person,
    ...contact,
    more: readMore(reader),
    qualifications: groups.qualifications.flatMap((fields) => readQualification(reader, fields)),
    childDatesOfBirth: groups.children.flatMap((field) => reader.date(field, "never-future") ?? []),
    iwbc: readIwbc(reader),
    jsag: readJsag(reader, contact),
  };
  const infoText = reader.longText("agreed_actions", context.infoCharacters);
  const { problems, notes } = reader;
  const row = problems.length > 0 ? null : { line, record, infoText, fields: columns.fields };
  return { row, nino, problems, notes };
}

interface NumberedGroups {
  readonly qualifications: typeof QUALIFICATIONS;
  readonly children: typeof CHILDREN;
}

const groupsByColumns = new WeakMap<ImportColumns, NumberedGroups>();

/** The numbered fields that a file has columns for, found once for all its rows: there may be 132, and most files have few. */
function groupsOf(columns: ImportColumns): NumberedGroups {
  const kept = groupsByColumns.get(columns);
  if (kept) return kept;
  const has = (field: string) => columns.positions.has(field);
  const groups = {
    qualifications: QUALIFICATIONS.filter((fields) => Object.values(fields).some(has)),
    children: CHILDREN.filter(has),
  };
  groupsByColumns.set(columns, groups);
  return groups;
}

function readNino(reader: RowReader, rule: NinoRule): string {
  const written = reader.text("nino");
  const nino = tidyNino(written);
  if (nino === "") reader.refuse("nino", "The NINO is missing. Put it in; every client needs one.");
  const problem = nino === "" ? undefined : ninoProblem(nino, rule);
  if (problem) reader.refuse("nino", `${quoted(written)} is not taken as a NINO. ${problem}.`);
  return problem ? "" : nino;
}

function readPerson(reader: RowReader) {
  for (const [field, name] of [
    ["surname", "surname"],
    ["date_of_birth", "date of birth"],
  ] as const) {
    if (!reader.isFilled(field)) reader.refuse(field, `The ${name} is missing. Put it in; every client needs one.`);
  }
  return {
    title: reader.name("title"),
    surname: reader.name("surname"),
    forenames: reader.name("forenames"),
    // A row without a date of birth is refused, so the blank never reaches a record.
    dateOfBirth: reader.date("date_of_birth", "never-future") ?? "",
  };
}

function readContact(reader: RowReader) {
  return {
    address: ADDRESS.map((field) => reader.text(field)),
    postcode: reader.text("postcode"),
    telephone: reader.text("telephone"),
    mobile: reader.text("mobile"),
    email: reader.text("email"),
    benefit: reader.text("benefit"),
    clientGroup: readClientGroup(reader),
    status: reader.text("status"),
    disabledPerson: reader.word("disabled_person", YES_NO, false),
    incidentMarker: reader.word("incident_marker", YES_NO, false),
  };
}

/** An office may have interview kinds for groups of its own, so another group is kept and reported, not refused. */
function readClientGroup(reader: RowReader): string {
  const written = reader.text("client_group");
  const group = GROUPS.get(written.toLowerCase());
  if (group !== undefined || written === "") return group ?? "";
  const usual = CLIENT_GROUPS.join(", ");
  reader.note(
    "client_group",
    `${quoted(written)} is none of the usual client groups (${usual}). It was kept as it is.`,
  );
  return written;
}

function readMore(reader: RowReader): More {
  return {
    jobPreferences: JOB_PREFERENCES.map((fields) => readJobPreference(reader, fields)),
    preferredHours: reader.word("preferred_hours", HOURS, BLANK.preferredHours),
    lastJobs: LAST_JOBS.map((fields) => readLastJob(reader, fields)),
    rentOrMortgage: reader.word("rent_or_mortgage", OUTGOINGS, BLANK.rentOrMortgage),
    councilTax: reader.word("council_tax", KNOWN, BLANK.councilTax),
    dependants: reader.word("dependants", KNOWN, BLANK.dependants),
    drivingLicence: reader.word("driving_licence", LICENCES, BLANK.drivingLicence),
    endorsement: reader.word("endorsement", YES_NO, BLANK.endorsement),
    carOwner: reader.word("car_owner", YES_NO, BLANK.carOwner),
    supportNeeds: reader.longText("support_needs", NOTES_CHARACTERS),
  };
}

function readJobPreference(reader: RowReader, fields: (typeof JOB_PREFERENCES)[number]): JobPreference {
  return { job: reader.text(fields.job), soc: reader.soc(fields.soc) };
}

function readLastJob(reader: RowReader, fields: (typeof LAST_JOBS)[number]): LastJob {
  const from = reader.date(fields.from, "never-future");
  const to = reader.date(fields.to, "never-future");
  if (from && to && from > to) {
    const message = `The job ends on ${formatDate(to)}, before it starts on ${formatDate(from)}. Put one of the dates right.`;
    reader.refuse(fields.to, message);
  }
  return { job: reader.text(fields.job), from, to };
}

/** A qualification, or none when only its kind or its tick is filled in: those say nothing by themselves. */
function readQualification(reader: RowReader, fields: (typeof QUALIFICATIONS)[number]): Qualification[] {
  const kind = reader.word(fields.kind, KINDS, "qualification");
  const isTicked = reader.word(fields.onPlan, YES_NO, true);
  const { level, subject, outcome, completed } = fields;
  if (![level, subject, outcome, completed].some((field) => reader.isFilled(field))) return [];
  return [
    {
      level: reader.text(level),
      subject: reader.text(subject),
      outcome: reader.text(outcome),
      completed: reader.date(completed, "never-future"),
      kind,
      // Basic Skills Assessments never go to the plan (¶94).
      onPlan: kind === "qualification" && isTicked,
    },
  ];
}

function readIwbc(reader: RowReader): Iwbc | null {
  const iwbc = {
    result: reader.word("iwbc_result", RESULTS, null),
    notes: reader.longText("iwbc_notes", NOTES_CHARACTERS),
    date: reader.date("iwbc_date", "any"),
  };
  return iwbc.result || iwbc.notes || iwbc.date ? iwbc : null;
}

/** A JSA client has a JSAg even when nothing is filled in: it replaces the aims of More (¶80). */
function readJsag(reader: RowReader, client: Pick<ClientRecord, "benefit" | "clientGroup">): Jsag | null {
  const jsag = {
    jobPreferences: JSAG_PREFERENCES.map((fields) => readJobPreference(reader, fields)),
    preferredHours: reader.word("jsag_hours", HOURS, null),
    availability: "",
    restrictions: "",
    actionsAgreed: "",
    signed: reader.date("jsag_signed", "never-future"),
  };
  const isJsa = client.clientGroup === "JSA" || /\bJSA\b/i.test(client.benefit);
  const isFilled = jsag.preferredHours || jsag.signed || jsag.jobPreferences.some(({ job, soc }) => job || soc);
  return isJsa || isFilled ? jsag : null;
}
