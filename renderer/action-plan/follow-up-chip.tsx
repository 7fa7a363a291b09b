import { followUpDate } from "../../shared/action-plan/follow-up.ts";
import { type CivilDate, formatDate } from "../../shared/dates.ts";
import type { Policy } from "../../shared/policy.ts";
import { announce } from "../ui/live-region.tsx";
import { fieldId } from "./field-ids.ts";
import { useKindWords } from "./kind-words-context.ts";

interface FollowUpChipProps {
  readonly nextAppointment: CivilDate | null;
  readonly targetDate: CivilDate | null;
  readonly today: CivilDate;
  readonly policy: Policy;
  readonly onUse: (date: string) => void;
}

/** Offers the day of the customer's next appointment as the target date (¶64), where AI-2 allows it. */
export function FollowUpChip({ nextAppointment, targetDate, today, policy, onUse }: FollowUpChipProps) {
  const { meeting } = useKindWords();
  const date = followUpDate(nextAppointment, { today, policy, targetDate });
  if (date === null) return null;
  const day = formatDate(date);
  const use = () => {
    onUse(day);
    announce(`Target Date is ${day}`);
    // The chip goes, and with it the focus that it had.
    document.getElementById(fieldId("Target Date"))?.focus();
  };
  return (
    <button type="button" className="chip num" aria-label={`Next ${meeting} ${day}: use as Target Date`} onClick={use}>
      {`Next ${meeting} ${day}`}
    </button>
  );
}
