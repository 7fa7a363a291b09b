import { ok } from "../../../shared/result.ts";
import type { Keys } from "../../store/keys/key-file.ts";
import { listEveryAdviser, retireAdviser } from "../../store/repositories/advisers.ts";
import { readSetting } from "../../store/repositories/settings.ts";
import type { Store } from "../../store/store.ts";
import { transaction } from "../../store/transaction.ts";
import { auditAtDoor, type Desk, type Door, keepKeys } from "./door.ts";

/**
 * Brings the keys and the store's advisers to agree again after a kill between the two. The keys are always written
 * before the store is: an adviser who is in the keys alone was never added, and one who is in the store alone, or
 * without a key, has retired. Names are the store's.
 */
export function agreeKeysWithStore(door: Door<Desk>, store: Store): void {
  const { keys } = door;
  // Keys that know none of the store's advisers are another store's, and no ground to retire anybody.
  if (!keys || !keysOfStore(keys, store).advisers.some(({ seal }) => seal !== null)) return;
  const hasKey = (id: string) => keys.advisers.some((adviser) => adviser.id === id && adviser.seal !== null);
  const leaving = listEveryAdviser(store).filter(({ id, isRetired }) => !isRetired && !hasKey(id));
  if (leaving.length > 0) {
    const audit = auditAtDoor(door, "retire-adviser", null);
    transaction(store, audit, (writer) => {
      for (const { id } of leaving) retireAdviser(writer, id, audit.at);
      return ok(undefined);
    });
  }
  const agreed = keysOfStore(keys, store);
  if (JSON.stringify(agreed) === JSON.stringify(keys)) return;
  keepKeys(door, agreed);
  door.keys = agreed;
}

function keysOfStore(keys: Keys, store: Store): Keys {
  const stored = new Map(listEveryAdviser(store).map((adviser) => [adviser.id, adviser]));
  const advisers = keys.advisers.flatMap(({ id, seal }) => {
    const adviser = stored.get(id);
    return adviser ? [{ id, name: adviser.name, seal: adviser.isRetired ? null : seal }] : [];
  });
  return { ...keys, office: { name: readSetting(store, "office-name") ?? keys.office.name }, advisers };
}
