import type { Calculation, StoredClientRecord } from "../../shared/client-record/client-record.ts";
import { RECORD_ROWS } from "../../shared/client-record/record-fields.ts";
import { formOf, readForm, valueInWords } from "../../shared/client-record/record-form.ts";
import { partOf } from "../../shared/client-record/record-part.ts";
import { formatDate, formatMoment } from "../../shared/dates.ts";
import { useRequest } from "../requests.ts";
import { announce } from "../ui/live-region.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { FormRows } from "./form-rows.tsx";
import { changedWords, type RecordWindowProps, recordTitle, savePart } from "./record-window.ts";
import { WINDOW_NAMES } from "./record-words.ts";
import { useFormEditor } from "./use-form-editor.ts";
import { useRecordSituation, useShownClient } from "./use-shown-client.ts";

const WHY_OFF = "A calculation can be added only during an interview";

/** IWBC: adds a calculation in an interview, above the earlier ones; the newest is the one that shows (¶89). */
export function CalculationsDialog({ client: given, onClose }: RecordWindowProps) {
  const shown = useShownClient(given);
  const { client } = shown;
  const situation = useRecordSituation(shown);
  const editor = useFormEditor({
    place: { clientId: client.id, form: "IWBC" },
    now: formOf(partOf(client, "IWBC"), situation.today),
    check: (form) => readForm("IWBC", form, situation).problems,
    send: async (form, saving) => {
      const { part } = readForm("IWBC", form, situation);
      return part ? savePart(client, part, saving) : "asked";
    },
    onSaved: () => {
      announce(`Saved. ${WINDOW_NAMES.IWBC}`);
      onClose();
    },
  });
  // Typed words stay in view though the interview ends elsewhere.
  const isWritten = situation.isInterviewOpen || editor.isTyped;
  return (
    <FormDialog
      title={recordTitle("IWBC", client)}
      editor={editor}
      size="wide"
      note={changedWords(client, "IWBC")}
      off={situation.isInterviewOpen ? undefined : WHY_OFF}
      onClose={onClose}
    >
      {isWritten && (
        <section aria-label="New calculation">
          <h3>New calculation</h3>
          <FormRows rows={RECORD_ROWS.IWBC} />
        </section>
      )}
      {!situation.isInterviewOpen && <p className="why">{WHY_OFF}.</p>}
      <Earlier client={client} />
    </FormDialog>
  );
}

function Earlier({ client }: { readonly client: StoredClientRecord }) {
  const { data } = useRequest("list-calculations", { clientId: client.id });
  if (!data) return null;
  if (data.calculations.length === 0) return <p className="quiet">No calculation is recorded.</p>;
  return (
    <section className="earlier" aria-label="Calculations">
      <h3>Calculations</h3>
      <div className="gridbox">
        <table className="grid plain" aria-label="Calculations">
          <thead>
            <tr>
              {["IWBC Date", "Result", "IWBC Notes", "Recorded"].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.calculations.map((calculation, index) => (
              <CalculationRow key={calculation.id} calculation={calculation} isNewest={index === 0} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface CalculationRowProps {
  readonly calculation: Calculation;
  readonly isNewest: boolean;
}

function CalculationRow({ calculation, isNewest }: CalculationRowProps) {
  const { result, notes, date, recordedAt, interviewId } = calculation;
  return (
    <tr>
      <td className="wrap">{formatDate(date)}</td>
      <td className="wrap">{result ? valueInWords("Result", result) : ""}</td>
      <td className="wrap written">{notes}</td>
      <td className="wrap">
        {formatMoment(recordedAt)}
        {interviewId && ", in an interview"}
        {isNewest && <p className="cap quiet">Shows on the plan</p>}
      </td>
    </tr>
  );
}
