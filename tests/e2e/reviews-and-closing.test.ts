import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { field, openClient, openPlan } from "./windows.ts";

const REVIEW = "Rang to say that two warehouses have answered.";

describe.skipIf(noBrowserReason !== undefined)("Reviews and closing, as an adviser does them", () => {
  let application: OpenedApplication;
  let page: Page;

  beforeAll(async () => {
    application = await openApplication();
    page = application.page;
  });
  afterAll(() => application?.close());
  beforeEach(() => page.reload());

  it("records a review outside an interview, which cannot be deleted now", async () => {
    await openPlan(page, "rao");
    await openItem(page, 1);
    await page.getByRole("button", { name: "NRev" }).click();
    await field(page, "Review").fill(REVIEW);
    await save(page);
    await openItem(page, 1);
    expect(await reviews(page)).toEqual([expect.stringContaining(REVIEW)]);
    expect(await page.getByRole("button", { name: "DRev" }).getAttribute("aria-disabled")).toBe("true");
  });

  it("deletes that review in the next interview, once it is asked, and can take the deletion back before Save", async () => {
    await startInterview(page, "rao");
    await page.getByRole("button", { name: "ActnPln" }).click();
    await openItem(page, 1);
    await page.getByRole("button", { name: "DRev" }).click();
    const question = page.getByRole("dialog", { name: "Delete review" });
    await question.getByRole("button", { name: "Cancel" }).click();
    expect(await page.getByText("Unsaved changes").count()).toBe(0);
    await page.getByRole("button", { name: "DRev" }).click();
    await question.getByRole("button", { name: "Delete" }).click();
    await expect.poll(() => page.getByText("Unsaved changes").count()).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Keep review" }).click();
    await expect.poll(() => page.getByText("Unsaved changes").count()).toBe(0);
    await page.getByRole("button", { name: "DRev" }).click();
    await question.getByRole("button", { name: "Delete" }).click();
    await save(page);
    await openItem(page, 1);
    expect(await reviews(page)).toEqual([]);
  });

  it("closes an item with a review of the same Save after asking once, and the item is read-only then", async () => {
    await openPlan(page, "rao");
    await openItem(page, 1);
    await page.getByRole("button", { name: "NRev" }).click();
    await field(page, "Review").fill("All four have the CV.");
    await page.getByRole("button", { name: "Amnd" }).click();
    await field(page, "Date Closed").fill("today");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const question = page.getByRole("dialog", { name: "Close Action Item" });
    await question.getByRole("button", { name: "Back" }).click();
    expect(await field(page, "Date Closed").inputValue()).toBe("16/04/2012");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await question.getByRole("button", { name: "Close item" }).click();
    await page.getByRole("button", { name: "Detail" }).waitFor();
    await openItem(page, 1);
    for (const name of ["Amnd", "NRev", "DRev"]) {
      expect(await page.getByRole("button", { name }).getAttribute("aria-disabled"), name).toBe("true");
    }
  });

  it("asks before it closes with unsaved work, and Don't save leaves the plan as it was", async () => {
    await openPlan(page, "rao");
    await page.getByRole("tab", { name: "EHist" }).click();
    await field(page, "EHist text").fill("Half a sentence");
    await page.getByRole("button", { name: "Close", exact: true }).click();
    const question = page.getByRole("dialog", { name: "Unsaved changes" });
    await question.getByRole("button", { name: "Cancel" }).click();
    expect(await field(page, "EHist text").inputValue()).toBe("Half a sentence");
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await question.getByRole("button", { name: "Don't save" }).click();
    await page.getByRole("heading", { name: /^Client Record - / }).waitFor();
    await page.getByRole("button", { name: "ActnPln" }).click();
    await page.getByRole("tab", { name: "EHist" }).click();
    expect(await field(page, "EHist text").inputValue()).toBe("");
  });

  it("asks for the reason when a plan is made outside an interview", async () => {
    await openPlan(page, "smith");
    await field(page, "Action Item").fill("Ask about the bus to the college.");
    await page.getByLabel("Assigned To").selectOption({ label: "Client" });
    await field(page, "Target Date").fill("+7");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const question = page.getByRole("dialog", { name: /outside an interview/ });
    await question.getByText("Telephone conversation").click();
    await question.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "View Action Plan - Alex Smith" }).waitFor();
  });

  it("leaves nothing on the browser's console", () => {
    expect(application.problems).toEqual([]);
  });
});

async function openItem(page: Page, row: number): Promise<void> {
  await page.getByRole("grid", { name: "Action Items" }).getByRole("row").nth(row).dblclick();
  await page.getByRole("button", { name: "History" }).waitFor();
}

async function reviews(page: Page): Promise<string[]> {
  const rows = await page.getByRole("grid", { name: "Reviews" }).getByRole("row").allInnerTexts();
  return rows.slice(1).filter((text) => /\d\d\/\d\d\/\d{4}/.test(text));
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Detail" }).waitFor();
}

async function startInterview(page: Page, surname: string): Promise<void> {
  await openClient(page, surname);
  await page.getByRole("button", { name: "Interview", exact: true }).click();
  const start = page.getByRole("dialog", { name: "Start interview" });
  await start.getByLabel("Kind").selectOption({ label: "Jobsearch Review" });
  await start.getByRole("button", { name: "Start", exact: true }).click();
  await page.getByRole("region", { name: "Interview" }).waitFor();
}
