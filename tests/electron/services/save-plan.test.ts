import { describe, expect, test } from "vitest";
import type { Problem } from "../../../shared/action-plan/problems.ts";
import {
  AGNES,
  ALEXANDRA,
  amending,
  aNewItem,
  DILIP,
  expectCode,
  itemAt,
  JOE,
  MARIA,
  openTraining,
  reviewing,
  TODAY,
} from "./training-app.ts";

const YESTERDAY = "2012-04-15";
const SIX_MONTHS_AHEAD = "2012-10-16";

describe("target dates", () => {
  test.each([
    ["yesterday", YESTERDAY, { code: "target-date-past", date: YESTERDAY, earliest: TODAY }],
    [
      "six months and a day ahead",
      "2012-10-17",
      { code: "target-date-too-far", date: "2012-10-17", latest: SIX_MONTHS_AHEAD },
    ],
  ])("AI-2 a target date of %s is refused and nothing is saved", async (_, targetDate, reason) => {
    const app = openTraining();
    expect(await app.reasonRefused(DILIP, { newItems: [aNewItem({ targetDate })] })).toEqual(reason);
    const item = itemAt(await app.plan(DILIP), 1);
    expect(await app.reasonRefused(DILIP, amending(item, { targetDate }))).toEqual(reason);
  });

  test.each([
    ["today", TODAY],
    ["exactly six months ahead", SIX_MONTHS_AHEAD],
  ])("AI-2 a target date of %s is saved", async (_, targetDate) => {
    const app = openTraining();
    const before = await app.plan(DILIP);
    const plan = await app.save(DILIP, { newItems: [aNewItem({ targetDate })] });
    const added = plan.items.filter(({ id }) => !before.items.some((item) => item.id === id));
    expect(added).toEqual([
      {
        id: expect.any(String),
        text: "Write a CV",
        dateCreated: TODAY,
        createdAt: expect.stringMatching(/^2012-04-1/),
        createdBy: "B Johns",
        assignedTo: "client",
        targetDate,
        dateClosed: null,
        challenge: null,
        amendedBy: null,
        amendedAt: null,
        reviews: [],
      },
    ]);
    expect(plan.version).toBe(before.version + 1);
    expect((await app.save(DILIP, amending(itemAt(before, 1), { targetDate }))).version).toBe(before.version + 2);
  });

  test("AI-2 six months from 31 August end on the last of February", async () => {
    const app = openTraining({ today: "2012-08-31" });
    const latest = "2013-02-28";
    expect(await app.reasonRefused(DILIP, { newItems: [aNewItem({ targetDate: "2013-03-01" })] })).toEqual({
      code: "target-date-too-far",
      date: "2013-03-01",
      latest,
    });
    const plan = await app.save(DILIP, { newItems: [aNewItem({ targetDate: latest })] });
    expect(plan.items.map(({ targetDate }) => targetDate)).toContain(latest);
  });

  test("AI-3 an item whose target date has passed can be amended without a new date", async () => {
    const app = openTraining();
    const overdue = itemAt(await app.plan(DILIP), 0);
    const text = "Send the new CV to six warehouses";
    const plan = await app.save(DILIP, amending(overdue, { text }));
    expect(itemAt(plan, 0)).toEqual({ ...overdue, text, amendedBy: "B Johns", amendedAt: plan.savedAt });
  });
});

