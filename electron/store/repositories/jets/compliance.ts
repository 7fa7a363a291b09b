import type { CivilDate } from "../../../../shared/dates.ts";
import type { LastSigning } from "../../../../shared/jets/unsigned.ts";
import type { Reader, Value } from "../../store.ts";

/** Whose participants are looked at, and the days between which something falls due, both included. */
export interface ComplianceScope {
  readonly adviserId: string | null;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** A participant as a report names them. */
export interface ComplianceClient {
  readonly clientId: string;
  readonly nino: string;
  readonly surname: string;
  readonly forenames: string;
  readonly adviserName: string;
  readonly contract: string;
}

/** A plan that falls due, with what each party did about its signature. */
export interface PlanDeadlineRow extends ComplianceClient {
  readonly dueOn: CivilDate;
  readonly agreedOn: CivilDate | null;
  readonly agreedHash: string | null;
  readonly signings: readonly LastSigning[];
}

/** A plan review that falls due. */
export interface ReviewDeadlineRow extends ComplianceClient {
  readonly id: string;
  readonly dueOn: CivilDate;
  readonly completedOn: CivilDate | null;
}

const CLIENT = `client.id AS clientId, nino, surname, forenames, adviser.name AS adviserName, contract`;

/** The plans whose due date lies in a period. */
export function listPlanDeadlines(reader: Reader, scope: ComplianceScope): PlanDeadlineRow[] {
  const { where, values } = inScope("participant.due_on", scope);
  const signings = lastSignings(reader, scope);
  return reader
    .all<Omit<PlanDeadlineRow, "signings">>(
      `SELECT ${CLIENT}, due_on AS dueOn, agreed_on AS agreedOn, agreed_hash AS agreedHash
       FROM participant CROSS JOIN client ON client.id = participant.id
       CROSS JOIN adviser ON adviser.id = participant.adviser_id
       WHERE ${where} ORDER BY due_on, participant.id`,
      ...values,
    )
    .map((row) => ({ ...row, signings: signings.get(row.clientId) ?? [] }));
}

/** The plan reviews whose due date lies in a period. */
export function listReviewDeadlines(reader: Reader, scope: ComplianceScope): ReviewDeadlineRow[] {
  const { where, values } = inScope("plan_review.due_on", scope);
  return reader.all(
    `SELECT ${CLIENT}, plan_review.id, plan_review.due_on AS dueOn, completed_on AS completedOn
     FROM plan_review CROSS JOIN participant ON participant.id = plan_review.client_id
     CROSS JOIN client ON client.id = participant.id CROSS JOIN adviser ON adviser.id = participant.adviser_id
     WHERE ${where} ORDER BY plan_review.due_on, plan_review.id`,
    ...values,
  );
}

/**
 * What each party did about the plan's signature, for each participant whose plan is in scope: the newest about what was
 * agreed, which a signature on a later version does not undo; else the newest of all.
 */
function lastSignings(reader: Reader, scope: ComplianceScope): ReadonlyMap<string, LastSigning[]> {
  const { where, values } = inScope("participant.due_on", scope);
  // With MAX alone in a group, SQLite takes the other columns from the row that has it.
  const rows = reader.all<LastSigning & { readonly clientId: string; readonly newest: string }>(
    `SELECT client_id AS clientId, party, manner, reason, annotation, content_hash AS contentHash,
            MAX((content_hash IS agreed_hash) || recorded_at || signature.id) AS newest
     FROM participant CROSS JOIN signature ON signature.client_id = participant.id
     WHERE subject = 'plan' AND ${where} GROUP BY client_id, party`,
    ...values,
  );
  const byClient = new Map<string, LastSigning[]>();
  for (const { clientId, newest: _newest, ...signing } of rows) {
    byClient.set(clientId, [...(byClient.get(clientId) ?? []), signing]);
  }
  return byClient;
}

/** Interactions that are neither signed nor have the reason why not from the participant, oldest first. */
export function listUnsignedInteractions(
  reader: Reader,
  { adviserId, most }: { readonly adviserId: string | null; readonly most: number },
): (ComplianceClient & { readonly id: string; readonly happenedOn: CivilDate; readonly kind: string })[] {
  return reader.all(
    `SELECT ${CLIENT}, interaction.id, happened_on AS happenedOn, kind
     FROM interaction CROSS JOIN participant ON participant.id = interaction.client_id
     CROSS JOIN client ON client.id = participant.id CROSS JOIN adviser ON adviser.id = participant.adviser_id
     WHERE (? IS NULL OR participant.adviser_id = ?)
       AND NOT EXISTS (SELECT 1 FROM signature WHERE interaction_id = interaction.id AND party = 'participant')
     ORDER BY happened_on, interaction.id LIMIT ?`,
    adviserId,
    adviserId,
    most,
  );
}

/** Requests for the information that wait for their answer, oldest first. */
export function listUnansweredRequests(
  reader: Reader,
  { adviserId, most }: { readonly adviserId: string | null; readonly most: number },
): (ComplianceClient & { readonly id: string; readonly askedOn: CivilDate; readonly form: string })[] {
  return reader.all(
    `SELECT ${CLIENT}, information_request.id, asked_on AS askedOn, form
     FROM information_request CROSS JOIN participant ON participant.id = information_request.client_id
     CROSS JOIN client ON client.id = participant.id CROSS JOIN adviser ON adviser.id = participant.adviser_id
     WHERE answered_on IS NULL AND (? IS NULL OR participant.adviser_id = ?)
     ORDER BY asked_on, information_request.id LIMIT ?`,
    adviserId,
    adviserId,
    most,
  );
}

function inScope(column: string, { adviserId, from, to }: ComplianceScope): { where: string; values: Value[] } {
  const where = `${column} BETWEEN ? AND ?`;
  return adviserId === null
    ? { where, values: [from, to] }
    : { where: `${where} AND participant.adviser_id = ?`, values: [from, to, adviserId] };
}
