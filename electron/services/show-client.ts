import type { Plan } from "../../shared/action-plan/action-plan.ts";
import type { StoredClientRecord } from "../../shared/client-record/client-record.ts";
import { tidyNino } from "../../shared/client-record/nino.ts";
import type { AppError } from "../../shared/errors.ts";
import type { ContractTerms } from "../../shared/jets/contract-terms.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { findClientRecord } from "../store/repositories/client-records.ts";
import { findClientId } from "../store/repositories/clients.ts";
import { listPlans } from "../store/repositories/plans.ts";
import { recordRead } from "../store/transaction.ts";
import { termsOfPlan } from "./plan-terms.ts";
import { auditOf, type ServiceContext } from "./service-context.ts";

/** A client's record and plans. */
export interface ShownClient {
  readonly client: StoredClientRecord;
  readonly plans: readonly Plan[];
  /** The terms of the contract that a plan of kind jets is under; undefined where no contract is known. */
  readonly terms: ContractTerms | undefined;
}

/** A client's record and plans by NINO; the look is recorded. */
export function showClient(context: ServiceContext, typedNino: string): Result<ShownClient, AppError> {
  const nino = tidyNino(typedNino);
  const clientId = findClientId(context.store, nino);
  const client = clientId && findClientRecord(context.store, clientId);
  if (!client) return err({ code: "nino-not-found", nino });
  recordRead(context.store, auditOf(context, "show-client", { clientId: client.id }));
  return ok({ client, plans: listPlans(context.store, client.id), terms: termsOfPlan(context, client.id) });
}
