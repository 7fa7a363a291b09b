import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchChromium, startHost } from "../e2e/harness.ts";
import type { BenchRow } from "./bench-row.ts";
import { median, timed } from "./timing.ts";

const RUNS = 7;
const GOAL_MILLISECONDS = 1_000;
const GOAL_MEGABYTES = 150;
const KILOBYTES = 1_024;
const BARE_START = join(import.meta.dirname, "bare-start.ts");

interface StartTimes {
  readonly ready: number;
  readonly painted: number;
  readonly megabytes: number | undefined;
  readonly floor: number;
}

/** Times a start of the browser host on a store that is there, until the first window is painted in Chromium. */
export async function measureStart(): Promise<BenchRow> {
  const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-bench-"));
  const browser = await launchChromium();
  try {
    // Makes the store, and finds the windows built.
    await startOnce(browser, dataFolder);
    const runs: StartTimes[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await startOnce(browser, dataFolder));
    return rowOf(runs);
  } finally {
    await browser.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

function rowOf(runs: readonly StartTimes[]): BenchRow {
  const milliseconds = median(runs.map(({ ready, painted }) => ready + painted));
  const megabytes = runs.flatMap((run) => run.megabytes ?? []);
  const most = megabytes.length > 0 ? Math.max(...megabytes) : undefined;
  return {
    operation: "start of the browser host to a usable first window, in a Chromium that is running",
    size: `the training store, ${RUNS} starts`,
    statistic: "median",
    milliseconds,
    floor: { milliseconds: median(runs.map(({ floor }) => floor)), includes: "Node.js starting and opening the store" },
    remarks: [
      `to ready  ${median(runs.map(({ ready }) => ready)).toFixed(0)} ms`,
      `memory    ${most === undefined ? "not measured: only Linux tells it" : `${most.toFixed(0)} MB resident in the main process then, at most`}`,
    ],
    goal: `≤ ${GOAL_MILLISECONDS} ms and ≤ ${GOAL_MEGABYTES} MB`,
    isMet: milliseconds <= GOAL_MILLISECONDS && (most === undefined || most <= GOAL_MEGABYTES),
  };
}

async function startOnce(browser: Browser, dataFolder: string): Promise<StartTimes> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const started = performance.now();
  const host = await startHost({ dataFolder });
  try {
    const ready = performance.now() - started;
    const painted = await timed(async () => {
      await page.goto(host.address, { waitUntil: "commit" });
      await page.getByLabel("Find a client").waitFor();
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    });
    const megabytes = residentMegabytes(host.process.pid);
    return { ready, painted, megabytes, floor: await timeBareStart(join(dataFolder, "store.db")) };
  } finally {
    await context.close();
    await host.stop();
  }
}

async function timeBareStart(file: string): Promise<number> {
  return timed(() => {
    const { status } = spawnSync(process.execPath, [BARE_START, file], { stdio: "ignore" });
    if (status !== 0) throw new Error("The bare start failed");
  });
}

function residentMegabytes(pid: number | undefined): number | undefined {
  if (process.platform !== "linux" || pid === undefined) return undefined;
  const resident = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return resident === undefined ? undefined : Number(resident) / KILOBYTES;
}
