import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { field, openPlan } from "./windows.ts";

const FULL_PLAN = "Oyelaran";

describe.skipIf(noBrowserReason !== undefined)("What the Action Plan window refuses, and how it says so", () => {
  let application: OpenedApplication;
  let page: Page;

  beforeAll(async () => {
    application = await openApplication();
    page = application.page;
    await application.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  });
  afterAll(() => application?.close());
  beforeEach(() => page.reload());

  const targetDates = [
    { typed: "15/04/2012", message: "15/04/2012 is in the past; the earliest is today, 16/04/2012." },
    { typed: "17/10/2012", message: "17/10/2012 is over six months ahead; the latest is 16/10/2012." },
    { typed: "31/02/2012", message: "31/02/2012" },
  ];
  it.each(targetDates)("a target date of $typed is listed, and the list leads to its field", async (row) => {
    await openPlan(page, "rao");
    await page.getByRole("button", { name: "NActItm" }).click();
    await field(page, "Action Item").fill("Bring the certificate.");
    await page.getByLabel("Assigned To").selectOption({ label: "PA" });
    await field(page, "Target Date").fill(row.typed);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const list = page.getByRole("dialog", { name: "Cannot save yet" });
    expect(await list.innerText()).toContain(row.message);
    await list
      .getByRole("link", { name: "Target Date" })
      .or(list.getByRole("button", { name: "Target Date", exact: true }))
      .first()
      .click();
    await list.waitFor({ state: "detached" });
    await expect.poll(() => field(page, "Target Date").evaluate((box) => box === document.activeElement)).toBe(true);
    expect(await field(page, "Target Date").getAttribute("aria-invalid")).toBe("true");
    expect(await field(page, "Action Item").inputValue()).toBe("Bring the certificate.");
  });

  it("a double quotation mark that is typed or pasted becomes a single one, with a note", async () => {
    await openPlan(page, "rao");
    await page.getByRole("button", { name: "NActItm" }).click();
    const box = field(page, "Action Item");
    await box.pressSequentially('Ask for "Sam"');
    expect(await box.inputValue()).toBe("Ask for 'Sam'");
    expect(await page.locator("body").innerText()).toContain("Double quotation marks become single ones");
    await box.fill("");
    await paste(page, "Say \u201Cyes\u201D");
    expect(await box.inputValue()).toBe("Say 'yes'");
  });

  it("typing stops at 750 characters, and a longer paste is refused whole", async () => {
    await openPlan(page, "rao");
    await page.getByRole("button", { name: "NActItm" }).click();
    const box = field(page, "Action Item");
    await box.focus();
    await paste(page, "x".repeat(751));
    expect(await box.inputValue()).toBe("");
    expect(await page.locator("body").innerText()).toContain("Not pasted: that is 1 character more than fits.");
    await paste(page, "x".repeat(749));
    await box.pressSequentially("yz");
    expect(await box.inputValue()).toBe(`${"x".repeat(749)}y`);
  });

  it("the 101st item is refused by its button, which says when the next closed item is purged", async () => {
    await openPlan(page, FULL_PLAN);
    const button = page.getByRole("button", { name: "NActItm" });
    expect(await button.getAttribute("aria-disabled")).toBe("true");
    expect(await description(page, "NActItm")).toMatch(/100 Action Items.*purged on \d\d\/\d\d\/\d{4}/);
  });

  it("the 11th review is refused by its button, which says why", async () => {
    await openPlan(page, FULL_PLAN);
    await page.getByRole("grid", { name: "Action Items" }).getByRole("row").nth(2).dblclick();
    await page.getByRole("button", { name: "NRev" }).waitFor();
    expect(await page.getByRole("button", { name: "NRev" }).getAttribute("aria-disabled")).toBe("true");
    expect(await description(page, "NRev")).toMatch(/10 reviews/);
  });

  it("outside an interview Date Closed is off and says what to do instead", async () => {
    await openPlan(page, "gallagher");
    await page.getByRole("grid", { name: "Action Items" }).getByRole("row").nth(2).dblclick();
    await page.getByRole("button", { name: "Amnd" }).click();
    expect(await field(page, "Date Closed").getAttribute("aria-disabled")).toBe("true");
    const said = await page.locator("body").innerText();
    expect(said).toContain("Conversations");
    expect(said).toMatch(/never open an interview just to close/i);
  });

  it("a closed item can be read and not changed", async () => {
    await openPlan(page, "gallagher");
    await page.getByRole("grid", { name: "Action Items" }).getByRole("row").nth(1).dblclick();
    for (const name of ["Amnd", "NRev", "DRev"]) {
      expect(await page.getByRole("button", { name }).getAttribute("aria-disabled"), name).toBe("true");
    }
  });
});

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press("Control+V");
}

/** The accessible description of a button, as a screen reader has it. */
async function description(page: Page, name: string): Promise<string> {
  const button = page.getByRole("button", { name });
  return button.evaluate((element) =>
    (element.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent ?? "")
      .concat(element.getAttribute("aria-description") ?? "")
      .join(" "),
  );
}
