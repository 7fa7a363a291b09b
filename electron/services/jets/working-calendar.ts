import type { CivilDate } from "../../../shared/dates.ts";
import type { ContractTerms, Nation } from "../../../shared/jets/contract-terms.ts";
import {
  type Counting,
  dueDate,
  type WorkingCalendar,
  workingDayNumber,
  workingDaysBefore,
} from "../../../shared/jets/due-date.ts";
import type { Participant } from "../../../shared/jets/participant.ts";
import { bankHolidaysOf } from "../../platform/bank-holidays.ts";
import { listLocalHolidays, listOutages } from "../../store/repositories/jets/days-off.ts";
import type { StoredDue } from "../../store/repositories/jets/participants.ts";
import type { WaitingReview } from "../../store/repositories/jets/plan-reviews.ts";
import type { Reader } from "../../store/store.ts";

/** A review stands on the work list from so many working days before it is due. */
const REVIEW_SHOWN_BEFORE = 2;

/** What working days are counted by under contracts of a nation. */
export function workingCalendar(reader: Reader, nation: Nation): WorkingCalendar {
  return {
    nation,
    bankHolidays: bankHolidaysOf(nation),
    localHolidays: listLocalHolidays(reader),
    elsewhere: bankHolidaysOf("ENG"),
    outages: listOutages(reader),
  };
}

/** From which day a participant's full plan is counted; null where that date is not recorded yet. */
export function planCounting(dates: Participant["dates"], { fullPlan }: ContractTerms): Counting | null {
  const { from, workingDays } = fullPlan;
  const countedFrom = from === "start" ? dates.startedOn : dates.referredOn;
  return countedFrom === null ? null : { from, countedFrom, workingDays };
}

/** When a full plan is due, and from when on it is on the work list. */
export function planDue(dates: Participant["dates"], terms: ContractTerms, calendar: WorkingCalendar): StoredDue {
  const counting = planCounting(dates, terms);
  return counting ? planDueAt(dueDate(counting, calendar).dueOn, counting, terms, calendar) : NO_DUE;
}

const NO_DUE: StoredDue = { dueOn: null, shownOn: null };

/** The same for a due date that is known. */
export function planDueAt(
  dueOn: CivilDate,
  { countedFrom }: Counting,
  { shownFromDay }: ContractTerms,
  calendar: WorkingCalendar,
): StoredDue {
  return { dueOn, shownOn: workingDayNumber(countedFrom, shownFromDay, calendar) };
}

/** The review that waits after a day, by the interval that holds. */
export function waitingReview(counting: Omit<Counting, "from">, calendar: WorkingCalendar): WaitingReview {
  const { dueOn } = dueDate({ ...counting, from: "review" }, calendar);
  return { ...counting, dueOn, shownOn: reviewShownOn(dueOn, calendar) };
}

/** From when on a review stands on the work list. */
export function reviewShownOn(dueOn: CivilDate, calendar: WorkingCalendar): CivilDate {
  return workingDaysBefore(dueOn, REVIEW_SHOWN_BEFORE, calendar);
}
