import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "./axe-findings.ts";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { field, openClient, openPlan } from "./windows.ts";

const PATIENT = { timeout: 10_000 };

describe.skipIf(noBrowserReason !== undefined)(
  "Drafts of dialogs: nothing written in a dialog on a client is lost",
  { timeout: 60_000 },
  () => {
    const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-written-drafts-"));
    let application: OpenedApplication;
    let page: Page;

    const start = async () => {
      application = await openApplication({ dataFolder });
      page = application.page;
      page.setDefaultTimeout(10_000);
    };
    const dialog = (name: string) => page.getByRole("dialog", { name, exact: true });
    const kept = () => dialog("Unsaved changes were kept");
    const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
    const untilKept = () => page.getByText(/^Unsaved changes, kept \d\d:\d\d/).waitFor();
    const noDialog = () => expect.poll(() => page.getByRole("dialog").count(), PATIENT).toBe(0);
    const lines = () => page.getByRole("list", { name: "Unsaved changes that were kept" }).getByRole("listitem");
    const openNewInteraction = async () => {
      await openClient(page, "o'neill");
      await page.getByRole("menuitem", { name: "Page", exact: true }).click();
      await page.getByRole("menuitem", { name: "Interactions and requests", exact: true }).click();
      await press("New interaction");
    };
    const openCheck = () => page.getByRole("button", { name: /^Done: Dilip Rao/ }).click();
    const outcome = () => field(page, "What came of it");
    const openActivity = async () => {
      await openPlan(page, "o'neill");
      await page.getByRole("tab", { name: "JETS.S" }).click();
      await press("Add a short reason for Achievable");
    };
    beforeAll(start);
    afterAll(async () => {
      await application?.close();
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
    });

    it("killed while they are typed, an interaction and a note are offered where they were typed", async () => {
      await openCheck();
      await outcome().fill("The CV went to");
      await untilKept();
      await page.reload();
      await openNewInteraction();
      await dialog("New interaction").waitFor();
      await field(page, "What happened").pressSequentially("She rang about the bakery. ");
      await untilKept();
      await field(page, "What happened").pressSequentially("The oven");
      application.host.process.kill("SIGKILL");
      await application.close();
      await start();
      await openNewInteraction();
      await kept().waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await kept().getByRole("button", { name: "Continue" }).click();
      expect(await field(page, "What happened").inputValue()).toMatch(/^She rang about the bakery\. /);
      await page.reload();
      await openCheck();
      await kept().getByRole("button", { name: "Continue" }).click();
      expect(await outcome().inputValue()).toBe("The CV went to");
    });

    it("once it is saved nothing is left of the draft; the client's page shows the words of the others", async () => {
      await press("Mark as done");
      await noDialog();
      await openClient(page, "rao");
      await page.getByRole("button", { name: "ActnPln" }).waitFor();
      expect(await lines().count()).toBe(0);
      await page.reload();
      await openClient(page, "o'neill");
      await press("Read New interaction");
      await dialog("Unsaved changes in New interaction")
        .getByText(/^She rang about the bakery\./)
        .waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await press("Discard");
      await noDialog();
      await expect.poll(() => lines().count(), PATIENT).toBe(0);
    });

    it("an activity in detail is offered with every field that was typed in, and Don't save drops it", async () => {
      await page.reload();
      await openActivity();
      await field(page, "Achievable").fill("Two of the three are there");
      await field(page, "Why").fill("Employers ask");
      await untilKept();
      await page.reload();
      await openActivity();
      await kept().getByRole("button", { name: "Continue" }).click();
      expect([await field(page, "Achievable").inputValue(), await field(page, "Why").inputValue()]).toEqual([
        "Two of the three are there",
        "Employers ask",
      ]);
      await page.keyboard.press("Escape");
      await dialog("Not saved yet").getByRole("button", { name: "Don't save" }).click();
      await noDialog();
      await press("Add a short reason for Achievable");
      await dialog("Activity in detail").waitFor();
      expect(await field(page, "Achievable").inputValue()).toBe("");
      expect(application.problems).toEqual([]);
    });
  },
);
