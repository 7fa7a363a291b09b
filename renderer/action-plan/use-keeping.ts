import { useEffect, useState, useSyncExternalStore } from "react";
import { onKeepNow } from "../keep-now.ts";
import { useConnection } from "../requests.ts";
import { announce } from "../ui/live-region.tsx";
import type { DraftKeeper, DraftState } from "./draft-keeper.ts";
import { unsavedInWords } from "./draft-words.ts";

/** Has every change that is told kept: soon while it is typed, at once where the window may be left. */
export function useKeeping(keeper: DraftKeeper, subscribe: (listener: () => void) => () => void): void {
  useEffect(() => {
    const flush = () => void keeper.flush();
    const onHidden = () => document.hidden && flush();
    const stops = [subscribe(keeper.noteChange), onKeepNow(keeper.flush)];
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
  }, [subscribe, keeper]);
  const connection = useConnection();
  // Before the host stops, and once it is reached again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the change of the connection itself is what counts
  useEffect(() => void keeper.flush(), [connection, keeper]);
}

/** What is said of unsaved work: when it was last kept, or why it is not, which is also announced. */
export function useUnsavedWords(keeper: DraftKeeper): string {
  const [wordsOf] = useState(rememberWords);
  const words = useSyncExternalStore(keeper.subscribe, () => wordsOf(keeper.state));
  const isRefused = keeper.state.is === "not-kept";
  useEffect(() => {
    if (isRefused) announce(words);
  }, [isRefused, words]);
  return words;
}

/** Puts a state in words once, however often the window asks while it is drawn: a time of day takes its time. */
function rememberWords(): (state: DraftState) => string {
  let last: { readonly state: DraftState; readonly words: string } | undefined;
  return (state) => {
    if (last?.state !== state) last = { state, words: unsavedInWords(state) };
    return last.words;
  };
}
