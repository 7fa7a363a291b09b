/** How long a piece of work takes, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** The number that so many hundredths of some numbers do not exceed. */
export function percentile(numbers: readonly number[], hundredths: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.ceil((numbers.length * hundredths) / 100) - 1] ?? Number.NaN;
}

/** The times of work and its floor, taken alternately. */
export interface Times {
  readonly milliseconds: number;
  readonly floorMilliseconds: number;
}

/** Runs work and floor by turns, so that both meet the same machine, and answers their medians after the warm-up. */
export async function alternate(
  { warmUps, runs }: { readonly warmUps: number; readonly runs: number },
  round: (run: number) => Promise<Times>,
): Promise<Times> {
  const kept: Times[] = [];
  for (let run = 0; run < warmUps + runs; run += 1) {
    const times = await round(run);
    if (run >= warmUps) kept.push(times);
  }
  return {
    milliseconds: median(kept.map((times) => times.milliseconds)),
    floorMilliseconds: median(kept.map((times) => times.floorMilliseconds)),
  };
}
