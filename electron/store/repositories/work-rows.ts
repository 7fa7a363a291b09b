import type { PlanKind } from "../../../shared/action-plan/action-plan.ts";
import type { RecordDraftForm } from "../../../shared/client-record/record-draft.ts";
import type { CivilDate } from "../../../shared/dates.ts";
import type { Reader, Value } from "../store.ts";

/** Which rows of the work list are read: everybody's, or one adviser's, and at most so many. */
export interface WorkScope {
  readonly adviserId: string | null;
  readonly most: number;
}

/** A client as a row of the work list names them. */
export interface WorkClient {
  readonly clientId: string;
  readonly surname: string;
  readonly forenames: string;
}

const CLIENT = "client.id AS clientId, client.surname, client.forenames";

/** Open items whose target date is a day or lies before it, oldest first; an adviser's are those of plans they saved last. */
export function listMaturedItems(
  reader: Reader,
  today: CivilDate,
  scope: WorkScope,
): (WorkClient & { readonly itemId: string; readonly text: string; readonly targetDate: CivilDate })[] {
  const whose = ofAdviser("saved_by", scope);
  // As many plans as rows are wanted are enough: each of them has an item that is no later than those of any other plan.
  return reader.all(
    `SELECT ${CLIENT}, action_item.id AS itemId, action_item.text, target_date AS targetDate
     FROM (SELECT plan_id FROM plan_outlook WHERE ${whose.where} first_target <> '' AND first_target <= ?
           ORDER BY first_target, plan_id LIMIT ?) AS due
     CROSS JOIN action_item ON action_item.plan_id = due.plan_id
     CROSS JOIN plan ON plan.id = due.plan_id
     CROSS JOIN client ON client.id = plan.client_id
     WHERE date_closed IS NULL AND target_date <= ? ORDER BY target_date, action_item.id LIMIT ?`,
    ...whose.values,
    today,
    scope.most,
    today,
    scope.most,
  );
}

/** LMS plans without an open item whose target date is still to come: first those without an open item. */
export function listPlansWithoutTargetDate(
  reader: Reader,
  today: CivilDate,
  scope: WorkScope,
): (WorkClient & { readonly savedAt: string; readonly lastTarget: CivilDate | null })[] {
  const whose = ofAdviser("plan_outlook.saved_by", scope);
  return reader.all(
    `SELECT ${CLIENT}, plan.saved_at AS savedAt, NULLIF(last_target, '') AS lastTarget
     FROM plan_outlook CROSS JOIN plan ON plan.id = plan_outlook.plan_id CROSS JOIN client ON client.id = plan.client_id
     WHERE ${whose.where} last_target <= ? ORDER BY last_target, plan_id LIMIT ?`,
    ...whose.values,
    today,
    scope.most,
  );
}

/** Kept drafts, oldest first, with whose they are. */
export function listDrafts(
  reader: Reader,
  scope: WorkScope,
): (WorkClient & {
  readonly kind: PlanKind;
  readonly adviserId: string;
  readonly adviserName: string;
  readonly keptAt: string;
})[] {
  const whose = ofAdviser("draft.adviser_id", scope);
  return reader.all(
    `SELECT ${CLIENT}, plan_kind AS kind, adviser.id AS adviserId, adviser.name AS adviserName, kept_at AS keptAt
     FROM draft CROSS JOIN client ON client.id = draft.client_id CROSS JOIN adviser ON adviser.id = draft.adviser_id
     WHERE ${whose.where} TRUE ORDER BY kept_at, draft.client_id LIMIT ?`,
    ...whose.values,
    scope.most,
  );
}

/** Kept drafts in the windows of clients' records, oldest first, with whose they are. */
export function listRecordDrafts(
  reader: Reader,
  scope: WorkScope,
): (WorkClient & {
  readonly form: RecordDraftForm;
  readonly adviserId: string;
  readonly adviserName: string;
  readonly keptAt: string;
})[] {
  const whose = ofAdviser("record_draft.adviser_id", scope);
  return reader.all(
    `SELECT ${CLIENT}, form, adviser.id AS adviserId, adviser.name AS adviserName, kept_at AS keptAt
     FROM record_draft CROSS JOIN client ON client.id = record_draft.client_id
     CROSS JOIN adviser ON adviser.id = record_draft.adviser_id
     WHERE ${whose.where} TRUE ORDER BY kept_at, record_draft.client_id LIMIT ?`,
    ...whose.values,
    scope.most,
  );
}

