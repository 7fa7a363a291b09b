import { fullName } from "../../../shared/client-record/client-record.ts";
import { addDays } from "../../../shared/dates.ts";
import {
  beforeInspection,
  INSPECTION_DAYS_AHEAD,
  type InspectionKind,
  type InspectionRow,
} from "../../../shared/jets/before-inspection.ts";
import { type ComplianceReport, complianceReport, type Deadline } from "../../../shared/jets/compliance.ts";
import type { CompliancePeriod } from "../../../shared/jets/compliance-requests.ts";
import { whyUnsigned } from "../../../shared/jets/unsigned.ts";
import {
  type ComplianceClient,
  listPlanDeadlines,
  listReviewDeadlines,
  listUnansweredRequests,
  listUnsignedInteractions,
  type PlanDeadlineRow,
} from "../../store/repositories/jets/compliance.ts";
import { listParticipantAdvisers } from "../../store/repositories/jets/participants.ts";
import { recordRead } from "../../store/transaction.ts";
import { auditOf, type ServiceContext } from "../service-context.ts";

/** How many open interactions, and how many open requests, the list before the inspection names. */
const MOST_LISTED = 500;

/** What the window of compliance shows. */
export interface Compliance {
  readonly report: ComplianceReport;
  readonly beforeInspection: InspectionRow[];
  readonly advisers: { readonly id: string; readonly name: string }[];
}

/** The report over a period with everything that can still be put right (4.08); the look is recorded. */
export function compliance(context: ServiceContext, period: CompliancePeriod): Compliance {
  recordRead(context.store, auditOf(context, "read-compliance"));
  return {
    report: reportOf(context, period),
    beforeInspection: inspectionOf(context, period.adviserId),
    advisers: listParticipantAdvisers(context.store),
  };
}

/** The report alone. */
export function reportOf(context: ServiceContext, { from, to, adviserId }: CompliancePeriod): ComplianceReport {
  const scope = { from, to, adviserId };
  const plans = listPlanDeadlines(context.store, scope).map((row) => planDeadline(context, row));
  const reviews = listReviewDeadlines(context.store, scope).map(({ id, dueOn, completedOn, ...client }) => ({
    ...{ id, ...named(client), dueOn, doneOn: completedOn, why: "" },
  }));
  return complianceReport({ from, to, today: context.clock.today(), plans, reviews });
}

function planDeadline(context: ServiceContext, { dueOn, agreedOn, ...row }: PlanDeadlineRow): Deadline {
  return { id: row.clientId, ...named(row), dueOn, doneOn: agreedOn, why: whyUnsignedOf(context, row) };
}

function whyUnsignedOf(
  { contracts }: ServiceContext,
  { contract, agreedHash, signings }: Pick<PlanDeadlineRow, "contract" | "agreedHash" | "signings">,
): string {
  const annotations = contracts.find(({ code }) => code === contract)?.annotations ?? [];
  const annotationWords = (code: string) => annotations.find((known) => known.code === code)?.words ?? code;
  return whyUnsigned({ agreedHash, signings, annotationWords });
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
