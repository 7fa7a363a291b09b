import { useEffect, useState, useSyncExternalStore } from "react";
import { flushSync } from "react-dom";
import { isUnsaved, openWorkingCopy, withPlan } from "../../shared/action-plan/working-copy.ts";
import type { PlanWindow } from "../../shared/contract.ts";
import { type CopyStore, openCopyStore } from "./copy-store.ts";

/** The window's working copy: its store, and the newest state whenever the window is drawn. */
export function useWorkingCopy(window: PlanWindow) {
  const [store] = useState(() => drawingFirst(openCopyStore(openWorkingCopy(window.plan))));
  // However a drawing comes about it shows the newest state, so a text box never gets back an older text than its own.
  const copy = useSyncExternalStore(store.subscribe, () => store.current);
  useSettling(store);
  useEffect(() => {
    const isNewer = (window.plan?.version ?? 0) > (store.current.plan?.version ?? 0);
    // What was typed stays on the version it was typed on; Save then says that the plan was saved elsewhere.
    if (isNewer && !isUnsaved(store.current)) store.change((current) => withPlan(current, window.plan));
  }, [window.plan, store]);
  return { copy, store };
}

/** Settling draws too: a text box that a step empties again must have been told of its text before. */
function drawingFirst(store: CopyStore): CopyStore {
  const settle = () => {
    if (store.isWaiting) flushSync(store.settle);
  };
  return {
    ...store,
    get current() {
      return store.current;
    },
    get isWaiting() {
      return store.isWaiting;
    },
    change(step) {
      settle();
      store.change(step);
    },
    settle,
  };
}

/** What may run a command, or leave the window, before the last key is drawn. */
const OUTRUNNERS = ["keydown", "pointerdown", "click", "focusout", "blur", "pagehide"];

/** Draws what was typed before anything else that the adviser does is dealt with. */
function useSettling(store: CopyStore): void {
  useEffect(() => {
    const settle = (event: Event) => {
      if (!(event instanceof KeyboardEvent && isTyping(event))) store.settle();
    };
    for (const name of OUTRUNNERS) addEventListener(name, settle, { capture: true });
    return () => {
      for (const name of OUTRUNNERS) removeEventListener(name, settle, { capture: true });
    };
  }, [store]);
}

/** Keys that only write, or belong to an input method that is composing. */
function isTyping({ key, ctrlKey, metaKey, altKey, isComposing, target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLTextAreaElement) || ctrlKey || metaKey || altKey) return false;
  return isComposing || key.length === 1 || WRITING_KEYS.includes(key);
}

const WRITING_KEYS = ["Backspace", "Delete", "Enter", "Shift", "Dead", "Process"];
