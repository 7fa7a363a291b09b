import { describe, expect, it } from "vitest";
import {
  challengeName,
  countByChallenge,
  filterInWords,
  filterItems,
} from "../../../shared/action-plan/challenge-filter.ts";
import { CHALLENGES, type Challenge } from "../../../shared/action-plan/challenges.ts";
import { EXAMPLES, type TargetRule, targetOfRule, withExample } from "../../../shared/action-plan/examples.ts";
import { followUpDate } from "../../../shared/action-plan/follow-up.ts";
import { latestTargetDate, targetDateReason } from "../../../shared/action-plan/item-rules.ts";
import { shownItemOf, shownItems } from "../../../shared/action-plan/shown-plan.ts";
import {
  amend,
  backToList,
  changesToSave,
  isUnsaved,
  newItemOf,
  openWorkingCopy,
  setAssignedTo,
  setChallenge,
  setItemDate,
  setItemText,
  showDetail,
  startNewItem,
} from "../../../shared/action-plan/working-copy.ts";
import { findVagueWords } from "../../../shared/coach/find-vague-words.ts";
import { countCharacters, hasDoubleQuotes } from "../../../shared/text.ts";
import { policy, TODAY } from "./fixtures.ts";
import { AUTHOR, sampleItem, samplePlan } from "./sample-plan.ts";

describe("¶64 the next appointment is offered as the target date if AI-2 allows it", () => {
  it.each([
    [null, null, null],
    [TODAY, null, TODAY],
    ["2026-03-15", null, null],
    ["2026-04-13", null, "2026-04-13"],
    ["2026-04-13", "2026-03-30", "2026-04-13"],
    ["2026-04-13", "2026-04-13", null],
    ["2026-09-16", null, "2026-09-16"],
    ["2026-09-17", null, null],
  ])("appointment %s, target date %s: %s", (nextAppointment, targetDate, offered) => {
    expect(followUpDate(nextAppointment, { today: TODAY, policy, targetDate })).toBe(offered);
  });
});

describe("The challenge of an item (¶44)", () => {
  const marked = sampleItem("item-1", { challenge: "keeping" });
  const copy = amend(showDetail(openWorkingCopy(samplePlan([marked]))));

  it("is written on a new item and sent with it", () => {
    const written = setChallenge(startNewItem(copy), "belief");
    expect(changesToSave(written).newItems).toEqual([
      { key: "new-1", text: "", assignedTo: null, targetDate: null, dateClosed: null, challenge: "belief" },
    ]);
    expect(shownItemOf(written, AUTHOR)?.challenge).toBe("belief");
    expect([isUnsaved(written), isUnsaved(setChallenge(written, null))]).toEqual([true, false]);
  });

  it("is amended, or taken off, and undone to the saved one leaves nothing unsaved", () => {
    const other = setChallenge(copy, "jobsearch");
    expect(changesToSave(other).amendedItems).toEqual([{ itemId: "item-1", challenge: "jobsearch" }]);
    const none = setChallenge(other, null);
    expect(changesToSave(none).amendedItems).toEqual([{ itemId: "item-1", challenge: null }]);
    expect([shownItemOf(other, AUTHOR)?.challenge, shownItemOf(none, AUTHOR)?.challenge]).toEqual(["jobsearch", null]);
    const back = setChallenge(none, "keeping");
    expect([back.changes.amendedItems, isUnsaved(back)]).toEqual([[], false]);
  });
});

