import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { axeFindings } from "./axe-findings.ts";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { buttonOf, press } from "./plan-commands.ts";
import { field, openPlan } from "./windows.ts";

describe.skipIf(noBrowserReason !== undefined)("The spelling check", () => {
  let application: OpenedApplication;
  let page: Page;
  let dataFolder: string;

  beforeAll(async () => {
    dataFolder = mkdtempSync(join(tmpdir(), "action-plan-e2e-"));
    application = await openApplication({ dataFolder });
    page = application.page;
    page.setDefaultTimeout(15_000);
  });
  afterAll(async () => {
    await application?.close();
    if (dataFolder) rmSync(dataFolder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await page.unrouteAll();
    await page.reload();
    await openPlan(page, "rao");
  });

  it("¶110 ¶112 visits each unknown word on Save, before every other check, and then Save goes on by itself", async () => {
    await openRow(page, 2);
    await press(page, "NRev");
    await field(page, "Review").fill("He will recieve it.");
    await page.getByRole("tab", { name: "EHist" }).click();
    await field(page, "EHist text").fill("Drove for Zorblatt in London.");
    await page.getByRole("tab", { name: "Aims" }).click();
    await page.keyboard.press("Alt+n");
    await field(page, "Action Item").fill("Ring the college. Visit the nursry.");
    await press(page, "Save");

    expect(await asked(page)).toEqual(["Visit the nursry.", "In: Action Item", "nursry", "Word 1 of 3"]);
    expect(await page.getByRole("listbox", { name: "Suggestions" }).evaluate(hasFocus)).toBe(true);
    await chosen(page).filter({ hasText: "nursery" }).waitFor();
    await page.keyboard.press("Enter");
    expect(await asked(page)).toEqual(["He will recieve it.", "In: Review", "recieve", "Word 2 of 3"]);
    await expect.poll(() => isWordInSight(page), { timeout: 5_000 }).toBe(true);
    await choose(page, "Ignore");
    expect(await asked(page)).toEqual(["Drove for Zorblatt in London.", "In: EHist text", "Zorblatt", "Word 3 of 3"]);
    await expect.poll(() => isWordInSight(page), { timeout: 5_000 }).toBe(true);
    await choose(page, "Add to Dictionary");
    // The other checks come afterwards, and what was settled is not asked about again.
    const refused = page.getByRole("dialog", { name: "Cannot save yet" });
    expect(await refused.locator("p").first().innerText()).toBe(
      "The spelling has been checked. Two fields are still to be put right. Nothing has been saved, and nothing you typed is lost.",
    );
    await page.keyboard.press("Escape");
    await page.keyboard.press("Alt+1");
    await page.getByRole("button", { name: "History" }).click();
    await page.getByRole("row").filter({ hasText: "Visit the nursery" }).dblclick();
    await page.getByLabel("Assigned To").selectOption("client");
    await field(page, "Target Date").fill("+14");
    await page.keyboard.press("Control+s");
    await buttonOf(page, "Detail").waitFor();
    expect(await page.getByRole("dialog").count()).toBe(0);
    await page.getByRole("row").filter({ hasText: "Ring the college. Visit the nursery." }).waitFor();
    expect(await page.getByText("Unsaved changes").count()).toBe(0);
  });

  it("changes by a typed correction or all at once, takes back step by step, and Cancel keeps the text and the plan unsaved", async () => {
    const text = "A nursry and a nursry. Ask teh man for the the form.";
    await page.keyboard.press("Alt+n");
    await field(page, "Action Item").fill(text);
    await press(page, "Save");
    await dialog(page).waitFor();
    expect(await buttonIn(page, "Undo").getAttribute("aria-disabled")).toBe("true");
    await chosen(page).filter({ hasText: "nursery" }).waitFor();
    await choose(page, "Change All");
    expect(await field(page, "Action Item").inputValue()).toBe(text.replaceAll("nursry", "nursery"));
    expect((await asked(page))[2]).toBe("teh");
    await dialog(page)
      .getByRole("textbox", { name: "Not in Dictionary" })
      .fill("Ask this \u201Cman\u201D for the the form.");
    await page.keyboard.press("Enter");
    expect((await asked(page)).slice(0, 3)).toEqual(["Ask this 'man' for the the form.", "In: Action Item", "the"]);
    expect(await field(page, "Action Item").inputValue()).toContain("Ask this 'man' for");
    await choose(page, "Undo");
    expect((await asked(page))[0]).toBe("Ask teh man for the the form.");
    await choose(page, "Undo");
    expect([(await asked(page))[2], await field(page, "Action Item").inputValue()]).toEqual(["nursry", text]);
    await choose(page, "Ignore All");
    expect((await asked(page))[2]).toBe("teh");
    await choose(page, "Cancel");
    await dialog(page).waitFor({ state: "detached" });
    expect(await field(page, "Action Item").inputValue()).toBe(text);
    await page.getByText("Unsaved changes").waitFor();
  });

  it("removes a repeated word, and refuses in words what does not fit", async () => {
    await page.keyboard.press("Alt+n");
    const text = `Ring the the man. Ask teh man. ${"He is ready. ".repeat(60)}`.slice(0, 750);
    await field(page, "Action Item").fill(text);
    await page.keyboard.press("F7");
    expect((await asked(page))[2]).toBe("the");
    expect(await buttonIn(page, "Add to Dictionary").getAttribute("aria-disabled")).toBe("true");
    await choose(page, "Ignore");
    const sentence = dialog(page).getByRole("textbox", { name: "Not in Dictionary" });
    await sentence.fill("Ask the two men and the woman.");
    await choose(page, "Change");
    await dialog(page).getByText("Not changed: Action Item would be").waitFor();
    expect(await field(page, "Action Item").inputValue()).toBe(text);
    await choose(page, "Undo");
    await choose(page, "Change");
    expect(await field(page, "Action Item").inputValue()).toBe(text.replace("the the", "the"));
    await choose(page, "Cancel");
  });

  it("¶113 Spell checks the selected word, else the field the cursor is in, else every text of the plan", async () => {
    await field(page, "Aims text").fill("A wharehouse job.");
    await page.keyboard.press("Alt+n");
    const item = field(page, "Action Item");
    await item.fill("Visit teh nursry.");
    await item.evaluate((box: HTMLTextAreaElement) => box.setSelectionRange(10, 16));
    await press(page, "Spell");
    expect((await asked(page)).slice(2)).toEqual(["nursry", "Word 1 of 1"]);
    await choose(page, "Cancel");
    await item.press("Home");
    await page.keyboard.press("F7");
    expect((await asked(page)).slice(2)).toEqual(["teh", "Word 1 of 2"]);
    await choose(page, "Cancel");
    await page.getByLabel("Assigned To").focus();
    await press(page, "Spell");
    const visited: string[] = [];
    while (visited.at(-1) !== "In: Aims text wharehouse") {
      const [, where, word] = await asked(page);
      visited.push(`${where} ${word}`);
      await choose(page, "Ignore");
    }
    expect(visited.slice(0, 2)).toEqual(["In: Action Item teh", "In: Action Item nursry"]);
    // In a review as it was saved.
    expect(visited).toContain("In: Review recieve");
    await dialog(page).waitFor({ state: "detached" });
    await page.keyboard.press("Alt+n");
    await item.fill("Visit them.");
    await page.keyboard.press("F7");
    const checked = page.getByRole("dialog", { name: "Spelling checked" });
    expect(await checked.innerText()).toContain("No unknown word in Action Item.");
    await page.keyboard.press("Escape");
  });

  it("underlines unknown words as one types, and offers suggestions by right click and Shift+F10", async () => {
    await page.keyboard.press("Alt+n");
    const item = field(page, "Action Item");
    await item.pressSequentially("Ask teh nursry for Quibbleworth.");
    await expect.poll(() => underlined(page)).toEqual(["teh", "nursry", "Quibbleworth"]);
    expect(await page.getByRole("status", { name: "Announcements" }).innerText()).toMatch(
      /words? not in the dictionary: .*Quibbleworth/,
    );
    const rect = await page.locator(".misspelt").nth(1).boundingBox();
    if (!rect) throw new Error("Nothing is underlined");
    await page.mouse.click(rect.x + 5, rect.y + 8, { button: "right" });
    const menu = page.getByRole("menu", { name: "Suggestions for nursry" });
    await menu.getByRole("menuitem", { name: "nursery", exact: true }).click();
    expect(await item.inputValue()).toBe("Ask teh nursery for Quibbleworth.");
    await page.keyboard.press("Control+z");
    expect(await item.inputValue()).toBe("Ask teh nursry for Quibbleworth.");
    await item.evaluate((box: HTMLTextAreaElement) => box.setSelectionRange(5, 5));
    await page.keyboard.press("Shift+F10");
    const second = page.getByRole("menu", { name: "Suggestions for teh" });
    await second.getByRole("menuitem").first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect.poll(() => underlined(page)).toEqual(["nursry", "Quibbleworth"]);
    expect(await item.evaluate(hasFocus)).toBe(true);
    await item.evaluate((box: HTMLTextAreaElement) => box.setSelectionRange(22, 22));
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menu").getByRole("menuitem", { name: "Add to Dictionary" }).click();
    await expect.poll(() => underlined(page)).toEqual(["nursry"]);
  });

  it("has every line under its word in the very frame that shows a key, whatever is typed, pasted or refused", async () => {
    await page.getByRole("tab", { name: "Info" }).click();
    await field(page, "Info text").fill("Ask teh nursry and the wharehouse. ".repeat(20));
    await expect.poll(() => page.locator(".lower .misspelt").count()).toBe(60);
    const box = field(page, "Info text");
    const at = (place: number) =>
      box.evaluate((element: HTMLTextAreaElement, to) => element.setSelectionRange(to, to), place);
    await box.evaluate(compareMarksAtEachFrame);
    for (const place of [0, 4, 6, 40, 400]) {
      await at(place);
      await page.keyboard.type("It is\n");
      await page.keyboard.press("Backspace");
    }
    await at(300);
    await page.keyboard.type("\u201Cso\u201D");
    // More than fits, which is refused whole.
    await page.keyboard.insertText("No. ".repeat(500));
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText("Only teh end.");
    await expect.poll(() => page.locator(".lower .misspelt").allInnerTexts()).toEqual(["teh"]);
    expect(await page.evaluate(() => Reflect.get(window, "marksApart"))).toEqual([]);
  });

  it("says so when the check cannot be reached, loses nothing, and lets the adviser save", async () => {
    const unavailable = JSON.stringify({ ok: false, error: { code: "spelling-unavailable" } });
    await page.route("**/api/check-spelling", (route) =>
      route.fulfill({ contentType: "application/json", body: unavailable }),
    );
    await openRow(page, 2);
    await press(page, "NRev");
    await field(page, "Review").fill("He will recieve it.");
    await page.keyboard.press("Control+s");
    const notice = page.getByRole("dialog", { name: "The spelling could not be checked" });
    await notice.getByRole("button", { name: "Back" }).click();
    expect(await field(page, "Review").inputValue()).toBe("He will recieve it.");
    await page.keyboard.press("Control+s");
    await notice.getByRole("button", { name: "Save unchecked" }).click();
    await buttonOf(page, "Detail").waitFor();
    expect(await page.getByText("Unsaved changes").count()).toBe(0);
    await page.keyboard.press("Alt+n");
    await field(page, "Action Item").fill("Ring them.");
    await page.keyboard.press("Control+s");
    await notice.getByRole("button", { name: "Save unchecked" }).click();
    const refused = page.getByRole("dialog", { name: "Cannot save yet" });
    expect(await refused.locator("p").first().innerText()).toMatch(/^Two fields are still to be put right\./);
    await page.keyboard.press("Escape");
  });

  it("keeps the work still while a Save waits for the check, and the window alive", async () => {
    let goOn: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await openRow(page, 2);
    await press(page, "NRev");
    await field(page, "Review").fill("All is well.");
    await page.route("**/api/check-spelling", async (route) => {
      await held;
      await route.continue();
    });
    await page.keyboard.press("Control+s");
    await page.locator(".work[inert]").waitFor();
    await page.keyboard.type("lost?");
    await page.keyboard.press("Control+s");
    await page.getByRole("menubar").getByRole("menuitem", { name: "Help" }).click();
    await page.getByRole("menu", { name: "Help" }).waitFor();
    await page.keyboard.press("Escape");
    goOn();
    await buttonOf(page, "Detail").waitFor();
    await page.getByRole("row").nth(2).dblclick();
    expect(await field(page, "Review").innerText()).toBe("All is well.");
  });

  it("has the office's words in Function, Dictionary: added, found, imported, exported and removed", async () => {
    await openDictionary(page);
    const window = page.getByRole("dialog", { name: "Dictionary" });
    expect(await axeFindings(page)).toEqual([]);
    await window.getByLabel("Word", { exact: true }).fill("Brigadoonish");
    await page.keyboard.press("Enter");
    await window.getByRole("option", { name: /^Brigadoonish/ }).waitFor();
    await window.getByLabel("Word", { exact: true }).fill("two words");
    await window.getByRole("button", { name: "Add", exact: true }).click();
    await window.getByText("one word of letters").waitFor();
    await window.getByLabel("Word", { exact: true }).fill("");
    const many = Array.from({ length: 700 }, (_, index) => `zz${letters(index)}\n`).join("");
    await window.locator('input[type="file"]').setInputFiles({
      name: "words.txt",
      mimeType: "text/plain",
      buffer: Buffer.from(`Brigadoonish\n123\n${many}`),
    });
    await window.getByText("700 added; 1 there already; left out, since they hold no single word: lines 2.").waitFor();
    expect(await window.getByRole("option").count()).toBeLessThan(50);
    const list = window.getByRole("listbox", { name: "Words" });
    await list.focus();
    await page.keyboard.press("End");
    expect(await window.getByRole("option", { selected: true }).getAttribute("aria-posinset")).toBe(
      await window.getByRole("option", { selected: true }).getAttribute("aria-setsize"),
    );
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      window.getByRole("button", { name: "Export…" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("office-words.txt");
    await window.getByLabel("Word", { exact: true }).fill("brigadoon");
    await window.getByRole("option", { name: /^Brigadoonish/ }).click();
    await window.getByRole("button", { name: "Remove" }).click();
    await page.getByRole("dialog", { name: "Remove word" }).getByRole("button", { name: "Remove" }).click();
    await window.getByText("Removed: Brigadoonish").waitFor();
    expect(await window.getByRole("option", { name: /^Brigadoonish/ }).count()).toBe(0);
    await page.keyboard.press("Escape");
  });

  it("is found faultless by axe, light, dark and in high contrast, and in a narrow window", async () => {
    await page.keyboard.press("Alt+n");
    await field(page, "Action Item").fill("Visit the nursry.");
    await page.keyboard.press("F7");
    await chosen(page).filter({ hasText: "nursery" }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 400, height: 640 });
    expect(await axeFindings(page)).toEqual([]);
    for (const name of ["Change", "Ignore", "Add to Dictionary", "Cancel"]) {
      await buttonIn(page, name).scrollIntoViewIfNeeded();
      expect(await buttonIn(page, name).boundingBox(), name).not.toBeNull();
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.keyboard.press("Escape");
  });

  it("leaves nothing on the browser's console, and knows an added word at the next start, on the first screen too", async () => {
    expect(application.problems).toEqual([]);
    await application.close();
    application = await openApplication({ dataFolder });
    page = application.page;
    await page.getByLabel("Find a client").waitFor();
    await openDictionary(page);
    await page.getByRole("option", { name: /^Zorblatt/ }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await openPlan(page, "gallagher");
    await field(page, "Aims text").fill("Drives for Zorblatt, not for Zorblattt.");
    await press(page, "Spell");
    expect((await asked(page)).slice(2)).toEqual(["Zorblattt", "Word 1 of 1"]);
  });
});

function dialog(page: Page): Locator {
  return page.getByRole("dialog", { name: "Spelling", exact: true });
}

function buttonIn(page: Page, name: string): Locator {
  return dialog(page).getByRole("button", { name, exact: true });
}

function choose(page: Page, name: string): Promise<void> {
  return buttonIn(page, name).click();
}

function chosen(page: Page): Locator {
  return dialog(page).getByRole("option", { selected: true });
}

/** The sentence, the field's name, the word that is selected in the field behind, and how far the run is. */
async function asked(page: Page): Promise<string[]> {
  const sentence = dialog(page).locator("textarea");
  await sentence.waitFor();
  const name = await dialog(page).locator(".counter").innerText();
  const behind = await page.evaluate(
    (label) => {
      const box = document.querySelector<HTMLTextAreaElement>(`.halves textarea[aria-label="${label}"]`);
      return box?.value.slice(box.selectionStart, box.selectionEnd) ?? "";
    },
    name.replace("In: ", ""),
  );
  const progress = /Word \d+ of \d+/.exec(await dialog(page).innerText())?.[0] ?? "";
  return [await sentence.inputValue(), name, behind, progress];
}

/** Tells whether the window leaves the word that it speaks of in sight. */
async function isWordInSight(page: Page): Promise<boolean> {
  const word = await page.locator(".halves .hit").boundingBox();
  const window = await page.locator(".dialog.spelling").boundingBox();
  if (!window || !word) return false;
  return window.y >= word.y + word.height || window.y + window.height <= word.y;
}

/** In the page: notes each frame in which the marks lie under another text than the box shows, or under no known word. */
function compareMarksAtEachFrame(box: Element): void {
  const apart: string[] = [];
  Reflect.set(window, "marksApart", apart);
  const compare = () => {
    const over = box.parentElement?.querySelector(".marks");
    const shown = (box as HTMLTextAreaElement).value;
    if (over && over.textContent !== `${shown}\u200B`) apart.push(`${over.textContent} under ${shown}`);
    const marked = [...(over?.querySelectorAll(".misspelt") ?? [])].map(({ textContent }) => textContent ?? "");
    apart.push(...marked.filter((word) => !["teh", "nursry", "wharehouse"].includes(word)));
    requestAnimationFrame(compare);
  };
  compare();
}

function hasFocus(element: Element): boolean {
  return document.activeElement === element;
}

function underlined(page: Page): Promise<string[]> {
  return page.locator(".upper .misspelt").allInnerTexts();
}

async function openRow(page: Page, row: number): Promise<void> {
  await page.getByRole("grid", { name: "Action Items" }).getByRole("row").nth(row).dblclick();
  await buttonOf(page, "History").waitFor();
}

async function openDictionary(page: Page): Promise<void> {
  await page.getByRole("menubar").getByRole("menuitem", { name: "Function" }).click();
  await page.getByRole("menuitem", { name: "Dictionary…" }).click();
  await page.getByRole("dialog", { name: "Dictionary" }).waitFor();
}

/** A number in letters. */
function letters(number: number): string {
  return [...String(number)].map((digit) => "abcdefghij"[Number(digit)]).join("");
}
