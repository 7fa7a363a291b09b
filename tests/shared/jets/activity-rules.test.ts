import { describe, expect, it } from "vitest";
import { type ActivityDetails, noDetails } from "../../../shared/jets/activity-details.ts";
import {
  coachOfActivity,
  countTicked,
  detailsTooLong,
  openLetters,
  partsNotUnderstood,
  settledDetails,
  typedOver,
  withPartText,
} from "../../../shared/jets/activity-rules.ts";
import { policy } from "../action-plan/fixtures.ts";

const TODAY = "2012-04-16";
const BEFORE = "2012-04-04";

type Part = ActivityDetails["what"];
const part = (text: string, understoodOn: string | null): Part => ({ text, understoodOn });
const withWhat = (what: Part): ActivityDetails => ({ ...noDetails("item"), what });

const rows: readonly (readonly [string, Part, Part, Part])[] = [
  ["a new tick is today's", part("A CV", null), part("A CV", TODAY), part("A CV", TODAY)],
  ["a new tick is today's, whatever day is sent", part("A CV", null), part("A CV", BEFORE), part("A CV", TODAY)],
  ["a tick that was there keeps its day", part("A CV", BEFORE), part("A CV", BEFORE), part("A CV", BEFORE)],
  ["it keeps its day though another is sent", part("A CV", BEFORE), part("A CV", TODAY), part("A CV", BEFORE)],
  ["taken back", part("A CV", BEFORE), part("A CV", null), part("A CV", null)],
  ["another text takes it back", part("A CV", BEFORE), part("A short CV", BEFORE), part("A short CV", null)],
  ["another text, ticked anew", part("A CV", BEFORE), part("A short CV", TODAY), part("A short CV", TODAY)],
  ["text and tick together", part("", null), part("A CV", TODAY), part("A CV", TODAY)],
  ["an emptied text", part("A CV", BEFORE), part(" \n", BEFORE), part("", null)],
  ["a tick on no text", part("", null), part("", TODAY), part("", null)],
  [
    "AP-9 control characters alone change nothing",
    part("A CV", BEFORE),
    part("A\u0000 CV", BEFORE),
    part("A CV", BEFORE),
  ],
];
it.each(rows)("4.05 what is understood: %s", (_, before, typed, after) => {
  expect(settledDetails(withWhat(before), withWhat(typed), TODAY)).toEqual(withWhat(after));
});

it("4.05 the window takes a tick back with the first change of its text", () => {
  expect(withPartText(part("A CV", BEFORE), "A CV")).toEqual(part("A CV", BEFORE));
  expect(withPartText(part("A CV", BEFORE), "A CV.")).toEqual(part("A CV.", null));
});

it("what another saved meanwhile stays wherever nothing was typed", () => {
  const before = { ...noDetails("item"), what: part("A CV", BEFORE), considered: "Large print" };
  const theirs = { ...before, what: part("A short CV", null), smart: { ...before.smart, specific: "One page" } };
  const typed = { ...before, considered: "A quiet room", smart: { ...before.smart, realistic: "On her way home" } };
  expect(typedOver(theirs, before, typed)).toEqual({
    ...before,
    what: part("A short CV", null),
    considered: "A quiet room",
    smart: { ...before.smart, specific: "One page", realistic: "On her way home" },
  });
  const retyped = { ...before, what: part("A long CV", null) };
  expect(typedOver(theirs, before, retyped)).toEqual({ ...theirs, what: part("A long CV", null) });
});

describe("4.05 limits", () => {
  const long = (count: number) => "n".repeat(count);
  const limits: readonly (readonly [string, (text: string) => Partial<ActivityDetails>, number])[] = [
    ["What", (text) => ({ what: part(text, null) }), 200],
    ["Why", (text) => ({ why: part(text, null) }), 200],
    ["When", (text) => ({ when: part(text, null) }), 200],
    ["How this was considered", (considered) => ({ considered }), 750],
    ["Specific", (specific) => ({ smart: { ...noDetails("").smart, specific } }), 120],
    ["Time-bound", (timeBound) => ({ smart: { ...noDetails("").smart, timeBound } }), 120],
  ];
  it.each(limits)("%s", (field, fieldWith, limit) => {
    const details = (count: number) => ({ ...noDetails("item"), ...fieldWith(long(count)) });
    expect(detailsTooLong(details(limit), policy)).toEqual([]);
    expect(detailsTooLong(details(limit + 1), policy)).toEqual([{ field, limit, over: 1 }]);
  });
});

it("4.05 a letter is ticked by its short reason, and blanks are none", () => {
  const smart = { specific: "One page", measurable: "Brought", achievable: " ", realistic: "", timeBound: "Next time" };
  const details = { ...noDetails("item"), smart };
  expect([countTicked(details), openLetters(details)]).toEqual([3, ["achievable", "realistic"]]);
  expect(partsNotUnderstood({ ...details, what: part("A CV", TODAY) })).toEqual(["why", "when"]);
});

it("the coach speaks of the five letters of an activity's text", () => {
  const activity = {
    text: "Bring the CV to Kelbridge College",
    assignedTo: "client",
    targetDate: "2012-04-18",
  } as const;
  const advice = coachOfActivity(activity, { clientName: "Siobhán", nextAppointment: "2012-04-18" });
  expect(Object.entries(advice).map(([letter, found]) => [letter, found?.name, found?.finding])).toEqual([
    ["specific", "Specific", "found"],
    ["measurable", "Measurable", "found"],
    ["achievable", "Achievable", "ask"],
    ["realistic", "Realistic", "ask"],
    ["timeBound", "Time bound", "found"],
  ]);
});
