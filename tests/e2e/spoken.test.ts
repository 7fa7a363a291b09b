import type { CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { buttonOf, press } from "./plan-commands.ts";
import { field, openPlan } from "./windows.ts";

describe.skipIf(noBrowserReason !== undefined)("What a screen reader is told", () => {
  let application: OpenedApplication;
  let page: Page;
  let devtools: CDPSession;

  beforeAll(async () => {
    application = await openApplication();
    page = application.page;
    page.setDefaultTimeout(10_000);
    devtools = await application.context.newCDPSession(page);
    await openPlan(page, "gallagher");
  });
  afterAll(() => application?.close());

  it("of the rows: every cell under its column, and which is selected", async () => {
    const grid = page.getByRole("grid", { name: "Action Items" });
    expect(await grid.getByRole("columnheader").allInnerTexts()).toEqual([
      ...["Date Created", "Created By", "Ass", "Target Date", "Date Closed", "Action Item"],
    ]);
    const course = /^13\/02\/2012 B Johns C 30\/04\/2012 Apply for the Level 2 Health and Social Care course/;
    const childminders =
      /^16\/01\/2012 H Whitlock C 13\/02\/2012 13\/02\/2012 Phone at least three registered childminders/;
    await grid.getByRole("row", { name: childminders }).click();
    await grid.getByRole("row", { name: childminders, selected: true }).waitFor();
    await grid.getByRole("row", { name: course, selected: false }).click();
    await grid.getByRole("row", { name: course, selected: true }).waitFor();
    await page.getByRole("status").filter({ hasText: "Row 2 of 2" }).waitFor();
  });

  it("of a button that is off: that it is, and why", async () => {
    expect(await told("button", "Spell")).toMatchObject({ description: expect.stringMatching(/\w{4}/), isOff: true });
  });

  it("of a text box: what is left of it", async () => {
    await press(page, "NActItm");
    expect(await told("textbox", "Action Item")).toMatchObject({ description: "750 left of 750", isInvalid: false });
    await field(page, "Action Item").fill("Ring the college.");
    await expect.poll(async () => (await told("textbox", "Action Item")).description).toBe("733 left of 750");
  });

  it("of a message: its title, its text and the field that it leads to, marked and described", async () => {
    await press(page, "Save");
    const list = page.getByRole("dialog", { name: "Cannot save yet" });
    await list.getByRole("link", { name: "Target Date", exact: true }).waitFor();
    await list.getByRole("button", { name: "Go to Assigned To" }).press("Enter");
    await expect
      .poll(() => told("combobox", "Assigned To"))
      .toMatchObject({
        description: expect.stringContaining("Choose Client or PA"),
        isInvalid: true,
      });
  });

  it("of a save: that it is done", async () => {
    await page.getByLabel("Assigned To").selectOption("client");
    await field(page, "Target Date").fill("+14");
    await page.keyboard.press("Control+s");
    await buttonOf(page, "Detail").waitFor();
    await page.getByRole("status", { name: "Announcements" }).filter({ hasText: "Saved" }).waitFor();
    expect(application.problems).toEqual([]);
  });

  /** What the browser hands to assistive technology of the one element with a role and a name. */
  async function told(role: string, name: string) {
    const { root } = await devtools.send("DOM.getDocument");
    const asked = { nodeId: root.nodeId, role, accessibleName: name };
    const { nodes } = await devtools.send("Accessibility.queryAXTree", asked);
    const [node] = nodes.filter(({ ignored }) => !ignored);
    const property = (wanted: string) => node?.properties?.find((one) => one.name === wanted)?.value.value;
    return {
      description: node?.description?.value as unknown,
      isOff: property("disabled") === true,
      isInvalid: String(property("invalid") ?? "false") === "true",
    };
  }
});
