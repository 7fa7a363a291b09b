import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "./axe-findings.ts";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";

describe.skipIf(noBrowserReason !== undefined)("The window Working days", () => {
  let application: OpenedApplication;
  let page: Page;

  beforeAll(async () => {
    application = await openApplication();
    page = application.page;
    page.setDefaultTimeout(8_000);
    await page.getByLabel("Find a client").waitFor();
  });
  afterAll(() => application?.close());

  it("opens from the keyboard, and lists the bank holidays of the contracts' nation, year by year", async () => {
    await page.keyboard.press("Alt+W");
    const holidays = page.getByRole("list", { name: "Bank holidays in Scotland 2012" }).getByRole("listitem");
    await holidays.first().waitFor();
    expect(await holidays.allInnerTexts()).toHaveLength(10);
    expect((await holidays.nth(2).innerText()).split(/\s+/).join(" ")).toBe("Fri 06/04/2012 Good Friday");
    await page.getByRole("button", { name: "2011" }).click();
    await page.getByRole("list", { name: "Bank holidays in Scotland 2011" }).getByText("Royal wedding").waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it("adds a local holiday by the keyboard alone, refuses a weekend, and takes a holiday back", async () => {
    const add = async (date: string, name: string) => {
      await page.getByLabel("Date", { exact: true }).fill(date);
      await page.getByLabel("Name", { exact: true }).fill(name);
      await page.keyboard.press("Enter");
    };
    await add("21/5/12", "Victoria Day");
    await page.getByRole("list", { name: "Local holidays" }).getByText("Mon 21/05/2012").waitFor();
    await page.getByText("Added: Victoria Day 21/05/2012.").waitFor();
    await add("19/05/2012", "Gala");
    await page.getByText("19/05/2012 is at a weekend, which is not counted anyway.").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Remove" }).press("Enter");
    await page.getByText("Removed: Victoria Day 21/05/2012.").waitFor();
  });

  it("asks before it closes on what was typed", async () => {
    expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("Gala");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "Unsaved changes" }).getByRole("button", { name: "Back" }).click();
    await page.getByLabel("Date", { exact: true }).fill("");
    await page.getByLabel("Name", { exact: true }).fill("");
  });

  it("records an outage with its reason once that is confirmed, and lists it", async () => {
    await page.getByLabel("From", { exact: true }).fill("12/04/2012");
    await page.getByLabel("To", { exact: true }).fill("13/04/2012");
    await page.getByLabel("Reason", { exact: true }).fill("The line to the store was cut");
    await page.getByRole("button", { name: "Record…" }).click();
    const asked = page.getByRole("dialog", { name: "Record outage" });
    await asked.getByText("One that was recorded by mistake can be taken back").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await asked.getByRole("button", { name: "Record" }).click();
    const listed = page.getByRole("list", { name: "Recorded outages" });
    await listed.getByText("12/04/2012 to 13/04/2012", { exact: true }).waitFor();
    await listed.getByText("The line to the store was cut").waitFor();
    expect(await page.getByLabel("From", { exact: true }).inputValue()).toBe("");
    await page.getByText("The outage is recorded. 1 due date moved.").waitFor();
  });

  it("takes an outage back with a reason, by the keyboard alone, and says what became of it", async () => {
    const listed = page.getByRole("list", { name: "Recorded outages" });
    const take = listed.getByRole("button", { name: "Take back…" });
    await take.press("Enter");
    const asked = page.getByRole("dialog", { name: "Take back outage" });
    await asked.getByText("as if the outage from 12/04/2012 to 13/04/2012 had not been recorded").waitFor();
    expect(await asked.getByRole("button", { name: "Take back", exact: true }).getAttribute("aria-disabled")).toBe(
      "true",
    );
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.type("It was the other office");
    await asked.getByRole("button", { name: "Take back" }).press("Enter");
    await asked.waitFor({ state: "detached" });
    await listed.getByText("Taken back: It was the other office B Johns").waitFor();
    await page.getByText("The outage is taken back. 1 due date moved.").waitFor();
    expect(await take.getAttribute("aria-disabled")).toBe("true");
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(application.problems).toEqual([]);
  });
});
