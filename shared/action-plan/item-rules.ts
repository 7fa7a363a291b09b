import { addDays, addMonths, type CivilDate, daysBetween, laterOf } from "../dates.ts";
import type { Policy } from "../policy.ts";
import type { ActionItem, AssignedTo, Plan, PlanKind } from "./action-plan.ts";
import { canCloseNow, rulesOf } from "./plan-kind-rules.ts";
import type { Reason } from "./problems.ts";

/** The last day a target date may fall on, inclusive (AI-2, ¶108). */
export function latestTargetDate(today: CivilDate, policy: Policy): CivilDate {
  return addMonths(today, policy.targetDateMonthsAhead);
}

/** Why a target date is not allowed: in the past, or over six months ahead, both ends inclusive (AI-2, ¶108). */
export function targetDateReason(date: CivilDate, today: CivilDate, policy: Policy): Reason | undefined {
  if (date < today) return { code: "target-date-past", date, earliest: today };
  const latest = latestTargetDate(today, policy);
  return date > latest ? { code: "target-date-too-far", date, latest } : undefined;
}

/** What the date-closed rules need to know of an item and its surroundings. */
export interface ClosingSituation {
  readonly kind: PlanKind;
  readonly today: CivilDate;
  readonly isInterviewOpen: boolean;
  /** Reviews that the item has once the save is done. */
  readonly reviewCount: number;
  readonly dateCreated: CivilDate;
  readonly policy: Policy;
}

/** The earliest day an item may be closed on: six months back, but not before it was created (AI-4). */
export function earliestDateClosed(situation: Pick<ClosingSituation, "today" | "dateCreated" | "policy">): CivilDate {
  return laterOf(situation.dateCreated, addMonths(situation.today, -situation.policy.dateClosedMonthsBack));
}

/** Why an item cannot be given a date closed at all at the moment: no interview (AI-5), no review (AI-4). */
export function closingReason(
  situation: Pick<ClosingSituation, "kind" | "isInterviewOpen" | "reviewCount">,
): Reason | undefined {
  if (!canCloseNow(situation.kind, situation.isInterviewOpen)) return { code: "closed-outside-interview" };
  return situation.reviewCount === 0 ? { code: "closed-without-review" } : undefined;
}

/** Why a date closed is not allowed (AI-4, AI-5, ¶68): the first of the reasons that applies. */
export function dateClosedReason(date: CivilDate, situation: ClosingSituation): Reason | undefined {
  const notAtAll = closingReason(situation);
  if (notAtAll) return notAtAll;
  const { today, dateCreated, policy } = situation;
  if (date > today) return { code: "closed-in-future", date, latest: today };
  const monthsBack = addMonths(today, -policy.dateClosedMonthsBack);
  if (date < monthsBack) return { code: "closed-too-long-ago", date, earliest: earliestDateClosed(situation) };
  return date < dateCreated ? { code: "closed-before-created", date, earliest: dateCreated } : undefined;
}

/** An item saved with a date closed is read-only from then on (AI-6, ¶69). */
export function isReadOnly(item: Pick<ActionItem, "dateClosed">): boolean {
  return item.dateClosed !== null;
}

/** The list's order: target date, oldest first, then date created, then order of entry (AP-5, ¶61). */
export function compareItems(
  a: Pick<ActionItem, "targetDate" | "dateCreated" | "createdAt" | "id">,
  b: Pick<ActionItem, "targetDate" | "dateCreated" | "createdAt" | "id">,
): number {
  return (
    compareText(a.targetDate, b.targetDate) ||
    compareText(a.dateCreated, b.dateCreated) ||
    Date.parse(a.createdAt) - Date.parse(b.createdAt) ||
    compareText(a.id, b.id)
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The first day on which a closed item may be purged: the day after 18 months have passed (AI-7, ¶60). */
export function purgeDate(dateClosed: CivilDate, policy: Policy): CivilDate {
  return addDays(addMonths(dateClosed, policy.purgeMonthsAfterClosing), 1);
}

/** Tells whether a closed item is due to be purged; plans of other kinds than LMS are kept (AI-7). */
export function isDueForPurge(
  item: Pick<ActionItem, "dateClosed">,
  plan: Pick<Plan, "kind">,
  today: CivilDate,
  policy: Policy,
): boolean {
  return rulesOf(plan.kind).purges && item.dateClosed !== null && purgeDate(item.dateClosed, policy) <= today;
}

/** The day the next closed item is due to be purged; undefined where none is closed (AP-4). */
export function nextPurgeDate(items: readonly Pick<ActionItem, "dateClosed">[], policy: Policy): CivilDate | undefined {
  // What was closed first is purged first.
  const firstClosed = items.flatMap(({ dateClosed }) => dateClosed ?? []).sort(compareText)[0];
  return firstClosed && purgeDate(firstClosed, policy);
}

/** Tells whether a purge must wait for a person: the clock may be wrong when nothing was recorded for long (AI-7). */
export function mustPurgeWait(newestRecord: CivilDate | null, today: CivilDate, policy: Policy): boolean {
  return newestRecord !== null && daysBetween(newestRecord, today) > policy.purgeWaitsAfterDaysWithoutRecords;
}

/** How the list of items writes whom one is assigned to: C or P (AI-9, ¶61). */
export function assignedToLetter(assignedTo: AssignedTo): "C" | "P" {
  return assignedTo === "client" ? "C" : "P";
}
