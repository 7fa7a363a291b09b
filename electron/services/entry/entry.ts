import type { Answer, Entry, EntryRequestName } from "../../../shared/contract.ts";
import type { AppError } from "../../../shared/errors.ts";
import { err, ok } from "../../../shared/result.ts";
import { readContracts } from "../contracts.ts";
import { addAdviser, listOffice, renameInOffice, retireFromOffice } from "./advisers.ts";
import { advisersWithKey, type Desk, type Door, type Input, refusalAtDoor, type SignedIn, stateOf } from "./door.ts";
import { lockDoor, noteHere } from "./idle-lock.ts";
import { confirmRecoveryKey, newRecoveryKeyFor } from "./recovery.ts";
import { setUpOffice } from "./set-up.ts";
import { changePassphrase, recover, signIn, signOut } from "./sign-in.ts";

/** The requests that the door itself answers; the training store is opened in its place. */
export type DoorRequestName = Exclude<EntryRequestName, "open-training">;

type DoorHandlers = {
  readonly [Name in DoorRequestName]: (input: Input<Name>) => Answer<Name> | Promise<Answer<Name>>;
};

/** Does one piece of work after the other, in the order in which they come. */
export type InTurn = <T>(work: () => T | Promise<T>) => Promise<T>;

/** A turn for whatever changes who may come in, or which store they come to. */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}

/** Answers entry's requests at an office's door. */
export function doorHandlers<D extends Desk>(
  door: Door<D>,
  inTurn: InTurn,
): (name: DoorRequestName, input: unknown) => Promise<Answer<DoorRequestName>> {
  const byName = handlersOf(door);
  return async (name, input) => {
    const handler = byName[name] as (input: unknown) => Answer<DoorRequestName> | Promise<Answer<DoorRequestName>>;
    return name === "entry" || name === "still-here" ? handler(input) : inTurn(() => handler(input));
  };
}

function handlersOf<D extends Desk>(door: Door<D>): DoorHandlers {
  const inside = async <T>(work: (signedIn: SignedIn<D>) => T | Promise<T>) => {
    const refusal = refusalAtDoor(door);
    if (refusal) return err(refusal);
    return door.signedIn ? work(door.signedIn) : err<AppError>({ code: "signed-out" });
  };
  const outside = async <T>(work: () => T | Promise<T>) => {
    const state = stateOf(door);
    return state === "new" || state === "recovery-key" ? err<AppError>({ code: "signed-out" }) : work();
  };
  return {
    entry: () => ok(entryOf(door)),
    "set-up": (input) => (stateOf(door) === "new" ? setUpOffice(door, input) : err({ code: "already-set-up" })),
    "confirm-recovery-key": ({ lastGroup }) => {
      if (stateOf(door) === "recovery-key") return confirmRecoveryKey(door, lastGroup);
      return err(refusalAtDoor(door) ?? { code: "already-set-up" });
    },
    "new-recovery-key": (input) =>
      stateOf(door) === "recovery-key" && door.signedIn
        ? newRecoveryKeyFor(door, door.signedIn, input)
        : inside((signedIn) => newRecoveryKeyFor(door, signedIn, input)),
    "sign-in": (input) => outside(() => signIn(door, input)),
    recover: (input) => outside(() => recover(door, input)),
    "sign-out": () => outside(() => signOut(door)),
    lock: () =>
      outside(() => {
        lockDoor(door);
        return stateOf(door) === "signed-out" ? err<AppError>({ code: "signed-out" }) : ok({});
      }),
    "still-here": () =>
      inside(() => {
        noteHere(door);
        return ok({});
      }),
    "change-passphrase": (input) => inside(() => changePassphrase(door, input)),
    "list-advisers": () => inside(({ store }) => ok(listOffice(store))),
    "add-adviser": (input) => inside((signedIn) => addAdviser(door, signedIn, input)),
    "rename-adviser": (input) => inside((signedIn) => renameInOffice(door, signedIn, input)),
    "retire-adviser": (input) => inside((signedIn) => retireFromOffice(door, signedIn, input)),
  };
}

function entryOf(door: Door<Desk>): Entry {
  const state = stateOf(door);
  return {
    state,
    isTraining: false,
    office: door.keys ? { name: door.keys.office.name } : null,
    contractPlans: state === "new" ? readContracts().map(({ words }) => words.tab) : [],
    advisers: advisersWithKey(door).map(({ id, name }) => ({ id, name })),
    lockedAdviserId: state === "locked" && door.signedIn ? door.signedIn.adviser.id : null,
    waitSeconds: door.attempts.waitSeconds(),
  };
}
