import { useEffect } from "react";
import { type ClientSummary, listName } from "../../shared/client-record/client-record.ts";
import { formatNino } from "../../shared/client-record/nino.ts";
import { groupName } from "../../shared/client-record/record-fields.ts";
import { formatDate } from "../../shared/dates.ts";
import { useVirtualRows } from "../ui/use-virtual-rows.ts";
import { VirtualRoom } from "../ui/virtual-room.tsx";
import { ClientColumns, rowId } from "./client-list.tsx";
import type { Finder } from "./use-finder.ts";

interface LongClientListProps {
  readonly finder: Finder;
  readonly onOpen: (id: string) => void;
}

const ROW_REM = 2;

/**
 * A list of clients as long as the office is large, of which only the rows in sight are drawn. The focus stays on the
 * table, which says what row is reached: a row that scrolls out of sight is gone.
 */
export function LongClientList({ finder, onOpen }: LongClientListProps) {
  const { long, listId, index, list, selected } = finder;
  const { box, onScroll, first, end, before, after, rowHeight, show } = useVirtualRows(long.count, ROW_REM);
  const { look } = long;
  useEffect(() => look(first, end), [look, first, end]);
  useEffect(() => {
    if (index !== null) show(index);
  }, [index, show]);
  const rows = Array.from({ length: Math.max(0, end - first) }, (_, row) => first + row);
  return (
    <div className="gridbox clients" ref={box} onScroll={onScroll}>
      <table
        className="grid long"
        id={listId}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are selected is a grid
        role="grid"
        aria-label={list === "mine" ? "My caseload" : "Everyone in the office"}
        aria-rowcount={long.isWhole ? long.count + 1 : -1}
        aria-activedescendant={selected ? rowId(listId, selected.id) : undefined}
        tabIndex={0}
        onKeyDown={finder.onListKey}
      >
        <ClientColumns />
        <tbody>
          <VirtualRoom height={before} columns={4} />
          {rows.map((row) => (
            <LongRow
              key={row}
              listId={listId}
              row={row}
              client={long.clientAt(row)}
              height={rowHeight}
              isSelected={row === index}
              onSelect={finder.selectIndex}
              onOpen={onOpen}
            />
          ))}
          <VirtualRoom height={after} columns={4} />
        </tbody>
      </table>
    </div>
  );
}

interface LongRowProps {
  readonly listId: string;
  readonly row: number;
  /** Undefined until its page has come. */
  readonly client: ClientSummary | undefined;
  readonly height: number;
  readonly isSelected: boolean;
  readonly onSelect: (row: number) => void;
  readonly onOpen: (id: string) => void;
}

function LongRow({ listId, row, client, height, isSelected, onSelect, onOpen }: LongRowProps) {
  return (
    <tr
      id={client && rowId(listId, client.id)}
      aria-rowindex={row + 2}
      aria-selected={isSelected}
      style={{ height }}
      onClick={() => onSelect(row)}
      onDoubleClick={() => client && onOpen(client.id)}
    >
      <td title={client && listName(client)}>{client ? listName(client) : "…"}</td>
      <td>{client && formatNino(client.nino)}</td>
      <td>{client && formatDate(client.dateOfBirth)}</td>
      <td>{client && groupName(client.clientGroup)}</td>
    </tr>
  );
}
