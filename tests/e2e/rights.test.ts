import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Download, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "./axe-findings.ts";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { runCommandLine } from "./run-command-line.ts";
import { openClient, openPlan } from "./windows.ts";

/** Chooses a command of the File menu. */
async function file(page: Page, name: string): Promise<void> {
  await page.getByRole("menuitem", { name: "File", exact: true }).click();
  await page.getByRole("menuitem", { name, exact: true }).click();
}

const dialog = (page: Page, name: string) => page.getByRole("dialog", { name, exact: true });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const auditRows = (page: Page) => page.getByRole("grid", { name: "Lines of the audit" }).getByRole("row");

async function backToStart(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await page.getByLabel("Find a client").waitFor();
}

/** The downloads that an act brings about, so many of them. */
async function downloadsOf(page: Page, count: number, act: () => Promise<void>): Promise<Download[]> {
  const got: Download[] = [];
  const all = Promise.withResolvers<void>();
  const listener = (download: Download) => {
    got.push(download);
    if (got.length === count) all.resolve();
  };
  page.on("download", listener);
  await act();
  await all.promise;
  page.off("download", listener);
  return got;
}

describe.skipIf(noBrowserReason !== undefined)("the rights over the data", { timeout: 60_000 }, () => {
  let application: OpenedApplication;
  let page: Page;

  beforeAll(async () => {
    application = await openApplication();
    page = application.page;
  });
  afterAll(() => application?.close());

  it("everything held on a client is saved as a page and as JSON, and the page reads without the application", async () => {
    await openClient(page, "bloggs");
    await file(page, "Everything held on this client…");
    await dialog(page, "Everything held on this client").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const saved = await downloadsOf(page, 2, () => press(page, "Save the files"));
    const folder = join(application.host.dataFolder, "saved");
    mkdirSync(folder);
    const names = saved.map((download) => download.suggestedFilename());
    await Promise.all(saved.map((download) => download.saveAs(join(folder, download.suggestedFilename()))));
    expect(names.map((name) => name.replace(/[\da-f]{8}/, "ID"))).toEqual([
      "Everything held ID.html",
      "Everything held ID.json",
    ]);
    await page.getByText(names[0] ?? "").waitFor();
    await press(page, "OK");
    const held = JSON.parse(readFileSync(join(folder, names[1] ?? ""), "utf8"));
    expect(held).toMatchObject({ format: 1, client: { nino: "QQ100001A", name: "Joe Bloggs" } });
    const reader = await application.context.newPage();
    await reader.goto(`file://${join(folder, names[0] ?? "")}`);
    await reader.getByRole("heading", { name: "Everything held on Joe Bloggs" }).waitFor();
    expect(await axeFindings(reader)).toEqual([]);
    await reader.setViewportSize({ width: 320, height: 640 });
    const sideways = "document.documentElement.scrollWidth > document.documentElement.clientWidth";
    expect(await reader.evaluate(sideways)).toBe(false);
    await reader.close();
  });

  it("the audit shows who read or changed what, narrowed by client, and a line opens to its changes", async () => {
    await backToStart(page);
    await file(page, "Audit…");
    await page.getByRole("heading", { name: "Audit", exact: true }).waitFor();
    await auditRows(page).filter({ hasText: "Everything held was given out" }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel("Client", { exact: true }).fill("smythe");
    await page
      .getByRole("list", { name: "Clients found" })
      .getByRole("button", { name: /Smythe/ })
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await auditRows(page).filter({ hasText: "Bloggs" }).first().waitFor({ state: "detached" });
    await page.getByLabel("Kind", { exact: true }).selectOption("change");
    const whitlocks = auditRows(page).filter({ hasText: "H Whitlock" });
    await whitlocks.click();
    await page.keyboard.press("Enter");
    const line = page.getByRole("dialog", { name: /^Line \d+: Client record amended$/ });
    await line.getByRole("row").filter({ hasText: "Rent / mortgage" }).filter({ hasText: "Mortgage" }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await press(page, "Close");
    await line.waitFor({ state: "detached" });
  });

  it("a period without lines says so, and what is shown is exported as CSV", async () => {
    await page.getByRole("textbox", { name: "To", exact: true }).fill("01/01/2010");
    await page.getByRole("status").filter({ hasText: "No line matches" }).waitFor();
    await page.getByRole("textbox", { name: "To", exact: true }).fill("");
    await auditRows(page).filter({ hasText: "H Whitlock" }).waitFor();
    const [csv] = await downloadsOf(page, 1, () => press(page, "Export"));
    const saved = join(application.host.dataFolder, "audit.csv");
    await csv?.saveAs(saved);
    const [headings, ...lines] = readFileSync(saved, "utf8").split("\r\n").filter(Boolean);
    expect(headings).toBe('\uFEFF"Line","Date and time","Adviser","Read or change","What","Client","NINO","Client id"');
    expect(lines).toHaveLength(2);
    expect(lines.every((text) => text.includes("Alexandra Smythe"))).toBe(true);
    await backToStart(page);
  });

  it("a client is erased for a reason and by the end of the NINO; the safe choice has the focus", async () => {
    const backups = join(application.host.dataFolder, "backups");
    mkdirSync(backups, { recursive: true });
    const older = "backup-2012-04-10T08-00-00-000Z.planbackup";
    writeFileSync(join(backups, older), "older");
    await openClient(page, "gallagher");
    await file(page, "Erase this client…");
    await dialog(page, "Erase this client").waitFor();
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Cancel");
    expect(await axeFindings(page)).toEqual([]);
    await press(page, "Erase");
    await page.getByText("Choose the reason").waitFor();
    await page.getByText("Type the last four characters of the NINO").waitFor();
    await page.getByLabel("Reason", { exact: true }).selectOption("request");
    await page.getByLabel("Last 4 characters of the NINO").fill("001A");
    await press(page, "Erase");
    await page.getByRole("alert").filter({ hasText: "not those of this client's NINO" }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel("Last 4 characters of the NINO").fill("002a");
    await press(page, "Erase");
    await dialog(page, "The client is erased").waitFor();
    await page.getByText(older).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(existsSync(join(backups, older))).toBe(false);
    expect(readdirSync(backups)).toHaveLength(1);
    await press(page, "OK");
    await page.getByLabel("Find a client").fill("gallagher");
    await page.getByText("Nobody here matches").waitFor();
  });

  it("its line stays in the audit without a name, and a line from before says that its values are emptied", async () => {
    await file(page, "Audit…");
    await auditRows(page).filter({ hasText: "Client erased: The client asked for it" }).waitFor();
    expect(await page.getByRole("grid", { name: "Lines of the audit" }).innerText()).not.toContain("Gallagher");
    await auditRows(page).filter({ hasText: "Client erased: The client asked for it" }).dblclick();
    await page.getByRole("dialog").getByRole("row").filter({ hasText: "Row taken out" }).first().waitFor();
    await press(page, "Close");
    await backToStart(page);
  });

  it("a window that is open on a client erased elsewhere closes with a message", async () => {
    await openPlan(page, "rao");
    const other = await application.context.newPage();
    await other.goto(page.url());
    await openClient(other, "rao");
    await file(other, "Erase this client…");
    await other.getByLabel("Reason", { exact: true }).selectOption("retention");
    await other.getByLabel("Last 4 characters of the NINO").fill("003A");
    await press(other, "Erase");
    await dialog(other, "The client is erased").waitFor();
    await dialog(page, "Client erased").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await press(page, "OK");
    await page.getByLabel("Find a client").waitFor();
    await press(other, "OK");
    await other.close();
  });

  it("while an interview is open the command is off and says why; the store is in order afterwards", async () => {
    await openClient(page, "bloggs");
    await press(page, "Interview");
    await dialog(page, "Start interview").getByRole("combobox").selectOption({ label: "Caseload interview" });
    await press(page, "Start");
    await dialog(page, "Action Plan advised").getByRole("button", { name: "OK", exact: true }).click();
    await page.getByRole("menuitem", { name: "File", exact: true }).click();
    const erase = page.getByRole("menuitem", { name: "Erase this client…" });
    expect(await erase.getAttribute("aria-disabled")).toBe("true");
    const checked = await runCommandLine(["check", "--json"], application.host.dataFolder);
    expect(JSON.parse(checked.stdout)).toEqual({ ok: true, problems: [] });
    expect(application.problems.filter((text) => !text.includes("favicon"))).toEqual([]);
  });
});
