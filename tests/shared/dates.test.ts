import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it, test } from "vitest";
import {
  addDays,
  addMonths,
  dateOfMoment,
  daysBetween,
  formatDate,
  formatDayAndDate,
  formatMoment,
  formatTime,
  isCivilDate,
  laterOf,
  parseTypedDate,
  yearsBetween,
} from "../../shared/dates.ts";

const TODAY = "2026-03-16";
const someDay = fc.integer({ min: 0, max: 109_571 }).map((days) => addDays("1900-01-01", days));

describe("DT-1 typed dates", () => {
  it.each([
    ["1/2/26", "2026-02-01"],
    ["01/02/2026", "2026-02-01"],
    ["1/2/2026", "2026-02-01"],
    ["01022026", "2026-02-01"],
    ["2026-02-01", "2026-02-01"],
    ["16.03.2026", "2026-03-16"],
    ["today", TODAY],
    [" Today ", TODAY],
    ["+0", TODAY],
    ["+14", "2026-03-30"],
    ["+16", "2026-04-01"],
    ["29/2/28", "2028-02-29"],
    ["29022028", "2028-02-29"],
    ["31/12/99", "2099-12-31"],
    ["1/1/00", "2000-01-01"],
    ["29/02/2026", undefined],
    ["29022026", undefined],
    ["30/2/28", undefined],
    ["31/4/26", undefined],
    ["31/6/2026", undefined],
    ["0/1/26", undefined],
    ["1/0/26", undefined],
    ["1/13/26", undefined],
    ["32/1/26", undefined],
    ["00000000", undefined],
    ["1/1/1899", undefined],
    ["1/1/1900", "1900-01-01"],
    ["31/12/2199", "2199-12-31"],
    ["1/1/2200", undefined],
    ["+9999", "2053-07-31"],
    ["+99999", undefined],
    ["+", undefined],
    ["-14", undefined],
    ["14", undefined],
    ["1/2", undefined],
    ["1/2/026", undefined],
    ["1/2/20266", undefined],
    ["010226", undefined],
    ["tomorrow", undefined],
    ["", undefined],
    ["1 February 2026", undefined],
  ])("%j on 16/03/2026 is read as %s", (typed, date) => {
    expect(parseTypedDate(typed, { today: TODAY })).toBe(date);
  });

  it.each([
    ["16/3/26", "2026-03-16"],
    ["17/3/26", "1926-03-17"],
    ["15/3/26", "2026-03-15"],
    ["31/12/25", "2025-12-31"],
    ["1/1/27", "1927-01-01"],
    ["17/5/80", "1980-05-17"],
    ["31/12/99", "1999-12-31"],
    ["1/1/00", "2000-01-01"],
    ["29/2/28", "1928-02-29"],
    ["29/2/96", "1996-02-29"],
    ["29/2/00", "2000-02-29"],
    ["29/2/27", undefined],
    ["30/2/80", undefined],
    ["17/3/2026", "2026-03-17"],
    ["17/05/1980", "1980-05-17"],
  ])("%j, in a field that cannot lie in the future, is read as %s", (typed, date) => {
    expect(parseTypedDate(typed, { today: TODAY, neverFuture: true })).toBe(date);
  });

  it("reads back every date as it is shown, with or without its strokes", () => {
    fc.assert(
      fc.property(someDay, someDay, fc.boolean(), (date, today, neverFuture) => {
        const shown = formatDate(date);
        expect(parseTypedDate(shown, { today, neverFuture })).toBe(date);
        expect(parseTypedDate(shown.replaceAll("/", ""), { today, neverFuture })).toBe(date);
      }),
    );
  });

  it("reads days ahead as so many days, and any text at all without failing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999 }), fc.string(), (days, text) => {
        expect(parseTypedDate(`+${days}`, { today: TODAY })).toBe(addDays(TODAY, days));
        const read = parseTypedDate(text, { today: TODAY });
        expect(read === undefined || isCivilDate(read)).toBe(true);
      }),
    );
  });
});

