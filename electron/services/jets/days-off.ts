import type { RequestInput, RequestOutput } from "../../../shared/contract.ts";
import type { CivilDate } from "../../../shared/dates.ts";
import type { AppError } from "../../../shared/errors.ts";
import type { CourseProblem } from "../../../shared/jets/course-problems.ts";
import {
  afterOutage,
  beforeOutage,
  type Counting,
  dueDate,
  type OutageDays,
  type WorkingCalendar,
} from "../../../shared/jets/due-date.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { isWorkingDay } from "../../../shared/working-days.ts";
import { bankHolidays, bankHolidaysOf } from "../../platform/bank-holidays.ts";
import {
  insertLocalHoliday,
  insertOutage,
  listLocalHolidays,
  listRecordedOutages,
  markOutageTakenBack,
  removeLocalHoliday as takeLocalHolidayBack,
} from "../../store/repositories/jets/days-off.ts";
import { listParticipantsDueFrom, moveDue } from "../../store/repositories/jets/participants.ts";
import { listReviewsDueFrom, moveReview } from "../../store/repositories/jets/plan-reviews.ts";
import { transaction, type Writer } from "../../store/transaction.ts";
import { unconfirmedClock } from "../clock-moved-back.ts";
import { auditOf, type ServiceContext } from "../service-context.ts";
import { writtenText } from "../written-text.ts";
import { refused } from "./participants.ts";
import { planCounting, planDueAt, reviewShownOn, workingCalendar } from "./working-calendar.ts";

type Moved = RequestOutput<"record-outage">;

/** The days off of a year, and every outage. */
export function openWorkingDays(
  { store, contracts }: ServiceContext,
  { year }: RequestInput<"open-working-days">,
): RequestOutput<"open-working-days"> {
  const nations = [...new Set(contracts.map(({ nation }) => nation))];
  return {
    nations: nations.map((nation) => ({ nation, bankHolidays: bankHolidays(nation, year) })),
    localHolidays: listLocalHolidays(store),
    outages: listRecordedOutages(store),
  };
}

/** Adds a holiday of the office's own; dates that have passed stay as they are (DT-3). */
export function addLocalHoliday(
  context: ServiceContext,
  { date, name, isClockConfirmed }: RequestInput<"add-local-holiday">,
): Result<Moved, AppError> {
  const written = writtenText(name, { field: "Name", limit: HOLIDAY_CHARACTERS });
  if (!written.ok) return written;
  return changed(context, "add-local-holiday", (writer, recording) => {
    const problem = holidayProblem(context, listLocalHolidays(writer), date);
    if (problem) return refused({ field: "Date", reason: problem });
    const warning = unconfirmedClock(context, writer, { isClockConfirmed });
    if (warning) return err(warning);
    insertLocalHoliday(writer, { id: context.newId(), date, name: written.value }, recording);
    return ok({ moved: countAgain(context, writer) });
  });
}

/** As long as a name that stands in a sum may get. */
const HOLIDAY_CHARACTERS = 60;

/** Takes a holiday of the office's own back; dates that have passed stay as they are (DT-3). */
export function removeLocalHoliday(
  context: ServiceContext,
  { holidayId, isClockConfirmed }: RequestInput<"remove-local-holiday">,
): Result<Moved, AppError> {
  return changed(context, "remove-local-holiday", (writer) => {
    const isListed = listLocalHolidays(writer).some(({ id }) => id === holidayId);
    if (!isListed) return refused({ field: null, reason: { code: "holiday-not-found" } });
    const warning = unconfirmedClock(context, writer, { isClockConfirmed });
    if (warning) return err(warning);
    takeLocalHolidayBack(writer, holidayId);
    return ok({ moved: countAgain(context, writer) });
  });
}

/** Records an outage: it moves every due date that it overlapped and that was not overdue when it began. */
export function recordOutage(
  context: ServiceContext,
  { from, to, reason, isClockConfirmed }: RequestInput<"record-outage">,
): Result<Moved, AppError> {
  const written = writtenText(reason, { field: "Reason", limit: context.policy.noteCharacters });
  if (!written.ok) return written;
  if (to > context.clock.today()) return refused({ field: "To", reason: { code: "future", date: to } });
  if (to < from) return refused({ field: "To", reason: { code: "before", date: to, other: "From", otherDate: from } });
  return changed(context, "record-outage", (writer, recording) => {
    const warning = unconfirmedClock(context, writer, { isClockConfirmed });
    if (warning) return err(warning);
    const id = context.newId();
    insertOutage(writer, { id, from, to, reason: written.value }, recording);
    return ok({ moved: moveByOutage(context, writer, id, from) });
  });
}

/**
 * Takes back an outage that was recorded by mistake, and the due dates that it moved. What was agreed or reviewed since
 * it was recorded was so by the date that stood then, which stays.
 */
export function takeOutageBack(
  context: ServiceContext,
  { outageId, reason, isClockConfirmed }: RequestInput<"take-back-outage">,
): Result<Moved, AppError> {
  const written = writtenText(reason, { field: "Reason", limit: context.policy.noteCharacters });
  if (!written.ok) return written;
  return changed(context, "take-back-outage", (writer, recording) => {
    const outage = listRecordedOutages(writer).find(({ id }) => id === outageId);
    if (!outage) return refused({ field: null, reason: { code: "outage-not-found" } });
    if (outage.takenBack) return refused({ field: null, reason: { code: "outage-taken-back" } });
    const warning = unconfirmedClock(context, writer, { isClockConfirmed });
    if (warning) return err(warning);
    const moved = moveBack(context, writer, outage);
    markOutageTakenBack(writer, outageId, { ...recording, reason: written.value });
    return ok({ moved });
  });
}

