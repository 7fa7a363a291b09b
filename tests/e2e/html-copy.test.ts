import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { htmlDocument } from "../../electron/print/document/html.ts";
import { aJob, anItem, aPlan, aReview, FULL_DETAILS } from "../electron/print/print-fixtures.ts";
import { axeFindings } from "./axe-findings.ts";
import { launchChromium, noBrowserReason } from "./harness-chromium.ts";

const PLAN = aPlan({
  pulled: FULL_DETAILS,
  texts: { ...aPlan().texts, info: `A word wider than a telephone: ${"W".repeat(120)}\nهذا نص باللغة العربية` },
  items: [anItem({ reviews: [aReview(), aReview()] }), anItem({ text: "<b onclick=alert(1)>Typed as it stands</b>" })],
});

describe.skipIf(noBrowserReason !== undefined)("the customer's HTML copy in a browser", () => {
  let browser: Browser;
  let page: Page;
  let folder: string;
  const problems: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "action-plan-html-"));
    browser = await launchChromium();
    page = await browser.newPage();
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("console", (message) => problems.push(message.text()));
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function show(job: Parameters<typeof aJob>[0]): Promise<void> {
    const file = join(folder, "copy.html");
    writeFileSync(file, htmlDocument(aJob({ plan: PLAN, format: "html", ...job })));
    await page.goto(pathToFileURL(file).href);
  }

  it.each([
    { name: "plain", job: {} },
    { name: "large, New Deal", job: { isLarge: true, style: "new-deal" } },
  ] as const)("axe finds nothing in it, light, dark and in high contrast: $name", async ({ job }) => {
    await show(job);
    expect(await axeFindings(page)).toEqual([]);
  });

  it.each([1280, 320])("nothing runs past the side of a screen of %i pixels", async (width) => {
    await page.setViewportSize({ width, height: 640 });
    for (const isLarge of [false, true]) {
      await show({ isLarge });
      const content = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(content).toBeLessThanOrEqual(width);
    }
  });

  it("its own style applies under its own policy, and nothing is complained of", async () => {
    problems.length = 0;
    await show({});
    const display = await page.locator(".who").evaluate((element) => getComputedStyle(element).display);
    expect([display, problems]).toEqual(["flex", []]);
  });

  it("what was typed is text: no element of it is made", async () => {
    await show({});
    expect(await page.locator("b").count()).toBe(0);
    expect(await page.getByText("<b onclick=alert(1)>Typed as it stands</b>").count()).toBe(1);
  });
});
