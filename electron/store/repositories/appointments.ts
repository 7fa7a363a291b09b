import type { CivilDate } from "../../../shared/dates.ts";
import type { Appointment } from "../../../shared/interview/appointment.ts";
import type { Reader } from "../store.ts";
import type { Writer } from "../transaction.ts";

const SELECT = `
  SELECT appointment.id, client_id AS clientId, date, time, kind, adviser_id AS adviserId, adviser.name AS adviserName,
         version
  FROM appointment JOIN adviser ON adviser.id = appointment.adviser_id WHERE status = 'booked'`;

/** A client's booked appointments, soonest first. */
export function listAppointments(reader: Reader, clientId: string): Appointment[] {
  return reader.all<Appointment>(`${SELECT} AND client_id = ? ORDER BY date, time, appointment.id`, clientId);
}

/** A client's first booked appointment on a day or after it. */
export function findNextAppointment(reader: Reader, clientId: string, from: CivilDate): Appointment | undefined {
  return reader.get<Appointment>(
    `${SELECT} AND client_id = ? AND date >= ? ORDER BY date, time LIMIT 1`,
    clientId,
    from,
  );
}

/** One booked appointment; undefined once it was held or cancelled. */
export function findAppointment(reader: Reader, id: string): Appointment | undefined {
  return reader.get<Appointment>(`${SELECT} AND appointment.id = ?`, id);
}

/** What a booking says: when, which interview, with whom. */
export type Booking = Pick<Appointment, "date" | "time" | "kind" | "adviserId">;

/** Adds an appointment. */
export function insertAppointment(writer: Writer, id: string, clientId: string, booking: Booking): void {
  writer.insert("appointment", {
    id,
    client_id: clientId,
    ...columnsOf(booking),
    status: "booked",
    interview_id: null,
    version: 1,
  });
}

/** Moves an appointment to another time, kind or adviser. */
export function moveAppointment(writer: Writer, { id, version }: Appointment, booking: Booking): void {
  writer.update("appointment", id, { ...columnsOf(booking), version: version + 1 });
}

/** Cancels an appointment, which stays in the record of changes. */
export function cancelAppointment(writer: Writer, { id, version }: Appointment): void {
  writer.update("appointment", id, { status: "cancelled", version: version + 1 });
}

/** Notes that an appointment is being held. */
export function holdAppointment(writer: Writer, { id, version }: Appointment, interviewId: string): void {
  writer.update("appointment", id, { status: "held", interview_id: interviewId, version: version + 1 });
}

/** Books again what was held in an interview that was opened by mistake. */
export function bookAgain(writer: Writer, interviewId: string): void {
  const sql = "SELECT id, version FROM appointment WHERE interview_id = ?";
  for (const { id, version } of writer.all<{ id: string; version: number }>(sql, interviewId)) {
    writer.update("appointment", id, { status: "booked", interview_id: null, version: version + 1 });
  }
}

function columnsOf({ date, time, kind, adviserId }: Booking) {
  return { date, time, kind, adviser_id: adviserId };
}
