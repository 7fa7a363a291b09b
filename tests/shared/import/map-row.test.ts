import { describe, expect, test } from "vitest";
import { blankMore, type ClientRecord } from "../../../shared/client-record/client-record.ts";
import type { NinoRule } from "../../../shared/client-record/nino.ts";
import { readHeader } from "../../../shared/import/import-columns.ts";
import { mapRow } from "../../../shared/import/map-row.ts";

const TODAY = "2012-04-16";

/** Reads one row, given by column, as the fifth line of a file. */
function read(cells: Readonly<Record<string, string>>, rule: NinoRule = "training") {
  const row = { nino: "QQ200001A", surname: "Marsh", date_of_birth: "14/02/1974", ...cells };
  const { columns } = readHeader(Object.keys(row), 1);
  return mapRow(Object.values(row), 5, { columns, rule, today: TODAY, infoCharacters: 2_000 });
}

function record(cells: Readonly<Record<string, string>>): ClientRecord {
  const { row, problems } = read(cells);
  expect(problems).toEqual([]);
  if (!row) throw new Error("the row was not read");
  return row.record;
}

/** What is wrong with one cell, which stands in the fourth column unless it is a mandatory one. */
function problemOf(cells: Readonly<Record<string, string>>, rule: NinoRule = "training"): string[] {
  return read(cells, rule).problems.map(({ line, column, field, message }) => `${line}:${column} ${field}: ${message}`);
}

test("a row with the mandatory fields alone is a client with the guidance's defaults (¶106)", () => {
  expect(read({})).toEqual({
    nino: "QQ200001A",
    problems: [],
    notes: [],
    row: {
      line: 5,
      infoText: "",
      fields: new Set(["nino", "surname", "date_of_birth"]),
      record: {
        nino: "QQ200001A",
        title: "",
        surname: "Marsh",
        forenames: "",
        dateOfBirth: "1974-02-14",
        address: ["", "", "", ""],
        postcode: "",
        telephone: "",
        mobile: "",
        email: "",
        benefit: "",
        clientGroup: "",
        status: "",
        disabledPerson: false,
        incidentMarker: false,
        more: blankMore(),
        qualifications: [],
        childDatesOfBirth: [],
        iwbc: null,
        jsag: null,
      },
    },
  });
});

describe("a date", () => {
  test.each([
    ["14/02/1974", "1974-02-14"],
    ["1974-02-14", "1974-02-14"],
    [" 29/02/1976 ", "1976-02-29"],
    ["16/04/2012", "2012-04-16"],
  ])("written %s is read", (written, date) => {
    expect(record({ date_of_birth: written }).dateOfBirth).toBe(date);
  });

  test.each(["29/02/1975", "31/04/1970", "4/7/1970", "14.02.1974", "14/02/74", "02/14/1974", "1899-12-31", "soon"])(
    "written %s is refused",
    (written) => {
      expect(problemOf({ date_of_birth: written })).toEqual([
        `5:3 date_of_birth: '${written}' is not a date from 1900 to 2199. Write it as dd/mm/yyyy or YYYY-MM-DD.`,
      ]);
    },
  );

  test.each([
    "date_of_birth",
    "child_1_date_of_birth",
    "last_job_1_from",
    "last_job_2_to",
    "qualification_1_completed",
    "jsag_signed",
  ])("DT-1 in the future is refused as %s", (field) => {
    const [problem] = problemOf({ [field]: "17/04/2012" });
    expect(problem).toMatch(`${field}: 17/04/2012 lies in the future. Put in a date up to 16/04/2012.`);
  });
});

