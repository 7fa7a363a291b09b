import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { press } from "./plan-commands.ts";
import { field, openPlan } from "./windows.ts";

/** What the window shows of its mode. */
interface Shown {
  readonly buttons: string;
  /** The name of what has the focus; a row of the list says so. */
  readonly focus: string;
  readonly where: string;
  readonly isUnsaved: boolean;
  /** The fields that can be written in. */
  readonly fields: readonly string[];
  /** The marks in the list or in the reviews, by row. */
  readonly marks: readonly string[];
}

const LIST = { buttons: "Detail NActItm Spell Print Save Close", focus: "row", fields: [], marks: [] };
const ITEM = { buttons: "History Amnd NRev DRev Spell Print Save Close", fields: [], marks: [] };
const WRITTEN = ["Action Item", "Assigned To", "Target Date"];
const NEW = { ...ITEM, focus: "Action Item", where: "New Action Item", fields: WRITTEN };

interface Step {
  readonly does: string;
  readonly act: (page: Page) => Promise<void>;
  readonly shows: Shown;
}

interface Course {
  readonly name: string;
  readonly client: string;
  readonly steps: readonly Step[];
}

const nothing = { isUnsaved: false };
const unsaved = { isUnsaved: true };

/** The ways of the table "Modes", each in a window that was just opened; nothing asks on the way. */
const COURSES: readonly Course[] = [
  {
    name: "list, Detail, History, with nothing written",
    client: "rao",
    steps: [
      step("Detail", button("Detail"), { ...ITEM, ...nothing, focus: "Action Item", where: "No reviews" }),
      step("History", button("History"), { ...LIST, ...nothing, where: "Row 1 of 3" }),
    ],
  },
  {
    name: "Enter and a double click open an item as Detail does, and Esc leads back",
    client: "gallagher",
    steps: [
      step("Enter", keys("Enter"), { ...ITEM, ...nothing, focus: "Action Item", where: "Review 1 of 2" }),
      step("Esc", keys("Escape"), { ...LIST, ...nothing, where: "Row 2 of 2" }),
      step("a double click", (page) => rowOf(page, 1).dblclick(), {
        ...{ ...ITEM, ...nothing, focus: "Action Item", where: "Review 1 of 1" },
      }),
      step("Esc again", keys("Escape"), { ...LIST, ...nothing, where: "Row 1 of 2" }),
    ],
  },
  {
    name: "NActItm from the list; an item that nobody wrote in goes by History",
    client: "rao",
    steps: [
      step("NActItm", button("NActItm"), { ...NEW, ...nothing }),
      step("History", button("History"), { ...LIST, ...nothing, where: "Row 1 of 3" }),
    ],
  },
  {
    name: "NActItm from every mode; what was written stays, marked in the list, and Save takes all of it",
    client: "rao",
    steps: [
      step("NActItm from the list", keys("Alt+n"), { ...NEW, ...nothing }),
      step("writing", write("First new item"), { ...NEW, ...unsaved }),
      step("NActItm from a new item", keys("Alt+n"), { ...NEW, ...unsaved }),
      step("History", button("History"), {
        ...{ ...LIST, ...unsaved, where: "Row 1 of 4", marks: ["New, unsaved"] },
      }),
      step("Detail", button("Detail"), { ...ITEM, ...unsaved, focus: "Action Item", where: "No reviews" }),
      step("NActItm from an item", keys("Alt+n"), { ...NEW, ...unsaved }),
      step("History", keys("Escape"), { ...LIST, ...unsaved, where: "Row 1 of 4", marks: ["New, unsaved"] }),
      step("Detail", button("Detail"), { ...ITEM, ...unsaved, focus: "Action Item", where: "No reviews" }),
      step("Amnd", keys("F2"), { ...ITEM, ...unsaved, focus: "Action Item", where: "No reviews", fields: WRITTEN }),
      step("NActItm from amend", keys("Alt+n"), { ...NEW, ...unsaved }),
      step("History", keys("Escape"), { ...LIST, ...unsaved, where: "Row 1 of 4", marks: ["New, unsaved"] }),
      step("Detail", button("Detail"), { ...ITEM, ...unsaved, focus: "Action Item", where: "No reviews" }),
      step("NRev", keys("Alt+r"), {
        ...{
          ...ITEM,
          ...unsaved,
          focus: "Review",
          where: "Review 1 of 1",
          fields: ["Review"],
          marks: ["New, unsaved"],
        },
      }),
      step("writing", writeReview("He rang"), {
        ...{
          ...ITEM,
          ...unsaved,
          focus: "Review",
          where: "Review 1 of 1",
          fields: ["Review"],
          marks: ["New, unsaved"],
        },
      }),
      step("NActItm from a new review", keys("Alt+n"), { ...NEW, ...unsaved }),
      step("History", keys("Escape"), {
        ...{ ...LIST, ...unsaved, where: "Row 1 of 4", marks: ["Unsaved", "New, unsaved"] },
      }),
    ],
  },
  {
    name: "Amnd, writing, History, another item, and a tab's text: all of it stays and is marked",
    client: "rao",
    steps: [
      step("Detail", button("Detail"), { ...ITEM, ...nothing, focus: "Action Item", where: "No reviews" }),
      step("Amnd", button("Amnd"), { ...ITEM, ...nothing, focus: "Action Item", where: "No reviews", fields: WRITTEN }),
      step("writing", write("Amended"), {
        ...{ ...ITEM, ...unsaved, focus: "Action Item", where: "No reviews", fields: WRITTEN },
      }),
      step("History", button("History"), { ...LIST, ...unsaved, where: "Row 1 of 3", marks: ["Unsaved"] }),
      step("the next row", keys("ArrowDown"), { ...LIST, ...unsaved, where: "Row 2 of 3", marks: ["Unsaved"] }),
      step("Enter", keys("Enter"), { ...ITEM, ...unsaved, focus: "Action Item", where: "No reviews" }),
      step("NRev", button("NRev"), {
        ...{
          ...ITEM,
          ...unsaved,
          focus: "Review",
          where: "Review 1 of 1",
          fields: ["Review"],
          marks: ["New, unsaved"],
        },
      }),
      step("History with an empty review", button("History"), {
        ...{ ...LIST, ...unsaved, where: "Row 2 of 3", marks: ["Unsaved"] },
      }),
      step("a tab's text", writeAims("Nights are possible"), {
        ...{ ...LIST, ...unsaved, focus: "Aims text", where: "Row 2 of 3", marks: ["Unsaved"] },
      }),
      step("Detail of the amended one", (page) => rowOf(page, 1).dblclick(), {
        ...{ ...ITEM, ...unsaved, focus: "Action Item", where: "No reviews" },
      }),
      step("Save", keys("Control+s"), { ...LIST, ...nothing, where: "Row 1 of 3" }),
    ],
  },
  {
    name: "NRev, writing and Save, back in the list with the item's row selected",
    client: "rao",
    steps: [
      step("the second row", keys("ArrowDown"), { ...LIST, ...nothing, where: "Row 2 of 3" }),
      step("Enter", keys("Enter"), { ...ITEM, ...nothing, focus: "Action Item", where: "No reviews" }),
      step("NRev", keys("Alt+r"), {
        ...{
          ...ITEM,
          ...nothing,
          focus: "Review",
          where: "Review 1 of 1",
          fields: ["Review"],
          marks: ["New, unsaved"],
        },
      }),
      step("writing", writeReview("Two have answered"), {
        ...{
          ...ITEM,
          ...unsaved,
          focus: "Review",
          where: "Review 1 of 1",
          fields: ["Review"],
          marks: ["New, unsaved"],
        },
      }),
      step("Save", keys("Control+s"), { ...LIST, ...nothing, where: "Row 2 of 3" }),
    ],
  },
  {
    name: "a plan that does not exist opens as a new item, and History shows its empty list",
    client: "bloggs",
    steps: [
      step("opening", async () => undefined, { ...NEW, ...nothing }),
      step("History", button("History"), { ...LIST, ...nothing, focus: "Detail", where: "No rows" }),
      step("NActItm", keys("Alt+n"), { ...NEW, ...nothing }),
      step("writing", write("Ring the college"), { ...NEW, ...unsaved }),
      step("History", keys("Escape"), { ...LIST, ...unsaved, where: "Row 1 of 1", marks: ["New, unsaved"] }),
      step("Enter opens it for writing", keys("Enter"), { ...NEW, ...unsaved }),
    ],
  },
];

