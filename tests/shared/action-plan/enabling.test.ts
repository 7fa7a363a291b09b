import { describe, expect, it } from "vitest";
import { commandReasons, type PlanCommand } from "../../../shared/action-plan/enabling.ts";
import { LMS_WORDS } from "../../../shared/action-plan/kind-words.ts";
import {
  amend,
  backToList,
  deleteReview,
  openWorkingCopy,
  selectItem,
  setItemText,
  setReviewText,
  setTabText,
  showDetail,
  startNewItem,
  startReview,
  type WorkingCopy,
} from "../../../shared/action-plan/working-copy.ts";
import type { Interview } from "../../../shared/interview/interview.ts";
import { TODAY } from "./fixtures.ts";
import { ENDED, OPEN, POLICY, sampleItem, samplePlan, sampleReview } from "./sample-plan.ts";

const COMMANDS: PlanCommand[] = [
  "Detail",
  "NActItm",
  "History",
  "Amnd",
  "NRev",
  "DRev",
  "Spell",
  "Print",
  "Save",
  "Close",
];

function reasonsOf(copy: WorkingCopy, interviews: Interview[] = [OPEN, ENDED], arePulledDetailsWaiting = false) {
  const facts = { kind: "lms", today: TODAY, ownReviewIds: [], words: LMS_WORDS } as const;
  return commandReasons({ ...facts, copy, interviews, policy: POLICY, arePulledDetailsWaiting });
}

function commandsOn(copy: WorkingCopy, interviews?: Interview[], isWaiting?: boolean): PlanCommand[] {
  const reasons = reasonsOf(copy, interviews, isWaiting);
  return COMMANDS.filter((command) => reasons[command] === undefined);
}

const item = sampleItem("open-item", { reviews: [sampleReview("old")] });
const closed = sampleItem("closed-item", {
  targetDate: "2026-03-01",
  dateClosed: "2026-02-16",
  reviews: [sampleReview("last")],
});
const list = openWorkingCopy(samplePlan([closed, item]));
const shown = showDetail(list);

describe("what is enabled when", () => {
  const cases: [string, WorkingCopy, PlanCommand[]][] = [
    ["list mode", list, ["Detail", "NActItm", "Print", "Close"]],
    ["list mode without an item", openWorkingCopy(samplePlan([])), ["NActItm", "Print", "Close"]],
    [
      "list mode with a tab's text changed",
      setTabText(list, "aims", "x"),
      ["Detail", "NActItm", "Spell", "Save", "Close"],
    ],
    ["a plan that does not exist yet", openWorkingCopy(null), ["NActItm", "History", "Spell", "Close"]],
    ["its list after History", backToList(openWorkingCopy(null)), ["NActItm", "Close"]],
    ["an untouched new item", startNewItem(list), ["NActItm", "History", "Spell", "Print", "Close"]],
    ["a new item with text", setItemText(startNewItem(list), "x"), ["NActItm", "History", "Spell", "Save", "Close"]],
    ["item mode", shown, ["NActItm", "History", "Amnd", "NRev", "Print", "Close"]],
    ["item mode, closed item", showDetail(selectItem(list, "closed-item")), ["NActItm", "History", "Print", "Close"]],
    ["amend mode", amend(shown), ["NActItm", "History", "Amnd", "NRev", "Spell", "Print", "Close"]],
    [
      "amend mode with something written",
      setItemText(amend(shown), "x"),
      ["NActItm", "History", "Amnd", "NRev", "Spell", "Save", "Close"],
    ],
    [
      "an untouched new review",
      startReview(shown),
      ["NActItm", "History", "Amnd", "NRev", "DRev", "Spell", "Print", "Close"],
    ],
    [
      "a new review with text",
      setReviewText(startReview(shown), "x"),
      ["NActItm", "History", "Amnd", "NRev", "DRev", "Spell", "Save", "Close"],
    ],
  ];

  it("¶72 keeps Spell on in the list while an item, a review or an amendment waits to be saved, and says why it is off", () => {
    const waiting = [
      backToList(setItemText(startNewItem(list), "x")),
      backToList(setReviewText(startReview(shown), "x")),
      backToList(setItemText(amend(shown), "x")),
    ];
    expect([...waiting, list].map((copy) => reasonsOf(copy).Spell)).toEqual([
      undefined,
      undefined,
      undefined,
      "nothing is being written.",
    ]);
  });

  it.each(cases)("%s", (_, copy, expected) => {
    expect(commandsOn(copy)).toEqual(expected);
  });

  it("AP-7 lets waiting pulled-through details be saved, and keeps Print on", () => {
    expect(commandsOn(list, [], true)).toEqual(["Detail", "NActItm", "Print", "Save", "Close"]);
  });
});

