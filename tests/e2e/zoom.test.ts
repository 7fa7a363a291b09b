import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings, LIGHT_ALONE } from "./axe-findings.ts";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { field, openClient } from "./windows.ts";

/** What is left of 1280 × 1024 at 400 %. */
const ZOOMED = { width: 320, height: 256 };

/** The windows and dialogs of the main job, each reached from the one before it. */
const STATES: readonly { readonly name: string; readonly reach: (page: Page) => Promise<void> }[] = [
  { name: "the first screen", reach: (page) => page.getByText("Form 0042-17E").waitFor() },
  {
    name: "Letterhead",
    reach: async (page) => {
      await opens(page, "Letterhead", () => page.keyboard.press("Alt+h"));
      // Until the letterhead is read, a dialog of the same name says so.
      await dialog(page, "Letterhead").getByRole("button", { name: "Choose picture…" }).waitFor();
    },
  },
  { name: "Dictionary", reach: (page) => opens(page, "Dictionary", () => choose(page, "Function", "Dictionary…")) },
  { name: "a client's page", reach: (page) => closeAnd(page, () => openClient(page, "gallagher")) },
  { name: "a record window", reach: (page) => opens(page, /^Additional Information/, () => press(page, "More")) },
  { name: "Conversations", reach: (page) => opens(page, /^Conversations/, () => press(page, "Convs")) },
  { name: "Start interview", reach: (page) => opens(page, "Start interview", () => press(page, "Interview")) },
  { name: "the list of Action Items", reach: (page) => press(page, "Start").then(() => shows(page, "Detail")) },
  { name: "Notes to close", reach: (page) => opens(page, "Notes to close", () => press(page, "Notes (1)")) },
  { name: "Cannot end yet", reach: (page) => opens(page, "Cannot end yet", () => press(page, "End")) },
  { name: "Print Options", reach: (page) => opens(page, "Print Options", () => press(page, "Print")) },
  { name: "a new item", reach: (page) => closeAnd(page, () => press(page, "NActItm")) },
  {
    name: "Spelling",
    reach: async (page) => {
      await field(page, "Action Item").fill("Visit the nursry on Station Road");
      await press(page, "Save");
      await dialog(page, "Spelling").getByRole("option").first().waitFor();
    },
  },
  {
    name: "Cannot save yet",
    reach: (page) => press(page, "Ignore").then(() => dialog(page, "Cannot save yet").waitFor()),
  },
  { name: "the tab PCirc", reach: (page) => closeAnd(page, () => page.getByRole("tab", { name: "PCirc" }).click()) },
];

describe.skipIf(noBrowserReason !== undefined)("At 400 % zoom", () => {
  let application: OpenedApplication;
  let page: Page;

  beforeAll(async () => {
    application = await openApplication();
    page = application.page;
    page.setDefaultTimeout(8_000);
    await page.setViewportSize(ZOOMED);
  });
  afterAll(() => application?.close());

  it.each(STATES)(
    "everything in $name can be brought into view, uncovered, and axe finds nothing",
    async ({ reach }) => {
      await reach(page);
      expect(await outOfReach(page)).toEqual([]);
      expect(await axeFindings(page, LIGHT_ALONE)).toEqual([]);
    },
  );

  it("leaves nothing on the browser's console", () => {
    expect(application.problems).toEqual([]);
  });
});

/** Buttons, links and fields that stay covered or cut off when they are scrolled to, and how far the page is too wide. */
function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // A dialog that fades lies over the next one for as long.
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    const within = document.querySelector(".dialog") ?? document;
    const found = [...within.querySelectorAll<HTMLElement>("button, a[href], input, select, textarea, [role=tab]")]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0)
      .filter((element) => !element.closest("[inert], .sr"))
      .filter((element) => {
        element.scrollIntoView({ block: "center", inline: "center" });
        const { left, top, width, height } = element.getBoundingClientRect();
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        return !hit || !(element.contains(hit) || hit.contains(element) || hit.closest("label")?.contains(element));
      })
      .map((element) => element.getAttribute("aria-label") ?? element.textContent ?? element.tagName);
    const frame = document.querySelector(".window")?.scrollWidth ?? 0;
    const beyond = Math.max(frame, document.documentElement.scrollWidth) - window.innerWidth;
    return beyond > 0 ? [...found, `${beyond} pixels too wide`] : found;
  });
}

function dialog(page: Page, name: string | RegExp) {
  return page.getByRole("dialog", { name });
}

/** Opens a dialog in the place of the one that is open. */
async function opens(page: Page, name: string | RegExp, act: () => Promise<void>): Promise<void> {
  await closeAnd(page, act);
  await dialog(page, name).waitFor();
}

async function closeAnd(page: Page, goOn: () => Promise<void>): Promise<void> {
  if (await page.getByRole("dialog").count()) await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await goOn();
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

async function shows(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).waitFor();
}

async function choose(page: Page, menu: string, command: string): Promise<void> {
  await page.getByRole("menuitem", { name: menu, exact: true }).click();
  await page.getByRole("menuitem", { name: command }).click();
}
