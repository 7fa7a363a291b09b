import { dirname } from "node:path";
import { tidyNino } from "../../shared/client-record/nino.ts";
import type { RequestInput, RequestOutput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { erasureAction } from "../../shared/rights/action-words.ts";
import { type ErasureReason, NINO_END_LENGTH } from "../../shared/rights/erasure.ts";
import { renewBackups } from "../store/backups-renew.ts";
import { emptyLog } from "../store/empty-log.ts";
import { purgeClient } from "../store/repositories/client-rows.ts";
import { findClientId, findClientSummaries } from "../store/repositories/clients.ts";
import { findOpenInterviewOfClient } from "../store/repositories/interviews.ts";
import { transaction } from "../store/transaction.ts";
import { auditOf, type ServiceContext, tellClientChanged } from "./service-context.ts";

type Outcome = Result<RequestOutput<"erase-client">, AppError>;

/**
 * Takes a client out for good: every row, and the values of every change of them. One line of the audit stays, with
 * identifiers, the date and the reason's code. Backups from before are made anew or deleted.
 */
export async function eraseClient(
  context: ServiceContext,
  { clientId, reason, ninoEnd }: RequestInput<"erase-client">,
): Promise<Outcome> {
  const [client] = findClientSummaries(context.store, [clientId]);
  if (!client) return err({ code: "client-not-found" });
  if (tidyNino(ninoEnd) !== client.nino.slice(-NINO_END_LENGTH)) return err({ code: "nino-end-differs" });
  return erase(context, clientId, reason);
}

/** The same for the command line, where the whole NINO is typed. */
export async function eraseByNino(context: ServiceContext, typedNino: string, reason: ErasureReason): Promise<Outcome> {
  const nino = tidyNino(typedNino);
  const clientId = findClientId(context.store, nino);
  return clientId === undefined ? err({ code: "nino-not-found", nino }) : erase(context, clientId, reason);
}

async function erase(context: ServiceContext, clientId: string, reason: ErasureReason): Promise<Outcome> {
  const { store, clock } = context;
  const audit = auditOf(context, erasureAction(reason), { clientId });
  const erased = transaction(store, audit, (writer): Result<null, AppError> => {
    if (findClientSummaries(writer, [clientId]).length === 0) return err({ code: "client-not-found" });
    const open = findOpenInterviewOfClient(writer, clientId);
    if (open) return err({ code: "erasure-in-interview", adviserName: open.adviserName, startedAt: open.startedAt });
    purgeClient(writer, clientId);
    return ok(null);
  });
  if (!erased.ok) return erased;
  emptyLog(store);
  tellClientChanged(context, clientId);
  context.emit({ event: "work-changed" });
  return ok({ backups: await renewBackups({ store, dataFolder: dirname(store.file), now: clock.now() }) });
}