describe.skipIf(noBrowserReason !== undefined)("The modes of the Action Plan window", () => {
  let application: OpenedApplication;
  let page: Page;

  beforeAll(async () => {
    application = await openApplication();
    page = application.page;
    page.setDefaultTimeout(5_000);
  });
  afterAll(() => application?.close());

  it.each(COURSES)("$name", async ({ client, steps }) => {
    await openPlan(page, client);
    await page.getByRole("toolbar", { name: "Action Plan" }).waitFor();
    if ((await rowOf(page, 1).count()) > 0) await page.locator('[aria-selected="true"]').first().focus();
    for (const { does, act, shows } of steps) {
      await act(page);
      // Only Close, End and signing out ask.
      expect(await page.getByRole("dialog").count(), does).toBe(0);
      await expect.poll(() => shownBy(page), { message: does }).toEqual(shows);
    }
    await leave(page, steps.at(-1)?.shows.isUnsaved === true);
  });

  it("Close asks about unsaved work from any mode, and Cancel leaves everything as it is", async () => {
    await openPlan(page, "rao");
    await press(page, "NActItm");
    await field(page, "Action Item").fill("Half an item");
    const before = { ...NEW, ...unsaved };
    await expect.poll(() => shownBy(page)).toEqual(before);
    await press(page, "Close");
    const question = page.getByRole("dialog", { name: "Unsaved changes" });
    await question.getByRole("button", { name: "Cancel" }).click();
    await question.waitFor({ state: "detached" });
    expect(await field(page, "Action Item").inputValue()).toBe("Half an item");
    await field(page, "Action Item").focus();
    await expect.poll(() => shownBy(page)).toEqual(before);
    await leave(page, true);
  });

  describe("The divider between the halves", () => {
    it("moves by arrows, Home and End, both halves in sight, and is where it was left when the plan opens again", async () => {
      await openPlan(page, "rao");
      const divider = page.getByRole("separator", { name: "Divider between the halves" });
      const usual = await heights(page);
      await divider.focus();
      await expectPercent(page, "ArrowUp", "45");
      await expectPercent(page, "ArrowDown", "50");
      await expectPercent(page, "Home", "20");
      await expectPercent(page, "End", "80");
      await expectPercent(page, "ArrowUp", "75");
      const left = await heights(page);
      expect(left.upper).toBeGreaterThan(usual.upper);
      await leave(page, false);
      await openPlan(page, "rao");
      expect([await divider.getAttribute("aria-valuenow"), await heights(page)]).toEqual(["75", left]);
    });

    it("is dragged, and a double click puts it back", async () => {
      const divider = page.getByRole("separator", { name: "Divider between the halves" });
      const box = await divider.boundingBox();
      if (!box) throw new Error("There is no divider");
      const kept = page.waitForResponse((response) => response.url().includes("set-preferences"));
      await page.mouse.move(box.x + 40, box.y + 4);
      await page.mouse.down();
      await page.mouse.move(box.x + 40, box.y - 100, { steps: 4 });
      await page.mouse.up();
      await kept;
      expect(Number(await divider.getAttribute("aria-valuenow"))).toBeLessThan(70);
      await divider.dblclick();
      await expect.poll(() => divider.getAttribute("aria-valuenow")).toBe("50");
    });

    it.each([
      { name: "1024 × 768", width: 1024, height: 768 },
      { name: "200 % text size in 1280 × 800", width: 640, height: 400 },
    ])("leaves room for both halves at $name, wherever it stands", async ({ width, height }) => {
      await page.setViewportSize({ width, height });
      await page.getByRole("separator", { name: "Divider between the halves" }).focus();
      for (const key of ["Home", "End"]) {
        await page.keyboard.press(key);
        const { upper, lower, beyond } = await heights(page);
        expect([upper >= 60, lower >= 60, beyond], key).toEqual([true, true, false]);
      }
      await page.setViewportSize({ width: 1280, height: 800 });
    });
  });

  it("leaves nothing on the browser's console", () => {
    expect(application.problems).toEqual([]);
  });
});

