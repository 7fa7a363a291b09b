import type { OpenInterview, RequestInput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import type { Interview } from "../../shared/interview/interview.ts";
import { mayRaise } from "../../shared/interview/interview-rules.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { bookAgain } from "../store/repositories/appointments.ts";
import {
  changeInterviewKind,
  endInterview,
  findInterview,
  isAnythingRecordedIn,
} from "../store/repositories/interviews.ts";
import { listAnswers, writeAnswer } from "../store/repositories/participation-answers.ts";
import { transaction, type Writer } from "../store/transaction.ts";
import { describeInterview } from "./interview-progress.ts";
import { dropWrittenDraft } from "./record-drafts.ts";
import { auditOf, findKind, type ServiceContext } from "./service-context.ts";
import { writtenText } from "./written-text.ts";

/** Raises an open interview to an enforced kind, when a referral arises midway; it is never lowered. */
export function raiseInterview(
  context: ServiceContext,
  { interviewId, kind: code }: RequestInput<"raise-interview">,
): Result<OpenInterview, AppError> {
  const kind = findKind(context, code);
  if (!kind.ok) return kind;
  return whileOpen(context, "raise-interview", interviewId, (writer, interview) => {
    const current = context.interviewKinds.find((candidate) => candidate.code === interview.kind);
    if (!mayRaise(current?.asks ?? "none", kind.value.asks)) return err({ code: "interview-not-raised" });
    changeInterviewKind(writer, interview, code);
    return ok({});
  });
}

/** Keeps the answer to a participation question with the interview (¶63). */
export function answerQuestion(
  context: ServiceContext,
  { interviewId, question, answer }: RequestInput<"answer-question">,
): Result<OpenInterview, AppError> {
  const written = writtenText(answer, { field: "Answer", limit: context.policy.noteCharacters, isOptional: true });
  if (!written.ok) return written;
  const before = listAnswers(context.store, interviewId).find((given) => given.question === question);
  // What stays as it is leaves no line in the audit, so that the interview can still be taken back.
  if ((before?.answer ?? "") === written.value) return describeInterview(context, interviewId);
  return whileOpen(context, "answer-question", interviewId, (writer, interview) => {
    const kind = context.interviewKinds.find((candidate) => candidate.code === interview.kind);
    // An answer given before the kind was raised can still be corrected.
    const isAsked = before !== undefined || kind?.questions?.some(({ code }) => code === question);
    if (!isAsked) return err({ code: "unknown-question" });
    writeAnswer(writer, interviewId, { question, answer: written.value }, context.newId);
    return ok({});
  });
}

/** Takes back an interview in which nothing has been recorded; its appointment is booked again. */
export function cancelInterview(
  context: ServiceContext,
  { interviewId, reason, savedDraft }: RequestInput<"cancel-interview">,
): Result<Record<string, never>, AppError> {
  const written = writtenText(reason, { field: "Reason", limit: context.policy.noteCharacters });
  if (!written.ok) return written;
  const found = findInterview(context.store, interviewId);
  if (!found) return err({ code: "interview-not-open" });
  const audit = auditOf(context, "cancel-interview", { clientId: found.clientId, interviewId });
  const cancelled = transaction(context.store, audit, (writer): Result<Record<string, never>, AppError> => {
    const interview = findInterview(writer, interviewId);
    if (!interview || interview.endedAt !== null) return err({ code: "interview-not-open" });
    if (isAnythingRecordedIn(writer, interview)) return err({ code: "interview-not-empty" });
    endInterview(writer, interview, {
      endedAt: audit.at,
      adviserId: context.adviser.id,
      reason: written.value,
      isCancelled: true,
    });
    bookAgain(writer, interviewId);
    dropWrittenDraft(context, found.clientId, savedDraft);
    return ok({});
  });
  if (cancelled.ok) context.emit({ event: "interview-changed", clientId: found.clientId, interviewId });
  return cancelled;
}

function whileOpen(
  context: ServiceContext,
  action: string,
  interviewId: string,
  work: (writer: Writer, interview: Interview) => Result<Record<string, never>, AppError>,
): Result<OpenInterview, AppError> {
  const found = findInterview(context.store, interviewId);
  if (!found) return err({ code: "interview-not-open" });
  const { clientId } = found;
  const done = transaction(context.store, auditOf(context, action, { clientId, interviewId }), (writer) => {
    const interview = findInterview(writer, interviewId);
    return interview?.endedAt === null ? work(writer, interview) : err<AppError>({ code: "interview-not-open" });
  });
  if (!done.ok) return done;
  context.emit({ event: "interview-changed", clientId, interviewId });
  return describeInterview(context, interviewId);
}
