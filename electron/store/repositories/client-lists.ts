import type { ClientSummary } from "../../../shared/client-record/client-record.ts";
import type { ListPlace } from "../../../shared/client-record/client-requests.ts";
import type { Reader, Value } from "../store.ts";

/** A list of clients by name, and how it is read from a place on. */
export interface ClientListQuery {
  /** The columns of a client as the list shows them. */
  readonly summary: string;
  /** The columns of a place. */
  readonly place: string;
  /** Everything but which columns and how many, in the order of the index that serves it. */
  readonly from: string;
  /** What `from` asks for before the place: whose list it is. */
  readonly values: readonly Value[];
}

const DETAILS = "nino, surname, forenames, date_of_birth AS dateOfBirth, benefit, client_group AS clientGroup";

/** Every client of the office. */
export const EVERYONE: ClientListQuery = {
  summary: `id, ${DETAILS}`,
  place: "folded_name AS name, CAST(rowid AS TEXT) AS key",
  from: "FROM client WHERE (folded_name, rowid) > (?, CAST(? AS INTEGER)) ORDER BY folded_name, rowid",
  values: [],
};

/** The clients of one adviser, read without the clients' own rows, which lie far apart. */
export function caseloadOf(adviserId: string): ClientListQuery {
  return {
    summary: `client_id AS id, ${DETAILS}`,
    place: "folded_name AS name, client_id AS key",
    from: `FROM caseload WHERE adviser_id = ? AND (folded_name, client_id) > (?, ?)
     ORDER BY folded_name, client_id`,
    values: [adviserId],
  };
}

/** The clients of a list that come next after a place. */
export function listAfter(reader: Reader, list: ClientListQuery, after: ListPlace, most: number): ClientSummary[] {
  const { summary, from, values } = list;
  return reader.all<ClientSummary>(`SELECT ${summary} ${from} LIMIT ?`, ...values, after.name, after.key, most);
}

/** The place so many clients after another; undefined where the list ends before it. */
export function placeAfter(
  reader: Reader,
  { from, values, place }: ClientListQuery,
  after: ListPlace,
  count: number,
): ListPlace | undefined {
  return reader.get<ListPlace>(`SELECT ${place} ${from} LIMIT 1 OFFSET ?`, ...values, after.name, after.key, count - 1);
}

/** How many clients come after a place, counted up to a limit. */
export function countAfter(reader: Reader, list: ClientListQuery, after: ListPlace, most: number): number {
  const { from, values, place } = list;
  return reader.all(`SELECT ${place} ${from} LIMIT ?`, ...values, after.name, after.key, most).length;
}
