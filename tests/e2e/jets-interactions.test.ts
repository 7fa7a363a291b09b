import { writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TRAINING_KEY } from "../../electron/store/training-key.ts";
import { axeFindings } from "./axe-findings.ts";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { openClient } from "./windows.ts";

const PDF = Buffer.from(
  `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 52>>stream
BT /F 18 Tf 20 100 Td (Invitation to interview) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF
`,
  "latin1",
);
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** Joe Bloggs as a participant who was referred on 26/03/2012 and prefers the telephone. */
function makeParticipant(dataFolder: string): void {
  const database = new Database(join(dataFolder, "store.db"));
  database.key(Buffer.from(`raw:${TRAINING_KEY.toString("hex")}`));
  database
    .prepare(
      `INSERT INTO participant (id, contract, referred_on, preferred_means, adviser_id, version)
       SELECT client.id, 'jets-scotland', '2012-03-26', 'telephone', adviser.id, 1 FROM client, adviser
       WHERE nino = 'QQ100001A' AND adviser.name = 'B Johns'`,
    )
    .run();
  database.close();
}

const dialog = (page: Page) => page.getByRole("dialog");
const heading = (page: Page, name: string) => dialog(page).getByRole("heading", { name, exact: true });
const button = (page: Page, name: string) => dialog(page).getByRole("button", { name, exact: true });
const log = (page: Page) => page.getByRole("grid", { name: "Interactions" });
const happened = (page: Page) => dialog(page).getByRole("textbox", { name: "What happened" });
const WINDOW = "Interactions and requests - Joe Bloggs";

async function openInteractions(page: Page): Promise<void> {
  await page.getByRole("menuitem", { name: "Page", exact: true }).click();
  await page.getByRole("menuitem", { name: "Interactions and requests", exact: true }).click();
  await heading(page, WINDOW).waitFor();
}

async function attach(page: Page, name: string, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await button(page, "Attach a file").click();
  await (await chooser).setFiles({ name, mimeType: "application/octet-stream", buffer });
}

/** Whether a window's element has to be scrolled sideways. */
function isTooWide(element: Locator): Promise<boolean> {
  return element.evaluate((node) => node.scrollWidth > node.clientWidth + 1);
}

