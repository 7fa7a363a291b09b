import type { ClientSummary } from "../../shared/client-record/client-record.ts";
import type { Match } from "../../shared/client-record/client-requests.ts";
import { tidyNino } from "../../shared/client-record/nino.ts";
import type { RequestOutput } from "../../shared/contract.ts";
import { parseTypedDate } from "../../shared/dates.ts";
import { foldName } from "../../shared/text.ts";
import { recentClientIds } from "../store/repositories/audit.ts";
import {
  findByDateOfBirth,
  findByFoldedName,
  findByReversedNino,
  findBySound,
  findClientSummaries,
} from "../store/repositories/clients.ts";
import { foldedNameOf, NAME_SEPARATOR, reverse, soundOf } from "../store/repositories/find-keys.ts";
import type { Store } from "../store/store.ts";
import type { ServiceContext } from "./service-context.ts";

/** How many clients one answer lists. */
const MOST_LISTED = 50;
const MOST_RECENT = 12;
/** So many words are looked for as forenames before or after a surname: each is two more questions. */
const MOST_FORENAMES = 4;
/** A sound code of one letter would match a tenth of the office. */
const SHORTEST_SOUND = 2;

type FindAnswer = RequestOutput<"find-clients">;

/**
 * Finds clients by surname, "surname, forename", NINO in full or its last digits, or date of birth; exact matches
 * before those that start so, before those that sound so.
 */
export function findClients(context: ServiceContext, typed: string): FindAnswer {
  const text = typed.trim();
  if (!text) return { groups: [], hasMore: false };
  const birth = parseTypedDate(text, { today: context.clock.today(), neverFuture: true });
  const nino = tidyNino(text);
  if (birth) return answer([["exact", findByDateOfBirth(context.store, birth, MOST_LISTED + 1)]]);
  if (/^\d{1,6}[A-D]?$|^[A-Z]{2}\d{1,6}[A-D]?$/.test(nino)) return findByNino(context, nino);
  return findByName(context, text);
}

/** The clients an adviser last had to do with, newest first. */
export function recentClients(context: ServiceContext): ClientSummary[] {
  return findClientSummaries(context.store, recentClientIds(context.store, context.adviser.id, MOST_RECENT));
}

function findByNino({ store }: ServiceContext, typed: string): FindAnswer {
  const suffix = /[A-D]$/.exec(typed)?.[0] ?? "";
  const digits = suffix ? typed.slice(0, -1) : typed;
  const found = findByReversedNino(store, reverse(digits), suffix, MOST_LISTED + 1);
  const isWhole = (client: ClientSummary) => client.nino === typed;
  return answer([
    ["exact", found.filter(isWhole)],
    ["starts", found.filter((client) => !isWhole(client))],
  ]);
}

function findByName({ store }: ServiceContext, typed: string): FindAnswer {
  const [surname = "", forenames = ""] = typed.split(",").map(foldName);
  if (!surname) return answer([]);
  const prefix = typed.includes(",") ? `${surname}${NAME_SEPARATOR}${forenames}` : surname;
  const found = findByPrefixes(store, prefix === surname ? namePrefixes(surname) : [prefix]);
  const isExact = (client: ClientSummary) => foldName(client.surname) === surname;
  return answer([
    ["exact", found.filter(isExact)],
    ["starts", found.filter((client) => !isExact(client))],
    ["sounds", forenames ? [] : findSounding(store, surname, prefix, found)],
  ]);
}

/**
 * "Brae Small" may be a surname of two words, a surname and a forename, or a forename and a surname; with more words, as
 * hyphens make them too, the one may end and the other begin after each.
 */
function namePrefixes(folded: string): string[] {
  const words = folded.split(" ");
  const ends = words.slice(1).map((_, index) => index + 1);
  const inTwoOrders = ends
    .filter((end) => end <= MOST_FORENAMES || words.length - end <= MOST_FORENAMES)
    .toReversed()
    .flatMap((end) => {
      const [first, rest] = [words.slice(0, end).join(" "), words.slice(end).join(" ")];
      return [`${first}${NAME_SEPARATOR}${rest}`, `${rest}${NAME_SEPARATOR}${first}`];
    });
  // The whole surname has a question of its own, or those that only start so could fill the list before it.
  return [`${folded}${NAME_SEPARATOR}`, folded, ...inTwoOrders];
}

/** Asks for one prefix after the other until the list is full: whoever comes later would not be shown. */
function findByPrefixes(store: Store, prefixes: readonly string[]): ClientSummary[] {
  const found = new Map<string, ClientSummary>();
  for (const prefix of prefixes) {
    if (found.size > MOST_LISTED) break;
    for (const client of findByFoldedName(store, prefix, MOST_LISTED + 1)) found.set(client.id, client);
  }
  return [...found.values()];
}

/** Clients who sound so and were not found yet, as many as the list still has room for and one more. */
function findSounding(store: Store, surname: string, prefix: string, found: readonly ClientSummary[]): ClientSummary[] {
  const sound = soundOf(surname);
  if (sound.length < SHORTEST_SOUND || found.length > MOST_LISTED) return [];
  const listed = new Set(found.map(({ id }) => id));
  // Whoever was found in another way than by the prefix may sound so too, and is left out here.
  const inAnotherWay = found.filter((client) => !foldedNameOf(client).startsWith(prefix)).length;
  const most = MOST_LISTED + 1 - found.length + inAnotherWay;
  return findBySound(store, sound, prefix, most).filter(({ id }) => !listed.has(id));
}

function answer(groups: readonly [Match, readonly ClientSummary[]][]): FindAnswer {
  let left = MOST_LISTED;
  const listed = groups.map(([match, clients]) => {
    const shown = clients.slice(0, left);
    left -= shown.length;
    return { match, clients: shown };
  });
  const total = groups.reduce((sum, [, clients]) => sum + clients.length, 0);
  return { groups: listed.filter(({ clients }) => clients.length > 0), hasMore: total > MOST_LISTED };
}
