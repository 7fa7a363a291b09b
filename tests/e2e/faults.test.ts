import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { openApp } from "../../electron/app.ts";
import { openStore } from "../../electron/store/open-store.ts";
import { TRAINING_KEY } from "../../electron/store/training-key.ts";
import { damagePage } from "../faults/damaged-file.ts";
import { canMount, type MemoryFolder, mountMemoryFolder } from "../faults/memory-folder.ts";
import { noBrowserReason, type OpenedApplication, openApplication, startHost, TODAY } from "./harness.ts";
import { field, openPlan } from "./windows.ts";

let dataFolder = "";
beforeAll(() => {
  dataFolder = mkdtempSync(join(tmpdir(), "action-plan-damage-"));
  damagePage(join(dataFolder, "store.db"), makeStore());
});
afterAll(() => rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 }));

/** Makes a training store, and tells where its list of prints begins, which no window needs to open. */
function makeStore(): number {
  const opened = openApp({ dataFolder, isTraining: true, today: TODAY });
  if (!opened.ok) throw new Error(opened.error.code);
  opened.value.close();
  const store = openStore(join(dataFolder, "store.db"), TRAINING_KEY);
  if (!store.ok) throw new Error(store.error.code);
  const root = store.value.get<{ rootpage: number }>(
    "SELECT rootpage FROM sqlite_schema WHERE name = 'client_folded_name'",
  );
  store.value.close();
  return root?.rootpage ?? 0;
}

describe.skipIf(noBrowserReason !== undefined)("A store that is found damaged after the start", () => {
  let application: OpenedApplication;
  beforeAll(async () => {
    application = await openApplication({ dataFolder });
    application.page.setDefaultTimeout(15_000);
  });
  afterAll(() => application?.close());

  it("is told in a dialog, which the next key typed does not send away", async () => {
    const { page } = application;
    const told = page.getByRole("dialog", { name: "The training store is damaged" });
    await told.waitFor();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Space");
    const words = await told.innerText();
    expect(words).toContain("What is saved from now on may be lost");
    expect(words).toContain("start it again with --reset");
    await told.getByRole("button", { name: "Go on" }).click();
    await told.waitFor({ state: "detached" });
  });

  it("is told once, the status bar goes on saying it, and the work goes on", async () => {
    const { page } = application;
    await page.getByText("Store damaged: save nothing more").waitFor();
    await page.getByLabel("Find a client").fill("QQ100002A");
    await page
      .getByRole("row")
      .filter({ hasText: /Gallagher/i })
      .first()
      .waitFor();
    expect(await page.getByRole("dialog").count()).toBe(0);
  });

  it("is told to a window that opens later", async () => {
    const { page } = application;
    await page.reload();
    await page.getByRole("dialog", { name: "The training store is damaged" }).waitFor();
  });
});

it("A store that does not open at all is told in plain words, and --reset makes a training store anew", async () => {
  damagePage(join(dataFolder, "store.db"), 1);
  await expect(startHost({ dataFolder })).rejects.toThrow(
    /exit code 1\.\nThe store is damaged\n.*\n.*--training --reset/,
  );
  const host = await startHost({ dataFolder, flags: ["--reset"] });
  expect(await host.stop()).toBe(0);
});

describe.skipIf(noBrowserReason !== undefined)("A fault in the middle of work", () => {
  let application: OpenedApplication | undefined;
  let folder: MemoryFolder | undefined;
  afterEach(async () => {
    await application?.close();
    folder?.remove();
    folder = undefined;
  });

  async function open(place: string, today = TODAY): Promise<Page> {
    application = await openApplication({ dataFolder: place, today });
    application.page.setDefaultTimeout(15_000);
    await openPlan(application.page, "rao");
    return application.page;
  }

  it.skipIf(!canMount())(
    "a full disk: the save is refused, what was typed stays, and is saved once there is room",
    async () => {
      folder = mountMemoryFolder(64 * 1_048_576);
      const page = await open(folder?.path ?? "");
      const refused = page.getByRole("dialog", { name: "The disk is full" });
      let typed = "";
      folder?.fill(0);
      for (let review = 1; (await refused.count()) === 0; review += 1) {
        typed = `${review}: ${"asked again ".repeat(60)}`.trim();
        await writeReview(page, typed);
        await refused.or(page.getByRole("button", { name: "Detail" })).waitFor();
      }
      expect(await refused.innerText()).toMatch(/nothing you typed is lost.*Free some space, then try again/s);
      await refused.getByRole("button", { name: "OK" }).click();
      expect(await field(page, "Review").inputValue()).toBe(typed);
      folder?.makeRoom();
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByRole("button", { name: "Detail" }).waitFor();
    },
  );

  it("a clock put back a year: the save asks, what was typed stays, and is saved when the adviser says so", async () => {
    const place = mkdtempSync(join(tmpdir(), "action-plan-clock-"));
    onTestFinished(() => rmSync(place, { recursive: true, force: true, maxRetries: 5 }));
    const page = await open(place);
    await writeReview(page, "Rang on the right day.");
    await page.getByRole("button", { name: "Detail" }).waitFor();
    await application?.close();
    const later = await open(place, "2011-04-16");
    await writeReview(later, "Rang on the wrong day.");
    const asked = later.getByRole("dialog", { name: "The clock may be wrong" });
    expect(await asked.innerText()).toMatch(
      /today is 16\/04\/2011.*saved here on 16\/04\/2012.*Check the desktop's date/s,
    );
    await asked.getByRole("button", { name: "Back" }).click();
    expect(await field(later, "Review").inputValue()).toBe("Rang on the wrong day.");
    await later.getByRole("button", { name: "Save", exact: true }).click();
    await asked.getByRole("button", { name: "Save anyway" }).click();
    await later.getByRole("button", { name: "Detail" }).waitFor();
  });
});

/** Writes a review on the plan's first item, and saves. */
async function writeReview(page: Page, text: string): Promise<void> {
  await page.getByRole("grid", { name: "Action Items" }).getByRole("row").nth(1).dblclick();
  await page.getByRole("button", { name: "NRev" }).click();
  await field(page, "Review").fill(text);
  await page.getByRole("button", { name: "Save", exact: true }).click();
}
