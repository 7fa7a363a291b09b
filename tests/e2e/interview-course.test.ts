import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TRAINING_KEY } from "../../electron/store/training-key.ts";
import { axeFindings } from "./axe-findings.ts";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { field, openClient } from "./windows.ts";

const dialog = (page: Page, name: string) => page.getByRole("dialog", { name, exact: true });
const press = (where: Page | Locator, name: string) => where.getByRole("button", { name, exact: true }).click();
const bar = (page: Page) => page.getByRole("region", { name: "Interview", exact: true });
const interviews = (page: Page) => page.getByRole("table", { name: "Interviews" });

async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole("menuitem", { name: "Function" }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

describe.skipIf(noBrowserReason !== undefined)("The course of an interview", () => {
  const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-course-"));
  let application: OpenedApplication;
  let page: Page;

  beforeAll(async () => {
    application = await openApplication({ dataFolder });
    page = application.page;
    await openClient(page, "gallagher");
  });
  afterAll(async () => {
    await application?.close();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  it("an appointment is booked by keyboard, once every field is right", async () => {
    await choose(page, "Book an interview");
    const booking = dialog(page, "Book an interview");
    await expect.poll(() => field(page, "Date").evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.type("15/4/12");
    await page.keyboard.press("Tab");
    await page.keyboard.type("2.30pm");
    await press(booking, "Book");
    expect(await booking.innerText()).toContain("15/04/2012 is in the past; the earliest is today");
    expect(await booking.innerText()).toContain("Choose the kind of interview");
    expect(await axeFindings(page)).toEqual([]);
    await field(page, "Date").fill("today");
    await page.getByLabel("Kind of interview").selectOption({ label: "Other IS WFI" });
    await press(booking, "Book");
    await booking.waitFor({ state: "detached" });
    const rows = await interviews(page).getByRole("row").allInnerTexts();
    expect(rows.slice(1, 4).map((row) => row.replace(/\s+/g, " "))).toEqual([
      "30/04/2012 10:00 Caseload interview, booked B Johns",
      "Today 14:30 Other IS WFI, booked B Johns",
      "26/03/2012 Caseload interview B Johns",
    ]);
  });

  it("an appointment is moved, and cancelled once that was asked", async () => {
    await press(page, "Caseload interview, booked");
    const appointment = dialog(page, "Appointment");
    await field(page, "Time").fill("11");
    expect(await axeFindings(page)).toEqual([]);
    await press(appointment, "Move");
    await appointment.waitFor({ state: "detached" });
    await interviews(page).getByText("11:00").waitFor();
    await press(page, "Caseload interview, booked");
    await press(appointment, "Cancel appointment…");
    const cancelling = dialog(page, "Cancel appointment");
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await press(appointment, "Cancel appointment…");
    await press(cancelling, "Cancel appointment");
    await cancelling.waitFor({ state: "detached" });
    await expect.poll(() => interviews(page).getByText("Caseload interview, booked").count()).toBe(0);
  });

  it("Interview starts from the appointment of today, whose kind it takes", async () => {
    await press(page, "Interview");
    const start = dialog(page, "Start interview");
    const chosen = page.getByLabel("For the appointment of").locator("option:checked");
    expect(await chosen.innerText()).toBe("16/04/2012 14:30, Other IS WFI, B Johns");
    expect(await page.getByLabel("Kind of interview").inputValue()).toBe("other-is-wfi");
    expect(await axeFindings(page)).toEqual([]);
    await press(start, "Start");
    await interviews(page).getByText("Other IS WFI, open").waitFor();
    expect(await interviews(page).getByText("booked").count()).toBe(0);
  });

  it("nothing recorded yet, it is cancelled with a reason, and its appointment is booked again", async () => {
    await choose(page, "Cancel interview");
    const cancelling = dialog(page, "Cancel interview");
    await press(cancelling, "Cancel interview");
    await cancelling.getByText("Reason has to be filled in.").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await field(page, "Reason").fill("Opened the wrong client");
    await press(cancelling, "Cancel interview");
    await bar(page).waitFor({ state: "detached" });
    const kinds = await interviews(page).getByRole("row").allInnerTexts();
    expect(kinds.slice(1, 3).map((row) => row.replace(/\s+/g, " "))).toEqual([
      "Today 14:30 Other IS WFI, booked B Johns",
      "Today Other IS WFI, cancelled B Johns",
    ]);
  });

  it("answers to the participation questions are kept as the window is closed, however it is closed", async () => {
    await press(page, "Interview");
    await press(dialog(page, "Start interview"), "Start");
    await press(bar(page), "Questions");
    const questions = dialog(page, "Participation questions");
    const boxes = questions.getByRole("textbox");
    await boxes.nth(0).fill("Care work, mornings.");
    await boxes.nth(1).fill("Nobody to collect Ryan.");
    expect(await axeFindings(page)).toEqual([]);
    await boxes.nth(1).press("Escape");
    await questions.waitFor({ state: "detached" });
    await page.reload();
    await press(page, "Continue");
    await press(bar(page), "Questions");
    expect(await boxes.nth(0).inputValue()).toBe("Care work, mornings.");
    expect(await boxes.nth(1).inputValue()).toBe("Nobody to collect Ryan.");
  });

  it("an answer is copied into a tab's text of the Action Plan window, whole or not at all", async () => {
    const questions = dialog(page, "Participation questions");
    const copy = questions.getByRole("button", { name: "Copy to Aims" }).first();
    expect(await copy.getAttribute("aria-disabled")).toBe("true");
    await press(questions, "Open ActnPln");
    await expect.poll(() => copy.getAttribute("aria-disabled")).toBeNull();
    await copy.click();
    await questions.getByText("Copied into the Aims text, which is not saved yet.").waitFor();
    const longer = questions.getByRole("textbox").nth(2);
    await longer.fill("x".repeat(700));
    await questions.getByRole("button", { name: "Copy to Aims" }).nth(2).click();
    await questions.getByText(/^Not copied: the Aims text holds 750 characters; this is \d+ too many\.$/).waitFor();
    await press(questions, "Close");
    await questions.waitFor({ state: "detached" });
    expect(await field(page, "Aims text").inputValue()).toMatch(/health centre\.\nCare work, mornings\.$/);
    expect(await page.getByRole("contentinfo").innerText()).toContain("Unsaved changes");
  });

  it("once something is recorded, the interview is no longer cancelled", async () => {
    await choose(page, "Cancel interview");
    const cancelling = dialog(page, "Cancel interview");
    await field(page, "Reason").fill("Changed my mind");
    await press(cancelling, "Cancel interview");
    await cancelling.getByText(/Something has been recorded in this interview already/).waitFor();
    await press(cancelling, "Back");
    await cancelling.waitFor({ state: "detached" });
  });

  it("its kind is raised to an enforced one, and bar and gate follow", async () => {
    await bar(page).getByText("Nothing is asked before End").waitFor();
    await press(bar(page), "Raise kind…");
    const raising = dialog(page, "Raise the kind of interview");
    await press(raising, "Raise");
    await raising.getByText("Choose a kind").waitFor();
    const kinds = await raising.getByRole("option").allInnerTexts();
    expect(kinds).not.toContain("Caseload interview");
    expect(await axeFindings(page)).toEqual([]);
    await raising.getByLabel("New kind of interview").selectOption({ label: "LP WFI" });
    await press(raising, "Raise");
    await bar(page).getByText("Before End:").waitFor();
    expect(await bar(page).getByRole("button", { name: "Raise kind…" }).count()).toBe(0);
  });

  it("open items without a review are listed beside End, each leading to its item, and do not block", async () => {
    const listing = bar(page).getByRole("button", { name: "1 open item without review" });
    await listing.press("Enter");
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect.poll(() => listing.evaluate((button) => button === document.activeElement)).toBe(true);
    await listing.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("grid", { name: "Reviews" }).waitFor();
    expect(await field(page, "Action Item").innerText()).toContain("Level 2 Health and Social Care");
  });

  it("left overnight, it has to be ended first, and a reason ends it whatever it asked for", async () => {
    expect(application.problems).toEqual([]);
    await application.close();
    application = await openApplication({ dataFolder, today: "2012-04-17" });
    page = application.page;
    await page.getByText("It was left open. End it before you start another.").waitFor();
    await openClient(page, "rao");
    await press(page, "Interview");
    await press(dialog(page, "Start interview"), "Start");
    await press(dialog(page, "Start interview"), "Go to Maria Gallagher");
    await press(bar(page), "End");
    const left = dialog(page, "Interview left open");
    expect(await axeFindings(page)).toEqual([]);
    await press(left, "End interview");
    await press(dialog(page, "Cannot end yet"), "Back to the interview");
    await press(bar(page), "End");
    await field(page, "Reason").fill("The power went before the plan was printed");
    await press(left, "End interview");
    await bar(page).waitFor({ state: "detached" });
  });

  it("left open by another adviser, it is said where the next would start, and ended only with a reason", async () => {
    await page.reload();
    await openClient(page, "rao");
    await press(page, "Interview");
    await page.getByLabel("Kind of interview").selectOption({ label: "New Jobseeker Interview" });
    await press(dialog(page, "Start interview"), "Start");
    expect(await axeFindings(page)).toEqual([]);
    await press(dialog(page, "Action Plan advised"), "OK");
    expect(application.problems).toEqual([]);
    await application.close();
    giveToWhitlock(dataFolder);
    application = await openApplication({ dataFolder, today: "2012-04-17" });
    page = application.page;
    await openClient(page, "rao");
    const interview = page.getByRole("button", { name: "Interview", exact: true });
    expect(await interview.getAttribute("aria-disabled")).toBe("true");
    await interview.focus();
    const hint = page.locator(".hint");
    await hint
      .filter({ hasText: /left open by H Whitlock on 17\/04\/2012 .*End it first, in the bar above/ })
      .waitFor();
    await press(bar(page), "End");
    const left = dialog(page, "Interview left open");
    await press(left, "End interview");
    await left.getByText("Say why you are ending it").last().waitFor();
    await field(page, "Reason").fill("H Whitlock was called away");
    await press(left, "End interview");
    await bar(page).waitFor({ state: "detached" });
    await expect.poll(() => interview.getAttribute("aria-disabled")).toBeNull();
    expect(application.problems).toEqual([]);
  });

  it("a referral without a signed JSAg warns by what the kind's data say, and an enforced one opens the plan", async () => {
    await page.reload();
    await openClient(page, "Zieli");
    await press(page, "Interview");
    const start = dialog(page, "Start interview");
    const warning = start.getByText(/No signed Jobseeker's Agreement is recorded/);
    const kind = page.getByLabel("Kind of interview");
    await kind.selectOption({ label: "LP WFI" });
    expect(await warning.count()).toBe(0);
    await kind.selectOption({ label: "JSA interview with referral to contracted provision" });
    await warning.waitFor();
    await press(start, "Start");
    await page.getByRole("heading", { name: "Create Action Plan - Tomasz Zieliński" }).waitFor();
    expect(application.problems).toEqual([]);
  });
});

/** Makes the open interview the training store's other adviser's, as if they had started it. */
function giveToWhitlock(dataFolder: string): void {
  const database = new Database(join(dataFolder, "store.db"));
  database.key(Buffer.from(`raw:${TRAINING_KEY.toString("hex")}`));
  const other = "(SELECT id FROM adviser WHERE name = 'H Whitlock')";
  database.exec(`UPDATE interview SET adviser_id = ${other} WHERE ended_at IS NULL`);
  database.close();
}