describe.skipIf(noBrowserReason !== undefined)("a participant's interactions and requests", { timeout: 60_000 }, () => {
  let application: OpenedApplication;
  let page: Page;

  beforeAll(async () => {
    application = await openApplication();
    page = application.page;
    makeParticipant(application.host.dataFolder);
    await openClient(page, "bloggs");
  });
  afterAll(() => application?.close());

  it("the window opens from the participant's page, with the preference in view, and nothing in it yet", async () => {
    await openInteractions(page);
    await dialog(page).getByText("The participant prefers: telephone").waitFor();
    await log(page).getByText("No interaction has been recorded yet.").waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it("4.05 evidence of all interactions: what is missing is said at its field, and nothing is recorded until it is right", async () => {
    await button(page, "New interaction").click();
    await heading(page, "New interaction").waitFor();
    await dialog(page).getByText("The participant prefers: telephone").waitFor();
    await page.getByLabel("Date", { exact: true }).fill("17/04/2012");
    await button(page, "Record").click();
    await dialog(page).getByText("Date is in the future; today is 16/04/2012").waitFor();
    await dialog(page).getByText("Kind is missing").waitFor();
    await dialog(page).getByText("What happened is missing").waitFor();
    expect(await page.getByLabel("Date", { exact: true }).evaluate((node) => node === document.activeElement)).toBe(
      true,
    );
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel("Date", { exact: true }).fill("25/3/12");
    await dialog(page).getByText("Date is before the referral on 26/03/2012").waitFor();
    await page.getByLabel("Date", { exact: true }).fill("12/4/12");
    await page.getByLabel("Kind", { exact: true }).selectOption("letter");
    expect(await page.getByLabel("By what means").count()).toBe(0);
    await page.getByLabel("Kind", { exact: true }).selectOption("telephone");
    expect(await page.getByLabel("By what means").inputValue()).toBe("telephone");
  });

  it("Esc asks before anything typed goes, and gives it back", async () => {
    await happened(page).fill("Rang about the bakery.");
    await page.keyboard.press("Escape");
    await heading(page, "Not recorded yet").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await heading(page, "New interaction").waitFor();
    expect(await happened(page).inputValue()).toBe("Rang about the bakery.");
    await page.keyboard.press("Control+s");
    await heading(page, WINDOW).waitFor();
    await log(page).getByRole("row", { name: "12/04/2012 Telephone Telephone Not signed yet" }).waitFor();
    for (const name of ["Participant", "Provider"]) {
      await dialog(page).getByRole("group", { name }).getByText("Not signed yet").waitFor();
    }
  });

  it("4.05 evidence of all interactions: each party signs, or has the reason recorded, where the interaction stands", async () => {
    await dialog(page).getByRole("group", { name: "Provider" }).getByRole("button", { name: "On paper" }).click();
    const signing = page.getByRole("dialog", { name: "Signed on paper" });
    await signing.getByLabel("Date signed", { exact: true }).fill("12/04/2012");
    await signing.getByRole("button", { name: "Record", exact: true }).click();
    const provider = dialog(page).getByRole("group", { name: "Provider" });
    await provider.getByText("Signed for this version").waitFor();
    await log(page).getByRole("row", { name: "12/04/2012 Telephone Telephone Provider" }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it("a file that is not what its name says is refused with the kinds that are kept", async () => {
    await attach(page, "letter.pdf", Buffer.from("MZ\u0000\u0001"));
    await dialog(page)
      .getByRole("alert")
      .filter({ hasText: "by its content it is something that is not kept" })
      .waitFor();
    await attach(page, "page.html", Buffer.from("<html></html>"));
    await dialog(page).getByRole("alert").filter({ hasText: "A file can be a PDF, a PNG or JPEG picture" }).waitFor();
    const large = join(application.host.dataFolder, "large.txt");
    writeFileSync(large, Buffer.alloc(10_485_761, "a"));
    const chooser = page.waitForEvent("filechooser");
    await button(page, "Attach a file").click();
    await (await chooser).setFiles(large);
    await dialog(page).getByRole("alert").filter({ hasText: "10,485,761 bytes" }).waitFor();
    expect(await dialog(page).locator(".interaction-files").count()).toBe(0);
  });

  it("files are attached and shown inside the application: text, a picture, a PDF", async () => {
    const pages = application.context.pages().length;
    const downloads: unknown[] = [];
    page.on("download", (download) => downloads.push(download));
    await attach(page, "note.txt", Buffer.from("Dear Mr Bloggs,\n<b>thank you</b>"));
    // A file is part of what is signed.
    await dialog(page).getByRole("group", { name: "Provider" }).getByText("Signed for an earlier version").waitFor();
    await button(page, "note.txt").click();
    await heading(page, "Attachment - note.txt").waitFor();
    await dialog(page).getByText("<b>thank you</b>").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await attach(page, "shot.png", PNG);
    await button(page, "shot.png").click();
    const picture = dialog(page).getByRole("img", { name: "shot.png" });
    await expect.poll(() => picture.evaluate((node) => (node as HTMLImageElement).naturalWidth)).toBe(1);
    await page.keyboard.press("Escape");
    await attach(page, "letter.pdf", PDF);
    await button(page, "letter.pdf").click();
    await dialog(page).getByText("Invitation to interview").waitFor({ state: "attached" });
    await page.keyboard.press("Escape");
    await heading(page, WINDOW).waitFor();
    expect(application.context.pages()).toHaveLength(pages);
    expect(downloads).toEqual([]);
    expect(application.problems).toEqual([]);
  });

  it("a damaged picture says so, and a half-sent file is asked about before the window closes", async () => {
    await attach(page, "torn.png", PNG.subarray(0, 40));
    await button(page, "torn.png").click();
    await dialog(page).getByText("it cannot be shown: it is damaged").waitFor();
    await page.keyboard.press("Escape");
    const isHeld = Promise.withResolvers<void>();
    await page.route("**/send-attachment-part", async (route) => {
      await isHeld.promise;
      await route.continue();
    });
    await attach(page, "slow.txt", Buffer.from("slow"));
    await dialog(page).getByText("Attaching slow.txt").waitFor();
    await page.keyboard.press("Escape");
    await heading(page, "A file is still being attached").waitFor();
    await page.keyboard.press("Escape");
    await button(page, "Stop").click();
    await expect
      .poll(() => button(page, "Attach a file").evaluate((node) => node === document.activeElement))
      .toBe(true);
    await attach(page, "slower.txt", Buffer.from("slower"));
    isHeld.resolve();
    await button(page, "slower.txt").waitFor();
    expect(await button(page, "slow.txt").count()).toBe(0);
    await page.unroute("**/send-attachment-part");
  });

  it("4.07 available on request: a request is recorded with its form, and Answer opens the print for it", async () => {
    await dialog(page).getByRole("tab", { name: "Copies asked for" }).click();
    await dialog(page).getByText("No copy has been asked for yet.").waitFor();
    await button(page, "New request").click();
    await page.getByLabel("Form preferred").selectOption("electronic");
    await dialog(page).getByRole("textbox", { name: "Note" }).fill("By e-mail, please.");
    expect(await axeFindings(page)).toEqual([]);
    await button(page, "Record").click();
    await page
      .getByRole("grid", { name: "Copies asked for" })
      .getByRole("row", { name: "16/04/2012 Electronically Not yet By e-mail, please." })
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await button(page, "Answer").click();
    await heading(page, "Print Options").waitFor();
    await dialog(page).getByLabel("Password").waitFor();
    await page.keyboard.press("Escape");
    await heading(page, WINDOW).waitFor();
  });

  it("at 400 % zoom everything is there, and only tables scroll sideways", async () => {
    await page.setViewportSize({ width: 320, height: 256 });
    await dialog(page).getByRole("tab", { name: "Interactions" }).click();
    await button(page, "Attach a file").scrollIntoViewIfNeeded();
    expect(await isTooWide(dialog(page).locator(".content"))).toBe(false);
    await button(page, "New interaction").click();
    await happened(page).scrollIntoViewIfNeeded();
    expect(await isTooWide(dialog(page).locator(".content"))).toBe(false);
    await page.keyboard.press("Escape");
    await page.setViewportSize({ width: 1280, height: 800 });
    await heading(page, WINDOW).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "ActnPln" }).waitFor();
    expect(await dialog(page).count()).toBe(0);
  });

  it("4.07 available on request: the copy that is handed over from Answer answers the request", async () => {
    await page.keyboard.press("Escape");
    await page.getByLabel("Find a client").fill("");
    await openClient(page, "o'neill");
    await page.getByRole("menuitem", { name: "Page", exact: true }).click();
    await page.getByRole("menuitem", { name: "Interactions and requests", exact: true }).click();
    await dialog(page).getByRole("tab", { name: "Copies asked for" }).click();
    await button(page, "New request").click();
    await button(page, "Record").click();
    await button(page, "Answer").click();
    await heading(page, "Print Options").waitFor();
    await button(page, "Save as PDF").click();
    await heading(page, "Hand over the copy").waitFor();
    await button(page, "Handed over").click();
    await page
      .getByRole("grid", { name: "Copies asked for" })
      .getByRole("row", { name: /^16\/04\/2012 On paper 16\/04\/2012, / })
      .waitFor();
    await dialog(page).getByText("It was answered on 16/04/2012").waitFor({ state: "attached" });
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "ActnPln" }).waitFor();
  });

  it("who is no participant has no such window", async () => {
    await page.keyboard.press("Escape");
    await page.getByLabel("Find a client").fill("");
    await openClient(page, "gallagher");
    await page.getByRole("menuitem", { name: "Page", exact: true }).click();
    await page.getByRole("menuitem", { name: "Action Plan", exact: true }).waitFor();
    expect(await page.getByRole("menuitem", { name: "Interactions and requests" }).count()).toBe(0);
  });
});
