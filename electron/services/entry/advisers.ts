import { fullName } from "../../../shared/client-record/client-record.ts";
import type { RequestOutput } from "../../../shared/contract.ts";
import type { AppError } from "../../../shared/errors.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { Keys } from "../../store/keys/key-file.ts";
import { sealKey } from "../../store/keys/seal.ts";
import {
  insertAdviser,
  type ListedAdviser,
  listEveryAdviser,
  renameAdviser,
  retireAdviser,
} from "../../store/repositories/advisers.ts";
import { findClientSummaries } from "../../store/repositories/clients.ts";
import { findOpenInterviewOfAdviser } from "../../store/repositories/interviews.ts";
import type { Reader } from "../../store/store.ts";
import { transaction, type Writer } from "../../store/transaction.ts";
import {
  auditAtDoor,
  checkNewPassphrase,
  type Desk,
  type Door,
  type Input,
  keepKeys,
  type SignedIn,
  tellEntryChanged,
} from "./door.ts";
import { signOut } from "./sign-in.ts";

type Done = Result<RequestOutput<"rename-adviser">, AppError>;

/** Lists every adviser the store knows, and with whom each has an interview open. */
export function listOffice(reader: Reader): RequestOutput<"list-advisers"> {
  return {
    advisers: listEveryAdviser(reader).map((adviser) => ({ ...adviser, ...openInterview(reader, adviser.id) })),
  };
}

function openInterview(reader: Reader, adviserId: string): { readonly inInterviewWith?: string } {
  const open = findOpenInterviewOfAdviser(reader, adviserId);
  const [client] = open ? findClientSummaries(reader, [open.clientId]) : [];
  return client ? { inInterviewWith: fullName(client) } : {};
}

/** Adds an adviser with a passphrase of their own. */
export async function addAdviser<D extends Desk>(
  door: Door<D>,
  signedIn: SignedIn<D>,
  { name, staffNumber, passphrase }: Input<"add-adviser">,
): Promise<Result<RequestOutput<"add-adviser">, AppError>> {
  const isLongEnough = checkNewPassphrase(passphrase);
  if (!isLongEnough.ok) return isLongEnough;
  const adviser = { id: door.options.newId(), name };
  const seal = await sealKey(signedIn.key, passphrase, adviser.id, door.options.cost);
  const added = change(door, signedIn, "add-adviser", (writer, keys) => {
    if (isTaken(writer, staffNumber)) return err({ code: "staff-number-taken" });
    insertAdviser(writer, { ...adviser, staffNumber });
    return ok({ ...keys, advisers: [...keys.advisers, { ...adviser, seal }] });
  });
  return added.ok ? ok({ adviserId: adviser.id }) : added;
}

/** Gives an adviser another name, which every record of theirs then shows. */
export function renameInOffice<D extends Desk>(
  door: Door<D>,
  signedIn: SignedIn<D>,
  { adviserId, name }: Input<"rename-adviser">,
): Done {
  const renamed = change(door, signedIn, "rename-adviser", (writer, keys) => {
    if (!findWorking(writer, adviserId)) return err({ code: "adviser-not-found" });
    renameAdviser(writer, adviserId, name);
    return ok(withAdviser(keys, adviserId, { name }));
  });
  if (renamed.ok && signedIn.adviser.id === adviserId) signedIn.adviser.name = name;
  return renamed;
}

/** Retires an adviser, whose passphrase opens nothing from then on; the last one stays. */
export function retireFromOffice<D extends Desk>(
  door: Door<D>,
  signedIn: SignedIn<D>,
  { adviserId }: Input<"retire-adviser">,
): Done {
  const retired = change(door, signedIn, "retire-adviser", (writer, keys, at) => {
    if (!findWorking(writer, adviserId)) return err({ code: "adviser-not-found" });
    const areLeft = keys.advisers.some(({ id, seal }) => id !== adviserId && seal !== null);
    if (!areLeft) return err({ code: "last-adviser" });
    retireAdviser(writer, adviserId, at);
    return ok(withAdviser(keys, adviserId, { seal: null }));
  });
  if (retired.ok && signedIn.adviser.id === adviserId) return signOut(door);
  return retired;
}

/**
 * Changes the store's advisers and the keys together: the keys are written inside the store's transaction, so that
 * keys which cannot be written leave the store as it was. After a kill between the two, the next sign-in has them agree.
 */
function change<D extends Desk>(
  door: Door<D>,
  { store, adviser }: SignedIn<D>,
  action: string,
  work: (writer: Writer, keys: Keys, at: string) => Result<Keys, AppError>,
): Done {
  const { keys } = door;
  if (!keys) return err({ code: "signed-out" });
  const audit = auditAtDoor(door, action, adviser.id);
  const changed = transaction(store, audit, (writer) => {
    const result = work(writer, keys, audit.at);
    if (result.ok) keepKeys(door, result.value);
    return result;
  });
  if (!changed.ok) return changed;
  door.keys = changed.value;
  tellEntryChanged(door);
  return ok({});
}

function withAdviser(keys: Keys, adviserId: string, fields: Partial<Keys["advisers"][number]>): Keys {
  const advisers = keys.advisers.map((adviser) => (adviser.id === adviserId ? { ...adviser, ...fields } : adviser));
  return { ...keys, advisers };
}

function findWorking(reader: Reader, adviserId: string): ListedAdviser | undefined {
  return listEveryAdviser(reader).find(({ id, isRetired }) => id === adviserId && !isRetired);
}

function isTaken(reader: Reader, staffNumber: string): boolean {
  const folded = staffNumber.toLowerCase();
  return listEveryAdviser(reader).some((adviser) => !adviser.isRetired && adviser.staffNumber.toLowerCase() === folded);
}