describe("The list filtered by challenge", () => {
  const [keeping, belief, none] = [
    sampleItem("item-1", { challenge: "keeping", targetDate: "2026-03-30" }),
    sampleItem("item-2", { challenge: "belief", targetDate: "2026-04-13" }),
    sampleItem("item-3", { challenge: null, targetDate: "2026-04-27" }),
  ];
  const list = openWorkingCopy(samplePlan([keeping, belief, none]));
  const items = shownItems(list, AUTHOR);
  const idsOf = (challenge: Challenge | null, keptId: string | null, selectedId: string | null, from = items) => {
    const filtered = filterItems(from, challenge && { challenge, keptId }, selectedId);
    return [filtered.items.map(({ id }) => id), filtered.matching, filtered.besides];
  };

  it.each<[Challenge | null, string | null, string | null, unknown]>([
    [null, null, "item-1", [["item-1", "item-2", "item-3"], 3, 0]],
    ["keeping", null, "item-1", [["item-1"], 1, 0]],
    ["belief", "item-1", "item-1", [["item-1", "item-2"], 1, 1]],
    ["belief", "item-1", "item-2", [["item-1", "item-2"], 1, 1]],
    ["belief", null, "item-3", [["item-2", "item-3"], 1, 1]],
    ["presenting", null, null, [[], 0, 0]],
  ])("%s, with %s kept and %s selected", (challenge, keptId, selectedId, expected) => {
    expect(idsOf(challenge, keptId, selectedId)).toEqual(expected);
  });

  it("never hides an item that is unsaved", () => {
    const written = backToList(setItemText(startNewItem(list), "Phone"));
    expect(idsOf("keeping", null, "item-1", shownItems(written, AUTHOR))).toEqual([["item-1", "new-1"], 1, 1]);
  });

  it("says what it shows", () => {
    const filter = { challenge: "belief", keptId: null } as const;
    const words = (selected: string | null, kept: string | null = null) =>
      filterInWords({ ...filter, keptId: kept }, filterItems(items, { ...filter, keptId: kept }, selected));
    expect([
      filterInWords(null, filterItems(items, null, null)),
      words("item-2"),
      words("item-1"),
      words("item-1", "item-3"),
    ]).toEqual([
      "All 3 Action Items shown",
      "1 shown for Basic belief",
      "1 shown for Basic belief, and 1 more that is selected or unsaved",
      "1 shown for Basic belief, and 2 more that are selected or unsaved",
    ]);
  });

  it("counts in ¶44's order", () => {
    expect(countByChallenge(items).map(({ name, count }) => [name, count])).toEqual([
      ["Basic belief", 1],
      ["Local Labour Market Knowledge", 0],
      ["Jobsearch Skills", 0],
      ["Presenting my case effectively", 0],
      ["Keeping the job", 1],
    ]);
    expect([challengeName("keeping"), challengeName(null)]).toEqual(["Keeping the job", ""]);
  });
});

describe("¶66 the examples", () => {
  const latest = latestTargetDate(TODAY, policy);
  const situation = { today: TODAY, policy, nextAppointment: "2026-04-13" };

  it.each<[TargetRule, string | null, string]>([
    [{ of: "next-appointment" }, "2026-04-13", "2026-04-13"],
    [{ of: "next-appointment" }, null, "2026-03-30"],
    [{ of: "next-appointment" }, "2026-03-15", "2026-03-30"],
    [{ of: "next-appointment" }, "2026-09-17", "2026-03-30"],
    [{ of: "days", days: 7 }, "2026-04-13", "2026-03-23"],
    [{ of: "days", days: 400 }, null, latest],
    [{ of: "latest" }, "2026-04-13", latest],
  ])("%j with the next appointment on %s is by %s", (rule, nextAppointment, expected) => {
    const date = targetOfRule(rule, { today: TODAY, policy, nextAppointment });
    expect([date, targetDateReason(date, TODAY, policy)]).toEqual([expected, undefined]);
  });

  it("has some for each of the 5 Challenges, for both whom items are assigned to, each with a name of its own", () => {
    expect(new Set(EXAMPLES.map(({ challenge }) => challenge))).toEqual(new Set(CHALLENGES.map(({ code }) => code)));
    expect(new Set(EXAMPLES.map(({ assignedTo }) => assignedTo))).toEqual(new Set(["client", "pa"]));
    expect(new Set(EXAMPLES.map(({ id }) => id)).size).toBe(EXAMPLES.length);
  });

  it.each(EXAMPLES)(
    "$id fits its box, has no double quotation mark, and is vague only where it is to be filled in",
    ({ text }) => {
      expect(countCharacters(text)).toBeLessThan(policy.actionItemCharacters / 2);
      expect(hasDoubleQuotes(text)).toBe(false);
      expect(findVagueWords(text, "Robin").filter(({ words }) => !words.startsWith("["))).toEqual([]);
    },
  );

  it("fill a new item, and what is chosen or typed in its other fields stays", () => {
    const example = EXAMPLES[0];
    if (!example) throw new Error("There is no example");
    const { text, assignedTo, challenge } = example;
    const empty = startNewItem(openWorkingCopy(samplePlan([])));
    const filled = { key: "new-1", text, assignedTo, challenge, targetDate: "2026-04-13", dateClosed: null };
    expect(newItemOf(withExample(empty, example, situation))).toEqual(filled);

    const chosen = setChallenge(setAssignedTo(setItemDate(empty, "Target Date", "+2", TODAY), "pa"), "belief");
    expect(newItemOf(withExample(chosen, example, situation))).toEqual({
      ...filled,
      ...{ assignedTo: "pa", challenge: "belief", targetDate: "2026-03-18" },
    });

    const unread = withExample(setItemDate(empty, "Target Date", "Friday", TODAY), example, situation);
    expect([newItemOf(unread)?.targetDate, unread.unreadDates.length]).toEqual([null, 1]);
  });

  it("change nothing where no new item is shown", () => {
    const list = openWorkingCopy(samplePlan([sampleItem("item-1")]));
    expect(EXAMPLES.map((example) => withExample(list, example, situation) === list)).not.toContain(false);
  });
});
