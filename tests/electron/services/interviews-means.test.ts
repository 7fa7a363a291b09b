import { describe, expect, test } from "vitest";
import type { PlanChanges } from "../../../shared/action-plan/action-plan.ts";
import { printOptionSchema, printStyleSchema } from "../../../shared/print/print-options.ts";
import {
  ALEXANDRA,
  amending,
  aNewItem,
  itemAt,
  MARIA,
  openTraining,
  reviewing,
  type TrainingApp,
} from "./training-app.ts";

type Changes = Partial<PlanChanges>;

/** What the open interview has by now of what an enforced kind asks for. */
async function progress(app: TrainingApp, nino = MARIA) {
  const { openInterview: open } = await app.window(nino);
  return { isSaved: open?.progress.planSavedAt != null, isPrinted: open?.progress.printedAt != null };
}

async function openItem(app: TrainingApp) {
  return itemAt(await app.plan(MARIA), 1);
}

describe("what 'saved in this interview' means (¶101)", () => {
  const counting: readonly (readonly [string, (app: TrainingApp) => Promise<Changes> | Changes])[] = [
    ["a new item", () => ({ newItems: [aNewItem()] })],
    ["an amended item", async (app) => amending(await openItem(app), { targetDate: "2012-05-30" })],
    ["a review alone", async (app) => reviewing(await openItem(app))],
    [
      "a tab's text with an amendment",
      async (app) => ({
        ...amending(await openItem(app), { assignedTo: "pa" }),
        texts: { info: "Prefers mornings" },
      }),
    ],
    ["a closed item", async (app) => amending(await openItem(app), { dateClosed: "2012-04-16" })],
  ];
  test.each(counting)("%s counts", async (_, changes) => {
    const app = openTraining();
    await app.start(MARIA, "lp-wfi");
    await app.save(MARIA, await changes(app));
    expect(await progress(app)).toEqual({ isSaved: true, isPrinted: false });
  });

  test("an amended review of this interview counts in its own right", async () => {
    const app = openTraining();
    await app.start(MARIA, "lp-wfi");
    const plan = await app.save(MARIA, reviewing(await openItem(app)));
    const reviewId = itemAt(plan, 1).reviews[0]?.id ?? "";
    const first = (await app.window(MARIA)).openInterview?.progress.planSavedAt ?? "";
    await app.save(MARIA, { amendedReviews: [{ reviewId, text: "Done, and more" }] });
    const second = (await app.window(MARIA)).openInterview?.progress.planSavedAt ?? "";
    expect(second > first).toBe(true);
  });

  test("pulled-through details alone do not count: the plan cannot even be saved with nothing else", async () => {
    const app = openTraining();
    await app.start(ALEXANDRA, "caseload");
    const error = await app.saveRefused(ALEXANDRA, {});
    expect(error).toMatchObject({ code: "cannot-save", problems: [{ reason: { code: "new-item-needed" } }] });
    expect(await progress(app, ALEXANDRA)).toEqual({ isSaved: false, isPrinted: false });
  });
});

describe("what 'printed since' means (¶101)", () => {
  const choices = printOptionSchema.options.flatMap((option) =>
    printStyleSchema.options.map((style) => [option, style] as const),
  );
  test.each(choices)(
    "the plan printed with %s in the style %s counts once it is handed over",
    async (option, style) => {
      const app = openTraining();
      const started = await app.start(MARIA, "lp-wfi");
      await app.save(MARIA, { newItems: [aNewItem()] });
      const clientId = app.clientId(MARIA);
      const { printId } = await app.granted("make-print", { clientId, option, style });
      expect(await progress(app)).toEqual({ isSaved: true, isPrinted: false });
      await app.granted("hand-over-print", { printId });
      expect(await progress(app)).toEqual({ isSaved: true, isPrinted: true });
      await app.end(started);
    },
  );

  test("a print before the last save does not count, nor one handed over with nothing saved", async () => {
    const app = openTraining();
    await app.start(MARIA, "lp-wfi");
    await app.printAndHandOver(MARIA);
    expect(await progress(app)).toEqual({ isSaved: false, isPrinted: false });
    await app.save(MARIA, { newItems: [aNewItem()] });
    await app.printAndHandOver(MARIA);
    expect(await progress(app)).toEqual({ isSaved: true, isPrinted: true });
    await app.save(MARIA, { newItems: [aNewItem({ text: "Ring the college" })] });
    expect(await progress(app)).toEqual({ isSaved: true, isPrinted: false });
  });
});
