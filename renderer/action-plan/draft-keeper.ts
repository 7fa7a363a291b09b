import type { AppError } from "../../shared/errors.ts";
import type { Result } from "../../shared/result.ts";

/** How it stands with the draft: there is none to keep, it was kept, or it could not be. */
export type DraftState =
  | { readonly is: "none" }
  | { readonly is: "kept"; readonly at: string }
  | { readonly is: "not-kept"; readonly error: AppError };

/** What a keeper works with. */
export interface KeeperParts<Content> {
  /** What is unsaved at the moment; null where nothing is. */
  readonly read: () => Content | null;
  /** Keeps it; the count rises with every state that is sent. */
  readonly keep: (content: Content, count: number) => Promise<Result<{ readonly keptAt: string }, AppError>>;
  readonly discard: () => Promise<Result<unknown, AppError>>;
}

/** Sees to it that what is unsaved is in the store: one writing at a time, always of the newest state. */
export interface DraftKeeper {
  readonly state: DraftState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Says that something may have changed: it is kept within the second. */
  readonly noteChange: () => void;
  /** Says that a draft is in the store, which goes once nothing is unsaved. */
  readonly noteKept: (at: string) => void;
  /** Keeps now what waits; resolves when it is kept, or could not be. */
  readonly flush: () => Promise<void>;
  /** Does what makes a draft needless, such as a save: nothing is sent meanwhile, and what was sent has its answer first. */
  readonly holdDuring: <T>(work: () => Promise<T>) => Promise<T>;
  /** Sends now what waits without waiting for what is under way: the page is about to go. */
  readonly lastWords: () => void;
  /** Sends what waits a last time; from then on nothing is tried again. */
  readonly close: () => void;
}

/** From a change until it is sent: with the writing itself well within the second that is promised. */
export const KEEP_AFTER_MS = 500;
/** Until what could not be kept is tried again. */
export const RETRY_AFTER_MS = 2_000;

/** Opens a keeper. */
export function openDraftKeeper<Content>({ read, keep, discard }: KeeperParts<Content>): DraftKeeper {
  const listeners = new Set<() => void>();
  let state: DraftState = { is: "none" };
  let isWaiting = false;
  let mayBeInStore = false;
  let count = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: Promise<void> | undefined;
  let held: Promise<unknown> | undefined;
  let isClosed = false;

  const become = (next: DraftState) => {
    state = next;
    for (const listener of [...listeners]) listener();
  };
  const sendIn = (milliseconds: number) => {
    if (!isClosed && !held) timer ??= setTimeout(() => void send(), milliseconds);
  };
  const write = async (): Promise<void> => {
    const content = read();
    if (!content && !mayBeInStore) return become({ is: "none" });
    // A draft whose writing was never answered may be there all the same.
    mayBeInStore = true;
    count += 1;
    const answer = await (content ? keep(content, count).then(keptState) : discard().then(discardedState));
    if (answer.is === "none") mayBeInStore = false;
    if (answer.is === "not-kept") {
      isWaiting = true;
      sendIn(RETRY_AFTER_MS);
    }
    become(answer);
  };
  const send = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    if (underWay) return underWay;
    if (!isWaiting) return Promise.resolve();
    isWaiting = false;
    underWay = write().finally(() => {
      underWay = undefined;
      if (isWaiting) sendIn(KEEP_AFTER_MS);
    });
    return underWay;
  };
  const holdDuring = async <T>(work: () => Promise<T>): Promise<T> => {
    clearTimeout(timer);
    timer = undefined;
    const done = Promise.resolve(underWay).then(work);
    held = done.catch(() => undefined);
    try {
      return await done;
    } finally {
      held = undefined;
      if (isWaiting) sendIn(KEEP_AFTER_MS);
    }
  };
  const flush = async () => {
    await held;
    // What is under way may be of a state from before.
    await underWay;
    await send();
  };
  return {
    get state() {
      return state;
    },
    flush,
    holdDuring,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    noteChange() {
      isWaiting = true;
      sendIn(KEEP_AFTER_MS);
    },
    noteKept(at) {
      mayBeInStore = true;
      become({ is: "kept", at });
    },
    lastWords() {
      if (!isWaiting) return;
      const content = read();
      count += 1;
      if (content) void keep(content, count);
    },
    close() {
      isClosed = true;
      void flush();
    },
  };
}

function keptState(answer: Result<{ readonly keptAt: string }, AppError>): DraftState {
  return answer.ok ? { is: "kept", at: answer.value.keptAt } : { is: "not-kept", error: answer.error };
}

function discardedState(answer: Result<unknown, AppError>): DraftState {
  return answer.ok ? { is: "none" } : { is: "not-kept", error: answer.error };
}
