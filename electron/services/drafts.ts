import type { PlanKind } from "../../shared/action-plan/action-plan.ts";
import type { DraftContent } from "../../shared/action-plan/draft.ts";
import type { RequestInput, RequestOutput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { findClientSummaries } from "../store/repositories/clients.ts";
import {
  type DraftKey,
  type DraftStamp,
  dropDraft,
  findDraftStamp,
  keepDraft as writeDraft,
} from "../store/repositories/drafts.ts";
import { findOpenInterviewOfClient } from "../store/repositories/interviews.ts";
import type { ServiceContext } from "./service-context.ts";

/**
 * Keeps what an adviser wrote on a plan and has not saved yet, durably, so that no crash loses it. One window never
 * writes over the draft of another that it does not go on with, and a state that comes late never over a newer one.
 */
export function keepDraft(
  context: ServiceContext,
  input: RequestInput<"keep-draft">,
): Result<RequestOutput<"keep-draft">, AppError> {
  const { store, clock, adviser } = context;
  const { clientId, kind = "lms", planVersion, content } = input;
  if (input.adviserId !== undefined && input.adviserId !== adviser.id) return err({ code: "adviser-changed" });
  if (findClientSummaries(store, [clientId]).length === 0) return err({ code: "client-not-found" });
  const key = draftKey(context, clientId, kind);
  const before = findDraftStamp(store, key);
  if (before && isOfAnotherWindow(before, input)) return err({ code: "draft-elsewhere", keptAt: before.keptAt });
  if (before && isNewerThan(before, content)) return ok({ keptAt: before.keptAt });
  const keptAt = clock.now();
  const interviewId = findOpenInterviewOfClient(store, clientId)?.id ?? null;
  writeDraft(store, key, { content, planVersion, interviewId, keptAt });
  if (!before) context.emit({ event: "work-changed" });
  return ok({ keptAt });
}

function isOfAnotherWindow({ window }: DraftStamp, { content, follows }: RequestInput<"keep-draft">): boolean {
  if (window === null || content.writtenIn === undefined) return false;
  return window !== content.writtenIn.window && window !== follows;
}

function isNewerThan({ window, count }: DraftStamp, { writtenIn }: DraftContent): boolean {
  return writtenIn !== undefined && window === writtenIn.window && count !== null && count >= writtenIn.count;
}

/** Takes the adviser's own draft away, as by Don't save; with a window, only if that one wrote it. */
export function discardDraft(
  context: ServiceContext,
  { clientId, kind = "lms", window }: RequestInput<"discard-draft">,
): Result<Record<string, never>, AppError> {
  const key = draftKey(context, clientId, kind);
  const before = findDraftStamp(context.store, key);
  if (!before || (window !== undefined && before.window !== null && before.window !== window)) return ok({});
  dropDraft(context.store, key);
  context.emit({ event: "work-changed" });
  return ok({});
}

/** The key under which the adviser who is signed in has a draft. */
export function draftKey({ adviser }: ServiceContext, clientId: string, kind: PlanKind): DraftKey {
  return { clientId, kind, adviserId: adviser.id };
}
