import type { CDPSession, Page } from "playwright-core";
import { launchChromium, startHost } from "../e2e/harness.ts";
import { openClient } from "../e2e/windows.ts";
import type { BenchRow } from "./bench-row.ts";
import { percentile } from "./timing.ts";

/** Without these a frame waits for the screen, and a keystroke's time is a coin toss. */
const WITHOUT_VSYNC = ["--disable-gpu-vsync", "--disable-frame-rate-limit"];
const FULL_PLAN = "Oyelaran";
const OPENINGS = 40;
const WARM_UPS = 3;
const KEYS = 200;
const QUIET_MILLISECONDS = 40;
const OPEN_GOAL = 100;
const KEY_GOAL = 8;
const SIZE = "100 items, 1,000 reviews";

/** Times the full plan's window in Chromium: opening it, and typing in an item's text. */
export async function measureWindow(): Promise<readonly BenchRow[]> {
  const openings = await inChromium([], timeOpenings);
  const work = await inChromium([], timeWorkOfKeys);
  const frames = await inChromium(WITHOUT_VSYNC, timeFramesAfterKeys);
  return [
    rowOf("open the full plan, key press to painted window, in Chromium", openings, OPEN_GOAL),
    rowOf("a key in the item text of the full plan, the main thread's own time for it", work, KEY_GOAL),
    rowOf("a key in the item text of the full plan, key press to next frame without vsync", frames, KEY_GOAL),
  ];
}

/** Opens the page of the client with the full plan in a browser and a host of their own. */
async function inChromium<T>(flags: readonly string[], measure: (page: Page) => Promise<T>): Promise<T> {
  const [host, browser] = await Promise.all([startHost(), launchChromium(flags)]);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(host.address);
    await openClient(page, FULL_PLAN);
    return await measure(page);
  } finally {
    await browser.close();
    await host.stop();
  }
}

function rowOf(operation: string, times: readonly number[], goal: number): BenchRow {
  const milliseconds = percentile(times, 95);
  return {
    operation,
    size: `${SIZE}, ${times.length} times`,
    statistic: "p95",
    milliseconds,
    floor: null,
    remarks: [`median    ${percentile(times, 50).toFixed(2)} ms`],
    goal: `≤ ${goal} ms`,
    isMet: milliseconds <= goal,
  };
}

async function timeOpenings(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let opening = -WARM_UPS; opening < OPENINGS; opening += 1) {
    await page.getByRole("button", { name: "ActnPln" }).focus();
    await page.evaluate(watchForPaintedPlan);
    await page.keyboard.press("Enter");
    const milliseconds = await page.evaluate(() => Reflect.get(window, "paintedPlan") as Promise<number>);
    if (opening >= 0) times.push(milliseconds);
    if (opening === OPENINGS - 1) break;
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await page.getByRole("heading", { name: /^Client Record - / }).waitFor();
  }
  return times;
}

/** In the page: promises the time from the next key press until the frame that shows the plan's items. */
function watchForPaintedPlan(): void {
  const MOST_WAITED = 10_000;
  const painted = new Promise<number>((resolve, reject) => {
    let pressed: number | undefined;
    const press = ({ timeStamp }: KeyboardEvent) => {
      pressed = timeStamp;
    };
    addEventListener("keydown", press, { capture: true, once: true });
    const observer = new MutationObserver(() => {
      const rows = document.querySelectorAll('[role="grid"][aria-label="Action Items"] tr');
      if (pressed === undefined || rows.length < 2) return;
      const from = pressed;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from)));
    });
    observer.observe(document.body, { childList: true, subtree: true });
    setTimeout(() => reject(new Error("The plan was not painted")), MOST_WAITED);
  });
  Reflect.set(window, "paintedPlan", painted);
}

async function timeWorkOfKeys(page: Page): Promise<number[]> {
  await goToItemText(page);
  const devtools = await page.context().newCDPSession(page);
  // The thread's own time: with the clock's, whatever else runs on the machine would count as work.
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  const work: number[] = [];
  await pressKeys(page, async (press) => {
    const before = await taskDuration(devtools);
    await press();
    work.push(((await taskDuration(devtools)) - before) * 1_000);
  });
  return work;
}

async function timeFramesAfterKeys(page: Page): Promise<number[]> {
  await goToItemText(page);
  await page.evaluate(listenToFrames);
  await pressKeys(page, (press) => press());
  return page.evaluate(() => Reflect.get(window, "framesAfterKeys") as number[]);
}

async function goToItemText(page: Page): Promise<void> {
  await page.getByRole("button", { name: "ActnPln" }).click();
  // Under the header row, the first item is closed and the second open.
  await page.getByRole("grid", { name: "Action Items" }).getByRole("row").nth(2).click();
  await page.getByRole("button", { name: "Detail" }).click();
  await page.getByRole("button", { name: "Amnd" }).click();
  await page.getByRole("textbox", { name: "Action Item", exact: true }).click();
}

async function pressKeys(page: Page, around: (press: () => Promise<void>) => Promise<void>): Promise<void> {
  for (let key = 0; key < KEYS; key += 1) {
    await around(async () => {
      await page.keyboard.press(key % 2 === 0 ? "e" : "Backspace");
      await page.waitForTimeout(QUIET_MILLISECONDS);
    });
  }
}

/** In the page: notes for each key press how long its next frame took. */
function listenToFrames(): void {
  const frames: number[] = [];
  Reflect.set(window, "framesAfterKeys", frames);
  addEventListener(
    "keydown",
    ({ timeStamp }) => {
      requestAnimationFrame(() => setTimeout(() => frames.push(performance.now() - timeStamp)));
    },
    { capture: true },
  );
}

async function taskDuration(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
}
