import { type ClientSummary, fullName } from "../../shared/client-record/client-record.ts";
import { formatNino } from "../../shared/client-record/nino.ts";
import { groupName } from "../../shared/client-record/record-fields.ts";
import { formatDate } from "../../shared/dates.ts";
import { useRequest } from "../requests.ts";
import { ActionButton } from "../ui/action-button.tsx";
import type { WorkPlaces } from "../work-list/work-list-panel.tsx";
import { cardWords } from "./list-words.ts";

interface ClientCardProps extends Pick<WorkPlaces, "onOpenClient"> {
  readonly onOpenPlan: (clientId: string) => void;
  readonly client: ClientSummary | undefined;
}

/** Who is chosen, how it stands with their plan and their next interview, and the ways on. */
export function ClientCard({ client, onOpenClient, onOpenPlan }: ClientCardProps) {
  const card = useRequest("client-card", { clientId: client?.id ?? "none" }, { isOff: client === undefined });
  if (!client) {
    return (
      <p className="nothing">Find a client, and choose one with the arrow keys or the mouse. Enter opens the record.</p>
    );
  }
  const details = [`${formatNino(client.nino)}, born ${formatDate(client.dateOfBirth)}`, groupName(client.clientGroup)];
  return (
    <div className="card peek">
      <div>
        <p className="strong">{fullName(client)}</p>
        <p className="cap quiet num">{details.filter(Boolean).join(", ")}</p>
        <p className="cap quiet num">{card.data ? cardWords(card.data) : "\u00A0"}</p>
      </div>
      <div className="acts">
        <ActionButton name="ActnPln" fullName="Action Plan" onPress={() => onOpenPlan(client.id)} />
        <ActionButton name="Client Record" onPress={() => onOpenClient(client.id)} />
      </div>
    </div>
  );
}
