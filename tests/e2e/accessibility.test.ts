import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { openClient } from "./windows.ts";

const LOOKS = [
  { look: "light", media: { colorScheme: "light", forcedColors: "none" } },
  { look: "dark", media: { colorScheme: "dark", forcedColors: "none" } },
  { look: "high contrast", media: { colorScheme: "light", forcedColors: "active" } },
] as const;

/** The windows and their states, each reached from the one before it. */
const STATES: readonly { readonly name: string; readonly reach: (page: Page) => Promise<void> }[] = [
  { name: "the first screen", reach: (page) => page.getByLabel("Find a client").waitFor() },
  { name: "clients found", reach: (page) => find(page, "smi") },
  { name: "nobody found", reach: (page) => find(page, "xyzxyz") },
  { name: "a client's page", reach: (page) => openClient(page, "gallagher") },
  { name: "a record window", reach: (page) => press(page, "More") },
  { name: "Start interview", reach: (page) => closeAnd(page, () => press(page, "Interview")) },
  { name: "the list of Action Items in an interview", reach: (page) => press(page, "Start") },
  { name: "Notes to close", reach: (page) => press(page, "Notes (1)") },
  { name: "Cannot end yet", reach: (page) => closeAnd(page, () => press(page, "End")) },
  { name: "Print Options", reach: (page) => closeAnd(page, () => press(page, "Print")) },
  { name: "a new item", reach: (page) => closeAnd(page, () => press(page, "NActItm")) },
  { name: "Cannot save yet", reach: writeAndSave },
  { name: "fields to be put right", reach: (page) => closeAnd(page, async () => undefined) },
  { name: "an item", reach: showItem },
  { name: "an item being amended", reach: (page) => press(page, "Amnd") },
  { name: "a new review", reach: (page) => press(page, "NRev") },
  { name: "the tab PCirc", reach: (page) => page.getByRole("tab", { name: "PCirc" }).click() },
  { name: "the tab Quals", reach: (page) => page.getByRole("tab", { name: "Quals" }).click() },
  { name: "an open menu", reach: (page) => page.getByRole("menuitem", { name: "Function" }).click() },
];

describe.skipIf(noBrowserReason !== undefined)("axe finds nothing", () => {
  let application: OpenedApplication;

  beforeAll(async () => {
    application = await openApplication();
    await application.page.evaluate(axe.source);
  });
  afterAll(() => application?.close());

  it.each(STATES)("in $name, light, dark and in high contrast", async ({ reach }) => {
    const { page } = application;
    await reach(page);
    for (const { look, media } of LOOKS) {
      await page.emulateMedia(media);
      expect(await findings(page), look).toEqual([]);
    }
  });
});

async function findings(page: Page): Promise<string[]> {
  // Colours fade for 80 ms after a change of theme; contrast is what stands at the end.
  await page.waitForTimeout(150);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

async function find(page: Page, typed: string): Promise<void> {
  await page.getByLabel("Find a client").fill(typed);
  await page.waitForTimeout(300);
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
  await page.waitForTimeout(300);
}

async function closeAnd(page: Page, goOn: () => Promise<void>): Promise<void> {
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await goOn();
}

async function writeAndSave(page: Page): Promise<void> {
  await page.getByRole("textbox", { name: "Action Item" }).fill("Visit the nursery on Station Road");
  await press(page, "Save");
}

async function showItem(page: Page): Promise<void> {
  await press(page, "History");
  await page.getByRole("grid", { name: "Action Items" }).getByRole("row").nth(2).dblclick();
  await page.getByRole("grid", { name: "Reviews" }).waitFor();
}
