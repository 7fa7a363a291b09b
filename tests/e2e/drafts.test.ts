import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listAdvisers } from "../../electron/store/repositories/advisers.ts";
import { findClientId } from "../../electron/store/repositories/clients.ts";
import { keepDraft } from "../../electron/store/repositories/drafts.ts";
import { NO_CHANGES } from "../../shared/action-plan/action-plan.ts";
import { openAgain } from "../faults/fault-report.ts";
import { axeFindings } from "./axe-findings.ts";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { field, openClient, openPlan } from "./windows.ts";

const LATEST_MILLISECONDS = 1_000;
const KEPT = "Unsaved changes were kept";

describe.skipIf(noBrowserReason !== undefined)("Drafts: nothing typed is ever lost", () => {
  const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-drafts-"));
  let application: OpenedApplication;
  let page: Page;

  const start = async () => {
    application = await openApplication({ dataFolder });
    page = application.page;
    page.setDefaultTimeout(10_000);
  };
  beforeAll(start);
  afterAll(async () => {
    await application?.close();
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  });

  const places = [
    {
      what: "a review",
      surname: "rao",
      name: "Review",
      lead: async () => {
        await press(page, "Detail");
        await press(page, "NRev");
      },
    },
    {
      what: "a tab",
      surname: "gallagher",
      name: "Info text",
      lead: () => page.getByRole("tab", { name: "Info" }).click(),
    },
    { what: "an item", surname: "rao", name: "Action Item", lead: () => press(page, "NActItm") },
  ];
  it.each(places)(
    "killed while $what is typed, the next start offers the text, at most one second old",
    async (row) => {
      await page.reload();
      await openPlan(page, row.surname);
      await row.lead();
      const typing = typeOn(page, row.name);
      await page.getByText(/^Unsaved changes, kept \d\d:\d\d$/).waitFor();
      await typing.until(40);
      application.host.process.kill("SIGKILL");
      const typed = await typing.stop();
      await application.close();
      await start();
      await reopen(page, row.surname);
      const dialog = page.getByRole("dialog", { name: KEPT });
      expect(await dialog.innerText()).toMatch(/Unsaved changes from \d\d:\d\d were kept\./);
      await dialog.getByRole("button", { name: "Continue" }).click();
      if (row.name === "Info text") await page.getByRole("tab", { name: "Info" }).click();
      const text = await field(page, row.name).inputValue();
      const last = typed.find((one) => one.text === text);
      expect(typed.map((one) => one.text)).toContain(text);
      expect((typed.at(-1)?.at ?? 0) - (last?.at ?? 0)).toBeLessThan(LATEST_MILLISECONDS);
    },
  );

  it("Discard drops what was kept, and the plan opens as it is saved from then on", async () => {
    await page.reload();
    await reopen(page, "gallagher");
    const dialog = page.getByRole("dialog", { name: KEPT });
    await dialog.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Discard" }).click();
    await dialog.waitFor({ state: "detached" });
    await press(page, "Close");
    await press(page, "ActnPln");
    await page.getByRole("heading", { name: /View Action Plan - / }).waitFor();
    expect(await page.getByText("Unsaved changes").count()).toBe(0);
  });

  it("Esc continues, since that loses nothing", async () => {
    await page.reload();
    await reopen(page, "rao");
    const dialog = page.getByRole("dialog", { name: KEPT });
    await dialog.waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await field(page, "Action Item").inputValue()).toContain("abc");
  });

  it("a tab of the browser that is closed right after a key loses nothing", async () => {
    const address = page.url();
    await field(page, "Action Item").fill("");
    await field(page, "Action Item").pressSequentially("The last words before the tab went");
    const closed = page.waitForEvent("close");
    await page.close({ runBeforeUnload: true });
    await closed;
    page = await application.context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(address);
    await reopen(page, "rao");
    await page.getByRole("dialog", { name: KEPT }).getByRole("button", { name: "Continue" }).click();
    expect(await field(page, "Action Item").inputValue()).toBe("The last words before the tab went");
  });

  it("a host that is told to stop is given what was typed last", async () => {
    await field(page, "Action Item").press("Control+End");
    await field(page, "Action Item").pressSequentially(", and the last before the stop");
    expect(await application.host.stop()).toBe(0);
    await application.close();
    await start();
    await reopen(page, "rao");
    await page.getByRole("dialog", { name: KEPT }).getByRole("button", { name: "Continue" }).click();
    expect(await field(page, "Action Item").inputValue()).toBe(
      "The last words before the tab went, and the last before the stop",
    );
  });

  it("Don't save discards the draft, and Save leaves none", async () => {
    await press(page, "Close");
    await page.getByRole("dialog", { name: "Unsaved changes" }).getByRole("button", { name: "Don't save" }).click();
    await press(page, "ActnPln");
    await page.getByRole("heading", { name: /View Action Plan - / }).waitFor();
    await press(page, "Detail");
    await press(page, "NRev");
    await field(page, "Review").fill("Rang to say that it is done.");
    await expect.poll(() => page.getByText(/^Unsaved changes, kept/).count()).toBe(1);
    await press(page, "Save");
    await page.getByText("Unsaved changes").waitFor({ state: "detached" });
    await press(page, "Close");
    await press(page, "ActnPln");
    await page.getByRole("heading", { name: /View Action Plan - / }).waitFor();
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(application.problems).toEqual([]);
  });

  it("a draft outlives its interview; without one its date closed is taken out, and that is said", async () => {
    await press(page, "Close");
    await press(page, "Interview");
    await page.getByRole("dialog").getByLabel("Kind").selectOption({ label: "Jobsearch Review" });
    await press(page, "Start");
    await press(page, "ActnPln");
    await press(page, "Detail");
    await press(page, "Amnd");
    await field(page, "Date Closed").fill("today");
    await field(page, "Action Item").fill("Ask at the depot.");
    await expect.poll(() => page.getByText(/^Unsaved changes, kept/).count()).toBe(1);
    await page.reload();
    await openClient(page, "rao");
    await press(page, "End");
    await page.getByRole("region", { name: "Interview", exact: true }).waitFor({ state: "detached" });
    await press(page, "ActnPln");
    await page.getByRole("dialog", { name: KEPT }).getByRole("button", { name: "Continue" }).click();
    const told = page.getByRole("dialog", { name: "Date Closed was taken out" });
    await told.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await told.getByRole("button", { name: "OK" }).click();
    expect(await field(page, "Date Closed").inputValue()).toBe("");
    expect(await field(page, "Action Item").inputValue()).toBe("Ask at the depot.");
  });

  it("another adviser's draft shows its author and time in the window, and hinders nobody", async () => {
    await application.close();
    keepColleaguesDraft(dataFolder);
    await start();
    await reopen(page, "gallagher");
    const line = page.getByRole("list", { name: "Unsaved changes of others" });
    await line.waitFor();
    expect(await line.innerText()).toMatch(/^\S+ \S+ has unsaved changes on this plan, kept 15\/04\/2012 10:42\.$/);
    expect(await page.locator("body").innerText()).not.toContain("Told in confidence");
    expect(await axeFindings(page)).toEqual([]);
  });
});

