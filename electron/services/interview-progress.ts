import type { OpenInterview } from "../../shared/contract.ts";
import type { Interview, InterviewProgress } from "../../shared/interview/interview.ts";
import { areOnlyClosures, countsAsSaved } from "../../shared/interview/interview-rules.ts";
import { findOpenInterviewOfClient } from "../store/repositories/interviews.ts";
import { listSavesOfInterview } from "../store/repositories/plan-saves.ts";
import { countOpenItemsWithoutReview, findPlanVersion } from "../store/repositories/plans.ts";
import { lastPrinted } from "../store/repositories/prints.ts";
import type { Reader } from "../store/store.ts";
import type { ServiceContext } from "./service-context.ts";

/** The interview a client has open, with what it still asks for; null where none is open. */
export function openInterviewOf(context: ServiceContext, clientId: string): OpenInterview | null {
  const interview = findOpenInterviewOfClient(context.store, clientId);
  return interview ? { interview, progress: progressOf(context, context.store, interview) } : null;
}

/** What was done in an interview towards what its kind asks. */
export function progressOf(context: ServiceContext, reader: Reader, interview: Interview): InterviewProgress {
  const saves = listSavesOfInterview(reader, interview.id);
  const plan = findPlanVersion(reader, interview.clientId, "lms");
  const lastCounted = saves.findLast(countsAsSaved);
  const printedAt = lastCounted && plan ? lastPrinted(reader, plan.id, plan.version) : undefined;
  return {
    asks: context.interviewKinds.find(({ code }) => code === interview.kind)?.asks ?? "none",
    planSavedAt: lastCounted?.savedAt ?? null,
    printedAt: printedAt ?? null,
    saved: {
      itemsAdded: sum(saves.map((save) => save.itemsAdded)),
      itemsChanged: sum(saves.map((save) => save.itemsChanged)),
      reviewsAdded: sum(saves.map((save) => save.reviewsAdded)),
    },
    onlyClosures: areOnlyClosures(saves),
    openItemsWithoutReview: plan ? countOpenItemsWithoutReview(reader, plan.id, interview.id) : 0,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
