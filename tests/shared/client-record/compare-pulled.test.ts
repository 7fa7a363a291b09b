import { describe, expect, test } from "vitest";
import {
  blankMore,
  type ClientRecord,
  type More,
  type Qualification,
} from "../../../shared/client-record/client-record.ts";
import { bandsByAgeAlone, comparePulled, qualificationChanges } from "../../../shared/client-record/compare-pulled.ts";
import {
  AGE_BANDS,
  childrenByBand,
  isSameDetails,
  type PulledDetails,
  pullThrough,
} from "../../../shared/client-record/pull-through.ts";
import { aRecord, TODAY } from "../action-plan/fixtures.ts";

const NOTHING = { job: "", soc: "" };
const NO_JOB = { job: "", from: null, to: null };
const english = qualification("English", "C");
const maths = qualification("Mathematics", "D");

function qualification(subject: string, outcome: string, level = "GCSE"): Qualification {
  return { level, subject, outcome, completed: "2000-08-24", kind: "qualification", onPlan: true };
}

function withMore(fields: Partial<More>): Partial<ClientRecord> {
  return { more: { ...blankMore(), ...fields } };
}

function pulled(fields: Partial<ClientRecord>): PulledDetails {
  return pullThrough(aRecord(fields), TODAY);
}

/** What is told of a record that came from another, or from a blank one. */
function told(after: Partial<ClientRecord>, before: Partial<ClientRecord> = {}) {
  return comparePulled(pulled(before), pulled(after)).map((change) => Object.values(change).join(" | "));
}

const iwbc = { result: null, notes: "", date: null };

type Alone = readonly [field: string, record: Partial<ClientRecord>, line: string, before: Partial<ClientRecord>];

function alone(field: string, record: Partial<ClientRecord>, line: string, before: Partial<ClientRecord> = {}): Alone {
  return [field, record, line, before];
}

function preferenceAlone(index: number): Alone[] {
  const at = (preference: typeof NOTHING) =>
    withMore({ jobPreferences: [0, 1, 2].map((place) => (place === index ? preference : NOTHING)) });
  const name = `Job Pref ${index + 1}`;
  const cook = { job: "Cook", soc: "5434" };
  return [
    alone(name, at({ job: "Cook", soc: "" }), `Aims | ${name} |  | Cook`),
    alone(`${name} SOC`, at(cook), `Aims | ${name} | Cook, 5435 | Cook, 5434`, at({ ...cook, soc: "5435" })),
    alone(`${name} and its SOC`, at(cook), `Aims | ${name} |  | Cook, 5434`),
  ];
}

function lastJobAlone(index: number): Alone[] {
  const at = (job: Partial<More["lastJobs"][number]>) =>
    withMore({ lastJobs: [0, 1].map((place) => (place === index ? { ...NO_JOB, ...job } : NO_JOB)) });
  const name = `Last Job ${index + 1}`;
  return [
    alone(name, at({ job: "Cook" }), `EHist | ${name} |  | Cook`),
    alone(`${name} From`, at({ from: "2020-01-02" }), `EHist | ${name} |  | from 02/01/2020`),
    alone(`${name} To`, at({ to: "2021-01-02" }), `EHist | ${name} |  | to 02/01/2021`),
  ];
}

const mortgage = withMore({ rentOrMortgage: "mortgage" });

/** Every field of every tab, changed alone on a blank record, and the one line that tells it. */
const ALONE: readonly Alone[] = [
  ...[0, 1, 2].flatMap(preferenceAlone),
  alone("Preferred Hours", withMore({ preferredHours: "part-time" }), "Aims | Preferred Hours |  | Part Time"),
  ...[0, 1].flatMap(lastJobAlone),
  alone("Paying Rent", withMore({ rentOrMortgage: "rent" }), "PCirc | Paying Rent | No | Yes", mortgage),
  alone("Council Tax", withMore({ councilTax: "no" }), "PCirc | Council Tax | N/K | No"),
  alone("DP", { disabledPerson: true }, "PCirc | DP | No | Yes"),
  alone("Driving Licence", withMore({ drivingLicence: "provisional" }), "PCirc | Driving Licence |  | Provisional"),
  alone("Car Owner", withMore({ carOwner: true }), "PCirc | Car Owner | No | Yes"),
  alone("Endorsement", withMore({ endorsement: true }), "PCirc | Endorsement | No | Yes"),
  ...AGE_BANDS.map(({ band, from }) =>
    alone(`children aged ${band}`, { childDatesOfBirth: [`${2026 - from}-01-01`] }, `PCirc | ${band} | 0 | 1`),
  ),
  alone("Dependant", withMore({ dependants: "yes" }), "PCirc | Dependant | N/K | Yes"),
  alone("IWBC", { iwbc: { ...iwbc, result: "worse-off" } }, "PCirc | IWBC |  | Worse off"),
  alone("IWBC Notes", { iwbc: { ...iwbc, notes: "By £3" } }, "PCirc | IWBC Notes |  | By £3"),
  alone("IWBC Date", { iwbc: { ...iwbc, date: "2026-03-02" } }, "PCirc | IWBC Date |  | 02/03/2026"),
  alone("a qualification", { qualifications: [english] }, "Quals | Qualification |  | GCSE, English, C, 24/08/2000"),
];

