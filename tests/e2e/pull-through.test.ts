import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { runCommandLine } from "./run-command-line.ts";
import { field, openClient, openPlan } from "./windows.ts";

const LOOKS = [
  { look: "light", colorScheme: "light", forcedColors: "none", width: 1280 },
  { look: "dark", colorScheme: "dark", forcedColors: "none", width: 1280 },
  { look: "high contrast", colorScheme: "light", forcedColors: "active", width: 1280 },
  { look: "narrow", colorScheme: "light", forcedColors: "none", width: 500 },
] as const;

const ROWS = [
  "Aims | Job Pref 3, SOC | blank | School secretary, 4213 | JSAg | 04/04/2012 14:12, B Johns",
  "Aims | Preferred Hours | Full Time | Either Full/Part Time | JSAg | 04/04/2012 14:12, B Johns",
  "PCirc | Paying Rent | No | Yes | More | 11/04/2012 09:31, H Whitlock",
  "PCirc | Mortgage | Yes | No | More | 11/04/2012 09:31, H Whitlock",
  "PCirc | Driving Licence | blank | Full | More | 11/04/2012 09:31, H Whitlock",
  "PCirc | Dependant | N/K | Yes | More | 11/04/2012 09:31, H Whitlock",
  "Quals | Qualification | not there | Certificate, Sage Payroll, Pass, 10/04/2012 | Quals | 11/04/2012 09:31, H Whitlock",
];
const MARKED_TABS = ["Aims changed", "EHist", "PCirc changed", "Quals changed", "Info"];
const PLAIN_TABS = ["Aims", "EHist", "PCirc", "Quals", "Info"];

