import { Temporal } from "temporal-polyfill";
import { type CivilDate, ZONE } from "../../shared/dates.ts";

/** The one place that knows what time it is. */
export interface Clock {
  /** The civil date in Europe/London (DT-2). */
  today(): CivilDate;
  /** The moment, ISO 8601 in UTC. */
  now(): string;
  /** Milliseconds from an arbitrary start that never go back. */
  monotonic(): number;
}

/** The machine's clock; with a fixed day, the time of day still runs on from the machine's. */
export function createClock(fixedDay?: CivilDate): Clock {
  const turned = fixedDay ? turnTo(fixedDay) : () => 0;
  return {
    today: () => fixedDay ?? Temporal.Now.plainDateISO(ZONE).toString(),
    now: () => {
      const machine = Date.now();
      return new Date(machine + turned(machine)).toISOString();
    },
    monotonic: () => performance.now(),
  };
}

const HOUR = 3_600_000;

/** How many milliseconds the same time of day on another day is away from a moment of the machine's. */
function turnTo(day: CivilDate): (machine: number) => number {
  const { year, month, day: dayOfMonth } = Temporal.PlainDate.from(day);
  let kept = { hour: Number.NaN, milliseconds: 0 };
  return (machine) => {
    // Days begin, and clocks go forward and back, on the hour.
    const hour = Math.floor(machine / HOUR);
    if (hour !== kept.hour) {
      const moment = Temporal.Instant.fromEpochMilliseconds(machine).toZonedDateTimeISO(ZONE);
      const { epochMilliseconds } = moment.with({ year, month, day: dayOfMonth });
      kept = { hour, milliseconds: epochMilliseconds - machine };
    }
    return kept.milliseconds;
  };
}
