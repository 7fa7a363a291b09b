import type { RequestInput, RequestOutput } from "../../../shared/contract.ts";
import { dateOfMoment } from "../../../shared/dates.ts";
import type { AppError } from "../../../shared/errors.ts";
import type { InformationRequest } from "../../../shared/jets/interaction.ts";
import { informationRequestProblems } from "../../../shared/jets/interaction-rules.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { tidyText } from "../../../shared/text.ts";
import { findClientSummaries } from "../../store/repositories/clients.ts";
import {
  findGivenPrint,
  findInformationRequest,
  insertInformationRequest,
  listInformationRequests as readRequests,
  recordAnswer,
} from "../../store/repositories/jets/information-requests.ts";
import { findParticipant } from "../../store/repositories/jets/participants.ts";
import { recordRead, transaction } from "../../store/transaction.ts";
import { unconfirmedClock } from "../clock-moved-back.ts";
import { dropWrittenDraft } from "../record-drafts.ts";
import { auditInInterview, auditOf, type ServiceContext, tellClientChanged } from "../service-context.ts";
import { findSituation, interactionRefused } from "./interactions.ts";

/** What a participant asked for, newest day first, and records that it was read. */
export function listInformationRequests(
  context: ServiceContext,
  { clientId }: RequestInput<"list-information-requests">,
): Result<RequestOutput<"list-information-requests">, AppError> {
  const { store } = context;
  if (findClientSummaries(store, [clientId]).length === 0) return err({ code: "client-not-found" });
  if (!findParticipant(store, clientId)) return interactionRefused({ code: "not-a-participant" });
  recordRead(store, auditOf(context, "list-information-requests", { clientId }));
  return ok({ requests: readRequests(store, clientId) });
}

/** Records that a participant asked for the information in the plan, with the form preferred (4.07). */
export function addInformationRequest(
  context: ServiceContext,
  { clientId, askedOn, form, note, isClockConfirmed, savedDraft }: RequestInput<"add-information-request">,
): Result<InformationRequest, AppError> {
  const audit = auditInInterview(context, "add-information-request", clientId);
  const request = { id: context.newId(), clientId, askedOn, form, note: tidyText(note), recordedAt: audit.at };
  const limit = context.policy.noteCharacters;
  const added = transaction(context.store, audit, (writer): Result<InformationRequest, AppError> => {
    const situation = findSituation(context, writer, clientId, limit);
    if (!situation.ok) return situation;
    const problems = informationRequestProblems(request, situation.value);
    if (problems.length > 0) return err({ code: "interaction-refused", problems });
    const warning = unconfirmedClock(context, writer, { isClockConfirmed });
    if (warning) return err(warning);
    insertInformationRequest(writer, { ...request, adviserId: context.adviser.id });
    dropWrittenDraft(context, clientId, savedDraft);
    return ok({ ...request, recordedBy: context.adviser.name, answer: null });
  });
  if (added.ok) tellClientChanged(context, clientId);
  return added;
}

/** Marks a request answered by a copy of the participant's own plan, on the day on which the copy was given. */
export function answerInformationRequest(
  context: ServiceContext,
  { requestId, printId, isClockConfirmed }: RequestInput<"answer-information-request">,
): Result<InformationRequest, AppError> {
  const request = findInformationRequest(context.store, requestId);
  if (!request) return interactionRefused({ code: "request-not-found" });
  const { clientId, askedOn } = request;
  const audit = auditInInterview(context, "answer-information-request", clientId);
  const answered = transaction(context.store, audit, (writer): Result<InformationRequest, AppError> => {
    const before = findInformationRequest(writer, requestId)?.answer;
    if (before) return interactionRefused({ code: "already-answered", answeredOn: before.answeredOn });
    const print = findGivenPrint(writer, printId);
    if (!print) return err({ code: "print-not-found" });
    if (print.clientId !== clientId || print.kind !== "jets") {
      return interactionRefused({ code: "copy-of-another-plan" });
    }
    if (print.givenAt === null) return interactionRefused({ code: "copy-not-given" });
    const answeredOn = dateOfMoment(print.givenAt);
    if (answeredOn < askedOn) return interactionRefused({ code: "copy-before-request", askedOn });
    const warning = unconfirmedClock(context, writer, { isClockConfirmed });
    if (warning) return err(warning);
    recordAnswer(writer, requestId, { answeredOn, adviserId: context.adviser.id, printId });
    return ok({ ...request, answer: { answeredOn, answeredBy: context.adviser.name, printId } });
  });
  if (answered.ok) tellClientChanged(context, clientId);
  return answered;
}
