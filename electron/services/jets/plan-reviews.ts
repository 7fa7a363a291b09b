import type { RequestInput } from "../../../shared/contract.ts";
import { type CivilDate, laterOf } from "../../../shared/dates.ts";
import type { AppError } from "../../../shared/errors.ts";
import type { CourseProblem } from "../../../shared/jets/course-problems.ts";
import type { PlanReview } from "../../../shared/jets/participant.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import {
  insertPlanReview,
  insertReviewInterval,
  listPlanReviews,
  listReviewIntervals,
  moveReview,
  updatePlanReview,
} from "../../store/repositories/jets/plan-reviews.ts";
import { transaction, type Writer } from "../../store/transaction.ts";
import { unconfirmedClock } from "../clock-moved-back.ts";
import { dropWrittenDraft } from "../record-drafts.ts";
import { auditInInterview, type ServiceContext, tellClientChanged } from "../service-context.ts";
import { writtenText } from "../written-text.ts";
import { type ParticipantUnderContract, participantOf, refused } from "./participants.ts";
import { waitingReview, workingCalendar } from "./working-calendar.ts";

/** Changes the interval between reviews because the participant prefers another (4.06), from the review that waits on. */
export function setReviewInterval(
  context: ServiceContext,
  { clientId, workingDays, reason, decidedOn, isClockConfirmed, savedDraft }: RequestInput<"set-review-interval">,
): Result<Record<string, never>, AppError> {
  const written = writtenText(reason, { field: "Reason", limit: context.policy.noteCharacters });
  if (!written.ok) return written;
  if (decidedOn > context.clock.today()) {
    return refused({ field: "Date", reason: { code: "future", date: decidedOn } });
  }
  const audit = auditInInterview(context, "set-review-interval", clientId);
  const set = transaction(context.store, audit, (writer): Result<Record<string, never>, AppError> => {
    const found = participantOf(context, writer, clientId);
    if (!found.ok) return found;
    const warning = unconfirmedClock(context, writer, { isClockConfirmed });
    if (warning) return err(warning);
    const waiting = waitingOf(writer, clientId);
    if (waiting) {
      const calendar = workingCalendar(writer, found.value.terms.nation);
      moveReview(writer, waiting.id, waitingReview({ countedFrom: waiting.countedFrom, workingDays }, calendar));
    }
    const interval = { id: context.newId(), clientId, workingDays, reason: written.value, decidedOn };
    insertReviewInterval(writer, interval, { at: audit.at, adviserId: context.adviser.id });
    dropWrittenDraft(context, clientId, savedDraft);
    return ok({});
  });
  if (set.ok) tellClientChanged(context, clientId);
  return set;
}

/** Records who took part in the review that waits; it is complete once both have, and the next one waits from then on. */
export function recordPlanReview(
  context: ServiceContext,
  input: RequestInput<"record-plan-review">,
): Result<Record<string, never>, AppError> {
  const { clientId, participantOn, providerOn, means } = input;
  const limit = context.policy.noteCharacters;
  const written = writtenText(input.text, { field: "What was said", limit, isOptional: true });
  if (!written.ok) return written;
  const audit = auditInInterview(context, "record-plan-review", clientId);
  const recorded = transaction(context.store, audit, (writer): Result<Record<string, never>, AppError> => {
    const found = participantOf(context, writer, clientId);
    if (!found.ok) return found;
    const waiting = waitingOf(writer, clientId);
    if (waiting?.id !== input.reviewId) return refused({ field: null, reason: { code: "review-over" } });
    if (waiting.recordedAt !== input.recordedAt) return refused({ field: null, reason: { code: "changed" } });
    const problems = takingPartProblems(input, waiting, context.clock.today());
    if (problems.length > 0) return refused(...problems);
    const warning = unconfirmedClock(context, writer, input);
    if (warning) return err(warning);
    const completedOn = participantOn && providerOn ? laterOf(participantOn, providerOn) : null;
    const recording = { at: audit.at, adviserId: context.adviser.id };
    const taken = { participantOn, providerOn, completedOn, means, text: written.value };
    updatePlanReview(writer, waiting.id, taken, recording);
    if (completedOn) addNext(context, writer, found.value, completedOn, recording);
    dropWrittenDraft(context, clientId, input.savedDraft);
    return ok({});
  });
  if (recorded.ok) tellClientChanged(context, clientId);
  return recorded;
}

function addNext(
  { newId }: ServiceContext,
  writer: Writer,
  { participant: { clientId }, terms }: ParticipantUnderContract,
  countedFrom: CivilDate,
  recording: { readonly at: string; readonly adviserId: string },
): void {
  const workingDays = listReviewIntervals(writer, clientId)[0]?.workingDays ?? terms.planReview.workingDays;
  const next = waitingReview({ countedFrom, workingDays }, workingCalendar(writer, terms.nation));
  insertPlanReview(writer, { id: newId(), clientId, ...next }, recording);
}

function waitingOf(writer: Writer, clientId: string): PlanReview | undefined {
  return listPlanReviews(writer, clientId).find(({ completedOn }) => completedOn === null);
}

function takingPartProblems(
  { participantOn, providerOn }: RequestInput<"record-plan-review">,
  { countedFrom }: PlanReview,
  today: CivilDate,
): CourseProblem[] {
  if (!participantOn && !providerOn) return [{ field: "Who took part", reason: { code: "missing" } }];
  const days = [
    ["Participant took part", participantOn],
    ["Provider took part", providerOn],
  ] as const;
  return days.flatMap(([field, date]): CourseProblem[] => {
    if (!date) return [];
    if (date > today) return [{ field, reason: { code: "future", date } }];
    if (date >= countedFrom) return [];
    return [{ field, reason: { code: "before", date, other: "the day it is counted from", otherDate: countedFrom } }];
  });
}
