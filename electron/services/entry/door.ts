import type { z } from "zod";
import type { AppEvent, EntryRequestName, Requests } from "../../../shared/contract.ts";
import type { EntryState } from "../../../shared/entry/entry-requests.ts";
import type { AppError } from "../../../shared/errors.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { Clock } from "../../platform/clock.ts";
import { type Attempts, openAttempts } from "../../store/keys/attempts.ts";
import type { DeviceKey } from "../../store/keys/device-seal.ts";
import { type AdviserKey, type Keys, writeKeys } from "../../store/keys/key-file.ts";
import { type KeyCost, openSeal, type Seal } from "../../store/keys/seal.ts";
import type { StoreKey } from "../../store/open-store.ts";
import type { Adviser } from "../../store/repositories/advisers.ts";
import type { Store } from "../../store/store.ts";
import type { AuditContext } from "../../store/transaction.ts";

/** What one of entry's requests brings, once it has been checked. */
export type Input<Name extends EntryRequestName> = z.output<Requests[Name]["input"]>;

/** What stands open while an adviser is signed in. */
export interface Desk {
  close(): Promise<void>;
}

/** What the door of an office needs. */
export interface DoorOptions<D extends Desk> {
  readonly dataFolder: string;
  /** What seals the keys for this desktop; undefined where they lie unsealed. */
  readonly deviceKey?: DeviceKey | undefined;
  readonly clock: Clock;
  /** What new seals cost. */
  readonly cost: KeyCost;
  readonly lockAfterMinutes: number;
  readonly newId: () => string;
  readonly emit: (event: AppEvent) => void;
  /** Builds what the adviser works with over the store that was just opened. */
  readonly openDesk: (store: Store, adviser: Adviser) => D;
}

/** An open store and who opened it. The name changes when the adviser is renamed. */
export interface SignedIn<D extends Desk> {
  readonly store: Store;
  readonly key: StoreKey;
  readonly adviser: { readonly id: string; name: string };
  readonly desk: D;
}

/** The door of an office's store: who may come in, who is in, and whether it is locked behind them. */
export interface Door<D extends Desk> {
  readonly options: DoorOptions<D>;
  readonly attempts: Attempts;
  /** Undefined until the office is set up. */
  keys: Keys | undefined;
  signedIn: SignedIn<D> | undefined;
  isLocked: boolean;
  /** The recovery key while it is shown and not yet confirmed. */
  shownRecoveryKey: string | undefined;
  /** When the adviser was last known to be there, on the clock that never goes back. */
  lastHere: number;
  idleTimer: NodeJS.Timeout | undefined;
}

/** A door at which nobody stands yet. */
export function createDoor<D extends Desk>(options: DoorOptions<D>, keys: Keys | undefined): Door<D> {
  return {
    options,
    attempts: openAttempts(options.dataFolder, options.clock),
    keys,
    signedIn: undefined,
    isLocked: false,
    shownRecoveryKey: undefined,
    lastHere: 0,
    idleTimer: undefined,
  };
}

/** Where the door stands. */
export function stateOf(door: Door<Desk>): EntryState {
  if (!door.keys) return "new";
  if (!door.signedIn) return "signed-out";
  if (door.shownRecoveryKey !== undefined) return "recovery-key";
  return door.isLocked ? "locked" : "signed-in";
}

/** The refusal of whatever needs an adviser who is signed in; undefined when one is. */
export function refusalAtDoor(door: Door<Desk>): AppError | undefined {
  const state = stateOf(door);
  if (state === "signed-in") return undefined;
  return { code: state === "locked" ? "locked" : "signed-out" };
}

/** The advisers who have a key, in order of entry. */
export function advisersWithKey(door: Door<Desk>): (AdviserKey & { readonly seal: Seal })[] {
  return (door.keys?.advisers ?? []).filter((adviser) => adviser.seal !== null) as (AdviserKey & { seal: Seal })[];
}

/** Writes the office's keys, from which moment they are in force. */
export function keepKeys({ options }: Door<Desk>, keys: Keys): void {
  writeKeys(options.dataFolder, keys, options.deviceKey);
}

/** Tells every window that the door stands otherwise than before. */
export function tellEntryChanged({ options }: Door<Desk>): void {
  options.emit({ event: "entry-changed" });
}

/** The audit's words for something done at the door. */
export function auditAtDoor({ options }: Door<Desk>, action: string, adviserId: string | null): AuditContext {
  return { at: options.clock.now(), action, adviserId, clientId: null, interviewId: null };
}

/** Tries a secret on a seal, unless wrong ones before it make it wait. */
export async function trySecret(
  door: Pick<Door<Desk>, "attempts">,
  tried: {
    readonly seals: readonly { readonly seal: Seal; readonly holder: string }[];
    readonly secret: string;
    readonly refusal: "wrong-passphrase" | "wrong-recovery-key";
  },
): Promise<Result<{ readonly key: StoreKey; readonly holder: string }, AppError>> {
  const { attempts } = door;
  const waitSeconds = attempts.waitSeconds();
  if (waitSeconds > 0) return err({ code: "must-wait", waitSeconds });
  attempts.countFailure();
  for (const { seal, holder } of tried.seals) {
    const key = await openSeal(seal, tried.secret, holder);
    if (!key) continue;
    attempts.clear();
    return ok({ key, holder });
  }
  return err({ code: tried.refusal, waitSeconds: attempts.waitSeconds() });
}

/** The least that a new passphrase has, in characters as Unicode counts them once they are composed. */
const LEAST_CHARACTERS = 12;

/** Refuses a new passphrase that is too short. */
export function checkNewPassphrase(passphrase: string): Result<undefined, AppError> {
  const isLongEnough = [...passphrase.normalize("NFC")].length >= LEAST_CHARACTERS;
  return isLongEnough ? ok(undefined) : err({ code: "passphrase-too-short", least: LEAST_CHARACTERS });
}