describe("how much a plan holds", () => {
  test("AP-4 the 101st item is refused", async () => {
    const app = openTraining();
    expect(await app.reasonRefused(AGNES, { newItems: [aNewItem()] })).toEqual({ code: "too-many-items", limit: 100 });
  });

  test("AP-4 a plan is filled to a hundred items in one save and not to a hundred and one", async () => {
    const app = openTraining();
    const items = (count: number) => Array.from({ length: count }, (_, index) => aNewItem({ key: `new-${index}` }));
    expect(await app.reasonRefused(DILIP, { newItems: items(98) })).toEqual({ code: "too-many-items", limit: 100 });
    expect((await app.save(DILIP, { newItems: items(97) })).items).toHaveLength(100);
  });

  test("RV-1 the 11th review is refused", async () => {
    const app = openTraining();
    const plan = await app.plan(AGNES);
    const open = plan.items.find(({ dateClosed }) => dateClosed === null) ?? itemAt(plan, 0);
    expect(open.reviews).toHaveLength(10);
    expect(await app.reasonRefused(AGNES, reviewing(open))).toEqual({ code: "too-many-reviews", limit: 10 });
  });

  test("AP-7 on a full plan a tab's text needs no new item", async () => {
    const app = openTraining();
    const before = await app.plan(AGNES);
    const after = await app.save(AGNES, { texts: { aims: "Ward clerk" } });
    expect(after).toEqual({
      ...before,
      version: before.version + 1,
      texts: { ...before.texts, aims: "Ward clerk" },
      savedAt: after.savedAt,
    });
  });
});

describe("when a save needs a new item", () => {
  test("AP-7 a tab's text alone needs one, with one it is saved", async () => {
    const app = openTraining();
    const texts = { aims: "Days only" };
    expect(await app.reasonRefused(DILIP, { texts })).toEqual({ code: "new-item-needed" });
    expect((await app.save(DILIP, { texts, newItems: [aNewItem()] })).texts.aims).toBe("Days only");
  });

  test("AP-7 a tab's text with a review needs none", async () => {
    const app = openTraining();
    const item = itemAt(await app.plan(DILIP), 0);
    const plan = await app.save(DILIP, { texts: { aims: "Days only" }, ...reviewing(item) });
    expect({ aims: plan.texts.aims, reviews: plan.items[0]?.reviews.map(({ text }) => text) }).toEqual({
      aims: "Days only",
      reviews: ["Done as agreed"],
    });
  });

  test("AP-7 pulled-through details alone need one, and a review makes them permanent", async () => {
    const app = openTraining();
    const { plan, pulledToday } = await app.window(ALEXANDRA);
    expect(plan?.pulled).not.toEqual(pulledToday);
    expect(await app.reasonRefused(ALEXANDRA, {})).toEqual({ code: "new-item-needed" });
    const after = await app.save(ALEXANDRA, reviewing(itemAt(await app.plan(ALEXANDRA), 0)));
    expect(after.pulled).toEqual(pulledToday);
  });

  test("AP-7 a plan cannot be created with a tab's text alone", async () => {
    const app = openTraining();
    await app.start(JOE);
    expect(await app.reasonRefused(JOE, { texts: { aims: "Butcher" } })).toEqual({ code: "new-item-needed" });
  });
});

