import { type ReactNode, useId, useRef, useState } from "react";
import { formatDate, isCivilDate, parseTypedDate } from "../../shared/dates.ts";
import { FieldProblem } from "./field-problem.tsx";
import { Icon } from "./icons.tsx";

interface DateFieldProps {
  readonly id: string;
  /** The accessible name; the caption beside the field points here by its id. */
  readonly label: string;
  /** The date as dd/mm/yyyy, or what was typed and is no date. */
  readonly value: string;
  readonly today: string;
  readonly earliest?: string | undefined;
  readonly latest?: string | undefined;
  readonly hint?: string | undefined;
  /** Why the field is off; it can then be reached and read, but not written in. */
  readonly offReason?: string | undefined;
  readonly problem?: string | undefined;
  /** What stands between the field and its hint, such as a date on offer. */
  readonly offer?: ReactNode;
  readonly onChange: (typed: string) => void;
}

/** A field for a date in any of the typed forms (DT-1); once left, it shows the day as dd/mm/yyyy. */
export function DateField(props: DateFieldProps) {
  const { id, label, value, hint, offReason, problem, offer, onChange } = props;
  const ids = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const isOff = offReason !== undefined;
  const write = (text: string) => {
    setTyped(text);
    onChange(text);
  };
  return (
    <div className="stack">
      <span className="date">
        <input
          id={id}
          className={problem ? "is-error" : undefined}
          value={typed ?? value}
          placeholder={isOff ? undefined : "dd/mm/yyyy"}
          autoComplete="off"
          readOnly={isOff}
          aria-label={label}
          aria-disabled={isOff || undefined}
          aria-invalid={problem ? true : undefined}
          aria-describedby={`${ids}-problem ${ids}-hint`}
          onChange={(event) => write(event.target.value)}
          onBlur={() => setTyped(null)}
        />
        <CalendarButton {...props} isOff={isOff} onPick={(text) => onChange(text)} />
      </span>
      <FieldProblem id={`${ids}-problem`} problem={problem} />
      {offer}
      {(offReason ?? hint) && (
        <span className="why" id={`${ids}-hint`}>
          {offReason ?? hint}
        </span>
      )}
    </div>
  );
}

interface CalendarButtonProps extends DateFieldProps {
  readonly isOff: boolean;
  readonly onPick: (text: string) => void;
}

/** The browser's own calendar: for the pointer only, since the field itself takes every date from the keyboard. */
function CalendarButton({ label, value, today, earliest, latest, isOff, onPick }: CalendarButtonProps) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        aria-label={`Calendar for ${label}`}
        aria-disabled={isOff || undefined}
        tabIndex={-1}
        onClick={() => !isOff && picker.current?.showPicker()}
      >
        <Icon name="cal" />
      </button>
      <input
        ref={picker}
        className="picker"
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        min={earliest}
        max={latest}
        value={parseTypedDate(value, { today }) ?? ""}
        onChange={(event) => isCivilDate(event.target.value) && onPick(formatDate(event.target.value))}
      />
    </>
  );
}
