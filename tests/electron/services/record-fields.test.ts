import { expect, it, test } from "vitest";
import { printContent } from "../../../electron/print/document/print-content.ts";
import { NO_CHANGES } from "../../../shared/action-plan/action-plan.ts";
import type { PulledDetails } from "../../../shared/client-record/pull-through.ts";
import { type FormWindow, RECORD_ROWS } from "../../../shared/client-record/record-fields.ts";
import {
  formOf,
  qualificationForm,
  type RecordForm,
  readForm,
  readQualification,
} from "../../../shared/client-record/record-form.ts";
import { type PartWindow, partOf, type RecordPart } from "../../../shared/client-record/record-part.ts";
import { canHaveJsag, type RecordSituation } from "../../../shared/client-record/record-rules.ts";
import { aNewItem, openTraining, TODAY, type TrainingApp } from "./training-app.ts";

/** Alex Smith, of whom nothing is recorded. */
const ALEX = "QQ100007A";

/** Where a field shows on the plan, as what, and how it is printed; printed too where it is blank if `blank` says so. */
interface Shown {
  readonly on: (pulled: PulledDetails) => unknown;
  readonly value: unknown;
  readonly printed: readonly string[];
  /** What is printed with the field blank; nothing of it where this is absent (¶118). */
  readonly blank?: string;
}

type Row = readonly [window: FormWindow | "CBW", field: string, typed: string, shown: Shown | null];

const aims = (index: number, part: "job" | "soc") => (pulled: PulledDetails) =>
  pulled.aims.jobPreferences[index]?.[part];
const lastJob = (index: number, part: "job" | "from" | "to") => (pulled: PulledDetails) =>
  pulled.employment.lastJobs[index]?.[part];
const circumstance = (name: keyof PulledDetails["circumstances"]) => (pulled: PulledDetails) =>
  pulled.circumstances[name];
const qualification = (name: keyof PulledDetails["qualifications"][number]) => (pulled: PulledDetails) =>
  pulled.qualifications[0]?.[name];

const aimsRows = (window: "More" | "JSAg"): Row[] => [
  ...[1, 2, 3].flatMap((number): Row[] => [
    [
      window,
      `Job Pref ${number}`,
      "Night baker",
      { on: aims(number - 1, "job"), value: "Night baker", printed: [`Job Pref ${number}`, "Night baker"] },
    ],
    [
      window,
      `SOC ${number}`,
      "5432",
      { on: aims(number - 1, "soc"), value: "5432", printed: [`Job Pref ${number} SOC`, "5432"] },
    ],
  ]),
  [
    window,
    "Preferred Hours",
    "either",
    {
      on: ({ aims: { preferredHours } }) => preferredHours,
      value: "Either Full/Part Time",
      printed: ["Preferred Hours", "Either Full/Part Time"],
    },
  ],
];

