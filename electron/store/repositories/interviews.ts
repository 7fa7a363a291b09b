import type { Attendance, Interview } from "../../../shared/interview/interview.ts";
import type { Reader } from "../store.ts";
import type { Writer } from "../transaction.ts";

interface InterviewRow {
  readonly id: string;
  readonly client_id: string;
  readonly kind: string;
  readonly attendance: string;
  readonly adviser_id: string;
  readonly adviser_name: string;
  readonly started_at: string;
  readonly ended_at: string | null;
  readonly end_reason: string | null;
  readonly is_cancelled: number;
  readonly is_failed: number;
  readonly version: number;
}

const SELECT = `
  SELECT interview.*, adviser.name AS adviser_name,
    EXISTS (
      SELECT 1 FROM doubt WHERE doubt.interview_id = interview.id AND doubt.kind = 'ftp' AND doubt.withdrawn_at IS NULL
    ) AS is_failed
  FROM interview JOIN adviser ON adviser.id = interview.adviser_id`;

/** A client's interviews, newest first. */
export function listInterviews(reader: Reader, clientId: string): Interview[] {
  return reader
    .all<InterviewRow>(`${SELECT} WHERE client_id = ? ORDER BY started_at DESC, interview.id DESC`, clientId)
    .map(toInterview);
}

/** One interview by its id. */
export function findInterview(reader: Reader, id: string): Interview | undefined {
  const row = reader.get<InterviewRow>(`${SELECT} WHERE interview.id = ?`, id);
  return row && toInterview(row);
}

/** The interview a client has open. */
export function findOpenInterviewOfClient(reader: Reader, clientId: string): Interview | undefined {
  const row = reader.get<InterviewRow>(`${SELECT} WHERE client_id = ? AND ended_at IS NULL`, clientId);
  return row && toInterview(row);
}

/** The interview an adviser has open, with any client. */
export function findOpenInterviewOfAdviser(reader: Reader, adviserId: string): Interview | undefined {
  const row = reader.get<InterviewRow>(`${SELECT} WHERE adviser_id = ? AND ended_at IS NULL`, adviserId);
  return row && toInterview(row);
}

/** Adds an interview. */
export function insertInterview(
  writer: Writer,
  interview: Omit<Interview, "adviserName" | "isFailedToParticipate">,
): void {
  writer.insert("interview", {
    id: interview.id,
    client_id: interview.clientId,
    kind: interview.kind,
    attendance: interview.attendance,
    adviser_id: interview.adviserId,
    started_at: interview.startedAt,
    ended_at: interview.endedAt,
    end_reason: interview.endReason,
    is_cancelled: Number(interview.isCancelled),
    version: interview.version,
  });
}

/** How an interview came to its end. */
export interface Ending {
  readonly endedAt: string;
  readonly adviserId: string;
  /** Why, where it was not an ordinary End. */
  readonly reason: string | null;
  readonly isCancelled: boolean;
}

/** Ends an open interview. */
export function endInterview(writer: Writer, interview: Interview, ending: Ending): void {
  writer.update("interview", interview.id, {
    ended_at: ending.endedAt,
    ended_by: ending.adviserId,
    end_reason: ending.reason,
    is_cancelled: Number(ending.isCancelled),
    version: interview.version + 1,
  });
}

/** Gives an open interview another kind. */
export function changeInterviewKind(writer: Writer, interview: Interview, kind: string): void {
  writer.update("interview", interview.id, { kind, version: interview.version + 1 });
}

/** Tells whether anything was recorded in an interview besides that it began, and as what kind. */
export function isAnythingRecordedIn(reader: Reader, { id, clientId }: Interview): boolean {
  const row = reader.get(
    `SELECT 1 FROM audit WHERE client_id = ? AND interview_id = ? AND kind = 'change'
       AND action NOT IN ('start-interview', 'raise-interview') LIMIT 1`,
    clientId,
    id,
  );
  return row !== undefined;
}

function toInterview(row: InterviewRow): Interview {
  return {
    id: row.id,
    clientId: row.client_id,
    kind: row.kind,
    attendance: row.attendance as Attendance,
    adviserId: row.adviser_id,
    adviserName: row.adviser_name,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    endReason: row.end_reason,
    isCancelled: row.is_cancelled === 1,
    isFailedToParticipate: row.is_failed === 1,
    version: row.version,
  };
}
