import { describe, expect, it, test } from "vitest";
import {
  blankMore,
  type ClientDetails,
  type Jsag,
  type Qualification,
} from "../../../shared/client-record/client-record.ts";
import type { RecordPart } from "../../../shared/client-record/record-part.ts";
import {
  canHaveJsag,
  LINE_CHARACTERS,
  NOTES_CHARACTERS,
  type RecordSituation,
  recordProblems,
} from "../../../shared/client-record/record-rules.ts";

const TODAY = "2012-04-16";
const TOMORROW = "2012-04-17";
const SITUATION: RecordSituation = {
  today: TODAY,
  rule: "training",
  isInterviewOpen: true,
  isJsaClient: true,
  areAimsReadOnly: false,
  savedAims: blankMore(),
};
const DETAILS: ClientDetails = {
  ...{ nino: "QQ123456C", title: "", surname: "Moor", forenames: "", dateOfBirth: "1980-02-01" },
  ...{ address: ["", "", "", ""], postcode: "", telephone: "", mobile: "", email: "" },
  ...{ benefit: "", clientGroup: "", status: "", disabledPerson: false, incidentMarker: false },
};
const ROW: Qualification = {
  ...{ level: "GCSE", subject: "", outcome: "", completed: null, kind: "qualification", onPlan: true },
};
const JSAG: Jsag = {
  ...{ jobPreferences: blankMore().jobPreferences, preferredHours: null },
  ...{ availability: "", restrictions: "", actionsAgreed: "", signed: null },
};
const FULL_LINE = "x".repeat(LINE_CHARACTERS);
const FULL_NOTES = "x".repeat(NOTES_CHARACTERS);
const LONG_LINE = { code: "too-long", limit: LINE_CHARACTERS, over: 1 };
const LONG_NOTES = { code: "too-long", limit: NOTES_CHARACTERS, over: 1 };
const FUTURE = { code: "in-future", latest: TODAY };

const client = (fields: Partial<ClientDetails>): RecordPart => ({
  window: "Client",
  details: { ...DETAILS, ...fields },
});
const more = (fields: Partial<ReturnType<typeof blankMore>>): RecordPart => ({
  window: "More",
  more: { ...blankMore(), ...fields },
});
const lastJob = (from: string | null, to: string | null, job = "Baker"): RecordPart =>
  more({
    lastJobs: [
      { job, from, to },
      { job: "", from: null, to: null },
    ],
  });
const preference = (job: string, soc: string): RecordPart =>
  more({ jobPreferences: [{ job, soc }, ...blankMore().jobPreferences.slice(1)] });
const quals = (...rows: Partial<Qualification>[]): RecordPart => ({
  window: "Quals",
  qualifications: rows.map((row) => ({ ...ROW, ...row })),
});
const iwbc = (fields: Partial<NonNullable<Extract<RecordPart, { window: "IWBC" }>["iwbc"]>>): RecordPart => ({
  window: "IWBC",
  iwbc: { result: "better-off", notes: "", date: TODAY, ...fields },
});
const jsag = (fields: Partial<Jsag>): RecordPart => ({ window: "JSAg", jsag: { ...JSAG, ...fields } });

type Row = readonly [when: string, part: RecordPart, problems: readonly (readonly [string, object])[]];

