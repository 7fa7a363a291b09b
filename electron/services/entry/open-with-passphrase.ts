import type { AppError } from "../../../shared/errors.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { Clock } from "../../platform/clock.ts";
import { isRestoreUnfinished } from "../../store/backups-restore.ts";
import { openAttempts } from "../../store/keys/attempts.ts";
import { storeFile } from "../../store/keys/key-file.ts";
import type { Seal } from "../../store/keys/seal.ts";
import { openStore } from "../../store/open-store.ts";
import { type Adviser, type ListedAdviser, listEveryAdviser } from "../../store/repositories/advisers.ts";
import type { Store } from "../../store/store.ts";
import { trySecret } from "./door.ts";
import { readOffice } from "./set-up.ts";

/** How somebody opens a store without a window. */
export interface Access {
  /** Whose passphrase it is, by name or staff number; undefined tries every adviser's. */
  readonly adviser: string | undefined;
  readonly passphrase: string;
}

/** An adviser who has a key. */
interface Working extends Adviser {
  readonly seal: Seal;
}

/** The advisers of a data folder who could open its store. */
export function workingAdvisers(dataFolder: string): Result<Working[], AppError> {
  // Store and keys may be of two different moments until the next start of the application has finished it.
  if (isRestoreUnfinished(dataFolder)) return err({ code: "store-busy" });
  // Nobody but the desktop's window has its key.
  const keys = readOffice(dataFolder, undefined);
  if (!keys.ok) return keys;
  if (!keys.value) return err({ code: "store-missing", file: storeFile(dataFolder) });
  return ok(keys.value.advisers.flatMap(({ id, name, seal }) => (seal ? [{ id, name, seal }] : [])));
}

/**
 * Opens an office's store beside the application. The keys are left as they are, even where they and the store do not
 * agree: the application may be changing both at this moment.
 */
export async function openWithPassphrase(
  dataFolder: string,
  clock: Clock,
  { adviser: wanted, passphrase }: Access,
): Promise<Result<{ readonly store: Store; readonly adviser: Adviser }, AppError>> {
  const working = workingAdvisers(dataFolder);
  if (!working.ok) return working;
  const seals = candidates(working.value, wanted).map(({ id, seal }) => ({ seal, holder: id }));
  const attempts = openAttempts(dataFolder, clock);
  const tried = await trySecret({ attempts }, { seals, secret: passphrase, refusal: "wrong-passphrase" });
  if (!tried.ok) return tried;
  const opened = openStore(storeFile(dataFolder), tried.value.key);
  if (!opened.ok) return opened;
  const store = opened.value;
  const adviser = listEveryAdviser(store).find(({ id, isRetired }) => id === tried.value.holder && !isRetired);
  if (adviser && isMeant(adviser, wanted)) return ok({ store, adviser: { id: adviser.id, name: adviser.name } });
  store.close();
  return err({ code: "adviser-not-found" });
}

/** Those of the name that was given; where nobody has it, it may be a staff number, which stands in the store alone. */
function candidates(working: readonly Working[], wanted: string | undefined): readonly Working[] {
  const named = working.filter(({ name }) => wanted !== undefined && folded(name) === folded(wanted));
  return named.length > 0 ? named : working;
}

function isMeant({ name, staffNumber }: ListedAdviser, wanted: string | undefined): boolean {
  return wanted === undefined || [name, staffNumber].some((known) => folded(known) === folded(wanted));
}

function folded(text: string): string {
  return text.normalize("NFC").trim().toLowerCase();
}
