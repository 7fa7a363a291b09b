import { useEffect, useState, useSyncExternalStore } from "react";
import type { PlanKind } from "../../shared/action-plan/action-plan.ts";
import { type Draft, draftOf } from "../../shared/action-plan/draft.ts";
import { isUnsaved } from "../../shared/action-plan/working-copy.ts";
import type { PlanWindow, Session } from "../../shared/contract.ts";
import { onKeepNow } from "../keep-now.ts";
import { ask, queryClient, useConnection } from "../requests.ts";
import { announce } from "../ui/live-region.tsx";
import type { CopyStore } from "./copy-store.ts";
import { type DraftKeeper, openDraftKeeper } from "./draft-keeper.ts";
import { unsavedInWords } from "./draft-words.ts";

interface KeptParts {
  readonly window: PlanWindow;
  readonly session: Session;
  readonly store: CopyStore;
}

/** Keeps what is unsaved in a window for as long as it is open. */
export function useKeptDraft({ window, session, store }: KeptParts) {
  const { id: clientId } = window.client;
  const adviserId = session.adviser.id;
  const { kind } = window;
  const [{ keeper, goesOnWith }] = useState(() => keeperOf(store, { clientId, kind, adviserId }));
  useKeeping(store, keeper);
  useOwnDraft(window, store, keeper);
  useFreshOpening(clientId, kind);
  return { keeper, goesOnWith, unsavedWords: useUnsavedWords(keeper) };
}

/** The keeper of a window, and how it takes a draft over that lies in the store. */
export type KeptDraft = ReturnType<typeof useKeptDraft>;

interface Whose {
  readonly clientId: string;
  readonly kind: PlanKind;
  readonly adviserId: string;
}

/** The keeper of one window's draft, by the contract's requests. */
function keeperOf(store: CopyStore, { clientId, kind, adviserId }: Whose) {
  const window = crypto.randomUUID();
  let owner: string | undefined = window;
  const keeper = openDraftKeeper({
    read: () => draftOf(store.current),
    keep: async (content, count) => {
      const answer = await ask("keep-draft", {
        ...{ clientId, adviserId, kind },
        planVersion: store.current.plan?.version ?? null,
        content: { ...content, writtenIn: { window, count } },
        ...(owner === undefined || owner === window ? {} : { follows: owner }),
      });
      if (answer.ok) owner = window;
      return answer;
    },
    discard: () => ask("discard-draft", { clientId, kind, ...(owner === undefined ? {} : { window: owner }) }),
  });
  return {
    keeper,
    /** Takes over the draft that lies in the store. */
    goesOnWith: ({ keptAt, content }: Draft) => {
      owner = content.writtenIn?.window;
      keeper.noteKept(keptAt);
    },
  };
}

/** Has every change kept: soon while it is typed, at once where the window may be left. */
function useKeeping(store: CopyStore, keeper: DraftKeeper): void {
  useEffect(() => {
    const flush = () => void keeper.flush();
    const onHidden = () => document.hidden && flush();
    const stops = [store.subscribe(keeper.noteChange), onKeepNow(keeper.flush)];
    addEventListener("blur", flush);
    // Another window may have taken the draft over, or discarded it.
    addEventListener("focus", keeper.noteChange);
    addEventListener("focusout", flush);
    addEventListener("pagehide", keeper.lastWords);
    document.addEventListener("visibilitychange", onHidden);
    return () => {
      for (const stop of stops) stop();
      removeEventListener("blur", flush);
      removeEventListener("focus", keeper.noteChange);
      removeEventListener("focusout", flush);
      removeEventListener("pagehide", keeper.lastWords);
      document.removeEventListener("visibilitychange", onHidden);
      keeper.close();
    };
  }, [store, keeper]);
  const connection = useConnection();
  // Before the host stops, and once it is reached again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the change of the connection itself is what counts
  useEffect(() => void keeper.flush(), [connection, keeper]);
}

/** Another window's Save drops the adviser's draft: what is unsaved here is kept again. */
function useOwnDraft({ draft }: PlanWindow, store: CopyStore, keeper: DraftKeeper): void {
  useEffect(() => {
    if (!draft && keeper.state.is === "kept" && isUnsaved(store.current)) keeper.noteChange();
  }, [draft, store, keeper]);
}

/** The next opening asks the store: what this one was answered no longer says which draft there is. */
function useFreshOpening(clientId: string, kind: PlanKind): void {
  useEffect(() => {
    return () => queryClient.removeQueries({ queryKey: ["open-plan", { clientId, kind }] });
  }, [clientId, kind]);
}

function useUnsavedWords(keeper: DraftKeeper): string {
  const words = useSyncExternalStore(keeper.subscribe, () => unsavedInWords(keeper.state));
  const isRefused = keeper.state.is === "not-kept";
  useEffect(() => {
    if (isRefused) announce(words);
  }, [isRefused, words]);
  return words;
}
