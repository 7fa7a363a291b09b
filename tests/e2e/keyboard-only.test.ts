import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";

const ITEM = "Ask at the library for the times of the computer course, and tell us which one suits.";

describe.skipIf(noBrowserReason !== undefined)("The main job without a mouse", () => {
  let application: OpenedApplication;
  let page: Page;

  beforeAll(async () => {
    application = await openApplication();
    page = application.page;
    page.setDefaultTimeout(10_000);
  });
  afterAll(() => application?.close());

  it("finds the client from the box that has the focus, and opens the client's page", async () => {
    await heading("Action Plan - Kelbridge Jobcentre");
    await focusIs("Find a client");
    await page.keyboard.type("QQ100001A");
    await page.getByRole("row").filter({ hasText: "Bloggs" }).waitFor();
    await page.keyboard.press("Enter");
    await heading("Client Record - Joe Bloggs");
    await focusIsSomewhere();
  });

  it("starts an interview, and the plan opens by itself with the focus where one writes", async () => {
    await tabTo("More");
    await arrowTo("Interview");
    await page.keyboard.press("Enter");
    await dialog("Start interview");
    await focusIs("Kind of interview");
    await tabTo("Start");
    await page.keyboard.press("Enter");
    await heading("Create Action Plan - Joe Bloggs");
    await focusIs("Action Item");
  });

  it("writes an item, assigns it and dates it", async () => {
    await page.keyboard.type(ITEM);
    await tabTo("Assigned To");
    await page.keyboard.press("C");
    await focusIs("Assigned To");
    await tabTo("Target Date");
    await page.keyboard.type("+14");
    await focusIs("Target Date");
  });

  it("saves it, and the focus is on its row", async () => {
    await page.keyboard.press("Control+s");
    await heading("View Action Plan - Joe Bloggs");
    await expect.poll(focused).toContain(`row: 16/04/2012 B Johns C 30/04/2012 ${ITEM}`);
  });

  it("prints it as a PDF and hands it over, and the focus is back on the row", async () => {
    await page.keyboard.press("Control+p");
    await dialog("Print Options");
    await focusIsSomewhere();
    await tabTo("Save as PDF");
    await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    await dialog("Hand over the copy");
    await tabTo("Handed over");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expect.poll(focused).toContain(`row: 16/04/2012 B Johns C 30/04/2012 ${ITEM}`);
  });

  it("ends the interview, and the focus stays in the window", async () => {
    await goTo("End", "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: "Interview" }).waitFor({ state: "detached" });
    await focusIsSomewhere();
  });

  it("goes back to the first screen by Esc alone", async () => {
    await page.keyboard.press("Escape");
    await heading("Client Record - Joe Bloggs");
    await focusIsSomewhere();
    await page.keyboard.press("Escape");
    await heading("Action Plan - Kelbridge Jobcentre");
    await focusIs("Find a client");
    expect(application.problems).toEqual([]);
  });

  async function heading(name: string): Promise<void> {
    await page.getByRole("heading", { name, exact: true }).waitFor();
  }

  async function dialog(name: string): Promise<void> {
    await page.getByRole("dialog", { name }).waitFor();
  }

  /** What has the focus: its accessible name, or for a row its text. */
  function focused(): Promise<string> {
    return page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return "nothing";
      if (element instanceof HTMLTableRowElement) {
        const cells = [...element.cells].map((cell) => cell.innerText.trim());
        return `row: ${cells.filter(Boolean).join(" ")}`;
      }
      const labels = (element as HTMLInputElement).labels;
      const labelledBy = document.getElementById(element.getAttribute("aria-labelledby") ?? "");
      const name = element.getAttribute("aria-label") ?? labelledBy?.textContent ?? labels?.[0]?.textContent;
      return (name ?? element.textContent ?? element.tagName).trim();
    });
  }

  async function focusIs(name: string): Promise<void> {
    await expect.poll(focused).toBe(name);
  }

  async function focusIsSomewhere(): Promise<void> {
    await expect.poll(focused).not.toBe("nothing");
  }

  /** Goes from part to part by Tab until it is there; what never comes within reach is a fault. */
  async function tabTo(name: string): Promise<void> {
    await goTo(name, "Tab");
  }

  async function arrowTo(name: string): Promise<void> {
    await goTo(name, "ArrowRight");
  }

  async function goTo(name: string, key: string): Promise<void> {
    const passed: string[] = [];
    for (let steps = 0; steps < 60; steps += 1) {
      await page.keyboard.press(key);
      const now = await focused();
      if (now === name) return;
      passed.push(now);
      expect(now, `after ${passed.join(", ")}`).not.toBe("nothing");
    }
    throw new Error(`${key} never came to ${name}, but to ${passed.join(", ")}`);
  }
});
