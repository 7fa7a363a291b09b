import type { Plan } from "../../../shared/action-plan/action-plan.ts";
import type { RequestInput } from "../../../shared/contract.ts";
import type { AppError } from "../../../shared/errors.ts";
import { type AgreementNeed, agreementProblems, latestSignatureOn } from "../../../shared/jets/agreement.ts";
import type { ContractTerms } from "../../../shared/jets/contract-terms.ts";
import type { CourseProblem } from "../../../shared/jets/course-problems.ts";
import type { Participant } from "../../../shared/jets/participant.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { isBlank } from "../../../shared/text.ts";
import { findClientRecord } from "../../store/repositories/client-records.ts";
import { listActivityDetails } from "../../store/repositories/jets/activity-details.ts";
import { insertAgreement } from "../../store/repositories/jets/participants.ts";
import { insertPlanReview, listReviewIntervals } from "../../store/repositories/jets/plan-reviews.ts";
import { listSignatures } from "../../store/repositories/jets/signatures.ts";
import type { Reader } from "../../store/store.ts";
import { transaction } from "../../store/transaction.ts";
import { unconfirmedClock } from "../clock-moved-back.ts";
import { auditInInterview, type ServiceContext, tellClientChanged } from "../service-context.ts";
import { refused, unchangedParticipant } from "./participants.ts";
import { planContentHash } from "./plan-content-hash.ts";
import { planCounting, waitingReview, workingCalendar } from "./working-calendar.ts";

/** How far a full plan is from being agreed. */
export interface AgreementState {
  readonly plan: Plan | null;
  /** Null where there is no plan. */
  readonly contentHash: string | null;
  /** What would still be to do before it can be agreed. */
  readonly needs: AgreementNeed[];
  /** The day of the latest signature. */
  readonly agreedFrom: string | null;
}

/** Looks at everything on which the agreement of a participant's full plan depends. */
export function agreementState(
  { plans }: Pick<ServiceContext, "plans">,
  reader: Reader,
  { clientId, dates }: Participant,
  terms: ContractTerms,
): AgreementState {
  const plan = plans.find(reader, clientId, "jets") ?? null;
  const details = plan ? listActivityDetails(reader, plan.id) : [];
  const signatures = listSignatures(reader, clientId);
  const contentHash = plan ? planContentHash(plan, details) : null;
  const needs = agreementProblems({
    plan,
    details,
    signatures,
    contentHash,
    hasSupportNeeds: !isBlank(findClientRecord(reader, clientId)?.more.supportNeeds),
    missingDate: planCounting(dates, terms) ? null : terms.fullPlan.from,
  });
  return { plan, contentHash, needs, agreedFrom: latestSignatureOn(signatures) };
}

/** Records that the full plan was agreed (4.03), and begins to wait for its first review (4.06). */
export function agreeFullPlan(
  context: ServiceContext,
  { clientId, version, planVersion, agreedOn, isClockConfirmed }: RequestInput<"agree-full-plan">,
): Result<Record<string, never>, AppError> {
  const audit = auditInInterview(context, "agree-full-plan", clientId);
  const agreed = transaction(context.store, audit, (writer): Result<Record<string, never>, AppError> => {
    const found = unchangedParticipant(context, writer, clientId, version);
    if (!found.ok) return found;
    const { participant, terms } = found.value;
    const state = agreementState(context, writer, participant, terms);
    const { plan, contentHash } = state;
    const problem = refusalOf(participant, state, { agreedOn, today: context.clock.today() });
    if (problem) return refused(problem);
    if (!plan || contentHash === null) return err({ code: "plan-not-found" });
    if (plan.version !== planVersion) {
      return err({ code: "plan-changed", savedBy: plan.savedBy, savedAt: plan.savedAt });
    }
    const warning = unconfirmedClock(context, writer, { isClockConfirmed });
    if (warning) return err(warning);
    const recording = { at: audit.at, adviserId: context.adviser.id };
    insertAgreement(writer, participant, { ...recording, agreedOn, agreedAt: audit.at, planVersion, contentHash });
    const workingDays = listReviewIntervals(writer, clientId)[0]?.workingDays ?? terms.planReview.workingDays;
    const review = waitingReview({ countedFrom: agreedOn, workingDays }, workingCalendar(writer, terms.nation));
    insertPlanReview(writer, { id: context.newId(), clientId, ...review }, recording);
    return ok({});
  });
  if (agreed.ok) tellClientChanged(context, clientId);
  return agreed;
}

/** Agreed on screen as it is called there. */
const AGREED = "Full plan agreed";

function refusalOf(
  { agreement }: Participant,
  { needs, agreedFrom }: AgreementState,
  { agreedOn, today }: { readonly agreedOn: string; readonly today: string },
): CourseProblem | undefined {
  if (agreement) return { field: null, reason: { code: "agreed-already", date: agreement.agreedOn } };
  if (needs.length > 0) return { field: null, reason: { code: "still-to-do", needs } };
  if (agreedOn > today) return { field: AGREED, reason: { code: "future", date: agreedOn } };
  if (agreedFrom === null || agreedOn >= agreedFrom) return undefined;
  const reason = { code: "before", date: agreedOn, other: "the latest signature", otherDate: agreedFrom } as const;
  return { field: AGREED, reason };
}
