import type { CivilDate } from "../../../../shared/dates.ts";
import type { Agreement, CourseDates, Participant } from "../../../../shared/jets/participant.ts";
import type { Reader } from "../../store.ts";
import type { Writer } from "../../transaction.ts";

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

/** When the full plan is due, and from when on it stands on the work list. */
export interface StoredDue {
  readonly dueOn: CivilDate | null;
  readonly shownOn: CivilDate | null;
}

/** Makes a client a participant. */
export function insertParticipant(
  writer: Writer,
  clientId: string,
  participant: StoredDue & { readonly contract: string; readonly dates: CourseDates; readonly adviserId: string },
): void {
  const { contract, dates, adviserId, ...due } = participant;
  writer.insert("participant", {
    id: clientId,
    contract,
    ...dateColumns(dates),
    ...dueColumns(due),
    adviser_id: adviserId,
    version: 1,
  });
}

/** Changes the contract and the dates of a participant. */
export function updateCourse(
  writer: Writer,
  { clientId, version }: Participant,
  course: StoredDue & { readonly contract: string; readonly dates: CourseDates },
): void {
  const { contract, dates, ...due } = course;
  const columns = { contract, ...dateColumns(dates), ...dueColumns(due) };
  if (writer.update("participant", clientId, columns)) writer.update("participant", clientId, { version: version + 1 });
}

/** Moves the day by which a full plan is to be agreed; tells whether it is another. */
export function moveDue(writer: Writer, clientId: string, due: StoredDue): boolean {
  return writer.update("participant", clientId, dueColumns(due));
}

/** Keeps how a participant would rather meet. */
export function setPreferredMeans(
  writer: Writer,
  { clientId, version }: Participant,
  means: Participant["preferredMeans"],
): void {
  if (writer.update("participant", clientId, { preferred_means: means })) {
    writer.update("participant", clientId, { version: version + 1 });
  }
}

/** Records that the full plan was agreed. */
export function insertAgreement(
  writer: Writer,
  { clientId, version }: Participant,
  agreement: Omit<Agreement, "agreedBy"> & { readonly adviserId: string },
): void {
  writer.update("participant", clientId, {
    agreed_on: agreement.agreedOn,
    agreed_at: agreement.agreedAt,
    agreed_by: agreement.adviserId,
    agreed_version: agreement.planVersion,
    agreed_hash: agreement.contentHash,
    version: version + 1,
  });
}

/** The participants whose full plan is due on a day or later. */
export function listParticipantsDueFrom(reader: Reader, day: CivilDate): Participant[] {
  return reader
    .all<{ id: string }>("SELECT id FROM participant WHERE due_on >= ? ORDER BY due_on, id", day)
    .flatMap(({ id }) => findParticipant(reader, id) ?? []);
}

function dateColumns(dates: CourseDates) {
  return {
    referred_on: dates.referredOn,
    engaged_on: dates.engagedOn,
    start_appointment_on: dates.startAppointmentOn,
    started_on: dates.startedOn,
  };
}

function dueColumns({ dueOn, shownOn }: StoredDue) {
  return { due_on: dueOn, shown_on: shownOn };
}

/** How many interactions are recorded with a participant, and how many requests for the information. */
export function countOfParticipant(
  reader: Reader,
  clientId: string,
): { readonly interactions: number; readonly copiesAskedFor: number } {
  const counts = reader.get<{ interactions: number; copiesAskedFor: number }>(
    `SELECT (SELECT COUNT(*) FROM interaction WHERE client_id = ?) AS interactions,
            (SELECT COUNT(*) FROM information_request WHERE client_id = ?) AS copiesAskedFor`,
    clientId,
    clientId,
  );
  return counts ?? { interactions: 0, copiesAskedFor: 0 };
}
