import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { findBrowser } from "../../electron/browser-host/find-browser.ts";
import { thisMachine } from "../../electron/browser-host/machine.ts";
import { TODAY } from "./harness.ts";
import { filesUnder, findReadable } from "./office-day-search.ts";
import { field, openClient } from "./windows.ts";

const START = join(import.meta.dirname, "..", "..", "build", "start.js");
const HALF_A_SENTENCE = "Rang from the zeppelin hangar about";
/** The browser writes down what stands in the boxes of a page a few seconds after the typing. */
const WRITTEN_WITHIN_MILLISECONDS = 8_000;

const installed = process.platform === "linux" ? findBrowser(thisMachine(), existsSync) : undefined;
const screen = (process.env.PATH ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "Xvfb"))
  .find((file) => existsSync(file));
const missing = [installed ? "" : "no installed Chromium", screen ? "" : "no Xvfb"].filter(Boolean).join(", ");

describe.skipIf(missing !== "")(
  `The browser's own profile in the data folder ${missing && `(skipped: ${missing})`}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), "action-plan-profile-"));
    const profile = join(folder, "data", "browser");
    const started: ChildProcess[] = [];
    let browser: Browser;

    beforeAll(async () => {
      const display = spawn(screen ?? "", ["-displayfd", "1", "-screen", "0", "1400x900x24"], {
        stdio: ["ignore", "pipe", "ignore"],
      });
      started.push(display);
      const [number] = await once(display.stdout, "data");
      const programs = join(folder, "programs");
      mkdirSync(programs);
      const program = join(programs, "chromium");
      // Its number is how the browser is killed: one that is killed ends on its own, a host that is killed leaves it.
      const flags = "--no-sandbox --remote-debugging-port=0";
      writeFileSync(program, `#!/bin/sh\necho $$ > "${folder}/number"\nexec "${installed}" ${flags} "$@"\n`);
      chmodSync(program, 0o755);
      const args = [START, "--browser", "--training", "--today", TODAY, "--data", join(folder, "data")];
      const environment = { ...process.env, DISPLAY: `:${String(number).trim()}`, PATH: programs };
      started.push(spawn(process.execPath, args, { stdio: "ignore", env: environment }));
      const portFile = join(profile, "DevToolsActivePort");
      await vi.waitUntil(() => existsSync(portFile), { timeout: 90_000 });
      const [port] = readFileSync(portFile, "utf8").split("\n");
      browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    }, 120_000);
    afterAll(async () => {
      for (const child of started.toReversed()) child.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    });

    it("holds nothing that was typed, neither while the window is open nor after a kill of everything", async () => {
      const page = browser.contexts()[0]?.pages()[0];
      if (!page) throw new Error("The window has no page");
      await openClient(page, "bloggs");
      await page.getByRole("button", { name: "Convs", exact: true }).click();
      await field(page, "New conversation").pressSequentially(HALF_A_SENTENCE);
      await page.getByText(/^Unsaved changes, kept \d\d:\d\d/).waitFor();
      // There is nothing to wait for where nothing is written: the time is how long the browser takes where it does.
      await new Promise((resolve) => setTimeout(resolve, WRITTEN_WITHIN_MILLISECONDS));
      expect(filesUnder(profile).length).toBeGreaterThan(50);
      expect(findReadable(profile, [HALF_A_SENTENCE])).toEqual([]);
      started[1]?.kill("SIGKILL");
      process.kill(Number(readFileSync(join(folder, "number"), "utf8")), "SIGKILL");
      await expect.poll(() => browser.isConnected()).toBe(false);
      expect(findReadable(profile, [HALF_A_SENTENCE])).toEqual([]);
    }, 60_000);
  },
);
