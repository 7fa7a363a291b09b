import type { CivilDate } from "../dates.ts";
import type { Policy } from "../policy.ts";
import { targetDateReason } from "./item-rules.ts";

/** The next appointment's day as a target date (¶64), if AI-2 allows it and it is not the target date already. */
export function followUpDate(
  nextAppointment: CivilDate | null,
  {
    today,
    policy,
    targetDate,
  }: { readonly today: CivilDate; readonly policy: Policy; readonly targetDate: CivilDate | null },
): CivilDate | null {
  if (nextAppointment === null || nextAppointment === targetDate) return null;
  return targetDateReason(nextAppointment, today, policy) ? null : nextAppointment;
}
