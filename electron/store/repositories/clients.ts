import type { ClientDetails, ClientSummary, Jsag, More } from "../../../shared/client-record/client-record.ts";
import type { Reader, Row } from "../store.ts";
import { type FindKeys, findKeys } from "./find-keys.ts";

const SUMMARY = `
  SELECT id, nino, surname, forenames, date_of_birth AS dateOfBirth, benefit, client_group AS clientGroup FROM client`;

/** The columns of the table client but for id, created_at and version. */
export function clientColumns(details: ClientDetails): Row {
  const keys: FindKeys = findKeys(details);
  return {
    nino: details.nino,
    title: details.title,
    surname: details.surname,
    forenames: details.forenames,
    date_of_birth: details.dateOfBirth,
    address_1: details.address[0] ?? "",
    address_2: details.address[1] ?? "",
    address_3: details.address[2] ?? "",
    address_4: details.address[3] ?? "",
    postcode: details.postcode,
    telephone: details.telephone,
    mobile: details.mobile,
    email: details.email,
    benefit: details.benefit,
    client_group: details.clientGroup,
    status: details.status,
    disabled_person: Number(details.disabledPerson),
    incident_marker: Number(details.incidentMarker),
    folded_name: keys.foldedName,
    sound: keys.sound,
    reversed_nino: keys.reversedNino,
  };
}

/** The columns of the table client_more but for id and changed_at. */
export function moreColumns(more: More): Row {
  const [first, second] = more.lastJobs;
  return {
    ...jobPreferenceColumns(more),
    preferred_hours: more.preferredHours,
    last_job_1: first?.job ?? "",
    last_job_1_from: first?.from ?? null,
    last_job_1_to: first?.to ?? null,
    last_job_2: second?.job ?? "",
    last_job_2_from: second?.from ?? null,
    last_job_2_to: second?.to ?? null,
    rent_or_mortgage: more.rentOrMortgage,
    council_tax: more.councilTax,
    dependants: more.dependants,
    driving_licence: more.drivingLicence,
    endorsement: Number(more.endorsement),
    car_owner: Number(more.carOwner),
    support_needs: more.supportNeeds,
  };
}

/** The columns of the table jsag but for id and changed_at. */
export function jsagColumns(jsag: Jsag): Row {
  return {
    ...jobPreferenceColumns(jsag),
    preferred_hours: jsag.preferredHours,
    availability: jsag.availability,
    restrictions: jsag.restrictions,
    actions_agreed: jsag.actionsAgreed,
    signed: jsag.signed,
  };
}

function jobPreferenceColumns({ jobPreferences }: Pick<More, "jobPreferences">): Row {
  const [first, second, third] = jobPreferences;
  return {
    job_pref_1: first?.job ?? "",
    soc_1: first?.soc ?? "",
    job_pref_2: second?.job ?? "",
    soc_2: second?.soc ?? "",
    job_pref_3: third?.job ?? "",
    soc_3: third?.soc ?? "",
  };
}

/** The id of the client with a NINO. */
export function findClientId(reader: Reader, nino: string): string | undefined {
  return reader.get<{ id: string }>("SELECT id FROM client WHERE nino = ?", nino)?.id;
}

/** Clients by id, in the order asked; those that no longer exist are left out. */
export function findClientSummaries(reader: Reader, ids: readonly string[]): ClientSummary[] {
  return ids.flatMap((id) => reader.get<ClientSummary>(`${SUMMARY} WHERE id = ?`, id) ?? []);
}

/** Clients whose folded name starts so, in the order people sort names. */
export function findByFoldedName(reader: Reader, prefix: string, most: number): ClientSummary[] {
  return reader.all<ClientSummary>(
    `${SUMMARY} WHERE folded_name >= ? AND folded_name < ? ORDER BY folded_name LIMIT ?`,
    prefix,
    `${prefix}\u{10FFFF}`,
    most,
  );
}

/**
 * Clients whose surname sounds so, or starts with what sounds so, but for those whose folded name starts with a prefix.
 */
export function findBySound(reader: Reader, sound: string, exceptPrefix: string, most: number): ClientSummary[] {
  // The plus keeps the exception off the index of names; the index of sounds answers it without looking at the row.
  return reader.all<ClientSummary>(
    `${SUMMARY} WHERE sound >= ? AND sound < ? AND NOT (+folded_name >= ? AND +folded_name < ?)
     ORDER BY sound, folded_name LIMIT ?`,
    sound,
    `${sound}\u{10FFFF}`,
    exceptPrefix,
    `${exceptPrefix}\u{10FFFF}`,
    most,
  );
}

/** Clients whose reversed NINO, its suffix left out, starts so, and whose suffix is the given one or, blank, any. */
export function findByReversedNino(reader: Reader, prefix: string, suffix: string, most: number): ClientSummary[] {
  const digits = "reversed_nino >= ? AND reversed_nino < ? ORDER BY reversed_nino LIMIT ?";
  const range = [prefix, `${prefix}\u{10FFFF}`, most];
  return suffix
    ? reader.all<ClientSummary>(`${SUMMARY} WHERE substr(nino, 9) = ? AND ${digits}`, suffix, ...range)
    : reader.all<ClientSummary>(`${SUMMARY} WHERE ${digits}`, ...range);
}

/** Clients born on a day. */
export function findByDateOfBirth(reader: Reader, date: string, most: number): ClientSummary[] {
  return reader.all<ClientSummary>(`${SUMMARY} WHERE date_of_birth = ? ORDER BY folded_name LIMIT ?`, date, most);
}

/** The version a client's record has reached. */
export function findClientVersion(reader: Reader, clientId: string): number | undefined {
  return reader.get<{ version: number }>("SELECT version FROM client WHERE id = ?", clientId)?.version;
}
