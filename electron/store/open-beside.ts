import { connect, type StoreKey } from "./connect.ts";
import { type Store, wrapStore } from "./store.ts";

/** Opens, for another thread, a store that this process has open already: its layout is the one it has. */
export function openBeside(file: string, key: StoreKey): Store {
  return wrapStore(connect(file, key), file);
}
