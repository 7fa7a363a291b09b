import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bankHolidayFile, bankHolidayRows } from "../../../build/bank-holidays.ts";
import { bankHolidays } from "../../../electron/platform/bank-holidays.ts";

const daysOf = (nation: Parameters<typeof bankHolidays>[0], year: number) =>
  bankHolidays(nation, year).map(({ date }) => date.slice(5));

describe("DT-3 bank holidays", () => {
  test.each([
    [2011, "01-03 01-04 04-22 04-29 05-02 05-30 08-01 11-30 12-26 12-27"],
    [2012, "01-02 01-03 04-06 05-07 06-04 06-05 08-06 11-30 12-25 12-26"],
    [2013, "01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26"],
    [2020, "01-01 01-02 04-10 05-08 05-25 08-03 11-30 12-25 12-28"],
    [2022, "01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27"],
    [2023, "01-02 01-03 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26"],
    [2026, "01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28"],
  ])("of Scotland in %i on weekdays: %s", (year, days) => {
    expect(daysOf("SCT", year)).toEqual(days.split(" "));
  });

  test.each([
    [2011, "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27"],
    [2012, "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26"],
    [2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28"],
    [2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27"],
    [2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"],
  ])("of England and of Wales in %i on weekdays: %s", (year, days) => {
    expect(daysOf("ENG", year)).toEqual(days.split(" "));
    expect(daysOf("WLS", year)).toEqual(days.split(" "));
  });

  test("have their names", () => {
    expect(bankHolidays("SCT", 2022).slice(0, 3)).toEqual([
      { date: "2022-01-03", name: "2nd January (substitute day)" },
      { date: "2022-01-04", name: "New Year's Day (substitute day)" },
      { date: "2022-04-15", name: "Good Friday" },
    ]);
  });

  test("St Andrew's Day is none before the Act of 2007", () => {
    expect(daysOf("SCT", 2006)).not.toContain("11-30");
    expect(daysOf("SCT", 2007)).toContain("11-30");
  });

  test("the product's file is what date-holidays and the corrections give", () => {
    const file = readFileSync(new URL("../../../resources/bank-holidays.json", import.meta.url), "utf8");
    expect(file).toBe(bankHolidayFile(bankHolidayRows()));
  });
});
