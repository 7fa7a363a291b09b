import { writeFileSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { runOfficeCommandLine } from "./run-command-line.ts";
import { field, openPlan } from "./windows.ts";

const PASSPHRASE = "correct horse battery";
const SECOND_PASSPHRASE = "seven green bottles";
const RECOVERED_PASSPHRASE = "paper in the office safe";
const HALF_A_SENTENCE = "Ask at the library whether the";

describe.skipIf(noBrowserReason !== undefined)("An office's own store, from the first start on", () => {
  let application: OpenedApplication;
  let page: Page;
  let recoveryKey = "";

  beforeAll(async () => {
    application = await openApplication({ isTraining: false });
    page = application.page;
    page.setDefaultTimeout(10_000);
    await page.evaluate(axe.source);
  });
  afterAll(() => application?.close());

  it("lists every field that is to be put right, each a link to its field", async () => {
    await page.getByRole("heading", { name: "What is this desktop for?" }).waitFor();
    await expectNoFindings(page);
    await press(page, "Set up the office");
    const list = page.getByRole("dialog", { name: "Cannot set up yet" });
    await soon(() => list.getByRole("link").allInnerTexts()).toHaveLength(7);
    await expectNoFindings(page);
    await list.getByRole("link", { name: "Staff number" }).click();
    await expectFocus(page.getByLabel("Staff number"));
    expect(await page.getByLabel("Staff number").getAttribute("aria-invalid")).toBe("true");
    await expectNoFindings(page);
  });

  it("shows what is typed in both passphrase fields, and hides it again", async () => {
    const kinds = () =>
      Promise.all(
        ["Passphrase", "Passphrase again"].map((name) =>
          page.getByLabel(name, { exact: true }).evaluate((box) => (box as HTMLInputElement).type),
        ),
      );
    const show = page.getByRole("switch", { name: "Show what is typed" });
    await show.check();
    expect(await kinds()).toEqual(["text", "text"]);
    await show.uncheck();
    expect(await kinds()).toEqual(["password", "password"]);
  });

  it("is set up by keyboard alone", async () => {
    await page.getByLabel("Office", { exact: true }).focus();
    for (const typed of ["Kelbridge Jobcentre", "Scot", "SOC 2010", "Both", "B Johns", "70412", PASSPHRASE]) {
      await page.keyboard.type(typed);
      await page.keyboard.press("Tab");
    }
    await page.keyboard.type(PASSPHRASE);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Recovery key", exact: true }).waitFor();
    const groups = await page.getByRole("list", { name: "Recovery key" }).getByRole("listitem").allInnerTexts();
    expect(groups).toHaveLength(8);
    recoveryKey = groups.join("-");
    await expectNoFindings(page);
  });

  it("prints the recovery key and nothing of the window around it", async () => {
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute("data-printed", "");
    });
    await press(page, "Print");
    expect(await page.locator("body[data-printed]").count()).toBe(1);
    await page.emulateMedia({ media: "print" });
    const paper = await page.locator("body").innerText();
    await page.emulateMedia({ media: "screen" });
    expect(paper.split(/\s+/).join(" ")).toBe(
      `Recovery key of Kelbridge Jobcentre Whoever has this key can open the office's Action Plan store. Keep it locked away from the desktop. ${recoveryKey.replaceAll("-", " ")}`,
    );
  });

  it("goes on once the last group of the recovery key is typed, and not before", async () => {
    await page.getByRole("button", { name: "Print" }).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expectFocus(page.getByLabel("Last group"));
    expect(await page.getByRole("list", { name: "Recovery key" }).count()).toBe(0);
    await page.keyboard.type("AAAAA");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").filter({ hasText: "not the last five characters" }).waitFor();
    await expectNoFindings(page);
    await page.getByLabel("Last group").fill(recoveryKey.slice(-5));
    await press(page, "Go on");
    await expectFocus(page.getByLabel("Find a client"));
    expect(await page.locator(".titlebar").innerText()).toContain("Kelbridge Jobcentre, B Johns");
    expect(await page.getByText("Training").count()).toBe(0);
  });

  it("tells that the adviser is there, and not at every move", async () => {
    const told: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/still-here")) told.push(request.url());
    });
    for (let move = 0; move < 20; move += 1) await page.mouse.move(200 + move, 300);
    await page.keyboard.type("abc");
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Delete");
    await page.waitForTimeout(300);
    expect(told.length).toBeLessThanOrEqual(1);
  });

  it("signs out, and signs in by the passphrase", async () => {
    await choose(page, "Sign out");
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await expectNoFindings(page);
    await expectFocus(page.getByLabel("Passphrase", { exact: true }));
    await page.keyboard.type(PASSPHRASE);
    await page.keyboard.press("Enter");
    await page.getByLabel("Find a client").waitFor();
  });

  it("adds a second adviser, who signs in", async () => {
    await choose(page, "Advisers…");
    const list = page.getByRole("dialog", { name: "Advisers" });
    await soon(() => list.getByRole("listitem").count()).toBe(1);
    await expectNoFindings(page);
    await press(page, "Add adviser");
    await press(page, "Add");
    await expectFocus(page.getByLabel("Name on plans"));
    await expectNoFindings(page);
    await page.getByLabel("Name on plans").fill("C Okafor");
    await page.getByLabel("Staff number").fill("70413");
    await page.getByLabel("Passphrase", { exact: true }).fill(SECOND_PASSPHRASE);
    await page.getByLabel("Passphrase again").fill(SECOND_PASSPHRASE);
    await press(page, "Add");
    await soon(() => list.getByRole("listitem").count()).toBe(2);
    await page.keyboard.press("Escape");
    await choose(page, "Sign out");
    await signIn(page, "C Okafor", SECOND_PASSPHRASE);
    expect(await page.locator(".titlebar").innerText()).toContain("Kelbridge Jobcentre, C Okafor");
    await choose(page, "Sign out");
    await signIn(page, "B Johns", PASSPHRASE);
  });

  it("locks over half a sentence, shows nothing of it, and gives it back", async () => {
    await importOneClient(application.host.dataFolder);
    await openPlan(page, "adeyemi");
    await field(page, "Action Item").pressSequentially(HALF_A_SENTENCE);
    await page.keyboard.press("Control+L");
    const veil = page.getByRole("dialog", { name: "Locked" });
    await veil.waitFor();
    await expectNoFindings(page);
    expect(await page.locator("body").innerText()).not.toContain("Adeyemi");
    expect(await field(page, "Action Item").count()).toBe(0);
    await page.keyboard.press("Control+S");
    await expectFocus(page.getByLabel("Passphrase of B Johns"));
    await page.keyboard.type(PASSPHRASE);
    await page.keyboard.press("Enter");
    await veil.waitFor({ state: "detached" });
    await expectFocus(field(page, "Action Item"));
    await page.keyboard.type(" course is free");
    expect(await field(page, "Action Item").inputValue()).toBe(`${HALF_A_SENTENCE} course is free`);
  });

  it("locks over an open dialog too, and Alt+L does it as well", async () => {
    await page.keyboard.press("Escape");
    await press(page, "Close");
    const question = page.getByRole("dialog", { name: "Unsaved changes" });
    await question.waitFor();
    await page.keyboard.press("Alt+L");
    const veil = page.getByRole("dialog", { name: "Locked" });
    await veil.waitFor();
    await soon(() => question.count()).toBe(0);
    await expectFocus(page.getByLabel("Passphrase of B Johns"));
    await page.keyboard.type(PASSPHRASE);
    await page.keyboard.press("Enter");
    await veil.waitFor({ state: "detached" });
    await question.getByRole("button", { name: "Cancel" }).click();
    await question.waitFor({ state: "detached" });
  });

  it("asks about unsaved work before signing out", async () => {
    await choose(page, "Sign out");
    await page.getByRole("dialog", { name: "Unsaved changes" }).getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("heading", { name: /^Create Action Plan/ }).waitFor();
  });

  it("another adviser at the lock is told what becomes of unsaved text, and signs in afresh", async () => {
    await choose(page, "Lock");
    await press(page, "Another adviser");
    expect(await page.getByRole("dialog", { name: "Locked" }).innerText()).toContain(
      "did not save is kept for B Johns",
    );
    await expectFocus(page.getByRole("button", { name: "Back" }));
    await expectNoFindings(page);
    await press(page, "Sign out B Johns");
    await signIn(page, "C Okafor", SECOND_PASSPHRASE);
    expect(await page.locator("body").innerText()).not.toContain("Adeyemi");
  });

  it("changes the adviser's passphrase", async () => {
    await choose(page, "Change passphrase…");
    const dialog = page.getByRole("dialog", { name: "Change passphrase" });
    await dialog.getByLabel("Passphrase now").fill(SECOND_PASSPHRASE);
    await dialog.getByLabel("New passphrase", { exact: true }).fill(`${SECOND_PASSPHRASE} more`);
    await dialog.getByLabel("New passphrase again").fill(`${SECOND_PASSPHRASE} more`);
    await expectNoFindings(page);
    await dialog.getByRole("button", { name: "Change" }).click();
    await dialog.waitFor({ state: "detached" });
    await choose(page, "Sign out");
    await signIn(page, "C Okafor", `${SECOND_PASSPHRASE} more`);
    await choose(page, "Sign out");
  });

  it("after five wrong passphrases has the next try wait, and counts down", async () => {
    await page.getByLabel("Adviser", { exact: true }).selectOption({ label: "B Johns" });
    for (let turn = 0; turn < 5; turn += 1) {
      await page.getByLabel("Passphrase", { exact: true }).fill("not the passphrase");
      await page.keyboard.press("Enter");
      await soon(() => page.getByLabel("Passphrase", { exact: true }).inputValue()).toBe("");
    }
    await page.getByRole("alert").filter({ hasText: "not the adviser's passphrase" }).waitFor();
    const first = await secondsLeft(page);
    expect(await page.getByRole("button", { name: "Sign in" }).getAttribute("aria-disabled")).toBe("true");
    await soon(() => secondsLeft(page)).toBeLessThan(first);
    await expectNoFindings(page);
  });

  it("by the recovery key sets a new passphrase and signs in", async () => {
    await press(page, "Use the recovery key");
    await expectNoFindings(page);
    await page.getByRole("textbox", { name: "Recovery key" }).fill(recoveryKey.toLowerCase());
    await page.getByLabel("Adviser", { exact: true }).selectOption({ label: "B Johns" });
    await page.getByLabel("New passphrase", { exact: true }).fill("too short");
    await page.getByRole("timer").waitFor({ state: "detached" });
    await press(page, "Set the passphrase");
    const list = page.getByRole("dialog", { name: "Cannot recover yet" });
    await list.getByRole("link", { name: "New passphrase" }).click();
    await page.getByLabel("New passphrase", { exact: true }).fill(RECOVERED_PASSPHRASE);
    await page.getByLabel("New passphrase again").fill(RECOVERED_PASSPHRASE);
    await press(page, "Set the passphrase");
    await page.getByLabel("Find a client").waitFor();
    await choose(page, "Sign out");
    await signIn(page, "B Johns", RECOVERED_PASSPHRASE);
  });

  it("renames an adviser, and retires one who then cannot sign in", async () => {
    await choose(page, "Advisers…");
    const list = page.getByRole("dialog", { name: "Advisers" });
    const row = (name: string) => list.getByRole("listitem").filter({ hasText: name });
    await row("C Okafor").getByRole("button", { name: "Rename" }).click();
    await page.getByLabel("Name on plans").fill("C Okafor-Reid");
    await page.keyboard.press("Enter");
    await row("C Okafor-Reid").getByRole("button", { name: "Retire" }).click();
    const question = page.getByRole("dialog", { name: "Retire adviser" });
    await expectNoFindings(page);
    await question.getByRole("button", { name: "Retire" }).click();
    await row("C Okafor-Reid").filter({ hasText: "retired" }).waitFor();
    await page.keyboard.press("Escape");
    await choose(page, "Sign out");
    await soon(() => page.getByLabel("Adviser", { exact: true }).locator("option").allInnerTexts()).toEqual([
      "B Johns",
    ]);
  });

  it("backs up, and restores what was there then", async () => {
    await signIn(page, "B Johns", RECOVERED_PASSPHRASE);
    await choose(page, "Back up…");
    const backUp = page.getByRole("dialog", { name: "Back up" });
    await expectNoFindings(page);
    await backUp.getByRole("button", { name: "Back up now" }).click();
    await backUp.getByText("The backup is made").waitFor();
    await backUp.getByRole("button", { name: "OK" }).click();
    await choose(page, "Advisers…");
    await press(page, "Rename");
    await page.getByLabel("Name on plans").fill("B Johns-Adair");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Advisers" }).getByText("B Johns-Adair", { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await choose(page, "Restore…");
    const restore = page.getByRole("dialog", { name: "Restore", exact: true });
    await soon(() => restore.getByRole("radio").count()).toBeGreaterThan(0);
    await expectNoFindings(page);
    await restore.getByRole("button", { name: "Restore" }).click();
    const question = page.getByRole("dialog", { name: "Restore this backup" });
    expect(await question.innerText()).toContain("kept beside it and not deleted");
    await expectNoFindings(page);
    await question.getByRole("button", { name: "Restore" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await signIn(page, "B Johns", RECOVERED_PASSPHRASE);
    expect(await page.locator(".titlebar").innerText()).toContain("Kelbridge Jobcentre, B Johns");
    expect(await page.locator(".titlebar").innerText()).not.toContain("Adair");
  });

  it("leaves nothing on the browser's console", () => {
    expect(application.problems).toEqual([]);
  });
});

