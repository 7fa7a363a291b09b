import type { RequestInput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import type { Appointment } from "../../shared/interview/appointment.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { listAdvisers } from "../store/repositories/advisers.ts";
import {
  type Booking,
  findAppointment,
  insertAppointment,
  cancelAppointment as recordCancelling,
  moveAppointment as recordMove,
} from "../store/repositories/appointments.ts";
import { findClientSummaries } from "../store/repositories/clients.ts";
import { transaction } from "../store/transaction.ts";
import { auditInInterview, findKind, type ServiceContext, tellClientChanged } from "./service-context.ts";

/** Books an interview with a client for today or later (¶64). */
export function bookAppointment(
  context: ServiceContext,
  { clientId, ...booking }: RequestInput<"book-appointment">,
): Result<Appointment, AppError> {
  const refusal = refuseBooking(context, booking);
  if (refusal) return err(refusal);
  const id = context.newId();
  const booked = transaction(context.store, auditInInterview(context, "book-appointment", clientId), (writer) => {
    if (findClientSummaries(writer, [clientId]).length === 0) return err<AppError>({ code: "client-not-found" });
    insertAppointment(writer, id, clientId, booking);
    return ok(appointmentAfter(findAppointment(writer, id)));
  });
  if (booked.ok) tellClientChanged(context, clientId);
  return booked;
}

/** Moves an appointment to another time, kind or adviser, unless somebody else changed it meanwhile. */
export function moveAppointment(
  context: ServiceContext,
  { appointmentId, version, ...booking }: RequestInput<"move-appointment">,
): Result<Appointment, AppError> {
  const refusal = refuseBooking(context, booking);
  if (refusal) return err(refusal);
  const found = findAppointment(context.store, appointmentId);
  if (!found) return err({ code: "appointment-not-found" });
  const audit = auditInInterview(context, "move-appointment", found.clientId);
  const moved = transaction(context.store, audit, (writer) => {
    const appointment = unchanged(findAppointment(writer, appointmentId), version);
    if (!appointment.ok) return appointment;
    recordMove(writer, appointment.value, booking);
    return ok(appointmentAfter(findAppointment(writer, appointmentId)));
  });
  if (moved.ok) tellClientChanged(context, found.clientId);
  return moved;
}

/** Cancels an appointment, unless somebody else changed it meanwhile. */
export function cancelAppointment(
  context: ServiceContext,
  { appointmentId, version }: RequestInput<"cancel-appointment">,
): Result<Record<string, never>, AppError> {
  const found = findAppointment(context.store, appointmentId);
  if (!found) return err({ code: "appointment-not-found" });
  const audit = auditInInterview(context, "cancel-appointment", found.clientId);
  const cancelled = transaction(context.store, audit, (writer): Result<Record<string, never>, AppError> => {
    const appointment = unchanged(findAppointment(writer, appointmentId), version);
    if (!appointment.ok) return appointment;
    recordCancelling(writer, appointment.value);
    return ok({});
  });
  if (cancelled.ok) tellClientChanged(context, found.clientId);
  return cancelled;
}

function refuseBooking(context: ServiceContext, { date, kind, adviserId }: Booking): AppError | undefined {
  const today = context.clock.today();
  if (date < today) return { code: "appointment-past", date, today };
  const known = findKind(context, kind);
  if (!known.ok) return known.error;
  const isAdviser = listAdvisers(context.store).some(({ id }) => id === adviserId);
  return isAdviser ? undefined : { code: "adviser-not-found" };
}

function unchanged(appointment: Appointment | undefined, version: number): Result<Appointment, AppError> {
  if (!appointment) return err({ code: "appointment-not-found" });
  return appointment.version === version ? ok(appointment) : err({ code: "appointment-changed" });
}

function appointmentAfter(appointment: Appointment | undefined): Appointment {
  if (!appointment) throw new Error("An appointment that was just written is not there");
  return appointment;
}
