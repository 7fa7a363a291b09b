import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDueForPurge, mustPurgeWait, nextPurgeDate, purgeDate } from "../../../shared/action-plan/item-rules.ts";
import { addDays, addMonths } from "../../../shared/dates.ts";
import { anItem, policy } from "./fixtures.ts";

describe("AI-7 purge 18 months after closing", () => {
  it.each([
    ["2024-09-15", "2026-03-16"],
    ["2024-08-31", "2026-03-01"],
    ["2026-08-31", "2028-03-01"],
    ["2026-08-29", "2028-03-01"],
    ["2026-08-28", "2028-02-29"],
    ["2028-02-29", "2029-08-30"],
    ["2025-06-30", "2026-12-31"],
    ["2025-12-31", "2027-07-01"],
  ])("an item closed on %s goes on %s, and is still there the day before", (dateClosed, day) => {
    const plan = { kind: "lms" } as const;
    expect(purgeDate(dateClosed, policy)).toBe(day);
    expect(isDueForPurge({ dateClosed }, plan, addDays(day, -1), policy)).toBe(false);
    expect(isDueForPurge({ dateClosed }, plan, day, policy)).toBe(true);
    expect(isDueForPurge({ dateClosed }, plan, addDays(day, 400), policy)).toBe(true);
  });

  it.each([
    ["an open item of any age", "lms", null],
    ["a closed item of a JETS.S plan", "jets", "2010-01-01"],
  ] as const)("keeps %s", (_, kind, dateClosed) => {
    expect(isDueForPurge({ dateClosed }, { kind }, "2030-01-01", policy)).toBe(false);
  });

  it("never purges on or before the day that 18 months have passed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (days) => {
        const dateClosed = addDays("1990-01-01", days);
        const passed = addMonths(dateClosed, 18);
        expect(isDueForPurge({ dateClosed }, { kind: "lms" }, passed, policy)).toBe(false);
        expect(isDueForPurge({ dateClosed }, { kind: "lms" }, addDays(passed, 1), policy)).toBe(true);
      }),
    );
  });
});

describe("AI-7 purge that waits for a person", () => {
  it.each([
    [null, "2026-03-16", false],
    ["2026-03-16", "2026-03-16", false],
    ["2026-02-14", "2026-03-16", false],
    ["2026-02-13", "2026-03-16", false],
    ["2026-02-12", "2026-03-16", true],
    ["2020-01-01", "2026-03-16", true],
    ["2026-04-30", "2026-03-16", false],
  ])("with the newest record of %s, on %s, waits: %s", (newest, today, waits) => {
    expect(mustPurgeWait(newest, today, policy)).toBe(waits);
  });
});

describe("AP-4 the next purge at 100 items", () => {
  it.each([
    ["none closed", [null, null], undefined],
    ["one closed", [null, "2025-06-10"], "2026-12-11"],
    ["several closed", ["2025-06-10", null, "2025-02-01", "2025-12-24"], "2026-08-02"],
  ])("with %s is on %o", (_, closed, date) => {
    const list = closed.map((dateClosed, index) => anItem({ id: `item-${index}`, dateClosed }));
    expect(nextPurgeDate(list, policy)).toBe(date);
  });
});
