import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "./axe-findings.ts";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { buttonOf, press } from "./plan-commands.ts";
import { field, openClient } from "./windows.ts";

const VISIT = "Visit the library's job club on Tuesday and bring the programme.";

describe.skipIf(noBrowserReason !== undefined)("A participant's plan", { timeout: 60_000 }, () => {
  const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-jets-"));
  let application: OpenedApplication;
  let page: Page;

  async function start(): Promise<void> {
    application = await openApplication({ dataFolder });
    page = application.page;
    page.setDefaultTimeout(10_000);
  }

  beforeAll(start);
  afterAll(async () => {
    await application?.close();
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  });

  it("is on the client's page and opens by the keyboard, in the contract's words", async () => {
    await openByKeyboard(page);
    const grid = page.getByRole("grid", { name: "Activities", exact: true });
    expect(await grid.getByRole("columnheader").allInnerTexts()).toEqual([
      ...["Date Created", "Created By", "Ass", "Target Date", "Date Closed", "Activity"],
    ]);
    const ass = await grid
      .getByRole("row")
      .evaluateAll((rows) => rows.slice(1).map((row) => row.children[2]?.textContent));
    expect(ass).toEqual(["Participant", "Participant", "Provider"]);
    await page.keyboard.press("Alt+6");
    const tab = page.getByRole("tab", { name: "JETS.S", exact: true, selected: true });
    await tab.waitFor();
    await page.getByRole("heading", { name: "Full plan due" }).waitFor();
    const status = await page.locator(".statusbar li").allInnerTexts();
    expect(status.slice(0, 2).map((text) => text.trim())).toEqual(["JETS in Scotland", "Saved"]);
    expect(await axeFindings(page)).toEqual([]);
  });

  it("speaks of activities, participant and provider, and of no interview, in every mode", async () => {
    const seen: string[] = [await shownWords(page)];
    await press(page, "Detail");
    seen.push(await shownWords(page));
    await press(page, "Amnd");
    expect(await page.getByRole("combobox", { name: "Assigned To" }).innerText()).toMatch(/Participant|Provider/);
    seen.push(await shownWords(page));
    await press(page, "History");
    await page.getByRole("menuitem", { name: "Function" }).click();
    seen.push(await page.getByRole("menu").innerText());
    await page.keyboard.press("Escape");
    await page.keyboard.press("F8");
    await page.getByText("Who: Your provider").waitFor();
    seen.push(await shownWords(page));
    await page.keyboard.press("F8");
    for (const words of seen) expect(words).not.toMatch(/Action Item|interview|customer|adviser|\bClient\b/i);
  });

  it("takes a new activity, says in its words what is wrong with it, saves it and has it after a restart", async () => {
    await page.keyboard.press("Alt+n");
    await field(page, "Activity").fill(VISIT);
    await page.keyboard.press("Control+s");
    const refused = page.getByRole("dialog", { name: "Cannot save yet" });
    await refused.getByText("choose Participant or Provider").waitFor();
    expect(await refused.innerText()).toContain("of the new Activity");
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("combobox", { name: "Assigned To" }).selectOption("Provider");
    await field(page, "Target Date").fill("30/04/2012");
    await page.keyboard.press("Control+s");
    await page.locator(".statusbar").getByText("Saved", { exact: true }).waitFor();
    await backToStart(page);
    // The draft goes once the save is answered, and with it its row.
    await page.getByRole("row").filter({ hasText: "were kept" }).waitFor({ state: "detached" });
    await application.close();
    await start();
    await openByKeyboard(page);
    // What was saved is kept nowhere as a draft any more.
    expect(await page.getByRole("dialog").allInnerTexts()).toEqual([]);
    const row = page.getByRole("row").filter({ hasText: VISIT });
    expect(await row.getByRole("gridcell").allInnerTexts()).toEqual([
      ...["16/04/2012", "B Johns", "Provider", "30/04/2012", "", VISIT],
    ]);
  });

  it("lets a review of today be deleted by its author, and an activity be closed outside any interview", async () => {
    await page.getByRole("row").filter({ hasText: VISIT }).click();
    await press(page, "Detail");
    await review(page, "She has the programme already.");
    await press(page, "DRev");
    await page.getByRole("dialog", { name: "Delete review" }).getByRole("button", { name: "Delete" }).click();
    await saveNow(page);
    await press(page, "Detail");
    await page.getByText("No reviews yet.").waitFor();
    await review(page, "Done: the programme is in the file.");
    await press(page, "Amnd");
    await field(page, "Date Closed").fill("16/04/2012");
    await press(page, "Save");
    const closing = page.getByRole("dialog", { name: "Close Activity" });
    await closing.getByText("This save closes an Activity.").waitFor();
    await closing.getByRole("button", { name: "Close activity" }).click();
    await page.locator(".statusbar").getByText("Saved", { exact: true }).waitFor();
    const row = page.getByRole("row").filter({ hasText: VISIT });
    expect(await row.getByRole("gridcell").nth(4).innerText()).toBe("16/04/2012");
  });

  it("says why somebody else's review stays", async () => {
    await page.getByRole("row").filter({ hasText: "Set up an e-mail address" }).click();
    await press(page, "Detail");
    await page.getByRole("row").filter({ hasText: "The test message arrived" }).click();
    const why = `#${await buttonOf(page, "DRev").getAttribute("aria-describedby")}`;
    expect(await page.locator(why).innerText()).toMatch(/closed on 13\/04\/2012\. A closed activity stays/);
  });

  it("is printed in its own words, without the style of New Deal", async () => {
    await press(page, "Print");
    const options = page.getByRole("dialog", { name: "Print Options" });
    await options.getByLabel("Open Activities & Reviews").waitFor();
    expect(await options.getByText("New Deal").count()).toBe(0);
    await options.getByText("Participant's copy").waitFor();
    await page.keyboard.press("Escape");
  });

  it("is chosen from where there is a plan of the other kind too, each window with its own", async () => {
    await page.keyboard.press("Escape");
    await page.getByRole("grid", { name: "Activities", exact: true }).waitFor();
    await backToStart(page);
    await openClient(page, "Rao");
    await makeParticipant(page);
    await page.getByRole("button", { name: "ActnPln" }).click();
    const which = page.getByRole("dialog", { name: "Which Action Plan?" });
    expect(await axeFindings(page)).toEqual([]);
    await which.getByRole("button", { name: "JETS.S", exact: true }).click();
    await page.getByRole("heading", { name: "Create Action Plan - Dilip Rao" }).waitFor();
    expect(await page.getByRole("tab").allInnerTexts()).toContain("JETS.S");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "ActnPln" }).click();
    await which.getByRole("button", { name: "LMS", exact: true }).click();
    await page.getByRole("heading", { name: "View Action Plan - Dilip Rao" }).waitFor();
    expect(await page.getByRole("grid", { name: "Action Items" }).count()).toBe(1);
    expect(await page.getByRole("tab", { name: "JETS.S" }).count()).toBe(0);
    expect(application.problems).toEqual([]);
  });
});

