import type { ActionItem, Plan, Review } from "../../../shared/action-plan/action-plan.ts";
import type { Interview } from "../../../shared/interview/interview.ts";
import { anItem, aPlan, aReview, policy, TODAY } from "./fixtures.ts";

/** The limits of the guidance. */
export const POLICY = policy;

/** A fictional adviser writing on the tests' day. */
export const AUTHOR = { name: "P Quill", today: TODAY };

/** An open Action Item, with whatever a test changes. */
export function sampleItem(id: string, changed: Partial<ActionItem> = {}): ActionItem {
  return anItem({ id, text: `Step ${id}`, targetDate: "2026-05-01", ...changed });
}

/** A review of the interview "ended", with whatever a test changes. */
export function sampleReview(id: string, changed: Partial<Review> = {}): Review {
  return aReview({ id, text: `Review ${id}`, interviewId: "ended", ...changed });
}

/** A saved plan of these items. */
export function samplePlan(items: ActionItem[], changed: Partial<Plan> = {}): Plan {
  return aPlan({ items, ...changed });
}

/** An interview that ended, to which the sample reviews belong. */
export const ENDED = sampleInterview("ended", "2026-02-16T10:00:00+00:00", "2026-02-16T10:40:00+00:00");
/** The interview that is open on the tests' day. */
export const OPEN = sampleInterview("open", "2026-03-16T09:30:00+00:00", null);

function sampleInterview(id: string, startedAt: string, endedAt: string | null): Interview {
  return {
    id,
    clientId: "client-1",
    kind: "lp-wfi",
    attendance: "present",
    adviserId: "adviser-1",
    adviserName: "R Fennick",
    startedAt,
    endedAt,
    endReason: null,
    isCancelled: false,
    isFailedToParticipate: false,
    version: 1,
  };
}
