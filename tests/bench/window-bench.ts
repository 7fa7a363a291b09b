import type { CDPSession, Locator, Page } from "playwright-core";
import { launchChromium, startHost } from "../e2e/harness.ts";
import { openClient } from "../e2e/windows.ts";
import type { BenchRow } from "./bench-row.ts";
import { whilePrinting } from "./print-again-and-again.ts";
import { percentile } from "./timing.ts";

/** Without these a frame waits for the screen, and a keystroke's time is a coin toss. */
const WITHOUT_VSYNC = ["--disable-gpu-vsync", "--disable-frame-rate-limit"];
const FULL_PLAN = "Oyelaran";
const OPENINGS = 40;
const WARM_UPS = 3;
const TURNS = 5;
const KEYS_IN_A_TURN = 40;
const QUIET_MILLISECONDS = 40;
const OPEN_GOAL = 100;
const KEY_GOAL = 8;
const SIZE = "100 items, 1,000 reviews";
const MISSPELT_SIZE = "2,000 characters, 40 unknown words";

/** Times the full plan's window in Chromium: opening it, and typing in an item's text. */
export async function measureWindow(): Promise<readonly BenchRow[]> {
  const openings = await inChromium([], timeOpenings);
  const work = await inChromium([], (page) => timeWorkOfKeys(page, goToItemText));
  const frames = await inChromium(WITHOUT_VSYNC, (page) => timeFramesAfterKeys(page, goToItemText));
  const printing = await inChromium([], (page) => whilePrinting(page, () => timeWorkOfKeys(page, goToItemText)));
  const printingFrames = await inChromium(WITHOUT_VSYNC, (page) =>
    whilePrinting(page, () => timeFramesAfterKeys(page, goToItemText)),
  );
  const misspelt = await inChromium([], (page) => timeWorkOfKeys(page, goToMisspeltText));
  const item = { what: "in the item text of the full plan", size: SIZE };
  const meanwhile = { what: "there while the full plan is printed again and again", size: SIZE };
  const info = { what: "in a text with unknown words underlined", size: MISSPELT_SIZE };
  return [
    rowOf("open the full plan, key press to painted window, in Chromium", SIZE, openings, OPEN_GOAL),
    keyRowOf(item, "the main thread's own time for it", work),
    keyRowOf(item, "key press to next frame without vsync", frames),
    keyRowOf(meanwhile, "the main thread's own time for it", printing),
    keyRowOf(meanwhile, "key press to next frame without vsync", printingFrames),
    keyRowOf(info, "the main thread's own time for it", misspelt),
  ];
}

/** Opens the page of the client with the full plan in a browser and a host of their own. */
async function inChromium<T>(flags: readonly string[], measure: (page: Page) => Promise<T>): Promise<T> {
  const [host, browser] = await Promise.all([startHost(), launchChromium(flags)]);
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(host.address);
    await openClient(page, FULL_PLAN);
    return await measure(page);
  } finally {
    await browser.close();
    await host.stop();
  }
}

function rowOf(operation: string, size: string, times: readonly number[], goal: number): BenchRow {
  const milliseconds = percentile(times, 95);
  return {
    operation,
    size: `${size}, ${times.length} times`,
    statistic: "p95",
    milliseconds,
    floor: null,
    remarks: [`median    ${percentile(times, 50).toFixed(2)} ms`],
    goal: `≤ ${goal} ms`,
    isMet: milliseconds <= goal,
  };
}

