import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type axe from "axe-core";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "./axe-findings.ts";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { field, openClient, openPlan } from "./windows.ts";

describe.skipIf(noBrowserReason !== undefined)("The client record's windows, as an adviser meets them", () => {
  const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-records-"));
  let application: OpenedApplication;
  let page: Page;
  let other: Page;
  /** The address of a start works once; each window that opens has the next one. */
  let address: string;
  const load = async (window: Page) => {
    await window.goto(address);
    await window.getByLabel("Find a client").waitFor();
    address = window.url();
  };

  beforeAll(async () => {
    application = await openApplication({ dataFolder });
    page = application.page;
    other = await application.context.newPage();
    for (const window of [page, other]) window.setDefaultTimeout(8_000);
    await page.getByLabel("Find a client").waitFor();
    address = page.url();
    await load(other);
  });
  afterAll(async () => {
    await application?.close();
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  });

  it("More is filled in by keyboard, saved and reopened; an open plan of the client follows at once (¶78)", async () => {
    await openClient(page, "gallagher");
    await openPlan(other, "gallagher");
    await field(other, "Aims text").fill("Nights are possible from June.");
    const more = await openWindow(page, "More", "Additional Information - Maria Gallagher");
    expect(await focused(page)).toBe("Job Pref 1");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type('Cook "at sea"');
    expect(await field(page, "Job Pref 1").inputValue()).toBe("Cook 'at sea'");
    expect(await more.innerText()).toContain("Double quotation marks become single ones");
    await page.keyboard.press("Tab");
    await page.keyboard.type("54345");
    expect(await field(page, "SOC 1").inputValue()).toBe("5434");
    await more.getByLabel("Council Tax").selectOption({ label: "No" });
    await field(page, "Last Job 2 From").fill("1/2/03");
    await field(page, "Last Job 2").focus();
    expect(await field(page, "Last Job 2 From").inputValue()).toBe("01/02/2003");
    await page.keyboard.press("ControlOrMeta+s");
    await more.waitFor({ state: "detached" });
    await expect.poll(() => tabs(other)).toEqual(["Aims changed", "EHist changed", "PCirc changed", "Quals", "Info"]);
    expect(await field(other, "Job Pref 1").innerText()).toContain("Cook 'at sea'");
    expect(await field(other, "Aims text").inputValue()).toBe("Nights are possible from June.");
    await openWindow(page, "More", "Additional Information - Maria Gallagher");
    expect(await valuesOf(page, ["Job Pref 1", "SOC 1", "Council Tax", "Last Job 2 From"])).toEqual([
      "Cook 'at sea'",
      "5434",
      "no",
      "01/02/2003",
    ]);
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await noDialog(page);
  });

  it("lists everything to be put right at once; each entry leads to its field, which is marked and described", async () => {
    await page.getByRole("button", { name: "Amend", exact: true }).click();
    await dialog(page, "Amend client - Maria Gallagher").waitFor();
    await field(page, "Surname").fill("");
    await field(page, "NINO").fill("qq 10 00-02 e");
    await field(page, "Date of birth").fill("soon");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const list = dialog(page, "Cannot save yet");
    await list.waitFor();
    expect(await list.getByRole("listitem").allInnerTexts()).toEqual([
      "NINO: The last letter of a NINO is A, B, C or D.",
      "Surname: fill this in.",
      "Date of birth: 'soon' is no date; write it as dd/mm/yyyy.",
    ]);
    expect(await findings(page)).toEqual([]);
    await list.getByRole("link", { name: "Date of birth" }).click();
    await expect.poll(() => focused(page)).toBe("Date of birth");
    expect(await field(page, "Date of birth").getAttribute("aria-invalid")).toBe("true");
    expect(await findings(page)).toEqual([]);
    await field(page, "Surname").fill("Gallagher");
    expect(await field(page, "Surname").getAttribute("aria-invalid")).toBeNull();
    expect(await field(page, "NINO").inputValue()).toBe("QQ 10 00 02 E");
  });

  it("asks when something is unsaved: Cancel goes back to it, Don't save leaves the record as it was", async () => {
    await page.keyboard.press("Escape");
    const question = dialog(page, "Unsaved changes");
    await question.waitFor();
    expect(await focused(page)).toBe("Cancel");
    await page.keyboard.press("Enter");
    expect(await field(page, "Date of birth").inputValue()).toBe("soon");
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await question.getByRole("button", { name: "Don't save" }).click();
    await noDialog(page);
    expect(await page.locator(".defs").first().innerText()).toContain("14/05/1984");
    await menuItem(page, "Function", "Amend client");
    await field(page, "Status").fill("In part-time work");
    await page.getByLabel("Incident marker").selectOption({ label: "Yes" });
    await page.keyboard.press("Escape");
    await question.getByRole("button", { name: "Save", exact: true }).click();
    await noDialog(page);
    await expect
      .poll(() => page.locator(".defs").first().innerText())
      .toMatch(/In part-time work[\s\S]*Incident marker\s*Yes/);
  });

  it("keeps what is typed when the window is saved elsewhere, with what stands there now beside it", async () => {
    await load(other);
    await openClient(other, "gallagher");
    await openWindow(page, "More", "Additional Information - Maria Gallagher");
    await field(page, "Job Pref 2").fill("Gardener");
    await openWindow(other, "More", "Additional Information - Maria Gallagher");
    await field(other, "Job Pref 2").fill("Florist");
    await field(other, "Job Pref 3").fill("Grower");
    await other.getByRole("button", { name: "Save", exact: true }).click();
    await noDialog(other);
    const shown = dialog(page, "Additional Information - Maria Gallagher");
    await shown.getByText("On the record now: Florist").waitFor();
    expect(await valuesOf(page, ["Job Pref 2", "Job Pref 3"])).toEqual(["Gardener", "Grower"]);
    expect(await shown.getByRole("alert").innerText()).toContain("What you typed is still here");
    expect(await findings(page)).toEqual([]);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await noDialog(page);
    await openWindow(other, "More", "Additional Information - Maria Gallagher");
    expect(await valuesOf(other, ["Job Pref 2", "Job Pref 3"])).toEqual(["Gardener", "Grower"]);
  });

  it("Quals: a new row is on the plan unless its tick is taken out, an assessment has none; amend, tick, remove", async () => {
    const quals = await openWindow(page, "Quals", "Qualifications and Assessments - Maria Gallagher");
    const rows = () => quals.getByRole("row").allInnerTexts();
    const count = (await rows()).length;
    await quals.getByRole("button", { name: "New", exact: true }).click();
    const form = dialog(page, "New qualification");
    await form.waitFor();
    expect(await focused(page)).toBe("Level");
    expect(await form.getByRole("checkbox", { name: "AP" }).isChecked()).toBe(true);
    expect(await findings(page)).toEqual([]);
    await field(page, "Subject").fill("Welding");
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await quals.waitFor();
    expect(await quals.getByRole("checkbox", { name: "AP: Welding" }).isChecked()).toBe(true);
    await quals.getByRole("checkbox", { name: "AP: Welding" }).press(" ");
    await expect.poll(() => quals.getByRole("checkbox", { name: "AP: Welding" }).isChecked()).toBe(false);
    await quals.getByRole("button", { name: "Amend" }).last().click();
    await dialog(page, "Amend qualification").waitFor();
    await page.getByLabel("Kind").selectOption({ label: "Basic Skills Assessment" });
    expect(await page.getByRole("checkbox").count()).toBe(0);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await quals.waitFor();
    expect((await rows()).at(-1)).toMatch(/Welding\s+Basic Skills Assessment\s+Amend\s+Remove/);
    expect(await findings(page)).toEqual([]);
    await quals.getByRole("button", { name: "Remove" }).last().click();
    const question = dialog(page, "Remove from the record");
    await question.waitFor();
    expect(await focused(page)).toBe("Cancel");
    await question.getByRole("button", { name: "Remove", exact: true }).click();
    await expect.poll(async () => (await rows()).length).toBe(count);
    await page.keyboard.press("Escape");
    await noDialog(page);
  });

  it("CBW: children come and go with the age bands of today beside them; from 19 a child leaves them (¶90)", async () => {
    const children = await openWindow(page, "CBW", "Childcare Barriers to Work - Maria Gallagher");
    const bands = async () =>
      (await children.getByRole("row").allInnerTexts()).slice(1).map((row) => row.split(/\s+/)[1]);
    const before = await bands();
    await children.getByRole("button", { name: "Add a child" }).click();
    await expect.poll(() => focused(page)).toBe("Date of birth 3");
    await page.keyboard.type("16/4/93");
    expect(await children.innerText()).toContain("Aged 19: no longer counted from 19");
    expect(await bands()).toEqual(before);
    await field(page, "Date of birth 3").fill("17/4/93");
    expect(await bands()).toEqual([...before.slice(0, -1), "1"]);
    expect(await findings(page)).toEqual([]);
    await children.getByRole("button", { name: "Save", exact: true }).click();
    await noDialog(page);
    expect(await page.locator(".defs.short").innerText()).toContain("3 children");
    await openWindow(page, "CBW", "Childcare Barriers to Work - Maria Gallagher");
    await children.getByRole("button", { name: "Remove" }).last().click();
    await expect.poll(() => focused(page)).toBe("Add a child");
    await children.getByRole("button", { name: "Save", exact: true }).click();
    await noDialog(page);
    await expect.poll(() => page.locator(".defs.short").innerText()).toContain("2 children");
  });

  it("IWBC is added only in an interview, and the newest shows above the earlier ones (¶89)", async () => {
    await load(page);
    await openClient(page, "bloggs");
    const title = "In Work Benefit Calculation - Joe Bloggs";
    const iwbc = await openWindow(page, "IWBC", title);
    const save = iwbc.getByRole("button", { name: "Save", exact: true });
    expect(await save.getAttribute("aria-disabled")).toBe("true");
    expect(await iwbc.innerText()).toContain("A calculation can be added only during an interview.");
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Interview", exact: true }).click();
    const start = dialog(page, "Start interview");
    await start.getByLabel("Kind of interview").selectOption({ label: "Jobsearch Review" });
    await start.getByRole("button", { name: "Start", exact: true }).click();
    await noDialog(page);
    await openWindow(page, "IWBC", title);
    await field(page, "IWBC Notes").fill("By £12 a week");
    await save.click();
    await dialog(page, "Cannot save yet").getByRole("button", { name: "Go to Result" }).click();
    await expect.poll(() => focused(page)).toBe("Result");
    await page.getByLabel("Result").selectOption({ label: "Worse off" });
    await save.click();
    await noDialog(page);
    await expect.poll(() => page.locator(".defs.short").innerText()).toContain("Worse off");
    await openWindow(page, "IWBC", title);
    const rows = iwbc.getByRole("table", { name: "Calculations" }).getByRole("row");
    await expect
      .poll(async () => (await rows.allInnerTexts())[1])
      .toMatch(
        /16\/04\/2012\s+Worse off\s+By £12 a week\s+16\/04\/2012 \d\d:\d\d, in an interview\s+Shows on the plan/,
      );
    expect(await rows.count()).toBe(3);
    await page.keyboard.press("Escape");
    await noDialog(page);
  });

  it("¶80 More shows a JSA client's preferences as those of JSAg, and leads there; over the plan too", async () => {
    await load(page);
    await openPlan(page, "rao");
    await menuItem(page, "Page", "Details in More");
    const more = dialog(page, "Additional Information - Dilip Rao");
    await more.waitFor();
    expect(await more.getByRole("group", { name: "Job Pref 1" }).innerText()).toBe("Warehouse operative");
    expect(await more.getByRole("textbox", { name: "Job Pref 1" }).count()).toBe(0);
    expect(await findings(page)).toEqual([]);
    await more.getByRole("button", { name: "Change them in JSAg" }).click();
    const jsag = dialog(page, "Jobseeker's Agreement - Dilip Rao");
    await jsag.getByRole("textbox", { name: "Job Pref 1" }).fill("Crane driver");
    await jsag.getByRole("textbox", { name: "Restrictions" }).fill("No Sundays");
    expect(await findings(page)).toEqual([]);
    await jsag.getByRole("button", { name: "Save", exact: true }).click();
    await expect.poll(() => tabs(page)).toEqual(["Aims changed", "EHist", "PCirc", "Quals", "Info"]);
  });

  it("New client: who may be the same person is shown side by side first, with the way to their record", async () => {
    await load(page);
    await menuItem(page, "File", "New client");
    await dialog(page, "New client").waitFor();
    expect(await focused(page)).toBe("NINO");
    expect(await findings(page)).toEqual([]);
    await fillIn(page, { NINO: "QQ 10 00 01 A", Surname: "Bloggs", Forenames: "Joseph", "Date of birth": "25/12/71" });
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const alike = dialog(page, "This client may be here already");
    await alike.waitFor();
    expect(await alike.getByRole("row").nth(2).innerText()).toMatch(/Forenames\s+Joseph\s+Joe/);
    expect(await alike.getByRole("button", { name: "Another person" }).getAttribute("aria-disabled")).toBe("true");
    expect(await findings(page)).toEqual([]);
    await alike.getByRole("button", { name: "Back" }).click();
    await field(page, "NINO").fill("qq778899d");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await alike.getByRole("button", { name: "Another person" }).click();
    expect(await field(page, "NINO").inputValue()).toBe("QQ 77 88 99 D");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("heading", { name: "Client Record - Joseph Bloggs" }).waitFor();
  });

  it("two windows creating the same NINO at once: the second is refused and shown who has it", async () => {
    await load(page);
    await load(other);
    for (const window of [page, other]) {
      await menuItem(window, "File", "New client");
      // What is typed in the first window is kept by then, and offered in the second.
      if (window === other) await window.getByRole("button", { name: "Discard" }).click();
      await fillIn(window, {
        NINO: "QQ 44 44 44 B",
        Surname: window === page ? "Moor" : "Vale",
        "Date of birth": "1/2/80",
      });
      await window.getByText(/^Unsaved changes, kept/).waitFor();
    }
    await Promise.all([page, other].map((one) => one.getByRole("button", { name: "Save", exact: true }).click()));
    const outcomes = [page, other].map(async (one) => {
      const alike = dialog(one, "This client may be here already");
      await alike
        .or(one.getByRole("heading", { name: /^Client Record - / }))
        .first()
        .waitFor();
      return alike.isVisible();
    });
    const refused = await Promise.all(outcomes);
    expect(refused.toSorted()).toEqual([false, true]);
    const second = refused[0] ? page : other;
    const alike = dialog(second, "This client may be here already");
    expect(await alike.getByRole("row").nth(3).innerText()).toMatch(/NINO\s+QQ 44 44 44 B\s+QQ 44 44 44 B/);
    const first = second === page ? "Vale" : "Moor";
    await alike.getByRole("button", { name: `Open ${first}` }).click();
    await second.getByRole("heading", { name: `Client Record - ${first}` }).waitFor();
    expect(application.problems).toEqual([]);
  });

  it("DT-2 warns before anything is saved on a clock that moved back, and goes on or goes back", async () => {
    await load(page);
    await openClient(page, "gallagher");
    const ofMaria = await openWindow(page, "Quals", "Qualifications and Assessments - Maria Gallagher");
    await ofMaria.getByRole("button", { name: "New", exact: true }).click();
    await fillIn(page, { Subject: "Sums", "Date Completed": "16/04/2012" });
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await ofMaria.waitFor();
    await application.close();
    application = await openApplication({ dataFolder, today: "2012-04-15" });
    page = application.page;
    page.setDefaultTimeout(8_000);
    await openClient(page, "smythe");
    const warning = dialog(page, "The clock may be wrong");
    const quals = await openWindow(page, "Quals", "Qualifications and Assessments - Alexandra Smythe");
    const tick = quals.getByRole("checkbox").first();
    const wasOn = await tick.isChecked();
    await tick.press(" ");
    await warning.getByRole("button", { name: "Back" }).click();
    expect(await tick.isChecked()).toBe(wasOn);
    await tick.press(" ");
    await warning.getByRole("button", { name: "Save anyway" }).click();
    await expect.poll(() => tick.isChecked()).toBe(!wasOn);
    await page.keyboard.press("Escape");
    await noDialog(page);
    await openWindow(page, "More", "Additional Information - Alexandra Smythe");
    await field(page, "Last Job 1").fill("Librarian");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await warning.getByRole("button", { name: "Back" }).click();
    expect(await field(page, "Last Job 1").inputValue()).toBe("Librarian");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await warning.getByRole("button", { name: "Save anyway" }).click();
    await noDialog(page);
    expect(application.problems).toEqual([]);
  });

  it("Quals says at the row what is wrong with an earlier row, which holds up no other", async () => {
    await page.reload();
    await openClient(page, "gallagher");
    const quals = await openWindow(page, "Quals", "Qualifications and Assessments - Maria Gallagher");
    const wrong = "this cannot lie in the future; the latest is 15/04/2012.";
    await quals.getByText(`Sums, Date Completed: ${wrong}`).waitFor();
    expect(await findings(page)).toEqual([]);
    await quals.getByRole("button", { name: "New", exact: true }).click();
    await field(page, "Subject").fill("Spelling");
    const anyway = page.getByRole("button", { name: "Save anyway" });
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await quals.or(dialog(page, "The clock may be wrong")).first().waitFor();
    if (await anyway.isVisible()) await anyway.click();
    await quals.getByRole("checkbox", { name: "AP: Spelling" }).waitFor();
    await quals.getByTitle("Amend Sums").click();
    await field(page, "Date Completed").fill("15/04/2012");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await quals.or(dialog(page, "The clock may be wrong")).first().waitFor();
    if (await anyway.isVisible()) await anyway.click();
    await quals.getByRole("cell", { name: "15/04/2012" }).waitFor();
    expect(await quals.getByText(wrong).count()).toBe(0);
    expect(application.problems).toEqual([]);
  });
});

