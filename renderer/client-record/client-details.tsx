import { fullName, type StoredClientRecord } from "../../shared/client-record/client-record.ts";
import { formatNino } from "../../shared/client-record/nino.ts";
import { groupName } from "../../shared/client-record/record-fields.ts";
import type { PartWindow } from "../../shared/client-record/record-part.ts";
import { dateOfMoment, formatDate, yearsBetween } from "../../shared/dates.ts";
import { useSession } from "../session.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { changedAt, type RecordWindow, summaryOf, whyWindowIsOff, yesNo } from "./record-words.ts";

interface ClientDetailsProps {
  readonly client: StoredClientRecord;
  readonly onOpenWindow: (window: PartWindow) => void;
}

const WINDOWS: readonly RecordWindow[] = ["More", "Quals", "CBW", "IWBC", "JSAg"];

/** The left column of the client's page: who the client is, and what the record windows hold in a line each. */
export function ClientDetails({ client, onOpenWindow }: ClientDetailsProps) {
  const { today } = useSession();
  const address = [...client.address, client.postcode].filter(Boolean).join(", ");
  return (
    <section aria-label="Client">
      <div className="h2row">
        <h2>Client</h2>
        <ActionButton name="Amend" fullName="Amend client" small onPress={() => onOpenWindow("Client")} />
      </div>
      <dl className="defs">
        <dt>Name</dt>
        <dd className="strong">{[client.title, fullName(client)].filter(Boolean).join(" ")}</dd>
        <dt>NINO</dt>
        <dd className="num">{formatNino(client.nino)}</dd>
        <dt>Date of birth</dt>
        <dd className="num">
          {formatDate(client.dateOfBirth)}{" "}
          <span className="quiet">{yearsBetween(client.dateOfBirth, today)} years</span>
        </dd>
        <Detail name="Address" value={address} />
        <Detail name="Telephone" value={[client.telephone, client.mobile].filter(Boolean).join(", ")} />
        <Detail name="Email" value={client.email} />
        <Detail name="Benefit" value={client.benefit} />
        <Detail name="Client group" value={groupName(client.clientGroup)} />
        <Detail name="Status" value={client.status} />
        <Detail name="DP marker" value={yesNo(client.disabledPerson)} />
        <Detail name="Incident marker" value={client.incidentMarker ? "Yes" : "None"} />
      </dl>
      <div className="sep" />
      <h2>In the record windows</h2>
      <dl className="defs short">
        {WINDOWS.filter((window) => !whyWindowIsOff(client, window)).map((window) => (
          <WindowSummary key={window} client={client} window={window} onOpen={() => onOpenWindow(window)} />
        ))}
      </dl>
    </section>
  );
}

function Detail({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value || <span className="quiet">Not recorded</span>}</dd>
    </>
  );
}

interface WindowSummaryProps {
  readonly client: StoredClientRecord;
  readonly window: RecordWindow;
  readonly onOpen: () => void;
}

function WindowSummary({ client, window, onOpen }: WindowSummaryProps) {
  const { today } = useSession();
  const changed = changedAt(client, window);
  return (
    <>
      <dt>
        <button type="button" className="link" aria-label={`Open ${window}`} onClick={onOpen}>
          {window}
        </button>
      </dt>
      <dd>
        {summaryOf(client, window, today) || <span className="quiet">Nothing recorded</span>}
        {changed && <p className="cap quiet num">Changed {formatDate(dateOfMoment(changed))}</p>}
      </dd>
    </>
  );
}