describe("what a save is refused for as a whole", () => {
  test("AP-10 with nothing changed there is nothing to save", async () => {
    const app = openTraining();
    const plan = await app.plan(MARIA);
    const open = itemAt(plan, 1);
    const asSaved = { text: open.text, assignedTo: open.assignedTo, targetDate: open.targetDate, dateClosed: null };
    const [review] = open.reviews;
    const unchanged = [
      {},
      amending(open, {}),
      amending(open, asSaved),
      { amendedReviews: [{ reviewId: review?.id ?? "", text: review?.text ?? "" }] },
      { texts: { aims: plan.texts.aims, info: " \n\t" } },
    ];
    for (const changes of unchanged) expect(await app.saveRefused(MARIA, changes)).toEqual({ code: "nothing-to-save" });
  });

  test("a save made on an older version is refused, and what the other saved stays", async () => {
    const app = openTraining();
    const stale = await app.saveInput(DILIP, { newItems: [aNewItem({ text: "From the stale window" })] });
    const saved = await app.save(DILIP, { newItems: [aNewItem({ text: "From the other window" })] });
    expect(await app.refused("save-plan", stale)).toEqual({
      code: "plan-changed",
      savedBy: "B Johns",
      savedAt: saved.savedAt,
    });
    expect(await app.plan(DILIP)).toEqual(saved);
    const again = await app.granted("save-plan", { ...stale, planVersion: saved.version });
    expect(again.plan?.items.map(({ text }) => text)).toEqual(
      expect.arrayContaining(["From the stale window", "From the other window"]),
    );
  });

  test("two first saves of one client do not make two plans", async () => {
    const app = openTraining();
    await app.start(JOE);
    const first = await app.saveInput(JOE, { newItems: [aNewItem()] });
    await app.granted("save-plan", first);
    expectCode(await app.refused("save-plan", first), "plan-changed");
    expect(app.rows("SELECT version FROM plan WHERE client_id = ?", app.clientId(JOE))).toEqual([{ version: 1 }]);
  });

  test("a version of a plan that does not exist, and an unknown client, are refused", async () => {
    const app = openTraining();
    const input = await app.saveInput(JOE, { newItems: [aNewItem()] });
    expect(await app.refused("save-plan", { ...input, planVersion: 3 })).toEqual({ code: "plan-not-found" });
    expect(await app.refused("save-plan", { ...input, clientId: "nobody" })).toEqual({ code: "client-not-found" });
  });

  test("AP-6 every problem is told at once, each with its place, and the good item beside them is not saved", async () => {
    const app = openTraining();
    const plan = await app.plan(MARIA);
    const open = itemAt(plan, 1);
    const [newest] = open.reviews;
    const error = await app.saveRefused(MARIA, {
      newItems: [
        aNewItem({ key: "good" }),
        aNewItem({ key: "bad", text: " ", assignedTo: null, targetDate: YESTERDAY, dateClosed: TODAY }),
        aNewItem({ key: "undated", targetDate: null }),
      ],
      amendedItems: [{ itemId: open.id, text: "", targetDate: null }],
      newReviews: [{ key: "review", itemId: open.id, text: "" }],
      amendedReviews: [{ reviewId: newest?.id ?? "", text: "x".repeat(751) }],
      texts: { aims: 'A "quoted" word' },
    });
    const item = { of: "item", itemId: open.id, targetDate: open.targetDate } as const;
    const problems: Problem[] = [
      { place: { of: "new-item", key: "bad" }, field: "Action Item", reason: { code: "text-missing" } },
      { place: { of: "new-item", key: "bad" }, field: "Assigned To", reason: { code: "assigned-to-missing" } },
      {
        place: { of: "new-item", key: "bad" },
        field: "Target Date",
        reason: { code: "target-date-past", date: YESTERDAY, earliest: TODAY },
      },
      { place: { of: "new-item", key: "bad" }, field: "Date Closed", reason: { code: "closed-outside-interview" } },
      { place: { of: "new-item", key: "undated" }, field: "Target Date", reason: { code: "target-date-missing" } },
      { place: item, field: "Action Item", reason: { code: "text-missing" } },
      { place: item, field: "Target Date", reason: { code: "target-date-missing" } },
      {
        place: { of: "new-review", key: "review", itemId: open.id, targetDate: open.targetDate },
        field: "Review",
        reason: { code: "text-missing" },
      },
      {
        place: { of: "review", reviewId: newest?.id ?? "", itemId: open.id, targetDate: open.targetDate },
        field: "Review",
        reason: { code: "text-too-long", limit: 750, over: 1 },
      },
      { place: { of: "text", tab: "aims" }, field: "Aims text", reason: { code: "text-double-quotes" } },
    ];
    expect(error).toEqual({ code: "cannot-save", problems });
  });

  test("what names another client's item or review, or one that is not there, is refused", async () => {
    const app = openTraining();
    const foreign = itemAt(await app.plan(MARIA), 1);
    const foreignReview = foreign.reviews[0]?.id ?? "";
    expect(await app.reasonRefused(DILIP, amending(foreign, { text: "Mine now" }))).toEqual({ code: "item-missing" });
    expect(await app.reasonRefused(DILIP, reviewing(foreign))).toEqual({ code: "item-missing" });
    expect(await app.reasonRefused(DILIP, { deletedReviews: [foreignReview] })).toEqual({ code: "review-missing" });
    const amendedReviews = [{ reviewId: foreignReview, text: "Mine now" }];
    expect(await app.reasonRefused(DILIP, { amendedReviews })).toEqual({ code: "review-missing" });
  });

  test("a new item that takes a saved item's name is refused, so that no review counts for both", async () => {
    const app = openTraining();
    await app.start(DILIP);
    const item = itemAt(await app.plan(DILIP), 0);
    const changes = {
      newItems: [aNewItem({ key: item.id })],
      ...amending(item, { dateClosed: TODAY }),
      ...reviewing(item),
    };
    expect(await app.reasonRefused(DILIP, changes)).toEqual({ code: "written-twice" });
  });
});

