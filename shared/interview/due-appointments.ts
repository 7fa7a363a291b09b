import type { CivilDate } from "../dates.ts";
import type { Appointment } from "./appointment.ts";

/** The appointments for which an interview may be started today: of today first, then those gone by, newest first. */
export function dueAppointments(appointments: readonly Appointment[], today: CivilDate): readonly Appointment[] {
  const soonestFirst = (a: Appointment, b: Appointment) => (momentOf(a) < momentOf(b) ? -1 : 1);
  const ofToday = appointments.filter(({ date }) => date === today).sort(soonestFirst);
  const goneBy = appointments.filter(({ date }) => date < today).sort((a, b) => soonestFirst(b, a));
  return [...ofToday, ...goneBy];
}

function momentOf({ date, time }: Appointment): string {
  return `${date} ${time}`;
}
