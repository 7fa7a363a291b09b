import type {
  Calculation,
  Jsag,
  More,
  Qualification,
  StoredClientRecord,
} from "../../../shared/client-record/client-record.ts";
import { dateOfMoment } from "../../../shared/dates.ts";
import type { Reader } from "../store.ts";

type Text = string | null;
interface ClientRow {
  readonly [column: string]: string | number;
}
interface JobRow {
  readonly job_pref_1: string;
  readonly soc_1: string;
  readonly job_pref_2: string;
  readonly soc_2: string;
  readonly job_pref_3: string;
  readonly soc_3: string;
  readonly preferred_hours: Text;
  readonly changed_at: string;
}
interface MoreRow extends JobRow {
  readonly last_job_1: string;
  readonly last_job_1_from: Text;
  readonly last_job_1_to: Text;
  readonly last_job_2: string;
  readonly last_job_2_from: Text;
  readonly last_job_2_to: Text;
  readonly rent_or_mortgage: string;
  readonly council_tax: string;
  readonly dependants: string;
  readonly driving_licence: Text;
  readonly endorsement: number;
  readonly car_owner: number;
  readonly support_needs: string;
}
interface JsagRow extends JobRow {
  readonly availability: string;
  readonly restrictions: string;
  readonly actions_agreed: string;
  readonly signed: Text;
}
interface QualificationRow {
  readonly level: string;
  readonly subject: string;
  readonly outcome: string;
  readonly completed: Text;
  readonly kind: string;
  readonly on_plan: number;
  readonly changed_at: string;
}

/** A client's whole record. */
export function findClientRecord(reader: Reader, clientId: string): StoredClientRecord | undefined {
  const client = reader.get<ClientRow>("SELECT * FROM client WHERE id = ?", clientId);
  const more = reader.get<MoreRow>("SELECT * FROM client_more WHERE id = ?", clientId);
  if (!client || !more) return undefined;
  const jsag = reader.get<JsagRow>("SELECT * FROM jsag WHERE id = ?", clientId);
  const qualifications = reader.all<QualificationRow>(
    "SELECT * FROM qualification WHERE client_id = ? ORDER BY position",
    clientId,
  );
  const children = reader.all<{ date_of_birth: string; changed_at: string }>(
    "SELECT date_of_birth, changed_at FROM child WHERE client_id = ? ORDER BY position",
    clientId,
  );
  const [iwbc] = findCalculations(reader, clientId);
  return {
    ...toDetails(client),
    id: clientId,
    version: Number(client.version),
    clientSince: dateOfMoment(String(client.created_at)),
    more: toMore(more),
    qualifications: qualifications.map(toQualification),
    childDatesOfBirth: children.map((child) => child.date_of_birth),
    iwbc: iwbc ? { result: iwbc.result, notes: iwbc.notes, date: iwbc.date } : null,
    jsag: jsag ? toJsag(jsag) : null,
    changed: {
      more: more.changed_at,
      qualifications: newest(qualifications),
      children: newest(children),
      iwbc: iwbc?.recordedAt ?? null,
      jsag: jsag?.changed_at ?? null,
    },
  };
}

/** A client's In Work Benefit Calculations, the newest first. */
export function findCalculations(reader: Reader, clientId: string): Calculation[] {
  return reader.all<Calculation>(
    `SELECT id, result, notes, date, changed_at AS recordedAt, interview_id AS interviewId
     FROM iwbc WHERE client_id = ? ORDER BY changed_at DESC, id DESC`,
    clientId,
  );
}

function toDetails(row: ClientRow) {
  const text = (column: string) => String(row[column]);
  return {
    nino: text("nino"),
    title: text("title"),
    surname: text("surname"),
    forenames: text("forenames"),
    dateOfBirth: text("date_of_birth"),
    address: [1, 2, 3, 4].map((line) => text(`address_${line}`)),
    postcode: text("postcode"),
    telephone: text("telephone"),
    mobile: text("mobile"),
    email: text("email"),
    benefit: text("benefit"),
    clientGroup: text("client_group"),
    status: text("status"),
    disabledPerson: row.disabled_person === 1,
    incidentMarker: row.incident_marker === 1,
  };
}

function toMore(row: MoreRow): More {
  return {
    ...toAims(row),
    lastJobs: [
      { job: row.last_job_1, from: row.last_job_1_from, to: row.last_job_1_to },
      { job: row.last_job_2, from: row.last_job_2_from, to: row.last_job_2_to },
    ],
    rentOrMortgage: row.rent_or_mortgage as More["rentOrMortgage"],
    councilTax: row.council_tax as More["councilTax"],
    dependants: row.dependants as More["dependants"],
    drivingLicence: row.driving_licence as More["drivingLicence"],
    endorsement: row.endorsement === 1,
    carOwner: row.car_owner === 1,
    supportNeeds: row.support_needs,
  };
}

function toJsag(row: JsagRow): Jsag {
  const { availability, restrictions, actions_agreed: actionsAgreed, signed } = row;
  return { ...toAims(row), availability, restrictions, actionsAgreed, signed };
}

function toAims(row: JobRow): Pick<More, "jobPreferences" | "preferredHours"> {
  return {
    jobPreferences: [
      { job: row.job_pref_1, soc: row.soc_1 },
      { job: row.job_pref_2, soc: row.soc_2 },
      { job: row.job_pref_3, soc: row.soc_3 },
    ],
    preferredHours: row.preferred_hours as More["preferredHours"],
  };
}

function toQualification(row: QualificationRow): Qualification {
  const { level, subject, outcome, completed } = row;
  return { level, subject, outcome, completed, kind: row.kind as Qualification["kind"], onPlan: row.on_plan === 1 };
}

function newest(rows: readonly { readonly changed_at: string }[]): string | null {
  return rows.reduce<string | null>((max, row) => (max && max > row.changed_at ? max : row.changed_at), null);
}
