import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "./axe-findings.ts";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { openPlan } from "./windows.ts";

describe.skipIf(noBrowserReason !== undefined)("Print Options", () => {
  let application: OpenedApplication;
  let page: Page;
  let options: Locator;

  beforeAll(async () => {
    application = await openApplication({ script: join(import.meta.dirname, "start-with-paper.ts") });
    page = application.page;
    page.setDefaultTimeout(10_000);
    options = page.getByRole("dialog", { name: "Print Options" });
    await openPlan(page, "gallagher");
  });
  afterAll(async () => {
    expect(application?.problems).toEqual([]);
    await application?.close();
  });

  const open = async () => {
    await page.keyboard.press("Control+p");
    await options.waitFor();
    await options.getByRole("article", { name: "Page 1 of 2" }).locator("canvas[data-drawn]").waitFor();
  };
  const note = (text: string) => options.locator(".note", { hasText: text }).waitFor();
  const choose = (name: string, value: string) => options.getByLabel(name, { exact: true }).selectOption(value);

  it("opens with the default printer and Tray 1, and shows the very pages beside the choices", async () => {
    await open();
    expect(await options.getByLabel("Printer", { exact: true }).inputValue()).toBe("room-3");
    await options.getByText("Your default printer. It is ready.").waitFor();
    expect(await options.getByLabel("Tray").inputValue()).toBe("Tray1");
    await note("2 pages, 1 copy: 2 sheets");
    const first = await options.getByRole("article", { name: "Page 1 of 2" }).innerText();
    expect(first).toContain("Maria Gallagher");
    expect(first).toContain("Page 1 of 2");
    expect(page.workers().map((worker) => new URL(worker.url()).pathname)).toEqual([
      expect.stringMatching(/^\/assets\/preview-worker-.*\.js$/),
    ]);
  });

  it("pages and enlarges by keyboard, while the pages have the focus alone", async () => {
    const pages = options.getByRole("region", { name: "Pages" });
    await pages.focus();
    await page.keyboard.press("PageDown");
    await options.getByText("Page 2 of 2", { exact: true }).first().waitFor();
    await page.keyboard.press("PageUp");
    expect(await pager(options)).toBe("Page 1 of 2");
    const before = await zoom(options);
    await page.keyboard.press("+");
    expect(await zoom(options)).toBeGreaterThan(before);
    await page.keyboard.press("-");
    expect(await zoom(options)).toBe(before);
    await options.getByLabel("Copies").fill("");
    await options.getByLabel("Copies").pressSequentially("1-+");
    expect(await zoom(options)).toBe(before);
  });

  it("says why copies that cannot be are not printed", async () => {
    await options.getByText("Copies is a number from 1 to 99.").first().waitFor();
    expect(await options.getByRole("button", { name: "Print", exact: true }).getAttribute("aria-disabled")).toBe(
      "true",
    );
    await options.getByLabel("Copies").fill("100");
    expect(await options.getByLabel("Copies").getAttribute("aria-invalid")).toBe("true");
    await options.getByLabel("Copies").fill("2");
    await note("2 pages, 2 copies: 4 sheets");
  });

  it("shows the pages of each option and style as it is chosen", async () => {
    await options.getByLabel("New Deal").check();
    await options.getByRole("article").first().getByText("New Deal").waitFor({ state: "attached" });
    await options.getByLabel("Standard").check();
    await options.getByLabel("All Action Items", { exact: true }).check();
    await options.getByRole("article").last().getByText("Phone at least three").waitFor({ state: "attached" });
  });

  it("is accessible in light, dark and high contrast, wide and narrow", async () => {
    for (const width of [1280, 480]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await axeFindings(page), `${width} wide`).toEqual([]);
    }
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it("says that a printer refused and what to do, and stays open", async () => {
    await choose("Printer", "broken");
    await options.getByRole("button", { name: "Print", exact: true }).click();
    await options.getByRole("alert").getByText("Broken did not take the document. Nothing was printed.").waitFor();
    await options.getByRole("alert").getByText("Save as PDF").waitFor();
  });

  it("shows what takes long, and Cancel takes it back without leaving", async () => {
    await choose("Printer", "slow");
    await options.getByRole("button", { name: "Print", exact: true }).click();
    await note("Sending to Slow. Cancel takes it back.");
    expect(await axeFindings(page)).toEqual([]);
    await options.getByRole("button", { name: "Cancel" }).click();
    await options.getByRole("alert").getByText("cancelled").waitFor();
    await page.keyboard.press("Escape");
    await options.waitFor({ state: "detached" });
  });

  it("prints, and the last choices are there the next time", async () => {
    await open();
    await options.getByLabel("All Action Items", { exact: true }).check();
    await options.getByLabel("Copies").fill("2");
    await choose("Printer", "room-3");
    await choose("Tray", "Tray2");
    await options.getByRole("button", { name: "Print", exact: true }).click();
    await options.waitFor({ state: "detached" });
    await open();
    expect(await options.getByLabel("All Action Items", { exact: true }).isChecked()).toBe(true);
    expect(await options.getByLabel("Copies").inputValue()).toBe("2");
    expect(await options.getByLabel("Tray").inputValue()).toBe("Tray2");
  });

  it("asks how a saved document was given, and counts it then", async () => {
    const saving = page.waitForEvent("download");
    await options.getByRole("button", { name: "Save as PDF" }).click();
    expect((await saving).suggestedFilename()).toMatch(/^Action Plan [0-9A-F]{6}\.pdf$/);
    const over = page.getByRole("dialog", { name: "Hand over the copy" });
    await over.getByText("It is not encrypted").waitFor();
    await over.getByLabel("By post").check();
    expect(await axeFindings(page)).toEqual([]);
    await over.getByRole("button", { name: "Handed over" }).click();
    await over.waitFor({ state: "detached" });
  });

  it("gives an electronic copy: a PDF with a password, or a web page", async () => {
    await open();
    await options.getByText("Give an electronic copy").click();
    const password = options.getByLabel("Password");
    await password.fill("short");
    await options
      .getByText(/^A password has 8 to 64/)
      .first()
      .waitFor();
    const savePdf = options.getByRole("button", { name: "Save as PDF" });
    expect(await savePdf.getAttribute("aria-disabled")).toBe("true");
    expect(await axeFindings(page)).toEqual([]);
    await password.fill("Kelbridge-7");
    await options.getByText("The file is not encrypted").waitFor({ state: "detached" });
    await savePdf.click();
    const over = page.getByRole("dialog", { name: "Hand over the copy" });
    await over.getByText("It opens with its password alone").waitFor();
    await over.getByRole("button", { name: "Not yet" }).click();
    await open();
    await options.getByText("Give an electronic copy").click();
    const saving = page.waitForEvent("download");
    await options.getByRole("button", { name: "Save as web page" }).click();
    expect((await saving).suggestedFilename()).toMatch(/^Action Plan [0-9A-F]{6}\.html$/);
    await over.getByLabel("Electronically").check();
    await over.getByRole("button", { name: "Handed over" }).click();
    await over.waitFor({ state: "detached" });
  });

  it("leaves what was given on the client's page, newest first", async () => {
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: /^Client Record - / }).waitFor();
    const copies = page.getByRole("region", { name: "Copies given" });
    await copies.waitFor();
    expect(await copies.getByRole("listitem").allInnerTexts()).toEqual([
      expect.stringMatching(/B Johns\s+All Action Items: HTML, electronically$/),
      expect.stringMatching(/B Johns\s+All Action Items: Paper, by post$/),
      expect.stringMatching(/B Johns\s+All Action Items: Paper, printed, 2 copies$/),
    ]);
    expect(await axeFindings(page)).toEqual([]);
  });

  it("where no printer can be had, Print is off and says why, and the document can still be saved", async () => {
    writeFileSync(join(application.host.dataFolder, "printers.json"), "[]");
    await page.getByRole("button", { name: "ActnPln" }).click();
    await page.getByRole("heading", { name: /View Action Plan - / }).waitFor();
    await open();
    await options.getByText("This computer has no printer. Choose Save as PDF.").first().waitFor();
    expect(await options.getByRole("button", { name: "Print", exact: true }).getAttribute("aria-disabled")).toBe(
      "true",
    );
    const savePdf = options.getByRole("button", { name: "Save as PDF" });
    expect(await savePdf.getAttribute("aria-disabled")).toBeNull();
    await page.keyboard.press("Escape");
  });
});

function pager(options: Locator): Promise<string> {
  return options.locator(".pager > span").first().innerText();
}

async function zoom(options: Locator): Promise<number> {
  return Number.parseInt(await options.locator(".pager > .zoom").innerText(), 10);
}
