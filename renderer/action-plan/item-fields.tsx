import type { AssignedTo } from "../../shared/action-plan/action-plan.ts";
import type { KindWords } from "../../shared/action-plan/kind-words.ts";
import type { ShownItem } from "../../shared/action-plan/shown-plan.ts";
import { type CivilDate, formatDate } from "../../shared/dates.ts";
import type { Policy } from "../../shared/policy.ts";
import { DateField } from "../ui/date-field.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { ChallengeField } from "./challenge-field.tsx";
import { type FieldProblems, fieldId } from "./field-ids.ts";
import { FollowUpChip } from "./follow-up-chip.tsx";
import type { ItemWriter } from "./item-half.tsx";
import { useKindWords } from "./kind-words-context.ts";
import { Filler, ShownValue } from "./shown-value.tsx";

/** The days that the date fields allow, and why no date closed is possible, where none is. */
export interface DateLimits {
  readonly today: CivilDate;
  readonly earliestTarget: CivilDate;
  readonly latestTarget: CivilDate;
  readonly earliestClosed: CivilDate;
  readonly latestClosed: CivilDate;
  readonly closedOff: string | undefined;
}

interface ItemFieldsProps {
  readonly item: ShownItem;
  readonly isWritten: boolean;
  readonly targetDate: string;
  readonly dateClosed: string;
  readonly limits: DateLimits;
  readonly policy: Policy;
  /** The day of the customer's next appointment, which is offered as the target date (¶64). */
  readonly nextAppointment: CivilDate | null;
  readonly problems: FieldProblems;
  readonly write: ItemWriter;
}

/** The values of Assigned To as they are shown (¶60). */
function assignedToOptions({ assignedTo }: KindWords): readonly { value: AssignedTo; name: string }[] {
  return [
    { value: "client", name: assignedTo.client },
    { value: "pa", name: assignedTo.pa },
  ];
}

/** An item's fields in the guidance's order; read-only until the item is written or amended. */
export function ItemFields(props: ItemFieldsProps) {
  const { item, isWritten, write } = props;
  return (
    <div className={isWritten ? "fields" : "fields flat"}>
      <ShownValue name="Created by" value={item.createdBy} nameClass="k first" />
      <ShownValue name="Date Created" value={formatDate(item.dateCreated)} />
      <ChallengeField challenge={item.challenge} isWritten={isWritten} onChange={write.challenge} />
      {isWritten ? <WrittenFields {...props} /> : <ShownFields item={item} />}
      {item.amendedBy && (
        <>
          <ShownValue name="Amended by" value={item.amendedBy} nameClass="k first" />
          <Filler />
          <Filler />
        </>
      )}
    </div>
  );
}

function ShownFields({ item }: { readonly item: ShownItem }) {
  const words = useKindWords();
  const assignedTo = item.assignedTo ? words.assignedTo[item.assignedTo] : "";
  return (
    <>
      <ShownValue name="Assigned To" value={assignedTo} nameClass="k first" />
      <ShownValue name="Target Date" value={formatDate(item.targetDate)} />
      <ShownValue name="Date Closed" value={formatDate(item.dateClosed)} />
    </>
  );
}

function WrittenFields(props: ItemFieldsProps) {
  const { item, targetDate, dateClosed, limits, policy, nextAppointment, problems, write } = props;
  const words = useKindWords();
  const { today, earliestTarget, latestTarget, earliestClosed, latestClosed, closedOff } = limits;
  const dayWords = (day: CivilDate, todayWord: string) => (day === today ? todayWord : formatDate(day));
  return (
    <>
      <label className="k first" htmlFor={fieldId("Assigned To")}>
        Assigned To:
      </label>
      <SelectField
        id={fieldId("Assigned To")}
        label="Assigned To"
        value={item.assignedTo}
        options={assignedToOptions(words)}
        problem={problems["Assigned To"]}
        onChange={write.assignedTo}
      />
      <label className="k" htmlFor={fieldId("Target Date")}>
        Target Date:
      </label>
      <DateField
        id={fieldId("Target Date")}
        label="Target Date"
        value={targetDate}
        today={today}
        earliest={earliestTarget}
        latest={latestTarget}
        hint={`${dayWords(earliestTarget, "Today")} to ${formatDate(latestTarget)}`}
        problem={problems["Target Date"]}
        offer={
          <FollowUpChip
            {...{ nextAppointment, today: earliestTarget, policy }}
            targetDate={item.targetDate}
            onUse={(typed) => write.date("Target Date", typed)}
          />
        }
        onChange={(typed) => write.date("Target Date", typed)}
      />
      <label className="k" htmlFor={fieldId("Date Closed")}>
        Date Closed:
      </label>
      <DateField
        id={fieldId("Date Closed")}
        label="Date Closed"
        value={dateClosed}
        today={today}
        earliest={earliestClosed}
        latest={latestClosed}
        hint={
          earliestClosed === latestClosed
            ? dayWords(latestClosed, "Today")
            : `${formatDate(earliestClosed)} to ${dayWords(latestClosed, "today")}`
        }
        offReason={dateClosed === "" ? closedOff : undefined}
        problem={problems["Date Closed"]}
        onChange={(typed) => write.date("Date Closed", typed)}
      />
    </>
  );
}
