import { z } from "zod";
import { addDays, type CivilDate, civilDateSchema, laterOf } from "../dates.ts";
import { addWorkingDays, isWorkingDay } from "../working-days.ts";
import { nationSchema } from "./contract-terms.ts";

/** A holiday with its name. */
export const namedDaySchema = z.object({ date: civilDateSchema, name: z.string() });

/** Days on which the system could not be used, both included. */
export const outageDaysSchema = z.object({ from: civilDateSchema, to: civilDateSchema, reason: z.string() });

/** From what a due date is counted. */
export const dueFromSchema = z.enum(["start", "referral", "agreement", "review"]);

/** A due date with its full sum (DT-3). */
export const dueSumSchema = z.object({
  from: dueFromSchema,
  countedFrom: civilDateSchema,
  workingDays: z.number().int().positive(),
  nation: nationSchema,
  dueOn: civilDateSchema,
  /** Every day after the one it is counted from, up to the due date: numbered, or with the reason it is left out. */
  days: z.array(
    z.object({
      date: civilDateSchema,
      number: z.number().int().positive().nullable(),
      off: z.object({ why: z.enum(["weekend", "bank-holiday", "local-holiday"]), name: z.string() }).nullable(),
    }),
  ),
  /** The outages that move it, each with the working days that it adds. */
  outages: z.array(outageDaysSchema.extend({ adds: z.number().int().positive() })),
  /** Bank holidays elsewhere that are working days here. */
  countsHere: z.array(namedDaySchema),
  /** True where the date stays as it was worked out before, although the days off of today give another (DT-3). */
  isKept: z.boolean(),
});

export type NamedDay = z.infer<typeof namedDaySchema>;
export type OutageDays = z.infer<typeof outageDaysSchema>;
export type DueFrom = z.infer<typeof dueFromSchema>;
export type DueSum = z.infer<typeof dueSumSchema>;
export type DueDay = DueSum["days"][number];

/** What the working days of a due date are counted by. */
export interface WorkingCalendar {
  readonly nation: DueSum["nation"];
  readonly bankHolidays: readonly NamedDay[];
  readonly localHolidays: readonly NamedDay[];
  /** Bank holidays of England, which many know better. */
  readonly elsewhere: readonly NamedDay[];
  readonly outages: readonly OutageDays[];
}

/** What is counted. */
export interface Counting {
  readonly from: DueFrom;
  readonly countedFrom: CivilDate;
  readonly workingDays: number;
}

/**
 * The due date, the first working day after the day it is counted from being day 1. An outage adds the working days on
 * which it overlapped the time until the date as it stood, where the date was not overdue when it began; a day that two
 * outages share is added once.
 */
export function dueDate(counting: Counting, calendar: WorkingCalendar): DueSum {
  const { countedFrom, workingDays } = counting;
  const free = freeDays(calendar);
  const { dueOn, outages } = extended(counting, calendar.outages, free);
  const added = outages.reduce((sum, { adds }) => sum + adds, 0);
  const { sum } = addWorkingDays(countedFrom, workingDays + added, free.dates);
  return {
    ...counting,
    nation: calendar.nation,
    dueOn,
    days: sum.map(({ date, number }) => ({ date, number: number ?? null, off: free.reasonOf(date) })),
    outages,
    countsHere: calendar.elsewhere.filter(
      ({ date }) => date > countedFrom && date <= dueOn && isWorkingDay(date, free.dates),
    ),
    isKept: false,
  };
}

/** The sum of a date that is stored; where the holidays changed after it had passed, the stored date stands. */
export function storedDueDate(stored: CivilDate, counting: Counting, calendar: WorkingCalendar): DueSum {
  const computed = dueDate(counting, calendar);
  if (computed.dueOn === stored) return computed;
  const free = freeDays(calendar);
  const days = daysUntil(counting.countedFrom, stored, free);
  return { ...computed, dueOn: stored, days, isKept: true };
}

/**
 * What an outage that was recorded now makes of a stored date: a date that had passed is not worked out anew by the
 * holidays of today, but moves on by what the outage adds.
 */
export function afterOutage(
  stored: CivilDate,
  { counting, calendar, outage }: { counting: Counting; calendar: WorkingCalendar; outage: OutageDays },
): CivilDate {
  const before = { ...calendar, outages: calendar.outages.filter((other) => other !== outage) };
  if (dueDate(counting, before).dueOn === stored) return dueDate(counting, calendar).dueOn;
  if (stored < outage.from) return stored;
  const free = freeDays(calendar);
  const taken = new Set(before.outages.flatMap((other) => overlap(other, counting.countedFrom, stored, free)));
  const adds = overlap(outage, counting.countedFrom, stored, free).filter((day) => !taken.has(day)).length;
  return addWorkingDays(stored, adds, free.dates).date;
}

