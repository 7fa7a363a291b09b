import axe from "axe-core";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { field, openPlan } from "./windows.ts";

const VAGUE = "Visit the Acorns nursery with Ryan and ask about four mornings. Look into help with the fees";
const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 760, height: 700 };

describe.skipIf(noBrowserReason !== undefined)("Beside the plan", () => {
  let application: OpenedApplication;
  let page: Page;

  beforeAll(async () => {
    application = await openApplication();
    page = application.page;
    await openPlan(page, "gallagher");
  });
  afterAll(async () => {
    expect(application?.problems ?? []).toEqual([]);
    await application?.close();
  });

  it("the list has the next interview, and a count for each challenge", async () => {
    const panel = page.getByRole("region", { name: "Beside the plan" });
    expect(await panel.getByText("Monday 30/04/2012, 10:00").isVisible()).toBe(true);
    expect(await panel.getByRole("listitem").allTextContents()).toEqual([
      "All Action Items 2",
      "Basic belief 0",
      "Local Labour Market Knowledge 0",
      "Jobsearch Skills 0",
      "Presenting my case effectively 1",
      "Keeping the job 1",
    ]);
    expect(await axeFindings(page)).toEqual([]);
  });

  it("the coach says what a new item lacks, dots its vague words where they stand, and can be turned off and on", async () => {
    await page.getByRole("button", { name: "NActItm" }).click();
    await page.keyboard.type(VAGUE);
    const coach = page.getByRole("region", { name: "SSMART coach" });
    await coach.getByText("Look into", { exact: true }).waitFor();
    expect(await letters(coach)).toEqual([
      "Specific Found",
      "Stretching Ask",
      "Measurable Not yet",
      "Achievable Ask",
      "Realistic Ask",
      "Time bound Not yet",
    ]);
    expect(await placesOfMarks(page)).toEqual({ marks: ["Look into"], isInPlace: true });
    expect(await axeFindings(page)).toEqual([]);

    await coach.getByRole("button", { name: "Turn off" }).click();
    await expect.poll(() => page.locator(".upper .marks").count()).toBe(0);
    expect(await coach.getByText("Vague words").count()).toBe(0);
    await choose(page, "Function", "Turn SSMART coach on");
    await coach.getByText("Vague words").waitFor();
    expect(await field(page, "Action Item").inputValue()).toBe(VAGUE);
  });

  it("marks follow a text that scrolls", async () => {
    await field(page, "Action Item").fill(`${"One step\n".repeat(8)}Look into it\n\n`);
    await expect.poll(() => placesOfMarks(page)).toEqual({ marks: ["Look into"], isInPlace: true });
    const box = field(page, "Action Item");
    await box.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    const scrolled = () => page.locator(".upper .marks").evaluate((marks) => marks.scrollTop);
    await expect.poll(scrolled).toBe(await box.evaluate((element) => element.scrollTop));
    await box.fill(VAGUE);
  });

  it("what is found is spoken once typing rests", async () => {
    await field(page, "Action Item").fill("Phone three childminders soon");
    const spoken = page.getByRole("status", { name: "Announcements" });
    await expect
      .poll(() => spoken.innerText(), { timeout: 5_000 })
      .toBe("SSMART coach: not yet Specific, Time bound; vague words: soon");
  });

  it("the next interview becomes the target date at one press, and the offer goes", async () => {
    const offer = page.getByRole("button", { name: "Next interview 30/04/2012: use as Target Date" });
    await offer.click();
    await expect.poll(() => field(page, "Target Date").inputValue()).toBe("30/04/2012");
    expect(await offer.count()).toBe(0);
    expect(await field(page, "Target Date").evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByRole("region", { name: "SSMART coach" }).getByText("By the next interview, 30/04/2012.").waitFor();
  });

  it("the challenge is saved with the item, shown, and filters the list without hiding what is selected", async () => {
    await page.getByLabel("Challenge", { exact: true }).selectOption("Keeping the job");
    await page.getByLabel("Assigned To", { exact: true }).selectOption("Client");
    await page.keyboard.press("Control+S");
    const panel = page.getByRole("region", { name: "Beside the plan" });
    await panel.getByRole("button", { name: "Keeping the job 2" }).waitFor();

    await panel.getByRole("button", { name: "Basic belief 0" }).click();
    expect(await rowCount(page)).toBe(1);
    const words = "0 shown for Basic belief, and 1 more that is selected or unsaved";
    expect(await page.getByRole("status", { name: "Announcements" }).innerText()).toBe(words);
    await panel.getByRole("button", { name: "Keeping the job 2" }).click();
    expect([await rowCount(page), await page.locator(".where").innerText()]).toEqual([2, "Row 2 of 2"]);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Show all" }).click();
    expect([await rowCount(page), await page.locator(".where").innerText()]).toEqual([3, "Row 3 of 3"]);

    await page.getByRole("button", { name: "Detail" }).click();
    expect(await field(page, "Challenge").innerText()).toBe("Keeping the job");
    await page.getByRole("button", { name: "Amnd" }).click();
    await page.getByLabel("Challenge", { exact: true }).selectOption("Jobsearch Skills");
    expect(await page.getByText("Unsaved changes").count()).toBe(1);
    await page.getByLabel("Challenge", { exact: true }).selectOption("Keeping the job");
    await expect.poll(() => page.getByText("Unsaved changes").count()).toBe(0);
    await page.getByRole("button", { name: "History" }).click();
  });

  it("an example starts a new item, and never takes the place of what is written unasked", async () => {
    await page.getByRole("button", { name: "NActItm" }).click();
    await page.getByRole("button", { name: "Start from an example" }).click();
    const dialog = page.getByRole("dialog", { name: "Examples" });
    await dialog.getByLabel("Challenge").selectOption("Local Labour Market Knowledge");
    expect(await dialog.getByRole("button", { name: "Use" }).count()).toBe(2);
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Use" }).nth(1).click();
    await expect.poll(() => field(page, "Action Item").inputValue()).toMatch(/^Collect the bus and train timetables/);
    expect(await page.getByLabel("Challenge", { exact: true }).inputValue()).toBe("labour-market");
    expect(await field(page, "Target Date").inputValue()).toBe("16/10/2012");
    expect(await field(page, "Action Item").evaluate((element) => element === document.activeElement)).toBe(true);

    await field(page, "Action Item").fill("My own words");
    await choose(page, "Function", "Examples…");
    await dialog.getByRole("button", { name: "Use" }).first().click();
    await page.getByRole("button", { name: "Keep what is written" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await field(page, "Action Item").inputValue()).toBe("My own words");
  });

  it("the panel is closed and opened from the Page menu, and stays as it was left", async () => {
    await choose(page, "Page", "Close side panel");
    await page.getByRole("region", { name: "SSMART coach" }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await page.getByRole("button", { name: "Don't save" }).click();
    await page.getByRole("heading", { name: /^Client Record - / }).waitFor();
    await page.reload();
    await openPlan(page, "gallagher");
    expect(await page.getByRole("region", { name: "Beside the plan" }).count()).toBe(0);
    await choose(page, "Page", "Open side panel");
    await page.getByRole("region", { name: "Beside the plan" }).waitFor();
  });

  it("in a narrow window it is called from the Page menu, and Esc or its button leads back to the work", async () => {
    await page.setViewportSize(NARROW);
    const panel = page.getByRole("region", { name: "Beside the plan" });
    await panel.waitFor({ state: "detached" });
    await choose(page, "Page", "Open side panel");
    const close = panel.getByRole("button", { name: "Close panel" });
    await expect.poll(() => close.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.evaluate(axe.source);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
    expect(await page.getByRole("heading", { name: /^View Action Plan - / }).count()).toBe(1);
    await choose(page, "Page", "Show by challenge");
    const all = panel.getByRole("button", { name: /^All Action Items/ });
    await expect.poll(() => all.evaluate((element) => element === document.activeElement)).toBe(true);
    await close.click();
    await panel.waitFor({ state: "detached" });
    await page.setViewportSize(WIDE);
    await panel.waitFor();
  });

  it("in an interview the notes to close are beside the list and the item, and one begins a review", async () => {
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await page.getByRole("heading", { name: /^Client Record - / }).waitFor();
    await page.getByRole("button", { name: "Interview", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Start", exact: true }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    const note = /^Maria rang: form and references posted/;
    await page.getByRole("region", { name: "Beside the plan" }).getByText(note).waitFor();
    await page.getByRole("row").filter({ hasText: "Health and Social Care" }).dblclick();
    const panel = page.getByRole("region", { name: "Beside the item" });
    await panel.getByText("in 14 days").waitFor();
    expect(await panel.getByText("An interview is open").count()).toBe(1);
    await page.evaluate(axe.source);
    expect(await axeFindings(page)).toEqual([]);
    await panel.getByRole("button", { name: "Use as a new review" }).click();
    await expect.poll(() => field(page, "Review").inputValue()).toMatch(note);
    expect(await field(page, "Review").evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

/** Findings of axe in light and in dark, once the change of theme has faded. */
async function axeFindings(page: Page): Promise<string[]> {
  if (await page.evaluate(() => !("axe" in globalThis))) await page.evaluate(axe.source);
  const found: string[] = [];
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
    found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`)));
  }
  return found;
}

async function choose(page: Page, menu: string, command: string): Promise<void> {
  await page.getByRole("menuitem", { name: menu, exact: true }).click();
  await page.getByRole("menuitem", { name: command }).click();
}

async function letters(coach: Locator): Promise<string[]> {
  const words = await coach.locator(".letters .t").allInnerTexts();
  return words.map((text) => text.replace(/\s+/g, " "));
}

async function rowCount(page: Page): Promise<number> {
  return (await page.getByRole("grid", { name: "Action Items" }).getByRole("row").count()) - 1;
}

/** The dotted words, and whether they are drawn exactly over those of the box. */
function placesOfMarks(page: Page) {
  return page.evaluate(() => {
    const marks = [...document.querySelectorAll(".marks .vague")].map(({ textContent }) => textContent);
    const [box, over] = [document.querySelector("textarea.lead"), document.querySelector(".marks")];
    if (!box || !over) return { marks, isInPlace: false };
    const [a, b] = [box.getBoundingClientRect(), over.getBoundingClientRect()];
    const isOver = Math.abs(b.left - a.left) <= 1 && Math.abs(b.top - a.top) <= 1;
    const isLaidOutAlike = over.clientWidth === box.clientWidth && over.scrollHeight === box.scrollHeight;
    return { marks, isInPlace: isOver && isLaidOutAlike };
  });
}
