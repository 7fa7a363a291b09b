import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assignedToLetter,
  closingReason,
  compareItems,
  dateClosedReason,
  earliestDateClosed,
  isReadOnly,
  latestTargetDate,
  targetDateReason,
} from "../../../shared/action-plan/item-rules.ts";
import { addDays, addMonths } from "../../../shared/dates.ts";
import { onOneLine } from "../../../shared/text.ts";
import { anItem, policy, TODAY } from "./fixtures.ts";

const someDay = fc.integer({ min: 0, max: 70_000 }).map((days) => addDays("1950-01-01", days));

describe("AP-5 order of items", () => {
  it("lists by target date, then date created, then moment of entry, then name", () => {
    const inOrder = [
      anItem({ id: "d", targetDate: "2026-03-01", dateCreated: "2026-02-09", createdAt: "2026-02-09T09:00:00Z" }),
      anItem({ id: "c", targetDate: "2026-03-02", dateCreated: "2026-02-01", createdAt: "2026-02-01T09:00:00Z" }),
      anItem({ id: "b", targetDate: "2026-03-02", dateCreated: "2026-02-02", createdAt: "2026-02-02T09:00:00Z" }),
      anItem({ id: "a", targetDate: "2026-03-02", dateCreated: "2026-02-02", createdAt: "2026-02-02T09:00:00.500Z" }),
      anItem({ id: "e", targetDate: "2026-03-02", dateCreated: "2026-02-02", createdAt: "2026-02-02T09:00:00.500Z" }),
    ];
    expect([...inOrder].reverse().sort(compareItems)).toEqual(inOrder);
  });

  it.each([
    ["a whole second before half a second later", "2026-02-02T09:00:00Z", "2026-02-02T09:00:00.500Z"],
    ["a moment in summer time before a later one in UTC", "2026-06-02T10:00:00+01:00", "2026-06-02T09:30:00Z"],
  ])("compares moments, not their spelling: %s", (_, earlier, later) => {
    const first = anItem({ id: "z", createdAt: earlier });
    const second = anItem({ id: "a", createdAt: later });
    expect([second, first].sort(compareItems)).toEqual([first, second]);
  });
});

describe("AI-2 target date", () => {
  it.each([
    ["2026-03-16", "2026-03-16", undefined],
    ["2026-03-16", "2026-03-15", { code: "target-date-past", date: "2026-03-15", earliest: "2026-03-16" }],
    ["2026-03-16", "2025-12-31", { code: "target-date-past", date: "2025-12-31", earliest: "2026-03-16" }],
    ["2026-03-16", "2026-03-17", undefined],
    ["2011-04-15", "2011-10-15", undefined],
    ["2011-04-15", "2011-10-16", { code: "target-date-too-far", date: "2011-10-16", latest: "2011-10-15" }],
    ["2026-03-16", "2026-09-16", undefined],
    ["2026-03-16", "2026-09-17", { code: "target-date-too-far", date: "2026-09-17", latest: "2026-09-16" }],
    ["2026-08-31", "2027-02-28", undefined],
    ["2026-08-31", "2027-03-01", { code: "target-date-too-far", date: "2027-03-01", latest: "2027-02-28" }],
    ["2027-08-31", "2028-02-29", undefined],
    ["2027-08-31", "2028-03-01", { code: "target-date-too-far", date: "2028-03-01", latest: "2028-02-29" }],
    ["2027-08-28", "2028-02-29", { code: "target-date-too-far", date: "2028-02-29", latest: "2028-02-28" }],
    ["2026-12-31", "2027-06-30", undefined],
    ["2026-12-31", "2027-07-01", { code: "target-date-too-far", date: "2027-07-01", latest: "2027-06-30" }],
    ["2028-02-29", "2028-08-29", undefined],
    ["2028-02-29", "2028-08-30", { code: "target-date-too-far", date: "2028-08-30", latest: "2028-08-29" }],
  ])("on %s a target date of %s gives %o", (today, date, reason) => {
    expect(targetDateReason(date, today, policy)).toEqual(reason);
  });

  it("allows exactly the days from today to the latest day, on any day", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -5, max: 190 }), (today, ahead) => {
        const date = addDays(today, ahead);
        const isWithin = today <= date && date <= latestTargetDate(today, policy);
        expect(targetDateReason(date, today, policy) === undefined).toBe(isWithin);
      }),
    );
  });
});

