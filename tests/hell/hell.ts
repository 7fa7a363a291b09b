import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { AnswerWatch } from "./answer-watch.ts";
import type { Front, OpenFront } from "./front.ts";
import { openOfficeHell } from "./office-front.ts";
import { type WildRequest, wildRequests } from "./payloads.ts";
import { resolve } from "./picks.ts";
import { openTrainingHell } from "./training-front.ts";

const REQUESTS_PER_DRAW = 500;
/** Every so many requests, a few are made at once. */
const ALONE_BEFORE_TOGETHER = 20;
const TOGETHER = 3;
const MOST_PROBLEMS = 20;

/** Where requests can be made; a store grows with what it takes, so every so many requests begin with a new one. */
const FRONTS = {
  training: { open: openTrainingHell, requestsPerStore: 20_000 },
  office: { open: openOfficeHell, requestsPerStore: 10_000 },
} as const satisfies Record<string, { readonly open: OpenFront; readonly requestsPerStore: number }>;

/** A kind of store that requests are made to. */
export type FrontName = keyof typeof FRONTS;
export const FRONT_NAMES = Object.keys(FRONTS) as FrontName[];

/** How many requests are made, and where; the same seed draws the same ones. */
export interface HellOptions {
  readonly front: FrontName;
  readonly requests: number;
  /** An empty folder for the stores. */
  readonly folder: string;
  readonly seed?: number;
}

/** What the requests showed. */
export interface HellReport {
  readonly seed: number;
  readonly requests: number;
  /** By request: how many were answered with a value, and how many refused. */
  readonly answered: Readonly<Record<string, { readonly accepted: number; readonly refused: number }>>;
  /** The codes of all refusals. */
  readonly codes: readonly string[];
  /** A sentence for everything that was not as it should be. */
  readonly problems: readonly string[];
  readonly seconds: number;
}

/** Makes random and hostile requests of every kind to new stores, and watches every answer and every write. */
export async function raiseHell(options: HellOptions): Promise<HellReport> {
  const { requests, folder, seed = newSeed() } = options;
  const { open, requestsPerStore } = FRONTS[options.front];
  const started = performance.now();
  const watch = new AnswerWatch();
  for (let done = 0; done < requests && watch.problems.length < MOST_PROBLEMS; done += requestsPerStore) {
    const count = Math.min(requestsPerStore, requests - done);
    const ownFolder = mkdtempSync(join(folder, "store-"));
    const front = await open({ folder: ownFolder, seed: seed + done, watch });
    await raiseHellOn(front, count, seed + done);
    rmSync(ownFolder, { recursive: true, force: true });
  }
  const seconds = (performance.now() - started) / 1_000;
  return { seed, requests, answered: watch.answered(), codes: watch.codes(), problems: watch.problems, seconds };
}

function newSeed(): number {
  return Math.floor(Math.random() * 2 ** 30);
}

async function raiseHellOn(front: Front, count: number, seed: number): Promise<void> {
  const requests = wildRequests();
  try {
    for (let done = 0; done < count; done += REQUESTS_PER_DRAW) {
      const numRuns = Math.min(REQUESTS_PER_DRAW, count - done);
      await makeAll(front, fc.sample(requests, { numRuns, seed: seed + done }));
      for (const next of front.inOrder) await makeAll(front, [next]);
      await front.pause();
    }
  } finally {
    await front.end();
  }
}

async function makeAll(front: Front, wild: readonly WildRequest[]): Promise<void> {
  for (let done = 0; done < wild.length; ) {
    const count = done % ALONE_BEFORE_TOGETHER === 1 ? TOGETHER : 1;
    await front.make(
      wild.slice(done, done + count).map(({ name, payload }) => ({ name, payload: resolve(payload, front.world) })),
    );
    done += count;
  }
}