/** From the first screen to the plan without the mouse. */
async function openByKeyboard(page: Page): Promise<void> {
  await page.getByLabel("Find a client").waitFor();
  await page.keyboard.press("Control+f");
  await page.keyboard.type("o'neill");
  await page.getByRole("row").filter({ hasText: "Siobhán" }).first().waitFor();
  // Her card says that she is chosen.
  await page.locator(".peek").getByText("Siobhán O'Neill").waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Client Record - Siobhán O'Neill" }).waitFor();
  await page.getByRole("heading", { name: "JETS.S Action Plan" }).waitFor();
  await page.getByRole("button", { name: "ActnPln" }).press("Enter");
  await page.getByRole("heading", { name: "View Action Plan - Siobhán O'Neill" }).waitFor();
}

/** From the list of activities to the first screen. */
async function backToStart(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { name: /^Client Record - / }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByLabel("Find a client").waitFor();
}

/** Everything that the window says, with the names that only a screen reader hears. */
async function shownWords(page: Page): Promise<string> {
  const labels = await page
    .locator(".window [aria-label], .window [title]")
    .evaluateAll((all) =>
      all.map((element) => `${element.getAttribute("aria-label")} ${element.getAttribute("title")}`),
    );
  const words = await page.locator("main").innerText();
  // The lower half's region is named after whom the details are about, as is the text's own word for a person.
  return [words, ...labels].join("\n").replaceAll(/Customer information|Customer view/g, "");
}

async function review(page: Page, text: string): Promise<void> {
  await press(page, "NRev");
  await field(page, "Review").fill(text);
  await saveNow(page);
  await page.getByRole("row").filter({ hasText: VISIT }).waitFor();
  await press(page, "Detail");
  await page.getByRole("row").filter({ hasText: text }).click();
}

async function saveNow(page: Page): Promise<void> {
  await press(page, "Save");
  await page.locator(".statusbar").getByText("Saved", { exact: true }).waitFor();
}

/** Puts the client who is shown into the contract's client group. */
async function makeParticipant(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Amend", exact: true }).click();
  const amend = page.getByRole("dialog");
  await amend.getByLabel("Client group", { exact: true }).selectOption("JETS.S");
  await amend.getByRole("button", { name: "Save", exact: true }).click();
  await amend.waitFor({ state: "detached" });
}
