import { useSyncExternalStore } from "react";
import type { AppEvent } from "../shared/contract.ts";

type Progress = Extract<AppEvent, { event: "progress" }>;

let last: Progress | null = null;
const listeners = new Set<() => void>();

/** Notes how far a task has come; null once it matters no more. */
export function noteProgress(progress: Progress | null): void {
  last = progress;
  for (const listener of listeners) listener();
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
