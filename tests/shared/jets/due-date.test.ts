import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bankHolidaysOf } from "../../../electron/platform/bank-holidays.ts";
import { addDays } from "../../../shared/dates.ts";
import type { Nation } from "../../../shared/jets/contract-terms.ts";
import {
  afterOutage,
  beforeOutage,
  type Counting,
  dueDate,
  type OutageDays,
  storedDueDate,
  type WorkingCalendar,
  workingDaysBefore,
  workingDaysBetween,
} from "../../../shared/jets/due-date.ts";
import { dueDistance, dueSentences } from "../../../shared/jets/due-words.ts";
import { isWorkingDay } from "../../../shared/working-days.ts";

const START: Counting = { from: "start", countedFrom: "2012-04-03", workingDays: 10 };

function calendar(nation: Nation, parts: Partial<WorkingCalendar> = {}): WorkingCalendar {
  const days = { bankHolidays: bankHolidaysOf(nation), localHolidays: [], elsewhere: bankHolidaysOf("ENG") };
  return { nation, ...days, outages: [], ...parts };
}

function dueOn(countedFrom: string, nation: Nation, parts: Partial<WorkingCalendar> = {}): string {
  return dueDate({ ...START, countedFrom }, calendar(nation, parts)).dueOn;
}

const outage = (from: string, to: string, reason = "No power"): OutageDays => ({ from, to, reason });

describe("DT-3 and 4.03, ten working days from the start", () => {
  test.each([
    ["over Easter", "2012-04-03", "2012-04-18", "2012-04-19"],
    ["from the day before Good Friday", "2012-04-05", "2012-04-20", "2012-04-23"],
    ["from a Saturday", "2012-04-07", "2012-04-20", "2012-04-23"],
    ["over 2 January 2012", "2011-12-20", "2012-01-09", "2012-01-06"],
    ["over 2 January 2020", "2019-12-23", "2020-01-10", "2020-01-09"],
    ["over 3 and 4 January 2022", "2021-12-21", "2022-01-10", "2022-01-07"],
    ["from 2 January 2022", "2022-01-02", "2022-01-18", "2022-01-17"],
    ["over 19 September 2022", "2022-09-12", "2022-09-27", "2022-09-27"],
    ["over 8 May 2023", "2023-04-27", "2023-05-15", "2023-05-15"],
    ["over the jubilee of 2012", "2012-05-25", "2012-06-12", "2012-06-12"],
    ["over St Andrew's Day", "2021-11-22", "2021-12-07", "2021-12-06"],
    ["over a St Andrew's Day that moved to Monday", "2013-11-25", "2013-12-10", "2013-12-09"],
    ["over nothing but weekends", "2012-03-12", "2012-03-26", "2012-03-26"],
  ])("%s, from %s, end on %s in Scotland and on %s in England", (_, countedFrom, scotland, england) => {
    expect(dueOn(countedFrom, "SCT")).toBe(scotland);
    expect(dueOn(countedFrom, "ENG")).toBe(england);
  });

  test.each([
    ["in the time", "2012-04-16", "2012-04-19"],
    ["on the due date itself", "2012-04-18", "2012-04-19"],
    ["on the day it is counted from", "2012-04-03", "2012-04-18"],
    ["after it", "2012-04-19", "2012-04-18"],
    ["at a weekend", "2012-04-14", "2012-04-18"],
    ["on a bank holiday", "2012-04-06", "2012-04-18"],
  ])("a local holiday %s, %s: due on %s", (_, date, expected) => {
    expect(dueOn("2012-04-03", "SCT", { localHolidays: [{ date, name: "Fair" }] })).toBe(expected);
  });

  test("a sister scheme counts 20 working days from the referral", () => {
    const counting: Counting = { from: "referral", countedFrom: "2012-03-26", workingDays: 20 };
    expect(dueDate(counting, calendar("ENG")).dueOn).toBe("2012-04-25");
  });
});

