import { useSyncExternalStore } from "react";
import type { AppEvent } from "../shared/contract.ts";

/** How far a task has come. */
export type Progress = Extract<AppEvent, { event: "progress" }>;

let last: Progress | null = null;
const listeners = new Set<() => void>();

/** Notes how far a task has come; null once it matters no more. */
export function noteProgress(progress: Progress | null): void {
  last = progress;
  for (const listener of listeners) listener();
}

/** Calls the listener whenever a task says how far it is, until the returned function is called. */
export function listenForProgress(listener: (progress: Progress) => void): () => void {
  const tell = () => {
    if (last) listener(last);
  };
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** How far a task has come, in hundredths; undefined while nothing was told of it. */
export function useProgress(task: string): number | undefined {
  const progress = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => last,
  );
  return progress?.task === task ? Math.round((progress.done / progress.of) * 100) : undefined;
}
