import type { z } from "zod";
import type { Plan, PlanKind } from "../../shared/action-plan/action-plan.ts";
import type { StoredClientRecord } from "../../shared/client-record/client-record.ts";
import { tidyNino } from "../../shared/client-record/nino.ts";
import type { RequestInput, RequestOutput, Requests } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Rendered } from "../print/pdf-engine.ts";
import type { PrintJob } from "../print/print-job.ts";
import type { PrintRenderer } from "../print/renderer.ts";
import { findClientRecord } from "../store/repositories/client-records.ts";
import { findClientId } from "../store/repositories/clients.ts";
import { findOpenInterviewOfClient } from "../store/repositories/interviews.ts";
import { findPlan, findPlanVersion, listPlanKinds } from "../store/repositories/plans.ts";
import { findPrint, insertPrint, recordHandOver } from "../store/repositories/prints.ts";
import { recordRead, transaction } from "../store/transaction.ts";
import { documentCode, type PrintChoice, printJob } from "./print-job.ts";
import { type PrintsUnderWay, progressTeller } from "./prints-under-way.ts";
import { auditOf, type ServiceContext } from "./service-context.ts";

/** Makes the document of a plan's saved version and records that it was made; it counts once it is handed over. */
export async function makePrint(
  context: ServiceContext,
  renderer: PrintRenderer,
  underWay: PrintsUnderWay,
  { clientId, kind, ...choice }: z.output<Requests["make-print"]["input"]>,
): Promise<Result<RequestOutput<"make-print">, AppError>> {
  const printId = context.newId();
  const found = findPrintable(context, clientId, kind);
  if (!found.ok) return found;
  const { client, plan } = found.value;
  const job = printJob(context, client, plan, choice, printId);
  const rendered = await renderAttended(context, renderer, underWay, { clientId, kind }, job);
  if (!rendered.ok) return rendered;
  const { bytes, pages } = rendered.value;
  const interviewId = findOpenInterviewOfClient(context.store, clientId)?.id ?? null;
  const audit = auditOf(context, "make-print", { clientId, interviewId });
  const { password, ...recordedChoice } = choice;
  const recorded = transaction(context.store, audit, (writer): Result<undefined, AppError> => {
    const made = { id: printId, planId: plan.id, planVersion: plan.version, interviewId, pages, ...recordedChoice };
    const hasPassword = password !== undefined;
    insertPrint(writer, { ...made, hasPassword, adviserId: context.adviser.id, madeAt: audit.at });
    return ok(undefined);
  });
  if (!recorded.ok) return recorded;
  const fileName = `Action Plan ${documentCode(printId)}.${choice.format}`;
  return ok({ printId, fileName, pages, document: Buffer.from(bytes).toString("base64") });
}

/** Renders a job that can be cancelled, and tells how far it has come once it takes long. */
async function renderAttended(
  context: ServiceContext,
  renderer: PrintRenderer,
  underWay: PrintsUnderWay,
  { clientId, kind }: { readonly clientId: string; readonly kind: PlanKind },
  job: PrintJob,
): Promise<Result<Rendered, AppError>> {
  const { signal, end } = underWay.begin(clientId, kind);
  const teller = progressTeller(context.emit);
  try {
    return await renderer.render(job, { signal, onProgress: teller.onProgress });
  } finally {
    teller.end();
    end();
  }
}

/** Records that a document was handed over; only a document of the plan's current version can be. */
export function handOverPrint(
  context: ServiceContext,
  { printId, means = "handed" }: RequestInput<"hand-over-print">,
): Result<Record<string, never>, AppError> {
  const found = findPrint(context.store, printId);
  if (!found) return err({ code: "print-not-found" });
  const { clientId } = found;
  const interviewId = findOpenInterviewOfClient(context.store, clientId)?.id ?? null;
  const audit = auditOf(context, "hand-over-print", { clientId, interviewId });
  const recorded = transaction(context.store, audit, (writer): Result<number, AppError> => {
    const current = findPlanVersion(writer, clientId, found.kind);
    if (current?.version !== found.planVersion) return err({ code: "print-out-of-date" });
    recordHandOver(writer, printId, { at: audit.at, interviewId, means });
    return ok(found.planVersion);
  });
  if (!recorded.ok) return recorded;
  context.emit({ event: "plan-changed", clientId, version: recorded.value });
  return ok({});
}

/** What the command line prints; a kind has to be named only where there are plans of two. */
export interface CommandLinePrint extends PrintChoice {
  readonly kind?: PlanKind | undefined;
}

/** Makes the document of a client's plan for the command line, which never counts as printed in an interview. */
export async function printForCommandLine(
  context: ServiceContext,
  renderer: PrintRenderer,
  nino: string,
  { kind: wanted, ...choice }: CommandLinePrint,
): Promise<Result<Rendered, AppError>> {
  const clientId = findClientId(context.store, tidyNino(nino));
  if (!clientId) return err({ code: "nino-not-found", nino });
  const kinds = listPlanKinds(context.store, clientId);
  if (wanted === undefined && kinds.length > 1) return err({ code: "plan-kind-needed" });
  const found = findPrintable(context, clientId, wanted ?? kinds[0] ?? "lms");
  if (!found.ok) return found;
  recordRead(context.store, auditOf(context, "print-from-command-line", { clientId }));
  return renderer.render(printJob(context, found.value.client, found.value.plan, choice, context.newId()));
}

/** A client's plan as it was saved last, with what its pages say of the client. */
export function findPrintable(
  context: ServiceContext,
  clientId: string,
  kind: PlanKind,
): Result<{ readonly client: StoredClientRecord; readonly plan: Plan }, AppError> {
  const client = findClientRecord(context.store, clientId);
  if (!client) return err({ code: "client-not-found" });
  const plan = findPlan(context.store, clientId, kind);
  return plan ? ok({ client, plan }) : err({ code: "plan-not-found" });
}
