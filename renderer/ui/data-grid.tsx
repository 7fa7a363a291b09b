import { type KeyboardEvent, memo, useEffect, useRef } from "react";

/** A column of a table; without a width it takes what is left. */
export interface GridColumn {
  readonly heading: string;
  readonly width?: string;
  /** What an abbreviated heading stands for. */
  readonly explanation?: string;
}

/** A row of a table: the text of each cell, and signs that go before the last one's. */
export interface GridRow {
  readonly id: string;
  readonly cells: readonly string[];
  readonly tone?: "closed" | "deleted" | undefined;
  /** A word that marks the row, such as Unsaved. */
  readonly mark?: string | undefined;
}

interface DataGridProps {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  readonly selectedId: string | null;
  readonly empty: string;
  readonly onSelect: (id: string) => void;
  readonly onOpen?: (() => void) | undefined;
}

/** Letters typed within so many milliseconds of one another make one word to look for. */
const TYPE_AHEAD_MS = 700;

/**
 * A table with one tab stop: arrow keys, Home and End select, letters look for a row by the text of its last column,
 * Enter or a double click opens.
 */
export const DataGrid = memo(function DataGrid(props: DataGridProps) {
  const { label, columns, rows, selectedId, empty, onSelect, onOpen } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const keyDown = useGridKeys(body, rows, selectedId, onSelect, onOpen);
  useEffect(() => {
    const row = selectedId === null ? null : body.current?.querySelector('[aria-selected="true"]');
    row?.scrollIntoView({ block: "nearest" });
  }, [selectedId]);
  const tabStop = rows.some(({ id }) => id === selectedId) ? selectedId : rows[0]?.id;
  return (
    <div className="gridbox">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are selected is a grid */}
      <table className="grid" role="grid" aria-label={label} aria-rowcount={rows.length + 1}>
        <TableHead columns={columns} rowIndex={1} />
        <tbody ref={body} onKeyDown={keyDown}>
          {rows.map((row, index) => (
            <Row
              key={row.id}
              {...row}
              index={index}
              isSelected={row.id === selectedId}
              isTabStop={row.id === tabStop}
              onSelect={onSelect}
              onOpen={onOpen}
            />
          ))}
          {rows.length === 0 && (
            <tr>
              <td className="quiet" colSpan={columns.length}>
                {empty}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
});

interface TableHeadProps {
  readonly columns: readonly GridColumn[];
  /** Where it stands among the rows, in a table that counts them. */
  readonly rowIndex?: number;
}

/** The widths and headings of a table's columns. */
export function TableHead({ columns, rowIndex }: TableHeadProps) {
  return (
    <>
      <colgroup>
        {columns.map(({ heading, width }) => (
          <col key={heading} style={width ? { width } : undefined} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={rowIndex}>
          {columns.map(({ heading, explanation }) => (
            <th key={heading} scope="col">
              {explanation ? <abbr title={explanation}>{heading}</abbr> : heading}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}

interface RowProps extends GridRow {
  readonly index: number;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (() => void) | undefined;
}

const Row = memo(function Row({ id, cells, tone, mark, index, isSelected, isTabStop, onSelect, onOpen }: RowProps) {
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={isTabStop ? 0 : -1}
      className={tone}
      onClick={() => onSelect(id)}
      onFocus={() => onSelect(id)}
      onDoubleClick={onOpen}
    >
      {cells.map((cell, column) => (
        // A column never changes its place.
        // biome-ignore lint/suspicious/noArrayIndexKey: the index is the column
        <td key={column}>
          {mark && column === cells.length - 1 && <span className="tag mark">{mark}</span>}
          {cell}
        </td>
      ))}
    </tr>
  );
}, isSameRow);

function isSameRow(a: RowProps, b: RowProps): boolean {
  const { cells: cellsA, ...restA } = a;
  const { cells: cellsB, ...restB } = b;
  const names = Object.keys(restB) as (keyof typeof restB)[];
  return names.every((name) => restA[name] === restB[name]) && cellsB.every((cell, column) => cell === cellsA[column]);
}

function useGridKeys(
  body: React.RefObject<HTMLTableSectionElement | null>,
  rows: readonly GridRow[],
  selectedId: string | null,
  onSelect: (id: string) => void,
  onOpen: (() => void) | undefined,
) {
  const typed = useRef({ text: "", at: Number.NEGATIVE_INFINITY });
  const goTo = (index: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (!row) return;
    onSelect(row.id);
    body.current?.querySelectorAll("tr")[rows.indexOf(row)]?.focus();
  };
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || rows.length === 0) return;
    const current = rows.findIndex(({ id }) => id === selectedId);
    const targets: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + 10,
      PageUp: current - 10,
      Home: 0,
      End: rows.length - 1,
    };
    const target = targets[event.key];
    if (target !== undefined) goTo(target);
    else if (event.key === "Enter" && onOpen) onOpen();
    else if (event.key.length === 1 && (event.key !== " " || isTyping(typed.current, event)))
      goTo(findTyped(rows, current, typed.current, event));
    else return;
    event.preventDefault();
  };
}

function isTyping(typed: { readonly at: number }, event: KeyboardEvent): boolean {
  return event.timeStamp - typed.at < TYPE_AHEAD_MS;
}

/** The next row whose last cell starts with the letters typed so far; the same row when there is none. */
function findTyped(
  rows: readonly GridRow[],
  current: number,
  typed: { text: string; at: number },
  event: KeyboardEvent,
): number {
  typed.text = (isTyping(typed, event) ? typed.text : "") + event.key.toLowerCase();
  typed.at = event.timeStamp;
  const first = typed.text.length > 1 ? current : current + 1;
  const order = rows.map((_, step) => (Math.max(0, first) + step) % rows.length);
  return order.find((index) => rows[index]?.cells.at(-1)?.toLowerCase().startsWith(typed.text)) ?? current;
}
