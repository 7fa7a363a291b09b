import { appearsAtInterview } from "../../shared/client-record/close-notes.ts";
import type { OpenInterview } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import type { Interview, InterviewProgress } from "../../shared/interview/interview.ts";
import {
  areOnlyClosures,
  countsAsSaved,
  isLeftBehind,
  standingFailure,
} from "../../shared/interview/interview-rules.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { listCloseNotes } from "../store/repositories/conversations.ts";
import { listDoubtsOfInterview } from "../store/repositories/doubts.ts";
import { findDraftStamp } from "../store/repositories/drafts.ts";
import { findInterview, findOpenInterviewOfClient } from "../store/repositories/interviews.ts";
import { listAnswers } from "../store/repositories/participation-answers.ts";
import { listSavesOfInterview } from "../store/repositories/plan-saves.ts";
import { findPlanVersion } from "../store/repositories/plans.ts";
import { lastPrinted } from "../store/repositories/prints.ts";
import type { Reader } from "../store/store.ts";
import type { ServiceContext } from "./service-context.ts";

/** The interview a client has open, with what it still asks for; null where none is open. */
export function openInterviewOf(context: ServiceContext, clientId: string): OpenInterview | null {
  const interview = findOpenInterviewOfClient(context.store, clientId);
  return interview ? openInterview(context, context.store, interview) : null;
}

/** An open interview by its id, as its bar shows it. */
export function describeInterview(context: ServiceContext, interviewId: string): Result<OpenInterview, AppError> {
  const interview = findInterview(context.store, interviewId);
  if (!interview || interview.endedAt !== null) return err({ code: "interview-not-open" });
  return ok(openInterview(context, context.store, interview));
}

/** An open interview with everything its bar and its End look at. */
export function openInterview(context: ServiceContext, reader: Reader, interview: Interview): OpenInterview {
  const { clock, adviser } = context;
  const draft = findDraftStamp(reader, { clientId: interview.clientId, kind: "lms", adviserId: adviser.id });
  return {
    interview,
    progress: progressOf(context, reader, interview),
    isLeftBehind: isLeftBehind(interview, clock.today(), adviser.id),
    doubts: listDoubtsOfInterview(reader, interview.id),
    answers: listAnswers(reader, interview.id),
    closeNotes: closeNotesAt(reader, interview),
    hasOwnDraft: draft?.interviewId === interview.id,
  };
}

function closeNotesAt(reader: Reader, { clientId, startedAt }: Interview): OpenInterview["closeNotes"] {
  return listCloseNotes(reader, clientId)
    .filter(({ note, isItemOpen }) => appearsAtInterview({ createdAt: note.createdAt, isItemOpen }, startedAt))
    .map(({ note }) => note);
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
    isFailedToParticipate: standingFailure(listDoubtsOfInterview(reader, interview.id)) !== undefined,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
