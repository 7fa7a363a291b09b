import { qualificationChanges, qualificationWords } from "../../shared/client-record/compare-pulled.ts";
import type { PulledDetails } from "../../shared/client-record/pull-through.ts";
import { formatDate } from "../../shared/dates.ts";
import { type GridColumn, TableHead } from "../ui/data-grid.tsx";
import { PulledMark, WasBefore } from "./pulled-mark.tsx";

type Qualifications = PulledDetails["qualifications"];

interface PulledQualificationsProps {
  readonly now: Qualifications;
  /** As they stand in the saved plan; absent where there is none. */
  readonly then: Qualifications | undefined;
}

const COLUMNS: readonly GridColumn[] = [
  { heading: "Level", width: "20%" },
  { heading: "Subject" },
  { heading: "Outcome", width: "18%" },
  { heading: "Date Completed", width: "22%" },
];

/** The qualifications of today, those that came or changed since the save marked, and those that went in words. */
export function PulledQualifications({ now, then = now }: PulledQualificationsProps) {
  const { rows, removed } = qualificationChanges(then, now);
  const count = now.length;
  return (
    <>
      <div className="gridbox">
        <table className="grid plain" aria-label="Qualifications">
          <TableHead columns={COLUMNS} />
          <tbody>
            {now.map((row, index) => (
              // The rows are read-only and stand in the record's order.
              // biome-ignore lint/suspicious/noArrayIndexKey: the index is the record's order
              <Row key={index} row={row} change={rows[index] ?? null} />
            ))}
          </tbody>
        </table>
      </div>
      {removed.length > 0 && (
        <p className="cap">
          <PulledMark word="Changed" /> No longer on the record: {removed.map(qualificationWords).join("; ")}
        </p>
      )}
      <p className="cap quiet">
        {count === 0 ? "No qualification is ticked AP in Quals." : `${countOf(count)} ticked AP in Quals.`} Basic Skills
        Assessments never come to the plan.
      </p>
    </>
  );
}

interface RowProps {
  readonly row: Qualifications[number];
  readonly change: null | "new" | Qualifications[number];
}

function Row({ row, change }: RowProps) {
  return (
    <tr className={change === null ? undefined : "is-changed"}>
      <td className="wrap">{row.level}</td>
      <td className="wrap">
        {row.subject}
        {change !== null && <PulledMark word={change === "new" ? "New" : "Changed"} />}
        {change !== null && change !== "new" && <WasBefore was={qualificationWords(change)} />}
      </td>
      <td className="wrap">{row.outcome}</td>
      <td className="wrap">{formatDate(row.completed)}</td>
    </tr>
  );
}

function countOf(count: number): string {
  return count === 1 ? "The 1 qualification" : `The ${count} qualifications`;
}
