import { useQueries } from "@tanstack/react-query";
import { type ImportRemark, REMARKS_A_PAGE } from "../../shared/import/import-review.ts";
import { ask } from "../requests.ts";
import { useVirtualRows } from "../ui/use-virtual-rows.ts";
import { VirtualRoom } from "../ui/virtual-room.tsx";

interface RemarkListProps {
  readonly importId: string;
  /** The number of the check that the remarks are from: another one has others. */
  readonly turn: number;
  readonly count: number;
}

/** A message may take three lines. */
const ROW_REM = 3.5;

/** Every problem and note of a file by line and column; a hundred thousand of them scroll as one does. */
export function RemarkList({ importId, turn, count }: RemarkListProps) {
  const { box, onScroll, first, end, before, after, rowHeight } = useVirtualRows(count, ROW_REM);
  const remarkAt = useRemarks(importId, turn, first, end);
  return (
    <section
      className="gridbox import-remarks"
      ref={box}
      onScroll={onScroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label="Problems and notes"
    >
      <table className="grid" aria-label="Problems and notes" aria-rowcount={count + 1}>
        <colgroup>
          <col className="col-number" />
          <col className="col-number" />
          <col className="col-field" />
          <col />
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">Line</th>
            <th scope="col">Column</th>
            <th scope="col">Field</th>
            <th scope="col">What</th>
          </tr>
        </thead>
        <tbody>
          <VirtualRoom height={before} columns={4} />
          {Array.from({ length: end - first }, (_, row) => first + row).map((index) => (
            <RemarkRow key={index} index={index} remark={remarkAt(index)} height={rowHeight} />
          ))}
          <VirtualRoom height={after} columns={4} />
        </tbody>
      </table>
    </section>
  );
}

interface RemarkRowProps {
  readonly index: number;
  readonly remark: ImportRemark | undefined;
  readonly height: number;
}

function RemarkRow({ index, remark, height }: RemarkRowProps) {
  return (
    <tr aria-rowindex={index + 2} style={{ height }}>
      <td>{remark?.line}</td>
      <td>{remark?.column}</td>
      <td title={remark?.field}>{remark?.field}</td>
      <td title={remark?.message}>
        <span className="message" style={{ maxHeight: height }}>
          {remark && !remark.isProblem && <span className="tag mark">Note</span>}
          {remark?.message}
        </span>
      </td>
    </tr>
  );
}

/** The remarks that are drawn, asked for by pages. */
function useRemarks(importId: string, turn: number, first: number, end: number) {
  const from = Math.floor(first / REMARKS_A_PAGE);
  const pages = Array.from({ length: Math.ceil(end / REMARKS_A_PAGE) - from }, (_, page) => from + page);
  const answers = useQueries({
    queries: pages.map((page) => ({
      queryKey: ["list-import-remarks", importId, turn, page],
      gcTime: 0,
      queryFn: async () => {
        const answer = await ask("list-import-remarks", { importId, from: page * REMARKS_A_PAGE });
        return answer.ok ? answer.value.remarks : [];
      },
    })),
  });
  return (index: number) => answers[Math.floor(index / REMARKS_A_PAGE) - from]?.data?.[index % REMARKS_A_PAGE];
}
