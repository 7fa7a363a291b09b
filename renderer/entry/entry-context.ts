import { createContext, useContext } from "react";
import type { Entry } from "../../shared/contract.ts";
import { queryClient } from "../requests.ts";

/** The entry of this start, which the windows of an office read. */
export const EntryContext = createContext<Entry | null>(null);

/** Whether someone is signed in, and to what. */
export function useEntry(): Entry {
  const entry = useContext(EntryContext);
  if (!entry) throw new Error("There is no entry above this component");
  return entry;
}

/** Has the entry asked for again; resolves when it is there. */
export function refreshEntry(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ["entry"] });
}
