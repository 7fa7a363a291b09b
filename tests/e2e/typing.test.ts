import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { field, openPlan } from "./windows.ts";

const LONG = "Ask at the library, the college and the centre for the times of the courses. ".repeat(4).trim();

describe.skipIf(noBrowserReason !== undefined)("What is typed is never outrun", () => {
  let application: OpenedApplication;
  let page: Page;

  beforeAll(async () => {
    application = await openApplication();
    page = application.page;
  });
  afterAll(() => application?.close());
  beforeEach(async () => {
    await page.reload();
    await openPlan(page, "rao");
  });

  it("by Ctrl+S before the first letter is drawn", async () => {
    await amendFirstItem(page);
    const before = await field(page, "Action Item").inputValue();
    await typeAnd(page, "!", "Ctrl+S");
    await page.getByRole("button", { name: "Detail" }).waitFor();
    expect(await firstRow(page)).toContain(`${before}!`);
    expect(await page.getByText("Unsaved changes").count()).toBe(0);
  });

  it("by History before the letter is drawn, or by another tab", async () => {
    await amendFirstItem(page);
    await typeAnd(page, "?", "History");
    expect(await firstRow(page)).toMatch(/Unsaved.*\?$/);
    await field(page, "Aims text").focus();
    await typeAnd(page, "Driver", "EHist");
    await page.getByRole("tab", { name: "Aims" }).click();
    expect(await field(page, "Aims text").inputValue()).toMatch(/^Driver/);
  });

  it("by Close, which asks about a letter that is not drawn yet", async () => {
    await field(page, "Aims text").focus();
    await typeAnd(page, "D", "Close");
    await page.getByRole("dialog", { name: "Unsaved changes" }).getByRole("button", { name: "Don't save" }).click();
    await page.getByRole("heading", { name: /^Client Record - / }).waitFor();
  });

  it("by its own speed: everything stands in its order, drawn and saved", async () => {
    await amendFirstItem(page);
    await field(page, "Action Item").fill("");
    await page.keyboard.type(LONG);
    await page.keyboard.press("Control+S");
    await page.getByRole("button", { name: "Detail" }).click();
    expect(await field(page, "Action Item").innerText()).toBe(LONG);
  });

  it("and a double quotation mark is a single one in what is saved at once", async () => {
    await amendFirstItem(page);
    await field(page, "Action Item").fill("Ask for ");
    await typeAnd(page, "\u201CSam\u201D", "Ctrl+S");
    await page.getByRole("button", { name: "Detail" }).click();
    expect(await field(page, "Action Item").innerText()).toBe("Ask for 'Sam'");
  });

  it("by a Save in the midst of a letter that an input method composes", async () => {
    await amendFirstItem(page);
    await field(page, "Action Item").fill("Ring ");
    const devtools = await application.context.newCDPSession(page);
    await devtools.send("Input.imeSetComposition", { text: "か", selectionStart: 1, selectionEnd: 1 });
    await page.keyboard.press("Control+S");
    await page.getByRole("button", { name: "Detail" }).click();
    expect(await field(page, "Action Item").innerText()).toBe("Ring か");
  });

  it("and what an input method composed over the limit is refused whole", async () => {
    await amendFirstItem(page);
    const text = "x".repeat(749);
    const box = field(page, "Action Item");
    await box.fill(text);
    const devtools = await application.context.newCDPSession(page);
    await devtools.send("Input.imeSetComposition", { text: "か", selectionStart: 1, selectionEnd: 1 });
    await devtools.send("Input.imeSetComposition", { text: "かき", selectionStart: 2, selectionEnd: 2 });
    expect(await box.inputValue()).toBe(`${text}かき`);
    await devtools.send("Input.insertText", { text: "かき" });
    await expect.poll(() => box.inputValue()).toBe(text);
    await page.getByRole("button", { name: "History" }).click();
    expect(await firstRow(page)).toMatch(/x$/);
  });

  it("leaves nothing on the browser's console", () => {
    expect(application.problems).toEqual([]);
  });
});

async function amendFirstItem(page: Page): Promise<void> {
  await page.getByRole("grid", { name: "Action Items" }).getByRole("row").nth(1).dblclick();
  await page.getByRole("button", { name: "Amnd" }).click();
  await field(page, "Action Item").press("Control+End");
}

function firstRow(page: Page): Promise<string> {
  return page.getByRole("grid", { name: "Action Items" }).getByRole("row").nth(1).innerText();
}

/** In one task of the page, so that no frame comes between: writes as by the keyboard, then a shortcut or a button. */
function typeAnd(page: Page, text: string, then: "Ctrl+S" | "History" | "Close" | "EHist"): Promise<void> {
  return page.evaluate(
    ([written, next]) => {
      document.execCommand("insertText", false, written);
      if (next === "Ctrl+S") {
        const save = { key: "s", code: "KeyS", ctrlKey: true, bubbles: true, cancelable: true };
        document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", save));
        return;
      }
      const buttons = [...document.querySelectorAll<HTMLElement>("button")];
      buttons.find((button) => button.textContent === next)?.click();
    },
    [text, then] as const,
  );
}
