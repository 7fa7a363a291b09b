import { describe, expect, it, test } from "vitest";
import { blankMore, type StoredClientRecord } from "../../../shared/client-record/client-record.ts";
import {
  blankDetailsForm,
  formOf,
  type MergedForm,
  mergeChildren,
  mergeForms,
  qualificationForm,
  readForm,
  readQualification,
  valueInWords,
} from "../../../shared/client-record/record-form.ts";
import { type PartWindow, partOf } from "../../../shared/client-record/record-part.ts";
import type { RecordSituation } from "../../../shared/client-record/record-rules.ts";

const TODAY = "2012-04-16";
const SITUATION: RecordSituation = {
  today: TODAY,
  rule: "training",
  isInterviewOpen: true,
  isJsaClient: true,
  areAimsReadOnly: false,
  savedAims: blankMore(),
};
const JOBS = [
  { job: "Baker", soc: "5432" },
  { job: "", soc: "" },
  { job: "Cook", soc: "" },
];
const CLIENT: StoredClientRecord = {
  ...{ id: "client", version: 1, clientSince: "2011-09-16" },
  ...{ nino: "QQ123456C", title: "Ms", surname: "Moor", forenames: "Ada", dateOfBirth: "1980-02-01" },
  ...{ address: ["1 Quay", "", "", ""], postcode: "ZZ1 1ZZ", telephone: "1", mobile: "2", email: "a@example.org" },
  ...{ benefit: "JSA", clientGroup: "JSA", status: "Not in work", disabledPerson: true, incidentMarker: false },
  more: {
    ...blankMore(),
    jobPreferences: JOBS,
    lastJobs: [
      { job: "Cook", from: "2001-02-03", to: null },
      { job: "", from: null, to: null },
    ],
    drivingLicence: "full",
    supportNeeds: "Large print\nand time",
  },
  qualifications: [],
  childDatesOfBirth: ["2001-01-01", "2005-05-05"],
  iwbc: null,
  jsag: {
    ...{ jobPreferences: JOBS, preferredHours: "either" },
    ...{ availability: "Days", restrictions: "None", actionsAgreed: "Two a week", signed: "2012-04-02" },
  },
  changed: { more: null, qualifications: null, children: null, iwbc: null, jsag: null },
};

const merged = (form: Record<string, string>, beside: Record<string, string> = {}): MergedForm => ({ form, beside });

