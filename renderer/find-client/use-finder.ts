import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import type { ClientSummary } from "../../shared/client-record/client-record.ts";
import { foldName } from "../../shared/text.ts";
import { queryClient, useRequest } from "../requests.ts";
import { groupsToShow } from "./found-groups.ts";
import { useLongList } from "./use-long-list.ts";

/** Which clients are listed while nothing is typed. */
export type ShownList = "recent" | "mine" | "everyone";

/** How long the box waits for the next letter before it asks. */
const TYPING_PAUSE_MS = 60;
/** Letters typed in the list within so many milliseconds of one another make one name to look for. */
const TYPE_AHEAD_MS = 700;
/** So many rows a Page key goes. */
const PAGE_ROWS = 10;

export type Finder = ReturnType<typeof useFinder>;

/** What is typed, what was found or is listed, and which client is chosen. */
export function useFinder(onOpenClient: (clientId: string) => void) {
  const [typed, setTyped] = useState("");
  const [list, setList] = useState<ShownList>("recent");
  const [selectedId, setSelectedId] = useState<string>();
  const [index, setIndex] = useState<number | null>(null);
  const asked = useAfterPause(typed.trim(), TYPING_PAUSE_MS);
  const box = useRef<HTMLInputElement>(null);
  const listId = useId();
  const found = useRequest("find-clients", { text: asked }, { isOff: asked === "", keepsPrevious: true });
  const recent = useRequest("recent-clients", {});
  // Whoever was opened since the list was last in sight is on it now.
  useEffect(() => void queryClient.invalidateQueries({ queryKey: ["recent-clients"] }), []);
  const isLong = asked === "" && list !== "recent";
  const long = useLongList(list === "mine" ? "mine" : "everyone", !isLong);
  const answer = asked === "" ? undefined : found.data;
  const groups = useMemo(() => groupsToShow(answer, recent.data?.clients ?? []), [answer, recent.data]);
  const clients = groups.flatMap((group) => group.clients);
  const isMatched = answer !== undefined && answer.groups.length > 0;
  // The best match is taken at once; among other clients the adviser chooses.
  const ofGroups = clients.find(({ id }) => id === selectedId) ?? (isMatched ? clients[0] : undefined);
  const ofLong = useKept(index === null ? undefined : long.clientAt(index), index);
  const selected = isLong ? ofLong : ofGroups;

  const count = isLong ? long.count : clients.length;
  const current = isLong ? index : selected ? clients.indexOf(selected) : null;
  const goTo = (target: number) => {
    const reached = Math.min(Math.max(target, 0), count - 1);
    if (isLong) setIndex(reached);
    else setSelectedId(clients[reached]?.id);
  };
  const isAnswered = asked === typed.trim() && (asked === "" || !(found.isPending || found.isPlaceholderData));
  const openOnceAnswered = useOnceAnswered(isAnswered, () => selected && onOpenClient(selected.id));
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Enter") return openOnceAnswered(typed);
    const step = STEPS[event.key];
    if (step === undefined || count === 0) return;
    event.preventDefault();
    goTo((current ?? (step > 0 ? -1 : count)) + step);
  };
  const lookFor = useTypeAhead((letters, isNew) => {
    if (isLong) return void long.placeOf(letters).then(setIndex);
    const first = Math.max(0, (current ?? -1) + (isNew ? 1 : 0));
    const order = clients.map((_, place) => (first + place) % clients.length);
    const match = order.find((place) => foldName(clients[place]?.surname ?? "").startsWith(letters));
    if (match !== undefined) goTo(match);
  });
  const onListKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || count === 0) return;
    if (event.key === "Home" || event.key === "End") {
      event.preventDefault();
      goTo(event.key === "Home" ? 0 : count - 1);
    } else if (event.key.length === 1 && event.key !== " ") lookFor(event);
    else onKey(event);
  };
  const type = (text: string) => {
    setTyped(text);
    openOnceAnswered(null);
    setSelectedId(undefined);
    setIndex(null);
  };
  const clear = () => {
    type("");
    box.current?.focus();
  };
  /** What is typed finds among everybody, so another list is shown without it. */
  const choose = (next: ShownList) => {
    type("");
    setList(next);
  };
  const failure = found.error?.error ?? recent.error?.error ?? (isLong ? long.failure : undefined);
  return {
    ...{ typed, asked, answer, groups, selected, box, listId, failure, long, isLong, index },
    list: asked === "" && typed.trim() === "" ? list : "everyone",
    ...{ type, clear, choose, onKey, onListKey, select: setSelectedId, selectIndex: setIndex },
  } as const;
}

/**
 * Does something once what is typed has its answer: at once, or when it comes, unless something else is typed by then.
 * Whoever types and presses Enter quickly never opens the client who was found for what stood there before.
 */
function useOnceAnswered(isAnswered: boolean, act: () => void) {
  const [wanted, setWanted] = useState<string | null>(null);
  const latest = useRef({ act });
  useEffect(() => {
    latest.current = { act };
  });
  useEffect(() => {
    if (wanted === null || !isAnswered) return;
    setWanted(null);
    latest.current.act();
  }, [wanted, isAnswered]);
  return setWanted;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE_ROWS,
  PageUp: -PAGE_ROWS,
};

/** Gathers the letters that are typed in a list; says whether they begin another name. */
function useTypeAhead(lookFor: (letters: string, isNew: boolean) => void) {
  const gathered = useRef({ letters: "", at: Number.NEGATIVE_INFINITY });
  return (event: KeyboardEvent) => {
    const isNew = event.timeStamp - gathered.current.at >= TYPE_AHEAD_MS;
    const letters = (isNew ? "" : gathered.current.letters) + foldName(event.key);
    gathered.current = { letters, at: event.timeStamp };
    if (letters) lookFor(letters, isNew);
  };
}

/** The client who was chosen stays chosen while their row is out of sight and so not there. */
function useKept(client: ClientSummary | undefined, index: number | null): ClientSummary | undefined {
  const [kept, setKept] = useState<{ client: ClientSummary; index: number }>();
  useEffect(() => {
    if (client && index !== null) setKept({ client, index });
  }, [client, index]);
  return client ?? (kept?.index === index ? kept?.client : undefined);
}

function useAfterPause(value: string, pause: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
