import type { PlanKind } from "../../../../shared/action-plan/action-plan.ts";
import type { InformationRequest } from "../../../../shared/jets/interaction.ts";
import type { Reader } from "../../store.ts";
import type { Writer } from "../../transaction.ts";

interface RequestRow extends Omit<InformationRequest, "answer"> {
  readonly answeredOn: string | null;
  readonly answeredBy: string | null;
  readonly printId: string | null;
}

const SELECT = `
  SELECT information_request.id, client_id AS clientId, asked_on AS askedOn, form, note, recorded_at AS recordedAt,
         recorder.name AS recordedBy, answered_on AS answeredOn, answerer.name AS answeredBy, print_id AS printId
  FROM information_request JOIN adviser AS recorder ON recorder.id = recorded_by
  LEFT JOIN adviser AS answerer ON answerer.id = answered_by`;

/** What a participant asked for, newest day first. */
export function listInformationRequests(reader: Reader, clientId: string): InformationRequest[] {
  return reader
    .all<RequestRow>(
      `${SELECT} WHERE client_id = ? ORDER BY asked_on DESC, recorded_at DESC, information_request.id DESC`,
      clientId,
    )
    .map(requestOf);
}

/** One request. */
export function findInformationRequest(reader: Reader, id: string): InformationRequest | undefined {
  const row = reader.get<RequestRow>(`${SELECT} WHERE information_request.id = ?`, id);
  return row && requestOf(row);
}

function requestOf({ answeredOn, answeredBy, printId, ...request }: RequestRow): InformationRequest {
  return {
    ...request,
    answer: answeredOn === null ? null : { answeredOn, answeredBy: answeredBy ?? "", printId },
  };
}

/** Adds a request that has no answer yet. */
export function insertInformationRequest(
  writer: Writer,
  request: Omit<InformationRequest, "recordedBy" | "answer"> & { readonly adviserId: string },
): void {
  writer.insert("information_request", {
    id: request.id,
    client_id: request.clientId,
    asked_on: request.askedOn,
    form: request.form,
    note: request.note,
    recorded_at: request.recordedAt,
    recorded_by: request.adviserId,
  });
}

/** Marks a request answered. */
export function recordAnswer(
  writer: Writer,
  requestId: string,
  answer: { readonly answeredOn: string; readonly adviserId: string; readonly printId: string },
): void {
  writer.update("information_request", requestId, {
    answered_on: answer.answeredOn,
    answered_by: answer.adviserId,
    print_id: answer.printId,
  });
}

/** Whose plan a document was made of, of which kind that is, and when it was given; null while it was not. */
export function findGivenPrint(
  reader: Reader,
  printId: string,
): { readonly clientId: string; readonly kind: PlanKind; readonly givenAt: string | null } | undefined {
  return reader.get(
    `SELECT client_id AS clientId, kind, COALESCE(handed_over_at, spooled_at) AS givenAt
     FROM print JOIN plan ON plan.id = print.plan_id WHERE print.id = ?`,
    printId,
  );
}