describe("creating a plan outside an interview", () => {
  const changes = { newItems: [aNewItem()] };

  test("AP-2 without a reason it is refused, and so is 'other' without text", async () => {
    const app = openTraining();
    const needed = { code: "creation-reason-needed" };
    expect(await app.saveRefused(JOE, changes)).toEqual(needed);
    expect(await app.saveRefused(JOE, changes, { creation: { reason: "other", text: " \n" } })).toEqual(needed);
  });

  test.each([
    ["telephone", ""],
    ["not-present", ""],
    ["clerical", "Written on 02/04/2012"],
    ["other", "The client wrote to us"],
  ] as const)("AP-2 with the reason %s it is saved, and the reason with it", async (reason, text) => {
    const app = openTraining();
    const plan = await app.save(JOE, changes, { creation: { reason, text } });
    expect({ version: plan.version, items: plan.items.length }).toEqual({ version: 1, items: 1 });
    const kept = app.rows("SELECT creation_reason, creation_text FROM plan WHERE id = ?", plan.id);
    expect(kept).toEqual([{ creation_reason: reason, creation_text: text }]);
  });

  test("AP-2 in an interview no reason is asked for", async () => {
    const app = openTraining();
    await app.start(JOE);
    expect((await app.save(JOE, changes)).version).toBe(1);
  });

  test("AP-8 and AP-9 hold for the reason's text too", async () => {
    const app = openTraining();
    const creation = { reason: "other", text: "A\u201Cletter\u201D" } as const;
    expect(await app.saveRefused(JOE, changes, { creation })).toEqual({
      code: "invalid-request",
      fields: ["creation.text"],
    });
    await app.save(JOE, changes, { creation: { reason: "other", text: "Letter\r\nof\u0007 May" } });
    expect(app.rows("SELECT creation_text FROM plan WHERE client_id = ?", app.clientId(JOE))).toEqual([
      { creation_text: "Letter\nof May" },
    ]);
  });
});

test("DT-2 with the clock before the newest record nothing is saved until that is confirmed", async () => {
  const first = openTraining();
  await first.save(DILIP, { newItems: [aNewItem()] });
  first.close();
  const app = openTraining({ dataFolder: first.folder, today: "2012-04-13" });
  const changes = { newItems: [aNewItem({ text: "On an earlier day" })] };
  expect(await app.saveRefused(DILIP, changes)).toEqual({
    code: "clock-moved-back",
    newest: TODAY,
    today: "2012-04-13",
  });
  const plan = await app.save(DILIP, changes, { isClockConfirmed: true });
  expect(plan.items.find(({ text }) => text === "On an earlier day")?.dateCreated).toBe("2012-04-13");
  expectCode(await app.saveRefused(DILIP, { newItems: [aNewItem()] }), "clock-moved-back");
});

test("a save tells every window the plan's new version, and a refusal tells nothing", async () => {
  const app = openTraining();
  await app.saveRefused(DILIP, { newItems: [aNewItem({ text: "" })] });
  const { version } = await app.save(DILIP, { newItems: [aNewItem()] });
  expect(app.events).toEqual([{ event: "plan-changed", clientId: app.clientId(DILIP), version }]);
});
