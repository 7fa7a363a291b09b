import { fullName, type StoredClientRecord } from "../../shared/client-record/client-record.ts";
import { dateOfMoment, formatDate } from "../../shared/dates.ts";
import { useSession } from "../session.ts";
import { Dialog } from "../ui/dialog.tsx";
import { ReadOnlyValue } from "../ui/read-only-value.tsx";
import { changedAt, fieldsOf, type RecordWindow, WINDOW_NAMES, yesNo } from "./record-words.ts";

interface RecordDialogProps {
  readonly client: StoredClientRecord;
  readonly window: RecordWindow;
  readonly onClose: () => void;
}

/** Every field of one record window, to be read. */
export function RecordDialog({ client, window, onClose }: RecordDialogProps) {
  const { today } = useSession();
  const changed = changedAt(client, window);
  const fields = fieldsOf(client, window, today);
  return (
    <Dialog
      title={`${WINDOW_NAMES[window]} - ${fullName(client)}`}
      size={window === "Quals" ? "wide" : "normal"}
      isReading
      onClose={onClose}
      note={changed ? `Changed ${formatDate(dateOfMoment(changed))}` : "Not changed since the client was added"}
      actions={[{ name: "Close", onPress: onClose }]}
    >
      {window === "Quals" ? (
        <Qualifications client={client} />
      ) : (
        <div className="read-only-list num">
          {fields.map(([label, value]) => (
            <ReadOnlyValue key={label} label={label} value={value} />
          ))}
        </div>
      )}
    </Dialog>
  );
}

function Qualifications({ client: { qualifications } }: Pick<RecordDialogProps, "client">) {
  if (qualifications.length === 0) return <p>No qualifications or assessments are recorded.</p>;
  return (
    <div className="gridbox">
      <table className="grid plain" aria-label="Qualifications and Assessments">
        <thead>
          <tr>
            {["Level", "Subject", "Outcome", "Date Completed", "Kind", "AP"].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {qualifications.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and are never reordered here
            <tr key={index}>
              <td className="wrap">{row.level}</td>
              <td className="wrap">{row.subject}</td>
              <td className="wrap">{row.outcome}</td>
              <td className="wrap">{formatDate(row.completed)}</td>
              <td className="wrap">{row.kind === "qualification" ? "Qualification" : "Basic Skills Assessment"}</td>
              <td className="wrap">{row.kind === "qualification" ? yesNo(row.onPlan) : ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
