import type { NewItem, PlanChanges } from "../action-plan/action-plan.ts";
import type { Reason } from "../action-plan/problems.ts";
import { type CivilDate, laterOf } from "../dates.ts";

/** What the rules need to know of a clerical form that is being entered. */
export interface ClericalSituation {
  /** The day the form says it was filled in. */
  readonly happenedOn: CivilDate;
  /** The day the form was issued; null for one that was not issued here. */
  readonly issuedOn: CivilDate | null;
}

/** Why something on paper cannot have happened on a day: it is still to come, or the form was not issued yet (¶125). */
export function happenedOnReason(
  date: CivilDate,
  { today, issuedOn }: { readonly today: CivilDate; readonly issuedOn: CivilDate | null },
): Reason | undefined {
  if (date > today) return { code: "happened-in-future", date, latest: today };
  if (issuedOn !== null && date < issuedOn) return { code: "happened-before-issued", date, earliest: issuedOn };
  return undefined;
}

/** The day as of which a new item is checked, which is the day it is created: the day it happened on, or today. */
export function dayOfItem(
  item: Pick<NewItem, "happenedOn">,
  { today, clerical }: { readonly today: CivilDate; readonly clerical?: ClericalSituation | undefined },
): CivilDate {
  return clerical ? (item.happenedOn ?? clerical.happenedOn) : today;
}

/** The day as of which the closing of an item is checked: the last day on which the form says anything of it, or today. */
export function dayOfClosing(
  itemId: string,
  changes: Pick<PlanChanges, "newItems" | "newReviews">,
  { today, clerical }: { readonly today: CivilDate; readonly clerical?: ClericalSituation | undefined },
): CivilDate {
  if (!clerical) return today;
  const days = [
    ...changes.newItems.filter(({ key }) => key === itemId),
    ...changes.newReviews.filter((review) => review.itemId === itemId),
  ].map(({ happenedOn }) => happenedOn ?? clerical.happenedOn);
  return days.reduce(laterOf, clerical.happenedOn);
}
