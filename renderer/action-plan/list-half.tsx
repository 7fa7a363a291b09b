import { memo, useMemo } from "react";
import type { ShownItem } from "../../shared/action-plan/shown-plan.ts";
import { formatDate } from "../../shared/dates.ts";
import { onOneLine } from "../../shared/text.ts";
import { DataGrid, type GridColumn, type GridRow } from "../ui/data-grid.tsx";
import { FilterNote } from "./challenge-list.tsx";
import { ReadOnlyBox } from "./read-only-box.tsx";

const COLUMNS: readonly GridColumn[] = [
  { heading: "Date Created", width: "6.75rem" },
  { heading: "Created By", width: "7rem" },
  { heading: "Ass", width: "3.25rem", explanation: "Assigned To: C is Client, P is PA" },
  { heading: "Target Date", width: "6.75rem" },
  { heading: "Date Closed", width: "6.75rem" },
  { heading: "Action Item" },
];

interface ListHalfProps {
  readonly items: readonly ShownItem[];
  /** Those of the items that the filter by challenge leaves in the table. */
  readonly listed: readonly ShownItem[];
  /** What the filter shows; undefined while it shows everything. */
  readonly filterWords: string | undefined;
  readonly onShowAll: () => void;
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  readonly onOpen: () => void;
}

/** List mode's upper half: the selected item's text, and the table of all items (AI-9). */
export const ListHalf = memo(function ListHalf(props: ListHalfProps) {
  const { items, listed, filterWords, selectedId, onShowAll, onSelect, onOpen } = props;
  const rows = useMemo(() => listed.map(rowOf), [listed]);
  const open = items.filter(({ dateClosed }) => dateClosed === null).length;
  return (
    <>
      <div className="label">
        <span className="strong">Action Item:</span>
      </div>
      <ReadOnlyBox label="Action Item" look="lead" text={items.find(({ id }) => id === selectedId)?.text ?? ""} />
      <div className="label">
        <h2>
          Action Items <span className="quiet cap num">{`${items.length} in all, ${open} open`}</span>
        </h2>
        {filterWords ? (
          <FilterNote words={filterWords} onShowAll={onShowAll} />
        ) : (
          <span className="counter">By target date, oldest first</span>
        )}
      </div>
      <DataGrid
        label="Action Items"
        columns={COLUMNS}
        rows={rows}
        selectedId={selectedId}
        empty="No Action Items yet. NActItm writes one."
        onSelect={onSelect}
        onOpen={onOpen}
      />
    </>
  );
});

const ASSIGNED = { client: "C", pa: "P" } as const;

function rowOf(item: ShownItem): GridRow {
  return {
    id: item.id,
    tone: item.isReadOnly ? "closed" : undefined,
    mark: markOf(item),
    cells: [
      formatDate(item.dateCreated),
      item.createdBy,
      item.assignedTo ? ASSIGNED[item.assignedTo] : "",
      formatDate(item.targetDate),
      formatDate(item.dateClosed),
      onOneLine(item.text),
    ],
  };
}

function markOf({ isNew, isUnsaved }: ShownItem): string | undefined {
  if (isNew) return "New, unsaved";
  return isUnsaved ? "Unsaved" : undefined;
}