describe("¶21 what differs from the plan's copy", () => {
  test("is nothing where nothing was changed", () => {
    expect(told({ qualifications: [english, maths] }, { qualifications: [english, maths] })).toEqual([]);
  });

  test.each(ALONE)("%s changed alone is told in one line", (field, record, line, before) => {
    // Rent and mortgage are one field of the record (¶106), shown as two.
    const both = field === "Paying Rent" ? ["PCirc | Mortgage | Yes | No"] : [];
    expect(told(record, before)).toEqual([line, ...both]);
    expect(isSameDetails(pulled(record), pulled(before))).toBe(false);
  });

  test("is told in the order of the tabs", () => {
    const record = { ...withMore({ preferredHours: "full-time", carOwner: true }), qualifications: [english] };
    expect(comparePulled(pulled({}), pulled(record)).map(({ tab }) => tab)).toEqual(["Aims", "PCirc", "Quals"]);
  });

  test("keeps a job and a code apart that read alike in one line", () => {
    const at = (job: string, soc: string) => withMore({ jobPreferences: [{ job, soc }, NOTHING, NOTHING] });
    expect(told(at("Cook", "5434"), at("Cook, 5434", ""))).toHaveLength(1);
  });
});

describe("¶21 qualifications", () => {
  const lines = { english: "GCSE, English, C, 24/08/2000", maths: "GCSE, Mathematics, D, 24/08/2000" };
  const better = { ...english, outcome: "A" };

  test.each<[what: string, before: Qualification[], after: Qualification[], told: string[]]>([
    ["added", [english], [english, maths], [` | ${lines.maths}`]],
    ["removed", [english, maths], [maths], [`${lines.english} | `]],
    ["amended", [english, maths], [better, maths], [`${lines.english} | GCSE, English, A, 24/08/2000`]],
    ["put in another order", [english, maths], [maths, english], []],
    [
      "put in another order, with one amended",
      [english, maths],
      [maths, better],
      [`${lines.english} | GCSE, English, A, 24/08/2000`],
    ],
    ["recorded twice", [english], [english, english], [` | ${lines.english}`]],
    ["no longer recorded twice", [english, english], [english], [`${lines.english} | `]],
    ["joined by a second of the same subject", [english], [better, english], [" | GCSE, English, A, 24/08/2000"]],
    ["replaced by one of another subject", [english], [maths], [` | ${lines.maths}`, `${lines.english} | `]],
    [
      "of no subject, replaced",
      [qualification("", "C")],
      [qualification("", "B")],
      [" | GCSE, B, 24/08/2000", "GCSE, C, 24/08/2000 | "],
    ],
    ["no longer ticked AP", [english], [{ ...english, onPlan: false }], [`${lines.english} | `]],
    [
      "turned into a Basic Skills Assessment",
      [english],
      [{ ...english, kind: "basic-skills" }],
      [`${lines.english} | `],
    ],
  ])("%s", (_, before, after, expected) => {
    const [then, now] = [pulled({ qualifications: before }), pulled({ qualifications: after })];
    const changes = comparePulled(then, now);
    expect(changes.map((change) => `${change.before} | ${change.after}`)).toEqual(expected);
    expect(isSameDetails(then, now)).toBe(expected.length === 0);
  });

  test("are marked row by row as they stand today", () => {
    const rows = (qualifications: Qualification[]) => pulled({ qualifications }).qualifications;
    const [then, now] = [rows([english, maths]), rows([qualification("Welding", "Pass"), better])];
    expect(qualificationChanges(then, now)).toEqual({ rows: ["new", then[0]], removed: [then[1]] });
  });
});

describe("¶90 a band that moved by age alone", () => {
  const savedOn = "2025-06-01";
  const moved = (then: string[], now: string[]) => {
    const saved = childrenByBand(then, savedOn);
    const today = childrenByBand(now, TODAY);
    const aged = bandsByAgeAlone(saved, now, savedOn, TODAY);
    return AGE_BANDS.filter((_, index) => saved[index] !== today[index]).map(
      ({ band }) => `${band} ${aged[AGE_BANDS.findIndex((one) => one.band === band)] ? "by age" : "changed"}`,
    );
  };
  /** Two on the day of the save and three today. */
  const grows = "2022-09-01";

  test.each<[what: string, then: string[], now: string[], told: string[]]>([
    ["nobody's", [], [], []],
    ["a child grew into the next band", [grows], [grows], ["0-2 by age", "3-4 by age"]],
    ["a child left the last band", ["2006-09-01"], ["2006-09-01"], ["17-18 by age"]],
    ["a child was added", [], ["2018-01-01"], ["8-11 changed"]],
    ["a child was born since", [], ["2025-12-01"], ["0-2 changed"]],
    ["a child was taken out", ["2010-01-01"], [], ["15-16 changed"]],
    [
      "one grew and one was added elsewhere",
      [grows],
      [grows, "2018-01-01"],
      ["0-2 by age", "3-4 by age", "8-11 changed"],
    ],
    ["one grew out as another was born into it", [grows], [grows, "2025-12-01"], ["3-4 by age"]],
    ["a date of birth was put right", ["2018-01-01"], ["2012-01-01"], ["5-7 changed", "12-14 changed"]],
  ])("%s", (_, then, now, expected) => {
    expect(moved(then, now)).toEqual(expected);
  });
});
