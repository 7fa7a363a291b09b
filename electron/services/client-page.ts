import { pullThrough } from "../../shared/client-record/pull-through.ts";
import type { ClientPage, PlanWindow } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { findClientRecord } from "../store/repositories/client-records.ts";
import { listInterviews } from "../store/repositories/interviews.ts";
import { findPlan } from "../store/repositories/plans.ts";
import { recordRead } from "../store/transaction.ts";
import { openInterviewOf } from "./interview-progress.ts";
import { auditOf, type ServiceContext } from "./service-context.ts";

/** Opens a client's page, and records that it was read. */
export function openClient(context: ServiceContext, clientId: string): Result<ClientPage, AppError> {
  const client = findClientRecord(context.store, clientId);
  if (!client) return err({ code: "client-not-found" });
  recordRead(context.store, auditOf(context, "open-client", { clientId }));
  return ok({
    client,
    plan: findPlan(context.store, clientId, "lms") ?? null,
    interviews: listInterviews(context.store, clientId),
    openInterview: openInterviewOf(context, clientId),
  });
}

/** Opens a client's Action Plan window, and records that it was read. */
export function openPlan(context: ServiceContext, clientId: string): Result<PlanWindow, AppError> {
  const window = planWindow(context, clientId);
  if (window.ok) recordRead(context.store, auditOf(context, "open-plan", { clientId }));
  return window;
}

/** What the Action Plan window shows: the saved plan, today's details, and the interviews its rules look at. */
function planWindow(context: ServiceContext, clientId: string): Result<PlanWindow, AppError> {
  const { store, plans, clock } = context;
  const client = findClientRecord(store, clientId);
  if (!client) return err({ code: "client-not-found" });
  return ok({
    client,
    plan: plans.find(store, clientId, "lms") ?? null,
    pulledToday: pullThrough(client, clock.today()),
    interviews: listInterviews(store, clientId),
    openInterview: openInterviewOf(context, clientId),
  });
}
