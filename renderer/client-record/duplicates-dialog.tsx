import { type ClientSummary, fullName } from "../../shared/client-record/client-record.ts";
import { formatNino, tidyNino } from "../../shared/client-record/nino.ts";
import { groupName } from "../../shared/client-record/record-fields.ts";
import type { RecordForm } from "../../shared/client-record/record-form.ts";
import { formatDate } from "../../shared/dates.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { Dialog } from "../ui/dialog.tsx";

interface DuplicatesProps {
  readonly typed: RecordForm;
  readonly found: readonly ClientSummary[];
  readonly isNew: boolean;
  /** Opens a client's page in the place of this window; left out where that cannot be done from here. */
  readonly onOpenClient: ((clientId: string) => void) | undefined;
  /** It is another person, so that saving goes on. */
  readonly onAnotherPerson: () => void;
  readonly onBack: () => void;
}

/** As many as fit side by side. */
const MOST_SHOWN = 3;

/** Who may be the same person, side by side with what was entered; nothing is saved yet. */
export function DuplicatesDialog({ typed, found, isNew, onOpenClient, onAnotherPerson, onBack }: DuplicatesProps) {
  const nino = tidyNino(typed.NINO ?? "");
  const isTaken = found.some((client) => client.nino === nino);
  const shown = found.slice(0, MOST_SHOWN);
  const left = found.length - shown.length;
  return (
    <Dialog
      title="This client may be here already"
      size="wide"
      onClose={onBack}
      actions={[
        {
          name: "Another person",
          off: isTaken ? "A client here has this NINO, and a NINO belongs to one person" : undefined,
          onPress: onAnotherPerson,
        },
        { name: "Back", isMain: true, onPress: onBack },
      ]}
    >
      <p>
        {isTaken
          ? "A client here has this NINO. Check the number; if it is the same person, open their record."
          : "Compare them. If it is the same person, open their record; if not, choose Another person and save."}
      </p>
      <div className="gridbox duplicates">
        <table className="grid plain" aria-label="What you entered and who is here">
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Entered here</th>
              {shown.map((client) => (
                <th key={client.id} scope="col">
                  {fullName(client)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {LINES.map(({ name, entered, stored }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="wrap">{entered(typed)}</td>
                {shown.map((client) => (
                  <td key={client.id} className="wrap">
                    {stored(client)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 && <p className="why">{`${left} more are like this; Find a client lists them.`}</p>}
      {onOpenClient && (
        <div className="acts">
          {shown.map((client) => (
            <ActionButton
              key={client.id}
              name={`Open ${fullName(client)}`}
              fullName={`Open the record of ${fullName(client)} without saving what you entered`}
              small
              onPress={() => onOpenClient(client.id)}
            />
          ))}
        </div>
      )}
      {onOpenClient && (
        <p className="why">{`Opening a record closes this window${isNew ? "" : " and leaves this client as they are"}; what you entered is not saved.`}</p>
      )}
    </Dialog>
  );
}

interface Line {
  readonly name: string;
  readonly entered: (form: RecordForm) => string | undefined;
  readonly stored: (client: ClientSummary) => string;
}

const LINES: readonly Line[] = [
  { name: "Surname", entered: (form) => form.Surname, stored: ({ surname }) => surname },
  { name: "Forenames", entered: (form) => form.Forenames, stored: ({ forenames }) => forenames },
  {
    name: "NINO",
    entered: (form) => formatNino(tidyNino(form.NINO ?? "")),
    stored: ({ nino }) => formatNino(nino),
  },
  {
    name: "Date of birth",
    entered: (form) => form["Date of birth"],
    stored: ({ dateOfBirth }) => formatDate(dateOfBirth),
  },
  { name: "Benefit", entered: (form) => form.Benefit, stored: ({ benefit }) => benefit },
  {
    name: "Client group",
    entered: (form) => groupName(form["Client group"] ?? ""),
    stored: ({ clientGroup }) => groupName(clientGroup),
  },
];
