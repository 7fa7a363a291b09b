import { describe, expect, it } from "vitest";
import { blankMore, type ClientRecord, type Qualification } from "../../../shared/client-record/client-record.ts";
import { childrenByBand, pulledDetailsSchema, pullThrough } from "../../../shared/client-record/pull-through.ts";
import { aRecord, TODAY } from "../action-plan/fixtures.ts";

const NO_NOTES = { availability: "", restrictions: "", actionsAgreed: "" };

const JOBS = [
  { job: "Gardener", soc: "5113" },
  { job: "Driver", soc: "" },
  { job: "", soc: "" },
];
const AGREED = [
  { job: "Welder", soc: "5215" },
  { job: "", soc: "" },
  { job: "", soc: "" },
];
const NOTHING = [0, 1, 2].map(() => ({ job: "", soc: "" }));
const noChildren = [0, 0, 0, 0, 0, 0, 0];

function circumstances(fields: Partial<ClientRecord>) {
  return pullThrough(aRecord(fields), TODAY).circumstances;
}

describe("¶14, ¶78 pull-through", () => {
  it("of an empty record shows blanks and the guidance's defaults", () => {
    const pulled = pullThrough(aRecord(), TODAY);
    expect(pulled).toEqual({
      aims: { jobPreferences: NOTHING, preferredHours: "" },
      employment: { lastJobs: [0, 1].map(() => ({ job: "", from: null, to: null })) },
      circumstances: {
        payingRent: "N/K",
        mortgage: "N/K",
        councilTax: "N/K",
        disabledPerson: "No",
        drivingLicence: "",
        carOwner: "No",
        endorsement: "No",
        childrenByBand: noChildren,
        dependant: "N/K",
        iwbc: "",
        iwbcNotes: "",
        iwbcDate: null,
      },
      qualifications: [],
    });
    expect(pulledDetailsSchema.parse(pulled)).toEqual(pulled);
  });

  it("of a full record shows every field", () => {
    const lastJobs = [
      { job: "Cook", from: "2019-04-01", to: "2024-06-30" },
      { job: "Cleaner", from: null, to: "2018-12-31" },
    ];
    const record = aRecord({
      disabledPerson: true,
      childDatesOfBirth: ["2020-01-01", "2010-01-01"],
      iwbc: { result: "better-off", notes: "Better off by 20 pounds", date: "2026-02-02" },
      more: {
        ...blankMore(),
        jobPreferences: JOBS,
        preferredHours: "either",
        lastJobs,
        rentOrMortgage: "rent",
        councilTax: "yes",
        dependants: "no",
        drivingLicence: "full",
        endorsement: true,
        carOwner: true,
      },
    });
    expect(pullThrough(record, TODAY)).toEqual({
      aims: { jobPreferences: JOBS, preferredHours: "Either Full/Part Time" },
      employment: { lastJobs },
      circumstances: {
        payingRent: "Yes",
        mortgage: "No",
        councilTax: "Yes",
        disabledPerson: "Yes",
        drivingLicence: "Full",
        carOwner: "Yes",
        endorsement: "Yes",
        childrenByBand: [0, 0, 1, 0, 0, 1, 0],
        dependant: "No",
        iwbc: "Better off",
        iwbcNotes: "Better off by 20 pounds",
        iwbcDate: "2026-02-02",
      },
      qualifications: [],
    });
  });
});

describe("¶106 one field shown as Paying Rent and Mortgage", () => {
  it.each([
    ["not-known", "N/K", "N/K"],
    ["rent", "Yes", "No"],
    ["mortgage", "No", "Yes"],
  ] as const)("%s shows Paying Rent %s and Mortgage %s", (rentOrMortgage, payingRent, mortgage) => {
    const shown = circumstances({ more: { ...blankMore(), rentOrMortgage } });
    expect([shown.payingRent, shown.mortgage]).toEqual([payingRent, mortgage]);
  });

  it.each([
    ["not-known", "N/K"],
    ["yes", "Yes"],
    ["no", "No"],
  ] as const)("council tax and dependants of %s show %s", (known, shown) => {
    const found = circumstances({ more: { ...blankMore(), councilTax: known, dependants: known } });
    expect([found.councilTax, found.dependant]).toEqual([shown, shown]);
  });

  it.each([
    [null, ""],
    ["provisional", "Provisional"],
    ["full", "Full"],
  ] as const)("a driving licence of %s shows %j", (drivingLicence, shown) => {
    expect(circumstances({ more: { ...blankMore(), drivingLicence } }).drivingLicence).toBe(shown);
  });

  it.each([
    [null, ""],
    ["better-off", "Better off"],
    ["worse-off", "Worse off"],
    ["no-difference", "No difference"],
  ] as const)("an IWBC result of %s shows %j", (result, shown) => {
    expect(circumstances({ iwbc: { result, notes: "", date: null } }).iwbc).toBe(shown);
  });

  it.each([
    [null, ""],
    ["full-time", "Full Time"],
    ["part-time", "Part Time"],
    ["either", "Either Full/Part Time"],
  ] as const)("preferred hours of %s show %j", (preferredHours, shown) => {
    const record = aRecord({ more: { ...blankMore(), preferredHours } });
    expect(pullThrough(record, TODAY).aims.preferredHours).toBe(shown);
  });
});

