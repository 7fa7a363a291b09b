import type { NewItem, NewReview, PlanChanges } from "../action-plan/action-plan.ts";
import type { WorkingCopy } from "../action-plan/working-copy.ts";
import { type CivilDate, parseTypedDate } from "../dates.ts";
import { isBlank } from "../text.ts";

/** Gives every new item and review that has none yet the day that stands on the form, so that it stays with them. */
export function withHappenedOn(copy: WorkingCopy, day: CivilDate): WorkingCopy {
  const { newItems, newReviews } = copy.changes;
  if (![...newItems, ...newReviews].some(({ happenedOn }) => happenedOn === undefined)) return copy;
  const stamped = <Written extends NewItem | NewReview>(written: Written): Written =>
    written.happenedOn === undefined ? { ...written, happenedOn: day } : written;
  const changes = { ...copy.changes, newItems: newItems.map(stamped), newReviews: newReviews.map(stamped) };
  return { ...copy, changes };
}

/**
 * Takes what was typed as the day a new item or review happened on; a text that is no date is kept apart, and an empty
 * one means the form's day.
 */
export function setHappenedOn(copy: WorkingCopy, key: string, typed: string, day: CivilDate): WorkingCopy {
  const date = isBlank(typed) ? day : parseTypedDate(typed, { today: day });
  const others = copy.unreadDates.filter(({ itemId, field }) => itemId !== key || field !== "Happened On");
  if (date === undefined) {
    return { ...copy, unreadDates: [...others, { itemId: key, field: "Happened On", text: typed }] };
  }
  return { ...copy, unreadDates: others, changes: withDay(copy.changes, key, date) };
}

function withDay(changes: PlanChanges, key: string, happenedOn: CivilDate): PlanChanges {
  const dated = <Written extends NewItem | NewReview>(written: Written): Written =>
    written.key === key ? { ...written, happenedOn } : written;
  return { ...changes, newItems: changes.newItems.map(dated), newReviews: changes.newReviews.map(dated) };
}