/** What a colleague wrote on Maria's plan on the day before. */
function keepColleaguesDraft(dataFolder: string): void {
  const { context, close } = openAgain(dataFolder);
  const clientId = findClientId(context.store, "QQ100002A") ?? "";
  const colleague = listAdvisers(context.store).find(({ id }) => id !== context.adviser.id);
  const content = {
    changes: { ...NO_CHANGES, texts: { info: "Told in confidence" } },
    unreadDates: [],
    place: { mode: "list", itemId: null, reviewId: null } as const,
    keysGiven: 0,
  };
  const draft = { content, planVersion: 1, interviewId: null, keptAt: "2012-04-15T09:42:00.000Z" };
  keepDraft(context.store, { clientId, kind: "lms", adviserId: colleague?.id ?? "" }, draft);
  void close();
}

/** Types letter after letter, a good deal faster than an adviser, and remembers when each state stood there. */
function typeOn(page: Page, name: string) {
  const typed: { readonly text: string; readonly at: number }[] = [];
  let isStopped = false;
  const run = (async () => {
    await field(page, name).focus();
    for (let count = 0; !isStopped; count += 1) {
      const at = performance.now();
      await page.keyboard.type("abcdefgh "[count % 9] ?? "");
      typed.push({ text: await field(page, name).inputValue(), at });
    }
  })();
  return {
    until: (count: number) => expect.poll(() => typed.length, { timeout: 10_000 }).toBeGreaterThan(count),
    async stop() {
      isStopped = true;
      await run;
      return typed;
    },
  };
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

/** Opens a plan without deciding on what was kept. */
async function reopen(page: Page, surname: string): Promise<void> {
  await openClient(page, surname);
  await press(page, "ActnPln");
}
