import type { TabText } from "../../shared/action-plan/action-plan.ts";
import type { FieldName, Place } from "../../shared/action-plan/problems.ts";
import type { ShownProblem } from "../../shared/action-plan/shown-plan.ts";
import type { WorkingCopy } from "../../shared/action-plan/working-copy.ts";

/** The tabs in the window's order. */
export const TAB_NAMES = ["Aims", "EHist", "PCirc", "Quals", "Info"] as const;
/** The tab that only a plan under a contract has; what stands on it is the contract's own word. */
export const CONTRACT_TAB = "contract";
export type TabName = (typeof TAB_NAMES)[number] | typeof CONTRACT_TAB;

/** The tab that a text box stands on. */
export const TAB_OF_TEXT: Readonly<Record<TabText, TabName>> = {
  aims: "Aims",
  employment: "EHist",
  qualifications: "Quals",
  info: "Info",
};

/** The element that a field is, so that a message can lead to it. */
export function fieldId(field: FieldName): string {
  return `field-${field.toLowerCase().replaceAll(" ", "-")}`;
}

/** What is wrong with each field on screen, in the words that stand below it. */
export type FieldProblems = Readonly<Partial<Record<FieldName, string>>>;

/** Picks the problems of the item and review on screen and of every tab, worded for their fields. */
export function problemsOnScreen(
  problems: readonly ShownProblem[],
  { itemId, reviewId, mode }: Pick<WorkingCopy, "itemId" | "reviewId" | "mode">,
  words: (problem: ShownProblem) => string,
): FieldProblems {
  const isHere = (place: Place) => {
    if (place.of === "text") return true;
    if (mode === "list" || place.of === "plan") return false;
    if (place.of === "new-item") return place.key === itemId;
    if (place.of === "item") return place.itemId === itemId;
    return (place.of === "new-review" ? place.key : place.reviewId) === reviewId;
  };
  return Object.fromEntries(
    problems.filter(({ place }) => isHere(place)).map((problem) => [problem.field, words(problem)]),
  );
}
