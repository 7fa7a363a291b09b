import { describe, expect, test } from "vitest";
import type { PlanChanges, TabText } from "../../../shared/action-plan/action-plan.ts";
import { amending, aNewItem, DILIP, itemAt, MARIA, openTraining, type TrainingApp } from "./training-app.ts";

type Changes = Partial<PlanChanges>;

interface TextField {
  readonly name: string;
  readonly limit: number;
  readonly isMandatory: boolean;
  /** Changes that write the text here, and nothing wrong elsewhere. */
  write(app: TrainingApp, text: string): Promise<Changes>;
  /** The text here after a save, all matching ones of the plan. */
  read(app: TrainingApp): Promise<string[]>;
}

const tab = (name: TabText, limit: number): TextField => ({
  name,
  limit,
  isMandatory: false,
  write: async (app, text) => ({
    texts: { [name]: text },
    ...amending(await openItem(app), { targetDate: "2012-05-30" }),
  }),
  read: async (app) => [(await app.plan(MARIA)).texts[name]],
});

const FIELDS: readonly TextField[] = [
  {
    name: "a new item",
    limit: 750,
    isMandatory: true,
    write: async (_, text) => ({ newItems: [aNewItem({ text })] }),
    read: async (app) => (await app.plan(MARIA)).items.map(({ text }) => text),
  },
  {
    name: "an amended item",
    limit: 750,
    isMandatory: true,
    write: async (app, text) => amending(await openItem(app), { text }),
    read: async (app) => [(await openItem(app)).text],
  },
  {
    name: "a new review",
    limit: 750,
    isMandatory: true,
    write: async (app, text) => ({ newReviews: [{ key: "review", itemId: (await openItem(app)).id, text }] }),
    read: async (app) => (await openItem(app)).reviews.map((review) => review.text),
  },
  {
    name: "an amended review",
    limit: 750,
    isMandatory: true,
    write: async (app, text) => ({ amendedReviews: [{ reviewId: (await openItem(app)).reviews[0]?.id ?? "", text }] }),
    read: async (app) => (await openItem(app)).reviews.map((review) => review.text),
  },
  tab("aims", 750),
  tab("employment", 750),
  tab("qualifications", 750),
  tab("info", 2_000),
];

const openItem = async (app: TrainingApp) => itemAt(await app.plan(MARIA), 1);

describe.each(FIELDS)("the text of $name", ({ limit, isMandatory, write, read }) => {
  test(`TX-1, TX-2 is saved with ${limit} characters and refused with one more`, async () => {
    const app = openTraining();
    const longest = `${"é".repeat(limit - 1)}👩‍👩‍👧`;
    expect(await app.reasonRefused(MARIA, await write(app, `${longest}.`))).toEqual({
      code: "text-too-long",
      limit,
      over: 1,
    });
    await app.save(MARIA, await write(app, longest));
    expect(await read(app)).toContain(longest);
  });

  test("AP-8 is refused with a double quotation mark of any shape", async () => {
    const app = openTraining();
    for (const quote of ['"', "\u201C", "\u201D", "\u201E", "\u201F", "\u2033", "\uFF02"]) {
      const reason = await app.reasonRefused(MARIA, await write(app, `Said ${quote}yes`));
      expect({ quote, reason }).toEqual({ quote, reason: { code: "text-double-quotes" } });
    }
  });

  test("AP-9 loses control characters, gets line feeds, and keeps emoji and other scripts as they are", async () => {
    const app = openTraining();
    await app.save(
      MARIA,
      await write(app, "One\r\nTwo\rThree\u2028Four\u0000\u0007\u001B\u007F\tcafe\u0301 \uD800 👍🏽 日本 عربي"),
    );
    expect(await read(app)).toContain("One\nTwo\nThree\nFourcaf\u00E9  👍🏽 日本 عربي");
  });

  test(
    isMandatory ? "AI-1, RV-2 is refused when it is blank" : "AP-9 is stored empty when it is white space",
    async () => {
      const app = openTraining();
      for (const blank of ["", " \n\t\u00A0", "\u0007\u200B"]) {
        const changes = await write(app, blank);
        if (isMandatory) expect(await app.reasonRefused(MARIA, changes)).toEqual({ code: "text-missing" });
      }
      if (isMandatory) return;
      await app.save(MARIA, await write(app, " \n\t\u00A0"));
      expect(await read(app)).toEqual([""]);
    },
  );
});

test("TX-3 characters are counted as a person counts them, and a cluster of many marks is no way around", async () => {
  const app = openTraining();
  const family = "👩‍👩‍👧‍👦";
  await app.save(DILIP, { newItems: [aNewItem({ text: family.repeat(750) })] });
  const piled = `a${"\u0316".repeat(16 * 750)}`;
  expect(await app.reasonRefused(DILIP, { newItems: [aNewItem({ text: piled })] })).toEqual({
    code: "text-too-long",
    limit: 750,
    over: 1,
  });
});

test("AI-1 an item without Assigned To is refused", async () => {
  const app = openTraining();
  const newItems = [aNewItem({ assignedTo: null })];
  expect(await app.reasonRefused(DILIP, { newItems })).toEqual({ code: "assigned-to-missing" });
});
