import type { CivilDate } from "../../../../shared/dates.ts";
import type { PlanReview, ReviewInterval } from "../../../../shared/jets/participant.ts";
import type { Reader } from "../../store.ts";
import type { Writer } from "../../transaction.ts";

const REVIEW = `plan_review.id, counted_from AS countedFrom, working_days AS workingDays, due_on AS dueOn,
  participant_on AS participantOn, provider_on AS providerOn, completed_on AS completedOn, means, text,
  recorded_at AS recordedAt, adviser.name AS recordedBy
  FROM plan_review JOIN adviser ON adviser.id = recorded_by`;

/** The reviews of a participant's plan, newest first; the one that waits is the first. */
export function listPlanReviews(reader: Reader, clientId: string): PlanReview[] {
  return reader.all<PlanReview>(
    `SELECT ${REVIEW} WHERE client_id = ? ORDER BY completed_on IS NOT NULL, counted_from DESC, plan_review.id DESC`,
    clientId,
  );
}

/** The reviews that are due on a day or later, each with the contract it is held under. */
export function listReviewsDueFrom(
  reader: Reader,
  day: CivilDate,
): (Pick<PlanReview, "id" | "countedFrom" | "workingDays" | "dueOn" | "completedOn" | "recordedAt"> & {
  readonly contract: string;
})[] {
  return reader.all(
    `SELECT plan_review.id, contract, counted_from AS countedFrom, working_days AS workingDays,
            plan_review.due_on AS dueOn, completed_on AS completedOn, recorded_at AS recordedAt
     FROM plan_review JOIN participant ON participant.id = client_id
     WHERE plan_review.due_on >= ? ORDER BY plan_review.due_on, plan_review.id`,
    day,
  );
}

/** What a review that waits is added with. */
export interface WaitingReview {
  readonly countedFrom: CivilDate;
  readonly workingDays: number;
  readonly dueOn: CivilDate;
  readonly shownOn: CivilDate;
}

interface Recording {
  readonly at: string;
  readonly adviserId: string;
}

/** Adds the review that waits from now on. */
export function insertPlanReview(
  writer: Writer,
  review: WaitingReview & { readonly id: string; readonly clientId: string },
  { at, adviserId }: Recording,
): void {
  writer.insert("plan_review", {
    id: review.id,
    client_id: review.clientId,
    counted_from: review.countedFrom,
    working_days: review.workingDays,
    due_on: review.dueOn,
    shown_on: review.shownOn,
    text: "",
    recorded_at: at,
    recorded_by: adviserId,
  });
}

/** Records who took part in a review. */
export function updatePlanReview(
  writer: Writer,
  id: string,
  taken: Pick<PlanReview, "participantOn" | "providerOn" | "completedOn" | "means" | "text">,
  { at, adviserId }: Recording,
): void {
  writer.update("plan_review", id, {
    participant_on: taken.participantOn,
    provider_on: taken.providerOn,
    completed_on: taken.completedOn,
    means: taken.means,
    text: taken.text,
    recorded_at: at,
    recorded_by: adviserId,
  });
}

/** Moves the day by which a review is due; tells whether anything is another. */
export function moveReview(writer: Writer, id: string, due: Omit<WaitingReview, "countedFrom">): boolean {
  return writer.update("plan_review", id, {
    working_days: due.workingDays,
    due_on: due.dueOn,
    shown_on: due.shownOn,
  });
}

/** The intervals that a participant has preferred, newest first: the first one holds. */
export function listReviewIntervals(reader: Reader, clientId: string): ReviewInterval[] {
  return reader.all<ReviewInterval>(
    `SELECT review_interval.id, working_days AS workingDays, reason, decided_on AS decidedOn,
            recorded_at AS recordedAt, adviser.name AS recordedBy
     FROM review_interval JOIN adviser ON adviser.id = recorded_by
     WHERE client_id = ? ORDER BY recorded_at DESC, review_interval.id DESC`,
    clientId,
  );
}

/** Adds the interval that holds from now on. */
export function insertReviewInterval(
  writer: Writer,
  interval: Pick<ReviewInterval, "id" | "workingDays" | "reason" | "decidedOn"> & { readonly clientId: string },
  { at, adviserId }: Recording,
): void {
  writer.insert("review_interval", {
    id: interval.id,
    client_id: interval.clientId,
    working_days: interval.workingDays,
    reason: interval.reason,
    decided_on: interval.decidedOn,
    recorded_at: at,
    recorded_by: adviserId,
  });
}
