import { fullName } from "../../../shared/client-record/client-record.ts";
import type { RequestInput, RequestOutput } from "../../../shared/contract.ts";
import { addDays } from "../../../shared/dates.ts";
import type { AppError } from "../../../shared/errors.ts";
import {
  beforeInspection,
  INSPECTION_DAYS_AHEAD,
  type InspectionKind,
  type InspectionRow,
} from "../../../shared/jets/before-inspection.ts";
import {
  type ComplianceReport,
  type ComplianceSummary,
  complianceReport,
  type Deadline,
  summaryOf,
} from "../../../shared/jets/compliance.ts";
import type { CompliancePeriod } from "../../../shared/jets/compliance-requests.ts";
import { FIGURE_WORDS } from "../../../shared/jets/compliance-words.ts";
import { isNotSigned } from "../../../shared/jets/signing-rules.ts";
import { whyUnsigned } from "../../../shared/jets/unsigned.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { PrintRenderer } from "../../print/renderer.ts";
import { listEveryAdviser } from "../../store/repositories/advisers.ts";
import { listActivityDetails } from "../../store/repositories/jets/activity-details.ts";
import {
  type ComplianceClient,
  listPlanDeadlines,
  listReviewDeadlines,
  listUnansweredRequests,
  listUnsignedInteractions,
  type PlanDeadlineRow,
} from "../../store/repositories/jets/compliance.ts";
import { listParticipantAdvisers } from "../../store/repositories/jets/participants.ts";
import { findPlan } from "../../store/repositories/plans.ts";
import { recordRead } from "../../store/transaction.ts";
import { csvLine } from "../csv.ts";
import { auditOf, type ServiceContext } from "../service-context.ts";
import { planContentHash } from "./plan-content-hash.ts";

/** How many open interactions, and how many open requests, the list before the inspection names. */
const MOST_LISTED = 500;

/** What the window of compliance shows. */
export interface Compliance {
  readonly report: ComplianceSummary;
  readonly beforeInspection: InspectionRow[];
  readonly advisers: { readonly id: string; readonly name: string }[];
}

/** The report over a period with everything that can still be put right (4.08); the look is recorded. */
export function compliance(context: ServiceContext, period: CompliancePeriod): Compliance {
  recordRead(context.store, auditOf(context, "read-compliance"));
  return {
    report: summaryOf(reportOf(context, period)),
    beforeInspection: inspectionOf(context, period.adviserId),
    advisers: listParticipantAdvisers(context.store),
  };
}

/** The list that a figure counts; the look is recorded. */
export function complianceList(
  context: ServiceContext,
  { period, figure }: RequestInput<"compliance-list">,
): RequestOutput<"compliance-list"> {
  recordRead(context.store, auditOf(context, "read-compliance-list"));
  return { rows: [...reportOf(context, period).lists[figure]] };
}

/** The report alone, with every list. */
export function reportOf(context: ServiceContext, { from, to, adviserId }: CompliancePeriod): ComplianceReport {
  const scope = { from, to, adviserId };
  const plans = listPlanDeadlines(context.store, scope).map((row) => planDeadline(context, row));
  const reviews = listReviewDeadlines(context.store, scope).map(({ id, dueOn, completedOn, ...client }) => ({
    ...{ id, ...named(client), dueOn, doneOn: completedOn, why: "" },
  }));
  return complianceReport({ from, to, today: context.clock.today(), plans, reviews });
}

/** The report as a file: CSV with a line for each deadline, or a PDF of its figures and of what went wrong; recorded. */
export async function exportCompliance(
  context: ServiceContext,
  { renderer, officeName }: { readonly renderer: PrintRenderer; readonly officeName: string },
  { period, format }: RequestInput<"export-compliance">,
): Promise<Result<RequestOutput<"export-compliance">, AppError>> {
  const report = reportOf(context, period);
  recordRead(context.store, auditOf(context, "export-compliance"));
  const fileName = `Compliance ${period.from} to ${period.to}.${format}`;
  if (format === "csv") {
    // Spreadsheets read a file without this mark in the machine's own character set.
    return ok({ fileName, document: Buffer.from(`\uFEFF${complianceCsv(report)}`).toString("base64") });
  }
  const { from, to, adviserId } = period;
  const adviserName = listEveryAdviser(context.store).find(({ id }) => id === adviserId)?.name ?? null;
  const beforeInspection = inspectionOf(context, adviserId);
  const madeAt = context.clock.now();
  const rendered = await renderer.render({
    kind: "compliance",
    ...{ officeName, adviserName, from, to, report, beforeInspection, madeAt },
  });
  return rendered.ok ? ok({ fileName, document: Buffer.from(rendered.value.bytes).toString("base64") }) : rendered;
}