describe("a NINO", () => {
  test.each(["QQ 20 00 01 A", "qq200001a", "QQ-20-00-01-A"])("typed %s is stored without spaces", (typed) => {
    expect(record({ nino: typed }).nino).toBe("QQ200001A");
  });

  test.each([
    ["", "training", "The NINO is missing. Put it in; every client needs one."],
    ["QQ20001A", "training", "A NINO has two letters, six digits and a letter, as in QQ 12 34 56 C."],
    ["QQ200001E", "training", "The last letter of a NINO is A, B, C or D."],
    ["AB200001A", "training", "The training store takes only NINOs that start with QQ."],
    ["QQ200001A", "real", "No NINO starts with QQ."],
  ] as const)("%s is refused in a store for %s ones", (typed, rule, reason) => {
    const [problem] = problemOf({ nino: typed }, rule);
    expect(problem).toContain("5:1 nino: ");
    expect(problem).toContain(reason);
  });
});

describe("yes and no", () => {
  test.each([
    ["yes", true],
    ["No", false],
    ["Y", true],
    ["n", false],
    ["", false],
    ["  ", false],
  ])("%j is %s", (written, value) => {
    expect(record({ disabled_person: written }).disabledPerson).toBe(value);
  });

  test("anything else is refused with the words that are taken", () => {
    expect(problemOf({ car_owner: "sometimes" })).toEqual([
      "5:4 car_owner: 'sometimes' is not known here. Write yes or no, or leave the cell empty.",
    ]);
  });
});

describe("a word", () => {
  test.each([
    ["preferred_hours", "Full Time", { preferredHours: "full-time" }],
    ["preferred_hours", "part-time", { preferredHours: "part-time" }],
    ["preferred_hours", "Either Full/Part Time", { preferredHours: "either" }],
    ["rent_or_mortgage", "RENT", { rentOrMortgage: "rent" }],
    ["rent_or_mortgage", "mortgage", { rentOrMortgage: "mortgage" }],
    ["rent_or_mortgage", "N/K", { rentOrMortgage: "not-known" }],
    ["council_tax", "Not known", { councilTax: "not-known" }],
    ["dependants", "yes", { dependants: "yes" }],
    ["driving_licence", "Provisional", { drivingLicence: "provisional" }],
    ["driving_licence", "", { drivingLicence: null }],
  ])("in %s, %j, is understood", (field, written, expected) => {
    expect(record({ [field]: written }).more).toEqual({ ...blankMore(), ...expected });
  });

  test.each([
    ["preferred_hours", "full time, part time or either"],
    ["rent_or_mortgage", "rent, mortgage or not known"],
    ["council_tax", "yes, no or not known"],
    ["driving_licence", "provisional or full"],
    ["iwbc_result", "better off, worse off or no difference"],
    ["jsag_hours", "full time, part time or either"],
    ["qualification_1_kind", "qualification or basic skills"],
  ])("that %s does not know is refused with those it does", (field, words) => {
    expect(problemOf({ [field]: "whatever" })).toEqual([
      `5:4 ${field}: 'whatever' is not known here. Write ${words}, or leave the cell empty.`,
    ]);
  });
});

describe("a client group", () => {
  test("is known in any case", () => {
    expect(record({ client_group: "jets.s" }).clientGroup).toBe("JETS.S");
  });

  test("that an office made itself is kept and reported", () => {
    const { row, notes } = read({ client_group: "Carers" });
    expect(row?.record.clientGroup).toBe("Carers");
    expect(notes).toEqual([expect.objectContaining({ line: 5, column: 4, field: "client_group" })]);
  });
});

