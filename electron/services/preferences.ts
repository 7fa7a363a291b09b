import type { RequestInput } from "../../shared/contract.ts";
import type { Preferences } from "../../shared/preferences.ts";
import { keepPreferences, readPreferences } from "../store/repositories/preferences.ts";
import type { ServiceContext } from "./service-context.ts";

/** Keeps how the adviser who is signed in likes the windows, and answers all that is kept. */
export function setPreferences(
  { store, adviser }: ServiceContext,
  chosen: RequestInput<"set-preferences">,
): Preferences {
  const given = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined));
  keepPreferences(store, adviser.id, given);
  return readPreferences(store, adviser.id);
}
