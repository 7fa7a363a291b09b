import { type KeyboardEvent, useEffect, useRef } from "react";
import { type ClientSummary, listName } from "../../shared/client-record/client-record.ts";
import { formatNino } from "../../shared/client-record/nino.ts";
import { groupName } from "../../shared/client-record/record-fields.ts";
import { formatDate } from "../../shared/dates.ts";
import { type ClientGroup, matchedLength } from "./found-groups.ts";

interface ClientListProps {
  readonly id: string;
  readonly groups: readonly ClientGroup[];
  readonly typed: string;
  readonly selectedId: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

/** The id of a client's row, so that the search box can say which one its arrow keys have reached. */
export function rowId(listId: string, clientId: string): string {
  return `${listId}-${clientId}`;
}

/** The clients that were found and the recent ones, in groups; one tab stop, and the search box moves in it too. */
export function ClientList({ id, groups, typed, selectedId, onSelect, onOpen, onKey }: ClientListProps) {
  const isInside = useRef(false);
  useEffect(() => {
    const row = selectedId && document.getElementById(rowId(id, selectedId));
    if (!row) return;
    row.scrollIntoView({ block: "nearest" });
    if (isInside.current) row.focus();
  }, [id, selectedId]);
  return (
    <table
      className="grid"
      id={id}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are selected is a grid
      role="grid"
      aria-label="Clients"
      onFocus={() => {
        isInside.current = true;
      }}
      onBlur={() => {
        isInside.current = false;
      }}
      onKeyDown={onKey}
    >
      <ClientColumns />
      {groups.map((group) => (
        <tbody key={group.name}>
          <tr>
            <th className="group" colSpan={4} scope="colgroup">
              {group.name}
              <span className="n">{group.clients.length}</span>
            </th>
          </tr>
          {group.clients.map((client) => (
            <tr
              key={client.id}
              id={rowId(id, client.id)}
              aria-selected={client.id === selectedId}
              tabIndex={client.id === selectedId ? 0 : -1}
              onClick={() => onSelect(client.id)}
              onDoubleClick={() => onOpen(client.id)}
            >
              <td title={listName(client)}>
                <Name client={client} typed={typed} />
              </td>
              <td>{formatNino(client.nino)}</td>
              <td>{formatDate(client.dateOfBirth)}</td>
              <td>{groupName(client.clientGroup)}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** The columns of every list of clients, with their headings. */
export function ClientColumns() {
  return (
    <>
      <colgroup>
        <col />
        <col className="col-nino" />
        <col className="col-born" />
        <col className="col-group" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">NINO</th>
          <th scope="col">Date of birth</th>
          <th scope="col">Group</th>
        </tr>
      </thead>
    </>
  );
}

function Name({ client, typed }: { readonly client: ClientSummary; readonly typed: string }) {
  const name = listName(client);
  const length = matchedLength(name, typed);
  if (length === 0) return name;
  return (
    <>
      <span className="match">{name.slice(0, length)}</span>
      {name.slice(length)}
    </>
  );
}
