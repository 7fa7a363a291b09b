import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "./axe-findings.ts";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { openPlan } from "./windows.ts";

const PICTURE = new URL("../../resources/icons/linux/256x256.png", import.meta.url);

describe.skipIf(noBrowserReason !== undefined)("The office's letterhead (¶117)", () => {
  let application: OpenedApplication;
  let page: Page;

  beforeAll(async () => {
    application = await openApplication();
    page = application.page;
    page.setDefaultTimeout(10_000);
    await page.getByLabel("Find a client").waitFor();
  });
  afterAll(() => application?.close());

  it("opens by Alt+H, says that the space is free, and refuses what is no picture or too large, in words", async () => {
    const chooser = page.waitForEvent("filechooser");
    await page.keyboard.press("Alt+h");
    await isDrawn(page);
    expect(await dialog(page).innerText()).toContain("The head of the first page is left free, for headed paper.");
    expect(await hasFocus(dialog(page).getByRole("button", { name: "Choose picture…" }))).toBe(true);
    await page.keyboard.press("Enter");
    expect((await chooser).isMultiple()).toBe(false);
    expect(await isOff(page, "Save")).toBe(true);
    expect(await isOff(page, "Remove")).toBe(true);
    const picture = await readFile(PICTURE);
    for (const [name, buffer, words] of [
      ["letter.png", Buffer.from("a letter, and no picture"), "The file is no PNG or JPEG picture."],
      ["large.png", Buffer.concat([picture, Buffer.alloc(600_000)]), "The file has more than 500 KB."],
      ["wide.png", withWidth(picture, 5_000), "The picture is wider or higher than 4,000 pixels."],
    ] as const) {
      await picker(page).setInputFiles({ name, mimeType: "image/png", buffer });
      await dialog(page).getByRole("alert").filter({ hasText: words }).waitFor();
    }
    expect(await isOff(page, "Save")).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
  });

  it("says of a damaged picture that it cannot be printed, and does not save it", async () => {
    const picture = await readFile(PICTURE);
    await picker(page).setInputFiles({ name: "a.png", mimeType: "image/png", buffer: picture.subarray(0, 400) });
    await dialog(page).getByRole("status").filter({ hasText: "The picture is damaged" }).waitFor();
    expect(await isOff(page, "Save")).toBe(true);
  });

  it("shows the picture on a page, and has it on every plan's first page once it is saved", async () => {
    const picture = await readFile(PICTURE);
    await picker(page).setInputFiles({ name: "head.png", mimeType: "image/png", buffer: picture });
    await dialog(page).getByText("Not saved yet.").waitFor();
    await isDrawn(page);
    expect(await axeFindings(page)).toEqual([]);
    await dialog(page).getByRole("button", { name: "Save" }).focus();
    await page.keyboard.press("Enter");
    await dialog(page).waitFor({ state: "detached" });
    await openPlan(page, "gallagher");
    await page.getByRole("button", { name: "Print", exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("dialog", { name: "Print Options" }).getByRole("button", { name: "Save as PDF" }).click(),
    ]);
    expect((await readFile(await download.path())).includes("/Subtype /Image")).toBe(true);
  });

  it("is found by the keyboard in the Function menu, and taken out again", async () => {
    await page.reload();
    await page.getByLabel("Find a client").waitFor();
    await page.getByRole("menuitem", { name: "Function", exact: true }).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("l");
    await page.keyboard.press("Enter");
    await dialog(page).getByText("This picture stands at the head of the first page").waitFor();
    await dialog(page).getByRole("button", { name: "Remove" }).click();
    await dialog(page).getByText("Not saved yet.").waitFor();
    await page.setViewportSize({ width: 400, height: 640 });
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await dialog(page).getByRole("button", { name: "Save" }).click();
    await dialog(page).waitFor({ state: "detached" });
    await page.keyboard.press("Alt+h");
    await dialog(page).getByText("The head of the first page is left free").waitFor();
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
  });

  it("leaves nothing on the browser's console", () => {
    expect(application.problems).toEqual([]);
  });
});

function dialog(page: Page): Locator {
  return page.getByRole("dialog", { name: "Letterhead" });
}

function picker(page: Page): Locator {
  return dialog(page).getByLabel("Picture for the letterhead");
}

async function isOff(page: Page, name: string): Promise<boolean> {
  return (await dialog(page).getByRole("button", { name }).getAttribute("aria-disabled")) === "true";
}

/** Waits until the page that is shown is the one that was asked for last. */
async function isDrawn(page: Page): Promise<void> {
  await dialog(page).locator('.preview[aria-busy="false"] canvas[data-drawn="1"]').waitFor();
}

function hasFocus(element: Locator): Promise<boolean> {
  return element.evaluate((node) => node === document.activeElement);
}

/** The same picture, saying that it is wider than it is. */
function withWidth(png: Buffer, width: number): Buffer {
  const changed = Buffer.from(png);
  changed.writeUInt32BE(width, 16);
  return changed;
}
