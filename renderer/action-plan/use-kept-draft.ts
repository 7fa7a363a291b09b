import { useEffect, useState } from "react";
import type { PlanKind } from "../../shared/action-plan/action-plan.ts";
import { type Draft, draftOf } from "../../shared/action-plan/draft.ts";
import { isUnsaved } from "../../shared/action-plan/working-copy.ts";
import type { PlanWindow, Session } from "../../shared/contract.ts";
import { ask, queryClient } from "../requests.ts";
import type { CopyStore } from "./copy-store.ts";
import { type DraftKeeper, openDraftKeeper } from "./draft-keeper.ts";
import { useKeeping, useUnsavedWords } from "./use-keeping.ts";

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
  useKeeping(keeper, store.watch);
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
