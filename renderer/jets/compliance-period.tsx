import { useState } from "react";
import { formatDate, parseTypedDate } from "../../shared/dates.ts";
import { type CompliancePeriod, compliancePeriodSchema } from "../../shared/jets/compliance-requests.ts";
import { useSession } from "../session.ts";
import { DateField } from "../ui/date-field.tsx";
import { SelectField } from "../ui/select-field.tsx";

interface CompliancePeriodProps {
  readonly period: CompliancePeriod;
  readonly advisers: readonly { readonly id: string; readonly name: string }[];
  /** Told only of a period that can be reported on. */
  readonly onChange: (period: CompliancePeriod) => void;
}

const EVERYBODY = { value: "", name: "Everybody" };

/** The period that is reported on, and whose participants. */
export function CompliancePeriodFields({ period, advisers, onChange }: CompliancePeriodProps) {
  const { today, office } = useSession();
  const [typed, setTyped] = useState({ from: formatDate(period.from), to: formatDate(period.to) });
  const days = { from: parseTypedDate(typed.from, { today }), to: parseTypedDate(typed.to, { today }) };
  const isPeriod = compliancePeriodSchema.safeParse({ ...days, adviserId: null }).success;
  const type = (end: "from" | "to", text: string) => {
    const next = { ...typed, [end]: text };
    setTyped(next);
    const from = parseTypedDate(next.from, { today });
    const to = parseTypedDate(next.to, { today });
    const chosen = compliancePeriodSchema.safeParse({ from, to, adviserId: period.adviserId });
    if (chosen.success) onChange(chosen.data);
  };
  const problemOf = (end: "from" | "to") => {
    if (days[end] === undefined) return "Write a date as dd/mm/yyyy";
    return isPeriod || end === "from" ? undefined : "Not before From, and at most five years after it";
  };
  return (
    <search className="audit-filters" aria-label="What is reported on">
      <div className="audit-filter">
        <span className="k">Office</span>
        <span>{office.name}</span>
      </div>
      <div className="audit-filter">
        <label htmlFor="compliance-adviser">Adviser</label>
        <SelectField
          id="compliance-adviser"
          label="Adviser"
          value={period.adviserId ?? ""}
          options={[EVERYBODY, ...advisers.map(({ id, name }) => ({ value: id, name }))]}
          onChange={(id) => onChange({ ...period, adviserId: id === "" ? null : id })}
        />
      </div>
      {(["from", "to"] as const).map((end) => (
        <div key={end} className="audit-filter">
          <label htmlFor={`compliance-${end}`}>{LABELS[end]}</label>
          <DateField
            id={`compliance-${end}`}
            label={LABELS[end]}
            value={typed[end]}
            today={today}
            problem={problemOf(end)}
            onChange={(text) => type(end, text)}
          />
        </div>
      ))}
    </search>
  );
}

const LABELS = { from: "From", to: "To" } as const;
