import type { Store } from "./store.ts";

/**
 * Brings everything written into the store's own file and empties the log beside it, in which pages stand as they were
 * before. What was deleted is overwritten with zeros by then (secure_delete). Another process that reads at this moment
 * puts it off to the next time.
 */
export function emptyLog(store: Store): void {
  store.database.pragma("wal_checkpoint(TRUNCATE)");
}