describe("a record window's form", () => {
  test.each<PartWindow>(["Client", "More", "CBW", "JSAg"])("%s reads back what it shows", (window) => {
    const part = partOf(CLIENT, window);
    expect(readForm(window, formOf(part, TODAY), SITUATION)).toEqual({ part, problems: [] });
  });

  it("shows the NINO in its groups and dates as they are read here", () => {
    expect(formOf(partOf(CLIENT, "Client"), TODAY)).toMatchObject({
      NINO: "QQ 12 34 56 C",
      "Date of birth": "01/02/1980",
      "DP marker": "yes",
    });
  });

  it("takes a new calculation as of today, whatever the last one was", () => {
    const iwbc = { result: "better-off", notes: "More", date: "2012-01-01" } as const;
    expect(formOf({ window: "IWBC", iwbc }, TODAY)).toEqual({
      Result: "",
      "IWBC Notes": "",
      "IWBC Date": "16/04/2012",
    });
  });

  it("says what is no date and what is missing, in the window's order, once for each field", () => {
    const form = { ...blankDetailsForm(), NINO: "QQ 12 34 56 C", Email: '"', "Date of birth": "30/02/1980" };
    expect(readForm("Client", form, SITUATION)).toEqual({
      part: null,
      problems: [
        { field: "Surname", reason: { code: "missing" } },
        { field: "Date of birth", reason: { code: "not-a-date", typed: "30/02/1980" } },
        { field: "Email", reason: { code: "double-quotes" } },
      ],
    });
    const { problems } = readForm("Client", { ...form, "Date of birth": " ", Email: "", Surname: "Moor" }, SITUATION);
    expect(problems).toEqual([{ field: "Date of birth", reason: { code: "missing" } }]);
  });

  it("leaves rows of CBW that are not filled in out, and names the others by their own number", () => {
    const form = { "Date of birth 1": "", "Date of birth 2": "01/01/2001", "Date of birth 3": "17/04/2012" };
    expect(readForm("CBW", form, SITUATION).problems).toEqual([
      { field: "Date of birth 3", reason: { code: "in-future", latest: TODAY } },
    ]);
    expect(readForm("CBW", { ...form, "Date of birth 3": " " }, SITUATION).part).toEqual({
      window: "CBW",
      childDatesOfBirth: ["2001-01-01"],
    });
  });

  it("¶94 starts a new qualification with its AP tick, and an assessment that becomes one too", () => {
    expect(qualificationForm(null)).toMatchObject({ Kind: "qualification", AP: "yes" });
    const assessment = { level: "Entry 3", subject: "", outcome: "", completed: null } as const;
    expect(qualificationForm({ ...assessment, kind: "basic-skills", onPlan: false }).AP).toBe("yes");
    expect(qualificationForm({ ...assessment, kind: "qualification", onPlan: false }).AP).toBe("no");
  });

  it("reads a qualification by its own fields' names", () => {
    expect(readQualification(qualificationForm(null), SITUATION)).toEqual({
      row: null,
      problems: [{ field: "Subject", reason: { code: "missing" } }],
    });
    const typed = { ...qualificationForm(null), "Date Completed": "long ago" };
    expect(readQualification(typed, SITUATION).problems).toEqual([
      { field: "Date Completed", reason: { code: "not-a-date", typed: "long ago" } },
    ]);
    expect(readQualification({ ...typed, "Date Completed": "", Subject: " Maths " }, SITUATION).row).toEqual({
      ...{ level: "", subject: "Maths", outcome: "", completed: null },
      ...{ kind: "qualification", onPlan: true },
    });
  });

  it("says a value in the words of its field", () => {
    expect(valueInWords("Council Tax", "not-known")).toBe("Not Known");
    expect(valueInWords("Job Pref 1", "Baker")).toBe("Baker");
    expect(valueInWords("Job Pref 1", "")).toBe("blank");
  });
});

describe("a form whose window was saved elsewhere", () => {
  const before = { a: "1", b: "2" };
  test.each([
    ["follows it where nothing was typed", merged(before), { a: "9", b: "2" }, merged({ a: "9", b: "2" })],
    [
      "keeps what was typed in a field that was not saved",
      merged({ a: "x", b: "2" }),
      { a: "1", b: "9" },
      merged({ a: "x", b: "9" }),
    ],
    [
      "keeps what was typed, and what stands there now beside it",
      merged({ a: "x", b: "2" }),
      { a: "9", b: "2" },
      merged({ a: "x", b: "2" }, { a: "9" }),
    ],
    [
      "shows nothing beside where both wrote the same",
      merged({ a: "9", b: "2" }),
      { a: "9", b: "2" },
      merged({ a: "9", b: "2" }),
    ],
  ])("%s", (_what, mine, now, expected) => {
    expect(mergeForms(before, mine, now)).toEqual(expected);
  });

  it("goes on saying what stands there through a save of another field, and follows its next value", () => {
    const first = mergeForms(before, merged({ a: "x", b: "2" }), { a: "9", b: "2" });
    const second = mergeForms({ a: "9", b: "2" }, first, { a: "9", b: "3" });
    expect(second).toEqual(merged({ a: "x", b: "3" }, { a: "9" }));
    expect(mergeForms({ a: "9", b: "3" }, second, { a: "8", b: "3" })).toEqual(merged({ a: "x", b: "3" }, { a: "8" }));
  });

  it("keeps a list of children as typed, or follows it as a whole", () => {
    const now = { "Date of birth 1": "03/03/2003" };
    expect(mergeChildren(before, merged(before), now)).toEqual(merged(now));
    expect(mergeChildren(before, merged({ a: "x" }), now)).toEqual(merged({ a: "x" }, now));
    expect(mergeChildren(before, merged(now), now)).toEqual(merged(now));
  });
});
