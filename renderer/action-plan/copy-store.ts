import type { WorkingCopy } from "../../shared/action-plan/working-copy.ts";
import { afterNextFrame } from "../ui/after-next-frame.ts";

type Step = (copy: WorkingCopy) => WorkingCopy;

/**
 * Where the working copy is kept while the window is open. What is typed is in `current` before its key is shown; only
 * the telling waits, so that a key costs no more than its own text box. Whoever reads what was typed (the window, a
 * draft, a coach) subscribes here; whoever acts on it reads `current`.
 */
export interface CopyStore {
  /** The newest state, every key typed so far included. */
  readonly current: WorkingCopy;
  /** True while something typed waits to be told. */
  readonly isWaiting: boolean;
  /** Takes what was typed, and tells of it after the next frame, once for all that was typed until then. */
  readonly write: (step: Step) => void;
  /** Takes any other step and tells of it at once, after what still waits to be told. */
  readonly change: (step: Step) => void;
  /** Tells now what waits to be told; before whatever may read what is drawn. */
  readonly settle: () => void;
  /** Has a listener told whenever the state has changed, off the key's path; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Opens a store over a working copy; `later` runs what it is given after the next frame, and returns how to cancel it. */
export function openCopyStore(opened: WorkingCopy, later = afterNextFrame): CopyStore {
  const listeners = new Set<() => void>();
  let current = opened;
  let cancel: (() => void) | null = null;
  const tell = () => {
    cancel = null;
    for (const listener of [...listeners]) listener();
  };
  const settle = () => {
    if (!cancel) return;
    cancel();
    tell();
  };
  return {
    get current() {
      return current;
    },
    get isWaiting() {
      return cancel !== null;
    },
    write(step) {
      current = step(current);
      cancel ??= later(tell);
    },
    change(step) {
      settle();
      current = step(current);
      tell();
    },
    settle,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
