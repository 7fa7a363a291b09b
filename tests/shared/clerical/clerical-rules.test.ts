import { describe, expect, test } from "vitest";
import { NO_CHANGES, type PlanChanges } from "../../../shared/action-plan/action-plan.ts";
import { validateChanges } from "../../../shared/action-plan/validate-changes.ts";
import { type ClericalSituation, dayOfClosing, happenedOnReason } from "../../../shared/clerical/clerical-rules.ts";
import { policy } from "../action-plan/fixtures.ts";

const TODAY = "2012-04-16";
const FORM: ClericalSituation = { happenedOn: "2012-01-31", issuedOn: "2012-01-30" };

describe("¶125 the day something on a form happened on", () => {
  test.each([
    ["2012-04-16", "2012-01-30", undefined],
    ["2012-01-30", "2012-01-30", undefined],
    ["2012-04-17", "2012-01-30", { code: "happened-in-future", date: "2012-04-17", latest: TODAY }],
    ["2012-01-29", "2012-01-30", { code: "happened-before-issued", date: "2012-01-29", earliest: "2012-01-30" }],
    ["2009-01-29", null, undefined],
  ])("%s, on a form issued on %s", (date, issuedOn, reason) => {
    expect(happenedOnReason(date, { today: TODAY, issuedOn })).toEqual(reason);
  });
});

function reasonsOf(changes: Partial<PlanChanges>, clerical: ClericalSituation | undefined, isInterviewOpen = true) {
  const plan = { kind: "lms", plan: null, interviews: [], ownReviewIds: [] } as const;
  const situation = { ...plan, today: TODAY, isInterviewOpen, policy, clerical };
  return validateChanges(situation, { ...NO_CHANGES, ...changes }).map(({ reason }) => reason);
}

function item(fields: Partial<PlanChanges["newItems"][number]>) {
  return {
    key: "item",
    text: "Write a CV",
    assignedTo: "client" as const,
    targetDate: null,
    dateClosed: null,
    ...fields,
  };
}

const REVIEW = { key: "review", itemId: "item", text: "Done" };

describe("AI-2 as of the day it happened on", () => {
  test.each([
    ["2012-01-31", undefined, []],
    ["2012-01-30", undefined, ["target-date-past"]],
    ["2012-07-31", undefined, []],
    ["2012-08-01", undefined, ["target-date-too-far"]],
    ["2012-09-29", "2012-03-29", []],
    ["2012-09-30", "2012-03-29", ["target-date-too-far"]],
    ["2012-03-28", "2012-03-29", ["target-date-past"]],
  ])("target date %s, happened on %s", (targetDate, happenedOn, codes) => {
    const changes = { newItems: [item({ targetDate, ...(happenedOn ? { happenedOn } : {}) })] };
    expect(reasonsOf(changes, FORM).map(({ code }) => code)).toEqual(codes);
  });

  test("a day of its own is refused outside a form", () => {
    const changes = { newItems: [item({ targetDate: "2012-05-01", happenedOn: "2012-04-01" })] };
    expect(reasonsOf(changes, undefined)).toEqual([{ code: "happened-without-form" }]);
  });

  test("a review's day is looked at too", () => {
    const changes = {
      newItems: [item({ targetDate: "2012-02-01" })],
      newReviews: [{ ...REVIEW, happenedOn: "2012-04-17" }],
    };
    expect(reasonsOf(changes, FORM).map(({ code }) => code)).toEqual(["happened-in-future"]);
  });
});

describe("AI-4 and AI-5 as of the day it happened on", () => {
  const closing = (dateClosed: string) => ({
    newItems: [item({ targetDate: "2012-02-01", dateClosed })],
    newReviews: [{ ...REVIEW, happenedOn: "2012-02-10" }],
  });

  test.each([
    ["2012-02-10", []],
    ["2012-02-11", ["closed-in-future"]],
    ["2012-01-31", []],
    ["2012-01-30", ["closed-before-created"]],
  ])("date closed %s, with the last review on 10/02/2012", (dateClosed, codes) => {
    expect(reasonsOf(closing(dateClosed), FORM).map(({ code }) => code)).toEqual(codes);
  });

  test("a form that records no interview closes nothing", () => {
    expect(reasonsOf(closing("2012-02-01"), FORM, false)).toEqual([{ code: "closed-outside-interview" }]);
  });

  test("the last day on which the form says anything of the item counts", () => {
    expect(dayOfClosing("item", closing("2012-02-01"), { today: TODAY, clerical: FORM })).toBe("2012-02-10");
    expect(dayOfClosing("other", closing("2012-02-01"), { today: TODAY, clerical: FORM })).toBe("2012-01-31");
    expect(dayOfClosing("item", closing("2012-02-01"), { today: TODAY })).toBe(TODAY);
  });
});
