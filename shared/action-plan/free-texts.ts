import type { Policy } from "../policy.ts";
import { isBlank } from "../text.ts";
import type { ActionItem, PlanChanges, TabText } from "./action-plan.ts";
import { compareItems, isReadOnly } from "./item-rules.ts";
import type { FieldName, Place } from "./problems.ts";
import { compareReviews } from "./review-rules.ts";
import { TAB_TEXT_FIELDS, tabTextLimit } from "./validate-changes.ts";
import { changesToSave, goToPlace, setItemText, setReviewText, setTabText, type WorkingCopy } from "./working-copy.ts";

/** Where a free text of the plan stands. */
export type TextPlace = Exclude<Place, { readonly of: "plan" }>;

/** A free text of the plan as it stands now. */
export interface FreeText {
  /** The same for the same place. */
  readonly id: string;
  readonly place: TextPlace;
  /** The field's name on screen. */
  readonly field: FieldName;
  readonly text: string;
}

const TABS: readonly TabText[] = ["aims", "employment", "qualifications", "info"];

/** Every free text that a Save would send, new or changed: item by item with its reviews, then the tabs. */
export function changedTexts(copy: WorkingCopy): FreeText[] {
  const changes = changesToSave(copy);
  const items = [...(copy.plan?.items ?? [])].sort(compareItems).flatMap((item) => changedOf(item, changes));
  const tabs = TABS.flatMap((tab) => (changes.texts[tab] === undefined ? [] : [tabText(tab, changes.texts[tab])]));
  return written([...newItemTexts(changes), ...items, ...tabs]);
}

/** Every free text of the plan that can be written on, saved or not (¶72): closed items stay as they are. */
export function everyText(copy: WorkingCopy): FreeText[] {
  const changes = changesToSave(copy);
  const items = [...(copy.plan?.items ?? [])]
    .filter((item) => !isReadOnly(item))
    .sort(compareItems)
    .flatMap((item) => allOf(item, changes));
  const tabs = TABS.map((tab) => tabText(tab, changes.texts[tab] ?? copy.plan?.texts[tab] ?? ""));
  return written([...newItemTexts(changes), ...items, ...tabs]);
}

/** The free text of a field on screen; undefined where nothing can be written in it. */
export function textOnScreen(copy: WorkingCopy, field: FieldName): FreeText | undefined {
  const tab = TABS.find((name) => TAB_TEXT_FIELDS[name] === field);
  if (tab) return tabText(tab, copy.changes.texts[tab] ?? copy.plan?.texts[tab] ?? "");
  const shown = field === "Review" ? copy.reviewId : copy.itemId;
  const isShown = ({ place }: FreeText) => {
    if (field === "Action Item") return idOfItem(place) === shown;
    return (place.of === "new-review" && place.key === shown) || (place.of === "review" && place.reviewId === shown);
  };
  return everyText(copy).find(isShown);
}

/** The text that stands at a place now; undefined once the place is gone. */
export function textAt(copy: WorkingCopy, { id }: Pick<FreeText, "id">): string | undefined {
  return everyText(copy).find((text) => text.id === id)?.text;
}

/** Goes to a place and writes its text. */
export function writeText(copy: WorkingCopy, place: TextPlace, text: string): WorkingCopy {
  const there = goToPlace(copy, place);
  if (place.of === "text") return setTabText(there, place.tab, text);
  return place.of === "item" || place.of === "new-item" ? setItemText(there, text) : setReviewText(there, text);
}

/** How many characters the field of a place holds (TX-1, TX-2). */
export function textLimit(place: TextPlace, policy: Policy): number {
  if (place.of === "text") return tabTextLimit(place.tab, policy);
  return place.of === "item" || place.of === "new-item" ? policy.actionItemCharacters : policy.reviewCharacters;
}

function newItemTexts({ newItems }: PlanChanges): FreeText[] {
  return newItems.map(({ key, text }) => ({
    id: `new-item ${key}`,
    place: { of: "new-item", key },
    field: "Action Item",
    text,
  }));
}

function changedOf(item: ActionItem, changes: PlanChanges): FreeText[] {
  const amended = changes.amendedItems.find(({ itemId }) => itemId === item.id)?.text;
  const reviews = reviewTexts(item, changes).filter(
    ({ place }) =>
      place.of === "new-review" ||
      (place.of === "review" && changes.amendedReviews.some(({ reviewId }) => reviewId === place.reviewId)),
  );
  return amended === undefined ? reviews : [itemText(item, amended), ...reviews];
}

function allOf(item: ActionItem, changes: PlanChanges): FreeText[] {
  const amended = changes.amendedItems.find(({ itemId }) => itemId === item.id)?.text;
  return [itemText(item, amended ?? item.text), ...reviewTexts(item, changes)];
}

function itemText({ id, targetDate }: ActionItem, text: string): FreeText {
  return { id: `item ${id}`, place: { of: "item", itemId: id, targetDate }, field: "Action Item", text };
}

function reviewTexts({ id: itemId, targetDate, reviews }: ActionItem, changes: PlanChanges): FreeText[] {
  const { newReviews, amendedReviews, deletedReviews } = changes;
  const unsaved = newReviews.filter((review) => review.itemId === itemId).reverse();
  const kept = reviews.filter(({ id }) => !deletedReviews.includes(id)).sort(compareReviews);
  return [
    ...unsaved.map(
      ({ key, text }): FreeText => ({
        id: `new-review ${key}`,
        place: { of: "new-review", key, itemId, targetDate },
        field: "Review",
        text,
      }),
    ),
    ...kept.map(
      ({ id, text }): FreeText => ({
        id: `review ${id}`,
        place: { of: "review", reviewId: id, itemId, targetDate },
        field: "Review",
        text: amendedReviews.find(({ reviewId }) => reviewId === id)?.text ?? text,
      }),
    ),
  ];
}

function tabText(tab: TabText, text: string): FreeText {
  return { id: `tab ${tab}`, place: { of: "text", tab }, field: TAB_TEXT_FIELDS[tab], text };
}

function idOfItem(place: TextPlace): string | undefined {
  if (place.of === "new-item") return place.key;
  return place.of === "item" ? place.itemId : undefined;
}

function written(texts: readonly FreeText[]): FreeText[] {
  return texts.filter(({ text }) => !isBlank(text));
}