describe("¶87 children by age band", () => {
  it.each([
    ["born today", "2026-03-16", 0],
    ["aged 2, 3 tomorrow", "2023-03-17", 0],
    ["3 today", "2023-03-16", 1],
    ["aged 4, 5 tomorrow", "2021-03-17", 1],
    ["5 today", "2021-03-16", 2],
    ["aged 7, 8 tomorrow", "2018-03-17", 2],
    ["8 today", "2018-03-16", 3],
    ["aged 11, 12 tomorrow", "2014-03-17", 3],
    ["12 today", "2014-03-16", 4],
    ["aged 14, 15 tomorrow", "2011-03-17", 4],
    ["15 today", "2011-03-16", 5],
    ["aged 16, 17 tomorrow", "2009-03-17", 5],
    ["17 today", "2009-03-16", 6],
    ["aged 18, 19 tomorrow", "2007-03-17", 6],
    ["19 today", "2007-03-16", undefined],
    ["aged 30", "1996-01-01", undefined],
    ["born tomorrow", "2026-03-17", undefined],
  ])("a child %s (%s) is in band %s", (_, birth, band) => {
    expect(childrenByBand([birth], TODAY)).toEqual(noChildren.map((_none, index) => (index === band ? 1 : 0)));
  });

  it("counts every child, twins too", () => {
    expect(childrenByBand(["2023-03-16", "2023-03-16", "2026-01-01", "2007-03-16"], TODAY)).toEqual([
      1, 2, 0, 0, 0, 0, 0,
    ]);
  });
});

describe("¶80 job preferences of a JSA client", () => {
  const jsag = { jobPreferences: AGREED, preferredHours: "full-time" as const, ...NO_NOTES, signed: "2026-01-05" };
  const more = { ...blankMore(), jobPreferences: JOBS, preferredHours: "part-time" as const };
  const fromJsag = { jobPreferences: AGREED, preferredHours: "Full Time" };
  const fromMore = { jobPreferences: JOBS, preferredHours: "Part Time" };
  it.each([
    ["JSA", "JSA", jsag, fromJsag],
    ["JSA", "", jsag, fromJsag],
    ["JSA(IB)", "Partner", jsag, fromJsag],
    ["Jobseeker's Allowance", "", jsag, fromJsag],
    ["JSA", "JETS.S", jsag, fromJsag],
    ["", "JSA", jsag, fromJsag],
    ["", "", jsag, fromJsag],
    ["JSA", "JSA", null, fromMore],
    ["ESA", "ESA", null, fromMore],
    ["ESA", "ESA", jsag, fromMore],
    ["IS", "LP", jsag, fromMore],
    ["", "Other IS", jsag, fromMore],
  ])("benefit %j, group %j, JSAg %o", (benefit, clientGroup, agreement, aims) => {
    expect(pullThrough(aRecord({ benefit, clientGroup, jsag: agreement, more }), TODAY).aims).toEqual(aims);
  });

  it("shows a JSAg without preferences as blank", () => {
    const blank = { jobPreferences: NOTHING, preferredHours: null, ...NO_NOTES, signed: null };
    expect(pullThrough(aRecord({ benefit: "JSA", clientGroup: "JSA", jsag: blank, more }), TODAY).aims).toEqual({
      jobPreferences: NOTHING,
      preferredHours: "",
    });
  });
});

describe("¶94, ¶95 qualifications on the plan", () => {
  const gcse: Qualification = {
    level: "Level 2",
    subject: "Mathematics",
    outcome: "Passed",
    completed: "1996-07-01",
    kind: "qualification",
    onPlan: true,
  };
  const shown = { level: "Level 2", subject: "Mathematics", outcome: "Passed", completed: "1996-07-01" };
  it.each([
    ["qualification", true, [shown]],
    ["qualification", false, []],
    ["basic-skills", true, []],
    ["basic-skills", false, []],
  ] as const)("a %s with the AP tick %s", (kind, onPlan, expected) => {
    expect(pullThrough(aRecord({ qualifications: [{ ...gcse, kind, onPlan }] }), TODAY).qualifications).toEqual(
      expected,
    );
  });

  it("keeps the record's order", () => {
    const qualifications = [gcse, { ...gcse, onPlan: false }, { ...gcse, subject: "Art", completed: null }];
    expect(pullThrough(aRecord({ qualifications }), TODAY).qualifications).toEqual([
      shown,
      { ...shown, subject: "Art", completed: null },
    ]);
  });
});