describe("DT-3 an outage adds the working days that it overlapped, once", () => {
  test.each([
    ["in the time", [outage("2012-04-10", "2012-04-11")], "2012-04-20"],
    ["over a weekend", [outage("2012-04-13", "2012-04-16")], "2012-04-20"],
    ["at a weekend and on Good Friday alone", [outage("2012-04-06", "2012-04-08")], "2012-04-18"],
    ["before and at the start", [outage("2012-04-01", "2012-04-03")], "2012-04-18"],
    ["that began before the start", [outage("2012-04-02", "2012-04-04")], "2012-04-19"],
    ["that began on the due date", [outage("2012-04-18", "2012-04-24")], "2012-04-19"],
    ["that began when it was overdue", [outage("2012-04-19", "2012-04-24")], "2012-04-18"],
    ["two that share a day", [outage("2012-04-10", "2012-04-11"), outage("2012-04-11", "2012-04-12")], "2012-04-23"],
    ["the same one twice", [outage("2012-04-10", "2012-04-11"), outage("2012-04-10", "2012-04-11")], "2012-04-20"],
    [
      "one that the one before made fall in the time",
      [outage("2012-04-19", "2012-04-19"), outage("2012-04-12", "2012-04-12")],
      "2012-04-20",
    ],
  ])("%s", (_, outages, expected) => {
    expect(dueOn("2012-04-03", "SCT", { outages })).toBe(expected);
  });

  test.each([
    ["before the date fell due", "2012-04-18", outage("2012-04-17", "2012-04-17"), "2012-04-19"],
    ["when it was overdue", "2012-04-18", outage("2012-04-19", "2012-04-20"), "2012-04-18"],
    ["of a date that holidays would move by now", "2012-04-17", outage("2012-04-12", "2012-04-13"), "2012-04-19"],
    ["of such a date that was overdue", "2012-04-17", outage("2012-04-18", "2012-04-18"), "2012-04-17"],
  ])("recorded afterwards, that began %s: %s becomes %o", (_, stored, added, expected) => {
    const outages = [outage("2012-03-01", "2012-03-02"), added];
    expect(afterOutage(stored, { counting: START, calendar: calendar("SCT", { outages }), outage: added })).toBe(
      expected,
    );
  });
});

describe("DT-3 an outage that is taken back", () => {
  test.each([
    ["moved a date", "2012-04-19", outage("2012-04-17", "2012-04-17"), "2012-04-18"],
    ["moved no date that was overdue", "2012-04-18", outage("2012-04-19", "2012-04-20"), "2012-04-18"],
    ["moved a date that holidays would move by now", "2012-04-19", outage("2012-04-12", "2012-04-13"), "2012-04-17"],
    ["lay at a weekend", "2012-04-18", outage("2012-04-14", "2012-04-15"), "2012-04-18"],
    ["moved a date over a weekend", "2012-04-23", outage("2012-04-16", "2012-04-18"), "2012-04-18"],
  ])("that %s: %s becomes what it was", (_, stored, taken, expected) => {
    const outages = [outage("2012-03-01", "2012-03-02"), taken];
    const parts = { counting: START, calendar: calendar("SCT", { outages }), outage: taken };
    expect(beforeOutage(stored, parts)).toBe(expected);
  });

  const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays("2012-03-20", days));
  const anOutage = fc
    .tuple(day, fc.integer({ min: 0, max: 8 }))
    .map(([from, days]) => outage(from, addDays(from, days)));
  const store = {
    nation: fc.constantFrom<Nation>("SCT", "ENG"),
    localHolidays: fc.array(
      day.map((date) => ({ date, name: "Fair" })),
      { maxLength: 3 },
    ),
    countedFrom: day,
    workingDays: fc.integer({ min: 1, max: 20 }),
    taken: anOutage,
  };

  test("leaves every date and its sum as if it had never been recorded, beside other outages too", () => {
    const others = fc.array(anOutage, { maxLength: 3 });
    fc.assert(
      fc.property(fc.record({ ...store, others }), ({ nation, localHolidays, others, taken, ...counted }) => {
        const counting: Counting = { ...counted, from: "start" };
        const before = calendar(nation, { localHolidays, outages: others });
        const after = calendar(nation, { localHolidays, outages: [...others, taken] });
        const stored = dueDate(counting, before);
        const recorded = afterOutage(stored.dueOn, { counting, calendar: after, outage: taken });
        const back = beforeOutage(recorded, { counting, calendar: after, outage: taken });
        expect(storedDueDate(back, counting, before)).toEqual(stored);
      }),
    );
  });

  test("leaves a date that was kept when the holidays changed as it was kept", () => {
    const input = fc.record({ ...store, shift: fc.integer({ min: -5, max: 5 }) });
    fc.assert(
      fc.property(input, ({ nation, localHolidays, taken, shift, ...counted }) => {
        const counting: Counting = { ...counted, from: "start" };
        const before = calendar(nation, { localHolidays });
        const after = calendar(nation, { localHolidays, outages: [taken] });
        const kept = addDays(dueDate(counting, before).dueOn, shift);
        const free = new Set([...before.bankHolidays, ...localHolidays].map(({ date }) => date));
        fc.pre(isWorkingDay(kept, free) && kept > counting.countedFrom);
        const recorded = afterOutage(kept, { counting, calendar: after, outage: taken });
        const back = beforeOutage(recorded, { counting, calendar: after, outage: taken });
        expect(storedDueDate(back, counting, before)).toEqual(storedDueDate(kept, counting, before));
      }),
    );
  });
});

