import { describe, expect, test } from "vitest";
import { countWords, dateWords, dueness, opensInWords } from "../../../renderer/work-list/work-words.ts";
import { contractTermsSchema } from "../../../shared/jets/contract-terms.ts";
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

test("a row leads to a plan under a contract, or to an item of it, in the contract's words", () => {
  const terms = contractTermsSchema.parse({
    ...{ code: "kelbridge", name: "Kelbridge Steps", nation: "SCT", shownFromDay: 6, annotations: [] },
    fullPlan: { workingDays: 10, from: "start", paragraph: "" },
    planReview: { workingDays: 10, paragraph: "" },
    words: { tab: "KEL", plan: "KEL AP", client: "Participant", pa: "Provider", item: "Step", items: "Steps" },
  });
  const item = { to: "item", itemId: "item" } as const;
  const plan = { to: "plan" } as const;
  expect([
    opensInWords(item, [terms]),
    opensInWords({ ...item, kind: "jets" }, [terms]),
    opensInWords(plan, [terms]),
    opensInWords({ ...plan, kind: "lms" }, [terms]),
    opensInWords({ ...plan, kind: "jets" }, [terms]),
  ]).toEqual(["Action Item", "Step", "Action Plan", "Action Plan", "KEL"]);
});
