import { describe, expect, test } from "vitest";
import type { ActionItem, PlanChanges } from "../../../shared/action-plan/action-plan.ts";
import {
  AGNES,
  amending,
  aNewItem,
  DILIP,
  itemAt,
  MARIA,
  openTraining,
  reviewing,
  TODAY,
  type TrainingApp,
} from "./training-app.ts";

/** Closes an item in a save that reviews it too. */
function closing(item: ActionItem, dateClosed: string): Partial<PlanChanges> {
  return { ...amending(item, { dateClosed }), ...reviewing(item) };
}

/** The training store with Dilip's interview open on another day: his items are 28 days old on 16/04/2012. */
async function inInterview(today = TODAY): Promise<{ app: TrainingApp; item: ActionItem }> {
  const first = openTraining();
  first.close();
  const app = openTraining({ dataFolder: first.folder, today });
  await app.start(DILIP);
  return { app, item: itemAt(await app.plan(DILIP), 1) };
}

describe("whether an item can be closed", () => {
  test("AI-4 without a review it is refused", async () => {
    const { app, item } = await inInterview();
    expect(await app.reasonRefused(DILIP, amending(item, { dateClosed: TODAY }))).toEqual({
      code: "closed-without-review",
    });
  });

  test("AI-4 when the same save deletes its only review it is refused", async () => {
    const { app, item } = await inInterview();
    const reviewed = itemAt(await app.save(DILIP, reviewing(item)), 1);
    const deletedReviews = reviewed.reviews.map(({ id }) => id);
    expect(await app.reasonRefused(DILIP, { ...amending(item, { dateClosed: TODAY }), deletedReviews })).toEqual({
      code: "closed-without-review",
    });
  });

  test("AI-5 outside an interview it is refused, with a review too", async () => {
    const app = openTraining();
    const item = itemAt(await app.plan(MARIA), 1);
    expect(await app.reasonRefused(MARIA, closing(item, TODAY))).toEqual({ code: "closed-outside-interview" });
  });

  test("AI-5 another client's open interview does not help", async () => {
    const { app } = await inInterview();
    const item = itemAt(await app.plan(MARIA), 1);
    expect(await app.reasonRefused(MARIA, closing(item, TODAY))).toEqual({ code: "closed-outside-interview" });
  });

  test.each([
    ["tomorrow", TODAY, "2012-04-17", { code: "closed-in-future", date: "2012-04-17", latest: TODAY }],
    [
      "six months and a day back",
      "2012-10-16",
      "2012-04-15",
      { code: "closed-too-long-ago", date: "2012-04-15", earliest: "2012-04-16" },
    ],
    [
      "the day before it was created",
      TODAY,
      "2012-03-18",
      { code: "closed-before-created", date: "2012-03-18", earliest: "2012-03-19" },
    ],
  ])("AI-4 a date closed of %s is refused and nothing is saved", async (_, today, dateClosed, reason) => {
    const { app, item } = await inInterview(today);
    expect(await app.reasonRefused(DILIP, closing(item, dateClosed))).toEqual(reason);
  });

  test.each([
    ["today", TODAY, TODAY],
    ["exactly six months back", "2012-10-16", "2012-04-16"],
    ["the day it was created", TODAY, "2012-03-19"],
  ])("AI-4 a date closed of %s is saved with a review of the same save", async (_, today, dateClosed) => {
    const { app, item } = await inInterview(today);
    const { openInterview } = await app.window(DILIP);
    const plan = await app.save(DILIP, closing(item, dateClosed));
    expect(plan.items.find(({ id }) => id === item.id)).toEqual({
      ...item,
      dateClosed,
      amendedBy: "B Johns",
      amendedAt: plan.savedAt,
      reviews: [
        {
          id: expect.any(String),
          text: "Done as agreed",
          dateCreated: today,
          createdAt: plan.savedAt,
          createdBy: "B Johns",
          interviewId: openInterview?.interview.id,
          amendedBy: null,
        },
      ],
    });
  });

  test("AI-4 an item written, reviewed and closed in one save is saved closed", async () => {
    const { app } = await inInterview();
    const plan = await app.save(DILIP, {
      newItems: [aNewItem({ dateClosed: TODAY })],
      newReviews: [{ key: "review", itemId: "new", text: "Done on the spot" }],
    });
    const added = plan.items.filter(({ text }) => text === "Write a CV");
    expect(added.map(({ dateClosed, reviews }) => ({ dateClosed, reviews: reviews.map(({ text }) => text) }))).toEqual([
      { dateClosed: TODAY, reviews: ["Done on the spot"] },
    ]);
  });
});

describe("once an item is closed", () => {
  async function refusesEverything(app: TrainingApp, nino: string, item: ActionItem) {
    const reviewId = item.reviews[0]?.id ?? "";
    const attempts: Partial<PlanChanges>[] = [
      amending(item, { text: "Changed afterwards" }),
      amending(item, { dateClosed: null }),
      amending(item, { targetDate: "2012-05-01" }),
      reviewing(item, "One more review"),
      { amendedReviews: [{ reviewId, text: "Changed afterwards" }] },
      { deletedReviews: [reviewId] },
    ];
    for (const changes of attempts) expect(await app.reasonRefused(nino, changes)).toEqual({ code: "item-closed" });
  }

  test("AI-6 it can neither be amended nor reviewed nor reopened in the same interview, nor later", async () => {
    const { app, item } = await inInterview();
    const plan = await app.save(DILIP, closing(item, TODAY));
    const closed = plan.items.find(({ id }) => id === item.id) ?? item;
    await refusesEverything(app, DILIP, closed);
    const { openInterview } = await app.window(DILIP);
    if (openInterview) await app.end(openInterview, true);
    await refusesEverything(app, DILIP, closed);
    await app.start(DILIP);
    await refusesEverything(app, DILIP, closed);
  });

  test("AI-6 a closed item among open ones does not keep the others from being saved", async () => {
    const app = openTraining();
    const plan = await app.plan(AGNES);
    const open = plan.items.find(({ dateClosed }) => dateClosed === null) ?? itemAt(plan, 0);
    const saved = await app.save(AGNES, amending(open, { text: "A new wording" }));
    expect(saved.items.filter(({ text }) => text === "A new wording").map(({ id }) => id)).toEqual([open.id]);
    expect(saved.items.filter(({ dateClosed }) => dateClosed)).toEqual(
      plan.items.filter(({ dateClosed }) => dateClosed),
    );
  });
});
