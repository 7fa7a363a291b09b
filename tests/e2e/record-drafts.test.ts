import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "./axe-findings.ts";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { field, openClient } from "./windows.ts";

const MORE = "Additional Information - Maria Gallagher";
const CONVS = "Conversations - Maria Gallagher";
const PATIENT = { timeout: 10_000 };
const QUALS = "Qualifications and Assessments - Maria Gallagher";

describe.skipIf(noBrowserReason !== undefined)(
  "Drafts of the client record: nothing typed in its windows is lost",
  () => {
    const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-record-drafts-"));
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
    beforeAll(start);
    afterAll(async () => {
      await application?.close();
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
    });

    it("killed while it is typed, the next start says in which windows and offers the text of each", async () => {
      await page.getByRole("menuitem", { name: "File", exact: true }).click();
      await page.getByRole("menuitem", { name: "New client" }).click();
      await field(page, "Surname").fill("Fairholm");
      await field(page, "Date of birth").fill("soon");
      await untilKept();
      await page.reload();
      await openClient(page, "gallagher");
      await press("More");
      await field(page, "Job Pref 2").fill("Cook on a ferry");
      await untilKept();
      await page.reload();
      await openClient(page, "gallagher");
      await press("Quals");
      await press("New");
      await field(page, "Subject").fill("Welding");
      await untilKept();
      await page.reload();
      await openClient(page, "gallagher");
      await press("Convs");
      await field(page, "New conversation").pressSequentially("Rang about the bus. ");
      await untilKept();
      await field(page, "New conversation").pressSequentially("It stops at six.");
      application.host.process.kill("SIGKILL");
      await application.close();
      await start();
      const lines = page.getByRole("list", { name: "Unsaved changes that were kept" });
      await lines.waitFor();
      expect(await lines.getByRole("listitem").allInnerTexts()).toEqual([
        expect.stringMatching(/^Unsaved changes in New client were kept, \d\d:\d\d\.\s+Open New client$/),
      ]);
      await lines.getByRole("button", { name: "Open New client" }).click();
      await kept().getByRole("button", { name: "Continue" }).click();
      expect([await field(page, "Surname").inputValue(), await field(page, "Date of birth").inputValue()]).toEqual([
        "Fairholm",
        "soon",
      ]);
      await page.reload();
      await openClient(page, "gallagher");
      await expect
        .poll(() => lines.getByRole("listitem").allInnerTexts(), PATIENT)
        .toEqual([
          expect.stringContaining("Additional Information"),
          expect.stringContaining("Qualifications and Assessments"),
          expect.stringContaining("Conversations"),
        ]);
      expect(await axeFindings(page)).toEqual([]);
    });

    it("Continue puts a conversation back, and once it is added nothing is left of the draft", async () => {
      await press("Open Conversations");
      await kept().waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await dialog(CONVS).waitFor();
      expect(await field(page, "New conversation").inputValue()).toMatch(/^Rang about the bus\. /);
      await field(page, "New conversation").fill("Rang about the bus.");
      await press("Add");
      await expect.poll(() => field(page, "New conversation").inputValue(), PATIENT).toBe("");
      await press("Close");
      await noDialog();
      await expect.poll(() => page.getByRole("button", { name: "Open Conversations" }).count(), PATIENT).toBe(0);
    });

    it("Continue leads to the new row of Quals, and Save leaves no draft", async () => {
      await press("Quals");
      await kept().getByRole("button", { name: "Continue" }).click();
      await dialog("New qualification").waitFor();
      expect(await field(page, "Subject").inputValue()).toBe("Welding");
      await press("Save");
      await dialog(QUALS).getByRole("checkbox", { name: "AP: Welding" }).waitFor();
      await dialog(QUALS).getByRole("button", { name: "Amend" }).last().click();
      await field(page, "Outcome").fill("Passed");
      await untilKept();
      await page.reload();
      await openClient(page, "gallagher");
      await press("Quals");
      await kept().getByRole("button", { name: "Continue" }).click();
      await dialog("Amend qualification").waitFor();
      expect([await field(page, "Subject").inputValue(), await field(page, "Outcome").inputValue()]).toEqual([
        "Welding",
        "Passed",
      ]);
      await press("Close");
      await dialog("Unsaved changes").getByRole("button", { name: "Don't save" }).click();
      await press("Close");
      await noDialog();
      await press("Quals");
      await dialog(QUALS).waitFor();
      await press("Close");
    });

    it("another window of the adviser is offered it and goes on with it; once saved nothing is left", async () => {
      const other = await application.context.newPage();
      other.setDefaultTimeout(10_000);
      await other.goto(page.url());
      await openClient(other, "gallagher");
      await other.getByRole("button", { name: "More", exact: true }).click();
      await other.getByRole("dialog").getByRole("button", { name: "Continue" }).click();
      expect(await field(other, "Job Pref 2").inputValue()).toBe("Cook on a ferry");
      await field(other, "Job Pref 3").fill("Florist");
      await other.getByText(/^Unsaved changes, kept/).waitFor();
      // The address of a start works once; each window that opens has the next one.
      const address = other.url();
      await other.close();
      await page.goto(address);
      await openClient(page, "gallagher");
      await press("More");
      await kept().getByRole("button", { name: "Continue" }).click();
      expect(await field(page, "Job Pref 3").inputValue()).toBe("Florist");
      await press("Save");
      await noDialog();
      await expect
        .poll(() => page.getByRole("list", { name: "Unsaved changes that were kept" }).count(), PATIENT)
        .toBe(0);
      await press("More");
      await dialog(MORE).waitFor();
      expect(await field(page, "Job Pref 2").inputValue()).toBe("Cook on a ferry");
      await press("Close");
      await noDialog();
      expect(application.problems).toEqual([]);
    });

    it("Discard drops what was kept, and the window opens as it is saved from then on", async () => {
      await press("More");
      await field(page, "Job Pref 1").fill("Never mind");
      await untilKept();
      await page.reload();
      await openClient(page, "gallagher");
      await press("More");
      await kept().getByRole("button", { name: "Discard" }).click();
      await dialog(MORE).waitFor();
      expect(await field(page, "Job Pref 1").inputValue()).not.toBe("Never mind");
      await press("Close");
      await press("More");
      await dialog(MORE).waitFor();
      await press("Close");
      await noDialog();
      expect(application.problems).toEqual([]);
    });
  },
);
