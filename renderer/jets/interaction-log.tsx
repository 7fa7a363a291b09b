import { formatDate, formatMoment } from "../../shared/dates.ts";
import type { ContractTerms } from "../../shared/jets/contract-terms.ts";
import {
  type Attachment,
  INTERACTION_KIND_NAMES,
  type Interaction,
  MEETING_MEANS_NAMES,
} from "../../shared/jets/interaction.ts";
import { DataGrid, type GridColumn } from "../ui/data-grid.tsx";
import { InteractionFiles } from "./interaction-files.tsx";
import { InteractionSignatures } from "./interaction-signatures.tsx";
import { interactionCells } from "./interaction-words.ts";
import type { Attaching } from "./use-attaching.ts";

const COLUMNS: readonly GridColumn[] = [
  { heading: "Date", width: "6.25rem" },
  { heading: "Kind", width: "7rem" },
  { heading: "By what means", width: "7.5rem" },
  { heading: "Signed", width: "9.5rem" },
  { heading: "Files", width: "3.5rem" },
  { heading: "What happened" },
];

interface InteractionLogProps {
  readonly interactions: readonly Interaction[];
  readonly terms: ContractTerms;
  readonly participantName: string;
  readonly selectedId: string | null;
  readonly attaching: Attaching;
  readonly onSelect: (interactionId: string) => void;
  readonly onOpenFile: (attachment: Attachment) => void;
}

/** Every interaction with a participant, newest day first, and all that is held of the one that is selected (4.05). */
export function InteractionLog(props: InteractionLogProps) {
  const { interactions, terms, participantName, selectedId, attaching, onSelect, onOpenFile } = props;
  const selected = interactions.find(({ id }) => id === selectedId) ?? interactions[0];
  return (
    <>
      <DataGrid
        label="Interactions"
        columns={COLUMNS}
        rows={interactions.map((each) => ({ id: each.id, cells: interactionCells(each, terms.words) }))}
        selectedId={selected?.id ?? null}
        empty="No interaction has been recorded yet."
        onSelect={onSelect}
      />
      {selected && (
        <section className="interaction" aria-label="The selected interaction">
          <h3 className="num">{headingOf(selected)}</h3>
          <p className="written">{selected.text}</p>
          <p className="cap quiet num">{`Recorded ${formatMoment(selected.recordedAt)} by ${selected.recordedBy}`}</p>
          <div className="held">
            <InteractionSignatures interaction={selected} terms={terms} participantName={participantName} />
            <InteractionFiles interaction={selected} attaching={attaching} onOpen={onOpenFile} />
          </div>
        </section>
      )}
    </>
  );
}

function headingOf({ happenedOn, kind, means }: Interaction): string {
  const how =
    means === null || (kind === "telephone" && means === "telephone") ? "" : `, ${MEETING_MEANS_NAMES[means]}`;
  return `${formatDate(happenedOn)}: ${INTERACTION_KIND_NAMES[kind]}${how.toLowerCase()}`;
}