describe.skipIf(noBrowserReason !== undefined)("Pull-through, as an adviser meets it", () => {
  const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-pulled-"));
  let application: OpenedApplication;
  let page: Page;

  const open = async (today?: string) => {
    application = await openApplication({ dataFolder, ...(today ? { today } : {}) });
    page = application.page;
    page.setDefaultTimeout(8_000);
    await page.evaluate(axe.source);
  };
  beforeAll(() => open());
  afterAll(async () => {
    await application?.close();
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  });

  it("¶21 tells on opening what has changed, where, when and by whom, all of it new", async () => {
    await openPlan(page, "smythe");
    const dialog = message(page);
    await dialog.waitFor();
    expect(await rowsOf(dialog)).toEqual(ROWS.map(asNew));
    const sentences = await dialog.locator("p").first().innerText();
    expect(sentences).toMatch(
      /^Seven details on the client record have changed since this plan was saved on 19\/03\/2012\./,
    );
    expect(sentences).toContain("needs a new Action Item, or an item amended, closed or reviewed.");
    expect(sentences).toMatch(/Closing without saving leaves the plan as it was, and this message comes again\.$/);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("OK");
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
  });

  it("marks every changed field, its tab and the status, and links to where it is changed", async () => {
    expect(await tabs(page)).toEqual(MARKED_TABS);
    expect(await field(page, "Job Pref 3").innerText()).toMatch(/^School secretary\s+Changed\s+was blank$/);
    expect(await field(page, "SOC of Job Pref 3").innerText()).toMatch(/^4213\s+Changed, was blank$/);
    expect(await field(page, "Preferred Hours").innerText()).toMatch(
      /^Either Full\/Part Time\s+Changed\s+was Full Time$/,
    );
    expect(await field(page, "Job Pref 1").innerText()).toBe("Bookkeeper");
    expect(await sources(page)).toEqual(["JSAg"]);
    await page.getByRole("tab", { name: "PCirc changed" }).click();
    expect(await field(page, "Mortgage").innerText()).toMatch(/^No\s+Changed\s+was Yes$/);
    const heights = ["Paying Rent", "Mortgage", "Driving Licence", "Dependant", "DP"].map(async (name) => {
      const box = await field(page, name).boundingBox();
      return Math.round(box?.height ?? 0);
    });
    expect(new Set(await Promise.all(heights)).size, "what is marked stays on one line").toBe(1);
    expect(await sources(page)).toEqual(["More", "CBW", "IWBC", "Client Record"]);
    expect(await findings(page)).toEqual([]);
    await page.getByRole("tab", { name: "Quals changed" }).click();
    const table = page.getByRole("table", { name: "Qualifications" });
    expect(await table.getByRole("row").nth(1).innerText()).toMatch(/Sage Payroll\s*New/);
    expect(await findings(page)).toEqual([]);
    expect(await page.locator(".statusbar").innerText()).toContain("Details changed");
  });

  it("is no unsaved work: Print and Save are on, Close asks nothing, and the message comes again, no longer new", async () => {
    for (const name of ["Print", "Save"]) {
      expect(await page.getByRole("button", { name, exact: true }).getAttribute("aria-disabled"), name).not.toBe(
        "true",
      );
    }
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await page.getByRole("heading", { name: /^Client Record - / }).waitFor();
    await page.getByRole("button", { name: "ActnPln" }).click();
    await message(page).waitFor();
    expect(await rowsOf(message(page))).toEqual(ROWS);
    await page.keyboard.press("Escape");
    await message(page).waitFor({ state: "detached" });
    expect(await tabs(page)).toEqual(MARKED_TABS);
  });

  it("¶55 opens the window of the client record over the plan, and nothing typed is lost", async () => {
    await field(page, "Aims text").fill("She would rather work in a school.");
    await page.getByRole("button", { name: "JSAg", exact: true }).click();
    await page.getByRole("dialog", { name: "Jobseeker's Agreement - Alexandra Smythe" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("tab", { name: "PCirc changed" }).click();
    await page.getByRole("button", { name: "Client Record", exact: true }).click();
    const record = page.getByRole("dialog", { name: "Amend client - Alexandra Smythe" });
    expect(await record.getByLabel("DP marker").inputValue()).toBe("no");
    await page.keyboard.press("Escape");
    await page.getByRole("tab", { name: "Aims changed" }).click();
    expect(await field(page, "Aims text").inputValue()).toBe("She would rather work in a school.");
  });

  it("can be read again from the Page menu", async () => {
    await page.getByRole("menuitem", { name: "Page", exact: true }).click();
    await page.getByRole("menuitem", { name: "Changes since the plan was last saved" }).click();
    await message(page).waitFor();
    await page.keyboard.press("Escape");
    await message(page).waitFor({ state: "detached" });
  });

  it("AP-7 becomes permanent with a new Action Item, and then nothing is marked or told", async () => {
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const refusal = page.getByRole("dialog", { name: "Cannot save yet" });
    await refusal.waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "NActItm" }).click();
    await field(page, "Action Item").fill("Ask three schools for their vacancies and note whom you spoke to.");
    await page.getByLabel("Assigned To").selectOption({ label: "Client" });
    await field(page, "Target Date").fill("+14");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect.poll(() => tabs(page)).toEqual(PLAIN_TABS);
    expect(await field(page, "Job Pref 3").innerText()).toBe("School secretary");
    expect(await page.locator(".statusbar").innerText()).not.toContain("Details changed");
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await page.getByRole("button", { name: "ActnPln" }).click();
    await page.getByRole("heading", { name: /^View Action Plan - / }).waitFor();
    expect(await message(page).count()).toBe(0);
    expect(await tabs(page)).toEqual(PLAIN_TABS);
    await page.getByRole("button", { name: "Close", exact: true }).click();
  });

  it("¶78 follows a change while the plan is written on: marked and announced, with no dialog over the work", async () => {
    await page.reload();
    await openPlan(page, "gallagher");
    await field(page, "Aims text").fill("Nights are possible from June.");
    await importCouncilTax(dataFolder, "no");
    const other = await application.context.newPage();
    await other.goto(page.url());
    await openClient(other, "gallagher");
    await other.getByRole("button", { name: "Interview", exact: true }).click();
    await other.getByLabel("Kind").selectOption({ label: "Jobsearch Review" });
    await other.getByRole("button", { name: "Start", exact: true }).click();
    await expect.poll(() => tabs(page)).toEqual(["Aims", "EHist", "PCirc changed", "Quals", "Info"]);
    const announced = page.getByRole("status", { name: "Announcements" });
    await expect
      .poll(() => announced.innerText())
      .toBe("The client record was changed: Council Tax on PCirc. The tabs show it.");
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(await field(page, "Aims text").inputValue()).toBe("Nights are possible from June.");
    await expect.poll(() => page.locator(".statusbar").innerText()).toContain("kept");
    await page.close();
    page = other;
    page.setDefaultTimeout(8_000);
  });

  it("asks about what was kept first, and tells of the changes then", async () => {
    await page.getByRole("button", { name: "ActnPln" }).click();
    const question = page.getByRole("dialog", { name: "Unsaved changes were kept" });
    await question.waitFor();
    expect(await message(page).count()).toBe(0);
    await question.getByRole("button", { name: "Continue" }).click();
    await message(page).waitFor();
    expect(await rowsOf(message(page))).toEqual([
      expect.stringMatching(/^PCirc \| Council Tax \| Yes \| No \| More \| 16\/04\/2012 \d\d:\d\d, B Johns$/),
    ]);
    await page.keyboard.press("Escape");
    await message(page).waitFor({ state: "detached" });
    expect(await field(page, "Aims text").inputValue()).toBe("Nights are possible from June.");
  });

  it("¶90 says that a child's band moved by age alone", async () => {
    await application.close();
    await open("2013-04-16");
    await openPlan(page, "gallagher");
    await message(page).waitFor();
    const rows = await rowsOf(message(page));
    expect(rows.slice(1)).toEqual([
      "PCirc | 5-7 New | 1 | 0 | CBW | by age",
      "PCirc | 8-11 New | 0 | 1 | CBW | by age",
    ]);
    await page.keyboard.press("Escape");
    await page.getByRole("tab", { name: "PCirc changed" }).click();
    const bands = await page.locator(".kids .is-changed").allInnerTexts();
    expect(bands.map((band) => band.replace(/\s+/g, " "))).toEqual(["(5-7) 0 Changed was 1", "(8-11) 1 Changed was 0"]);
    expect(await findings(page)).toEqual([]);
    expect(application.problems).toEqual([]);
  });
});

