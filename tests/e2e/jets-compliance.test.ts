import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openOffice } from "../../electron/office.ts";
import { addFictionalParticipants } from "../bench/many-participants.ts";
import { axeFindings } from "./axe-findings.ts";
import { noBrowserReason, type OpenedApplication, openApplication, TODAY } from "./harness.ts";
import { runCommandLine } from "./run-command-line.ts";

const PARTICIPANTS = 600;

/** A training store with many participants. */
function storeWithParticipants(): string {
  const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-e2e-"));
  const opened = openOffice({ dataFolder, isTraining: true, today: TODAY }, () => undefined);
  if (!opened.ok) throw new Error(opened.error.code);
  const { store } = opened.value.context;
  const advisers = store.all<{ id: string }>("SELECT id FROM adviser ORDER BY id").map(({ id }) => id);
  addFictionalParticipants(store, { count: PARTICIPANTS, today: TODAY, advisers });
  store
    .prepare(
      `INSERT OR IGNORE INTO participant (id, contract, started_on, due_on, adviser_id, version)
       SELECT id, 'jets-scotland', '2012-04-03', '2012-04-18', ?, 1 FROM client WHERE nino = 'QQ100006A'`,
    )
    .run(advisers[0] ?? "");
  void opened.value.close();
  return dataFolder;
}

describe.skipIf(noBrowserReason !== undefined)("the compliance report", { timeout: 60_000 }, () => {
  let application: OpenedApplication;
  let page: Page;
  let dataFolder: string;

  beforeAll(async () => {
    dataFolder = storeWithParticipants();
    application = await openApplication({ dataFolder });
    page = application.page;
  });
  afterAll(async () => {
    await application?.close();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  const figure = (name: string) => page.getByRole("button", { name: new RegExp(`^${name}: \\d+$`) });
  const countOf = async (name: string) => Number((await figure(name).textContent()) ?? "0");

  it("4.08 opens from the first screen by keyboard, and reads without a fault", async () => {
    await page.getByRole("menuitem", { name: "File", exact: true }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "Compliance…" }).focus();
    await page.keyboard.press("Enter");
    await figure("Plans due").waitFor();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("Compliance");
    expect(await axeFindings(page)).toEqual([]);
  });

  it("each figure opens its list, which is as long as the figure, and the parts add up", async () => {
    const parts = ["Agreed in time", "Agreed late", "Not agreed, day past", "Not agreed, day still to come"];
    let sum = 0;
    for (const name of parts) sum += (await figure(name).count()) === 0 ? 0 : await countOf(name);
    expect(sum).toBe(await countOf("Plans due"));
    const late = await countOf("Agreed late");
    await figure("Agreed late").click();
    const list = page.getByRole("dialog", { name: `Agreed late: ${late}` });
    await list.waitFor();
    expect(await list.getByRole("grid").getByRole("row").count()).toBe(late + 1);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await list.waitFor({ state: "detached" });
  });

  it("a longer period has more, a period that ends before it begins says so and keeps the report", async () => {
    const before = await countOf("Plans due");
    await page.getByLabel("From", { exact: true }).fill("01/03/2011");
    await expect.poll(() => countOf("Plans due"), { timeout: 20_000 }).toBeGreaterThan(before);
    const all = await countOf("Plans due");
    await page.getByLabel("To", { exact: true }).fill("01/02/2011");
    await page.getByText("Not before From, and at most five years after it").waitFor();
    expect(await countOf("Plans due")).toBe(all);
    await page.getByLabel("To", { exact: true }).fill("16/04/2012");
  });

  it("the plot has the same weeks as its table", async () => {
    await page.getByText("As a table").click();
    const rows = await page.locator(".week-table tbody tr").count();
    expect(rows).toBeGreaterThan(50);
    expect(await page.locator(".plot svg g").count()).toBe(rows);
    await page.getByText("As a table").click();
  });

  it("is saved as PDF and as CSV, with a line for each plan and each review", async () => {
    const [plans, reviews] = [await countOf("Plans due"), await countOf("Reviews due")];
    const csv = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save as CSV" }).click();
    const lines = readFileSync(await (await csv).path(), "utf8")
      .trimEnd()
      .split("\r\n");
    expect(lines).toHaveLength(1 + plans + reviews);
    const pdf = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save as PDF" }).click();
    const bytes = readFileSync(await (await pdf).path());
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  });

  it("what is about to fail is listed soonest first, and leads to the participant's page", async () => {
    const list = page.getByRole("grid", { name: "Before the inspection" });
    const days = await list.locator("tbody tr td:first-child").allTextContents();
    expect(days.length).toBeGreaterThan(0);
    const sortable = days.map((day) => day.split("/").toReversed().join("-"));
    expect(sortable).toEqual(sortable.toSorted());
    const toAgree = list.getByRole("row").filter({ hasText: "Full plan to agree" }).locator("td:first-child");
    const deadlines = (await toAgree.allTextContents()).map((day) => day.split("/").toReversed().join("-"));
    expect(deadlines.filter((day) => day < TODAY)).toEqual([]);
    const siobhan = list.getByRole("row").filter({ hasText: "Siobhán O'Neill" }).filter({ hasText: "Full plan" });
    expect(await siobhan.textContent()).toContain("Full plan to agree");
    await siobhan.dblclick();
    await page.getByRole("button", { name: "ActnPln" }).waitFor();
  });

  it("the command line writes the same report, and refuses another office's", async () => {
    const out = join(dataFolder, "report.csv");
    const period = ["--from", "2011-03-01", "--to", TODAY];
    const made = await runCommandLine(["compliance", ...period, "--out", out], dataFolder);
    expect(made.code).toBe(0);
    expect(readFileSync(out, "utf8")).toContain("Agreed in time");
    const refused = await runCommandLine(["compliance", ...period, "--office", "Elsewhere", "--out", out], dataFolder);
    expect([refused.code, refused.stderr.includes("Elsewhere")]).toEqual([1, true]);
  });
});
