import { fullName } from "../../shared/client-record/client-record.ts";
import type { OpenInterview, RequestInput, RequestOutput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import type { Interview, InterviewProgress } from "../../shared/interview/interview.ts";
import { decideEnd, isLeftBehind } from "../../shared/interview/interview-rules.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { findAppointment, holdAppointment } from "../store/repositories/appointments.ts";
import { findClientSummaries } from "../store/repositories/clients.ts";
import { dropDraft } from "../store/repositories/drafts.ts";
import {
  findInterview,
  findOpenInterviewOfAdviser,
  findOpenInterviewOfClient,
  insertInterview,
  endInterview as recordEnd,
} from "../store/repositories/interviews.ts";
import { transaction, type Writer } from "../store/transaction.ts";
import { draftKey } from "./drafts.ts";
import { openInterview, progressOf } from "./interview-progress.ts";
import { auditOf, findKind, type ServiceContext } from "./service-context.ts";
import { writtenText } from "./written-text.ts";

/** Starts an interview with a client: one open at a time per client, and per adviser. */
export function startInterview(
  context: ServiceContext,
  { clientId, kind: code, attendance, appointmentId }: RequestInput<"start-interview">,
): Result<OpenInterview, AppError> {
  const kind = findKind(context, code);
  if (!kind.ok) return kind;
  const id = context.newId();
  const audit = auditOf(context, "start-interview", { clientId, interviewId: id });
  const started = transaction(context.store, audit, (writer): Result<Interview, AppError> => {
    const refusal = refuseStart(context, writer, clientId);
    if (refusal) return err(refusal);
    const { id: adviserId, name: adviserName } = context.adviser;
    const begun = { id, clientId, kind: code, attendance, adviserId, startedAt: audit.at };
    const interview = { ...begun, endedAt: null, endReason: null, isCancelled: false, version: 1 };
    insertInterview(writer, interview);
    if (appointmentId !== undefined) {
      const appointment = findAppointment(writer, appointmentId);
      if (appointment?.clientId !== clientId) return err({ code: "appointment-not-found" });
      holdAppointment(writer, appointment, id);
    }
    return ok({ ...interview, adviserName, isFailedToParticipate: false });
  });
  if (!started.ok) return started;
  context.emit({ event: "interview-changed", clientId, interviewId: id });
  return ok(openInterview(context, context.store, started.value));
}

/** The interview that the adviser who is signed in has open, perhaps from an earlier start; nothing where there is none. */
export function ownOpenInterview({ store, adviser }: ServiceContext): Pick<RequestOutput<"session">, "openInterview"> {
  const open = findOpenInterviewOfAdviser(store, adviser.id);
  const [client] = open ? findClientSummaries(store, [open.clientId]) : [];
  if (!open || !client) return {};
  const { clientId, kind, startedAt } = open;
  return { openInterview: { clientId, clientName: fullName(client), kind, startedAt } };
}

function refuseStart(context: ServiceContext, writer: Writer, clientId: string): AppError | undefined {
  if (findClientSummaries(writer, [clientId]).length === 0) return { code: "client-not-found" };
  const ofClient = findOpenInterviewOfClient(writer, clientId);
  if (ofClient) {
    return { code: "client-in-interview", adviserName: ofClient.adviserName, startedAt: ofClient.startedAt };
  }
  const ofAdviser = findOpenInterviewOfAdviser(writer, context.adviser.id);
  if (!ofAdviser) return undefined;
  const [other] = findClientSummaries(writer, [ofAdviser.clientId]);
  return {
    code: "adviser-in-interview",
    clientId: ofAdviser.clientId,
    clientName: other ? fullName(other) : "",
    startedAt: ofAdviser.startedAt,
  };
}

/**
 * Ends an open interview when its gate lets it go (¶101, ¶102). One that was left open overnight or by another adviser
 * ends with a reason instead, and one with an FTP doubt at once, its unsaved changes discarded (¶120).
 */
export function endInterview(
  context: ServiceContext,
  { interviewId, endAnyway, reason: given }: RequestInput<"end-interview">,
): Result<Interview, AppError> {
  const { store, policy, clock, adviser } = context;
  const limit = policy.noteCharacters;
  const written = given === undefined ? ok(null) : writtenText(given, { field: "Reason", limit });
  if (!written.ok) return written;
  const found = findInterview(store, interviewId);
  if (!found) return err({ code: "interview-not-open" });
  const audit = auditOf(context, "end-interview", { clientId: found.clientId, interviewId });
  const ended = transaction(store, audit, (writer): Result<Interview, AppError> => {
    const interview = findInterview(writer, interviewId);
    if (!interview || interview.endedAt !== null) return err({ code: "interview-not-open" });
    const progress = progressOf(context, writer, interview);
    // An ordinary End has no reason.
    const reason = isLeftBehind(interview, clock.today(), adviser.id) ? written.value : null;
    const refusal = refuseEnd(context, interview, progress, { endAnyway, reason });
    if (refusal) return err(refusal);
    recordEnd(writer, interview, { endedAt: audit.at, adviserId: adviser.id, reason, isCancelled: false });
    if (progress.isFailedToParticipate) dropDraft(store, draftKey(context, found.clientId, "lms"), interviewId);
    return ok({ ...interview, endedAt: audit.at, endReason: reason, version: interview.version + 1 });
  });
  if (!ended.ok) return ended;
  context.emit({ event: "interview-changed", clientId: found.clientId, interviewId });
  // The draft that went with it may stand in the work list.
  if (ended.value.isFailedToParticipate) context.emit({ event: "work-changed" });
  return ended;
}

function refuseEnd(
  context: ServiceContext,
  interview: Interview,
  progress: InterviewProgress,
  { endAnyway, reason }: { readonly endAnyway: boolean; readonly reason: string | null },
): AppError | undefined {
  const { adviser, interviewKinds } = context;
  if (reason !== null) return undefined;
  const { adviserName, startedAt } = interview;
  if (interview.adviserId !== adviser.id) return { code: "end-reason-needed", adviserName, startedAt };
  const kindName = interviewKinds.find(({ code }) => code === interview.kind)?.name ?? interview.kind;
  const decision = decideEnd(progress);
  if (decision === "refuse") return { code: "cannot-end", kindName, progress };
  return decision === "warn" && !endAnyway ? { code: "plan-not-completed", kindName } : undefined;
}
