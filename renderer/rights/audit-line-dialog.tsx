import { useEffect, useState } from "react";
import { formatMoment } from "../../shared/dates.ts";
import { actionInWords } from "../../shared/rights/action-words.ts";
import type { AuditChange, AuditLine } from "../../shared/rights/audit.ts";
import { Refusal } from "../entry/refusal.tsx";
import { queryClient, useRequest } from "../requests.ts";
import { useSession } from "../session.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { changeCells, clientOf, type Names } from "./audit-words.ts";

interface AuditLineProps {
  readonly line: AuditLine;
  readonly advisers: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
}

/** A line of the audit with every change under it: table, field, before and after. */
export function AuditLineDialog({ line, advisers, onClose }: AuditLineProps) {
  const { interviewKinds } = useSession();
  const [after, setAfter] = useState(0);
  const opened = useRequest("audit-line", { lineId: line.id, after });
  useEffect(() => () => queryClient.removeQueries({ queryKey: ["audit-line"] }), []);
  const names: Names = new Map([
    ...advisers.map(({ id, name }) => [id, name] as const),
    ...interviewKinds.map(({ code, name }) => [code, name] as const),
  ]);
  const changes = opened.data?.changes ?? [];
  const last = changes.at(-1);
  return (
    <Dialog
      title={`Line ${line.id}: ${actionInWords(line.action)}`}
      size="widest"
      onClose={onClose}
      actions={[{ name: "Close", isMain: true, onPress: onClose }]}
    >
      <p className="num">
        {[formatMoment(line.at), line.adviserName ?? "", clientOf(line)].filter(Boolean).join(", ")}
      </p>
      {opened.error && <Refusal error={opened.error.error} />}
      {opened.data && <Changes changes={changes} names={names} />}
      {opened.data?.hasMore && last && (
        <p>
          <ActionButton name="Next changes" onPress={() => setAfter(last.id)} />
        </p>
      )}
    </Dialog>
  );
}

function Changes({ changes, names }: { readonly changes: readonly AuditChange[]; readonly names: Names }) {
  if (changes.length === 0) return <p className="nothing">Nothing was changed: it was looked at.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="gridbox audit-changes" aria-label="Changes" tabIndex={0}>
      <table className="grid">
        <thead>
          <tr>
            {["In", "Field", "Before", "After"].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => {
            const [table, field, before, after] = changeCells(change, names);
            return (
              <tr key={change.id}>
                <td className="wrap">{table}</td>
                <td className="wrap">{field}</td>
                <td className="wrap">{before}</td>
                <td className="wrap">{after}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
