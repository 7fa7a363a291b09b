import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { writeFileWhole } from "../../platform/atomic-file.ts";
import type { Clock } from "../../platform/clock.ts";

/** How long the next try waits after so many wrong ones in a row, in seconds; from then on the last of them holds. */
const WAITS = [0, 0, 0, 0, 5, 15, 60, 300, 900];

const attemptsSchema = z.strictObject({
  failures: z.number().int().nonnegative(),
  /** When the last of them was, by the machine's clock. */
  at: z.iso.datetime(),
});

/** Wrong passphrases and recovery keys in a row, counted across starts. */
export interface Attempts {
  /** The wait before the next try, in whole seconds; 0 for none. */
  waitSeconds(): number;
  /** Counts a try as wrong; it is called before the secret is tried, so that a kill meanwhile saves nobody the wait. */
  countFailure(): void;
  /** Forgets them after a right one. */
  clear(): void;
}

/** The count of a data folder, which the application and the command line share. */
export function openAttempts(dataFolder: string, clock: Clock): Attempts {
  const file = join(dataFolder, "attempts.json");
  let waitsUntil = clock.monotonic();
  const waitLeft = () => {
    const { failures, at } = read(file) ?? { failures: 0, at: clock.now() };
    const wait = (WAITS[Math.min(failures, WAITS.length - 1)] ?? 0) * 1_000;
    const passed = Date.parse(clock.now()) - Date.parse(at);
    // A clock that was put back has the whole wait begin again; without this it would not end before the old moment.
    if (wait > 0 && passed < 0) write(file, failures, clock.now());
    const byClock = Math.min(wait, wait - passed);
    // Put forward while this start runs, the clock says too little; what never goes back holds.
    return Math.max(0, byClock, waitsUntil - clock.monotonic());
  };
  return {
    waitSeconds: () => Math.ceil(waitLeft() / 1_000),
    countFailure() {
      const failures = (read(file)?.failures ?? 0) + 1;
      write(file, failures, clock.now());
      waitsUntil = clock.monotonic() + (WAITS[Math.min(failures, WAITS.length - 1)] ?? 0) * 1_000;
    },
    clear() {
      rmSync(file, { force: true });
      waitsUntil = clock.monotonic();
    },
  };
}

/** A count that cannot be read is none: who may damage the file may also delete it, and the wait is no lock. */
function read(file: string): z.infer<typeof attemptsSchema> | undefined {
  try {
    return attemptsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
}

function write(file: string, failures: number, at: string): void {
  writeFileWhole(file, `${JSON.stringify({ failures, at })}\n`);
}
