import { Temporal } from "temporal-polyfill";
import { z } from "zod";

/** A day of the calendar without time or zone, as YYYY-MM-DD (DT-1). */
export type CivilDate = string;

/** The time zone in which "today" is decided (DT-2). */
export const ZONE = "Europe/London";

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Days that every month of every year has. */
const SURE_DATE = /^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;
const EARLIEST = "1900-01-01";
const LATEST = "2199-12-31";

/** Tells whether a text is a real day from 1900 to 2199 written YYYY-MM-DD. */
export function isCivilDate(text: string): boolean {
  if (SURE_DATE.test(text)) return true;
  if (!ISO_DATE.test(text) || text < EARLIEST || text > LATEST) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}

/** A civil date on the wire. */
export const civilDateSchema = z.string().refine(isCivilDate, "not a date");

/** A moment on the wire: ISO 8601 with offset. */
export const momentSchema = z.iso.datetime({ offset: true });

/** The day so many days after (or, negative, before) another. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The day so many calendar months away, clamped to the month's last day (AI-2). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  return Temporal.PlainDate.from(date).add({ months }, { overflow: "constrain" }).toString();
}

/** Whole years between two days, as in a person's age. */
export function yearsBetween(from: CivilDate, to: CivilDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: "years" }).years;
}

/** Days from one day to another; negative when the second lies before the first. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: "days" }).days;
}

/** The later of two days. */
export function laterOf(a: CivilDate, b: CivilDate): CivilDate {
  return [a, b].sort()[1] ?? a;
}

/** Writes a civil date as people here read it: dd/mm/yyyy. Blank stays blank. */
export function formatDate(date: CivilDate | null | undefined): string {
  if (!date) return "";
  const [year, month, day] = date.split("-");
  return `${day}/${month}/${year}`;
}

/** Writes a day with its weekday, as in "Monday 16/04/2012". */
export function formatDayAndDate(date: CivilDate): string {
  const weekday = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
  return `${weekday[Temporal.PlainDate.from(date).dayOfWeek - 1]} ${formatDate(date)}`;
}

/** The time of day of a moment in Europe/London, as hh:mm. */
export function formatTime(moment: string): string {
  const time = Temporal.Instant.from(moment).toZonedDateTimeISO(ZONE).toPlainTime();
  return time.toString({ smallestUnit: "minute" });
}

const DATE_LENGTH = "YYYY-MM-DD".length;
/** From 01:00 to 21:59 UTC: no clock in Europe/London has ever been so far from it that the date was another. */
const WELL_WITHIN_A_DAY = /^\d{4}-\d{2}-\d{2}T(?:0[1-9]|1\d|2[01]):[^+-]*Z$/;

/** The civil date of a moment in Europe/London. */
export function dateOfMoment(moment: string): CivilDate {
  // Each save asks for several, and a zoned date takes ten times as long as all the rest of asking.
  if (WELL_WITHIN_A_DAY.test(moment)) return moment.slice(0, DATE_LENGTH);
  return Temporal.Instant.from(moment).toZonedDateTimeISO(ZONE).toPlainDate().toString();
}

/** The moment at which a day begins in Europe/London, in UTC as moments are stored. */
export function startOfDay(date: CivilDate): string {
  const { epochMilliseconds } = Temporal.PlainDate.from(date).toZonedDateTime(ZONE);
  return new Date(epochMilliseconds).toISOString();
}

/** A moment as dd/mm/yyyy hh:mm in Europe/London. */
export function formatMoment(moment: string): string {
  return `${formatDate(dateOfMoment(moment))} ${formatTime(moment)}`;
}

/** What a date field needs to know to read what was typed. */
export interface TypedDateContext {
  readonly today: CivilDate;
  /** True for births, jobs and qualifications: a two-digit year is then the latest that is past (DT-1). */
  readonly neverFuture?: boolean;
}

/**
 * Reads a typed date (DT-1): d/m/yy, dd/mm/yyyy, ddmmyyyy, YYYY-MM-DD, "today", "+14" for days ahead.
 * Returns undefined when the text is none of these or no real day.
 */
export function parseTypedDate(typed: string, context: TypedDateContext): CivilDate | undefined {
  const text = typed.trim().toLowerCase();
  if (text === "today") return context.today;
  const days = /^\+(\d{1,4})$/.exec(text);
  if (days) return realDate(addDays(context.today, Number(days[1])));
  if (ISO_DATE.test(text)) return realDate(text);
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (!parts) return undefined;
  const [, day = "", month = "", year = ""] = parts;
  const written = (fullYear: number) => `${fullYear}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (year.length === 4) return realDate(written(Number(year)));
  const thisCentury = written(2000 + Number(year));
  const isFuture = context.neverFuture === true && thisCentury > context.today;
  return realDate(isFuture ? written(1900 + Number(year)) : thisCentury);
}

function realDate(text: string): CivilDate | undefined {
  return isCivilDate(text) ? text : undefined;
}
