import { type KeyboardEvent, useId, useState } from "react";
import { formatDayAndDate } from "../../shared/dates.ts";
import { errorMessage } from "../../shared/messages.ts";
import type { WorkDestination, WorkGroup, WorkRow, WorkScope } from "../../shared/work-list/work-list.ts";
import type { ClericalEntering } from "../clerical/entering.ts";
import { useSession } from "../session.ts";
import { Icon } from "../ui/icons.tsx";
import { FinishWorkflowDialog } from "./finish-workflow-dialog.tsx";
import type { WorkListState } from "./use-work-list.ts";
import { dateWords, dueness, GROUP_NAMES, opensInWords } from "./work-words.ts";

/** Where the rows of the work list lead. */
export interface WorkPlaces {
  readonly onOpenClient: (clientId: string) => void;
  readonly onOpenPlan: (clientId: string, opens?: WorkDestination, clerical?: ClericalEntering) => void;
}

/** What the rows of clerical forms do. */
export interface ClericalRowActs {
  readonly openRow: (row: WorkRow) => void;
  readonly cancelRow: (row: WorkRow) => void;
}

interface WorkListPanelProps extends WorkPlaces {
  readonly work: WorkListState;
  readonly clerical: ClericalRowActs;
}

const SCOPES: readonly { readonly scope: WorkScope; readonly name: string }[] = [
  { scope: "mine", name: "Mine" },
  { scope: "office", name: "The office" },
];

/** Everything that waits for the adviser, by group; each row leads to its place in one step (¶65). */
export function WorkListPanel({ work, ...places }: WorkListPanelProps) {
  const { today } = useSession();
  const [finished, setFinished] = useState<WorkRow | null>(null);
  const id = useId();
  return (
    <section aria-labelledby={id} className="work-list">
      <div className="h2row">
        <h2 id={id}>Work list, {formatDayAndDate(today)}</h2>
        <fieldset className="segments" aria-label="Whose work">
          {SCOPES.map(({ scope, name }) => (
            <button key={scope} type="button" aria-pressed={work.scope === scope} onClick={() => work.choose(scope)}>
              {name}
            </button>
          ))}
        </fieldset>
      </div>
      <div className="gridbox">
        <Content work={work} {...places} onFinish={setFinished} />
      </div>
      {finished && (
        <FinishWorkflowDialog
          clientId={finished.clientId}
          workflowId={finished.id}
          about={`${finished.clientName}: ${finished.what}`}
          onClose={() => setFinished(null)}
        />
      )}
    </section>
  );
}

interface RowActs extends WorkPlaces {
  readonly clerical: ClericalRowActs;
  readonly onFinish: (row: WorkRow) => void;
}

function Content({ work, ...acts }: WorkListPanelProps & RowActs) {
  const { list, failure, scope } = work;
  if (failure) {
    const { text, whatToDo } = errorMessage(failure);
    return (
      <p className="nothing" role="alert">
        {text} {whatToDo}
      </p>
    );
  }
  if (!list) return <p className="nothing">Looking for what is due</p>;
  if (list.groups.length === 0) {
    return (
      <p className="nothing">{`Nothing waits for ${scope === "mine" ? "you" : "anybody in the office"} today.`}</p>
    );
  }
  return <WorkTable groups={list.groups} {...acts} />;
}

interface WorkTableProps extends RowActs {
  readonly groups: NonNullable<WorkListState["list"]>["groups"];
}

