import { useEffect, useId, useRef, useState } from "react";
import type { RequestInput } from "../../shared/contract.ts";
import { formatDate, formatMoment, parseTypedDate } from "../../shared/dates.ts";
import type { WorkingDays } from "../../shared/jets/course-requests.ts";
import { isBlank } from "../../shared/text.ts";
import { useSession } from "../session.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextBox } from "../ui/text-box.tsx";
import { DateRow } from "./dates-dialog.tsx";

export type OutageToRecord = RequestInput<"record-outage">;

const NOTHING = { from: "", to: "", reason: "" };

interface OutagesProps {
  readonly outages: WorkingDays["outages"];
  /** Another number once what was typed is recorded. */
  readonly resetKey: number;
  readonly onTyped: (isTyped: boolean) => void;
  readonly onRecord: (outage: OutageToRecord) => void;
}

/** When the system could not be used, and recording that it was so. */
export function Outages({ outages, resetKey, onTyped, onRecord }: OutagesProps) {
  const { today, policy } = useSession();
  const ids = useId();
  const [typed, setTyped] = useState(NOTHING);
  const write = (next: typeof typed) => {
    setTyped(next);
    onTyped(Object.values(next).some((text) => !isBlank(text)));
  };
  const latest = useRef(write);
  useEffect(() => {
    latest.current = write;
  });
  useEffect(() => {
    if (resetKey > 0) latest.current(NOTHING);
  }, [resetKey]);
  const [from, to] = [typed.from, typed.to].map((text) => parseTypedDate(text, { today }));
  const problem =
    to && to > today ? "To is in the future" : from && to && to < from ? "To lies before From" : undefined;
  const isWhole = from && to && !isBlank(typed.reason);
  const off = problem ?? (isWhole ? undefined : "From, To and Reason have to be filled in");
  return (
    <section aria-label="Outages">
      <h3 className="strong">Outages of the system</h3>
      {outages.length === 0 && <p className="quiet">None is recorded.</p>}
      <ul className="day-list outages num" aria-label="Recorded outages">
        {outages.map((outage) => (
          <li key={outage.id}>
            <span>{`${formatDate(outage.from)} to ${formatDate(outage.to)}`}</span>
            <span>{outage.reason}</span>
            <span className="quiet">{`${outage.recordedBy}, ${formatMoment(outage.recordedAt)}`}</span>
          </li>
        ))}
      </ul>
      <div className="form">
        <DateRow
          id={`${ids}-from`}
          name="From"
          value={typed.from}
          problem={undefined}
          onChange={(text) => write({ ...typed, from: text })}
        />
        <DateRow
          id={`${ids}-to`}
          name="To"
          value={typed.to}
          problem={problem}
          onChange={(text) => write({ ...typed, to: text })}
        />
      </div>
      <TextBox
        id={`${ids}-reason`}
        label="Reason"
        caption="Reason"
        value={typed.reason}
        limit={policy.noteCharacters}
        onChange={(reason) => write({ ...typed, reason })}
      />
      <ActionButton
        name="Record…"
        fullName="Record the outage"
        off={off}
        onPress={() => from && to && onRecord({ from, to, reason: typed.reason })}
      />
    </section>
  );
}

interface RecordOutageProps {
  readonly outage: OutageToRecord;
  readonly onAnswer: (isWanted: boolean) => void;
}

/** Asks once before due dates are moved for good. */
export function RecordOutageDialog({ outage, onAnswer }: RecordOutageProps) {
  return (
    <Dialog
      title="Record outage"
      onClose={() => onAnswer(false)}
      actions={[
        { name: "Record", onPress: () => onAnswer(true) },
        { name: "Cancel", isMain: true, onPress: () => onAnswer(false) },
      ]}
    >
      <p>
        {`Due dates that were not overdue on ${formatDate(outage.from)} move by the working days up to ${formatDate(outage.to)} that fell in their time. A recorded outage is not taken back.`}
      </p>
    </Dialog>
  );
}
