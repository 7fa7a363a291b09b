import { useEffect, useId, useRef, useState } from "react";
import type { RequestInput } from "../../shared/contract.ts";
import { formatDate, formatMoment, parseTypedDate } from "../../shared/dates.ts";
import type { AppError } from "../../shared/errors.ts";
import type { WorkingDays } from "../../shared/jets/course-requests.ts";
import { isBlank } from "../../shared/text.ts";
import { useSession } from "../session.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { NoteDialog } from "../ui/note-dialog.tsx";
import { TextBox } from "../ui/text-box.tsx";
import { DateRow } from "./dates-dialog.tsx";

export type OutageToRecord = RequestInput<"record-outage">;
/** An outage as it was recorded. */
export type RecordedOutage = WorkingDays["outages"][number];

const NOTHING = { from: "", to: "", reason: "" };

interface OutagesProps {
  readonly outages: WorkingDays["outages"];
  /** Another number once what was typed is recorded. */
  readonly resetKey: number;
  readonly onTyped: (isTyped: boolean) => void;
  readonly onRecord: (outage: OutageToRecord) => void;
  readonly onTakeBack: (outage: RecordedOutage) => void;
}

/** When the system could not be used, recording that it was so, and taking back what was recorded by mistake. */
export function Outages({ outages, resetKey, onTyped, onRecord, onTakeBack }: OutagesProps) {
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
          <OutageRow key={outage.id} outage={outage} onTakeBack={onTakeBack} />
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

interface OutageRowProps {
  readonly outage: RecordedOutage;
  readonly onTakeBack: (outage: RecordedOutage) => void;
}

function OutageRow({ outage, onTakeBack }: OutageRowProps) {
  const { takenBack } = outage;
  return (
    <li>
      <span>{daysOf(outage)}</span>
      <span>{outage.reason}</span>
      <span className="quiet">{`${outage.recordedBy}, ${formatMoment(outage.recordedAt)}`}</span>
      {takenBack && (
        <span>
          {`Taken back: ${takenBack.reason} `}
          <span className="quiet">{`${takenBack.by}, ${formatMoment(takenBack.at)}`}</span>
        </span>
      )}
      {/* It stays, so that the focus has where to go back to. */}
      <ActionButton
        name="Take back…"
        fullName={`Take back the outage ${daysOf(outage)}`}
        small
        off={takenBack ? "It is taken back" : undefined}
        onPress={() => onTakeBack(outage)}
      />
    </li>
  );
}

function daysOf({ from, to }: Pick<RecordedOutage, "from" | "to">): string {
  return `${formatDate(from)} to ${formatDate(to)}`;
}

interface TakeOutageBackProps {
  readonly outage: RecordedOutage;
  /** Takes it back; answers why it was refused, or nothing once it is done. */
  readonly keep: (reason: string) => Promise<AppError | undefined>;
  readonly onClose: () => void;
}

/** Asks once, with the reason, before an outage is taken back. */
export function TakeOutageBackDialog({ outage, keep, onClose }: TakeOutageBackProps) {
  const { policy } = useSession();
  return (
    <NoteDialog
      title="Take back outage"
      label="Why it is taken back"
      limit={policy.noteCharacters}
      act="Take back"
      place={null}
      keep={keep}
      onClose={onClose}
    >
      <p>
        {`Due dates are counted as if the outage from ${daysOf(outage)} had not been recorded. Dates by which something was agreed or reviewed since it was recorded stay. The outage stays in the list, with your reason.`}
      </p>
    </NoteDialog>
  );
}

interface RecordOutageProps {
  readonly outage: OutageToRecord;
  readonly onAnswer: (isWanted: boolean) => void;
}

/** Asks once before due dates are moved. */
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
        {`Due dates that were not overdue on ${formatDate(outage.from)} move by the working days up to ${formatDate(outage.to)} that fell in their time. One that was recorded by mistake can be taken back.`}
      </p>
    </Dialog>
  );
}