describe("why a command is off", () => {
  it("AP-10 says that nothing has changed, and Print asks for a save first", () => {
    expect([reasonsOf(list).Save, reasonsOf(setTabText(list, "info", "x")).Print]).toEqual([
      "nothing has changed since the last save.",
      "Save before printing.",
    ]);
  });

  it("AP-4 says at 100 items, unsaved ones counted, when the next closed item is due to be purged", () => {
    const many = Array.from({ length: 98 }, (_, index) => sampleItem(`item-${index}`));
    const full = openWorkingCopy(samplePlan([closed, ...many]));
    const withOneMore = setItemText(startNewItem(full), "One more");
    expect([reasonsOf(full).NActItm, reasonsOf(withOneMore).NActItm]).toEqual([
      undefined,
      "the plan has 100 Action Items, which is the most. The next closed item is due to be purged on 17/08/2027.",
    ]);
  });

  it("AP-4 says so when no item is closed", () => {
    const full = openWorkingCopy(samplePlan(Array.from({ length: 100 }, (_, index) => sampleItem(`item-${index}`))));
    expect(reasonsOf(full).NActItm).toBe(
      "the plan has 100 Action Items, which is the most. No item is closed, so none is due to be purged.",
    );
  });

  it("AI-6 names the day a closed item was closed, for Amnd, NRev and DRev alike", () => {
    const { Amnd, NRev, DRev } = reasonsOf(showDetail(selectItem(list, "closed-item")));
    const reason = "this item was closed on 16/02/2026. A closed item stays as it is.";
    expect([Amnd, NRev, DRev]).toEqual([reason, reason, reason]);
  });

  it("RV-1 turns NRev off at ten reviews, unsaved ones counted", () => {
    const reviews = Array.from({ length: 9 }, (_, index) => sampleReview(`review-${index}`));
    const nine = showDetail(openWorkingCopy(samplePlan([sampleItem("open-item", { reviews })])));
    const ten = setReviewText(startReview(nine), "The tenth");
    expect([reasonsOf(nine).NRev, reasonsOf(ten).NRev]).toEqual([
      undefined,
      "this item has 10 reviews, which is the most.",
    ]);
  });

  it("asks for a new item to be saved before it is amended or reviewed", () => {
    const { Amnd, NRev, DRev } = reasonsOf(startNewItem(list));
    expect([Amnd, NRev, DRev]).toEqual([
      "this item has not been saved yet: type straight into it.",
      "save the item before reviewing it.",
      "no review is selected.",
    ]);
  });

  const deletions: [string, Parameters<typeof sampleReview>[1], Interview[], string | undefined][] = [
    ["of the open interview", { interviewId: "open" }, [OPEN, ENDED], undefined],
    [
      "of an interview that has ended",
      {},
      [OPEN, ENDED],
      "this review belongs to the interview of 16/02/2026, which has ended.",
    ],
    [
      "recorded outside, no interview since",
      { interviewId: null, createdAt: "2026-02-20T10:00:00+00:00" },
      [ENDED],
      "this review was recorded outside an interview: it can be deleted only during the customer's next one.",
    ],
    [
      "recorded outside, the next interview open",
      { interviewId: null, createdAt: "2026-02-20T10:00:00+00:00" },
      [OPEN, ENDED],
      undefined,
    ],
    [
      "recorded outside, the next interview over",
      { interviewId: null, createdAt: "2026-02-10T10:00:00+00:00" },
      [OPEN, ENDED],
      "this review belongs to the interview of 16/02/2026, which has ended.",
    ],
  ];

  it.each(deletions)("RV-3 DRev on a review %s", (_, changed, interviews, expected) => {
    const plan = samplePlan([sampleItem("open-item", { reviews: [sampleReview("old", changed)] })]);
    expect(reasonsOf(showDetail(openWorkingCopy(plan)), interviews).DRev).toBe(expected);
  });

  it("RV-3 DRev on a review that goes at the next Save says how to take that back", () => {
    const plan = samplePlan([sampleItem("open-item", { reviews: [sampleReview("now", { interviewId: "open" })] })]);
    expect(reasonsOf(deleteReview(showDetail(openWorkingCopy(plan)))).DRev).toBe(
      "this review goes at the next Save. Keep review takes that back.",
    );
  });
});
