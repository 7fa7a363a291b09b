import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { type ClientSummary, fullName } from "../../shared/client-record/client-record.ts";
import { formatNino } from "../../shared/client-record/nino.ts";
import { dateOfMoment, formatDate, formatMoment } from "../../shared/dates.ts";
import { errorMessage } from "../../shared/messages.ts";
import { useClerical } from "../clerical/use-clerical.tsx";
import { useRequest } from "../requests.ts";
import { useSession } from "../session.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { useHelp } from "../ui/help.tsx";
import { Icon } from "../ui/icons.tsx";
import { shortcutOf, useShortcuts } from "../ui/key-map.ts";
import type { Menu } from "../ui/menu-bar.tsx";
import { WindowFrame } from "../ui/window-frame.tsx";
import { useWorkList } from "../work-list/use-work-list.ts";
import { WorkListPanel, type WorkPlaces } from "../work-list/work-list-panel.tsx";
import { countWords } from "../work-list/work-words.ts";
import { ClientList, groupName, rowId } from "./client-list.tsx";
import { groupsToShow } from "./found-groups.ts";

/** How long the box waits for the next letter before it asks. */
const TYPING_PAUSE_MS = 60;

/** The first screen: finding a client, who was found, and what waits to be done. */
export function StartWindow({ onOpenClient, onOpenPlan }: WorkPlaces) {
  const session = useSession();
  const work = useWorkList();
  const finder = useFinder(onOpenClient);
  const { selected } = finder;
  const toBox = () => finder.box.current?.focus();
  const clerical = useClerical({
    client: selected ? { id: selected.id, name: fullName(selected) } : null,
    isTheirPage: false,
    onOpenPlan,
  });
  const help = useHelp({ find: "Find a client" });
  useShortcuts({ find: { run: toBox } });
  const nobody = selected ? undefined : "Choose a client first";
  const menus: readonly Menu[] = [
    {
      label: "File",
      items: [
        { id: "find", label: "Find a client", shortcut: shortcutOf("find"), onSelect: toBox },
        ...clerical.menuItems,
      ],
    },
    {
      label: "Edit",
      items: [
        {
          id: "clear",
          label: "Clear the search",
          off: finder.typed ? undefined : "Nothing is typed in Find a client",
          onSelect: finder.clear,
        },
      ],
    },
    {
      label: "Page",
      items: [
        { id: "client", label: "Client Record", off: nobody, onSelect: () => selected && onOpenClient(selected.id) },
        { id: "plan", label: "Action Plan", off: nobody, onSelect: () => selected && onOpenPlan(selected.id) },
      ],
    },
    help.menu,
  ];
  return (
    <WindowFrame
      heading={`Action Plan - ${session.office.name}`}
      menus={menus}
      status={{ left: countWords(work.list) }}
    >
      <div className="cols start">
        <section aria-label="Clients">
          <OpenInterviewCard onOpenClient={onOpenClient} />
          <Finder finder={finder} onOpenClient={onOpenClient} />
          <ClientCard client={selected} onOpenClient={onOpenClient} onOpenPlan={onOpenPlan} />
        </section>
        <WorkListPanel work={work} clerical={clerical} onOpenClient={onOpenClient} onOpenPlan={onOpenPlan} />
      </div>
      {clerical.dialog}
      {help.dialog}
    </WindowFrame>
  );
}

type FinderState = ReturnType<typeof useFinder>;

/** What is typed, what was found for it, and which row is selected. */
function useFinder(onOpenClient: (clientId: string) => void) {
  const [typed, setTyped] = useState("");
  const [selectedId, setSelectedId] = useState<string>();
  const asked = useAfterPause(typed.trim(), TYPING_PAUSE_MS);
  const box = useRef<HTMLInputElement>(null);
  const listId = useId();
  const found = useRequest("find-clients", { text: asked }, { isOff: asked === "", keepsPrevious: true });
  const recent = useRequest("recent-clients", {});
  const answer = asked === "" ? undefined : found.data;
  const groups = useMemo(() => groupsToShow(answer, recent.data?.clients ?? []), [answer, recent.data]);
  const clients = groups.flatMap((group) => group.clients);
  const isMatched = answer !== undefined && answer.groups.length > 0;
  // The best match is taken at once; among recent clients the adviser chooses.
  const selected = clients.find(({ id }) => id === selectedId) ?? (isMatched ? clients[0] : undefined);

  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Enter" && selected) return onOpenClient(selected.id);
    const step = STEPS[event.key];
    if (step === undefined || clients.length === 0) return;
    event.preventDefault();
    const current = selected ? clients.indexOf(selected) : step > 0 ? -1 : clients.length;
    setSelectedId(clients[Math.min(Math.max(current + step, 0), clients.length - 1)]?.id);
  };
  const type = (text: string) => {
    setTyped(text);
    setSelectedId(undefined);
  };
  const clear = () => {
    type("");
    box.current?.focus();
  };
  const failure = found.error ?? recent.error;
  return { typed, asked, answer, groups, selected, box, listId, failure, type, clear, onKey, select: setSelectedId };
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

