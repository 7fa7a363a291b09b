import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "./axe-findings.ts";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { field, openClient } from "./windows.ts";

describe.skipIf(noBrowserReason !== undefined)("Clerical forms (¶122 to ¶125)", () => {
  let application: OpenedApplication;
  let page: Page;

  beforeAll(async () => {
    application = await openApplication();
    page = application.page;
    page.setDefaultTimeout(8_000);
  });
  afterAll(async () => {
    expect(application?.problems).toEqual([]);
    await application?.close();
  });

  it("are made blank from the first screen, wait on the work list, and go when cancelled with a reason", async () => {
    await fromFile(page, "Clerical form");
    const dialog = page.getByRole("dialog", { name: "Clerical form", exact: true });
    await dialog.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await made(page)).toBe("Clerical form 0042-18C.pdf");
    await page.getByRole("dialog", { name: "Clerical form made" }).getByText("0042-18C", { exact: true }).waitFor();
    await press(page, "OK");
    await workRow(page, "Form 0042-18C, issued blank").waitFor();
    await page.getByRole("button", { name: "Clerical entry: Nobody yet" }).click();
    await page.getByRole("dialog", { name: "Whose form is it" }).waitFor();
    await press(page, "OK");
    await page.getByRole("button", { name: /^Cancel: Nobody yet/ }).click();
    await field(page, "Reason").fill("Spoilt");
    await press(page, "Cancel the form");
    await workRow(page, "Form 0042-18C").waitFor({ state: "detached" });
  });

  it("are not entered under a number that is mistyped, cancelled or not known here", async () => {
    await openClient(page, "Bloggs");
    await fromFile(page, "Clerical form");
    await page.getByLabel("Blank, for Joe Bloggs").waitFor();
    expect(await made(page)).toBe("Clerical form 0042-19A.pdf");
    await press(page, "OK");
    await fromFile(page, "Enter a clerical form");
    for (const [typed, words] of [
      ["0042-91A", "is no serial number of a clerical form"],
      ["0042-18C", "was cancelled: Spoilt"],
      ["0042-21M", "was not issued by this desktop"],
    ] as const) {
      await field(page, "Serial number").fill(typed);
      await press(page, "Next");
      await page.getByRole("alert").filter({ hasText: words }).waitFor();
    }
    expect(await axeFindings(page)).toEqual([]);
  });

  it("get a number here where they have none, and say at their head what the entry is checked by", async () => {
    await page.getByRole("checkbox").check();
    await field(page, "Serial number").fill("");
    await field(page, "Why it has no number from here").fill("The outreach pad");
    await press(page, "Next");
    await page.getByRole("dialog", { name: "Clerical form 0042-21M" }).waitFor();
    await field(page, "Happened on").fill("17/4/12");
    await press(page, "Enter");
    await page.getByText("Not after today").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await field(page, "Happened on").fill("1/2/12");
    await choose(page, "Adviser on the form", "H Whitlock");
    await choose(page, "Interview", "Caseload interview");
    await press(page, "Enter");
    await page.getByRole("region", { name: "Clerical entry" }).waitFor();
    expect(await page.getByRole("region", { name: "Clerical entry" }).locator("p").innerText()).toBe(
      "Entering clerical form 0042-21M: 01/02/2012, H Whitlock, Caseload interview. Entered on 16/04/2012 by B Johns.",
    );
  });

  it("are checked as of the day things happened on, and saved with it as the date created", async () => {
    await field(page, "Action Item").fill("Ask the college for its prospectus");
    await choose(page, "Assigned To", "Client");
    await page.getByText("01/02/2012 to 01/08/2012").waitFor();
    await field(page, "Target Date").fill("20/2/12");
    await field(page, "Happened On").fill("soon");
    await field(page, "Target Date").focus();
    await page.getByRole("toolbar", { name: "Action Plan" }).getByRole("button", { name: "Save" }).click();
    await page.getByRole("dialog", { name: "Cannot save yet" }).getByText("'soon' is no date").waitFor();
    await press(page, "Go to Happened On");
    await field(page, "Happened On").fill("3/2/12");
    await field(page, "Target Date").focus();
    await page.getByText("03/02/2012 to 03/08/2012").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("toolbar", { name: "Action Plan" }).getByRole("button", { name: "Save" }).click();
    const proof = page.getByRole("dialog", { name: "Form against plan" });
    await proof.getByText("Action Item, 03/02/2012").waitFor();
    await proof.getByText("Ask the college for its prospectus").waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it("are gone on with before the first tick, then ticked off entry by entry", async () => {
    await press(page, "Go on entering");
    await press(page, "Detail");
    await press(page, "NRev");
    await field(page, "Review").fill("She has it");
    expect(await field(page, "Happened On").inputValue()).toBe("01/02/2012");
    await page.getByRole("toolbar", { name: "Action Plan" }).getByRole("button", { name: "Save" }).click();
    const proof = page.getByRole("dialog", { name: "Form against plan" });
    await proof.getByText("0 of 2 ticked").waitFor();
    const boxes = proof.getByRole("checkbox");
    await boxes.first().check();
    await proof.getByText("1 of 2 ticked").waitFor();
    expect(await proof.getByRole("button", { name: "Go on entering" }).getAttribute("aria-disabled")).toBe("true");
    await press(page, "Done");
    await page.getByRole("region", { name: "Clerical entry" }).waitFor({ state: "detached" });
    await page.getByRole("heading", { name: "View Action Plan - Joe Bloggs" }).waitFor();
  });

  it("that were entered show the plan they went into, and wait until every entry is ticked", async () => {
    await press(page, "Close");
    await fromFile(page, "Enter a clerical form");
    await field(page, "Serial number").fill("0042-21m");
    await press(page, "Next");
    await page.getByRole("alert").filter({ hasText: "went into the Action Plan of Joe Bloggs" }).waitFor();
    await press(page, "Cancel");
    await fromFile(page, "Find a client");
    await page.getByRole("button", { name: /^Check entries: Joe Bloggs, Form 0042-21M: one entry/ }).click();
    await page.getByRole("dialog").getByRole("checkbox").nth(1).check();
    await page.getByText("2 of 2 ticked").waitFor();
    await press(page, "Done");
    await workRow(page, "Form 0042-21M").waitFor({ state: "detached" });
    await workRow(page, "Form 0042-19A, issued blank").waitFor();
    // Whoever is chosen in the list, a row leads to its own customer's form.
    await page.getByLabel("Find a client").fill("Smythe");
    await page.getByRole("row").filter({ hasText: "Smythe" }).first().waitFor();
    await page.getByRole("button", { name: "Clerical entry: Joe Bloggs, Form 0042-19A, issued blank" }).click();
    await page.getByRole("dialog", { name: "Clerical form 0042-19A" }).getByText("Joe Bloggs").waitFor();
    await press(page, "Not now");
  });
});

async function fromFile(page: Page, command: string): Promise<void> {
  await page.getByRole("menuitem", { name: "File", exact: true }).click();
  await page.getByRole("menuitem", { name: new RegExp(`^${command}`) }).click();
}

async function press(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  const inside = (await dialog.count()) > 0 ? dialog : page;
  await inside.getByRole("button", { name, exact: true }).click();
}

async function choose(page: Page, name: string, option: string): Promise<void> {
  await page.getByRole("combobox", { name, exact: true }).selectOption({ label: option });
}

/** Saves the form and answers the file's name. */
async function made(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, "Save as PDF")]);
  return download.suggestedFilename();
}

function workRow(page: Page, text: string) {
  return page.getByRole("grid", { name: "Work list" }).getByRole("row").filter({ hasText: text });
}
