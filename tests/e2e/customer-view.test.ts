import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { press } from "./plan-commands.ts";
import { field, openClient } from "./windows.ts";

const TYPED = "Ask  Mrs O'Hara:\n<b>which</b> Tuesday & time suits.";

/** What never leaves the office: the NINO, staff, other clients, the interview, and the adviser's own parts of the window. */
const KEPT_BACK = [
  "QQ",
  "100002",
  "Johns",
  "Whitlock",
  "Rao",
  "Bloggs",
  "Oyelaran",
  "LP WFI",
  "Caseload",
  "DMA",
  "Created by",
  "SOC",
  "6145",
  "Training",
  "Workflow",
  "Brae House will give a reference",
];

const LOOKS = [
  { look: "light", media: { colorScheme: "light", forcedColors: "none" } },
  { look: "dark", media: { colorScheme: "dark", forcedColors: "none" } },
  { look: "high contrast", media: { colorScheme: "light", forcedColors: "active" } },
] as const;

describe.skipIf(noBrowserReason !== undefined)("The customer view", () => {
  let application: OpenedApplication;
  let page: Page;

  beforeAll(async () => {
    application = await openApplication();
    page = application.page;
    page.setDefaultTimeout(10_000);
    await startInterview(page, "gallagher");
    await page.getByRole("heading", { name: "View Action Plan - Maria Gallagher" }).waitFor();
  });
  afterAll(() => application?.close());

  it("shows what is agreed, what is done, the next meeting and the aims, in words", async () => {
    await turn(page);
    const agreed = await lines(page, "What we have agreed");
    expect(agreed.slice(0, 9)).toEqual([
      "What we have agreed",
      "1",
      expect.stringContaining("Apply for the Level 2 Health and Social Care course"),
      "Who: You",
      "By: Monday 30 April 2012",
      "Done",
      expect.stringContaining("Phone at least three registered childminders"),
      "Who: You",
      "Done: 13 February 2012",
    ]);
    expect(await lines(page, "Maria Gallagher")).toEqual([
      ...["Maria Gallagher", "Our next meeting", "Monday 30 April 2012, 10:00"],
      ...["Work I am aiming for", "Care assistant", "Nursery assistant", "Receptionist"],
      ...["Hours", "Part time", "What I have already"],
      ...["Certificate, Emergency First Aid at Work", "NVQ Level 1, Health and Social Care"],
      ...["GCSE, English", "GCSE, Mathematics"],
    ]);
  });

  it("has large text, headings and a list, and nothing to command or to fill in", async () => {
    const size = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).fontSize);
    expect([await size(".turned .as-typed"), await size(".turned h2")]).toEqual(["22px", "32px"]);
    expect(await page.getByRole("heading").allInnerTexts()).toEqual([
      ...["View Action Plan - Maria Gallagher", "What we have agreed", "What I would like to do", "Work I have done"],
      ...["Courses and qualifications", "Maria Gallagher", "Our next meeting", "Work I am aiming for", "Hours"],
      "What I have already",
    ]);
    expect(await page.getByRole("listitem").filter({ hasText: "Who:" }).count()).toBe(2);
    for (const role of ["menubar", "toolbar", "textbox", "tab", "grid", "combobox"] as const) {
      expect(await page.getByRole(role, { includeHidden: true }).count(), role).toBe(0);
    }
    expect(await page.getByRole("region", { name: "Interview" }).count()).toBe(0);
  });

  it("has nothing anywhere in the page that stays in the office", async () => {
    const whole = await page.evaluate(() => document.body.outerHTML);
    expect(KEPT_BACK.filter((word) => whole.includes(word))).toEqual([]);
  });

  it("runs none of the adviser's shortcuts", async () => {
    for (const key of ["F2", "Control+s", "Control+p", "Alt+n", "Alt+r", "Alt+2"]) await page.keyboard.press(key);
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(await page.getByText("Customer view", { exact: true }).count()).toBe(1);
  });

  it.each(LOOKS)("has nothing that axe finds, in $look", async ({ media }) => {
    await page.emulateMedia(media);
    await page.evaluate(axe.source);
    const findings = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
      return violations.map(({ id }) => id);
    });
    expect(findings).toEqual([]);
    await page.emulateMedia(LOOKS[0].media);
  });

  it("reads on at 400 % zoom: nothing is cut off at the side, and the arrow keys scroll down to the last word", async () => {
    await page.setViewportSize({ width: 320, height: 256 });
    const turned = page.locator("main");
    expect(await turned.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    await page.getByRole("region", { name: "Maria Gallagher" }).focus();
    // Scrolling takes some frames, and a key that comes meanwhile may be passed over.
    const topAfter = async (key: string) => {
      await page.keyboard.press(key);
      return turned.evaluate(({ scrollTop }) => scrollTop);
    };
    await expect.poll(() => topAfter("Home")).toBe(0);
    const last = await turned.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
    expect(last).toBeGreaterThan(500);
    await expect.poll(() => topAfter("End")).toBeGreaterThan(last - 2);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it("grows by Ctrl and plus, and is as before by Ctrl+0", async () => {
    const size = () =>
      page
        .locator(".turned .as-typed")
        .first()
        .evaluate((element) => getComputedStyle(element).fontSize);
    await page.keyboard.press("Control+=");
    await page.keyboard.press("Control+=");
    await expect.poll(size).toBe("33px");
    await page.keyboard.press("Control+0");
    await expect.poll(size).toBe("22px");
  });

  it("goes back by Esc and by F8, to where the adviser was, with everything unsaved as it was", async () => {
    await page.keyboard.press("Escape");
    await press(page, "NActItm");
    await field(page, "Action Item").fill(TYPED);
    await field(page, "Target Date").fill("32/13/2012");
    await page.getByRole("tab", { name: "Info" }).click();
    await field(page, "Info text").fill("Half a sen");
    await field(page, "Action Item").focus();
    await page.keyboard.press("Home");
    const before = await written(page);
    await turn(page);
    await page.keyboard.press("F8");
    expect(await written(page)).toEqual(before);
    await page.keyboard.press("F8");
    await page.keyboard.press("Escape");
    expect(await written(page)).toEqual(before);
  });

  it("shows what is unsaved as it was typed, marked as not saved yet", async () => {
    await turn(page);
    const step = page.getByRole("listitem").filter({ hasText: "Tuesday" });
    expect(await step.locator(".as-typed").evaluate((element) => element.textContent)).toBe(TYPED);
    expect(await step.getByText("not saved yet").count()).toBe(1);
    const text = page.getByRole("heading", { name: "More about my plan not saved yet" });
    expect(await text.count()).toBe(1);
    expect(await page.getByText("Half a sen", { exact: true }).count()).toBe(1);
    expect(await page.getByText("not saved yet").count()).toBe(2);
  });

  it("goes back by its button, and is in the Page menu with its key", async () => {
    await page.getByRole("button", { name: "F8 back to the adviser" }).click();
    await page.getByRole("menuitem", { name: "Page" }).click();
    const item = page.getByRole("menuitem", { name: "Customer view" });
    expect(await item.getAttribute("aria-keyshortcuts")).toBe("F8");
    await item.click();
    await page.getByRole("heading", { name: "What we have agreed" }).waitFor();
  });

  it("leaves nothing on the browser's console", () => {
    expect(application.problems).toEqual([]);
  });
});

async function turn(page: Page): Promise<void> {
  await page.keyboard.press("F8");
  await page.getByRole("heading", { name: "What we have agreed" }).waitFor();
}

async function lines(page: Page, region: string): Promise<string[]> {
  const text = await page.getByRole("region", { name: region }).innerText();
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/** What stands in the fields, the tab that is open, and where the cursor is. */
function written(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>(".halves input:not(.picker), .halves textarea")];
    const active = document.activeElement as HTMLTextAreaElement;
    return {
      fields: fields.map(({ id, value }) => [id, value]),
      tab: document.querySelector('[role="tab"][aria-selected="true"]')?.textContent,
      focus: [active.id, active.selectionStart],
      status: document.querySelector(".statusbar .where")?.textContent,
    };
  });
}

async function startInterview(page: Page, surname: string): Promise<void> {
  await openClient(page, surname);
  await page.getByRole("button", { name: "Interview", exact: true }).click();
  const start = page.getByRole("dialog", { name: "Start interview" });
  await start.getByLabel("Kind").selectOption({ label: "LP WFI" });
  await start.getByRole("button", { name: "Start", exact: true }).click();
}