function keyRowOf(
  { what, size }: { readonly what: string; readonly size: string },
  measured: string,
  { plan, bare }: KeyTimes,
): BenchRow {
  const row = rowOf(`a key ${what}, ${measured}`, size, plan, KEY_GOAL);
  const floorMedian = `median of the floor ${percentile(bare, 50).toFixed(2)} ms`;
  const includes = "the same keys by turns, in a box of the same size and text in an empty page";
  return {
    ...row,
    floor: { milliseconds: percentile(bare, 95), includes },
    remarks: [...(row.remarks ?? []), floorMedian],
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

/** Leads to a text of the full plan and answers its box. */
type Reach = (page: Page) => Promise<Locator>;

/** Opens a text of the full plan, and beside it a page with nothing but a box of the same size and text. */
async function openTextBoxes(plan: Page, reach: Reach): Promise<TextBoxes> {
  const shown = await reach(plan);
  const [text, size] = [await shown.inputValue(), await shown.boundingBox()];
  const bare = await plan.context().newPage();
  await bare.setContent(`<textarea style="width: ${size?.width}px; height: ${size?.height}px"></textarea>`);
  await bare.getByRole("textbox").fill(text);
  return { plan, bare };
}

async function timeWorkOfKeys(page: Page, reach: Reach): Promise<KeyTimes> {
  return timeKeys(await openTextBoxes(page, reach), async (typed) => {
    const devtools = await typed.context().newCDPSession(typed);
    // The thread's own time: with the clock's, whatever else runs on the machine would count as work.
    await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
    return async (press) => {
      const before = await taskDuration(devtools);
      await press();
      return ((await taskDuration(devtools)) - before) * 1_000;
    };
  });
}

async function timeFramesAfterKeys(page: Page, reach: Reach): Promise<KeyTimes> {
  return timeKeys(await openTextBoxes(page, reach), async (typed) => {
    await typed.evaluate(listenToFrames);
    return async (press) => {
      await press();
      return typed.evaluate(() => Reflect.get(window, "frameAfterKey") as Promise<number>);
    };
  });
}

/** A text of the full plan, and the floor: a box in an empty page. */
interface TextBoxes {
  readonly plan: Page;
  readonly bare: Page;
}

type KeyTimes = Readonly<Record<keyof TextBoxes, readonly number[]>>;

/** Times one key, which is pressed by what it is given. */
type TimeKey = (press: () => Promise<void>) => Promise<number>;

/** Presses keys in both boxes by turns, so that both meet the same machine. */
async function timeKeys(boxes: TextBoxes, prepare: (page: Page) => Promise<TimeKey>): Promise<KeyTimes> {
  const timeKey = { plan: await prepare(boxes.plan), bare: await prepare(boxes.bare) };
  const times = { plan: [] as number[], bare: [] as number[] };
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const which of ["plan", "bare"] as const) {
      await boxes[which].bringToFront();
      await boxes[which].locator("textarea").first().click();
      const taken = await pressKeys(boxes[which], timeKey[which]);
      times[which].push(...taken.slice(WARM_UPS));
    }
  }
  return times;
}

async function goToItemText(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "ActnPln" }).click();
  // Under the header row, the first item is closed and the second open.
  await page.getByRole("grid", { name: "Action Items" }).getByRole("row").nth(2).click();
  await page.getByRole("button", { name: "Detail" }).click();
  await page.getByRole("button", { name: "Amnd" }).click();
  return page.getByRole("textbox", { name: "Action Item", exact: true });
}

/** Fills the longest box with words, every eighth of them unknown, and waits for them to be underlined. */
async function goToMisspeltText(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "ActnPln" }).click();
  await page.getByRole("tab", { name: "Info" }).click();
  const box = page.getByRole("textbox", { name: "Info text", exact: true });
  const sentence = "He will bring the forms to our wharehouse soon. ";
  await box.fill(sentence.repeat(UNKNOWN_WORDS).padEnd(LONGEST_TEXT - 1, "x y "));
  await page
    .locator(".marks .misspelt")
    .nth(UNKNOWN_WORDS - 1)
    .waitFor();
  return box;
}

const UNKNOWN_WORDS = 40;
const LONGEST_TEXT = 2_000;

/** Writes a letter and takes it back, again and again: each turns saved into unsaved or back, which is the dearest key. */
async function pressKeys(page: Page, timeKey: TimeKey): Promise<number[]> {
  const times: number[] = [];
  for (let key = 0; key < WARM_UPS + KEYS_IN_A_TURN; key += 1) {
    const time = await timeKey(async () => {
      await page.keyboard.press(key % 2 === 0 ? "e" : "Backspace");
      await page.waitForTimeout(QUIET_MILLISECONDS);
    });
    times.push(time);
  }
  if (times.length % 2 === 1) await page.keyboard.press("Backspace");
  return times;
}

/** In the page: promises for each key press how long its next frame took. */
function listenToFrames(): void {
  addEventListener(
    "keydown",
    ({ timeStamp }) => {
      const frame = new Promise<number>((resolve) => {
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)));
      });
      Reflect.set(window, "frameAfterKey", frame);
    },
    { capture: true },
  );
}

async function taskDuration(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
}
