import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from "react";
import { partsOf, rebase } from "../../shared/action-plan/conflict.ts";
import { continueDraft, type Draft, type DraftContent, draftOf } from "../../shared/action-plan/draft.ts";
import { isUnsaved } from "../../shared/action-plan/working-copy.ts";
import type { PlanWindow, Session } from "../../shared/contract.ts";
import { errorMessage } from "../../shared/messages.ts";
import { onKeepNow } from "../keep-now.ts";
import { ask, queryClient, useConnection } from "../requests.ts";
import { announce } from "../ui/live-region.tsx";
import { ConflictDialog } from "./conflict-dialog.tsx";
import type { CopyStore } from "./copy-store.ts";
import { ClosingsTakenOutDialog, DraftKeptDialog } from "./draft-dialogs.tsx";
import { type DraftKeeper, openDraftKeeper } from "./draft-keeper.ts";
import { unsavedInWords } from "./draft-words.ts";
import { MessageDialog } from "./plan-dialogs.tsx";
import type { AskAdviser } from "./use-dialogs.ts";

interface DraftParts {
  readonly window: PlanWindow;
  readonly session: Session;
  readonly store: CopyStore;
  readonly askAdviser: AskAdviser;
  /** True where the adviser asked for the draft itself: nothing more is asked then. */
  readonly isDraftWanted: boolean;
  readonly onFresh: (window: PlanWindow) => void;
  readonly onClose: () => void;
}

/** The draft of this window: offered as it opens, kept while it is written, and told apart from a newer plan. */
export function useDraft(parts: DraftParts) {
  const { window, session, store } = parts;
  const latest = useRef(parts);
  useEffect(() => {
    latest.current = parts;
  });
  const { id: clientId } = window.client;
  const adviserId = session.adviser.id;
  const [{ keeper, goesOnWith }] = useState(() => keeperOf(store, { clientId, adviserId }));
  useKeeping(store, keeper);
  useOwnDraft(window, store, keeper);
  useFreshOpening(clientId);

  /** False where the adviser would rather decide later. */
  const decide = async (
    content: DraftContent,
    { plan }: PlanWindow,
    onDecided: () => void = () => undefined,
  ): Promise<boolean> => {
    const { askAdviser } = latest.current;
    const isOpen = partsOf(content, plan).length > 0;
    const chosen = isOpen
      ? await askAdviser<ReadonlySet<string> | null>((answer) => (
          <ConflictDialog content={content} plan={plan} onAnswer={answer} />
        ))
      : new Set<string>();
    if (!chosen) return false;
    onDecided();
    store.change(() => rebase(content, plan, chosen));
    announce(isOpen ? "What you chose is on the plan, unsaved" : "All that you wrote is saved already");
    return true;
  };

  const goOn = async (draft: Draft) => {
    const { askAdviser, onClose } = latest.current;
    const { plan, openInterview } = latest.current.window;
    const { content, copy, closingsTakenOut } = continueDraft(draft, plan, openInterview !== null);
    // From then on the draft in the store goes with what stands in the window.
    const takeOver = () => goesOnWith(draft);
    if (copy) {
      takeOver();
      store.change(() => copy);
    } else if (!(await decide(content, latest.current.window, takeOver))) return onClose();
    if (closingsTakenOut > 0) {
      await askAdviser<void>((answer) => <ClosingsTakenOutDialog count={closingsTakenOut} onAnswer={answer} />);
    }
  };

  const offer = async (draft: Draft) => {
    const { askAdviser, isDraftWanted } = latest.current;
    const isContinued =
      isDraftWanted ||
      (await askAdviser<boolean>((answer) => (
        <DraftKeptDialog keptAt={draft.keptAt} today={session.today} onAnswer={answer} />
      )));
    if (isContinued) return goOn(draft);
    goesOnWith(draft);
    keeper.noteChange();
    await keeper.flush();
  };

  const [isOffering, setIsOffering] = useState(window.draft !== null);
  // Before the window is seen: nothing is typed beside a draft that is still to be decided on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the window opens
  useLayoutEffect(() => {
    const { draft } = window;
    if (draft) void offer(draft).finally(() => setIsOffering(false));
  }, []);

  /** After Save found that the plan was saved elsewhere: both versions, with what was written still in the window. */
  const decideOnNewer = async (): Promise<void> => {
    const fresh = await ask("open-plan", { clientId });
    if (!fresh.ok) {
      const message = errorMessage(fresh.error);
      return latest.current.askAdviser<void>((answer) => <MessageDialog message={message} onAnswer={answer} />);
    }
    latest.current.onFresh(fresh.value);
    const content = draftOf(store.current);
    if (content) await decide(content, fresh.value);
  };

  return { isOffering, unsavedWords: useUnsavedWords(keeper), decideOnNewer, keepNow: keeper.flush };
}

interface Whose {
  readonly clientId: string;
  readonly adviserId: string;
}

/** The keeper of one window's draft, by the contract's requests. */
function keeperOf(store: CopyStore, { clientId, adviserId }: Whose) {
  const window = crypto.randomUUID();
  let owner: string | undefined = window;
  const keeper = openDraftKeeper({
    read: () => draftOf(store.current),
    keep: async (content, count) => {
      const answer = await ask("keep-draft", {
        ...{ clientId, adviserId, kind: "lms" },
        planVersion: store.current.plan?.version ?? null,
        content: { ...content, writtenIn: { window, count } },
        ...(owner === undefined || owner === window ? {} : { follows: owner }),
      });
      if (answer.ok) owner = window;
      return answer;
    },
    discard: () => ask("discard-draft", { clientId, kind: "lms", ...(owner === undefined ? {} : { window: owner }) }),
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
function useFreshOpening(clientId: string): void {
  useEffect(() => {
    return () => queryClient.removeQueries({ queryKey: ["open-plan", { clientId }] });
  }, [clientId]);
}

function useUnsavedWords(keeper: DraftKeeper): string {
  const words = useSyncExternalStore(keeper.subscribe, () => unsavedInWords(keeper.state));
  const isRefused = keeper.state.is === "not-kept";
  useEffect(() => {
    if (isRefused) announce(words);
  }, [isRefused, words]);
  return words;
}
