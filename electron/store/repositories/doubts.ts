import type { Doubt, DoubtKind } from "../../../shared/interview/doubt.ts";
import type { Reader } from "../store.ts";
import type { Writer } from "../transaction.ts";

const SELECT = `
  SELECT doubt.id, doubt.interview_id AS interviewId, doubt.kind, text, recorded_at AS recordedAt,
         recorder.name AS recordedBy, withdrawn_at AS withdrawnAt, settled_at AS settledAt, settler.name AS settledBy,
         outcome
  FROM doubt JOIN adviser AS recorder ON recorder.id = doubt.recorded_by
  LEFT JOIN adviser AS settler ON settler.id = doubt.settled_by`;

/** The doubts recorded in an interview, oldest first, withdrawn ones too. */
export function listDoubtsOfInterview(reader: Reader, interviewId: string): Doubt[] {
  return reader.all<Doubt>(`${SELECT} WHERE doubt.interview_id = ? ORDER BY recorded_at, doubt.id`, interviewId);
}

/** One doubt. */
export function findDoubt(reader: Reader, id: string): (Doubt & { readonly clientId: string }) | undefined {
  const doubt = reader.get<Doubt>(`${SELECT} WHERE doubt.id = ?`, id);
  const client = reader.get<{ clientId: string }>("SELECT client_id AS clientId FROM doubt WHERE id = ?", id);
  return doubt && client && { ...doubt, ...client };
}

/** The client's FTP doubts from interviews that have ended, whose sanction is still to be considered (¶121). */
export function listUnsettledFailures(reader: Reader, clientId: string): Doubt[] {
  return reader.all<Doubt>(
    `${SELECT} JOIN interview ON interview.id = doubt.interview_id
     WHERE doubt.client_id = ? AND doubt.kind = 'ftp' AND withdrawn_at IS NULL AND settled_at IS NULL
       AND interview.ended_at IS NOT NULL ORDER BY recorded_at DESC, doubt.id DESC`,
    clientId,
  );
}

/** Adds a doubt. */
export function insertDoubt(
  writer: Writer,
  doubt: {
    readonly id: string;
    readonly interviewId: string;
    readonly clientId: string;
    readonly kind: DoubtKind;
    readonly text: string;
    readonly recordedAt: string;
    readonly adviserId: string;
  },
): void {
  writer.insert("doubt", {
    id: doubt.id,
    interview_id: doubt.interviewId,
    client_id: doubt.clientId,
    kind: doubt.kind,
    text: doubt.text,
    recorded_at: doubt.recordedAt,
    recorded_by: doubt.adviserId,
    withdrawn_at: null,
    withdrawn_by: null,
    settled_at: null,
    settled_by: null,
    outcome: "",
  });
}

/** Takes a doubt back. */
export function withdrawDoubt(writer: Writer, id: string, at: string, adviserId: string): void {
  writer.update("doubt", id, { withdrawn_at: at, withdrawn_by: adviserId });
}

/** Records what came of a doubt. */
export function settleDoubt(writer: Writer, id: string, at: string, adviserId: string, outcome: string): void {
  writer.update("doubt", id, { settled_at: at, settled_by: adviserId, outcome });
}