describe("a text", () => {
  test("AP-8 has its double quotes turned into single ones, and says so", () => {
    const { row, notes } = read({ forenames: "Ann “Nan”" });
    expect(row?.record.forenames).toBe("Ann 'Nan'");
    expect(notes).toEqual([
      { line: 5, column: 4, field: "forenames", message: "Double quotation marks were turned into single ones." },
    ]);
  });

  test("AP-9 loses control characters and is composed, and of white space alone is blank", () => {
    const { forenames, status, more } = record({
      forenames: "Rene\u0301\u0007",
      status: " \u200B ",
      support_needs: " \n ",
    });
    expect([forenames, status, more.supportNeeds]).toEqual(["René", "", ""]);
  });

  test("of one line has its line feeds made spaces; a note keeps them", () => {
    const { address, more } = record({ address_1: " Flat 1 \n The Mill", support_needs: "Stairs\nDoors" });
    expect([address[0], more.supportNeeds]).toEqual(["Flat 1 The Mill", "Stairs\nDoors"]);
  });

  test.each([
    ["status", 200],
    ["support_needs", 2_000],
    ["iwbc_notes", 2_000],
    ["agreed_actions", 2_000],
  ])("as long as %s may be (%i) is taken, one more is refused", (field, limit) => {
    expect(problemOf({ [field]: "é".repeat(limit) })).toEqual([]);
    const [problem] = problemOf({ [field]: "é".repeat(limit + 1) });
    const [most, found] = [limit, limit + 1].map((figure) => figure.toLocaleString("en-GB"));
    expect(problem).toBe(`5:4 ${field}: This text has ${found} characters; at most ${most} go in. Shorten it by 1.`);
  });

  test("that starts as a spreadsheet's formula is no name, but may be another text", () => {
    expect(problemOf({ title: "=A1" })).toEqual([
      "5:4 title: '=A1' is a spreadsheet's formula, not a name. Write the name itself.",
    ]);
    expect(record({ address_1: "=SUM(A1)" }).address[0]).toBe("=SUM(A1)");
  });
});

test.each(["123", "12345", "12a4"])("a SOC code %s is refused", (code) => {
  expect(problemOf({ soc_1: code })).toEqual([
    `5:4 soc_1: '${code}' is not a SOC code. Write its four digits, or leave the cell empty.`,
  ]);
});

test("a job that ends before it starts is refused at its end", () => {
  expect(problemOf({ last_job_1_from: "02/05/2010", last_job_1_to: "01/05/2010" })).toEqual([
    "5:5 last_job_1_to: The job ends on 01/05/2010, before it starts on 02/05/2010. Put one of the dates right.",
  ]);
});

test("children and qualifications are read in their order, gaps closed", () => {
  const { childDatesOfBirth, qualifications } = record({
    child_2_date_of_birth: "2003-05-21",
    child_12_date_of_birth: "11/11/2008",
    qualification_1_kind: "qualification",
    qualification_2_subject: "Numeracy",
    qualification_2_kind: "Basic Skills Assessment",
    qualification_2_on_plan: "yes",
    qualification_3_level: "GCSE",
    qualification_20_outcome: "Pass",
    qualification_20_completed: "24/08/2002",
    qualification_20_on_plan: "no",
  });
  expect(childDatesOfBirth).toEqual(["2003-05-21", "2008-11-11"]);
  expect(qualifications).toEqual([
    { level: "", subject: "Numeracy", outcome: "", completed: null, kind: "basic-skills", onPlan: false },
    { level: "GCSE", subject: "", outcome: "", completed: null, kind: "qualification", onPlan: true },
    { level: "", subject: "", outcome: "Pass", completed: "2002-08-24", kind: "qualification", onPlan: false },
  ]);
});

describe("a JSAg", () => {
  const blank = { job: "", soc: "" };
  const notes = { availability: "", restrictions: "", actionsAgreed: "" };
  const empty = { jobPreferences: [blank, blank, blank], preferredHours: null, ...notes, signed: null };

  test.each([
    [{}, null],
    [{ benefit: "ESA" }, null],
    [{ benefit: "JSA(IB)" }, empty],
    [{ client_group: "jsa" }, empty],
    [{ jsag_signed: "06/02/2012" }, { ...empty, signed: "2012-02-06" }],
    [{ jsag_soc_2: "9149" }, { ...empty, jobPreferences: [blank, { job: "", soc: "9149" }, blank] }],
  ])("of a row with %j is %j", (cells, jsag) => {
    expect(record(cells).jsag).toEqual(jsag);
  });
});

test("every field that is wrong is named, not the first alone", () => {
  expect(read({ surname: " ", date_of_birth: "", soc_1: "1" }).problems.map(({ field }) => field)).toEqual([
    "surname",
    "date_of_birth",
    "soc_1",
  ]);
});
