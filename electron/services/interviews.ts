import { fullName } from "../../shared/client-record/client-record.ts";
import type { OpenInterview, RequestInput, RequestOutput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import type { Interview } from "../../shared/interview/interview.ts";
import { decideEnd } from "../../shared/interview/interview-rules.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { findClientSummaries } from "../store/repositories/clients.ts";
import {
  findInterview,
  findOpenInterviewOfAdviser,
  findOpenInterviewOfClient,
  insertInterview,
  endInterview as recordEnd,
} from "../store/repositories/interviews.ts";
import { transaction, type Writer } from "../store/transaction.ts";
import { progressOf } from "./interview-progress.ts";
import { auditOf, findKind, type ServiceContext } from "./service-context.ts";

/** Starts an interview with a client: one open at a time per client, and per adviser. */
export function startInterview(
  context: ServiceContext,
  { clientId, kind: code, attendance }: RequestInput<"start-interview">,
): Result<OpenInterview, AppError> {
  const kind = findKind(context, code);
  if (!kind.ok) return kind;
  const id = context.newId();
  const audit = auditOf(context, "start-interview", { clientId, interviewId: id });
  const started = transaction(context.store, audit, (writer): Result<Interview, AppError> => {
    const refusal = refuseStart(context, writer, clientId);
    if (refusal) return err(refusal);
    const { id: adviserId, name: adviserName } = context.adviser;
    const interview = {
      id,
      clientId,
      kind: code,
      attendance,
      adviserId,
      startedAt: audit.at,
      endedAt: null,
      version: 1,
    };
    insertInterview(writer, interview);
    return ok({ ...interview, adviserName });
  });
  if (!started.ok) return started;
  context.emit({ event: "interview-changed", clientId, interviewId: id });
  return ok({ interview: started.value, progress: progressOf(context, context.store, started.value) });
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

/** Ends an open interview when its gate lets it go (¶101, ¶102). */
export function endInterview(
  context: ServiceContext,
  { interviewId, endAnyway }: RequestInput<"end-interview">,
): Result<Interview, AppError> {
  const found = findInterview(context.store, interviewId);
  if (!found) return err({ code: "interview-not-open" });
  const audit = auditOf(context, "end-interview", { clientId: found.clientId, interviewId });
  const ended = transaction(context.store, audit, (writer): Result<Interview, AppError> => {
    const interview = findInterview(writer, interviewId);
    if (!interview || interview.endedAt !== null) return err({ code: "interview-not-open" });
    const refusal = refuseEnd(context, writer, interview, endAnyway);
    if (refusal) return err(refusal);
    recordEnd(writer, interview, audit.at);
    return ok({ ...interview, endedAt: audit.at, version: interview.version + 1 });
  });
  if (ended.ok) context.emit({ event: "interview-changed", clientId: found.clientId, interviewId });
  return ended;
}

function refuseEnd(
  context: ServiceContext,
  writer: Writer,
  interview: Interview,
  endAnyway: boolean,
): AppError | undefined {
  const progress = progressOf(context, writer, interview);
  const kindName = context.interviewKinds.find(({ code }) => code === interview.kind)?.name ?? interview.kind;
  const decision = decideEnd(progress);
  if (decision === "refuse") return { code: "cannot-end", kindName, progress };
  return decision === "warn" && !endAnyway ? { code: "plan-not-completed", kindName } : undefined;
}
