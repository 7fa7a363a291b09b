import { useId } from "react";
import { FieldProblem } from "../ui/field-problem.tsx";
import { SelectField } from "../ui/select-field.tsx";

interface FormFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly help?: string | undefined;
  readonly problem?: string | undefined;
  readonly maxLength?: number | undefined;
  /** Dots instead of letters. */
  readonly isHidden?: boolean | undefined;
  readonly autoComplete?: "off" | "current-password" | "new-password" | undefined;
  /** Takes the focus when its page or dialog opens. */
  readonly isFirst?: boolean | undefined;
  readonly onChange: (value: string) => void;
  /** What Enter does in the field. */
  readonly onEnter?: (() => void) | undefined;
}

/** As long as any field of these windows can be. */
const LONGEST = 200;

/** A caption and a field of one line, with its help and what is wrong with it. */
export function FormField(props: FormFieldProps) {
  const { id, label, value, help, problem, isHidden = false, autoComplete = "off", onEnter } = props;
  const ids = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <div className="stack">
        <input
          id={id}
          className={problem ? "in is-error" : "in"}
          type={isHidden ? "password" : "text"}
          value={value}
          maxLength={props.maxLength ?? LONGEST}
          autoComplete={autoComplete}
          autoCapitalize="off"
          spellCheck={false}
          data-autofocus={props.isFirst || undefined}
          aria-invalid={problem ? true : undefined}
          aria-describedby={`${ids}-help ${ids}-problem`}
          onChange={(event) => props.onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !onEnter) return;
            event.preventDefault();
            onEnter();
          }}
        />
        {help && (
          <span className="help" id={`${ids}-help`}>
            {help}
          </span>
        )}
        <FieldProblem id={`${ids}-problem`} problem={problem} />
      </div>
    </>
  );
}

interface FormSelectProps<Value extends string> {
  readonly id: string;
  readonly label: string;
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly name: string }[];
  readonly help?: string | undefined;
  readonly problem?: string | undefined;
  readonly onChange: (value: Value) => void;
}

/** A caption and a field to choose one of a few values. */
export function FormSelect<Value extends string>(props: FormSelectProps<Value>) {
  return (
    <>
      <label htmlFor={props.id}>{props.label}</label>
      <SelectField {...props} />
    </>
  );
}
