import type { WorkingCopy } from "../../shared/action-plan/working-copy.ts";
import { afterFramesSpaced } from "../ui/after-next-frame.ts";

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
  /** Takes what was typed, and tells of it after the frame, once for all that was typed until then. */
  readonly write: (step: Step) => void;
  /** Takes any other step and tells of it at once, after what still waits to be told. */
  readonly change: (step: Step) => void;
  /** Tells now what waits to be told; before whatever may read what is drawn. */
  readonly settle: () => void;
  /** Has a listener told whenever the state has changed, off the key's path; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Has a listener told of each step at once; it is in the key's path, so it may do no more than take note. */
  readonly watch: (listener: () => void) => () => void;
}

/** A quick typist's keys share one telling; nobody sees the words beside the box come that much later. */
const TELLING_MS = 200;

/** Opens a store over a working copy; `later` runs what it is given after a frame, and returns how to cancel it. */
export function openCopyStore(opened: WorkingCopy, later = afterFramesSpaced(TELLING_MS)): CopyStore {
  const listeners = new Set<() => void>();
  const watchers = new Set<() => void>();
  let current = opened;
  let cancel: (() => void) | null = null;
  const tell = () => {
    cancel = null;
    for (const listener of [...listeners]) listener();
  };
  const take = (step: Step) => {
    current = step(current);
    for (const watcher of [...watchers]) watcher();
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
      take(step);
      cancel ??= later(tell);
    },
    change(step) {
      settle();
      take(step);
      tell();
    },
    settle,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}
