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
  const fixed = fixedDay ? Temporal.PlainDate.from(fixedDay) : undefined;
  const zoned = () => {
    const machine = Temporal.Now.zonedDateTimeISO(ZONE);
    return fixed ? machine.with({ year: fixed.year, month: fixed.month, day: fixed.day }) : machine;
  };
  return {
    today: () => fixedDay ?? zoned().toPlainDate().toString(),
    now: () => zoned().toInstant().toString({ smallestUnit: "millisecond" }),
    monotonic: () => performance.now(),
  };
}
