import { useSyncExternalStore } from "react";

let spoken = { text: "", turn: 0 };
const listeners = new Set<() => void>();

/** Has a screen reader say a text once it is idle; the same text twice is said twice. */
export function announce(text: string): void {
  spoken = { text, turn: spoken.turn + 1 };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where what is announced is put; stands once in the application, and stays reachable under a dialog. */
export function LiveRegion() {
  const { text, turn } = useSyncExternalStore(subscribe, () => spoken);
  return (
    <div className="sr" role="status" aria-label="Announcements" data-live-announcer="true">
      <span key={turn}>{text}</span>
    </div>
  );
}
