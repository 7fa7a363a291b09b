import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchChromium } from "./harness-chromium.ts";
import { type HostOptions, type StartedHost, startHost } from "./harness-host.ts";

export { launchChromium, noBrowserReason } from "./harness-chromium.ts";
export { type HostOptions, type StartedHost, startHost, TODAY } from "./harness-host.ts";

/** The application in a real browser. */
export interface OpenedApplication {
  readonly host: StartedHost;
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of the page so far: exceptions, and what the browser complains of on its console (a blocked style, …). */
  readonly problems: readonly string[];
  /** Closes the browser and ends the host; the promise is the host's exit code. */
  close(): Promise<number | null>;
}

/** Starts the host, with the training store by default, opens a browser of 1280 × 800 at its address, and hands over the page. */
export async function openApplication(options: HostOptions = {}): Promise<OpenedApplication> {
  const [host, browser] = await Promise.all([startHost(options), launchChromium()]);
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    timezoneId: "Europe/London",
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  await page.goto(host.address);
  return {
    host,
    browser,
    context,
    page,
    problems,
    async close() {
      await browser.close();
      return host.stop();
    },
  };
}
