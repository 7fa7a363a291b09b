import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "./axe-findings.ts";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { field, openClient, openPlan } from "./windows.ts";

const CONFLICT = "The plan was saved since you wrote";
const KEPT = "Unsaved changes were kept";

describe.skipIf(noBrowserReason !== undefined)("Two windows on one plan", () => {
  let application: OpenedApplication;
  let first: Page;
  let second: Page;

  beforeAll(async () => {
    application = await openApplication();
    first = application.page;
    const address = first.url();
    second = await application.context.newPage();
    for (const page of [first, second]) page.setDefaultTimeout(10_000);
    await application.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await second.goto(address);
  });
  afterAll(() => application?.close());

  it("the second says in its status bar that the first keeps a draft, and keeps its own once that is saved", async () => {
    for (const page of [first, second]) {
      await openPlan(page, "rao");
      await page.getByRole("tab", { name: "Info" }).click();
    }
    await field(first, "Info text").fill("Written in the first window.");
    await first.getByText(/^Unsaved changes, kept/).waitFor();
    await field(second, "Info text").fill("Written in the second window.");
    await second.getByText("Unsaved changes. Draft not kept: another window has a draft").first().waitFor();
    await press(first, "Detail");
    await press(first, "NRev");
    await field(first, "Review").fill("Two warehouses have answered.");
    await press(first, "Save");
    await saved(first);
    await second.getByText(/^Unsaved changes, kept/).waitFor();
    expect(await field(second, "Info text").inputValue()).toBe("Written in the second window.");
  });

  it("the second save is refused and leads into the conflict view, where both versions are in view", async () => {
    await press(second, "Detail");
    await press(second, "NRev");
    await field(second, "Review").fill("Rang on Monday.");
    await press(second, "Save");
    const dialog = second.getByRole("dialog", { name: CONFLICT });
    await dialog.waitFor();
    const text = part(dialog, "Info text");
    expect(await text.innerText()).toContain("Written in the first window.");
    expect(await text.innerText()).toContain("Written in the second window.");
    expect(await dialog.getByRole("button", { name: "Go on" }).getAttribute("aria-disabled")).toBe("true");
    expect(await part(dialog, "New review").getByRole("radio", { name: "Apply" }).isChecked()).toBe(true);
    expect(await axeFindings(second)).toEqual([]);
  });

  it("Not now goes back to the window with everything that was typed", async () => {
    await second.keyboard.press("Escape");
    await second.getByRole("dialog").waitFor({ state: "detached" });
    expect(await field(second, "Review").inputValue()).toBe("Rang on Monday.");
    expect(await field(second, "Info text").inputValue()).toBe("Written in the second window.");
  });

  it("what is chosen goes on the newest version, unsaved, and is saved with it", async () => {
    await press(second, "Save");
    const dialog = second.getByRole("dialog", { name: CONFLICT });
    await part(dialog, "Info text").getByRole("radio", { name: "Leave out" }).check();
    await dialog.getByRole("button", { name: "Go on" }).click();
    await dialog.waitFor({ state: "detached" });
    expect(await field(second, "Info text").inputValue()).toBe("Written in the first window.");
    await press(second, "Save");
    await saved(second);
    await press(second, "Detail");
    await expect.poll(() => reviews(second)).toEqual(["Rang on Monday.", "Two warehouses have answered."]);
  });

  it("a draft on an older version opens in it; what touches a closed item can be copied, never applied", async () => {
    await beginToCloseItem(first);
    await press(second, "Amnd");
    await field(second, "Action Item").fill("Ask at the warehouses again.");
    await press(first, "Save");
    await first.getByRole("dialog", { name: "Close Action Item" }).getByRole("button", { name: "Close item" }).click();
    await saved(first);
    await second.getByText(/^Unsaved changes, kept/).waitFor();
    await second.reload();
    await openClient(second, "rao");
    await press(second, "ActnPln");
    await second.getByRole("dialog", { name: KEPT }).getByRole("button", { name: "Continue" }).click();
    const dialog = second.getByRole("dialog", { name: CONFLICT });
    await dialog.waitFor();
    const text = part(dialog, "Action Item");
    expect(await text.innerText()).toContain("This item has been closed since");
    expect(await text.getByRole("radio").count()).toBe(0);
    await text.getByRole("button", { name: "Copy" }).click();
    await text.getByText("Copied").waitFor();
    expect(await second.evaluate(() => navigator.clipboard.readText())).toBe("Ask at the warehouses again.");
    expect(await axeFindings(second)).toEqual([]);
    await dialog.getByRole("button", { name: "Go on" }).click();
    await dialog.waitFor({ state: "detached" });
    expect(await second.getByText("Unsaved changes").count()).toBe(0);
  });
});

/** Enters a date closed for the item that the first row shows, in an interview. */
async function beginToCloseItem(page: Page): Promise<void> {
  await press(page, "Close");
  await press(page, "Interview");
  const start = page.getByRole("dialog", { name: "Start interview" });
  await start.getByLabel("Kind").selectOption({ label: "Jobsearch Review" });
  await press(page, "Start");
  await press(page, "ActnPln");
  await press(page, "Detail");
  await press(page, "Amnd");
  await field(page, "Date Closed").fill("today");
}

/** A part of the conflict view by its name. */
function part(dialog: Locator, name: string): Locator {
  return dialog.getByRole("region", { name });
}

async function saved(page: Page): Promise<void> {
  await page.getByRole("contentinfo").getByText("Saved", { exact: true }).waitFor();
}

async function reviews(page: Page): Promise<string[]> {
  const rows = await page.getByRole("grid", { name: "Reviews" }).getByRole("row").allInnerTexts();
  return ["Rang on Monday.", "Two warehouses have answered."].filter((text) => rows.some((row) => row.includes(text)));
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}
