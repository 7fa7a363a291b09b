import { describe, expect, test } from "vitest";
import { countWords, dateWords, dueness, opensInWords } from "../../../renderer/work-list/work-words.ts";
import type { WorkGroup, WorkList } from "../../../shared/work-list/work-list.ts";

const TODAY = "2012-04-16";

describe("a row's date", () => {
  test.each([
    { group: "target-dates", date: "2012-04-15", due: "overdue", words: "15/04/2012" },
    { group: "target-dates", date: TODAY, due: "today", words: "Today" },
    { group: "workflows", date: "2012-04-12", due: "overdue", words: "12/04/2012" },
    { group: "workflows", date: "2012-04-17", due: "plain", words: "17/04/2012" },
    { group: "no-target-date", date: "2012-03-19", due: "plain", words: "19/03/2012" },
    { group: "drafts", date: "2012-04-13", due: "plain", words: "13/04/2012" },
    { group: "drafts", date: null, due: "plain", words: "" },
    { group: "appointments-today", date: TODAY, due: "today", words: "Today" },
  ] as const)("$date among $group is $due", ({ group, date, due, words }) => {
    expect([dueness(group, date, TODAY), dateWords(date, TODAY)]).toEqual([due, words]);
  });
});

describe("the status bar counts the rows", () => {
  const row = { id: "r", clientId: "c", clientName: "Dilip Rao", what: "", date: null, opens: { to: "plan" } } as const;
  const group = (name: WorkGroup, rows: number, hasMore = false): WorkList["groups"][number] => ({
    group: name,
    rows: Array.from({ length: rows }, () => row),
    hasMore,
  });
  test.each([
    { list: undefined, words: "" },
    { list: { groups: [] }, words: "Nothing on the work list" },
    { list: { groups: [group("drafts", 1), group("target-dates", 7)] }, words: "8 on the work list" },
    { list: { groups: [group("drafts", 1), group("workflows", 100, true)] }, words: "More than 101 on the work list" },
  ])("as '$words'", ({ list, words }) => {
    expect(countWords(list)).toBe(words);
  });
});

test("a row leads to the Action Plan, or to the tab of a participant's plan", () => {
  const words = { tab: "JETS.S", item: "Activity" };
  const contracts = [{ words }] as unknown as Parameters<typeof opensInWords>[1];
  expect(opensInWords({ to: "plan" }, contracts)).toBe("Action Plan");
  expect(opensInWords({ to: "plan", kind: "lms" }, contracts)).toBe("Action Plan");
  expect(opensInWords({ to: "plan", kind: "jets" }, contracts)).toBe("JETS.S");
  expect(opensInWords({ to: "item", itemId: "item" }, contracts)).toBe("Action Item");
});
