import { formatDate } from "../dates.ts";
import { plural } from "../message.ts";
import { assertNever } from "../result.ts";
import { type KindWords, LMS_WORDS, withArticle } from "./kind-words.ts";
import type { Place, Problem, Reason } from "./problems.ts";

/** What is wrong with one field and what to do, as the end of a sentence that starts with the field's name. */
export function problemMessage({ reason, field }: Problem, words: KindWords = LMS_WORDS): string {
  return reasonMessage(reason, field, words);
}

function reasonMessage(reason: Reason, field: Problem["field"], words: KindWords): string {
  switch (reason.code) {
    case "text-missing":
      return field === "Review" ? "write what was said, or take the review out." : "write what is to be done.";
    case "text-too-long":
      return `${reason.over} ${plural(reason.over, "character")} over the limit of ${reason.limit.toLocaleString("en-GB")}; shorten the text.`;
    case "text-double-quotes":
      return "has double quotation marks, which corrupt the record when it is transferred to a provider; use single ones.";
    case "assigned-to-missing":
      return `choose ${words.assignedTo.client} or ${words.assignedTo.pa}.`;
    case "target-date-missing":
      return "enter a date.";
    case "target-date-past":
      if (reason.isAsOnForm) {
        return `${formatDate(reason.date)} is before the day it happened on; the earliest is ${formatDate(reason.earliest)}.`;
      }
      return `${formatDate(reason.date)} is in the past; the earliest is today, ${formatDate(reason.earliest)}.`;
    case "target-date-too-far":
      return `${formatDate(reason.date)} is over six months ahead; the latest is ${formatDate(reason.latest)}.`;
    case "closed-without-review":
      return `record a review first; ${withArticle(words.item)} is closed once it has been reviewed.`;
    case "closed-outside-interview":
      return "an Action Item is closed only within an interview. Make a note in Conversations and close it at the next interview; never open an interview just to close an item.";
    case "closed-in-future":
      if (reason.isAsOnForm) {
        return `${formatDate(reason.date)} is after the last day on the form; the latest is ${formatDate(reason.latest)}.`;
      }
      return `${formatDate(reason.date)} is in the future; the latest is today, ${formatDate(reason.latest)}.`;
    case "happened-in-future":
      return `${formatDate(reason.date)} is in the future; what stands on the form has happened by today, ${formatDate(reason.latest)}.`;
    case "happened-before-issued":
      return `${formatDate(reason.date)} is before the form was issued; the earliest is ${formatDate(reason.earliest)}.`;
    case "happened-without-form":
      return "this was written while a clerical form was being entered; choose Enter a clerical form in the File menu of the client's page and go on there.";
    case "closed-too-long-ago":
      return `${formatDate(reason.date)} is over six months back; the earliest is ${formatDate(reason.earliest)}.`;
    case "closed-before-created":
      return `${formatDate(reason.date)} is before the ${words.shortItem} was created; the earliest is ${formatDate(reason.earliest)}.`;
    case "item-closed":
      return `this ${words.item} is closed and can no longer be changed; put a mistake right with a new ${words.shortItem}.`;
    case "item-missing":
      return `this ${words.item} is no longer on the plan; close the plan and open it again.`;
    case "review-missing":
      return `this review is no longer on the ${words.shortItem}; close the plan and open it again.`;
    case "written-twice":
      return "the same change was sent twice; close the plan and open it again.";
    case "too-many-items":
      return `a plan holds at most ${reason.limit} ${words.items}.`;
    case "too-many-reviews":
      return `${withArticle(words.item)} holds at most ${reason.limit} reviews; record what was said on another ${words.shortItem}.`;
    case "review-not-deletable":
      return reason.interviewDate
        ? `this review belongs to the interview of ${formatDate(reason.interviewDate)}, which has ended, and stays.`
        : "this review can be deleted only during the client's next interview.";
    case "review-only-authors":
      return `this review was written by ${reason.writtenBy} on ${formatDate(reason.writtenOn)}; only its author can delete it, on that day.`;
    case "new-item-needed":
      return `each time the plan is updated a new ${words.item} is added, or ${withArticle(words.shortItem)} is amended or reviewed; add one, then save.`;
    default:
      return assertNever(reason);
  }
}

/** Where on the plan a problem is, as it follows the field's name. */
export function problemPlace({ place }: Pick<Problem, "place">, words: KindWords = LMS_WORDS): string {
  switch (place.of) {
    case "plan":
    case "text":
      return "";
    case "new-item":
      return `of the new ${words.item}`;
    case "item":
      return onItem("of", place, words);
    case "new-review":
      return `new, ${onItem("on", place, words)}`;
    case "review":
      return onItem("on", place, words);
    default:
      return assertNever(place);
  }
}

function onItem(
  word: "of" | "on",
  { targetDate }: Extract<Place, { targetDate: unknown }>,
  { item, shortItem }: KindWords,
): string {
  return targetDate ? `${word} the ${shortItem} due ${formatDate(targetDate)}` : `${word} the ${item}`;
}
