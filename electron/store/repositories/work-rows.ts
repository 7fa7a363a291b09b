import type { CivilDate } from "../../../shared/dates.ts";
import type { Reader } from "../store.ts";

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
  { adviserId, most }: WorkScope,
): (WorkClient & { readonly itemId: string; readonly text: string; readonly targetDate: CivilDate })[] {
  return reader.all(
    `SELECT ${CLIENT}, action_item.id AS itemId, action_item.text, target_date AS targetDate
     FROM action_item JOIN plan ON plan.id = action_item.plan_id JOIN client ON client.id = plan.client_id
     WHERE date_closed IS NULL AND target_date <= ? AND plan.kind = 'lms' AND (? IS NULL OR plan.saved_by = ?)
     ORDER BY target_date, action_item.id LIMIT ?`,
    today,
    adviserId,
    adviserId,
    most,
  );
}

/** LMS plans without an open item whose target date is still to come. */
export function listPlansWithoutTargetDate(
  reader: Reader,
  today: CivilDate,
  { adviserId, most }: WorkScope,
): (WorkClient & { readonly savedAt: string; readonly openItems: number; readonly lastTarget: CivilDate | null })[] {
  // An office's plans are walked in order of their making, so that the first so many end the walk.
  const whose = adviserId === null ? "" : "AND plan.saved_by = ?";
  const order = adviserId === null ? "plan.id" : "plan.saved_at";
  return reader.all(
    `SELECT ${CLIENT}, plan.saved_at AS savedAt,
            (SELECT COUNT(*) FROM action_item WHERE plan_id = plan.id AND date_closed IS NULL) AS openItems,
            (SELECT MAX(target_date) FROM action_item WHERE plan_id = plan.id AND date_closed IS NULL) AS lastTarget
     FROM plan JOIN client ON client.id = plan.client_id
     WHERE plan.kind = 'lms' ${whose} AND NOT EXISTS (
       SELECT 1 FROM action_item WHERE plan_id = plan.id AND date_closed IS NULL AND target_date > ?)
     ORDER BY ${order} LIMIT ?`,
    ...(adviserId === null ? [] : [adviserId]),
    today,
    most,
  );
}

/** Kept drafts, oldest first, with whose they are. */
export function listDrafts(
  reader: Reader,
  { adviserId, most }: WorkScope,
): (WorkClient & { readonly adviserId: string; readonly adviserName: string; readonly keptAt: string })[] {
  return reader.all(
    `SELECT ${CLIENT}, adviser.id AS adviserId, adviser.name AS adviserName, kept_at AS keptAt
     FROM draft JOIN client ON client.id = draft.client_id JOIN adviser ON adviser.id = draft.adviser_id
     WHERE ? IS NULL OR draft.adviser_id = ? ORDER BY kept_at, client.id LIMIT ?`,
    adviserId,
    adviserId,
    most,
  );
}

/** Checks that are not done, soonest first, whichever day they are for. */
export function listWaitingWorkflows(
  reader: Reader,
  { adviserId, most }: WorkScope,
): (WorkClient & {
  readonly id: string;
  readonly itemId: string;
  readonly checkDate: CivilDate;
  readonly note: string;
  readonly text: string;
})[] {
  return reader.all(
    `SELECT ${CLIENT}, workflow.id, item_id AS itemId, check_date AS checkDate, note, action_item.text
     FROM workflow JOIN action_item ON action_item.id = workflow.item_id JOIN client ON client.id = workflow.client_id
     WHERE done_at IS NULL AND (? IS NULL OR set_by = ?) ORDER BY check_date, workflow.id LIMIT ?`,
    adviserId,
    adviserId,
    most,
  );
}

/** The appointments booked for a day, in order of time. */
export function listAppointmentsOf(
  reader: Reader,
  day: CivilDate,
  { adviserId, most }: WorkScope,
): (WorkClient & {
  readonly id: string;
  readonly time: string;
  readonly kind: string;
  readonly adviserName: string;
})[] {
  return reader.all(
    `SELECT ${CLIENT}, appointment.id, time, appointment.kind, adviser.name AS adviserName
     FROM appointment JOIN client ON client.id = appointment.client_id
     JOIN adviser ON adviser.id = appointment.adviser_id
     WHERE status = 'booked' AND date = ? AND (? IS NULL OR appointment.adviser_id = ?)
     ORDER BY time, appointment.id LIMIT ?`,
    day,
    adviserId,
    adviserId,
    most,
  );
}