/**
 * What a stored date was before an outage that is now taken back: worked out without it, or, for a date that holidays of
 * today would give otherwise, the date that the outage moved to the stored one.
 */
export function beforeOutage(
  stored: CivilDate,
  { counting, calendar, outage }: { counting: Counting; calendar: WorkingCalendar; outage: OutageDays },
): CivilDate {
  const before = { ...calendar, outages: calendar.outages.filter((other) => other !== outage) };
  if (dueDate(counting, calendar).dueOn === stored) return dueDate(counting, before).dueOn;
  const { dates } = freeDays(calendar);
  const days = daysBack(stored, laterOf(counting.countedFrom, outage.from));
  // Two days in a row that are not worked lead to the same date: the one that a due date can be comes first.
  const candidates = [...days.filter((day) => isWorkingDay(day, dates)), ...days];
  return candidates.find((day) => afterOutage(day, { counting, calendar, outage }) === stored) ?? stored;
}

function daysBack(from: CivilDate, until: CivilDate): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = from; day >= until; day = addDays(day, -1)) days.push(day);
  return days;
}

/** The working day with a number, counted from the same day as a due date. */
export function workingDayNumber(countedFrom: CivilDate, number: number, calendar: WorkingCalendar): CivilDate {
  return addWorkingDays(countedFrom, number, freeDays(calendar).dates).date;
}

/** The day that lies so many working days before another. */
export function workingDaysBefore(date: CivilDate, days: number, calendar: WorkingCalendar): CivilDate {
  const { dates } = freeDays(calendar);
  let day = date;
  for (let left = days; left > 0; ) {
    day = addDays(day, -1);
    if (isWorkingDay(day, dates)) left -= 1;
  }
  return day;
}

/** How many working days lie after one day up to another; negative where the other lies before. */
export function workingDaysBetween(from: CivilDate, to: CivilDate, calendar: WorkingCalendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar);
  return daysUntil(from, to, freeDays(calendar)).filter(({ number }) => number !== null).length;
}

interface FreeDays {
  readonly dates: ReadonlySet<CivilDate>;
  readonly reasonOf: (date: CivilDate) => DueDay["off"];
}

/** A calendar holds the holidays of many years and is asked for many dates. */
const freeDaysOf = new WeakMap<WorkingCalendar, FreeDays>();

function freeDays(calendar: WorkingCalendar): FreeDays {
  const known = freeDaysOf.get(calendar);
  if (known) return known;
  const free = readFreeDays(calendar);
  freeDaysOf.set(calendar, free);
  return free;
}

function readFreeDays({ bankHolidays, localHolidays }: WorkingCalendar): FreeDays {
  const bank = new Map(bankHolidays.map(({ date, name }) => [date, name]));
  const local = new Map(localHolidays.map(({ date, name }) => [date, name]));
  return {
    dates: new Set([...bank.keys(), ...local.keys()]),
    reasonOf(date) {
      if (!isWorkingDay(date, NO_DAYS)) return { why: "weekend", name: "" };
      const bankName = bank.get(date);
      if (bankName !== undefined) return { why: "bank-holiday", name: bankName };
      const localName = local.get(date);
      return localName === undefined ? null : { why: "local-holiday", name: localName };
    },
  };
}

const NO_DAYS: ReadonlySet<CivilDate> = new Set();

function extended(counting: Counting, all: readonly OutageDays[], free: FreeDays) {
  const { countedFrom, workingDays } = counting;
  let dueOn = addWorkingDays(countedFrom, workingDays, free.dates).date;
  const taken = new Set<CivilDate>();
  const outages: DueSum["outages"] = [];
  for (const outage of [...all].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (dueOn < outage.from) continue;
    const days = overlap(outage, countedFrom, dueOn, free).filter((day) => !taken.has(day));
    if (days.length === 0) continue;
    for (const day of days) taken.add(day);
    dueOn = addWorkingDays(dueOn, days.length, free.dates).date;
    outages.push({ from: outage.from, to: outage.to, reason: outage.reason, adds: days.length });
  }
  return { dueOn, outages };
}

/** The working days of an outage after the day that is counted from, up to the due date. */
function overlap(outage: OutageDays, countedFrom: CivilDate, dueOn: CivilDate, free: FreeDays): CivilDate[] {
  return daysUntil(countedFrom, outage.to < dueOn ? outage.to : dueOn, free)
    .filter(({ date, number }) => number !== null && date >= outage.from)
    .map(({ date }) => date);
}

function daysUntil(from: CivilDate, until: CivilDate, free: FreeDays): DueDay[] {
  const days: DueDay[] = [];
  let number = 0;
  for (let date = addDays(from, 1); date <= until; date = addDays(date, 1)) {
    const off = free.reasonOf(date);
    if (!off) number += 1;
    days.push({ date, number: off ? null : number, off });
  }
  return days;
}
