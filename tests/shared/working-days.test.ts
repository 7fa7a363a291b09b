import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../shared/dates.ts";
import { addWorkingDays, isWorkingDay } from "../../shared/working-days.ts";

/** Fictional holidays: Good Friday and Easter Monday, a local Tuesday, and a Saturday. */
const HOLIDAYS = new Set(["2026-04-03", "2026-04-06", "2026-04-14", "2026-04-18"]);
const NONE = new Set<string>();

describe("DT-3 working days", () => {
  it.each([
    ["a Monday", "2026-03-16", true],
    ["a Friday", "2026-03-20", true],
    ["a Saturday", "2026-03-21", false],
    ["a Sunday", "2026-03-22", false],
    ["a bank holiday", "2026-04-03", false],
    ["the day before a bank holiday", "2026-04-02", true],
    ["the day after a bank holiday", "2026-04-07", true],
    ["a local holiday", "2026-04-14", false],
    ["a holiday on a Saturday", "2026-04-18", false],
    ["the Monday after it", "2026-04-20", true],
  ])("%s, %s: %s", (_, date, isWorking) => {
    expect(isWorkingDay(date, HOLIDAYS)).toBe(isWorking);
  });

  it.each([
    ["2026-03-16", 0, "2026-03-16"],
    ["2026-03-16", 1, "2026-03-17"],
    ["2026-03-16", 4, "2026-03-20"],
    ["2026-03-16", 5, "2026-03-23"],
    ["2026-03-16", 10, "2026-03-30"],
    ["2026-03-20", 1, "2026-03-23"],
    ["2026-03-21", 1, "2026-03-23"],
    ["2026-03-22", 1, "2026-03-23"],
    ["2026-04-02", 1, "2026-04-07"],
    ["2026-04-03", 1, "2026-04-07"],
    ["2026-04-02", 10, "2026-04-21"],
    ["2026-04-13", 1, "2026-04-15"],
    ["2026-04-17", 1, "2026-04-20"],
  ])("%s and %i working days is %s", (start, days, date) => {
    expect(addWorkingDays(start, days, HOLIDAYS).date).toBe(date);
  });

  it("shows its sum: every day after the start, numbered or with the reason it is left out", () => {
    expect(addWorkingDays("2026-04-01", 3, HOLIDAYS)).toEqual({
      date: "2026-04-08",
      sum: [
        { date: "2026-04-02", counts: true, number: 1 },
        { date: "2026-04-03", counts: false, why: "holiday" },
        { date: "2026-04-04", counts: false, why: "weekend" },
        { date: "2026-04-05", counts: false, why: "weekend" },
        { date: "2026-04-06", counts: false, why: "holiday" },
        { date: "2026-04-07", counts: true, number: 2 },
        { date: "2026-04-08", counts: true, number: 3 },
      ],
    });
  });

  it("calls a holiday at a weekend a weekend", () => {
    expect(addWorkingDays("2026-04-17", 1, HOLIDAYS).sum).toEqual([
      { date: "2026-04-18", counts: false, why: "weekend" },
      { date: "2026-04-19", counts: false, why: "weekend" },
      { date: "2026-04-20", counts: true, number: 1 },
    ]);
  });

  it("of no days is the start itself, with an empty sum", () => {
    expect(addWorkingDays("2026-03-21", 0, NONE)).toEqual({ date: "2026-03-21", sum: [] });
  });

  it.each([-1, 1.5, Number.NaN])("refuses %d as a number of days", (days) => {
    expect(() => addWorkingDays("2026-03-16", days, NONE)).toThrow(RangeError);
  });

  it("ends on the working day it names, having looked at each day once", () => {
    const start = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays("2024-01-01", days));
    const holidays = fc.array(start, { maxLength: 40 }).map((days) => new Set(days));
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 40 }), holidays, (from, days, free) => {
        const { date, sum } = addWorkingDays(from, days, free);
        expect(sum.map((day) => day.date)).toEqual(sum.map((_, index) => addDays(from, index + 1)));
        expect(sum.filter((day) => day.counts).map((day) => day.number)).toEqual(
          Array.from({ length: days }, (_, index) => index + 1),
        );
        expect(sum.at(-1)).toEqual({ date, counts: true, number: days });
        expect(sum.every((day) => day.counts === isWorkingDay(day.date, free))).toBe(true);
      }),
    );
  });
});