const ALLOWED: readonly Row[] = [
  ["Client with the mandatory fields alone", client({}), []],
  ["Client born today", client({ dateOfBirth: TODAY }), []],
  ["Client, a line as long as it may be", client({ surname: FULL_LINE, email: FULL_LINE }), []],
  ["More with nothing filled in", more({}), []],
  ["More with a job and no SOC, and a SOC and no job", preference("Baker", ""), []],
  ["More with a SOC and no job", preference("", "5432"), []],
  ["More, notes as long as they may be", more({ supportNeeds: FULL_NOTES }), []],
  ["More, a job of one day, today", lastJob(TODAY, TODAY), []],
  ["More, a job whose end is not known", lastJob("2010-01-01", null), []],
  ["More, a job whose start is not known", lastJob(null, "2010-01-01"), []],
  ["Quals without a row", quals(), []],
  ["Quals with a level alone, completed today", quals({ completed: TODAY }), []],
  ["CBW with a child born today", { window: "CBW", childDatesOfBirth: [TODAY] }, []],
  ["IWBC in an interview", iwbc({ notes: FULL_NOTES }), []],
  ["JSAg with nothing filled in", jsag({}), []],
  ["JSAg taken away", { window: "JSAg", jsag: null }, []],
  ["JSAg signed today", jsag({ signed: TODAY, availability: FULL_NOTES }), []],
];

const REFUSED: readonly Row[] = [
  ["Client without a surname", client({ surname: "" }), [["Surname", { code: "missing" }]]],
  ["Client whose surname is blank", client({ surname: " \u200B" }), [["Surname", { code: "missing" }]]],
  ["Client born tomorrow", client({ dateOfBirth: TOMORROW }), [["Date of birth", FUTURE]]],
  ["Client, a surname one too long", client({ surname: `${FULL_LINE}x` }), [["Surname", LONG_LINE]]],
  ["Client, an address one too long", client({ address: ["", `${FULL_LINE}x`, "", ""] }), [["Address 2", LONG_LINE]]],
  ["Client, double quotes", client({ status: "“At work”" }), [["Status", { code: "double-quotes" }]]],
  [
    "Client with a NINO that HMRC could issue, in the training store",
    client({ nino: "AB123456C" }),
    [["NINO", { code: "not-a-nino", words: "The training store takes only NINOs that start with QQ" }]],
  ],
  [
    "Client, everything at once, in the window's order",
    client({ nino: "QQ123456E", title: '"Dr"', surname: "", dateOfBirth: TOMORROW }),
    [
      ["NINO", { code: "not-a-nino", words: "The last letter of a NINO is A, B, C or D" }],
      ["Title", { code: "double-quotes" }],
      ["Surname", { code: "missing" }],
      ["Date of birth", FUTURE],
    ],
  ],
  ["More, a SOC of three digits", preference("", "543"), [["SOC 1", { code: "not-a-soc-code" }]]],
  ["More, a SOC of five digits", preference("", "54321"), [["SOC 1", { code: "not-a-soc-code" }]]],
  ["More, a SOC with a letter", preference("", "54a2"), [["SOC 1", { code: "not-a-soc-code" }]]],
  ["More, other scripts' digits", preference("", "٥٤٣٢"), [["SOC 1", { code: "not-a-soc-code" }]]],
  ["More, a job one too long", preference(`${FULL_LINE}x`, ""), [["Job Pref 1", LONG_LINE]]],
  ["More, a job from tomorrow", lastJob(TOMORROW, null), [["Last Job 1 From", FUTURE]]],
  ["More, a job to tomorrow", lastJob(null, TOMORROW), [["Last Job 1 To", FUTURE]]],
  [
    "More, a job that ends the day before it starts",
    lastJob("2010-01-02", "2010-01-01"),
    [["Last Job 1 To", { code: "ends-before-start", start: "2010-01-02" }]],
  ],
  ["More, notes one too long", more({ supportNeeds: `${FULL_NOTES}x` }), [["Additional support needs", LONG_NOTES]]],
  ["Quals, a row with nothing in it", quals({}, { level: " " }), [["Subject 2", { code: "missing" }]]],
  ["Quals completed tomorrow", quals({ completed: TOMORROW }), [["Date Completed 1", FUTURE]]],
  ["Quals, a subject one too long", quals({ subject: `${FULL_LINE}x` }), [["Subject 1", LONG_LINE]]],
  [
    "CBW, the second child born tomorrow",
    { window: "CBW", childDatesOfBirth: [TODAY, TOMORROW] },
    [["Date of birth 2", FUTURE]],
  ],
  [
    "IWBC without result and date",
    iwbc({ result: null, date: null }),
    [
      ["Result", { code: "missing" }],
      ["IWBC Date", { code: "missing" }],
    ],
  ],
  ["IWBC, notes one too long", iwbc({ notes: `${FULL_NOTES}x` }), [["IWBC Notes", LONG_NOTES]]],
  [
    "IWBC with nothing at all",
    { window: "IWBC", iwbc: null },
    [
      ["Result", { code: "missing" }],
      ["IWBC Date", { code: "missing" }],
    ],
  ],
  ["JSAg signed tomorrow", jsag({ signed: TOMORROW }), [["Date signed", FUTURE]]],
  [
    "JSAg, each text one too long",
    jsag({ availability: `${FULL_NOTES}x`, restrictions: `${FULL_NOTES}x`, actionsAgreed: `${FULL_NOTES}x` }),
    [
      ["Availability", LONG_NOTES],
      ["Restrictions", LONG_NOTES],
      ["Actions agreed", LONG_NOTES],
    ],
  ],
];