/** One tab stop; the arrow keys go from row to row and between a row's buttons. */
function WorkTable({ groups, ...acts }: WorkTableProps) {
  const [reached, setReached] = useState<string>();
  const keys = groups.flatMap(({ group, rows }) => rows.map((row) => keyOf(group, row)));
  const tabStop = reached !== undefined && keys.includes(reached) ? reached : keys[0];
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that the arrow keys go through is a grid
    <table className="grid" role="grid" aria-label="Work list" onKeyDown={moveFocus}>
      <colgroup>
        <col className="col-client" />
        <col />
        <col className="col-due" />
        <col className="col-opens" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Client</th>
          <th scope="col">What</th>
          <th scope="col">Date</th>
          <th scope="col">Opens</th>
        </tr>
      </thead>
      {groups.map(({ group, rows, hasMore }) => (
        <tbody key={group}>
          <tr>
            <th className="group" colSpan={4} scope="colgroup">
              {GROUP_NAMES[group]}
              <span className="n">{hasMore ? `the first ${rows.length}` : rows.length}</span>
            </th>
          </tr>
          {rows.map((row) => (
            <WorkTableRow
              key={row.id}
              group={group}
              row={row}
              isTabStop={keyOf(group, row) === tabStop}
              onReached={() => setReached(keyOf(group, row))}
              {...acts}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** An item may stand in two groups at once. */
function keyOf(group: WorkGroup, row: WorkRow): string {
  return `${group} ${row.id}`;
}

interface WorkTableRowProps extends RowActs {
  readonly group: WorkGroup;
  readonly row: WorkRow;
  readonly isTabStop: boolean;
  readonly onReached: () => void;
}

function WorkTableRow(props: WorkTableRowProps) {
  const { group, row, isTabStop, clerical, onReached, onFinish, onOpenClient, onOpenPlan } = props;
  const { today, contracts } = useSession();
  const { clientId, clientName, what, opens } = row;
  const leadsTo = opensInWords(opens, contracts);
  const open = () => {
    if (opens.to === "client") onOpenClient(clientId);
    else if (opens.to === "clerical" || opens.to === "clerical-proof") clerical.openRow(row);
    else onOpenPlan(clientId, opens);
  };
  return (
    <tr onFocus={onReached} onDoubleClick={open}>
      <td title={clientName}>{clientName}</td>
      <td title={what}>{what}</td>
      <td>
        <DueDate group={group} date={row.date} today={today} />
      </td>
      <td className="acts">
        <button
          type="button"
          className="link"
          tabIndex={isTabStop ? 0 : -1}
          aria-label={`${leadsTo}: ${clientName}, ${what}`}
          onClick={open}
        >
          {leadsTo}
        </button>
        {group === "workflows" && (
          <button
            type="button"
            className="link"
            tabIndex={-1}
            aria-label={`Done: ${clientName}, ${what}`}
            onClick={() => onFinish(row)}
          >
            Done
          </button>
        )}
        {opens.to === "clerical" && (
          <button
            type="button"
            className="link"
            tabIndex={-1}
            aria-label={`Cancel: ${clientName}, ${what}`}
            onClick={() => clerical.cancelRow(row)}
          >
            Cancel
          </button>
        )}
      </td>
    </tr>
  );
}

function DueDate({ group, date, today }: Pick<WorkRow, "date"> & { group: WorkGroup; today: string }) {
  const due = dueness(group, date, today);
  if (due !== "overdue")
    return <span className={due === "today" ? "strong" : undefined}>{dateWords(date, today)}</span>;
  return (
    <span className="overdue">
      <Icon name="warn" size="small" />
      <span className="sr">Overdue: </span>
      {dateWords(date, today)}
    </span>
  );
}

function moveFocus(event: KeyboardEvent<HTMLTableElement>): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const rows = [...event.currentTarget.querySelectorAll("tbody tr")].filter((row) => row.querySelector("button"));
  const row = rows.findIndex((candidate) => candidate.contains(document.activeElement));
  const buttons = [...(rows[row]?.querySelectorAll<HTMLElement>("button") ?? [])];
  const button = buttons.indexOf(document.activeElement as HTMLElement);
  const rowSteps: Readonly<Record<string, number>> = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    PageDown: row + 10,
    PageUp: row - 10,
    Home: 0,
    End: rows.length - 1,
  };
  const target = rowSteps[event.key];
  if (target !== undefined) {
    rows[Math.max(0, Math.min(rows.length - 1, target))]?.querySelector("button")?.focus();
  } else if (event.key === "ArrowRight") buttons[button + 1]?.focus();
  else if (event.key === "ArrowLeft") buttons[button - 1]?.focus();
  else return;
  event.preventDefault();
}
