import type { RequestOutput } from "../../../shared/contract.ts";
import type { AppError } from "../../../shared/errors.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { RECOVERY_HOLDER } from "../../store/keys/key-file.ts";
import { lastGroup, newRecoveryKey, tidyRecoveryKey } from "../../store/keys/recovery-key.ts";
import { sealKey } from "../../store/keys/seal.ts";
import { transaction } from "../../store/transaction.ts";
import { auditAtDoor, type Desk, type Door, type Input, keepKeys, type SignedIn, tellEntryChanged } from "./door.ts";
import { noteHere, stopWatching } from "./idle-lock.ts";
import { proveOwn } from "./sign-in.ts";

/** Lets the adviser in once they show that they wrote the recovery key down. */
export function confirmRecoveryKey(door: Door<Desk>, typed: string): Result<RequestOutput<"sign-in">, AppError> {
  const { shownRecoveryKey } = door;
  if (shownRecoveryKey === undefined || tidyRecoveryKey(typed) !== lastGroup(shownRecoveryKey)) {
    return err({ code: "recovery-key-differs" });
  }
  door.shownRecoveryKey = undefined;
  noteHere(door);
  tellEntryChanged(door);
  return ok({});
}

/** Makes another recovery key, to be shown and confirmed like the first: for one that was lost, or never written down. */
export async function newRecoveryKeyFor<D extends Desk>(
  door: Door<D>,
  signedIn: SignedIn<D>,
  { passphrase }: Input<"new-recovery-key">,
): Promise<Result<RequestOutput<"new-recovery-key">, AppError>> {
  const proven = await proveOwn(door, signedIn, passphrase);
  if (!proven.ok) return proven;
  const { key, adviser, store } = signedIn;
  const recoveryKey = newRecoveryKey();
  const recovery = await sealKey(key, tidyRecoveryKey(recoveryKey), RECOVERY_HOLDER, door.options.cost);
  const { keys } = door;
  if (!keys) return err({ code: "signed-out" });
  transaction(store, auditAtDoor(door, "new-recovery-key", adviser.id), () => {
    keepKeys(door, { ...keys, recovery });
    return ok(undefined);
  });
  door.keys = { ...keys, recovery };
  door.shownRecoveryKey = recoveryKey;
  stopWatching(door);
  tellEntryChanged(door);
  return ok({ recoveryKey });
}
