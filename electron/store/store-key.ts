import type { StoreKey } from "./connect.ts";
import type { Store } from "./store.ts";

/** Kept apart from the store, so that whoever looks at a store, or logs one, never sees its key. */
const keys = new WeakMap<Store, StoreKey>();

/** Remembers the key that a store was opened with. */
export function rememberKey(store: Store, key: StoreKey): void {
  keys.set(store, key);
}

/** The key that an open store was opened with, for a second connection to it. */
export function keyOf(store: Store): StoreKey {
  const key = keys.get(store);
  if (!key) throw new Error("A store that was not opened has no key");
  return key;
}
