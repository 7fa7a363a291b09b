import { QueryClient, type UseQueryResult, useMutation, useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import {
  type Answer,
  type AppEvent,
  answerSchema,
  type RequestInput,
  type RequestName,
  type RequestOutput,
  requests,
} from "../shared/contract.ts";
import type { AppError } from "../shared/errors.ts";
import { err } from "../shared/result.ts";
import { openBridge } from "./bridge.ts";
import { noteProgress } from "./progress.ts";

const bridge = openBridge();

/** Makes a request of the contract; what cannot be reached or read comes back as an error, never as an exception. */
export async function ask<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<Answer<Name>> {
  let raw: unknown;
  try {
    raw = await bridge.ask(name, input);
  } catch {
    return err({ code: "connection-lost" });
  }
  const answer = answerSchema.safeParse(raw);
  if (!answer.success) return err(UNREADABLE);
  if (!answer.data.ok) {
    if (SHUT_OUT.includes(answer.data.error.code)) void queryClient.invalidateQueries({ queryKey: ["entry"] });
    return err(answer.data.error);
  }
  const value = requests[name].output.safeParse(answer.data.value);
  // The schema is the one that RequestOutput is inferred from; the compiler cannot follow it through the name.
  return value.success ? { ok: true, value: value.data as RequestOutput<Name> } : err(UNREADABLE);
}

/** Refusals which say that the window does not know yet that nobody is in. */
const SHUT_OUT: readonly AppError["code"][] = ["signed-out", "locked"];

const UNREADABLE: AppError = { code: "internal", errorId: "unreadable-answer" };

/** A refused request, as a query carries it. */
export class RequestFailure extends Error {
  readonly error: AppError;
  constructor(error: AppError) {
    super(error.code);
    this.error = error;
  }
}

/** The store of answers; loopback needs no network, so nothing ever waits for one. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: "always", retry: false, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false },
    mutations: { networkMode: "always" },
  },
});

interface RequestSettings {
  readonly isOff?: boolean;
  readonly refetchInterval?: number;
  /** Keeps showing the last answer while one to another input is on its way. */
  readonly keepsPrevious?: boolean;
}

/** The answer to a request that only reads; asked again when an event says that it may have changed. */
export function useRequest<Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
  settings: RequestSettings = {},
): UseQueryResult<RequestOutput<Name>, RequestFailure> {
  return useQuery<RequestOutput<Name>, RequestFailure>({
    queryKey: [name, input],
    queryFn: async () => {
      const answer = await ask(name, input);
      if (!answer.ok) throw new RequestFailure(answer.error);
      return answer.value;
    },
    enabled: !settings.isOff,
    refetchInterval: settings.refetchInterval ?? false,
    ...(settings.keepsPrevious
      ? { placeholderData: (previous: RequestOutput<Name> | undefined) => previous as never }
      : {}),
  });
}

/** A request that changes something: `mutateAsync` resolves to its answer, `isPending` says that it is on its way. */
export function useAsk<Name extends RequestName>(name: Name) {
  return useMutation<Answer<Name>, Error, RequestInput<Name>>({ mutationFn: (input) => ask(name, input) });
}

/** Has everything that is shown of a client asked for again; resolves when it is there. */
export async function refreshClient(clientId: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ["open-client", { clientId }] }),
    queryClient.invalidateQueries({ queryKey: ["open-plan", { clientId }] }),
    queryClient.invalidateQueries({ queryKey: ["list-calculations", { clientId }] }),
    queryClient.invalidateQueries({ queryKey: ["list-copies", { clientId }] }),
    queryClient.invalidateQueries({ queryKey: ["open-course", { clientId }] }),
    queryClient.invalidateQueries({ queryKey: ["open-activity-details", { clientId }] }),
    queryClient.invalidateQueries({ queryKey: ["list-interactions", { clientId }] }),
    queryClient.invalidateQueries({ queryKey: ["list-information-requests", { clientId }] }),
    queryClient.invalidateQueries({ queryKey: ["recent-clients"] }),
    queryClient.invalidateQueries({ queryKey: ["session"] }),
  ]);
}

/** Has the lists of the first screen asked for again, and the card of the client who is chosen there. */
function refreshLists(): void {
  for (const name of ["caseload-clients", "caseload-outline", "client-card"] satisfies RequestName[]) {
    void queryClient.invalidateQueries({ queryKey: [name] });
  }
}

/** Whether the page reaches the main process, and whether that one is about to stop. */
export type Connection = "connected" | "lost" | "stopping";

let connection: Connection = "connected";
const connectionListeners = new Set<() => void>();

function setConnection(next: Connection): void {
  if (next === connection) return;
  connection = next;
  for (const listener of connectionListeners) listener();
}

/** How the connection stands now. */
export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      connectionListeners.add(listener);
      return () => connectionListeners.delete(listener);
    },
    () => connection,
  );
}

/** Begins to listen for what changes, and has what is shown asked for again; returns how to stop. */
export function listenForChanges(): () => void {
  return bridge.subscribe(onEvent, (isConnected) => {
    const wasLost = connection !== "connected";
    setConnection(isConnected ? "connected" : "lost");
    // What happened while the stream was gone is not told again.
    if (isConnected && wasLost) void queryClient.invalidateQueries();
  });
}

function onEvent(event: AppEvent): void {
  switch (event.event) {
    case "client-changed":
    case "plan-changed":
    case "interview-changed":
      void refreshClient(event.clientId);
      void queryClient.invalidateQueries({ queryKey: ["work-list"] });
      void queryClient.invalidateQueries({ queryKey: ["list-conversations"] });
      void queryClient.invalidateQueries({ queryKey: ["list-record-drafts"] });
      refreshLists();
      if (event.event === "client-changed") void queryClient.invalidateQueries({ queryKey: ["find-clients"] });
      return;
    case "clients-imported":
      void queryClient.invalidateQueries();
      return;
    case "progress":
      noteProgress(event);
      return;
    case "work-changed":
      refreshLists();
      void queryClient.invalidateQueries({ queryKey: ["work-list"] });
      void queryClient.invalidateQueries({ queryKey: ["list-record-drafts"] });
      return;
    case "working-days-changed":
      for (const name of ["open-working-days", "open-course", "work-list"] satisfies RequestName[]) {
        void queryClient.invalidateQueries({ queryKey: [name] });
      }
      return;
    case "locked":
    case "entry-changed":
      // What was asked for meanwhile was refused, and the session may be another adviser's.
      void queryClient.invalidateQueries();
      return;
    case "store-damaged":
      void queryClient.invalidateQueries({ queryKey: ["session"] });
      return;
    case "stopping":
      setConnection("stopping");
      return;
  }
}
