import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { NO_CHANGES } from "../../shared/action-plan/action-plan.ts";
import type { RequestInput, RequestName, RequestOutput } from "../../shared/contract.ts";
import { axeFindings } from "./axe-findings.ts";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { field, openClient } from "./windows.ts";

const CLIENT = "rao";
const MESSAGE = "You have recorded FTP. The Action Plan will now close without saving changes";

const KINDS = [
  { asks: "enforced", kind: "LP WFI", gate: "Cannot end yet", back: "Back to the interview" },
  { asks: "advised", kind: "Caseload interview", gate: "Action Plan not completed", back: "Back" },
] as const;

/** ¶120, row by row: what was done with the plan, what End says, and which text stands afterwards. */
const COURSES = [
  { plan: "untouched", typed: [], says: null, stays: "before" },
  { plan: "changed, not saved", typed: [{ text: "Not saved", isSaved: false }], says: MESSAGE, stays: "before" },
  { plan: "changed and saved", typed: [{ text: "Saved", isSaved: true }], says: null, stays: "Saved" },
  {
    plan: "saved and then changed again",
    typed: [
      { text: "Saved again", isSaved: true },
      { text: "Not saved again", isSaved: false },
    ],
    says: MESSAGE,
    stays: "Saved again",
  },
] as const;