describe("AI-4 date closed", () => {
  const closing = { kind: "lms" as const, isInterviewOpen: true, reviewCount: 1, policy };
  it.each([
    ["2026-03-16", "2025-01-01", "2026-03-16", undefined],
    ["2026-03-16", "2025-01-01", "2026-03-15", undefined],
    ["2026-03-16", "2025-01-01", "2026-03-17", { code: "closed-in-future", date: "2026-03-17", latest: "2026-03-16" }],
    ["2026-03-16", "2025-01-01", "2025-09-16", undefined],
    [
      "2026-03-16",
      "2025-01-01",
      "2025-09-15",
      { code: "closed-too-long-ago", date: "2025-09-15", earliest: "2025-09-16" },
    ],
    ["2026-03-16", "2026-03-16", "2026-03-16", undefined],
    [
      "2026-03-16",
      "2026-03-16",
      "2026-03-15",
      { code: "closed-before-created", date: "2026-03-15", earliest: "2026-03-16" },
    ],
    ["2026-03-16", "2026-02-10", "2026-02-10", undefined],
    [
      "2026-03-16",
      "2026-02-10",
      "2026-02-09",
      { code: "closed-before-created", date: "2026-02-09", earliest: "2026-02-10" },
    ],
    [
      "2026-03-16",
      "2026-02-10",
      "2025-09-15",
      { code: "closed-too-long-ago", date: "2025-09-15", earliest: "2026-02-10" },
    ],
    ["2026-08-31", "2025-01-01", "2026-02-28", undefined],
    [
      "2026-08-31",
      "2025-01-01",
      "2026-02-27",
      { code: "closed-too-long-ago", date: "2026-02-27", earliest: "2026-02-28" },
    ],
    ["2028-08-31", "2025-01-01", "2028-02-29", undefined],
    [
      "2028-08-31",
      "2025-01-01",
      "2028-02-28",
      { code: "closed-too-long-ago", date: "2028-02-28", earliest: "2028-02-29" },
    ],
  ])("on %s an item created on %s and closed on %s gives %o", (today, dateCreated, date, reason) => {
    expect(dateClosedReason(date, { ...closing, today, dateCreated })).toEqual(reason);
  });

  it("may precede the first review, of which only the number is asked", () => {
    const facts = { ...closing, today: TODAY, dateCreated: "2026-01-01" };
    expect(dateClosedReason("2026-01-02", facts)).toBeUndefined();
  });

  it.each([
    [0, { code: "closed-without-review" }],
    [1, undefined],
    [10, undefined],
  ])("with %i reviews in an interview the field's reason is %o", (reviewCount, reason) => {
    expect(closingReason({ kind: "lms", isInterviewOpen: true, reviewCount })).toEqual(reason);
    const facts = {
      kind: "lms" as const,
      isInterviewOpen: true,
      reviewCount,
      today: TODAY,
      dateCreated: "2026-01-01",
      policy,
    };
    expect(dateClosedReason(TODAY, facts)).toEqual(reason);
  });

  it("allows exactly the days from the earliest day to today", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 400 }), fc.integer({ min: -3, max: 400 }), (today, age, back) => {
        const dateCreated = addDays(today, -age);
        const date = addDays(today, -back);
        const facts = { ...closing, today, dateCreated };
        const earliest = earliestDateClosed(facts);
        expect(dateClosedReason(date, facts) === undefined).toBe(earliest <= date && date <= today);
        expect(earliest >= dateCreated && earliest >= addMonths(today, -6)).toBe(true);
      }),
    );
  });
});

describe("AI-5 closing in an interview only", () => {
  it.each([
    [false, 0, { code: "closed-outside-interview" }],
    [false, 1, { code: "closed-outside-interview" }],
    [true, 0, { code: "closed-without-review" }],
    [true, 1, undefined],
  ])("interview open %s with %i reviews gives %o", (isInterviewOpen, reviewCount, reason) => {
    expect(closingReason({ kind: "lms", isInterviewOpen, reviewCount })).toEqual(reason);
    const facts = {
      kind: "lms" as const,
      isInterviewOpen,
      reviewCount,
      today: TODAY,
      dateCreated: "2026-01-01",
      policy,
    };
    expect(dateClosedReason(TODAY, facts)).toEqual(reason);
  });
});

describe("AI-6 closed items are read-only", () => {
  it.each([
    [null, false],
    [TODAY, true],
    ["2025-01-01", true],
  ])("an item saved with date closed %s is read-only: %s", (dateClosed, isClosed) => {
    expect(isReadOnly({ dateClosed })).toBe(isClosed);
  });
});

describe("AI-9 the list's columns", () => {
  it.each([
    ["client", "C"],
    ["pa", "P"],
  ] as const)("writes assigned to %s as %s", (assignedTo, letter) => {
    expect(assignedToLetter(assignedTo)).toBe(letter);
  });

  it("puts the text's first words on one line", () => {
    expect(onOneLine("  Write a CV\n\nand send it\tto two employers ")).toBe("Write a CV and send it to two employers");
  });
});
