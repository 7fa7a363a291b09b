import type { AppEvent } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import type { InterviewKind } from "../../shared/interview/interview.ts";
import type { Policy } from "../../shared/policy.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Clock } from "../platform/clock.ts";
import type { Adviser } from "../store/repositories/advisers.ts";
import type { Store } from "../store/store.ts";
import type { AuditContext } from "../store/transaction.ts";
import type { PlanReader } from "./plan-reader.ts";

/** What every use case works with. */
export interface ServiceContext {
  readonly store: Store;
  readonly plans: PlanReader;
  readonly clock: Clock;
  readonly policy: Policy;
  readonly interviewKinds: readonly InterviewKind[];
  /** The adviser who is signed in. */
  readonly adviser: Adviser;
  readonly newId: () => string;
  readonly emit: (event: AppEvent) => void;
}

/** The audit's words for something done now by the adviser who is signed in. */
export function auditOf(
  context: ServiceContext,
  action: string,
  about: { readonly clientId?: string; readonly interviewId?: string | null } = {},
): AuditContext {
  return {
    at: context.clock.now(),
    action,
    adviserId: context.adviser.id,
    clientId: about.clientId ?? null,
    interviewId: about.interviewId ?? null,
  };
}

/** The interview kind with a code. */
export function findKind(context: ServiceContext, code: string): Result<InterviewKind, AppError> {
  const kind = context.interviewKinds.find((candidate) => candidate.code === code);
  return kind ? ok(kind) : err({ code: "unknown-interview-kind" });
}
