import { formatNino, tidyNino } from "../../shared/client-record/nino.ts";
import type { FieldRow, RecordField } from "../../shared/client-record/record-fields.ts";
import { valueInWords } from "../../shared/client-record/record-form.ts";
import { LINE_CHARACTERS, NOTES_CHARACTERS } from "../../shared/client-record/record-rules.ts";
import { formatDate, parseTypedDate } from "../../shared/dates.ts";
import { useSession } from "../session.ts";
import { DateField } from "../ui/date-field.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextBox } from "../ui/text-box.tsx";
import { LineField } from "./line-field.tsx";
import { recordFieldId, useFormField } from "./use-form-editor.ts";

/** As many characters as anyone types a NINO with. */
const NINO_CHARACTERS = 20;
const SOC_DIGITS = 4;

/** The fields of a form, row by row; the first one takes the focus when its dialog opens. */
export function FormRows({
  rows,
  hasFocus = true,
}: {
  readonly rows: readonly FieldRow[];
  readonly hasFocus?: boolean;
}) {
  return (
    <div className="record-form">
      {rows.map((row, index) => (
        <FormRow key={row[0]?.name} row={row} hasFocus={hasFocus && index === 0} />
      ))}
    </div>
  );
}

function FormRow({ row, hasFocus }: { readonly row: FieldRow; readonly hasFocus: boolean }) {
  const [first, ...others] = row;
  if (!first) return null;
  return (
    <>
      <label className="k" htmlFor={recordFieldId(first.name)}>
        {first.name}
      </label>
      <div className={others.length > 0 ? `cells of-${row.length}` : "cells"}>
        <FormField field={first} hasFocus={hasFocus} />
        {others.map((field) => (
          <div className="captioned" key={field.name}>
            <label htmlFor={recordFieldId(field.name)}>{field.caption}</label>
            <FormField field={field} hasFocus={false} />
          </div>
        ))}
      </div>
    </>
  );
}

interface FormFieldProps {
  readonly field: RecordField;
  readonly hasFocus: boolean;
}

function FormField({ field, hasFocus }: FormFieldProps) {
  const { name } = field;
  const { value, beside, problem, write } = useFormField(name);
  const id = recordFieldId(name);
  const now = beside === undefined ? undefined : `On the record now: ${valueInWords(name, beside)}`;
  const common = { id, label: name, value, problem };
  switch (field.kind) {
    case "date":
      return <FormDate field={field} hint={now} />;
    case "choice": {
      const options = field.options ?? [];
      // What an import brought stays as it is until another value is chosen.
      const isKnown = options.some((option) => option.value === value);
      const all = isKnown ? options : [{ value, name: value }, ...options];
      return <SelectField {...common} options={all} help={now} onChange={write} />;
    }
    case "tick":
      return (
        <label className="tick">
          <input
            id={id}
            type="checkbox"
            checked={value === "yes"}
            aria-label={name}
            aria-describedby={`${id}-says`}
            onChange={(event) => write(event.target.checked ? "yes" : "no")}
          />
          <span id={`${id}-says`}>{now ?? field.caption}</span>
        </label>
      );
    case "notes":
      return (
        <div>
          <TextBox {...common} limit={NOTES_CHARACTERS} onChange={write} />
          {now && <p className="why">{now}</p>}
        </div>
      );
    default:
      return (
        <LineField
          {...common}
          hint={now}
          limit={LIMITS[field.kind]}
          isNumeric={field.kind === "soc"}
          autoFocus={hasFocus}
          onChange={write}
          onLeave={field.kind === "nino" ? () => write(formatNino(tidyNino(value))) : undefined}
        />
      );
  }
}

const LIMITS = { line: LINE_CHARACTERS, nino: NINO_CHARACTERS, soc: SOC_DIGITS } as const;

interface FormDateProps {
  readonly field: Pick<RecordField, "name" | "isPast">;
  readonly hint?: string | undefined;
}

/** A date of a form; what can be read as one is kept as dd/mm/yyyy, what cannot stays as it was typed (DT-1). */
export function FormDate({ field: { name, isPast = false }, hint }: FormDateProps) {
  const { today } = useSession();
  const { value, problem, write } = useFormField(name);
  return (
    <DateField
      id={recordFieldId(name)}
      label={name}
      value={value}
      today={today}
      latest={isPast ? today : undefined}
      hint={hint}
      problem={problem}
      onChange={(typed) => write(formatDate(parseTypedDate(typed, { today, neverFuture: isPast })) || typed)}
    />
  );
}
