import type { NinoRule } from "../../shared/client-record/nino.ts";
import type { AppEvent } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import type { InterviewKind } from "../../shared/interview/interview.ts";
import type { ContractTerms } from "../../shared/jets/contract-terms.ts";
import type { Policy } from "../../shared/policy.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Clock } from "../platform/clock.ts";
import type { Adviser } from "../store/repositories/advisers.ts";
import { findClientVersion } from "../store/repositories/clients.ts";
import { findOpenInterviewOfClient } from "../store/repositories/interviews.ts";
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
  /** The contracts that a participant can be under. */
  readonly contracts: readonly ContractTerms[];
  /** The adviser who is signed in. */
  readonly adviser: Adviser;
  /** Which NINOs the store takes. */
  readonly ninoRule: NinoRule;
  readonly newId: () => string;
  readonly emit: (event: AppEvent) => void;
}

/** The audit's words for something done now by the adviser who is signed in. */
export function auditOf(
  context: Pick<ServiceContext, "clock" | "adviser">,
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

/** The audit's words for something done on a client, in the interview that is open with them if there is one. */
export function auditInInterview(context: ServiceContext, action: string, clientId: string): AuditContext {
  const interviewId = findOpenInterviewOfClient(context.store, clientId)?.id ?? null;
  return auditOf(context, action, { clientId, interviewId });
}

/** Has everything that is shown of a client asked for again. */
export function tellClientChanged(context: Pick<ServiceContext, "store" | "emit">, clientId: string): void {
  const version = findClientVersion(context.store, clientId) ?? 0;
  context.emit({ event: "client-changed", clientId, version });
}

/** The interview kind with a code. */
export function findKind(context: ServiceContext, code: string): Result<InterviewKind, AppError> {
  const kind = context.interviewKinds.find((candidate) => candidate.code === code);
  return kind ? ok(kind) : err({ code: "unknown-interview-kind" });
}
