import type { Plan, PlanKind } from "../../shared/action-plan/action-plan.ts";
import { rulesOf } from "../../shared/action-plan/plan-kind-rules.ts";
import type { StoredClientRecord } from "../../shared/client-record/client-record.ts";
import { type PulledDetails, pullThrough } from "../../shared/client-record/pull-through.ts";
import type { ClientPage, OpenInterview, PlanWindow, RequestInput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import type { Interview } from "../../shared/interview/interview.ts";
import { annotationsOnPlan } from "../../shared/jets/signing-state.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { findNextAppointment, listAppointments } from "../store/repositories/appointments.ts";
import { findClientRecord } from "../store/repositories/client-records.ts";
import { countConversations, listConversations } from "../store/repositories/conversations.ts";
import { listUnsettledFailures } from "../store/repositories/doubts.ts";
import { findDraft, listOtherDrafts } from "../store/repositories/drafts.ts";
import { listInterviews } from "../store/repositories/interviews.ts";
import { findParticipant } from "../store/repositories/jets/participants.ts";
import { listSignatures } from "../store/repositories/jets/signatures.ts";
import { findPlan, listReviewsOfAuthor } from "../store/repositories/plans.ts";
import { listWorkflows } from "../store/repositories/workflows.ts";
import { recordRead } from "../store/transaction.ts";
import { draftKey } from "./drafts.ts";
import { openInterviewOf } from "./interview-progress.ts";
import { contractCodeOf, termsOfPlan } from "./plan-terms.ts";
import { noteViewed, pulledChangesOf } from "./pulled-changes.ts";
import { auditOf, type ServiceContext } from "./service-context.ts";

/** How many conversations the client's page shows itself. */
const CONVERSATIONS_SHOWN = 4;

/** Opens a client's page, and records that it was read. */
export function openClient(context: ServiceContext, clientId: string): Result<ClientPage, AppError> {
  const { store } = context;
  const client = findClientRecord(store, clientId);
  if (!client) return err({ code: "client-not-found" });
  recordRead(store, auditOf(context, "open-client", { clientId }));
  const jetsPlan = findPlan(store, clientId, "jets") ?? null;
  const participant = findParticipant(store, clientId);
  return ok({
    client,
    plan: findPlan(store, clientId, "lms") ?? null,
    jetsPlan,
    contract: contractCodeOf(context, client),
    annotations: annotationsOnPlan(listSignatures(store, clientId)),
    isPlanInitial: jetsPlan !== null && !participant?.agreement,
    interviews: listInterviews(store, clientId),
    openInterview: openInterviewOf(context, clientId),
    appointments: listAppointments(store, clientId),
    conversations: listConversations(store, clientId, CONVERSATIONS_SHOWN),
    conversationCount: countConversations(store, clientId),
    failures: listUnsettledFailures(store, clientId),
    isParticipant: participant !== undefined,
  });
}

/** Opens a client's Action Plan window, and records that it was read. */
export function openPlan(
  context: ServiceContext,
  { clientId, kind = "lms" }: RequestInput<"open-plan">,
): Result<PlanWindow, AppError> {
  const { store, plans, clock } = context;
  const client = findClientRecord(store, clientId);
  if (!client) return err({ code: "client-not-found" });
  const plan = plans.find(store, clientId, kind) ?? null;
  const pulledToday = pullThrough(client, clock.today());
  const window = planWindow(context, {
    client,
    kind,
    plan,
    pulledToday,
    interviews: listInterviews(store, clientId),
    openInterview: openInterviewOf(context, clientId),
  });
  recordRead(store, auditOf(context, "open-plan", { clientId }));
  if (plan) noteViewed(context, { client, plan, pulledToday });
  return ok(window);
}

/** What the Action Plan window is made from. */
export interface PlanWindowParts {
  readonly client: StoredClientRecord;
  readonly kind: PlanKind;
  readonly plan: Plan | null;
  readonly pulledToday: PulledDetails;
  readonly interviews: readonly Interview[];
  readonly openInterview: OpenInterview | null;
}

/** What the Action Plan window shows: the saved plan, today's details, and what its rules and its panel look at. */
export function planWindow(context: ServiceContext, parts: PlanWindowParts): PlanWindow {
  const { store, clock } = context;
  const { client, kind, plan, pulledToday, interviews, openInterview } = parts;
  const key = draftKey(context, client.id, kind);
  return {
    client,
    kind,
    contract: kind === "lms" ? null : (termsOfPlan(context, client.id)?.code ?? null),
    plan,
    ownReviewIds: plan ? ownReviews(context, plan) : [],
    pulledToday,
    interviews: [...interviews],
    openInterview,
    pulledChanges: plan ? pulledChangesOf(context, { client, plan, pulledToday }) : [],
    draft: findDraft(store, key) ?? null,
    otherDrafts: listOtherDrafts(store, key),
    nextAppointment: findNextAppointment(store, client.id, clock.today()) ?? null,
    workflows: plan ? listWorkflows(store, plan.id) : [],
  };
}

/** The reviews that this adviser wrote, where the plan's kind lets authors delete theirs (RV-3). */
export function ownReviews({ store, adviser }: ServiceContext, { id, kind }: Pick<Plan, "id" | "kind">): string[] {
  return rulesOf(kind).deletesReview === "by-author-that-day" ? listReviewsOfAuthor(store, id, adviser.id) : [];
}
