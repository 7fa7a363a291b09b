import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handIn, sign } from "../electron/services/jets/full-plan.ts";
import { pastTheApplication } from "../electron/services/store-hand.ts";
import { axeFindings } from "./axe-findings.ts";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";

const SIOBHAN = "QQ100006A";

describe.skipIf(noBrowserReason !== undefined)("A participant's course", () => {
  let application: OpenedApplication;
  let page: Page;

  beforeAll(async () => {
    application = await openApplication();
    page = application.page;
    page.setDefaultTimeout(8_000);
  });
  afterAll(() => application?.close());

  const openTab = async () => {
    await page.getByRole("button", { name: /^JETS\.S: Siobhán O'Neill, / }).click();
    await page.getByRole("tab", { name: "JETS.S" }).click();
    await page.getByRole("region", { name: "Dates" }).getByText("26/03/2012").waitFor();
  };
  const due = () => page.getByRole("region", { name: "Full plan due" });
  const dates = () => page.getByRole("region", { name: "Dates" });

  it("stands on the work list on its eighth day, and leads to the due date with its sum (DT-3)", async () => {
    await page.getByText("Full plan to agree: day 8 of 10 working days").waitFor();
    await openTab();
    await due().getByText("Wed, in 2 working days").waitFor();
    const days = due().getByRole("list", { name: "The 10 working days" }).locator("b");
    expect(await days.allInnerTexts()).toEqual(["1", "2", "–", "3", "4", "5", "6", "7", "8", "9", "10"]);
    await due()
      .getByText(
        "Start date 03/04/2012 + 10 working days in Scotland. Day 1 is the first working day after the start. Not counted: Good Friday 06/04 and two weekends. Easter Monday counts in Scotland.",
      )
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it("keeps Agree full plan off and says what is still to do", async () => {
    const agree = due().getByRole("button", { name: "Agree full plan" });
    expect(await agree.getAttribute("aria-disabled")).toBe("true");
    await due()
      .locator("p", { hasText: "Still to do: two SMART reasons on the selected activity; the participant's signature" })
      .waitFor();
  });

  it("changes the dates by the keyboard alone, says what is out of order, and asks before it closes", async () => {
    await dates().getByRole("button", { name: "Change dates…" }).press("Enter");
    const dialog = page.getByRole("dialog", { name: "Participant's dates" });
    await dialog.getByLabel("Initial engagement", { exact: true }).fill("25/03/2012");
    await dialog.getByText("Initial engagement, 25/03/2012, lies before Referral, 26/03/2012.").first().waitFor();
    expect(await dialog.getByRole("button", { name: "Save" }).getAttribute("aria-disabled")).toBe("true");
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByLabel("Initial engagement", { exact: true }).fill("29/03/2012");
    await page.keyboard.press("Escape");
    await page
      .getByRole("dialog", { name: "Not saved yet" })
      .getByRole("button", { name: "Save", exact: true })
      .press("Enter");
    await dates().getByText("29/03/2012").waitFor();
  });

  it("changes the interval between reviews with a reason, and keeps the one of the contract in view", async () => {
    await dates().getByRole("button", { name: "10 working days: Review interval" }).click();
    const dialog = page.getByRole("dialog", { name: "Review interval" });
    await dialog.getByText("as in the contract (4.06)").waitFor();
    await dialog.getByLabel("Working days", { exact: true }).fill("15");
    await dialog.getByLabel("Reason", { exact: true }).fill("Siobhán works every second week");
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Change the interval" }).click();
    await dates().getByRole("button", { name: "15 working days: Review interval" }).waitFor();
    await due().getByText("The first review is due 15 working days after the plan is agreed.").waitFor();
  });

  it("keeps how the participant would rather meet", async () => {
    await dates().getByRole("button", { name: "Face to face: Preferred way to meet" }).click();
    const dialog = page.getByRole("dialog", { name: "Preferred way to meet" });
    await dialog.getByLabel("Prefers to meet", { exact: true }).selectOption("Telephone");
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Save" }).click();
    await dates().getByRole("button", { name: "Telephone: Preferred way to meet" }).waitFor();
  });

  it("is agreed once nothing is to do any more, with the day, and its first review waits", async () => {
    const store = handIn(application.host.dataFolder);
    pastTheApplication(store, "UPDATE activity_details SET smart_achievable = 'She can', smart_realistic = 'One page'");
    sign(store, SIOBHAN, "participant");
    await page.reload();
    await openTab();
    await due().getByText("Everything that it needs is there.").waitFor();
    await due().getByRole("button", { name: "Agree full plan" }).press("Enter");
    const dialog = page.getByRole("dialog", { name: "Agree full plan" });
    await dialog.getByLabel("Agreed on", { exact: true }).fill("13/04/2012");
    await dialog.getByText("The latest signature is of 16/04/2012").first().waitFor();
    await dialog.getByLabel("Agreed on", { exact: true }).fill("16/04/2012");
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Agree full plan" }).click();
    const review = page.getByRole("region", { name: "Plan review due" });
    await review.getByText("08/05/2012", { exact: true }).waitFor();
    await review.getByText("Not counted: Early May bank holiday 07/05 and three weekends.").waitFor();
  });

  it("records a plan review, which goes on waiting until both have taken part (4.06)", async () => {
    const section = page.getByRole("region", { name: "Plan review due" });
    const record = async (fields: Readonly<Record<string, string>>) => {
      await section.getByRole("button", { name: "Record review" }).click();
      const dialog = page.getByRole("dialog", { name: "Plan review" });
      for (const [label, text] of Object.entries(fields)) await dialog.getByLabel(label, { exact: true }).fill(text);
      expect(await axeFindings(page)).toEqual([]);
      await dialog.getByRole("button", { name: "Record review" }).click();
      await dialog.waitFor({ state: "detached" });
    };
    await record({ "Provider took part": "16/04/2012" });
    await section.getByText("Provider took part on 16/04/2012. Participant has still to take part.").waitFor();
    await record({ "Participant took part": "16/04/2012", "What was said": "All on the way" });
    await section.getByRole("list", { name: "Reviews held" }).getByText("16/04/2012, due 08/05/2012").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(application.problems).toEqual([]);
  });

  it("DT-2 warns before a review is recorded on a clock that moved back; what was typed stays, and is recorded on demand", async () => {
    const store = handIn(application.host.dataFolder);
    pastTheApplication(
      store,
      `INSERT INTO audit (at, kind, action, previous_hash, hash)
       VALUES ('2012-04-17T09:00:00.000Z', 'change', 'save-plan', '', 'later')`,
    );
    const section = page.getByRole("region", { name: "Plan review due" });
    await section.getByRole("button", { name: "Record review" }).press("Enter");
    const dialog = page.getByRole("dialog", { name: "Plan review" });
    await dialog.getByLabel("Participant took part", { exact: true }).fill("16/04/2012");
    await dialog.getByLabel("What was said", { exact: true }).fill("Rang at once");
    await dialog.getByRole("button", { name: "Record review" }).press("Enter");
    const warning = page.getByRole("dialog", { name: "The clock may be wrong" });
    await warning.getByText("something was saved here on 17/04/2012").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await warning.waitFor({ state: "detached" });
    expect(await dialog.getByLabel("What was said", { exact: true }).inputValue()).toBe("Rang at once");
    await dialog.getByRole("button", { name: "Record review" }).press("Enter");
    await warning.getByRole("button", { name: "Save anyway" }).press("Enter");
    await dialog.waitFor({ state: "detached" });
    await section.getByText("Participant took part on 16/04/2012. Provider has still to take part.").waitFor();
    expect(application.problems).toEqual([]);
  });
});