describe.skipIf(noBrowserReason !== undefined)("Fail to participate", () => {
  let application: OpenedApplication;
  let page: Page;
  /** What the page's requests carry. */
  let secret = "";

  beforeAll(async () => {
    application = await openApplication();
    page = application.page;
    page.setDefaultTimeout(10_000);
    page.on("request", (request) => {
      secret = request.headers()["x-action-plan"] ?? secret;
    });
  });
  afterAll(() => application?.close());
  beforeEach(() => page.reload());

  const rows = KINDS.flatMap((kind) => COURSES.map((course) => ({ ...kind, ...course })));
  it.each(rows)("¶120 $asks, the plan $plan: End says $says, and the text stays $stays", async (row) => {
    await startInPlan(page, row);
    const before = await field(page, "Aims text").inputValue();
    for (const { text, isSaved } of row.typed) {
      await field(page, "Aims text").fill(text);
      if (isSaved) await saveWithReview(page);
    }
    await recordFtp(page);
    await press(page, "End");
    if (row.says) await answerFtp(page);
    await page.getByText("No interview open").waitFor();
    expect(await page.getByRole("dialog").count()).toBe(0);
    const shown = row.says ? /^Client Record - / : /^View Action Plan - /;
    await page.getByRole("heading", { name: shown }).waitFor();
    await page.reload();
    await openClient(page, CLIENT);
    await press(page, "ActnPln");
    await field(page, "Aims text").waitFor();
    expect(await field(page, "Aims text").inputValue()).toBe(row.stays === "before" ? before : row.stays);
  });

  it.each(KINDS)("¶120 $asks, FTP withdrawn: unsaved work is asked for again, and the gate is back", async (row) => {
    await startInPlan(page, row);
    await field(page, "Aims text").fill("Half a thought");
    await recordFtp(page);
    await press(page, "DMA");
    await press(page, "Withdraw");
    await page
      .getByRole("dialog", { name: "DMA" })
      .getByText(/withdrawn \d\d:\d\d/)
      .waitFor();
    await press(page, "Close", "DMA");
    await press(page, "End");
    await press(page, "Cancel", "Unsaved changes");
    expect(await field(page, "Aims text").inputValue()).toBe("Half a thought");
    await press(page, "End");
    await press(page, "Don't save", "Unsaved changes");
    await press(page, row.back, row.gate);
    await endAfterFtp(page);
  });

  it.each(KINDS)(
    "¶120 $asks: a draft kept in this interview goes with it, with End on the client's page",
    async (row) => {
      await startInterview(page, row);
      const draft = draftInStore(page, secret);
      await draft.keep();
      await recordFtp(page);
      await press(page, "End");
      await answerFtp(page);
      await page.getByText("No interview open").waitFor();
      await page.getByRole("region", { name: "Failed to participate" }).waitFor();
      expect(await draft.read()).toBeNull();
    },
  );

  it("¶120 a draft from before the interview stays, and End says nothing", async () => {
    const draft = draftInStore(page, secret);
    await draft.keep();
    await openClient(page, CLIENT);
    await startShown(page, KINDS[1]);
    await endAfterFtp(page);
    expect(await draft.read()).toMatchObject({ interviewId: null });
    await draft.discard();
  });

  it("the message can be left by Esc, and nothing is lost or ended", async () => {
    await startInPlan(page, KINDS[0]);
    await field(page, "Aims text").fill("Still needed");
    await recordFtp(page);
    await press(page, "End");
    await page.getByRole("dialog", { name: "Fail to participate" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await field(page, "Aims text").inputValue()).toBe("Still needed");
    await press(page, "End");
    await answerFtp(page);
    await page.getByText("No interview open").waitFor();
  });

  it("¶68 closures alone are not warned of after FTP", async () => {
    await openClient(page, CLIENT);
    await startShown(page, KINDS[1]);
    await press(page, "ActnPln");
    await saveWithReview(page);
    await endAfterFtp(page);
    await page.reload();
    await openClient(page, CLIENT);
    await startShown(page, KINDS[1]);
    await press(page, "ActnPln");
    await page.getByRole("grid", { name: "Action Items" }).getByRole("row").nth(1).dblclick();
    await press(page, "Amnd");
    await field(page, "Date Closed").fill("today");
    await press(page, "Save");
    await press(page, "Close item", "Close Action Item");
    await isSaved(page);
    await press(page, "End");
    await press(page, "Back", "Only closures were saved");
    await endAfterFtp(page);
  });

  it("DMA and End are done by the keyboard alone, from the bar and from the menu, and are spoken", async () => {
    await startInPlan(page, KINDS[0]);
    await page.getByRole("button", { name: "DMA" }).focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "DMA" });
    await expect.poll(() => dialog.getByRole("radio", { name: /^FTP/ }).evaluate(isFocused)).toBe(true);
    await page.keyboard.press("ArrowDown");
    expect(await dialog.getByRole("radio", { name: "Another doubt" }).isChecked()).toBe(true);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const words = dialog.getByRole("textbox", { name: "Doubt in words" });
    await expect.poll(() => words.getAttribute("aria-invalid")).toBe("true");
    await expect.poll(() => words.evaluate(isFocused)).toBe(true);
    await page.keyboard.type("Whether the address is right");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await expect.poll(() => page.getByRole("button", { name: "DMA" }).evaluate(isFocused)).toBe(true);
    await page.keyboard.press("Enter");
    expect(await words.inputValue()).toBe("Whether the address is right");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("status", { name: "Announcements" }).getByText("Recorded. FTP: fail to participate").waitFor();
    await page.getByRole("region", { name: "Interview" }).getByText("FTP recorded").waitFor();
    await page.getByRole("menuitem", { name: "Function" }).focus();
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => page.getByRole("menuitem", { name: "End the interview" }).evaluate(isFocused)).toBe(true);
    await page.keyboard.press("Enter");
    await page.getByRole("status", { name: "Announcements" }).getByText("The interview has ended").waitFor();
  });

  it("¶121 the client's page shows the failed interview until a decision is recorded; axe finds nothing on the way", async () => {
    await openClient(page, "bloggs");
    await startShown(page, KINDS[1]);
    await press(page, "DMA");
    expect(await axeFindings(page)).toEqual([]);
    await field(page, "Doubt in words").fill("Left after five minutes.");
    await press(page, "Record", "DMA");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await press(page, "DMA");
    expect(await axeFindings(page)).toEqual([]);
    await press(page, "Close", "DMA");
    await press(page, "ActnPln");
    await field(page, "Aims text").fill("Not to be saved");
    await press(page, "End");
    await page.getByRole("dialog", { name: "Fail to participate" }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await answerFtp(page);
    const mark = page.getByRole("region", { name: "Failed to participate" });
    await mark.waitFor();
    expect(await mark.innerText()).toMatch(/Caseload interview of 16\/04\/2012.*failed.*sanction is to be considered/s);
    expect(await mark.innerText()).toContain("Left after five minutes.");
    const row = page.getByRole("table", { name: "Interviews" }).getByRole("row").filter({ hasText: "Today" });
    expect(await row.innerText()).toContain("Failed to participate");
    expect(await axeFindings(page)).toEqual([]);
    await press(page, "Sanction considered…");
    await press(page, "Record", "Sanction considered");
    await page.getByText("What was decided has to be filled in.").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await field(page, "What was decided").fill("Good cause: the bus did not run.");
    await press(page, "Record", "Sanction considered");
    await mark.waitFor({ state: "detached" });
    expect(await row.innerText()).toContain("Failed to participate");
    expect(application.problems).toEqual([]);
  });
});

