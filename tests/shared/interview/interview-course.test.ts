import { describe, expect, it } from "vitest";
import type { ActionItem } from "../../../shared/action-plan/action-plan.ts";
import type { Appointment } from "../../../shared/interview/appointment.ts";
import { copyAnswer } from "../../../shared/interview/copied-answer.ts";
import { dueAppointments } from "../../../shared/interview/due-appointments.ts";
import { isLeftBehind, mayRaise } from "../../../shared/interview/interview-rules.ts";
import { itemsWithoutReview } from "../../../shared/interview/items-without-review.ts";
import { parseTypedTime } from "../../../shared/interview/typed-time.ts";

describe("An interview left behind", () => {
  it.each([
    ["one's own, of today", "2012-04-16T09:00:00Z", "own", false],
    ["one's own, of today late at night in summer time", "2012-04-16T22:30:00Z", "own", false],
    ["one's own, begun after midnight in summer time", "2012-04-15T23:30:00Z", "own", false],
    ["one's own, of yesterday", "2012-04-15T15:00:00Z", "own", true],
    ["another adviser's, of today", "2012-04-16T09:00:00Z", "other", true],
    ["another adviser's, of yesterday", "2012-04-15T09:00:00Z", "other", true],
    ["one's own, of tomorrow by a clock that moved back", "2012-04-17T09:00:00Z", "own", false],
  ])("%s, from %s by %s: %s", (_, startedAt, adviserId, isBehind) => {
    expect(isLeftBehind({ startedAt, adviserId }, "2012-04-16", "own")).toBe(isBehind);
  });
});

describe("The kind of an open interview is raised, never lowered", () => {
  it.each([
    ["none", "none", false],
    ["none", "advised", false],
    ["none", "enforced", true],
    ["advised", "none", false],
    ["advised", "advised", false],
    ["advised", "enforced", true],
    ["enforced", "none", false],
    ["enforced", "advised", false],
    ["enforced", "enforced", false],
  ] as const)("from %s to %s: %s", (from, to, isRaised) => {
    expect(mayRaise(from, to)).toBe(isRaised);
  });
});

describe("¶103 open items without a review in this interview", () => {
  const began = { id: "now", startedAt: "2012-04-16T09:00:00.000Z" };
  const item = (fields: Partial<ActionItem>) =>
    ({ id: "item", dateClosed: null, createdAt: "2012-03-01T09:00:00.000Z", reviews: [], ...fields }) as ActionItem;
  const review = (interviewId: string | null) => ({ interviewId }) as ActionItem["reviews"][number];
  it.each([
    ["an open item", item({}), true],
    ["an item reviewed in an earlier interview and outside", item({ reviews: [review("before"), review(null)] }), true],
    ["an item reviewed in this one", item({ reviews: [review("now"), review("before")] }), false],
    ["a closed item", item({ dateClosed: "2012-04-16" }), false],
    ["an item agreed in this interview", item({ createdAt: "2012-04-16T09:05:00.000Z" }), false],
  ])("%s is listed: %s", (_, given, isListed) => {
    expect(itemsWithoutReview([given], began)).toEqual(isListed ? [given] : []);
  });
});

describe("¶63 copying an answer into a tab's text", () => {
  it.each([
    ["an empty tab", "", "Care work", 20, { fits: true, text: "Care work" }],
    ["a blank tab", " \n ", "Care work", 20, { fits: true, text: "Care work" }],
    ["a tab with words", "Likes mornings.", "Care work", 25, { fits: true, text: "Likes mornings.\nCare work" }],
    ["a tab that ends with line ends", "Mornings.\n\n", "Care", 25, { fits: true, text: "Mornings.\nCare" }],
    ["a tab that is one too full", "Likes mornings.", "Care work", 24, { fits: false, over: 1 }],
    ["letters of several code points", "e\u0301", "e\u0301", 3, { fits: true, text: "e\u0301\ne\u0301" }],
  ])("below %s", (_, standing, answer, limit, copied) => {
    expect(copyAnswer(standing, answer, limit)).toEqual(copied);
  });
});

describe("¶64 the appointments that an interview may be started for", () => {
  const at = (date: string, time: string) => ({ id: `${date} ${time}`, date, time }) as Appointment;
  it("are today's, soonest first, then those gone by, newest first, and none to come", () => {
    const given = [
      at("2012-04-02", "10:00"),
      at("2012-04-10", "10:00"),
      at("2012-04-16", "09:30"),
      at("2012-04-16", "14:00"),
      at("2012-04-17", "09:00"),
    ];
    const offered = ["2012-04-16 09:30", "2012-04-16 14:00", "2012-04-10 10:00", "2012-04-02 10:00"];
    expect(dueAppointments(given, "2012-04-16").map(({ id }) => id)).toEqual(offered);
    expect(dueAppointments([...given].reverse(), "2012-04-16").map(({ id }) => id)).toEqual(offered);
  });
});

describe("A time as people type it", () => {
  it.each([
    ["09:30", "09:30"],
    ["9:30", "09:30"],
    ["9.30", "09:30"],
    ["9 30", "09:30"],
    ["930", "09:30"],
    ["0930", "09:30"],
    [" 14 ", "14:00"],
    ["2pm", "14:00"],
    ["2.30 PM", "14:30"],
    ["12 am", "00:00"],
    ["12pm", "12:00"],
    ["00:00", "00:00"],
    ["23:59", "23:59"],
    ["24:00", undefined],
    ["9:60", undefined],
    ["13pm", undefined],
    ["0am", undefined],
    ["9:3", undefined],
    ["noon", undefined],
    ["", undefined],
  ])("%j is %s", (typed, time) => {
    expect(parseTypedTime(typed)).toBe(time);
  });
});
