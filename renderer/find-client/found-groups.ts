import type { ClientSummary } from "../../shared/client-record/client-record.ts";
import type { Match } from "../../shared/client-record/client-requests.ts";
import type { RequestOutput } from "../../shared/contract.ts";
import { foldName } from "../../shared/text.ts";

/** A heading of the list and the clients under it. */
export interface ClientGroup {
  readonly name: string;
  readonly clients: readonly ClientSummary[];
}

const MATCH_NAMES: Readonly<Record<Match, string>> = {
  exact: "Exact",
  starts: "Starts with these letters",
  sounds: "Sounds like it",
};

/** The list as it is shown: best matches first, then recent clients who are not among them. */
export function groupsToShow(
  found: RequestOutput<"find-clients"> | undefined,
  recent: readonly ClientSummary[],
): ClientGroup[] {
  const matches = (found?.groups ?? []).map(({ match, clients }) => ({ name: MATCH_NAMES[match], clients }));
  const listed = new Set(matches.flatMap(({ clients }) => clients.map(({ id }) => id)));
  const others = recent.filter(({ id }) => !listed.has(id));
  return [...matches, { name: "Recent clients", clients: others }].filter(({ clients }) => clients.length > 0);
}

/** How many letters of a name are those that were typed; 0 when it does not begin so. */
export function matchedLength(name: string, typed: string): number {
  const sought = foldName(typed);
  if (!sought || !foldName(name).startsWith(sought)) return 0;
  for (let length = 1; length <= name.length; length += 1) {
    if (foldName(name.slice(0, length)).startsWith(sought)) return length;
  }
  return 0;
}
