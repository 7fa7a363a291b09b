import { useId } from "react";
import { FieldProblem } from "../ui/field-problem.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { type PaperChoice, readCopies, WHY_COPIES } from "./paper-choice.ts";
import type { Printers } from "./use-printers.ts";

interface PaperFieldsProps {
  readonly paper: PaperChoice;
  readonly printers: Printers;
  readonly onChange: (chosen: { readonly copies?: string; readonly printer?: string; readonly tray?: string }) => void;
}

/** How many copies come out of which printer, from which tray (¶117). */
export function PaperFields({ paper, printers: { printers, reason }, onChange }: PaperFieldsProps) {
  const id = useId();
  const { copies, printer, tray } = paper;
  const problem = readCopies(copies) === undefined ? WHY_COPIES : undefined;
  return (
    <div className="paper">
      <label htmlFor={`${id}-copies`}>Copies</label>
      <div className="stack">
        <input
          id={`${id}-copies`}
          className={problem ? "in num is-error" : "in num"}
          inputMode="numeric"
          maxLength={3}
          value={copies}
          aria-invalid={problem ? true : undefined}
          aria-describedby={`${id}-problem`}
          onChange={({ target }) => onChange({ copies: target.value })}
        />
        <FieldProblem id={`${id}-problem`} problem={problem} />
      </div>
      {printer && tray ? (
        <>
          <label htmlFor={`${id}-printer`}>Printer</label>
          <SelectField
            id={`${id}-printer`}
            label="Printer"
            value={printer.id}
            options={printers.map(({ id: value, name }) => ({ value, name }))}
            help={`${printer.isDefault ? "Your default printer. " : ""}${printer.isReady ? "It is ready." : "It is not ready."}`}
            onChange={(chosen) => onChange({ printer: chosen })}
          />
          <label htmlFor={`${id}-tray`}>Tray</label>
          <SelectField
            id={`${id}-tray`}
            label="Tray"
            value={tray}
            options={printer.trays.map(({ id: value, name }) => ({ value, name }))}
            onChange={(chosen) => onChange({ tray: chosen })}
          />
        </>
      ) : (
        <>
          <span>Printer</span>
          <p className="help" role="status">
            {reason}
          </p>
        </>
      )}
    </div>
  );
}
