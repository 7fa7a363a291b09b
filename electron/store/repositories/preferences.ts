import { DEFAULT_PREFERENCES, type Preferences, preferencesSchema } from "../../../shared/preferences.ts";
import type { Reader, Store } from "../store.ts";
import { keepUnrecorded } from "../unrecorded.ts";

/** How an adviser likes the windows; what was never chosen, or cannot be read any more, is as it comes. */
export function readPreferences(reader: Reader, adviserId: string): Preferences {
  const rows = reader.all<{ name: string; value: string }>(
    "SELECT name, value FROM preference WHERE adviser_id = ?",
    adviserId,
  );
  const chosen = Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value) as unknown]));
  const read = preferencesSchema.safeParse({ ...DEFAULT_PREFERENCES, ...chosen });
  return read.success ? read.data : DEFAULT_PREFERENCES;
}

/** Keeps what an adviser chose. */
export function keepPreferences(store: Store, adviserId: string, chosen: Partial<Preferences>): void {
  for (const [name, value] of Object.entries(chosen)) {
    keepUnrecorded(store, "preference", { adviser_id: adviserId, name, value: JSON.stringify(value) });
  }
}
