import type { ClientRecord, More } from "../client-record/client-record.ts";
import type { ImportRow } from "./map-row.ts";

/**
 * The record that a stored client has after an import: what the file has columns for is taken from its row, blanks
 * included; what it has no column for stays as it was.
 */
export function updatedRecord(stored: ClientRecord, row: ImportRow): ClientRecord {
  const { record, fields } = row;
  const has = (field: string) => fields.has(field);
  const hasAny = (start: string) => [...fields].some((field) => field.startsWith(start));
  const pick = <Name extends keyof ClientRecord>(field: string, name: Name) =>
    (has(field) ? record : stored)[name] as ClientRecord[Name];
  return {
    nino: record.nino,
    title: pick("title", "title"),
    surname: record.surname,
    forenames: pick("forenames", "forenames"),
    dateOfBirth: record.dateOfBirth,
    address: record.address.map((text, index) => (has(`address_${index + 1}`) ? text : (stored.address[index] ?? ""))),
    postcode: pick("postcode", "postcode"),
    telephone: pick("telephone", "telephone"),
    mobile: pick("mobile", "mobile"),
    email: pick("email", "email"),
    benefit: pick("benefit", "benefit"),
    clientGroup: pick("client_group", "clientGroup"),
    status: pick("status", "status"),
    disabledPerson: pick("disabled_person", "disabledPerson"),
    incidentMarker: pick("incident_marker", "incidentMarker"),
    more: updatedMore(stored.more, row),
    qualifications: hasAny("qualification_") ? record.qualifications : stored.qualifications,
    childDatesOfBirth: hasAny("child_") ? record.childDatesOfBirth : stored.childDatesOfBirth,
    iwbc: hasAny("iwbc_") ? record.iwbc : stored.iwbc,
    jsag: hasAny("jsag_") ? updatedJsag(stored.jsag, record.jsag) : (stored.jsag ?? record.jsag),
  };
}

/** What a file has no columns for stays: availability, restrictions and the actions agreed. */
function updatedJsag(stored: ClientRecord["jsag"], given: ClientRecord["jsag"]): ClientRecord["jsag"] {
  if (!stored || !given) return given;
  const { availability, restrictions, actionsAgreed } = stored;
  return { ...given, availability, restrictions, actionsAgreed };
}

function updatedMore(stored: More, row: ImportRow): More {
  const { fields, record } = row;
  const has = (field: string) => fields.has(field);
  const pick = <Name extends keyof More>(field: string, name: Name) =>
    (has(field) ? record.more : stored)[name] as More[Name];
  return {
    jobPreferences: record.more.jobPreferences.map((given, index) => {
      const { job, soc } = stored.jobPreferences[index] ?? { job: "", soc: "" };
      return { job: has(`job_pref_${index + 1}`) ? given.job : job, soc: has(`soc_${index + 1}`) ? given.soc : soc };
    }),
    preferredHours: pick("preferred_hours", "preferredHours"),
    lastJobs: record.more.lastJobs.map((given, index) => {
      const { job, from, to } = stored.lastJobs[index] ?? { job: "", from: null, to: null };
      const field = `last_job_${index + 1}`;
      return {
        job: has(field) ? given.job : job,
        from: has(`${field}_from`) ? given.from : from,
        to: has(`${field}_to`) ? given.to : to,
      };
    }),
    rentOrMortgage: pick("rent_or_mortgage", "rentOrMortgage"),
    councilTax: pick("council_tax", "councilTax"),
    dependants: pick("dependants", "dependants"),
    drivingLicence: pick("driving_licence", "drivingLicence"),
    endorsement: pick("endorsement", "endorsement"),
    carOwner: pick("car_owner", "carOwner"),
    supportNeeds: pick("support_needs", "supportNeeds"),
  };
}
