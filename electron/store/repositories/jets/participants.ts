import type { Agreement, Participant } from "../../../../shared/jets/participant.ts";
import type { Reader } from "../../store.ts";

interface ParticipantRow {
  readonly clientId: string;
  readonly contract: string;
  readonly referredOn: string | null;
  readonly engagedOn: string | null;
  readonly startAppointmentOn: string | null;
  readonly startedOn: string | null;
  readonly dueOn: string | null;
  readonly agreedOn: string | null;
  readonly agreedAt: string | null;
  readonly agreedBy: string | null;
  readonly agreedVersion: number | null;
  readonly agreedHash: string | null;
  readonly preferredMeans: Participant["preferredMeans"];
  readonly version: number;
}

/** A client as a participant; undefined where the client is under no contract. */
export function findParticipant(reader: Reader, clientId: string): Participant | undefined {
  const row = reader.get<ParticipantRow>(
    `SELECT participant.id AS clientId, contract, referred_on AS referredOn, engaged_on AS engagedOn,
            start_appointment_on AS startAppointmentOn, started_on AS startedOn, due_on AS dueOn,
            agreed_on AS agreedOn, agreed_at AS agreedAt, adviser.name AS agreedBy, agreed_version AS agreedVersion,
            agreed_hash AS agreedHash, preferred_means AS preferredMeans, version
     FROM participant LEFT JOIN adviser ON adviser.id = agreed_by WHERE participant.id = ?`,
    clientId,
  );
  if (!row) return undefined;
  const { referredOn, engagedOn, startAppointmentOn, startedOn, contract, dueOn, preferredMeans, version } = row;
  const dates = { referredOn, engagedOn, startAppointmentOn, startedOn };
  return { clientId, contract, dates, dueOn, agreement: agreementOf(row), preferredMeans, version };
}

function agreementOf({ agreedOn, agreedAt, agreedBy, agreedVersion, agreedHash }: ParticipantRow): Agreement | null {
  if (!agreedOn || !agreedAt) return null;
  return {
    agreedOn,
    agreedAt,
    agreedBy: agreedBy ?? "",
    planVersion: agreedVersion ?? 1,
    contentHash: agreedHash ?? "",
  };
}

/** The advisers who have participants, by name. */
export function listParticipantAdvisers(reader: Reader): { readonly id: string; readonly name: string }[] {
  return reader.all(
    `SELECT id, name FROM adviser WHERE EXISTS (SELECT 1 FROM participant WHERE adviser_id = adviser.id)
     ORDER BY name, id`,
  );
}
