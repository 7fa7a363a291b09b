import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { axeFindings } from "./axe-findings.ts";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { openPlan } from "./windows.ts";

const SAMPLE = readFileSync(new URL("../../resources/sample-clients.csv", import.meta.url));

describe.skipIf(noBrowserReason !== undefined)("Importing client records", () => {
  let application: OpenedApplication;
  let page: Page;
  let address: string;

  beforeAll(async () => {
    application = await openApplication();
    page = application.page;
    page.setDefaultTimeout(15_000);
  });
  afterAll(async () => {
    await application?.close();
    expect(application?.problems).toEqual([]);
  });

  it("shows a file before it writes anything, and writes it when the adviser says so", async () => {
    await begin(page);
    expect(await axeFindings(page)).toEqual([]);
    await choose(page, SAMPLE);
    await dialog(page).getByText("12 clients would be added, 0 would be changed, 0 are the same already.").waitFor();
    await dialog(page).getByText("clients.csv: UTF-8, separated by commas, 12 clients.").waitFor();
    expect(await dialog(page).getByRole("row").count()).toBe(13);
    expect(await axeFindings(page)).toEqual([]);
    await press(page, "Import 12 clients");
    await dialog(page)
      .getByText("clients.csv was imported: 12 clients added, 0 changed, 0 were the same already.")
      .waitFor();
    await press(page, "Close");
    await page.getByRole("button", { name: "Everyone in the office" }).click();
    await page.getByRole("status").filter({ hasText: "20 clients" }).waitFor();
  });

  it("changes nothing the second time, and says so", async () => {
    await begin(page);
    await choose(page, SAMPLE);
    await dialog(page).getByText("0 clients would be added, 0 would be changed, 12 are the same already.").waitFor();
    const button = dialog(page).getByRole("button", { name: "Import", exact: true });
    expect(await button.getAttribute("aria-disabled")).toBe("true");
    await press(page, "Cancel");
  });

  it("names every problem of a file from a spreadsheet by line and column, and takes nothing of it", async () => {
    const file = windows1252(
      'NINO;Surname;Date of birth;Address 1;Forenames\r\nQQ300001A;O\x92Neill;31/01/1980;"1 Low Road\nKelbridge";Zo\xeb\r\nQQ300002A;=A1&B1;31/02/1980;;Bea\r\n',
    );
    await begin(page);
    await choose(page, file, "from-excel.csv");
    await dialog(page).getByText("from-excel.csv: Windows-1252, separated by semicolons, 2 clients.").waitFor();
    await dialog(page).getByText("2 problems must be put right in the file first.").waitFor();
    const problems = dialog(page).getByRole("table", { name: "Problems and notes" });
    await problems.getByText("is a spreadsheet's formula, not a name").waitFor();
    const rows = await problems
      .getByRole("row")
      .evaluateAll((shown) =>
        shown.slice(1).map((row) => [...row.querySelectorAll("td")].slice(0, 3).map((cell) => cell.innerText)),
      );
    expect(rows).toEqual([
      ["4", "2", "surname"],
      ["4", "3", "date_of_birth"],
    ]);
    await dialog(page).getByRole("cell", { name: "O’Neill" }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await press(page, "Cancel");
  });

  it("lets a column with another name stand for one of ours, and remembers it for the next such file", async () => {
    const file = (nino: string) => Buffer.from(`NI number,surname,date_of_birth,Tel\n${nino},Moor,1980-01-31,1\n`);
    const number = () => dialog(page).getByRole("combobox", { name: "NI number stands for" });
    await begin(page);
    await choose(page, file("QQ300003A"));
    await dialog(page).getByText("1 problem must be put right in the file first.").waitFor();
    await number().selectOption("nino");
    await press(page, "Import 1 client");
    await dialog(page).getByText("1 client added").waitFor();
    await press(page, "Close");
    await begin(page);
    await choose(page, file("QQ300004A"));
    await dialog(page).getByText("1 client would be added").waitFor();
    expect(await number().inputValue()).toBe("nino");
    await press(page, "Cancel");
  });

  it("shows ten thousand problems as they come in sight, to the last", async () => {
    const rows = Array.from({ length: 10_000 }, (_, row) => `QQ${400_000 + row}A,Moor,never`);
    await begin(page);
    await choose(page, Buffer.from(`nino,surname,date_of_birth\n${rows.join("\n")}\n`));
    await dialog(page).getByRole("heading", { name: "10,000 problems" }).waitFor();
    const list = dialog(page).getByRole("region", { name: "Problems and notes" });
    await list.getByRole("cell", { name: "2", exact: true }).waitFor();
    await list.evaluate((box) => box.scrollTo(0, box.scrollHeight));
    await list.getByRole("cell", { name: "10001", exact: true }).waitFor();
    expect(await list.getByRole("row").count()).toBeLessThan(40);
    await press(page, "Cancel");
  });

  it("is cancelled while it is checked, and leaves nothing", async () => {
    const rows = Array.from({ length: 60_000 }, (_, row) => `QQ${500_000 + row}A,Cancelled,1980-01-31`);
    await begin(page);
    await choose(page, Buffer.from(`nino,surname,date_of_birth\n${rows.join("\n")}\n`));
    await dialog(page).getByRole("progressbar").waitFor();
    await dialog(page)
      .getByText(/^Checking every row/)
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
    await page.getByLabel("Find a client").fill("Cancelled");
    await page.getByText("Nobody here matches 'Cancelled'.").waitFor();
    await page.getByLabel("Find a client").fill("");
  });

  it("can be begun in one window at a time; a window that is closed gives its import up", async () => {
    const other = await application.context.newPage();
    await other.goto(page.url());
    await other.getByLabel("Find a client").waitFor();
    // An address opens one page; the next opens with the one that this page has now.
    address = other.url();
    await begin(other);
    await choose(other, SAMPLE);
    await dialog(other).getByText("12 are the same already").waitFor();
    await begin(page);
    await choose(page, SAMPLE);
    await dialog(page).getByText("Another window is importing clients").waitFor();
    await other.close({ runBeforeUnload: true });
    await vi.waitFor(
      async () => {
        await choose(page, SAMPLE);
        const outcome = dialog(page).getByText(/12 are the same already|Another window/);
        await outcome.waitFor();
        expect(await outcome.innerText()).toContain("12 are the same already");
      },
      { timeout: 10_000, interval: 200 },
    );
    await press(page, "Cancel");
  });

  it("shows an open plan what changed in the client's record", async () => {
    const other = await application.context.newPage();
    await other.goto(address);
    await openPlan(other, "gallagher");
    await begin(page);
    await choose(page, Buffer.from("nino,surname,date_of_birth,job_pref_1\nQQ100002A,Gallagher,14/05/1984,Baker\n"));
    await press(page, "Import 1 client");
    await dialog(page).getByText("1 changed").waitFor();
    await press(page, "Close");
    await other
      .getByText(/Changes since the plan was last saved|Baker/)
      .first()
      .waitFor();
    await other.close();
  });

  it("fits a narrow window", async () => {
    await page.setViewportSize({ width: 360, height: 640 });
    await begin(page);
    await choose(page, SAMPLE);
    await dialog(page).getByText("12 are the same already").waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await axeFindings(page)).toEqual([]);
    await press(page, "Cancel");
  });
});

function dialog(page: Page): Locator {
  return page.getByRole("dialog", { name: "Import client records" });
}

async function begin(page: Page): Promise<void> {
  await page.getByRole("menuitem", { name: "File" }).click();
  await page.getByRole("menuitem", { name: "Import client records…" }).click();
  await dialog(page).waitFor();
}

async function choose(page: Page, content: Uint8Array, name = "clients.csv"): Promise<void> {
  const file = { name, mimeType: "text/csv", buffer: Buffer.from(content) };
  await dialog(page).getByLabel("File with client records").setInputFiles(file);
}

async function press(page: Page, name: string): Promise<void> {
  await dialog(page).getByRole("button", { name, exact: true }).click();
}

function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
