import { memo, useMemo } from "react";
import type { KindWords } from "../../shared/action-plan/kind-words.ts";
import type { ShownItem } from "../../shared/action-plan/shown-plan.ts";
import { formatDate } from "../../shared/dates.ts";
import { onOneLine } from "../../shared/text.ts";
import { DataGrid, type GridColumn, type GridRow } from "../ui/data-grid.tsx";
import { FilterNote } from "./challenge-list.tsx";
import { useKindWords } from "./kind-words-context.ts";
import { ReadOnlyBox } from "./read-only-box.tsx";

/** Words in full need a wider column than letters, and no explanation of what they stand for. */
function columnsIn({ item, assignedTo, ass }: KindWords): readonly GridColumn[] {
  const isInFull = ass === assignedTo;
  const { client, pa } = assignedTo;
  const values = isInFull ? `${client} or ${pa}` : `${ass.client} is ${client}, ${ass.pa} is ${pa}`;
  const explanation = `Assigned To: ${values}`;
  return [
    { heading: "Date Created", width: "6.75rem" },
    { heading: "Created By", width: "7rem" },
    { heading: "Ass", width: isInFull ? "6.5rem" : "3.25rem", explanation },
    { heading: "Target Date", width: "6.75rem" },
    { heading: "Date Closed", width: "6.75rem" },
    { heading: item },
  ];
}

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
  const words = useKindWords();
  const columns = useMemo(() => columnsIn(words), [words]);
  const rows = useMemo(() => listed.map((item) => rowOf(item, words)), [listed, words]);
  const open = items.filter(({ dateClosed }) => dateClosed === null).length;
  return (
    <>
      <div className="label">
        <span className="strong">{`${words.item}:`}</span>
      </div>
      <ReadOnlyBox label={words.item} look="lead" text={items.find(({ id }) => id === selectedId)?.text ?? ""} />
      <div className="label">
        <h2>
          {words.items} <span className="quiet cap num">{`${items.length} in all, ${open} open`}</span>
        </h2>
        {filterWords ? (
          <FilterNote words={filterWords} onShowAll={onShowAll} />
        ) : (
          <span className="counter">By target date, oldest first</span>
        )}
      </div>
      <DataGrid
        label={words.items}
        columns={columns}
        rows={rows}
        selectedId={selectedId}
        empty={`No ${words.items} yet. NActItm writes one.`}
        onSelect={onSelect}
        onOpen={onOpen}
      />
    </>
  );
});

function rowOf(item: ShownItem, { ass }: KindWords): GridRow {
  return {
    id: item.id,
    tone: item.isReadOnly ? "closed" : undefined,
    mark: markOf(item),
    cells: [
      formatDate(item.dateCreated),
      item.createdBy,
      item.assignedTo ? ass[item.assignedTo] : "",
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
