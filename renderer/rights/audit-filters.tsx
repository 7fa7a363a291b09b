import { useState } from "react";
import { type ClientSummary, listName } from "../../shared/client-record/client-record.ts";
import { formatNino } from "../../shared/client-record/nino.ts";
import { formatDate, parseTypedDate } from "../../shared/dates.ts";
import type { AuditFilter } from "../../shared/rights/audit.ts";
import { useRequest } from "../requests.ts";
import { useSession } from "../session.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { DateField } from "../ui/date-field.tsx";
import { SelectField } from "../ui/select-field.tsx";

interface AuditFiltersProps {
  readonly filter: AuditFilter;
  readonly advisers: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (filter: AuditFilter) => void;
}

const KINDS = [
  { value: "all", name: "Reads and changes" },
  { value: "read", name: "Reads" },
  { value: "change", name: "Changes" },
] as const;
const EVERYBODY = { value: "", name: "Everybody" };

/** Narrows the audit by client, adviser, kind and period. */
export function AuditFilters({ filter, advisers, onChange }: AuditFiltersProps) {
  const { adviserId, kind, clientId, ...period } = filter;
  const others = { ...(clientId && { clientId }), ...(adviserId && { adviserId }), ...(kind && { kind }), ...period };
  return (
    <search className="audit-filters" aria-label="Narrow the audit">
      <ClientFilter onChange={(id) => onChange(withValue(others, "clientId", id))} />
      <div className="audit-filter">
        <label htmlFor="audit-adviser">Adviser</label>
        <SelectField
          id="audit-adviser"
          label="Adviser"
          value={adviserId ?? ""}
          options={[EVERYBODY, ...advisers.map(({ id, name }) => ({ value: id, name }))]}
          onChange={(id) => onChange(withValue(others, "adviserId", id))}
        />
      </div>
      <div className="audit-filter">
        <label htmlFor="audit-kind">Kind</label>
        <SelectField
          id="audit-kind"
          label="Kind"
          value={kind ?? "all"}
          options={KINDS}
          onChange={(value) => onChange(withValue(others, "kind", value === "all" ? "" : value))}
        />
      </div>
      <DayFilter id="audit-from" label="From" onChange={(day) => onChange(withValue(others, "from", day))} />
      <DayFilter id="audit-to" label="To" onChange={(day) => onChange(withValue(others, "to", day))} />
    </search>
  );
}

/** The filter with one value set, or without it where the value is blank. */
function withValue(filter: AuditFilter, name: keyof AuditFilter, value: string): AuditFilter {
  const { [name]: _, ...rest } = filter;
  return value === "" ? rest : { ...rest, [name]: value };
}

interface DayFilterProps {
  readonly id: string;
  readonly label: string;
  /** Told the day, or blank once there is none. */
  readonly onChange: (day: string) => void;
}

function DayFilter({ id, label, onChange }: DayFilterProps) {
  const { today } = useSession();
  const [typed, setTyped] = useState("");
  const day = parseTypedDate(typed, { today });
  const type = (text: string) => {
    setTyped(text);
    const next = parseTypedDate(text, { today }) ?? "";
    if (next !== (day ?? "")) onChange(next);
  };
  return (
    <div className="audit-filter">
      <label htmlFor={id}>{label}</label>
      <DateField
        id={id}
        label={label}
        value={day ? formatDate(day) : typed}
        today={today}
        problem={typed.trim() !== "" && day === undefined ? "Write a date as dd/mm/yyyy" : undefined}
        onChange={type}
      />
    </div>
  );
}

/** How many of the clients found are offered. */
const MOST_OFFERED = 8;

function ClientFilter({ onChange }: { readonly onChange: (clientId: string) => void }) {
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<ClientSummary | null>(null);
  const text = typed.trim();
  const found = useRequest("find-clients", { text }, { isOff: text === "" || chosen !== null, keepsPrevious: true });
  const offered = (text && !chosen ? (found.data?.groups ?? []) : []).flatMap(({ clients }) => clients);
  const choose = (client: ClientSummary | null) => {
    setChosen(client);
    setTyped("");
    onChange(client?.id ?? "");
  };
  if (chosen) {
    return (
      <div className="audit-filter client-filter">
        <span className="k">Client</span>
        <span className="chosen">
          <span className="num">
            {listName(chosen)}, {formatNino(chosen.nino)}
          </span>
          <ActionButton name="All clients" autoFocus onPress={() => choose(null)} />
        </span>
      </div>
    );
  }
  return (
    <div className="audit-filter client-filter">
      <label htmlFor="audit-client">Client</label>
      <input
        className="in"
        id="audit-client"
        type="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && offered[0] && choose(offered[0])}
      />
      {text !== "" && found.data && (
        <ul className="offered" aria-label="Clients found">
          {offered.slice(0, MOST_OFFERED).map((client) => (
            <li key={client.id}>
              <button type="button" className="num" onClick={() => choose(client)}>
                {listName(client)}, {formatNino(client.nino)}
              </button>
            </li>
          ))}
          {offered.length === 0 && <li className="quiet">Nobody matches</li>}
        </ul>
      )}
    </div>
  );
}
