import type { RequestOutput } from "../../../shared/contract.ts";
import type { AppError } from "../../../shared/errors.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { RECOVERY_HOLDER, readKeys, storeFile } from "../../store/keys/key-file.ts";
import { tidyRecoveryKey } from "../../store/keys/recovery-key.ts";
import { type Seal, sealKey } from "../../store/keys/seal.ts";
import { openStore, type StoreKey } from "../../store/open-store.ts";
import { listAdvisers } from "../../store/repositories/advisers.ts";
import { recordRead, transaction } from "../../store/transaction.ts";
import {
  advisersWithKey,
  auditAtDoor,
  checkNewPassphrase,
  type Desk,
  type Door,
  type Input,
  keepKeys,
  type SignedIn,
  stateOf,
  tellEntryChanged,
  trySecret,
} from "./door.ts";
import { noteHere, stopWatching } from "./idle-lock.ts";
import { agreeKeysWithStore } from "./key-agreement.ts";

type Done = Result<RequestOutput<"sign-in">, AppError>;

/** Lets an adviser in by their passphrase: to the work they left behind the lock, or afresh. */
export async function signIn<D extends Desk>(
  door: Door<D>,
  { adviserId, passphrase }: Input<"sign-in">,
): Promise<Done> {
  const adviser = readAgain(door, adviserId);
  if (!adviser.ok) return adviser;
  const tried = await trySecret(door, {
    seals: [{ seal: adviser.value.seal, holder: adviserId }],
    secret: passphrase,
    refusal: "wrong-passphrase",
  });
  return tried.ok ? enter(door, tried.value.key, adviserId) : tried;
}

/** Gives an adviser a new passphrase by the recovery key, and lets them in. */
export async function recover<D extends Desk>(
  door: Door<D>,
  { recoveryKey, adviserId, passphrase }: Input<"recover">,
): Promise<Done> {
  const isLongEnough = checkNewPassphrase(passphrase);
  if (!isLongEnough.ok) return isLongEnough;
  const adviser = readAgain(door, adviserId);
  if (!adviser.ok) return adviser;
  const seals = door.keys ? [{ seal: door.keys.recovery, holder: RECOVERY_HOLDER }] : [];
  const secret = tidyRecoveryKey(recoveryKey);
  const tried = await trySecret(door, { seals, secret, refusal: "wrong-recovery-key" });
  if (!tried.ok) return tried;
  const { key } = tried.value;
  const seal = await sealKey(key, passphrase, adviserId, door.options.cost);
  const entered = enter(door, key, adviserId);
  if (!entered.ok || !door.signedIn) return entered;
  try {
    return transaction(door.signedIn.store, auditAtDoor(door, "recover", adviserId), () => {
      giveSeal(door, adviserId, seal);
      return ok({});
    });
  } catch (thrown) {
    // Nobody stays signed in by a passphrase that was not kept.
    signOut(door);
    throw thrown;
  }
}

/** Changes the passphrase of the adviser who is signed in. */
export async function changePassphrase<D extends Desk>(
  door: Door<D>,
  { passphrase, newPassphrase }: Input<"change-passphrase">,
): Promise<Done> {
  const { signedIn } = door;
  if (!signedIn) return err({ code: "signed-out" });
  const isLongEnough = checkNewPassphrase(newPassphrase);
  if (!isLongEnough.ok) return isLongEnough;
  const { adviser, key, store } = signedIn;
  const proven = await proveOwn(door, signedIn, passphrase);
  if (!proven.ok) return proven;
  const seal = await sealKey(key, newPassphrase, adviser.id, door.options.cost);
  return transaction(store, auditAtDoor(door, "change-passphrase", adviser.id), () => {
    giveSeal(door, adviser.id, seal);
    return ok({});
  });
}

/** Has the adviser who is signed in prove with their passphrase that it is still they who sit there. */
export async function proveOwn<D extends Desk>(
  door: Door<D>,
  { adviser }: SignedIn<D>,
  passphrase: string,
): Promise<Done> {
  const own = advisersWithKey(door).find(({ id }) => id === adviser.id);
  if (!own) return err({ code: "adviser-not-found" });
  const seals = [{ seal: own.seal, holder: own.id }];
  const tried = await trySecret(door, { seals, secret: passphrase, refusal: "wrong-passphrase" });
  if (!tried.ok) return tried;
  tried.value.key.fill(0);
  return ok({});
}

/** Closes the store behind whoever is signed in. */
export function signOut<D extends Desk>(door: Door<D>): Done {
  if (stateOf(door) === "recovery-key") return err({ code: "signed-out" });
  if (leave(door)) tellEntryChanged(door);
  return ok({});
}

/** Closes what stands open; tells whether anything did. */
export function leave<D extends Desk>(door: Door<D>): boolean {
  const { signedIn } = door;
  stopWatching(door);
  door.signedIn = undefined;
  door.isLocked = false;
  door.shownRecoveryKey = undefined;
  signedIn?.key.fill(0);
  void signedIn?.desk.close();
  return signedIn !== undefined;
}

/** The adviser's key as it stands in the file now, which a backup that was restored may have changed. */
function readAgain(door: Door<Desk>, adviserId: string) {
  const keys = readKeys(door.options.dataFolder, door.options.deviceKey);
  if (!keys.ok) return keys;
  door.keys = keys.value;
  const adviser = advisersWithKey(door).find(({ id }) => id === adviserId);
  return adviser ? ok(adviser) : err<AppError>({ code: "adviser-not-found" });
}

function enter<D extends Desk>(door: Door<D>, key: StoreKey, adviserId: string): Done {
  if (door.signedIn?.adviser.id !== adviserId) {
    const opened = openDesk(door, key, adviserId);
    if (!opened.ok) return opened;
  }
  door.isLocked = false;
  noteHere(door);
  tellEntryChanged(door);
  return ok({});
}

function openDesk<D extends Desk>(door: Door<D>, key: StoreKey, adviserId: string): Done {
  const { dataFolder, deviceKey } = door.options;
  const opened = openStore(storeFile(dataFolder), key, { deviceKey });
  if (!opened.ok) return opened;
  const store = opened.value;
  try {
    agreeKeysWithStore(door, store);
    const found = listAdvisers(store).find(({ id }) => id === adviserId);
    if (!found) {
      store.close();
      return err({ code: "adviser-not-found" });
    }
    recordRead(store, auditAtDoor(door, "sign-in", adviserId));
    const adviser = { ...found };
    const desk = door.options.openDesk(store, adviser);
    leave(door);
    door.signedIn = { store, key, adviser, desk };
    return ok({});
  } catch (thrown) {
    store.close();
    throw thrown;
  }
}

function giveSeal(door: Door<Desk>, adviserId: string, seal: Seal): void {
  if (!door.keys) return;
  const advisers = door.keys.advisers.map((adviser) => (adviser.id === adviserId ? { ...adviser, seal } : adviser));
  const keys = { ...door.keys, advisers };
  keepKeys(door, keys);
  door.keys = keys;
}
