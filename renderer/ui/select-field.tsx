import { useId } from "react";
import { FieldProblem } from "./field-problem.tsx";
import { Icon } from "./icons.tsx";

interface SelectFieldProps<Value extends string> {
  readonly id: string;
  /** The accessible name; the caption beside the field points here by its id. */
  readonly label: string;
  /** Null while nothing is chosen. */
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly name: string }[];
  /** What the choice is for, below the field. */
  readonly help?: string | undefined;
  readonly problem?: string | undefined;
  readonly onChange: (value: Value) => void;
}

/** A field to choose one of a few values; it starts as Choose where nothing is chosen yet. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { id, label, value, options, help, problem, onChange } = props;
  const ids = useId();
  return (
    <div className="stack">
      <span className="select">
        <select
          id={id}
          className={problem ? "is-error" : undefined}
          value={value ?? ""}
          aria-label={label}
          aria-invalid={problem ? true : undefined}
          aria-describedby={`${ids}-help ${ids}-problem`}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {value === null && <option value="">Choose</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.name}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </span>
      {help && (
        <span className="help" id={`${ids}-help`}>
          {help}
        </span>
      )}
      <FieldProblem id={`${ids}-problem`} problem={problem} />
    </div>
  );
}