describe.skipIf(noBrowserReason !== undefined)("Training, chosen at the first start", () => {
  it("opens the training store, which has no commands of an office", async () => {
    const { page, close } = await openApplication({ isTraining: false });
    try {
      await press(page, "Open training");
      await page.getByLabel("Find a client").fill("bloggs");
      await page.getByRole("row").filter({ hasText: "Bloggs" }).waitFor();
      expect(await page.locator(".titlebar").innerText()).toContain("Training");
      await page.getByRole("menuitem", { name: "File" }).click();
      const offered = await page.getByRole("menu").getByRole("menuitem").allInnerTexts();
      expect(offered[0]).toBe("Find a client\nCtrl+F");
      expect(offered.filter((name) => /Lock|Sign out|Advisers|passphrase|Back up|Restore/.test(name))).toEqual([]);
      await page.keyboard.press("Control+L");
      expect(await page.getByRole("dialog", { name: "Locked" }).count()).toBe(0);
    } finally {
      await close();
    }
  });
});

/** Expects something to come true within seconds: deriving a key takes its time on two busy cores. */
function soon<T>(read: () => T | Promise<T>) {
  return expect.poll(read, { timeout: 10_000 });
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

/** Chooses a command of the File menu. */
async function choose(page: Page, command: string): Promise<void> {
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByRole("menuitem", { name: "File" }).click();
  await page.getByRole("menuitem", { name: command, exact: true }).click();
}

async function signIn(page: Page, adviser: string, passphrase: string): Promise<void> {
  await page.getByLabel("Adviser", { exact: true }).selectOption({ label: adviser });
  await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await press(page, "Sign in");
  await page.getByLabel("Find a client").waitFor();
}

async function secondsLeft(page: Page): Promise<number> {
  return Number(/(\d+) second/.exec(await page.getByRole("timer").innerText())?.[1]);
}

async function expectFocus(locator: Locator): Promise<void> {
  await soon(() => locator.evaluate((element) => element === document.activeElement)).toBe(true);
}

async function expectNoFindings(page: Page): Promise<void> {
  // Dialogs come up within 120 ms; contrast is what stands at the end.
  await page.waitForTimeout(150);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))).toEqual([]);
}

async function importOneClient(dataFolder: string): Promise<void> {
  const file = join(dataFolder, "one-client.csv");
  writeFileSync(file, "nino,surname,forenames,date_of_birth,client_group\nAB123456C,Adeyemi,Folasade,02/03/1980,ESA\n");
  const imported = await runOfficeCommandLine(
    ["import", file, "--json", "--adviser", "B Johns"],
    dataFolder,
    PASSPHRASE,
  );
  expect(imported.stderr).toBe("");
  expect(JSON.parse(imported.stdout)).toEqual({ read: 1, added: 1, changed: 0, unchanged: 0, problems: [] });
}