interface FinderProps {
  readonly finder: FinderState;
  readonly onOpenClient: (clientId: string) => void;
}

function Finder({ finder, onOpenClient }: FinderProps) {
  const { listId, box, selected } = finder;
  useEffect(() => box.current?.focus(), [box]);
  const ids = useId();
  return (
    <>
      <h2>
        <label htmlFor={`${ids}-box`}>Find a client</label>
      </h2>
      <div className="search">
        <Icon name="search" />
        <input
          className="in"
          id={`${ids}-box`}
          type="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          ref={box}
          value={finder.typed}
          aria-describedby={`${ids}-help`}
          aria-controls={finder.groups.length > 0 ? listId : undefined}
          aria-activedescendant={selected ? rowId(listId, selected.id) : undefined}
          onChange={(event) => finder.type(event.target.value)}
          onKeyDown={finder.onKey}
        />
      </div>
      <div className="search-help cap quiet">
        <span id={`${ids}-help`}>Surname, or surname and forename; NINO or its last digits; date of birth</span>
        <span className="num" role="status">
          {foundWords(finder)}
        </span>
      </div>
      <div className="gridbox clients">
        <NoMatch finder={finder} />
        {finder.groups.length > 0 && (
          <ClientList
            id={listId}
            groups={finder.groups}
            typed={finder.asked}
            selectedId={selected?.id}
            onSelect={finder.select}
            onOpen={onOpenClient}
            onKey={finder.onKey}
          />
        )}
      </div>
    </>
  );
}

function foundWords({ answer, failure }: FinderState): string {
  if (failure || !answer) return "";
  const count = answer.groups.reduce((sum, { clients }) => sum + clients.length, 0);
  return answer.hasMore ? `The first ${count}; type more to narrow them down` : `${count} found`;
}

/** What stands in place of matches, in words. */
function NoMatch({ finder: { answer, asked, groups, failure } }: { readonly finder: FinderState }) {
  if (failure) {
    const { text, whatToDo } = errorMessage(failure.error);
    return (
      <p className="nothing" role="alert">
        {text} {whatToDo}
      </p>
    );
  }
  if (answer && answer.groups.length === 0) {
    return (
      <p className="nothing">
        Nobody here matches '{asked}'. Start with the surname, check the spelling, or try the last digits of the NINO or
        the date of birth.
      </p>
    );
  }
  if (groups.length > 0 || answer) return null;
  return <p className="nothing">Type a name, a NINO or a date of birth above. Clients you open are listed here.</p>;
}

interface ClientCardProps extends WorkPlaces {
  readonly client: ClientSummary | undefined;
}

function ClientCard({ client, onOpenClient, onOpenPlan }: ClientCardProps) {
  if (!client) {
    return (
      <p className="nothing">Find a client, and choose one with the arrow keys or the mouse. Enter opens the record.</p>
    );
  }
  return (
    <div className="card peek">
      <div>
        <p className="strong">{fullName(client)}</p>
        <p className="cap quiet num">
          {`${formatNino(client.nino)}, born ${formatDate(client.dateOfBirth)}, ${groupName(client.clientGroup)}`}
        </p>
        <p className="cap quiet">{client.benefit}</p>
      </div>
      <div className="acts">
        <ActionButton name="ActnPln" fullName="Action Plan" onPress={() => onOpenPlan(client.id)} />
        <ActionButton name="Client Record" onPress={() => onOpenClient(client.id)} />
      </div>
    </div>
  );
}

/** An interview that the adviser left open, perhaps when the application stopped. */
function OpenInterviewCard({ onOpenClient }: Pick<WorkPlaces, "onOpenClient">) {
  const { openInterview, interviewKinds, today } = useSession();
  if (!openInterview) return null;
  const kindName = interviewKinds.find(({ code }) => code === openInterview.kind)?.name ?? openInterview.kind;
  return (
    <div className="card open-interview">
      <p className="strong">Interview open with {openInterview.clientName}</p>
      <p className="num">
        {kindName}, started {formatMoment(openInterview.startedAt)}
      </p>
      {dateOfMoment(openInterview.startedAt) < today && <p>It was left open. End it before you start another.</p>}
      <div className="acts">
        <ActionButton name="Continue" primary onPress={() => onOpenClient(openInterview.clientId)} />
      </div>
    </div>
  );
}

function useAfterPause(value: string, pause: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
