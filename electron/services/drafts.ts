import type { PlanKind } from "../../shared/action-plan/action-plan.ts";
import type { RequestInput, RequestOutput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { findClientSummaries } from "../store/repositories/clients.ts";
import { type DraftKey, dropDraft, findDraftStamp, keepDraft as writeDraft } from "../store/repositories/drafts.ts";
import { findOpenInterviewOfClient } from "../store/repositories/interviews.ts";
import type { ServiceContext } from "./service-context.ts";

/** Keeps what an adviser wrote on a plan and has not saved yet, durably, so that no crash loses it. */
export function keepDraft(
  context: ServiceContext,
  { clientId, kind, planVersion, content }: RequestInput<"keep-draft">,
): Result<RequestOutput<"keep-draft">, AppError> {
  const { store, clock } = context;
  if (findClientSummaries(store, [clientId]).length === 0) return err({ code: "client-not-found" });
  const key = draftKey(context, clientId, kind);
  const isFirst = findDraftStamp(store, key) === undefined;
  const keptAt = clock.now();
  const interviewId = findOpenInterviewOfClient(store, clientId)?.id ?? null;
  writeDraft(store, key, { content, planVersion, interviewId, keptAt });
  if (isFirst) context.emit({ event: "work-changed" });
  return ok({ keptAt });
}

/** Takes the adviser's own draft away, as by Don't save. */
export function discardDraft(
  context: ServiceContext,
  { clientId, kind }: RequestInput<"discard-draft">,
): Result<Record<string, never>, AppError> {
  const key = draftKey(context, clientId, kind);
  if (!findDraftStamp(context.store, key)) return ok({});
  dropDraft(context.store, key);
  context.emit({ event: "work-changed" });
  return ok({});
}

/** The key under which the adviser who is signed in has a draft. */
export function draftKey({ adviser }: ServiceContext, clientId: string, kind: PlanKind): DraftKey {
  return { clientId, kind, adviserId: adviser.id };
}
