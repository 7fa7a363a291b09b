import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openOffice } from "../../electron/office.ts";
import { addFictionalClients } from "../bench/many-clients.ts";
import { axeFindings } from "./axe-findings.ts";
import { noBrowserReason, type OpenedApplication, openApplication, TODAY } from "./harness.ts";

const CLIENTS = 12_000;

describe.skipIf(noBrowserReason !== undefined)("Finding a client", () => {
  let application: OpenedApplication;
  let page: Page;
  let dataFolder: string;

  beforeAll(async () => {
    dataFolder = mkdtempSync(join(tmpdir(), "action-plan-finding-"));
    const office = openOffice({ dataFolder, isTraining: true, today: TODAY }, () => undefined);
    if (!office.ok) throw new Error(office.error.code);
    addFictionalClients(office.value.context.store, CLIENTS);
    await office.value.close();
    application = await openApplication({ dataFolder });
    page = application.page;
    page.setDefaultTimeout(10_000);
  });
  afterAll(async () => {
    await application?.close();
    rmSync(dataFolder, { recursive: true, force: true });
    expect(application?.problems).toEqual([]);
  });

  it("lists whoever was opened of late", async () => {
    expect(await pressed(page)).toBe("Recent");
    await page.getByLabel("Find a client").fill("gallagher");
    await page.getByRole("button", { name: "Client Record", exact: true }).click();
    await page.getByRole("heading", { name: "Client Record - Maria Gallagher" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("gridcell", { name: "Gallagher, Maria" }).waitFor();
  });

  it("Enter opens whom the words find that are typed by then, never whom earlier ones found", async () => {
    const box = page.getByLabel("Find a client");
    await box.fill("gallagher");
    await page.getByRole("gridcell", { name: "Gallagher, Maria" }).waitFor();
    await box.selectText();
    await page.keyboard.type("QQ100001A");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Client Record - Joe Bloggs" }).waitFor();
    await page.keyboard.press("Escape");
    await box.waitFor();
  });

  it("lists the adviser's caseload, with the plan and the next interview of whoever is chosen", async () => {
    await page.getByRole("button", { name: "My caseload" }).click();
    const list = page.getByRole("grid", { name: "My caseload" });
    await list.getByRole("gridcell", { name: "Gallagher, Maria" }).click();
    await page.getByText("next interview 30/04/2012 at 10:00").waitFor();
    const names = await list
      .getByRole("row")
      .evaluateAll((rows) => rows.slice(1).map((row) => row.querySelector("td")?.innerText ?? ""));
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, "en-GB")));
    expect(await axeFindings(page)).toEqual([]);
  });

  it("lists everyone in the office and draws only who is in sight, to the last", async () => {
    await page.getByRole("button", { name: "Everyone in the office" }).click();
    const list = everyone(page);
    await page.getByRole("status").filter({ hasText: "12,008 clients" }).waitFor();
    expect(await list.getAttribute("aria-rowcount")).toBe(String(CLIENTS + 9));
    expect(await list.getByRole("row").count()).toBeLessThan(60);
    await list.focus();
    await page.keyboard.press("End");
    await list.locator('tr[aria-rowindex="12009"][aria-selected="true"]').waitFor();
    await page.getByText("No Action Plan, no interview booked").waitFor();
    await page.keyboard.press("Home");
    await page.keyboard.press("PageDown");
    await page.keyboard.press("ArrowUp");
    await list.locator('tr[aria-rowindex="11"][aria-selected="true"]').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it("goes to a name whose first letters are typed in the list", async () => {
    const list = everyone(page);
    await list.focus();
    await page.keyboard.type("oy");
    await chosen(list).filter({ hasText: "Oyelaran, Agnes" }).waitFor();
    await expect.poll(() => list.getAttribute("aria-activedescendant")).toBe(await chosen(list).getAttribute("id"));
    await page.getByText(/^Action Plan saved/).waitFor();
  });

  it("keeps the chosen client when the list is scrolled away, and shows any place of it", async () => {
    const box = page.locator(".gridbox.clients");
    await box.evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
    const inSight = () => everyone(page).locator("tr[aria-rowindex]").nth(10);
    await expect
      .poll(async () => Math.abs(Number(await inSight().getAttribute("aria-rowindex")) - CLIENTS / 2))
      .toBeLessThan(100);
    await expect.poll(async () => inSight().innerText()).toMatch(/^\S.*, .*QQ \d\d/s);
    await page.locator(".peek").getByText("Agnes Oyelaran").waitFor();
  });

  it("finds among everybody as soon as letters are typed, and goes back to a list that is chosen", async () => {
    await page.getByRole("button", { name: "My caseload" }).click();
    await page.getByLabel("Find a client").fill("smythe");
    await page.getByText("Sounds like it").waitFor();
    expect(await pressed(page)).toBe("Everyone in the office");
    const groups = await page.getByRole("grid", { name: "Clients" }).locator("th.group").allInnerTexts();
    expect(groups.map((group) => group.replace(/\d+$/, "").trim())).toEqual([
      "Exact",
      "Sounds like it",
      "Recent clients",
    ]);
    await page.keyboard.press("ArrowDown");
    await page
      .getByRole("grid", { name: "Clients" })
      .locator('tr[aria-selected="true"]')
      .getByText("Smith, Alex")
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Recent" }).click();
    expect(await page.getByLabel("Find a client").inputValue()).toBe("");
    await page.getByRole("gridcell", { name: "Gallagher, Maria" }).waitFor();
  });

  it("goes through the list from the box with the arrow keys, and opens with Enter", async () => {
    await page.getByRole("button", { name: "My caseload" }).click();
    const list = page.getByRole("grid", { name: "My caseload" });
    await list.getByRole("row").nth(2).waitFor();
    await page.getByLabel("Find a client").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await list.locator('tr[aria-rowindex="3"][aria-selected="true"]').waitFor();
    const name = await page.locator(".peek .strong").innerText();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: `Client Record - ${name}` }).waitFor();
    await page.keyboard.press("Escape");
  });

  it("fits a narrow window", async () => {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.getByRole("button", { name: "Everyone in the office" }).click();
    await everyone(page).getByRole("row").nth(3).waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await axeFindings(page)).toEqual([]);
  });
});

function everyone(page: Page): Locator {
  return page.getByRole("grid", { name: "Everyone in the office" });
}

function chosen(list: Locator): Locator {
  return list.locator('tr[aria-selected="true"]');
}

async function pressed(page: Page): Promise<string> {
  return page.getByRole("group", { name: "Which clients" }).locator('button[aria-pressed="true"]').innerText();
}
