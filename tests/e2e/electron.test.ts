import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, type ElectronApplication, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildRenderer } from "../../build/build-renderer.ts";
import { bundleMainIfChanged } from "../../build/bundle-main.ts";
import { electronProgram } from "../../build/electron-runtime.ts";
import { isRendererFresh } from "../../build/renderer-sources.ts";

const root = join(import.meta.dirname, "..", "..");
const program = electronProgram(root);
const title = program ? "in Electron's window" : "skipped: Electron runtime not installed";
if (!program) console.info(title);

describe.skipIf(!program)(title, () => {
  let folder: string;
  let application: ElectronApplication;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "action-plan-electron-"));
    if (!isRendererFresh(root)) await buildRenderer(root);
    await bundleMainIfChanged(root);
    const main = join(root, "dist", "main", "main.js");
    application = await _electron.launch({
      ...(program && { executablePath: program }),
      args: [main, "--training", "--data", folder, "--today", "2012-04-16"],
    });
    page = await application.firstWindow();
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(message.text());
    });
  });

  afterAll(async () => {
    await application?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test("finds a client of the training store and opens the client's page", async () => {
    await page.getByLabel("Find a client").fill("QQ100002A");
    await page.getByText("Maria Gallagher").first().waitFor();
    expect(problems).toEqual([]);
  });

  test("the page has no Node, and reaches nothing but the contract", async () => {
    const reach = await page.evaluate(() => ({
      node: [typeof Reflect.get(globalThis, "require"), typeof Reflect.get(globalThis, "process")],
      bridge: Object.keys(Reflect.get(globalThis, "actionPlan") as object),
    }));
    expect(reach).toEqual({ node: ["undefined", "undefined"], bridge: ["ask", "subscribe"] });
  });

  test("the page neither navigates nor opens a window", async () => {
    const address = page.url();
    await page.evaluate(() => {
      window.open("https://example.org/");
      location.href = "https://example.org/";
    });
    await page.waitForTimeout(300);
    expect({ address: page.url(), windows: application.windows().length }).toEqual({ address, windows: 1 });
  });
});