function message(page: Page): Locator {
  return page.getByRole("dialog", { name: "Changes since the plan was last saved" });
}

/** The rows of the message with their cells; what is new is said after the field. */
async function rowsOf(dialog: Locator): Promise<string[]> {
  const rows = await dialog.locator("tbody tr").all();
  return Promise.all(
    rows.map(async (row) => {
      const cells = await row.locator("td").allInnerTexts();
      return cells.map((cell) => cell.replace(/\s+/g, " ").trim()).join(" | ");
    }),
  );
}

function asNew(row: string): string {
  return row.replace(/^(\w+ \| [^|]+) \|/, "$1 New |");
}

async function tabs(page: Page): Promise<string[]> {
  return (await page.getByRole("tab").allInnerTexts()).map((name) => name.replace(/\s+/g, " "));
}

function sources(page: Page): Promise<string[]> {
  return page.locator(".source button").allInnerTexts();
}

async function importCouncilTax(dataFolder: string, value: string): Promise<void> {
  const file = join(dataFolder, "maria.csv");
  writeFileSync(
    file,
    `nino,surname,forenames,date_of_birth,council_tax\nQQ100002A,Gallagher,Maria,14/05/1984,${value}\n`,
  );
  expect(await runCommandLine(["import", file], dataFolder)).toMatchObject({ code: 0 });
}

async function findings(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const { look, width, ...media } of LOOKS) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia(media);
    // Colours fade for 80 ms after a change of theme; contrast is what stands at the end.
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== "running"));
    const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
    found.push(
      ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${look}: ${id}: ${html.slice(0, 160)}`)),
    );
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
  return found;
}
