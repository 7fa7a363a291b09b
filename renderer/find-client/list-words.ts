import type { RequestOutput } from "../../shared/contract.ts";
import { dateOfMoment, formatDate } from "../../shared/dates.ts";

/** How it stands with a client's plan and next interview, in one line. */
export function cardWords({ planSavedAt, nextAppointment }: RequestOutput<"client-card">): string {
  const plan = planSavedAt ? `Action Plan saved ${formatDate(dateOfMoment(planSavedAt))}` : "No Action Plan";
  if (!nextAppointment) return `${plan}, no interview booked`;
  return `${plan}, next interview ${formatDate(nextAppointment.date)} at ${nextAppointment.time}`;
}

/** How many clients a list has. */
export function countWords(count: number, isWhole: boolean): string {
  if (!isWhole) return `${count.toLocaleString("en-GB")} and more`;
  return count === 1 ? "1 client" : `${count.toLocaleString("en-GB")} clients`;
}
