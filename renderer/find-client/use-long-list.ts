import { useQueries } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import type { ClientSummary } from "../../shared/client-record/client-record.ts";
import { CLIENTS_A_PAGE, type ClientListName, type ListPlace } from "../../shared/client-record/client-requests.ts";
import type { RequestOutput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { foldName } from "../../shared/text.ts";
import { ask, queryClient, RequestFailure, useRequest } from "../requests.ts";

/** Where the pages of a list begin, as far as it is known; `left` is null until its end is. */
interface Outline {
  readonly places: readonly ListPlace[];
  readonly left: number | null;
}

/** A list of clients of any length, of which only what is in sight is there. */
export interface LongList {
  readonly count: number;
  /** False while the end of the list is still being looked for. */
  readonly isWhole: boolean;
  readonly failure: AppError | undefined;
  /** Says which rows are in sight. */
  readonly look: (first: number, end: number) => void;
  readonly clientAt: (index: number) => ClientSummary | undefined;
  /** The place of the first client whose name comes at or after some letters. */
  readonly placeOf: (letters: string) => Promise<number>;
}

/** The clients of a list, asked for page by page as they come in sight. */
export function useLongList(list: ClientListName, isOff: boolean): LongList {
  const { outline, failure } = useOutline(list, isOff);
  const [sight, setSight] = useState({ first: 0, end: 1 });
  const pageCount = outline.places.length + (outline.left ? 1 : 0);
  const from = Math.floor(sight.first / CLIENTS_A_PAGE);
  const to = Math.min(pageCount, Math.ceil(sight.end / CLIENTS_A_PAGE));
  const answers = useQueries({
    queries: Array.from({ length: Math.max(0, to - from) }, (_, page) => ({
      ...pageQuery(list, outline.places[from + page - 1] ?? null),
      enabled: !isOff,
    })),
  });
  const look = useCallback((first: number, end: number) => {
    const next = { first: toPage(first), end: toPage(end - 1) + CLIENTS_A_PAGE };
    setSight((before) => (before.first === next.first && before.end === next.end ? before : next));
  }, []);
  const placeOf = async (letters: string): Promise<number> => {
    const page = outline.places.findIndex(({ name }) => name >= letters);
    const number = page >= 0 ? page : outline.places.length;
    const clients = await queryClient.fetchQuery(pageQuery(list, outline.places[number - 1] ?? null));
    const within = clients.findIndex((client) => foldName(client.surname) >= letters);
    return number * CLIENTS_A_PAGE + (within >= 0 ? within : Math.max(0, clients.length - 1));
  };
  return {
    count: outline.places.length * CLIENTS_A_PAGE + (outline.left ?? 0),
    isWhole: outline.left !== null,
    failure:
      failure ?? answers.map(({ error }) => (error instanceof RequestFailure ? error.error : undefined)).find(Boolean),
    look,
    clientAt: (index) => answers[Math.floor(index / CLIENTS_A_PAGE) - from]?.data?.[index % CLIENTS_A_PAGE],
    placeOf,
  };
}

function toPage(index: number): number {
  return Math.max(0, Math.floor(index / CLIENTS_A_PAGE)) * CLIENTS_A_PAGE;
}

function pageQuery(list: ClientListName, after: ListPlace | null) {
  return {
    queryKey: ["caseload-clients", { list, after }],
    queryFn: async (): Promise<ClientSummary[]> => {
      const answer = await ask("caseload-clients", { list, after });
      if (!answer.ok) throw new RequestFailure(answer.error);
      return answer.value.clients;
    },
    // What scrolled by is not kept for long: there may be ten thousand pages.
    gcTime: 30_000,
  };
}

const NOTHING: Outline = { places: [], left: null };

/** Walks the list from its start, request by request, and again from the start when something changed. */
function useOutline(list: ClientListName, isOff: boolean): { outline: Outline; failure: AppError | undefined } {
  const start = useRequest("caseload-outline", { list, after: null }, { isOff });
  const [walked, setWalked] = useState<{ list: ClientListName; outline: Outline }>();
  const [failure, setFailure] = useState<AppError>();
  const { data, dataUpdatedAt } = start;
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer that is equal may still begin another list
  useEffect(() => {
    if (!data || isOff) return;
    const walk = { isOver: false };
    void walkOn(list, data, walk, (outline) => {
      setWalked((before) => {
        // A list that was whole stays in sight until the new one is.
        const keeps = before?.list === list && before.outline.left !== null && outline.left === null;
        return keeps ? before : { list, outline };
      });
    }).then(setFailure);
    return () => {
      walk.isOver = true;
    };
  }, [list, data, dataUpdatedAt, isOff]);
  return { outline: walked?.list === list ? walked.outline : NOTHING, failure: start.error?.error ?? failure };
}

async function walkOn(
  list: ClientListName,
  start: RequestOutput<"caseload-outline">,
  walk: { readonly isOver: boolean },
  tell: (outline: Outline) => void,
): Promise<AppError | undefined> {
  const places = [...start.places];
  let { left } = start;
  tell({ places: [...places], left });
  while (left === null && !walk.isOver) {
    const answer = await ask("caseload-outline", { list, after: places.at(-1) ?? null });
    if (walk.isOver) return undefined;
    if (!answer.ok) return answer.error;
    places.push(...answer.value.places);
    left = answer.value.left;
    tell({ places: [...places], left });
  }
  return undefined;
}