describe("what may be saved in a record window", () => {
  test.each(ALLOWED)("%s may be saved", (_when, part) => {
    expect(recordProblems(part, SITUATION)).toEqual([]);
  });

  test.each(REFUSED)("%s is refused", (_when, part, problems) => {
    expect(recordProblems(part, SITUATION)).toEqual(problems.map(([field, reason]) => ({ field, reason })));
  });

  it("¶89 a calculation can be added only in an interview", () => {
    expect(recordProblems(iwbc({}), { ...SITUATION, isInterviewOpen: false })).toEqual([
      { field: "IWBC", reason: { code: "outside-interview" } },
    ]);
  });

  it("a client of another benefit has no JSAg to fill in", () => {
    expect(recordProblems(jsag({}), { ...SITUATION, isJsaClient: false })).toEqual([
      { field: "JSAg", reason: { code: "jsa-only" } },
    ]);
  });

  it("¶80 preferences and hours of More stay as they are where they come from the JSAg; the rest can be saved", () => {
    const readOnly = { ...SITUATION, areAimsReadOnly: true };
    const refused = [{ field: "Job Pref 1", reason: { code: "read-only" } }];
    expect(recordProblems(preference("Baker", ""), readOnly)).toEqual(refused);
    expect(recordProblems(preference("", "5432"), readOnly)).toEqual(refused);
    expect(recordProblems(more({ preferredHours: "either" }), readOnly)).toEqual(refused);
    expect(recordProblems(more({ carOwner: true }), readOnly)).toEqual([]);
  });

  it("a real store takes a NINO that HMRC could issue, and no training one", () => {
    const real: RecordSituation = { ...SITUATION, rule: "real" };
    expect(recordProblems(client({ nino: "AB123456C" }), real)).toEqual([]);
    expect(recordProblems(client({}), real)).toEqual([
      { field: "NINO", reason: { code: "not-a-nino", words: "No NINO starts with QQ" } },
    ]);
  });
});

describe("who can have a JSAg", () => {
  test.each([
    ["a JSA client by the group", { benefit: "", clientGroup: "JSA", jsag: null }, true],
    ["a JSA client by the benefit", { benefit: "Jobseeker's Allowance", clientGroup: "", jsag: null }, true],
    ["a client of another benefit", { benefit: "Income Support", clientGroup: "LP", jsag: null }, false],
    [
      "a client of another benefit who has one from before",
      { benefit: "Income Support", clientGroup: "LP", jsag: JSAG },
      true,
    ],
    ["a client of whom nothing is recorded", { benefit: "", clientGroup: "", jsag: null }, false],
  ])("%s: %s", (_who, record, can) => {
    expect(canHaveJsag(record)).toBe(can);
  });
});