const TABLE: readonly Row[] = [
  ["Client", "NINO", "QQ 77 77 77 A", null],
  ["Client", "Title", "Dr", null],
  ["Client", "Surname", "Smithson", null],
  ["Client", "Forenames", "Alexis", null],
  ["Client", "Date of birth", "02/03/1979", null],
  ...[1, 2, 3, 4].map((number): Row => ["Client", `Address ${number}`, "7 Quay Street", null]),
  ["Client", "Postcode", "ZZ9 9ZZ", null],
  ["Client", "Telephone", "01632 960777", null],
  ["Client", "Mobile", "07700 900777", null],
  ["Client", "Email", "alex@example.org", null],
  ["Client", "Benefit", "Income Support", null],
  ["Client", "Client group", "LP", null],
  ["Client", "Status", "In part-time work", null],
  [
    "Client",
    "DP marker",
    "yes",
    { on: circumstance("disabledPerson"), value: "Yes", printed: ["DP", "Yes"], blank: "No" },
  ],
  ["Client", "Incident marker", "yes", null],
  ...aimsRows("More"),
  ...[1, 2].flatMap((number): Row[] => [
    [
      "More",
      `Last Job ${number}`,
      "Ferry steward",
      { on: lastJob(number - 1, "job"), value: "Ferry steward", printed: [`Last Job ${number}`, "Ferry steward"] },
    ],
    [
      "More",
      `Last Job ${number} From`,
      "01/02/2003",
      { on: lastJob(number - 1, "from"), value: "2003-02-01", printed: [`Last Job ${number}`, "from 01/02/2003"] },
    ],
    [
      "More",
      `Last Job ${number} To`,
      "04/05/2006",
      { on: lastJob(number - 1, "to"), value: "2006-05-04", printed: [`Last Job ${number}`, "to 04/05/2006"] },
    ],
  ]),
  ["More", "Rent / Mortgage", "mortgage", { on: circumstance("mortgage"), value: "Yes", printed: ["Mortgage", "Yes"] }],
  [
    "More",
    "Rent / Mortgage",
    "rent",
    { on: circumstance("payingRent"), value: "Yes", printed: ["Paying Rent", "Yes"] },
  ],
  ["More", "Council Tax", "yes", { on: circumstance("councilTax"), value: "Yes", printed: ["Council Tax", "Yes"] }],
  ["More", "Dependants", "no", { on: circumstance("dependant"), value: "No", printed: ["Dependant", "No"] }],
  [
    "More",
    "Driving Licence",
    "provisional",
    { on: circumstance("drivingLicence"), value: "Provisional", printed: ["Driving Licence", "Provisional"] },
  ],
  [
    "More",
    "Endorsement",
    "yes",
    { on: circumstance("endorsement"), value: "Yes", printed: ["Endorsement", "Yes"], blank: "No" },
  ],
  [
    "More",
    "Car Owner",
    "yes",
    { on: circumstance("carOwner"), value: "Yes", printed: ["Car Owner", "Yes"], blank: "No" },
  ],
  ["More", "Additional support needs", "Large print letters", null],
  [
    "CBW",
    "Date of birth 1",
    "17/04/2009",
    { on: circumstance("childrenByBand"), value: [1, 0, 0, 0, 0, 0, 0], printed: ["Child ages", "(0-2) 1"] },
  ],
  [
    "CBW",
    "Date of birth 1",
    "16/04/2009",
    { on: circumstance("childrenByBand"), value: [0, 1, 0, 0, 0, 0, 0], printed: ["Child ages", "(3-4) 1"] },
  ],
  [
    "CBW",
    "Date of birth 1",
    "17/04/1993",
    { on: circumstance("childrenByBand"), value: [0, 0, 0, 0, 0, 0, 1], printed: ["Child ages", "(17-18) 1"] },
  ],
  ["CBW", "Date of birth 1", "16/04/1993", null],
  ...aimsRows("JSAg"),
  ["JSAg", "Availability", "Weekdays from 10:00", null],
  ["JSAg", "Restrictions", "No night work", null],
  ["JSAg", "Actions agreed", "Two applications a week", null],
  ["JSAg", "Date signed", "02/04/2012", null],
  ["Qualification", "Level", "NVQ 3", { on: qualification("level"), value: "NVQ 3", printed: ["NVQ 3"] }],
  ["Qualification", "Subject", "Baking", { on: qualification("subject"), value: "Baking", printed: ["Baking"] }],
  ["Qualification", "Outcome", "Merit", { on: qualification("outcome"), value: "Merit", printed: ["Merit"] }],
  [
    "Qualification",
    "Date Completed",
    "05/06/2007",
    { on: qualification("completed"), value: "2007-06-05", printed: ["05/06/2007"] },
  ],
];

/** IWBC is only ever added: its fields go together, and the one that is newest shows. */
const CALCULATION: RecordForm = { Result: "worse-off", "IWBC Notes": "By £12 a week", "IWBC Date": "13/04/2012" };
/** Fields that say whether the others show, with tests of their own below. */
const SWITCHES = ["Kind", "AP"];

test.each(TABLE)("%s: %s, typed as %s, is saved, reopened, pulled through, printed, or left blank", async (...row) => {
  const [window, field, typed, shown] = row;
  const app = await opened(window);
  const blank = await stand(app, window, field);

  await type(app, window, { [field]: typed });
  const filled = await stand(app, window, field);
  expect(filled.form).toBe(typed);
  if (shown) expect(shown.on(filled.pulled)).toEqual(shown.value);
  else expect(filled.pulled).toEqual(blank.pulled);
  const printed = await printedAfterSave(app);
  for (const text of shown?.printed ?? []) expect(printed).toContain(text);
  if (!shown) expect(printed).not.toContain(typed);

  await type(app, window, { [field]: blank.form });
  const emptied = await stand(app, window, field);
  expect(emptied).toEqual(blank);
  const left = await printedAfterSave(app);
  const [label = ""] = shown?.printed ?? [];
  if (shown?.blank) expect(left.slice(left.indexOf(label))[1]).toBe(shown.blank);
  else if (shown) expect(left).not.toContain(label);
});

it("IWBC: result, notes and date are saved, listed, pulled through and printed", async () => {
  const app = await opened("IWBC");
  const before = await planWindow(app);
  expect(await printedAfterSave(app)).not.toContain("IWBC");
  await type(app, "IWBC", CALCULATION);
  const { pulledToday, client } = await planWindow(app);
  expect(client.iwbc).toEqual({ result: "worse-off", notes: "By £12 a week", date: "2012-04-13" });
  expect(pulledToday.circumstances).toEqual({
    ...before.pulledToday.circumstances,
    ...{ iwbc: "Worse off", iwbcNotes: "By £12 a week", iwbcDate: "2012-04-13" },
  });
  const printed = await printedAfterSave(app);
  for (const text of ["IWBC", "Worse off", "IWBC Notes", "By £12 a week", "IWBC Date", "13/04/2012"]) {
    expect(printed).toContain(text);
  }
});