describe("DT-1 civil dates", () => {
  it.each([
    ["2026-03-16", true],
    ["2028-02-29", true],
    ["2026-02-29", false],
    ["2100-02-29", false],
    ["2000-02-29", true],
    ["2026-13-01", false],
    ["2026-00-10", false],
    ["1899-12-31", false],
    ["1900-01-01", true],
    ["2199-12-31", true],
    ["2200-01-01", false],
    ["2026-3-16", false],
    ["2026-03-16T00:00:00Z", false],
    ["", false],
  ])("%j is a real day: %s", (text, isReal) => {
    expect(isCivilDate(text)).toBe(isReal);
  });

  it.each([
    ["2026-03-16", "16/03/2026", "Monday 16/03/2026"],
    ["2012-04-15", "15/04/2012", "Sunday 15/04/2012"],
    ["2028-02-29", "29/02/2028", "Tuesday 29/02/2028"],
  ])("%s is shown as %s", (date, shown, withDay) => {
    expect(formatDate(date)).toBe(shown);
    expect(formatDayAndDate(date)).toBe(withDay);
  });

  it.each([null, undefined, ""])("no date (%s) is shown as nothing", (date) => {
    expect(formatDate(date)).toBe("");
  });

  it.each([
    ["2026-08-31", 6, "2027-02-28"],
    ["2027-08-31", 6, "2028-02-29"],
    ["2026-08-28", 6, "2027-02-28"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-08-31", -6, "2026-02-28"],
    ["2024-08-31", 18, "2026-02-28"],
    ["2026-01-31", 3, "2026-04-30"],
  ])("%s and %i calendar months is %s", (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it.each([
    ["2008-02-29", "2026-02-28", 17],
    ["2008-02-29", "2026-03-01", 18],
    ["2008-03-16", "2026-03-15", 17],
    ["2008-03-16", "2026-03-16", 18],
    ["2026-03-16", "2026-03-16", 0],
  ])("someone born on %s is, on %s, aged %i", (birth, today, age) => {
    expect(yearsBetween(birth, today)).toBe(age);
  });

  it("counts days both ways and finds the later of two", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -4_000, max: 4_000 }), (date, days) => {
        const other = addDays(date, days);
        expect(daysBetween(date, other)).toBe(days);
        expect(laterOf(date, other)).toBe(days > 0 ? other : date);
        expect(laterOf(other, date)).toBe(days > 0 ? other : date);
      }),
    );
  });
});

describe("DT-2 the day in London", () => {
  it.each([
    ["2026-03-16T23:59:59Z", "2026-03-16", "16/03/2026 23:59"],
    ["2026-03-17T00:00:00Z", "2026-03-17", "17/03/2026 00:00"],
    ["2026-06-30T22:59:59Z", "2026-06-30", "30/06/2026 23:59"],
    ["2026-06-30T23:00:00Z", "2026-07-01", "01/07/2026 00:00"],
    ["2026-03-29T00:59:00Z", "2026-03-29", "29/03/2026 00:59"],
    ["2026-03-29T01:00:00Z", "2026-03-29", "29/03/2026 02:00"],
    ["2026-10-25T00:30:00Z", "2026-10-25", "25/10/2026 01:30"],
    ["2026-10-25T01:30:00Z", "2026-10-25", "25/10/2026 01:30"],
    ["2026-12-31T23:30:00-05:00", "2027-01-01", "01/01/2027 04:30"],
    ["2026-06-30T23:30:00.999+01:00", "2026-06-30", "30/06/2026 23:30"],
  ])("%s is %s", (moment, date, shown) => {
    expect(dateOfMoment(moment)).toBe(date);
    expect(formatMoment(moment)).toBe(shown);
    expect(formatTime(moment)).toBe(shown.slice(11));
  });
});

test("DT-2 whatever the moment, its day is that of its time in London", () => {
  const years = { min: new Date("1840-01-01T00:00:00Z"), max: new Date("2100-01-01T00:00:00Z"), noInvalidDate: true };
  const day = (moment: string) => Temporal.Instant.from(moment).toZonedDateTimeISO("Europe/London").toPlainDate();
  fc.assert(
    fc.property(fc.date(years), (at) => {
      expect(dateOfMoment(at.toISOString())).toBe(day(at.toISOString()).toString());
    }),
    { numRuns: 500 },
  );
});