function step(does: string, act: Step["act"], shows: Shown): Step {
  return { does, act, shows };
}

function button(name: Parameters<typeof press>[1]): Step["act"] {
  return (page) => press(page, name);
}

function keys(name: string): Step["act"] {
  return (page) => page.keyboard.press(name);
}

function write(text: string): Step["act"] {
  return (page) => field(page, "Action Item").fill(text);
}

function writeReview(text: string): Step["act"] {
  return (page) => field(page, "Review").fill(text);
}

function writeAims(text: string): Step["act"] {
  return (page) => field(page, "Aims text").fill(text);
}

function rowOf(page: Page, number: number) {
  return page.getByRole("grid", { name: "Action Items" }).getByRole("row").nth(number);
}

function shownBy(page: Page): Promise<Shown> {
  return page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
    const nameOf = (element: Element | null) => element?.getAttribute("aria-label") ?? element?.textContent ?? "";
    const active = document.activeElement;
    const written = all(".upper textarea, .upper input:not(.picker, [readonly]), .upper select");
    return {
      buttons: all('[role="toolbar"][aria-label="Action Plan"] button')
        .map((each) => each.textContent)
        .join(" "),
      focus: active instanceof HTMLTableRowElement ? "row" : nameOf(active),
      where: document.querySelector(".statusbar .where")?.textContent ?? "",
      isUnsaved: document.querySelector(".statusbar .unsaved") !== null,
      fields: written.map(nameOf).filter((name) => name !== "Challenge"),
      marks: all(".upper .tag.mark").map((mark) => mark.textContent ?? ""),
    };
  });
}

async function expectPercent(page: Page, key: string, percent: string): Promise<void> {
  const kept = page.waitForResponse((response) => response.url().includes("set-preferences"));
  await page.keyboard.press(key);
  await kept;
  const divider = page.getByRole("separator", { name: "Divider between the halves" });
  expect(await divider.getAttribute("aria-valuenow"), key).toBe(percent);
}

function heights(page: Page): Promise<{ upper: number; lower: number; beyond: boolean }> {
  return page.evaluate(() => {
    const boxOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
    const status = boxOf(".statusbar");
    const lower = boxOf(".lower");
    return {
      upper: Math.round(boxOf(".upper").height),
      lower: Math.round(lower.height),
      beyond: lower.bottom > status.top + 1,
    };
  });
}

async function leave(page: Page, isUnsaved: boolean): Promise<void> {
  await press(page, "Close");
  if (isUnsaved) await page.getByRole("button", { name: "Don't save" }).click();
  await page.getByRole("heading", { name: /^Client Record - / }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByLabel("Find a client").waitFor();
}
