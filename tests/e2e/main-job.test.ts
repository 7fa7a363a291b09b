import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodyText, readPdf, withoutSpaces } from "../electron/print/read-pdf.ts";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { runCommandLine } from "./run-command-line.ts";

const TWO_ITEMS = [
  { text: "Ask at the library for the times of the computer course.", targetDate: "+14" },
  { text: "Bring two names for references to the next interview.", targetDate: "+28" },
];

describe.skipIf(noBrowserReason !== undefined)("The main job, from finding a client to ending the interview", () => {
  let application: OpenedApplication;
  let page: Page;

  beforeAll(async () => {
    application = await openApplication();
    page = application.page;
  });
  afterAll(() => application?.close());

  it("goes the whole way for a client of the caseload without a plan", async () => {
    await findAndOpen(page, "bloggs", "Joe Bloggs");
    await goTheWholeWay(page, "Joe Bloggs", "QQ 10 00 01 A");
  });

  it("goes the whole way for a client who came in through import", async () => {
    const file = join(application.host.dataFolder, "one-client.csv");
    writeFileSync(
      file,
      "nino,surname,forenames,date_of_birth,client_group\nQQ300001B,Adeyemi,Folasade,02/03/1980,ESA\n",
    );
    const imported = await runCommandLine(["import", file, "--json"], application.host.dataFolder);
    expect(JSON.parse(imported.stdout)).toEqual({ read: 1, added: 1, changed: 0, unchanged: 0, problems: [] });
    await findAndOpen(page, "adeyemi, f", "Folasade Adeyemi");
    await goTheWholeWay(page, "Folasade Adeyemi", "QQ 30 00 01 B");
  });

  it("leaves nothing on the browser's console but what was asked for", () => {
    expect(application.problems).toEqual([]);
  });
});

async function findAndOpen(page: Page, typed: string, name: string): Promise<void> {
  await page.reload();
  await page.getByLabel("Find a client").fill(typed);
  await page
    .getByRole("row")
    .filter({ hasText: name.split(" ").at(-1) ?? name })
    .waitFor();
  await page.getByRole("button", { name: "Client Record" }).click();
  await page.getByRole("heading", { name: `Client Record - ${name}` }).waitFor();
}

async function goTheWholeWay(page: Page, name: string, nino: string): Promise<void> {
  await page.getByRole("button", { name: "Interview", exact: true }).click();
  const start = page.getByRole("dialog", { name: "Start interview" });
  await start.getByLabel("Kind").selectOption({ label: "IB/ESA WFI" });
  await start.getByRole("button", { name: "Start", exact: true }).click();
  // ¶101: the window opens by itself.
  await page.getByRole("heading", { name: `Create Action Plan - ${name}` }).waitFor();
  await expectGate(page, "Plan saved ✗ Printed ✗");

  await page.getByRole("button", { name: "End", exact: true }).click();
  await refuseEnd(page, ["Not saved", "Not printed"]);

  await writeItem(page, TWO_ITEMS[0]);
  await page.getByRole("button", { name: "History" }).click();
  await page.getByRole("button", { name: "NActItm" }).click();
  await writeItem(page, TWO_ITEMS[1]);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("heading", { name: `View Action Plan - ${name}` }).waitFor();
  await expect.poll(() => page.getByRole("grid", { name: "Action Items" }).getByRole("row").count()).toBe(3);
  await expectGate(page, "Plan saved ✓ Printed ✗");

  await page.getByRole("button", { name: "End", exact: true }).click();
  await refuseEnd(page, ["Not printed"]);

  await page.getByRole("button", { name: "Print", exact: true }).click();
  const options = page.getByRole("dialog", { name: "Print Options" });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    options.getByRole("button", { name: "Save as PDF" }).click(),
  ]);
  await page.getByRole("dialog", { name: "Hand over the copy" }).getByRole("button", { name: "Handed over" }).click();
  const pdf = await readPdf(new Uint8Array(readFileSync(await download.path())));
  for (const printed of pdf.pages) {
    const text = printed.map((line) => line.text).join(" ");
    expect(text).toContain(name);
    expect(text).toContain(nino);
  }
  for (const item of TWO_ITEMS) expect(bodyText(pdf)).toContain(withoutSpaces(item.text));
  await expectGate(page, "Plan saved ✓ Printed ✓");

  await page.getByRole("button", { name: "End", exact: true }).click();
  await page.getByRole("button", { name: "End", exact: true }).waitFor({ state: "detached" });
}

async function writeItem(page: Page, item: (typeof TWO_ITEMS)[number] | undefined): Promise<void> {
  if (!item) throw new Error("No item to write");
  await page.getByRole("textbox", { name: "Action Item", exact: true }).fill(item.text);
  await page.getByLabel("Assigned To").selectOption({ label: "Client" });
  await page.getByRole("textbox", { name: "Target Date", exact: true }).fill(item.targetDate);
}

async function expectGate(page: Page, words: string): Promise<void> {
  const bar = page.getByRole("region", { name: "Interview" });
  await expect.poll(async () => (await bar.innerText()).replace(/\s+/g, " ")).toContain(words);
}

async function refuseEnd(page: Page, reasons: readonly string[]): Promise<void> {
  const refusal = page.getByRole("dialog", { name: "Cannot end yet" });
  await refusal.waitFor();
  const text = await refusal.innerText();
  for (const reason of reasons) expect(text).toContain(reason);
  await refusal.getByRole("button", { name: "Back to the interview" }).click();
  await refusal.waitFor({ state: "detached" });
}
