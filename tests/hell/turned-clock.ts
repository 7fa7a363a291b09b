import type { Clock } from "../../electron/platform/clock.ts";

/** A clock that goes on by a millisecond whenever it is read, and as far as it is turned. */
export interface TurnedClock extends Clock {
  turn(seconds: number): void;
}

/** A clock that stands at nine in the morning of a day. */
export function createTurnedClock(day: string): TurnedClock {
  const start = Date.parse(`${day}T08:00:00.000Z`);
  let passed = 0;
  const now = () => new Date(start + passed).toISOString();
  return {
    today: () => now().slice(0, 10),
    now() {
      passed += 1;
      return now();
    },
    monotonic: () => passed,
    turn(seconds) {
      passed += seconds * 1_000;
    },
  };
}
