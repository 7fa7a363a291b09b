import { useState } from "react";
import { formatNino } from "../../shared/client-record/nino.ts";
import { formatDate } from "../../shared/dates.ts";
import type { InspectionRow } from "../../shared/jets/before-inspection.ts";
import type { ComplianceFigure } from "../../shared/jets/compliance.ts";
import type { CompliancePeriod } from "../../shared/jets/compliance-requests.ts";
import { FIGURE_WORDS } from "../../shared/jets/compliance-words.ts";
import { Refusal } from "../entry/refusal.tsx";
import { useRequest } from "../requests.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { DataGrid, type GridColumn, type GridRow } from "../ui/data-grid.tsx";
import { Dialog } from "../ui/dialog.tsx";

interface FigureListProps {
  readonly figure: ComplianceFigure;
  readonly period: CompliancePeriod;
  readonly onOpenClient: (clientId: string) => void;
  readonly onClose: () => void;
}

const COLUMNS: readonly GridColumn[] = [
  { heading: "Participant", width: "13rem" },
  { heading: "NINO", width: "8rem" },
  { heading: "Due", width: "6.75rem" },
  { heading: "Done", width: "6.75rem" },
  { heading: "Adviser", width: "9rem" },
];
const WHY: GridColumn = { heading: "Why" };

/** The list that a figure counts, from which each participant's page opens. */
export function FigureList({ figure, period, onOpenClient, onClose }: FigureListProps) {
  const found = useRequest("compliance-list", { period, figure });
  const rows = found.data?.rows ?? [];
  const isUnsigned = figure === "plans-unsigned";
  const listed = rows.map(({ id, clientId, clientName, nino, dueOn, doneOn, adviserName, why }) => ({
    clientId,
    row: {
      id,
      cells: [
        ...[clientName, formatNino(nino), formatDate(dueOn), formatDate(doneOn), adviserName],
        ...(isUnsigned ? [why] : []),
      ],
    },
  }));
  return (
    <Dialog
      title={found.data ? `${FIGURE_WORDS[figure]}: ${rows.length}` : FIGURE_WORDS[figure]}
      size="wide"
      onClose={onClose}
      actions={[{ name: "Close", isMain: true, onPress: onClose }]}
    >
      {found.error && <Refusal error={found.error.error} />}
      <PagedList
        label={FIGURE_WORDS[figure]}
        columns={isUnsigned ? [...COLUMNS, WHY] : COLUMNS}
        listed={listed}
        empty={found.isPending ? "Reading the list" : "Nobody"}
        onOpenClient={onOpenClient}
      />
    </Dialog>
  );
}

const INSPECTION_COLUMNS: readonly GridColumn[] = [
  { heading: "By", width: "6.75rem" },
  { heading: "Participant", width: "13rem" },
  { heading: "NINO", width: "8rem" },
  { heading: "Adviser", width: "9rem" },
  { heading: "What" },
];

interface InspectionListProps {
  readonly rows: readonly InspectionRow[];
  readonly onOpenClient: (clientId: string) => void;
}

/** What is about to fail while it can still be put right. */
export function InspectionList({ rows, onOpenClient }: InspectionListProps) {
  const listed = rows.map(({ id, clientId, clientName, nino, adviserName, date, what }) => ({
    clientId,
    row: { id, cells: [formatDate(date), clientName, formatNino(nino), adviserName, what] },
  }));
  return (
    <section aria-label="Before the inspection">
      <h2 className="h2">Before the inspection</h2>
      <p className="quiet">What is about to fail and can still be put right.</p>
      <PagedList
        label="Before the inspection"
        columns={INSPECTION_COLUMNS}
        listed={listed}
        empty="Nothing is about to fail"
        onOpenClient={onOpenClient}
      />
    </section>
  );
}

/** So many rows are drawn at a time. */
const PAGE = 200;

interface PagedListProps {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly listed: readonly { readonly clientId: string; readonly row: GridRow }[];
  readonly empty: string;
  readonly onOpenClient: (clientId: string) => void;
}

function PagedList({ label, columns, listed, empty, onOpenClient }: PagedListProps) {
  const [from, setFrom] = useState(0);
  const [selectedId, select] = useState<string | null>(null);
  const shown = listed.slice(from, from + PAGE);
  const selected = listed.find(({ row }) => row.id === selectedId);
  const last = Math.min(listed.length, from + PAGE);
  const open = () => selected && onOpenClient(selected.clientId);
  return (
    <div className="paged-list">
      <DataGrid
        label={label}
        columns={columns}
        rows={shown.map(({ row }) => row)}
        selectedId={selectedId}
        empty={empty}
        onSelect={select}
        onOpen={open}
      />
      {listed.length > 0 && (
        <div className="below">
          <ActionButton name="Open client" off={selected ? undefined : "Choose a row first"} onPress={open} />
          {listed.length > PAGE && (
            <>
              <ActionButton
                name="Earlier rows"
                off={from === 0 ? "These are the first" : undefined}
                onPress={() => setFrom(from - PAGE)}
              />
              <ActionButton
                name="Further rows"
                off={last === listed.length ? "These are the last" : undefined}
                onPress={() => setFrom(from + PAGE)}
              />
            </>
          )}
          <span className="quiet num" role="status">{`${from + 1} to ${last} of ${listed.length}`}</span>
        </div>
      )}
    </div>
  );
}