/** Checks that are not done, soonest first, whichever day they are for; an adviser's are those they set. */
export function listWaitingWorkflows(
  reader: Reader,
  scope: WorkScope,
): (WorkClient & {
  readonly id: string;
  readonly kind: PlanKind;
  readonly itemId: string;
  readonly checkDate: CivilDate;
  readonly note: string;
  readonly text: string;
})[] {
  const whose = ofAdviser("set_by", scope);
  return reader.all(
    `SELECT ${CLIENT}, workflow.id, plan.kind, item_id AS itemId, check_date AS checkDate, note, action_item.text
     FROM workflow CROSS JOIN action_item ON action_item.id = workflow.item_id
     CROSS JOIN plan ON plan.id = action_item.plan_id
     CROSS JOIN client ON client.id = workflow.client_id
     WHERE ${whose.where} done_at IS NULL ORDER BY check_date, workflow.id LIMIT ?`,
    ...whose.values,
    scope.most,
  );
}

/** The appointments booked for a day, in order of time. */
export function listAppointmentsOf(
  reader: Reader,
  day: CivilDate,
  scope: WorkScope,
): (WorkClient & {
  readonly id: string;
  readonly time: string;
  readonly kind: string;
  readonly adviserName: string;
})[] {
  const whose = ofAdviser("appointment.adviser_id", scope);
  return reader.all(
    `SELECT ${CLIENT}, appointment.id, time, appointment.kind, adviser.name AS adviserName
     FROM appointment CROSS JOIN client ON client.id = appointment.client_id
     CROSS JOIN adviser ON adviser.id = appointment.adviser_id
     WHERE ${whose.where} appointment.status = 'booked' AND date = ? ORDER BY time, appointment.id LIMIT ?`,
    ...whose.values,
    day,
    scope.most,
  );
}

/** Full plans of participants that are not agreed and that the work list shows by now, the soonest due first. */
export function listPlansToAgree(
  reader: Reader,
  today: CivilDate,
  scope: WorkScope,
): (WorkClient & {
  readonly contract: string;
  readonly startedOn: CivilDate | null;
  readonly referredOn: CivilDate | null;
  readonly dueOn: CivilDate;
})[] {
  const whose = ofAdviser("adviser_id", scope);
  return reader.all(
    `SELECT ${CLIENT}, contract, started_on AS startedOn, referred_on AS referredOn, due_on AS dueOn
     FROM participant CROSS JOIN client ON client.id = participant.id
     WHERE ${whose.where} due_on IS NOT NULL AND agreed_on IS NULL AND shown_on <= ?
     ORDER BY due_on, participant.id LIMIT ?`,
    ...whose.values,
    today,
    scope.most,
  );
}

/** Plan reviews that are not complete and that the work list shows by now, the soonest due first. */
export function listReviewsToHold(
  reader: Reader,
  today: CivilDate,
  scope: WorkScope,
): (WorkClient & {
  readonly contract: string;
  readonly countedFrom: CivilDate;
  readonly dueOn: CivilDate;
  readonly waitsFor: "both" | "participant" | "provider";
})[] {
  const whose = ofAdviser("participant.adviser_id", scope);
  return reader.all(
    `SELECT ${CLIENT}, contract, counted_from AS countedFrom, plan_review.due_on AS dueOn,
            CASE WHEN participant_on IS NOT NULL THEN 'provider' WHEN provider_on IS NOT NULL THEN 'participant'
                 ELSE 'both' END AS waitsFor
     FROM plan_review CROSS JOIN participant ON participant.id = plan_review.client_id
     CROSS JOIN client ON client.id = participant.id
     WHERE ${whose.where} completed_on IS NULL AND plan_review.shown_on <= ?
     ORDER BY plan_review.due_on, participant.id LIMIT ?`,
    ...whose.values,
    today,
    scope.most,
  );
}

/** The condition that rows are one adviser's; none for everybody's, so that each form walks an index of its own. */
function ofAdviser(column: string, { adviserId }: WorkScope): { readonly where: string; readonly values: Value[] } {
  return adviserId === null ? { where: "", values: [] } : { where: `${column} = ? AND`, values: [adviserId] };
}