function dialog(page: Page, name: string): Locator {
  return page.getByRole("dialog", { name, exact: true });
}

async function noDialog(page: Page): Promise<void> {
  await page.getByRole("dialog").first().waitFor({ state: "detached" });
}

async function openWindow(page: Page, button: string, title: string): Promise<Locator> {
  await page.getByRole("button", { name: button, exact: true }).click();
  await dialog(page, title).waitFor();
  return dialog(page, title);
}

async function menuItem(page: Page, menu: string, item: string): Promise<void> {
  await page.getByRole("menuitem", { name: menu, exact: true }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

async function fillIn(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await field(page, name).fill(value);
}

function valuesOf(page: Page, names: readonly string[]): Promise<string[]> {
  return Promise.all(names.map((name) => page.getByLabel(name, { exact: true }).last().inputValue()));
}

function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.getAttribute("aria-label") ?? activeElement?.textContent ?? undefined;
  });
}

async function tabs(page: Page): Promise<string[]> {
  return (await page.getByRole("tab").allInnerTexts()).map((name) => name.replace(/\s+/g, " "));
}

/** What axe finds light, dark and in high contrast, and in a narrow window. */
async function findings(page: Page): Promise<string[]> {
  const wide = await axeFindings(page);
  await page.setViewportSize({ width: 420, height: 700 });
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  const narrow = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  await page.setViewportSize({ width: 1280, height: 800 });
  const nodes = narrow.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  return [...wide, ...nodes.map((finding) => `narrow, ${finding}`)];
}
