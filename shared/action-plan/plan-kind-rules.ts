import type { PlanKind } from "./action-plan.ts";

/** The rules that a kind of plan has or has not; every other rule holds for each kind. */
export interface PlanKindRules {
  /** Outside an interview a plan is created with a recorded reason alone (AP-2). */
  readonly asksWhyCreated: boolean;
  /** An item is closed only within an interview (AI-5). */
  readonly closesInInterview: boolean;
  /** When a saved review can be deleted (RV-3): while its interview is open, or by its author on the day it was written. */
  readonly deletesReview: "in-its-interview" | "by-author-that-day";
  /** Closed items are purged after a time (AI-7). */
  readonly purges: boolean;
}

const RULES: Readonly<Record<PlanKind, PlanKindRules>> = {
  lms: { asksWhyCreated: true, closesInInterview: true, deletesReview: "in-its-interview", purges: true },
  jets: { asksWhyCreated: false, closesInInterview: false, deletesReview: "by-author-that-day", purges: false },
};

/** The rules of a kind of plan. */
export function rulesOf(kind: PlanKind): PlanKindRules {
  return RULES[kind];
}

/** Tells whether an item can be closed as far as interviews go (AI-5). */
export function canCloseNow(kind: PlanKind, isInterviewOpen: boolean): boolean {
  return isInterviewOpen || !rulesOf(kind).closesInInterview;
}
