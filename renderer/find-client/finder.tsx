import { useEffect, useId } from "react";
import { errorMessage } from "../../shared/messages.ts";
import { Icon } from "../ui/icons.tsx";
import { ClientList, rowId } from "./client-list.tsx";
import { countWords } from "./list-words.ts";
import { LongClientList } from "./long-client-list.tsx";
import type { Finder as FinderState, ShownList } from "./use-finder.ts";

interface FinderProps {
  readonly finder: FinderState;
  readonly onOpenClient: (clientId: string) => void;
}

const LISTS: readonly { readonly list: ShownList; readonly name: string }[] = [
  { list: "recent", name: "Recent" },
  { list: "mine", name: "My caseload" },
  { list: "everyone", name: "Everyone in the office" },
];

/** The box to find a client with, the lists beside it, and whoever was found or is listed. */
export function Finder({ finder, onOpenClient }: FinderProps) {
  const { listId, box, selected, isLong } = finder;
  useEffect(() => box.current?.focus(), [box]);
  const ids = useId();
  const hasRows = isLong ? finder.long.count > 0 : finder.groups.length > 0;
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
          maxLength={500}
          ref={box}
          value={finder.typed}
          aria-describedby={`${ids}-help`}
          aria-controls={hasRows ? listId : undefined}
          aria-activedescendant={selected && hasRows ? rowId(listId, selected.id) : undefined}
          onChange={(event) => finder.type(event.target.value)}
          onKeyDown={finder.onKey}
        />
      </div>
      <p className="search-help cap quiet" id={`${ids}-help`}>
        Surname, or surname and forename; NINO or its last digits; date of birth
      </p>
      <div className="h2row lists">
        <fieldset className="segments" aria-label="Which clients">
          {LISTS.map(({ list, name }) => (
            <button key={list} type="button" aria-pressed={finder.list === list} onClick={() => finder.choose(list)}>
              {name}
            </button>
          ))}
        </fieldset>
        <span className="cap quiet num" role="status">
          {foundWords(finder)}
        </span>
      </div>
      {isLong && hasRows ? (
        <LongClientList finder={finder} onOpen={onOpenClient} />
      ) : (
        <div className="gridbox clients">
          <Nobody finder={finder} />
          {hasRows && (
            <ClientList
              id={listId}
              groups={finder.groups}
              typed={finder.asked}
              selectedId={selected?.id}
              onSelect={finder.select}
              onOpen={onOpenClient}
              onKey={finder.onListKey}
            />
          )}
        </div>
      )}
    </>
  );
}

function foundWords({ answer, failure, isLong, long }: FinderState): string {
  if (failure) return "";
  if (isLong) return countWords(long.count, long.isWhole);
  if (!answer) return "";
  const count = answer.groups.reduce((sum, { clients }) => sum + clients.length, 0);
  return answer.hasMore ? `The first ${count}; type more to narrow them down` : `${count} found`;
}

/** What stands in place of clients, in words. */
function Nobody({ finder }: { readonly finder: FinderState }) {
  const { answer, asked, groups, failure, isLong, long, list } = finder;
  if (failure) {
    const { text, whatToDo } = errorMessage(failure);
    return (
      <p className="nothing" role="alert">
        {text} {whatToDo}
      </p>
    );
  }
  if (isLong) {
    if (!long.isWhole) return null;
    return (
      <p className="nothing">
        {list === "mine"
          ? "Nobody is in your caseload yet: whose Action Plan you saved last, or who has an appointment with you, is listed here."
          : "There are no clients in the office yet. Import them with File > Import client records."}
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