function isFocused(element: Element): boolean {
  return element === document.activeElement;
}

type Kind = (typeof KINDS)[number];

async function press(page: Page, name: string, dialog?: string): Promise<void> {
  const place = dialog ? page.getByRole("dialog", { name: dialog }) : page;
  await place.getByRole("button", { name, exact: true }).click();
}

async function startInterview(page: Page, kind: Kind): Promise<void> {
  await openClient(page, CLIENT);
  await startShown(page, kind);
}

/** Starts an interview from the client's page and stays on that page. */
async function startShown(page: Page, { asks, kind }: Kind): Promise<void> {
  await press(page, "Interview");
  const dialog = page.getByRole("dialog", { name: "Start interview" });
  await dialog.getByLabel("Kind of interview").selectOption({ label: kind });
  await press(page, "Start", "Start interview");
  if (asks === "advised") return press(page, "OK", "Action Plan advised");
  await page.getByRole("heading", { name: /Action Plan - / }).waitFor();
  await press(page, "Close");
  await page.getByRole("heading", { name: /^Client Record - / }).waitFor();
}

async function startInPlan(page: Page, kind: Kind): Promise<void> {
  await startInterview(page, kind);
  await press(page, "ActnPln");
  await field(page, "Aims text").waitFor();
}

/** Saves what is unsaved, with a review of the first item: a plan that is updated has one item reviewed at least. */
async function saveWithReview(page: Page): Promise<void> {
  await page.getByRole("grid", { name: "Action Items" }).getByRole("row").nth(1).dblclick();
  await press(page, "NRev");
  await field(page, "Review").fill("Talked about it.");
  await press(page, "Save");
  await isSaved(page);
}

async function isSaved(page: Page): Promise<void> {
  await page.getByRole("contentinfo").getByText("Saved", { exact: true }).waitFor();
}

async function recordFtp(page: Page): Promise<void> {
  await press(page, "DMA");
  await press(page, "Record", "DMA");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByRole("region", { name: "Interview" }).getByText("FTP recorded").waitFor();
}

/** Ends an interview with nothing unsaved: at once. */
async function endAfterFtp(page: Page): Promise<void> {
  await recordFtp(page);
  await press(page, "End");
  await page.getByText("No interview open").waitFor();
}

async function answerFtp(page: Page): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Fail to participate" });
  await dialog.waitFor();
  expect(await dialog.getByRole("paragraph").allInnerTexts()).toEqual([MESSAGE]);
  await dialog.getByRole("button", { name: "OK", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
}

/** The client's draft as it is in the store, kept and read by the requests that the page itself makes. */
function draftInStore(page: Page, secret: string) {
  async function ask<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>> {
    const answer = await page.evaluate(
      async ([path, headers, body]) => (await fetch(path, { method: "POST", headers, body })).json(),
      [`/api/${name}`, { "x-action-plan": secret, "content-type": "application/json" }, JSON.stringify(input)] as const,
    );
    expect(answer).toMatchObject({ ok: true });
    return answer.value;
  }
  const find = async () => {
    const { groups } = await ask("find-clients", { text: CLIENT });
    return { clientId: groups[0]?.clients[0]?.id ?? "" };
  };
  return {
    async keep() {
      const client = await find();
      const { plan } = await ask("open-plan", client);
      const changes = { ...NO_CHANGES, texts: { aims: "A thought that was not saved" } };
      const place = { mode: "list", itemId: null, reviewId: null } as const;
      const content = { changes, unreadDates: [], place, keysGiven: 0 };
      await ask("keep-draft", { ...client, kind: "lms", planVersion: plan?.version ?? null, content });
    },
    read: async () => (await ask("open-plan", await find())).draft,
    discard: async () => ask("discard-draft", { ...(await find()), kind: "lms" }),
  };
}
