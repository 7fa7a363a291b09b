import type { OpenInterview, RequestInput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { standingFailure } from "../../shared/interview/interview-rules.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import {
  findDoubt,
  insertDoubt,
  listDoubtsOfInterview,
  settleDoubt as recordSettling,
  withdrawDoubt as recordWithdrawal,
} from "../store/repositories/doubts.ts";
import { findInterview } from "../store/repositories/interviews.ts";
import { transaction } from "../store/transaction.ts";
import { describeInterview } from "./interview-progress.ts";
import { dropWrittenDraft } from "./record-drafts.ts";
import { auditInInterview, auditOf, type ServiceContext, tellClientChanged } from "./service-context.ts";
import { writtenText } from "./written-text.ts";

/** Records a doubt as a DMA question while the interview is open; FTP changes what its End does (¶119). */
export function recordDoubt(
  context: ServiceContext,
  { interviewId, kind, text, savedDraft }: RequestInput<"record-doubt">,
): Result<OpenInterview, AppError> {
  const rule = { field: "Doubt", limit: context.policy.noteCharacters, isOptional: kind === "ftp" };
  const written = writtenText(text, rule);
  if (!written.ok) return written;
  const found = findInterview(context.store, interviewId);
  if (!found) return err({ code: "interview-not-open" });
  const { clientId } = found;
  const audit = auditOf(context, "record-doubt", { clientId, interviewId });
  const recorded = transaction(context.store, audit, (writer): Result<Record<string, never>, AppError> => {
    if (findInterview(writer, interviewId)?.endedAt !== null) return err({ code: "interview-not-open" });
    if (kind === "ftp" && standingFailure(listDoubtsOfInterview(writer, interviewId))) {
      return err({ code: "doubt-recorded-already" });
    }
    const doubt = { id: context.newId(), interviewId, clientId, kind, text: written.value };
    insertDoubt(writer, { ...doubt, recordedAt: audit.at, adviserId: context.adviser.id });
    dropWrittenDraft(context, clientId, savedDraft);
    return ok({});
  });
  return recorded.ok ? told(context, clientId, interviewId) : recorded;
}

/** Takes a doubt back before End; the normal gate holds again. */
export function withdrawDoubt(
  context: ServiceContext,
  { doubtId }: RequestInput<"withdraw-doubt">,
): Result<OpenInterview, AppError> {
  const found = findDoubt(context.store, doubtId);
  if (!found || found.withdrawnAt) return err({ code: "doubt-not-found" });
  const { clientId, interviewId } = found;
  const audit = auditOf(context, "withdraw-doubt", { clientId, interviewId });
  const withdrawn = transaction(context.store, audit, (writer): Result<Record<string, never>, AppError> => {
    if (findInterview(writer, interviewId)?.endedAt !== null) return err({ code: "interview-not-open" });
    if (findDoubt(writer, doubtId)?.withdrawnAt !== null) return err({ code: "doubt-not-found" });
    recordWithdrawal(writer, doubtId, audit.at, context.adviser.id);
    return ok({});
  });
  return withdrawn.ok ? told(context, clientId, interviewId) : withdrawn;
}

/** Records what came of a doubt after its interview, so that the client record no longer asks for it (¶121). */
export function settleDoubt(
  context: ServiceContext,
  { doubtId, outcome, savedDraft }: RequestInput<"settle-doubt">,
): Result<Record<string, never>, AppError> {
  const written = writtenText(outcome, { field: "What was decided", limit: context.policy.noteCharacters });
  if (!written.ok) return written;
  const found = findDoubt(context.store, doubtId);
  if (!found || found.withdrawnAt || found.settledAt) return err({ code: "doubt-not-found" });
  const audit = auditInInterview(context, "settle-doubt", found.clientId);
  const settled = transaction(context.store, audit, (writer): Result<Record<string, never>, AppError> => {
    const doubt = findDoubt(writer, doubtId);
    if (!doubt || doubt.withdrawnAt || doubt.settledAt) return err({ code: "doubt-not-found" });
    // Until End a doubt can only be withdrawn.
    if (findInterview(writer, doubt.interviewId)?.endedAt === null) return err({ code: "doubt-not-found" });
    recordSettling(writer, doubtId, audit.at, context.adviser.id, written.value);
    dropWrittenDraft(context, found.clientId, savedDraft);
    return ok({});
  });
  if (settled.ok) tellClientChanged(context, found.clientId);
  return settled;
}

function told(context: ServiceContext, clientId: string, interviewId: string): Result<OpenInterview, AppError> {
  context.emit({ event: "interview-changed", clientId, interviewId });
  return describeInterview(context, interviewId);
}