/** The same for the command line, where an office may be named; one that is not this store's own is refused. */
export async function complianceForCommandLine(
  context: ServiceContext,
  made: { readonly renderer: PrintRenderer; readonly officeName: string },
  period: CompliancePeriod,
  { format, office }: { readonly format: "pdf" | "csv"; readonly office: string | undefined },
): Promise<Result<RequestOutput<"export-compliance">, AppError>> {
  const isThisOffice = office === undefined || office.toLowerCase() === made.officeName.toLowerCase();
  if (!isThisOffice) return err({ code: "other-office", name: office, officeName: made.officeName });
  return exportCompliance(context, made, { period, format });
}

/** A line for each plan and each review that fell due: every figure is the count of the lines that say it. */
export function complianceCsv({ lists }: ComplianceReport): string {
  const unsigned = new Map(lists["plans-unsigned"].map(({ id, why }) => [id, why]));
  const lines = COUNTED.flatMap(([what, figure]) =>
    lists[figure].map(({ id, clientName, nino, adviserName, dueOn, doneOn }) => [
      ...[what, clientName, nino, adviserName, dueOn, doneOn ?? "", FIGURE_WORDS[figure]],
      what === "Full plan" ? (unsigned.get(id) ?? "") : "",
    ]),
  );
  return [HEADINGS, ...lines].map(csvLine).join("");
}

const HEADINGS = ["What", "Participant", "NINO", "Adviser", "Due", "Agreed or completed", "How", "Why unsigned"];
const COUNTED = [
  ["Full plan", "plans-in-time"],
  ["Full plan", "plans-late"],
  ["Full plan", "plans-not-agreed"],
  ["Full plan", "plans-open"],
  ["Plan review", "reviews-on-time"],
  ["Plan review", "reviews-late"],
  ["Plan review", "reviews-missed"],
  ["Plan review", "reviews-open"],
] as const;

function planDeadline(context: ServiceContext, { dueOn, agreedOn, ...row }: PlanDeadlineRow): Deadline {
  return { id: row.clientId, ...named(row), dueOn, doneOn: agreedOn, why: whyUnsignedOf(context, row) };
}

function whyUnsignedOf(
  { store, contracts }: ServiceContext,
  {
    clientId,
    contract,
    agreedHash,
    signings,
  }: Pick<PlanDeadlineRow, "clientId" | "contract" | "agreedHash" | "signings">,
): string {
  const annotations = contracts.find(({ code }) => code === contract)?.annotations ?? [];
  const annotationWords = (code: string) => annotations.find((known) => known.code === code)?.words ?? code;
  // Only a signature can be of an earlier version, and to work out what stands now takes its time.
  const isSigned = signings.some(({ manner }) => !isNotSigned(manner));
  const heldAgainst = agreedHash ?? (isSigned ? hashNow(store, clientId) : null);
  return whyUnsigned({ heldAgainst, signings, annotationWords });
}

function hashNow(store: ServiceContext["store"], clientId: string): string | null {
  const plan = findPlan(store, clientId, "jets");
  return plan ? planContentHash(plan, listActivityDetails(store, plan.id)) : null;
}

function inspectionOf(context: ServiceContext, adviserId: string | null): InspectionRow[] {
  const { store, clock } = context;
  const today = clock.today();
  const scope = { adviserId, from: today, to: addDays(today, INSPECTION_DAYS_AHEAD) };
  const most = { adviserId, most: MOST_LISTED };
  const plans = listPlanDeadlines(store, scope).filter(({ agreedOn }) => agreedOn === null);
  const reviews = listReviewDeadlines(store, scope).filter(({ completedOn }) => completedOn === null);
  return beforeInspection([
    ...plans.map((row) => toPutRight("plan-to-agree", row, row.clientId, row.dueOn, toAgree(context, row))),
    ...reviews.map((row) => toPutRight("review-due", row, row.id, row.dueOn, "Plan review by both")),
    ...listUnsignedInteractions(store, most).map((row) =>
      toPutRight(
        "interaction-to-sign",
        row,
        row.id,
        row.happenedOn,
        `Interaction (${row.kind}) to sign, or the reason`,
      ),
    ),
    ...listUnansweredRequests(store, most).map((row) =>
      toPutRight("request-to-answer", row, row.id, row.askedOn, `Copy asked for (${row.form})`),
    ),
  ]);
}

function toAgree(context: ServiceContext, row: PlanDeadlineRow): string {
  const why = whyUnsignedOf(context, row);
  return why === "" ? "Full plan to agree" : `Full plan to agree. ${why}`;
}

function toPutRight(
  kind: InspectionKind,
  client: ComplianceClient,
  id: string,
  date: string,
  what: string,
): InspectionRow {
  return { id: `${kind}-${id}`, kind, ...named(client), date, what };
}

function named({ clientId, nino, surname, forenames, adviserName }: ComplianceClient) {
  return { clientId, clientName: fullName({ surname, forenames }), nino, adviserName };
}