describe("DT-3 the sum", () => {
  test("numbers each working day, and says why each other one is left out", () => {
    const sum = dueDate({ ...START, workingDays: 3 }, calendar("SCT"));
    expect(sum).toEqual({
      from: "start",
      countedFrom: "2012-04-03",
      workingDays: 3,
      nation: "SCT",
      dueOn: "2012-04-09",
      days: [
        { date: "2012-04-04", number: 1, off: null },
        { date: "2012-04-05", number: 2, off: null },
        { date: "2012-04-06", number: null, off: { why: "bank-holiday", name: "Good Friday" } },
        { date: "2012-04-07", number: null, off: { why: "weekend", name: "" } },
        { date: "2012-04-08", number: null, off: { why: "weekend", name: "" } },
        { date: "2012-04-09", number: 3, off: null },
      ],
      outages: [],
      countsHere: [{ date: "2012-04-09", name: "Easter Monday" }],
      isKept: false,
    });
  });

  test("in words names the holidays, counts the weekends, and says what counts here", () => {
    expect(dueSentences(dueDate(START, calendar("SCT")))).toBe(
      "Start date 03/04/2012 + 10 working days in Scotland. Day 1 is the first working day after the start. Not counted: Good Friday 06/04 and two weekends. Easter Monday counts in Scotland.",
    );
    expect(dueSentences(dueDate(START, calendar("ENG")))).toBe(
      "Start date 03/04/2012 + 10 working days in England. Day 1 is the first working day after the start. Not counted: Good Friday 06/04, Easter Monday 09/04 and two weekends.",
    );
  });

  test("in words names local holidays and outages", () => {
    const parts = {
      localHolidays: [{ date: "2012-04-16", name: "Lochfield Fair" }],
      outages: [outage("2012-04-10", "2012-04-11")],
    };
    expect(dueSentences(dueDate({ ...START, countedFrom: "2012-04-09" }, calendar("SCT", parts)))).toBe(
      "Start date 09/04/2012 + 10 working days in Scotland. Day 1 is the first working day after the start. Not counted: Lochfield Fair 16/04 and two weekends. The system could not be used from 10/04 to 11/04 (No power), which adds 2 working days.",
    );
  });

  test("of a date that was worked out before the holidays were changed keeps the date and says so", () => {
    const localHolidays = [{ date: "2012-04-16", name: "Lochfield Fair" }];
    const kept = storedDueDate("2012-04-18", START, calendar("SCT", { localHolidays }));
    expect(kept).toMatchObject({ dueOn: "2012-04-18", isKept: true });
    expect(kept.days.at(-1)).toEqual({ date: "2012-04-18", number: 9, off: null });
    expect(dueSentences(kept)).toMatch(
      /The date stays as it was worked out before the holidays or outages were changed\.$/,
    );
  });

  test.each([
    ["2012-04-16", 2, "Wed, in 2 working days"],
    ["2012-04-17", 1, "Wed, in 1 working day"],
    ["2012-04-18", 0, "Wed, today"],
    ["2012-04-19", -1, "Wed, 1 working day overdue"],
    ["2012-04-23", -3, "Wed, 3 working days overdue"],
  ])("on %s has %i working days left: %s", (today, left, words) => {
    expect(workingDaysBetween(today, "2012-04-18", calendar("SCT"))).toBe(left);
    expect(dueDistance("2012-04-18", today, left)).toBe(words);
  });
});

test.each([
  ["2012-04-10", 0, "2012-04-10"],
  ["2012-04-10", 1, "2012-04-09"],
  ["2012-04-10", 2, "2012-04-05"],
  ["2012-04-14", 1, "2012-04-13"],
])("DT-3 before %s by %i working days in Scotland lies %s", (date, days, expected) => {
  expect(workingDaysBefore(date, days, calendar("SCT"))).toBe(expected);
});
