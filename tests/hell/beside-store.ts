import { statSync } from "node:fs";
import { storeFile } from "../../electron/store/keys/key-file.ts";
import { openStore, type StoreKey } from "../../electron/store/open-store.ts";
import type { Store } from "../../electron/store/store.ts";

/** A connection beside the application's, which has to be let go of for a restore. */
export class BesideStore {
  readonly #dataFolder: string;
  readonly #key: StoreKey;
  #store: Store | undefined;
  #isLetGo = false;

  constructor(dataFolder: string, key: StoreKey) {
    this.#dataFolder = dataFolder;
    this.#key = key;
  }

  /** Another text after every write to the store; while it is let go of, after every write that the audit knows of. */
  mark(): string {
    if (!this.#isLetGo) return `${this.#inode()} ${this.#open().database.pragma("data_version", { simple: true })}`;
    const store = openedStore(this.#dataFolder, this.#key);
    const { id, hash } = store.get<{ id: number; hash: string }>("SELECT id, hash FROM audit ORDER BY id DESC") ?? {};
    store.close();
    return `${this.#inode()} ${id} ${hash}`;
  }

  /** Does something with the store as it stands now. */
  look<T>(work: (store: Store) => T): T {
    return work(this.#open());
  }

  letGo(): void {
    this.#store?.close();
    this.#store = undefined;
    this.#isLetGo = true;
  }

  takeUp(): void {
    this.#isLetGo = false;
  }

  #open(): Store {
    this.#store ??= openedStore(this.#dataFolder, this.#key);
    return this.#store;
  }

  #inode(): bigint {
    return statSync(storeFile(this.#dataFolder), { bigint: true }).ino;
  }
}

function openedStore(dataFolder: string, key: StoreKey): Store {
  const opened = openStore(storeFile(dataFolder), key);
  if (!opened.ok) throw new Error(`The office's store does not open: ${opened.error.code}`);
  return opened.value;
}