function changed(
  context: ServiceContext,
  action: string,
  work: (writer: Writer, recording: { readonly at: string; readonly adviserId: string }) => Result<Moved, AppError>,
): Result<Moved, AppError> {
  const audit = auditOf(context, action);
  const recording = { at: audit.at, adviserId: context.adviser.id };
  const result = transaction(context.store, audit, (writer) => work(writer, recording));
  if (result.ok) context.emit({ event: "working-days-changed" });
  return result;
}

function holidayProblem(
  { contracts }: ServiceContext,
  listed: readonly { readonly date: CivilDate; readonly name: string }[],
  date: CivilDate,
): CourseProblem["reason"] | undefined {
  if (!isWorkingDay(date, new Set())) return { code: "weekend", date };
  const [first] = contracts;
  const inEvery = (first ? bankHolidaysOf(first.nation) : []).filter((holiday) =>
    contracts.every(({ nation }) => bankHolidaysOf(nation).some((other) => other.date === holiday.date)),
  );
  const known = [...listed, ...inEvery].find((holiday) => holiday.date === date);
  return known && { code: "holiday-listed", date, name: known.name };
}

/** A due date that is stored, what it is counted by, and how it moves. */
interface DueToCount {
  readonly counting: Counting;
  readonly calendar: WorkingCalendar;
  readonly dueOn: CivilDate;
  /** When what is due was agreed or reviewed, as it was recorded; null while it waits. */
  readonly doneAt: string | null;
  /** Tells whether anything is another. */
  readonly move: (dueOn: CivilDate) => boolean;
}

/** Works out every due date that has not passed by the holidays as they are now; tells how many moved. */
function countAgain(context: ServiceContext, writer: Writer): number {
  return moveAll(duesFrom(context, writer, context.clock.today()), ({ counting, calendar }) => {
    return dueDate(counting, calendar).dueOn;
  });
}

function moveByOutage(context: ServiceContext, writer: Writer, outageId: string, from: CivilDate): number {
  return moveAll(duesFrom(context, writer, from), ({ dueOn, counting, calendar }) => {
    return afterOutage(dueOn, { counting, calendar, outage: outageOf(calendar, outageId) });
  });
}

/** Of an outage that still counts. */
function moveBack(
  context: ServiceContext,
  writer: Writer,
  { id, from, recordedAt }: { readonly id: string; readonly from: CivilDate; readonly recordedAt: string },
): number {
  const dues = duesFrom(context, writer, from).filter(({ doneAt }) => doneAt === null || doneAt <= recordedAt);
  return moveAll(dues, ({ dueOn, counting, calendar }) => {
    return beforeOutage(dueOn, { counting, calendar, outage: outageOf(calendar, id) });
  });
}

/** Moves due dates, each worked out once for all that are counted alike; tells how many moved. */
function moveAll(dues: readonly DueToCount[], next: (due: DueToCount) => CivilDate): number {
  const worked = new Map<string, CivilDate>();
  const moved = dues.filter((due) => {
    const { counting, calendar, dueOn } = due;
    const key = [calendar.nation, counting.countedFrom, counting.workingDays, dueOn].join(" ");
    const date = worked.get(key) ?? next(due);
    worked.set(key, date);
    return date !== dueOn && due.move(date);
  });
  return moved.length;
}

function outageOf({ outages }: WorkingCalendar, outageId: string): OutageDays {
  const outage = outages.find((candidate) => "id" in candidate && candidate.id === outageId);
  if (!outage) throw new Error("An outage that counts is not there");
  return outage;
}

/** Every stored due date on a day or later: of full plans, and of reviews. */
function duesFrom(context: ServiceContext, writer: Writer, day: CivilDate): DueToCount[] {
  const termsOf = new Map(context.contracts.map((terms) => [terms.code, terms]));
  const calendars = new Map(context.contracts.map(({ nation }) => [nation, workingCalendar(writer, nation)]));
  const plans = listParticipantsDueFrom(writer, day).flatMap((participant): DueToCount[] => {
    const { clientId, contract, dates, dueOn, agreement } = participant;
    const terms = termsOf.get(contract);
    const counting = terms && planCounting(dates, terms);
    const calendar = terms && calendars.get(terms.nation);
    if (!counting || !calendar || dueOn === null) return [];
    const move = (next: CivilDate) => moveDue(writer, clientId, planDueAt(next, counting, terms, calendar));
    return [{ counting, calendar, dueOn, doneAt: agreement?.agreedAt ?? null, move }];
  });
  const reviews = listReviewsDueFrom(writer, day).flatMap((review): DueToCount[] => {
    const { id, contract, countedFrom, workingDays, dueOn, completedOn, recordedAt } = review;
    const doneAt = completedOn === null ? null : recordedAt;
    const terms = termsOf.get(contract);
    const calendar = terms && calendars.get(terms.nation);
    if (!calendar) return [];
    const move = (next: CivilDate) =>
      moveReview(writer, id, { workingDays, dueOn: next, shownOn: reviewShownOn(next, calendar) });
    return [{ counting: { from: "review", countedFrom, workingDays }, calendar, dueOn, doneAt, move }];
  });
  return [...plans, ...reviews];
}
