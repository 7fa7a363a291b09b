import { Temporal } from "temporal-polyfill";
import type { CivilDate } from "./dates.ts";

/** One day of a sum of working days: counted, with its number, or left out, with the reason. */
export interface DayOfSum {
  readonly date: CivilDate;
  readonly counts: boolean;
  readonly why?: "weekend" | "holiday";
  readonly number?: number;
}

/** A date computed in working days, with every day that was looked at on the way. */
export interface WorkingDaySum {
  readonly date: CivilDate;
  readonly sum: readonly DayOfSum[];
}

const FRIDAY = 5;

/** Tells whether a day is a Monday to Friday that is no holiday, bank and local holidays passed in together (DT-3). */
export function isWorkingDay(date: CivilDate, holidays: ReadonlySet<CivilDate>): boolean {
  return whyNotCounted(Temporal.PlainDate.from(date), holidays) === undefined;
}

/** The day so many working days after another, the first working day after it being day 1, with its sum (DT-3). */
export function addWorkingDays(start: CivilDate, days: number, holidays: ReadonlySet<CivilDate>): WorkingDaySum {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`Not a number of working days: ${days}`);
  const sum: DayOfSum[] = [];
  let day = Temporal.PlainDate.from(start);
  let counted = 0;
  while (counted < days) {
    day = day.add({ days: 1 });
    const why = whyNotCounted(day, holidays);
    if (why) {
      sum.push({ date: day.toString(), counts: false, why });
    } else {
      counted += 1;
      sum.push({ date: day.toString(), counts: true, number: counted });
    }
  }
  return { date: day.toString(), sum };
}

/** A holiday at a weekend is a weekend all the same. */
function whyNotCounted(day: Temporal.PlainDate, holidays: ReadonlySet<CivilDate>): "weekend" | "holiday" | undefined {
  if (day.dayOfWeek > FRIDAY) return "weekend";
  return holidays.has(day.toString()) ? "holiday" : undefined;
}