it.each([
  ["¶96 a qualification whose tick is taken out", { Subject: "Baking", AP: "no" }],
  ["¶94 a Basic Skills Assessment", { Subject: "Baking", Kind: "basic-skills" }],
])("%s is saved, and neither pulled through nor printed", async (_what, form) => {
  const app = await opened("Qualification");
  await type(app, "Qualification", form);
  const { client, pulledToday } = await planWindow(app);
  expect(client.qualifications[0]).toMatchObject({ subject: "Baking", onPlan: false });
  expect(pulledToday.qualifications).toEqual([]);
  expect(await printedAfterSave(app)).not.toContain("Baking");
});

it("every field of every window stands in a row above", () => {
  const fields = Object.entries(RECORD_ROWS).flatMap(([window, rows]) =>
    rows.flat().map(({ name }) => `${window}: ${name}`),
  );
  const tried = new Set([
    ...TABLE.map(([window, field]) => `${window}: ${field}`),
    ...Object.keys(CALCULATION).map((name) => `IWBC: ${name}`),
    ...SWITCHES.map((name) => `Qualification: ${name}`),
  ]);
  expect(fields.filter((field) => !tried.has(field))).toEqual([]);
});

/** The application with a plan of Alex Smith, in an interview; a JSA client where it is about the JSAg. */
async function opened(window: FormWindow | "CBW"): Promise<TrainingApp> {
  const app = openTraining();
  await app.start(ALEX);
  await app.save(ALEX, { newItems: [aNewItem()] });
  if (window === "JSAg") {
    await type(app, "Client", { "Client group": "JSA" });
    await type(app, "JSAg", { "Actions agreed": "To be agreed" });
  }
  if (window === "Qualification") await type(app, "Qualification", { Level: "", Outcome: "To come" });
  return app;
}

/** Opens a window as it stands, types in fields of it, and saves it. */
async function type(app: TrainingApp, window: FormWindow | "CBW", typed: RecordForm): Promise<void> {
  const { client, openInterview } = await planWindow(app);
  const situation: RecordSituation = {
    today: TODAY,
    rule: "training",
    isInterviewOpen: openInterview !== null,
    isJsaClient: canHaveJsag(client),
    areAimsReadOnly: false,
    savedAims: client.more,
  };
  const opened = partOf(client, partWindow(window));
  const part =
    window === "Qualification" ? readRow() : readForm(window, { ...formOf(opened, TODAY), ...typed }, situation).part;
  if (!part) throw new Error("The form has something to put right");
  await app.granted("amend-record", { clientId: client.id, opened, part });

  function readRow(): RecordPart | null {
    const { row } = readQualification({ ...qualificationForm(client.qualifications[0] ?? null), ...typed }, situation);
    return row && { window: "Quals", qualifications: [row] };
  }
}

function partWindow(window: FormWindow | "CBW"): PartWindow {
  return window === "Qualification" ? "Quals" : window;
}

/** How a field stands in its window when it is opened anew, and what the plan shows. */
async function stand(app: TrainingApp, window: FormWindow | "CBW", field: string) {
  const { pulledToday } = await planWindow(app);
  const { client } = await app.granted("open-client", { clientId: clientIdOf(app) });
  const form =
    window === "Qualification"
      ? qualificationForm(client.qualifications[0] ?? null)
      : formOf(partOf(client, partWindow(window)), TODAY);
  return { form: form[field] ?? "", pulled: pulledToday };
}

/** By the record's id, since the NINO itself is one of the fields. */
function clientIdOf(app: TrainingApp): string {
  return (
    app.rows<{ client_id: string }>("SELECT client_id FROM interview ORDER BY id DESC LIMIT 1")[0]?.client_id ?? ""
  );
}

function planWindow(app: TrainingApp) {
  return app.granted("open-plan", { clientId: clientIdOf(app) });
}

/** Saves the plan with one item more, and reads every text of the customer's sections of its print, in order. */
async function printedAfterSave(app: TrainingApp): Promise<string[]> {
  const { plan } = await planWindow(app);
  const saved = await app.granted("save-plan", {
    clientId: clientIdOf(app),
    kind: "lms",
    planVersion: plan?.version ?? null,
    creation: null,
    changes: { ...NO_CHANGES, newItems: [aNewItem({ text: "Go on as agreed" })] },
    isClockConfirmed: false,
  });
  if (!saved.plan) throw new Error("There is no plan");
  return textsOf(
    printContent({
      client: saved.client,
      plan: saved.plan,
      option: "all-reviews",
      style: "standard",
      format: "pdf",
      isLarge: false,
      withoutStaffNames: false,
      password: undefined,
      letterhead: undefined,
      printedAt: "2012-04-16T10:05:00+01:00",
      documentCode: "ABC123-1",
    }).sections,
  );
}

function textsOf(node: unknown): string[] {
  if (typeof node === "string") return [node];
  if (Array.isArray(node)) return node.flatMap(textsOf);
  if (typeof node !== "object" || node === null) return [];
  return Object.values(node).flatMap(textsOf);
}
