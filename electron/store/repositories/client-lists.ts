import type { ClientSummary } from "../../../shared/client-record/client-record.ts";
import type { ListPlace } from "../../../shared/contract.ts";
import type { Reader, Value } from "../store.ts";

/** A list of clients by name, and how it is read from a place on. */
export interface ClientListQuery {
  /** Everything but which columns and how many, in the order of the index that serves it. */
  readonly from: string;
  /** The same where only the places are wanted, which stand in the index itself. */
  readonly walk: string;
  /** What `from` asks for before the place: whose list it is. */
  readonly values: readonly Value[];
  /** The columns of a place. */
  readonly place: string;
}

const ALL_BY_NAME = "FROM client WHERE (folded_name, rowid) > (?, CAST(? AS INTEGER)) ORDER BY folded_name, rowid";
const CASELOAD_BY_NAME = `WHERE caseload.adviser_id = ? AND (caseload.folded_name, caseload.client_id) > (?, ?)
     ORDER BY caseload.folded_name, caseload.client_id`;

/** Every client of the office. */
export const EVERYONE: ClientListQuery = {
  from: ALL_BY_NAME,
  walk: ALL_BY_NAME,
  values: [],
  place: "folded_name AS name, CAST(rowid AS TEXT) AS key",
};

/** The clients of one adviser. */
export function caseloadOf(adviserId: string): ClientListQuery {
  return {
    from: `FROM caseload CROSS JOIN client ON client.id = caseload.client_id ${CASELOAD_BY_NAME}`,
    walk: `FROM caseload ${CASELOAD_BY_NAME}`,
    values: [adviserId],
    place: "caseload.folded_name AS name, caseload.client_id AS key",
  };
}

const SUMMARY = "id, nino, surname, forenames, date_of_birth AS dateOfBirth, benefit, client_group AS clientGroup";

/** The clients of a list that come next after a place. */
export function listAfter(reader: Reader, list: ClientListQuery, after: ListPlace, most: number): ClientSummary[] {
  const { from, values } = list;
  return reader.all<ClientSummary>(`SELECT ${SUMMARY} ${from} LIMIT ?`, ...values, after.name, after.key, most);
}

/** The place so many clients after another; undefined where the list ends before it. */
export function placeAfter(
  reader: Reader,
  { walk, values, place }: ClientListQuery,
  after: ListPlace,
  count: number,
): ListPlace | undefined {
  return reader.get<ListPlace>(`SELECT ${place} ${walk} LIMIT 1 OFFSET ?`, ...values, after.name, after.key, count - 1);
}

/** How many clients come after a place, counted up to a limit. */
export function countAfter(reader: Reader, list: ClientListQuery, after: ListPlace, most: number): number {
  const { walk, values, place } = list;
  return reader.all(`SELECT ${place} ${walk} LIMIT ?`, ...values, after.name, after.key, most).length;
}
