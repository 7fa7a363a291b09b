import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inkPath, SIGNING_BOX } from "../../shared/jets/ink.ts";
import type { Strokes } from "../../shared/jets/signature.ts";
import { drawnLines, onPaper } from "../electron/print/drawn-lines.ts";
import { bodyLines, readPdf } from "../electron/print/read-pdf.ts";
import { axeFindings } from "./axe-findings.ts";
import { noBrowserReason, type OpenedApplication, openApplication } from "./harness.ts";
import { press } from "./plan-commands.ts";
import { field, openPlan } from "./windows.ts";

/** Points of paper to a pixel of the box that a signature is drawn in. */
const PAPER = 0.6;

describe.skipIf(noBrowserReason !== undefined)("signing a plan under a contract", () => {
  let application: OpenedApplication;
  let page: Page;
  let drawn: string;
  const folder = mkdtempSync(join(tmpdir(), "action-plan-signing-"));
  const box = (party: string) => page.getByRole("group", { name: party, exact: true });
  const dialog = (name: string) => page.getByRole("dialog", { name, exact: true });

  const open = async () => {
    application = await openApplication({ dataFolder: folder });
    page = application.page;
    page.setDefaultTimeout(10_000);
    await openPlan(page, "o'neill");
    await page.getByRole("tab", { name: "JETS.S" }).click();
    await box("Participant").waitFor();
  };
  beforeAll(open);
  afterAll(async () => {
    expect(application?.problems).toEqual([]);
    await application?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("4.05 what another version was signed with stands beside the ways to sign again, and axe finds nothing", async () => {
    await box("Participant").getByText("Signed for an earlier version").waitFor();
    await box("Participant").getByRole("img", { name: "Signature of Siobhán O'Neill" }).waitFor();
    await box("Provider").getByText("Signed for this version").waitFor();
    expect(await box("Provider").getByRole("button").count()).toBe(0);
    await page.getByText("No dated annotation is in use on 16/04/2012.").waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it("4.05 the five letters, what is understood and the support needs are filled in from one dialog", async () => {
    await page.getByText("3 of 5").waitFor();
    await page.getByRole("button", { name: "Add a short reason for Achievable" }).click();
    const detail = dialog("Activity in detail");
    const reason = detail.getByRole("textbox", { name: "Achievable" });
    await detail.getByText("Reads large print, 18 point.").waitFor();
    expect(await isFocused(reason)).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await reason.fill("She has two of the three already");
    await detail.getByRole("textbox", { name: "What" }).fill("A CV of one page");
    const understood = detail.getByRole("checkbox", { name: "Siobhán understands what is asked" });
    expect(await understood.isChecked()).toBe(false);
    await page.keyboard.press("Escape");
    await dialog("Not saved yet").getByRole("button", { name: "Back" }).click();
    await understood.check();
    await detail.getByRole("button", { name: "Save" }).click();
    await detail.waitFor({ state: "detached" });
    await page.getByText("4 of 5").waitFor();
    await page.getByText("A CV of one page").waitFor();
    // What is asked was signed, so the provider's signature is for an earlier version now.
    await box("Provider").getByText("Signed for an earlier version").waitFor();
    await page.getByRole("menuitem", { name: "Function" }).click();
    await page.getByRole("menuitem", { name: "Activity in detail…" }).click();
    await expect.poll(() => isFocused(detail.getByRole("textbox", { name: "What" }))).toBe(true);
    await page.keyboard.press("Escape");
    await detail.waitFor({ state: "detached" });
  });

  it("4.05 a drawn signature survives another size, another look and a way back, and is kept as it was drawn", async () => {
    await box("Participant").getByRole("button", { name: "Sign again" }).click();
    const pad = dialog("Sign").locator("canvas");
    const sign = dialog("Sign").getByRole("button", { name: "Sign", exact: true });
    await dot(page, pad);
    expect(await sign.getAttribute("aria-disabled")).toBe("true");
    await dialog("Sign").getByRole("button", { name: "Clear" }).click();
    await dialog("Sign").getByText("The box is empty").waitFor({ state: "attached" });
    await draw(page, pad);
    const before = await inkOf(pad);
    await page.setViewportSize({ width: 600, height: 700 });
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect.poll(() => inkOf(pad)).toBeGreaterThan(before / 2);
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(() => inkOf(pad)).toBeGreaterThan(before / 2);
    await page.emulateMedia({ colorScheme: null });
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await dialog("Not saved yet").getByRole("button", { name: "Back" }).click();
    expect(await inkOf(pad)).toBeGreaterThan(before / 2);
    await sign.click();
    await box("Participant").getByText("Signed for this version").waitFor();
    drawn = await pathOf(box("Participant"));
    expect(strokesOf(drawn).flat().length).toBeGreaterThan(10);
    expect(inkPath(strokesOf(drawn))).toBe(drawn);
  });

  it("4.05 by keyboard alone a name is typed and confirmed, and the provider's is the adviser's", async () => {
    await box("Provider").getByRole("button", { name: "Sign again" }).focus();
    await page.keyboard.press("Enter");
    const name = dialog("Sign").getByRole("textbox", { name: "Name" });
    await name.waitFor();
    await expect.poll(() => isFocused(name)).toBe(true);
    await page.keyboard.type("H Whitlock");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    const sign = dialog("Sign").getByRole("button", { name: "Sign", exact: true });
    await sign.focus();
    await page.keyboard.press("Enter");
    await dialog("Sign").getByText("The provider signs under the name of who is signed in: B Johns.").waitFor();
    await name.fill("b johns");
    expect(await dialog("Sign").getByRole("checkbox").isChecked()).toBe(false);
    await dialog("Sign").getByRole("checkbox").check();
    await sign.focus();
    await page.keyboard.press("Enter");
    await box("Provider")
      .getByText(/^B Johns, typed and confirmed 16\/04\/2012/)
      .waitFor();
    await box("Provider").getByText("Signed for this version").waitFor();
  });

  it("a drawn signature stands after a restart, and its picture in the PDF is the one drawn", async () => {
    expect(application.problems).toEqual([]);
    await application.close();
    await open();
    await box("Participant").getByText("Signed for this version").waitFor();
    expect(await pathOf(box("Participant"))).toBe(drawn);
    const pdf = await savedPdf(page);
    const lines = bodyLines(await readPdf(pdf));
    expect(lines.filter((line) => /: (Not s|S)igned /.test(line))).toEqual([
      "Participant: Signed for this version",
      "Provider: Signed for this version",
    ]);
    const found = await drawnLines(pdf);
    expect(onPaper(strokesOf(drawn), PAPER).filter((line) => !found.includes(line))).toEqual([]);
  });

  it("4.05 the plan amended afterwards is signed for an earlier version, and nothing is signed before it is saved", async () => {
    await press(page, "Detail");
    await press(page, "Amnd");
    await field(page, "Activity").fill("Write a one-page CV that names the three warehouse jobs, and e-mail it.");
    await press(page, "Save");
    await box("Participant").getByText("Signed for an earlier version").waitFor();
    expect(await pathOf(box("Participant"))).toBe(drawn);
    const again = box("Participant").getByRole("button", { name: "Sign again" });
    await press(page, "Detail");
    await press(page, "Amnd");
    await field(page, "Activity").fill("Write a one-page CV that names the three warehouse jobs, and post it.");
    await expect.poll(() => again.getAttribute("aria-disabled")).toBe("true");
    await press(page, "Save");
    await expect.poll(() => again.getAttribute("aria-disabled")).toBe(null);
  });

  it("4.05 a refusal is not recorded without its reason, and stands with it on the screen", async () => {
    await box("Participant").getByRole("button", { name: "Not signed" }).click();
    const record = dialog("Not signed").getByRole("button", { name: "Record" });
    await dialog("Not signed").getByRole("radio", { name: "Refused to sign" }).check();
    expect(await record.getAttribute("aria-disabled")).toBe("true");
    // No annotation is in use on this day, so none is offered (4.04).
    expect(await dialog("Not signed").getByLabel("Annotation").count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await dialog("Not signed").getByRole("textbox", { name: "Reason" }).fill("Wants to talk it through at home");
    await record.click();
    await box("Participant").getByText("Refused to sign").waitFor();
    await box("Participant").getByText("Wants to talk it through at home").waitFor();
  });

  it("4.05 a signature on paper is recorded with its day, which cannot lie in the future", async () => {
    await box("Provider").getByRole("button", { name: "On paper" }).click();
    const day = dialog("Signed on paper").getByRole("textbox", { name: "Date signed" });
    const record = dialog("Signed on paper").getByRole("button", { name: "Record" });
    await day.fill("17/04/2012");
    await dialog("Signed on paper").getByText("Lies in the future").waitFor();
    expect(await record.getAttribute("aria-disabled")).toBe("true");
    expect(await axeFindings(page)).toEqual([]);
    await day.fill("13/04/2012");
    await record.click();
    await box("Provider").getByText("B Johns, on paper 13/04/2012").waitFor();
  });
});

async function isFocused(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement);
}

async function dot(page: Page, pad: Locator): Promise<void> {
  const { x, y } = await placeOf(pad);
  await page.mouse.move(x + 40, y + 40);
  await page.mouse.down();
  await page.mouse.up();
}

/** Draws two strokes with the mouse. */
async function draw(page: Page, pad: Locator): Promise<void> {
  const { x, y, scale } = await placeOf(pad);
  for (const from of [20, 160]) {
    await page.mouse.move(x + from * scale, y + 30 * scale);
    await page.mouse.down();
    for (let step = 1; step <= 24; step++) {
      await page.mouse.move(x + (from + step * 5) * scale, y + (30 - 20 * Math.sin(step / 3)) * scale);
    }
    await page.mouse.up();
  }
}

async function placeOf(pad: Locator) {
  const place = await pad.boundingBox();
  if (!place) throw new Error("There is no box to sign in");
  return { ...place, scale: place.width / SIGNING_BOX.width };
}

/** How many pixels of the box have ink. */
async function inkOf(pad: Locator): Promise<number> {
  return pad.evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    let count = 0;
    for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) > 0) count += 1;
    return count;
  });
}

async function pathOf(box: Locator): Promise<string> {
  return (await box.locator(".ink path").getAttribute("d")) ?? "";
}

/** The strokes that a path goes through. */
function strokesOf(path: string): Strokes {
  return path
    .split("M")
    .slice(1)
    .map((stroke) => stroke.split("L").map((point) => point.split(" ").map(Number) as [number, number]));
}

/** The plan as Print Options saves it. */
async function savedPdf(page: Page): Promise<Uint8Array> {
  await page.keyboard.press("Control+p");
  const options = page.getByRole("dialog", { name: "Print Options" });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    options.getByRole("button", { name: "Save as PDF" }).click(),
  ]);
  const pdf = new Uint8Array(readFileSync(await download.path()));
  await page.keyboard.press("Escape");
  return pdf;
}
