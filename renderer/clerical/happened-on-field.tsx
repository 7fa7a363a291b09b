import { formatDate } from "../../shared/dates.ts";
import { fieldId } from "../action-plan/field-ids.ts";
import { useSession } from "../session.ts";
import { DateField } from "../ui/date-field.tsx";
import { useHappenedOn } from "./entering.ts";

interface HappenedOnFieldProps {
  /** The key of the new item or review. */
  readonly writtenKey: string;
  readonly problem: string | undefined;
}

/** The day a new item or review on the form happened on, with the day it is entered on; nothing outside an entry. */
export function HappenedOnField({ writtenKey, problem }: HappenedOnFieldProps) {
  const { today } = useSession();
  const happenedOn = useHappenedOn();
  if (!happenedOn) return null;
  const { entering, textOf, write } = happenedOn;
  return (
    <div className="happened-on">
      <label className="k" htmlFor={fieldId("Happened On")}>
        Happened On:
      </label>
      <DateField
        id={fieldId("Happened On")}
        label="Happened On"
        value={textOf(writtenKey)}
        today={today}
        earliest={entering.issuedOn ?? undefined}
        latest={today}
        hint={`As on the form. Entered on ${formatDate(today)}`}
        problem={problem}
        onChange={(typed) => write(writtenKey, typed)}
      />
    </div>
  );
}
