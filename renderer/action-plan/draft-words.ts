import { CHALLENGES } from "../../shared/action-plan/challenges.ts";
import type { ItemField, Part } from "../../shared/action-plan/conflict.ts";
import { type KindWords, withArticle } from "../../shared/action-plan/kind-words.ts";
import { type CivilDate, dateOfMoment, formatDate, formatMoment, formatTime, isCivilDate } from "../../shared/dates.ts";
import { errorMessage } from "../../shared/messages.ts";
import { isBlank } from "../../shared/text.ts";
import type { DraftState } from "./draft-keeper.ts";

/** What the status bar says of unsaved work: when it was last kept, or why it is not. */
export function unsavedInWords(state: DraftState): string {
  if (state.is === "kept") return `Unsaved changes, kept ${formatTime(state.at)}`;
  if (state.is === "none") return "Unsaved changes";
  const { title } = errorMessage(state.error);
  return `Unsaved changes. Draft not kept: ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}

/** A moment as short as it can be told: 10:42 today, with its date on any other day. */
export function momentInShort(moment: string, today: CivilDate): string {
  return dateOfMoment(moment) === today ? formatTime(moment) : formatMoment(moment);
}

const FIELDS: Readonly<Record<Exclude<ItemField, "text">, string>> = {
  assignedTo: "Assigned To",
  targetDate: "Target Date",
  dateClosed: "Date Closed",
  challenge: "Challenge",
};

const TEXTS = { aims: "Aims text", employment: "EHist text", qualifications: "Quals text", info: "Info text" } as const;

/** The name of what a part is. */
export function partName({ change }: Pick<Part, "change">, { item }: KindWords): string {
  switch (change.of) {
    case "new-item":
      return `New ${item}`;
    case "item":
      return change.field === "text" ? item : FIELDS[change.field];
    case "new-review":
      return "New review";
    case "review":
      return "Review";
    case "deleted-review":
      return "Delete review";
    case "text":
      return TEXTS[change.tab];
  }
}

/** Which item a part is about; empty for a tab's text. */
export function partPlace({ change, item }: Pick<Part, "change" | "item">, words: KindWords): string {
  if (change.of === "new-item") {
    const { assignedTo, targetDate } = change.item;
    const whose = assignedTo ? `, assigned to ${words.assignedTo[assignedTo]}` : "";
    return targetDate ? `due ${formatDate(targetDate)}${whose}` : whose.slice(2);
  }
  if (change.of === "text") return "";
  const { shortItem } = words;
  return item
    ? `of the ${shortItem} due ${formatDate(item.targetDate)}: ${firstWords(item.text)}`
    : `of ${withArticle(shortItem)}`;
}

/** One side of a part as it is read. */
export function sideInWords(
  { change }: Pick<Part, "change">,
  value: string | null | undefined,
  words: KindWords,
): string {
  if (value === undefined) return "Not known";
  if (change.of === "deleted-review" && value === null) return "This review was to go";
  if (value === null || isBlank(value)) return "Nothing";
  return change.of === "item" ? valueInWords(change.field, value, words) : value;
}

/** Why a part can be copied and not applied. */
export function copyOnlyReason({ fate }: Pick<Part, "fate">, { shortItem }: KindWords): string {
  return fate === "closed"
    ? `This ${shortItem} has been closed since, and a closed ${shortItem} stays as it is. You can copy what you wrote.`
    : "This is no longer on the plan. You can copy what you wrote.";
}

function valueInWords(field: ItemField, value: string, { assignedTo }: KindWords): string {
  if (field === "assignedTo") return value === "client" ? assignedTo.client : assignedTo.pa;
  if (field === "challenge") return CHALLENGES.find(({ code }) => code === value)?.name ?? value;
  return field !== "text" && isCivilDate(value) ? formatDate(value) : value;
}

const SHORTEST_CUT = 60;

function firstWords(text: string): string {
  return text.length <= SHORTEST_CUT ? text : `${text.slice(0, SHORTEST_CUT).replace(/\s+\S*$/, "")}…`;
}
