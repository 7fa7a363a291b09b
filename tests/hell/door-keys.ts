import { statSync } from "node:fs";
import { type Keys, keyFile, RECOVERY_HOLDER, readKeys } from "../../electron/store/keys/key-file.ts";
import { tidyRecoveryKey } from "../../electron/store/keys/recovery-key.ts";
import { openSeal, type Seal } from "../../electron/store/keys/seal.ts";
import type { StoreKey } from "../../electron/store/open-store.ts";

/** Who can open an office's store, and by which secrets, as its keys.json says it. */
export interface DoorKeys {
  readonly keys: Keys;
  /** The store's key, which every seal must hold. */
  readonly storeKey: StoreKey;
  /** Of every adviser who has not retired. */
  readonly passphrases: ReadonlyMap<string, string>;
  readonly recoveryKey: string;
}

/** Reads an office's keys as often as they change, and opens every seal with one of the secrets that were given out. */
export class DoorKeysReader {
  readonly #dataFolder: string;
  readonly #secrets = new Set<string>();
  readonly #opened = new Map<string, { readonly secret: string; readonly key: StoreKey }>();
  #last: { readonly mark: string; readonly read: DoorKeys } | undefined;

  constructor(dataFolder: string) {
    this.#dataFolder = dataFolder;
  }

  /** Notes a passphrase or a recovery key that a request set. */
  sawSecret(secret: string): void {
    this.#secrets.add(secret);
  }

  /** Another text after every writing of the file. */
  mark(): string {
    const { ino, mtimeNs } = statSync(keyFile(this.#dataFolder), { bigint: true });
    return `${ino} ${mtimeNs}`;
  }

  /** The keys as they stand now; throws, with what is wrong, when somebody who should could not come in. */
  async read(): Promise<DoorKeys> {
    const mark = this.mark();
    if (this.#last?.mark === mark) return this.#last.read;
    const keys = readKeys(this.#dataFolder, undefined);
    if (!keys.ok) throw new Error(`The keys cannot be read: ${keys.error.code}`);
    const recovery = await this.#open(keys.value.recovery, RECOVERY_HOLDER);
    const passphrases = new Map<string, string>();
    for (const { id, seal } of keys.value.advisers) {
      if (!seal) continue;
      const { secret, key } = await this.#open(seal, id);
      if (!key.equals(recovery.key)) throw new Error("The seals of an office hold different keys");
      passphrases.set(id, secret);
    }
    const read = { keys: keys.value, storeKey: recovery.key, passphrases, recoveryKey: recovery.secret };
    this.#last = { mark, read };
    return read;
  }

  async #open(seal: Seal, holder: string): Promise<{ readonly secret: string; readonly key: StoreKey }> {
    const name = `${holder} ${seal.salt}`;
    const known = this.#opened.get(name);
    if (known) return known;
    for (const secret of this.#secrets) {
      const key = await openSeal(seal, holder === RECOVERY_HOLDER ? tidyRecoveryKey(secret) : secret, holder);
      if (!key) continue;
      this.#opened.set(name, { secret, key });
      return { secret, key };
    }
    throw new Error("A seal opens with none of the secrets that were given out");
  }
}
