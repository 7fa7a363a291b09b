import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { RequestOutput } from "../../../shared/contract.ts";
import type { AppError } from "../../../shared/errors.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { syncFolder, writeFileWhole } from "../../platform/atomic-file.ts";
import type { DeviceKey } from "../../store/keys/device-seal.ts";
import { hasKeys, type Keys, keyFile, RECOVERY_HOLDER, readKeys, storeFile } from "../../store/keys/key-file.ts";
import { newRecoveryKey, tidyRecoveryKey } from "../../store/keys/recovery-key.ts";
import { sealKey } from "../../store/keys/seal.ts";
import { openStore } from "../../store/open-store.ts";
import { insertAdviser } from "../../store/repositories/advisers.ts";
import { insertSetting } from "../../store/repositories/settings.ts";
import type { Store } from "../../store/store.ts";
import { transaction } from "../../store/transaction.ts";
import {
  auditAtDoor,
  checkNewPassphrase,
  type Desk,
  type Door,
  type Input,
  keepKeys,
  tellEntryChanged,
} from "./door.ts";

const KEY_BYTES = 32;

/** Reads how far a data folder is set up: its keys, or undefined where there is no office yet. */
export function readOffice(dataFolder: string, deviceKey: DeviceKey | undefined): Result<Keys | undefined, AppError> {
  const file = storeFile(dataFolder);
  if (hasKeys(dataFolder))
    return existsSync(file) ? readKeys(dataFolder, deviceKey) : err({ code: "store-missing", file });
  // Without its keys a store is lost, unless it was only just being made.
  if (!existsSync(file) || existsSync(unfinishedFile(dataFolder))) return ok(undefined);
  return err({ code: "keys-missing", file: keyFile(dataFolder) });
}

/**
 * Makes the office's store with its first adviser and then, as the last step, the keys that open it. A kill before that
 * leaves a store that nobody can open and nothing was entered in; the next set-up puts it aside.
 */
export async function setUpOffice<D extends Desk>(
  door: Door<D>,
  { office, adviser: entered, passphrase }: Input<"set-up">,
): Promise<Result<RequestOutput<"set-up">, AppError>> {
  const { dataFolder, deviceKey, cost, newId, openDesk } = door.options;
  const isLongEnough = checkNewPassphrase(passphrase);
  if (!isLongEnough.ok) return isLongEnough;
  const adviser = { id: newId(), name: entered.name };
  const key = randomBytes(KEY_BYTES);
  const recoveryKey = newRecoveryKey();
  const keys: Keys = {
    version: 1,
    office: { name: office.name },
    advisers: [{ ...adviser, seal: await sealKey(key, passphrase, adviser.id, cost) }],
    recovery: await sealKey(key, tidyRecoveryKey(recoveryKey), RECOVERY_HOLDER, cost),
  };
  setAside(dataFolder, door.options.clock.now());
  writeFileWhole(unfinishedFile(dataFolder), "");
  const opened = openStore(storeFile(dataFolder), key, { isNew: true, deviceKey });
  if (!opened.ok) return opened;
  const store = opened.value;
  try {
    writeOffice(door, store, office, { ...adviser, staffNumber: entered.staffNumber });
    // The store's name must have reached the disk before the keys make an office of it.
    syncFolder(dataFolder);
    const desk = openDesk(store, adviser);
    keepKeys(door, keys);
    door.signedIn = { store, key, adviser, desk };
  } catch (thrown) {
    store.close();
    throw thrown;
  }
  rmSync(unfinishedFile(dataFolder), { force: true });
  door.keys = keys;
  door.shownRecoveryKey = recoveryKey;
  tellEntryChanged(door);
  return ok({ recoveryKey });
}

function writeOffice(
  door: Door<Desk>,
  store: Store,
  office: Input<"set-up">["office"],
  adviser: { readonly id: string; readonly name: string; readonly staffNumber: string },
): void {
  transaction(store, auditAtDoor(door, "set-up", adviser.id), (writer) => {
    insertSetting(writer, "office-name", office.name);
    insertSetting(writer, "office-nation", office.nation);
    insertSetting(writer, "office-soc", office.soc);
    insertSetting(writer, "office-plans", office.plans);
    insertAdviser(writer, adviser);
    return ok(undefined);
  });
}

/** Stands beside a store for as long as it has no keys yet. */
function unfinishedFile(dataFolder: string): string {
  return join(dataFolder, "set-up.unfinished");
}

function setAside(dataFolder: string, now: string): void {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const file = storeFile(dataFolder);
  if (!existsSync(file)) return;
  const name = join(dataFolder, `set-aside-${now.replace(/[:.]/g, "-")}.db`);
  for (const ending of ["-wal", "-shm", ""]) {
    if (existsSync(`${file}${ending}`)) renameSync(`${file}${ending}`, `${name}${ending}`);
  }
}
