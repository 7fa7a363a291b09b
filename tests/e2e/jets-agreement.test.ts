import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodyLines, readPdf } from "../electron/print/read-pdf.ts";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { press } from "./plan-commands.ts";
import { field } from "./windows.ts";

describe.skipIf(noBrowserReason !== undefined)("A participant from the eighth day to the agreed plan and after", () => {
  let application: OpenedApplication;
  let page: Page;

  beforeAll(async () => {
    application = await openApplication();
    page = application.page;
    page.setDefaultTimeout(10_000);
  });
  afterAll(async () => {
    expect(application?.problems).toEqual([]);
    await application?.close();
  });

  const party = (name: string) => page.getByRole("group", { name, exact: true });
  const dialog = (name: string) => page.getByRole("dialog", { name, exact: true });
  const due = () => page.getByRole("region", { name: "Full plan due" });
  const agree = () => due().getByRole("button", { name: "Agree full plan" });
  const stillToDo = async () => (await due().locator("p", { hasText: "Still to do" }).textContent()) ?? "";
  const inDetail = async (link: string, write: () => Promise<void>) => {
    await page.getByRole("button", { name: link, exact: true }).click();
    await dialog("Activity in detail").waitFor();
    await write();
    await dialog("Activity in detail").getByRole("button", { name: "Save" }).click();
    await dialog("Activity in detail").waitFor({ state: "detached" });
  };
  const box = (name: string) => dialog("Activity in detail").getByRole("textbox", { name });

  it("4.03 is reached from the work list on the eighth day", async () => {
    await page.getByLabel("Find a client").fill("o'neill");
    await page.keyboard.press("Enter");
    await page.getByText("Initial plan", { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /^JETS\.S: Siobhán O'Neill, Full plan to agree: day 8 of 10/ }).click();
    await page.getByRole("tab", { name: "JETS.S" }).click();
    await page.getByRole("row").filter({ hasText: "Write a one-page CV" }).click();
    await page.getByText("3 of 5").waitFor();
  });

  it("4.05 is not agreed while SMART reasons, an understanding or a signature are missing", async () => {
    expect(await agree().getAttribute("aria-disabled")).toBe("true");
    expect(await stillToDo()).toMatch(/two SMART reasons.*participant's signature/);
    await inDetail("Add a short reason for Achievable", async () => {
      await box("Achievable").fill("The library's computers are free");
      await box("Realistic").fill("She has written one before");
    });
    await page.getByText("5 of 5").waitFor();
    await expect.poll(stillToDo).not.toContain("SMART");
    const understands = dialog("Activity in detail").getByRole("checkbox", { name: /understands why it is asked/ });
    await inDetail("Change for what is understood", () => understands.uncheck());
    await expect.poll(stillToDo).toMatch(/confirm|underst/i);
    await inDetail("Change for what is understood", () => understands.check());
    await expect.poll(stillToDo).not.toMatch(/confirm|underst/i);
    expect(await agree().getAttribute("aria-disabled")).toBe("true");
  });

  it("4.03 is agreed once the participant has signed it as it stands", async () => {
    await party("Participant").getByRole("button", { name: "Sign again" }).press("Enter");
    await dialog("Sign").getByRole("textbox", { name: "Name" }).fill("Siobhán O'Neill");
    await dialog("Sign").getByRole("checkbox").check();
    await dialog("Sign").getByRole("button", { name: "Sign", exact: true }).click();
    await party("Participant").getByText("Signed for this version").waitFor();
    await due().getByText("Everything that it needs is there.").waitFor();
    await agree().click();
    await dialog("Agree full plan").getByRole("button", { name: "Agree full plan" }).click();
    await page.getByRole("region", { name: "Plan review due" }).getByText("30/04/2012", { exact: true }).waitFor();
    await page.getByRole("region", { name: "Dates" }).getByText("Full plan agreed").waitFor();
  });

  it("4.05 is printed with both signatures, and handed over", async () => {
    await page.keyboard.press("Control+p");
    const options = dialog("Print Options");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      options.getByRole("button", { name: "Save as PDF" }).click(),
    ]);
    const lines = bodyLines(await readPdf(new Uint8Array(readFileSync(await download.path()))));
    expect(lines.filter((line) => /: Signed /.test(line))).toEqual([
      "Participant: Signed for this version",
      "Provider: Signed for this version",
    ]);
    expect(lines.join("\n")).toContain("Siobhán O'Neill, typed and confirmed 16/04/2012");
    await dialog("Hand over the copy").getByRole("button", { name: "Handed over" }).click();
    await dialog("Hand over the copy").waitFor({ state: "detached" });
  });

  it("4.05 amended afterwards, both have signed an earlier version", async () => {
    await press(page, "Detail");
    await press(page, "Amnd");
    await field(page, "Activity").fill("Write a one-page CV that names the three warehouse jobs, and e-mail it.");
    await press(page, "Save");
    await party("Participant").getByText("Signed for an earlier version").waitFor();
    await party("Provider").getByText("Signed for an earlier version").waitFor();
  });

  it("4.02 is marked as the initial plan on the client's page until it is agreed", async () => {
    await page.keyboard.press("Escape");
    await page.getByLabel("Find a client").fill("o'neill");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "JETS.S Action Plan" }).waitFor();
    await page.getByText("Initial plan", { exact: true }).waitFor({ state: "detached" });
  });
});
