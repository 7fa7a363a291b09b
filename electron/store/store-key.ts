import type { StoreKey } from "./connect.ts";
import type { DeviceKey } from "./keys/device-seal.ts";
import type { Store } from "./store.ts";

/** Kept apart from the store, so that whoever looks at a store, or logs one, never sees its key. */
const keys = new WeakMap<Store, StoreKey>();
const deviceKeys = new WeakMap<Store, DeviceKey>();

/** Remembers the key that a store was opened with, and the desktop's own where it has one. */
export function rememberKey(store: Store, key: StoreKey, deviceKey?: DeviceKey): void {
  keys.set(store, key);
  if (deviceKey) deviceKeys.set(store, deviceKey);
}

/** The desktop's key that the keys beside an open store are sealed under; undefined where they are not. */
export function deviceKeyOf(store: Store): DeviceKey | undefined {
  return deviceKeys.get(store);
}

/** The key that an open store was opened with, for a second connection to it. */
export function keyOf(store: Store): StoreKey {
  const key = keys.get(store);
  if (!key) throw new Error("A store that was not opened has no key");
  return key;
}
