import type { RequestInput, RequestOutput } from "../../../shared/contract.ts";
import type { AppError } from "../../../shared/errors.ts";
import { type ActivityDetails, noDetails } from "../../../shared/jets/activity-details.ts";
import { detailsTooLong, settledDetails } from "../../../shared/jets/activity-rules.ts";
import { onPlan, standings } from "../../../shared/jets/signing-state.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { findClientRecord } from "../../store/repositories/client-records.ts";
import {
  findActivityDetails,
  isOpenActivityOf,
  listActivityDetails,
  writeActivityDetails,
} from "../../store/repositories/jets/activity-details.ts";
import { listSignatures } from "../../store/repositories/jets/signatures.ts";
import { findPlan } from "../../store/repositories/plans.ts";
import { recordRead, transaction } from "../../store/transaction.ts";
import { unconfirmedClock } from "../clock-moved-back.ts";
import { dropWrittenDraft } from "../record-drafts.ts";
import { auditInInterview, auditOf, type ServiceContext, tellClientChanged } from "../service-context.ts";
import { planContentHash } from "./plan-content-hash.ts";

/** What is recorded of the activities of a client's plan under a contract, and where its signatures stand. */
export function openActivityDetails(
  context: ServiceContext,
  { clientId }: RequestInput<"open-activity-details">,
): Result<RequestOutput<"open-activity-details">, AppError> {
  const { store } = context;
  const client = findClientRecord(store, clientId);
  if (!client) return err({ code: "client-not-found" });
  recordRead(store, auditOf(context, "open-activity-details", { clientId }));
  const plan = findPlan(store, clientId, "jets");
  const details = plan ? listActivityDetails(store, plan.id) : [];
  const contentHash = plan ? planContentHash(plan, details) : null;
  const signatures = onPlan(listSignatures(store, clientId));
  return ok({
    details,
    supportNeeds: client.more.supportNeeds,
    contentHash,
    standings: standings(signatures, contentHash),
    signatures,
  });
}

/** Saves an open activity in detail; refused when somebody saved it since it was opened. */
export function saveActivityDetails(
  context: ServiceContext,
  { clientId, itemId, opened, details, isClockConfirmed, savedDraft }: RequestInput<"save-activity-details">,
): Result<ActivityDetails, AppError> {
  const audit = auditInInterview(context, "save-activity-details", clientId);
  const saved = transaction(context.store, audit, (writer): Result<ActivityDetails, AppError> => {
    if (!isOpenActivityOf(writer, clientId, itemId)) return err({ code: "item-not-open" });
    const stored = findActivityDetails(writer, itemId);
    const before = stored ?? noDetails(itemId);
    if (!isSame(before, { ...opened, itemId })) return err({ code: "record-changed" });
    const after = settledDetails(before, details, context.clock.today());
    const [tooLong] = detailsTooLong(after, context.policy);
    if (tooLong) {
      const { field, limit, over } = tooLong;
      return err({ code: "text-refused", field, reason: { code: "text-too-long", limit, over } });
    }
    const warning = unconfirmedClock(context, writer, { isClockConfirmed });
    if (warning) return err(warning);
    const isWritten = writeActivityDetails(writer, stored, after, { at: audit.at, adviserId: context.adviser.id });
    dropWrittenDraft(context, clientId, savedDraft);
    return isWritten ? ok(after) : err({ code: "nothing-to-save" });
  });
  if (saved.ok) tellClientChanged(context, clientId);
  return saved;
}

function isSame(a: ActivityDetails, b: ActivityDetails): boolean {
  return canonical(a) === canonical(b);
}

function canonical({ itemId, what, why, when, considered, smart }: ActivityDetails): string {
  const parts = [what, why, when].flatMap(({ text, understoodOn }) => [text, understoodOn]);
  const { specific, measurable, achievable, realistic, timeBound } = smart;
  return JSON.stringify([itemId, parts, considered, specific, measurable, achievable, realistic, timeBound]);
}
