import type { PlanSave } from "../../electron/store/repositories/plan-saves.ts";
import { NO_CHANGES, type Plan, type PlanChanges } from "../../shared/action-plan/action-plan.ts";

/** The day it is for the whole of a fault run. */
export const FAULTS_DAY = "2012-04-16";
/** How many saves a client's plan takes: one item each. */
export const SAVES_PER_PLAN = 100;

/** A save that carries its number in three tables, so that half of it could be told. */
export function numberedChanges(number: number): PlanChanges {
  const step = { key: "step", text: `Step ${number}`, assignedTo: "client" as const, targetDate: FAULTS_DAY };
  return {
    ...NO_CHANGES,
    newItems: [{ ...step, dateClosed: null }],
    newReviews: [{ key: "review", itemId: step.key, text: `Review ${number}` }],
    texts: { aims: `Saved ${number}` },
  };
}

/** What is found of the saves on one plan. */
export interface FoundSaves {
  /** The numbers of the saves that are there whole, in order. */
  readonly whole: readonly number[];
  /** A sentence for each trace of a save that is there in part. */
  readonly partial: readonly string[];
}

/** Looks for each save's item with its review, for the text of the last one, and for one record of each. */
export function findNumberedSaves(plan: Plan | undefined, saves: readonly PlanSave[]): FoundSaves {
  if (!plan) return { whole: [], partial: saves.map(() => "A save is recorded for a plan that is not there") };
  const found = plan.items.map((item) => ({ item, number: Number(item.text.replace("Step ", "")) }));
  const isWhole = ({ item, number }: (typeof found)[number]) =>
    item.reviews.length === 1 && item.reviews[0]?.text === `Review ${number}`;
  const whole = found.filter(isWhole).map(({ number }) => number);
  const partial = found.filter((entry) => !isWhole(entry)).map(({ item }) => `${item.text} is without its review`);
  const last = Math.max(...found.map(({ number }) => number));
  if (plan.texts.aims !== `Saved ${last}`) partial.push(`The text says ${plan.texts.aims} after step ${last}`);
  if (plan.version !== found.length) partial.push(`Version ${plan.version} of a plan has ${found.length} steps`);
  if (!areRecorded(saves, plan.version)) partial.push(`The records of ${plan.version} saves are not all there`);
  return { whole: whole.sort((a, b) => a - b), partial };
}

function areRecorded(saves: readonly PlanSave[], version: number): boolean {
  return (
    saves.length === version &&
    saves.every((save, index) => save.planVersion === index + 1) &&
    saves.every((save) => save.itemsAdded === 1 && save.reviewsAdded === 1 && save.textsChanged === 1)
  );
}
