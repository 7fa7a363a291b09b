import axe from "axe-core";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { field } from "./windows.ts";

const CHECK = "Ring Dilip and ask which warehouses have answered.";
const LOOKS = [
  { colorScheme: "light", forcedColors: "none" },
  { colorScheme: "dark", forcedColors: "none" },
  { colorScheme: "light", forcedColors: "active" },
] as const;

describe.skipIf(noBrowserReason !== undefined)("The work between interviews", () => {
  let application: OpenedApplication;
  let page: Page;

  beforeAll(async () => {
    application = await openApplication();
    page = application.page;
    page.setDefaultTimeout(8_000);
    await page.evaluate(axe.source);
  });
  afterAll(() => application?.close());

  it("lists what is due on the first screen, the overdue with a sign and a word", async () => {
    const first = workRow(page, "Dilip Rao").first();
    await first.getByText("Overdue: 11/04/2012").waitFor();
    expect(await first.getByRole("gridcell").allInnerTexts()).toEqual([
      "Dilip Rao",
      "Send the new CV to the four warehouses on the list and note whom you spoke to.",
      expect.stringContaining("11/04/2012"),
      "Action Item",
    ]);
    const count = await page.getByRole("grid", { name: "Work list" }).getByRole("button", { name: ":" }).count();
    const besides = await page.getByRole("button", { name: /^(Done|Cancel): / }).count();
    await page.getByText(`${count - besides} on the work list`).waitFor();
    await expectAccessible(page);
  });

  it("stands below the finder in a narrow window, and beside it in a wide one", async () => {
    const places = async () => {
      const finder = await page.getByLabel("Find a client").boundingBox();
      const list = await page.getByRole("heading", { name: /^Work list/ }).boundingBox();
      return { isBeside: (list?.x ?? 0) > (finder?.x ?? 0) + 100, isBelow: (list?.y ?? 0) > (finder?.y ?? 0) + 40 };
    };
    expect(await places()).toEqual({ isBeside: true, isBelow: false });
    await page.setViewportSize({ width: 640, height: 800 });
    expect(await places()).toEqual({ isBeside: false, isBelow: true });
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it("shows the office's work too, and remembers which was chosen", async () => {
    await page.getByRole("button", { name: "The office", exact: true }).click();
    await page.locator('button[aria-pressed="true"]', { hasText: "The office" }).waitFor();
    await workRow(page, "Dilip Rao").first().waitFor();
    await page.reload();
    await page.evaluate(axe.source);
    await page.locator('button[aria-pressed="true"]', { hasText: "The office" }).waitFor();
    await page.getByRole("button", { name: "Mine" }).click();
    await page.locator('button[aria-pressed="true"]', { hasText: "Mine" }).waitFor();
  });

  it("leads from a row to the item itself, by the keyboard alone", async () => {
    const links = page.getByRole("grid", { name: "Work list" }).getByRole("button", { name: /^Action Item: / });
    await links.first().focus();
    await page.keyboard.press("ArrowDown");
    expect(await isFocused(links.nth(1))).toBe(true);
    await page.keyboard.press("End");
    const form = "Clerical entry: Joe Bloggs, Form 0042-17E, issued blank";
    expect(await isFocused(page.getByRole("button", { name: form }))).toBe(true);
    await page.keyboard.press("ArrowUp");
    const due = "JETS.S: Siobhán O'Neill, Full plan to agree: day 8 of 10 working days";
    expect(await isFocused(page.getByRole("button", { name: due }))).toBe(true);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowRight");
    expect(await isFocused(page.getByRole("button", { name: `Done: Dilip Rao, ${CHECK}` }))).toBe(true);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "View Action Plan - Dilip Rao" }).waitFor();
    expect(await field(page, "Action Item").innerText()).toMatch(/^Send the new CV/);
    await page.getByText("Check set for 12/04/2012").waitFor();
    await expectAccessible(page);
  });

  it("changes the check on an item, and loses nothing typed to a careless Esc (¶65)", async () => {
    await page.keyboard.press("F9");
    const dialog = page.getByRole("dialog", { name: "Workflow" });
    await dialog.waitFor();
    await expectAccessible(page);
    await field(page, "Check Date").fill("23/04/2012");
    await field(page, "Note").press("End");
    await field(page, "Note").pressSequentially(' "Soon"');
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "Not saved yet" }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await dialog.waitFor();
    expect(await field(page, "Note").inputValue()).toBe(`${CHECK} 'Soon'`);
    expect(await field(page, "Check Date").inputValue()).toBe("23/04/2012");
    await press(page, "Change the check", dialog);
    await dialog.waitFor({ state: "detached" });
    await page.getByText("Check set for 23/04/2012").waitFor();
  });

  it("notes from outside an interview that an item is to be closed at the next one (AI-5)", async () => {
    await press(page, "Note to close at next interview");
    const dialog = page.getByRole("dialog", { name: "Note to close at next interview" });
    await dialog.waitFor();
    await expectAccessible(page);
    expect(await field(page, "Conversation").inputValue()).toBe(
      "Close the Action Item with target date 11/04/2012 at the next interview.",
    );
    await press(page, "Add the note", dialog);
    await dialog.waitFor({ state: "detached" });
    await press(page, "History");
    await openMenu(page, "Function");
    const workflow = page.getByRole("menuitem", { name: /^Workflow/ });
    expect(await workflow.getAttribute("aria-disabled")).toBe("true");
    await page.keyboard.press("Escape");
    await press(page, "Close");
  });

  it("marks a check as done from its row, with what came of it", async () => {
    const before = await countOnList(page);
    await page.getByRole("button", { name: /^Done: Dilip Rao/ }).click();
    const dialog = page.getByRole("dialog", { name: "Workflow done" });
    const done = dialog.getByRole("button", { name: "Mark as done" });
    expect(await done.getAttribute("aria-disabled")).toBe("true");
    await expectAccessible(page);
    await field(page, "What came of it").fill("Two have answered; he starts on Monday.");
    await done.click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText(`${before - 1} on the work list`).waitFor();
    expect(await page.getByRole("button", { name: /^Done: Dilip Rao/ }).count()).toBe(0);
  });

  it("shows the conversations on the client's page, and all of them in Convs, found as one types", async () => {
    await page.getByLabel("Find a client").fill("gallagher");
    await page.getByRole("button", { name: "Client Record", exact: true }).click();
    await page.getByText("Note to close at next interview").waitFor();
    await press(page, "All 4 in Convs");
    const dialog = page.getByRole("dialog", { name: "Conversations - Maria Gallagher" });
    await dialog.getByText("4 in all").waitFor();
    await expectAccessible(page);
    await dialog.getByLabel("Find in conversations").fill("bus whit");
    await dialog.getByText("0 of 4 found").waitFor();
    await dialog.getByLabel("Find in conversations").fill("BUS");
    await dialog.getByText("1 of 4 found").waitFor();
    expect(await dialog.getByRole("listitem").allInnerTexts()).toEqual([
      expect.stringContaining("Sent the bus pass form"),
    ]);
    await dialog.getByLabel("Find in conversations").fill("");
  });

  it("adds a conversation and does not lose one that is half written", async () => {
    const dialog = page.getByRole("dialog", { name: "Conversations - Maria Gallagher" });
    await field(page, "New conversation").pressSequentially('She said "yes"');
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "The note is not kept yet" }).waitFor();
    await press(page, "Back");
    expect(await field(page, "New conversation").inputValue()).toBe("She said 'yes'");
    const byTelephone = dialog.getByLabel("By telephone");
    await byTelephone.check();
    await expectAccessible(page);
    await press(page, "Add", dialog);
    await dialog.getByText("5 in all").waitFor();
    expect(await dialog.getByRole("listitem").first().innerText()).toMatch(
      /^\d\d\/\d\d\/\d{4} \d\d:\d\d, telephone, B Johns\s+She said 'yes'$/,
    );
    expect(await byTelephone.isChecked()).toBe(false);
    expect(await field(page, "New conversation").inputValue()).toBe("");
    await press(page, "Close", dialog);
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "All 5 in Convs" }).waitFor();
  });

  it("brings the notes to close when the interview starts, in nobody's way, and keeps them within reach", async () => {
    await press(page, "Interview");
    await page.getByLabel("Kind of interview").selectOption({ label: "Caseload interview" });
    await press(page, "Start");
    const advised = page.getByRole("dialog", { name: "Action Plan advised" });
    await press(page, "OK", advised);
    const onPage = page.getByRole("region", { name: "Notes to close at this interview" });
    await onPage.getByText("Maria rang: form and references posted.").waitFor();
    await onPage.getByRole("button", { name: "Go to the Action Item" }).waitFor();
    await expectAccessible(page);
    const notes = page.getByRole("dialog", { name: "Notes to close" });
    await press(page, "Notes (1)");
    await press(page, "Go to the Action Item", notes);
    await page.getByRole("heading", { name: "View Action Plan - Maria Gallagher" }).waitFor();
    expect(await field(page, "Action Item").innerText()).toMatch(/^Apply for the Level 2/);
    expect(await page.getByRole("button", { name: "Note to close at next interview" }).count()).toBe(0);
  });

  it("leads back to a draft in one step", async () => {
    await field(page, "Aims text").fill("Half a sentence");
    await page.getByText(/kept/i).first().waitFor();
    await page.reload();
    await page.evaluate(axe.source);
    await page.getByRole("button", { name: /^Continue draft: Maria Gallagher/ }).click();
    await page.getByRole("heading", { name: "View Action Plan - Maria Gallagher" }).waitFor();
    await page.waitForFunction(
      () => document.querySelector<HTMLTextAreaElement>('[aria-label="Aims text"]')?.value === "Half a sentence",
    );
  });

  it("leaves nothing on the browser's console", () => {
    expect(application.problems).toEqual([]);
  });
});

function workRow(page: Page, clientName: string): Locator {
  return page.getByRole("grid", { name: "Work list" }).getByRole("row").filter({ hasText: clientName });
}

async function countOnList(page: Page): Promise<number> {
  const words = page.getByText(/^\d+ on the work list$/);
  await words.waitFor();
  return Number.parseInt(await words.innerText(), 10);
}

async function press(page: Page, name: string, within: Page | Locator = page): Promise<void> {
  await within.getByRole("button", { name, exact: true }).click();
}

async function openMenu(page: Page, name: string): Promise<void> {
  await page.getByRole("menubar").getByRole("menuitem", { name, exact: true }).click();
}

function isFocused(element: Locator): Promise<boolean> {
  return element.evaluate((node) => node === document.activeElement);
}

/** Axe finds nothing in light, dark and high contrast. */
async function expectAccessible(page: Page): Promise<void> {
  for (const media of LOOKS) {
    await page.emulateMedia(media);
    await page.evaluate(async () => {
      await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    });
    const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
    expect(found, media.forcedColors === "active" ? "high contrast" : media.colorScheme).toEqual([]);
  }
  await page.emulateMedia(LOOKS[0]);
}
