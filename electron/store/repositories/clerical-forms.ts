import type { ClericalForm, ClericalOrigin } from "../../../shared/clerical/clerical-form.ts";
import type { CivilDate } from "../../../shared/dates.ts";
import type { Reader } from "../store.ts";
import type { Writer } from "../transaction.ts";
import { findClientSummaries } from "./clients.ts";
import type { WorkClient, WorkScope } from "./work-rows.ts";

type FormRow = Omit<ClericalForm, "client"> & { readonly clientId: string | null };

/** A form with what only the use cases look at. */
export interface StoredForm {
  readonly form: ClericalForm;
  readonly issuedById: string;
  readonly enteredById: string | null;
  readonly formAdviserId: string | null;
  readonly interviewId: string | null;
}

const SELECT = `
  SELECT clerical_form.id, serial, state, origin, client_id AS clientId, issued_at AS issuedAt, issuer.name AS issuedBy,
         paper_serial AS paperSerial, reason, happened_on AS happenedOn, on_form.name AS adviserOnForm,
         entered_at AS enteredAt, typist.name AS enteredBy,
         issued_by AS issuedById, entered_by AS enteredById, form_adviser_id AS formAdviserId,
         interview_id AS interviewId
  FROM clerical_form JOIN adviser AS issuer ON issuer.id = issued_by
  LEFT JOIN adviser AS on_form ON on_form.id = form_adviser_id
  LEFT JOIN adviser AS typist ON typist.id = entered_by`;

/** A form by its id. */
export function findClericalForm(reader: Reader, id: string): StoredForm | undefined {
  return storedForm(reader, reader.get(`${SELECT} WHERE clerical_form.id = ?`, id));
}

/** A form by the serial number it was given here. */
export function findClericalFormBySerial(reader: Reader, serial: string): StoredForm | undefined {
  return storedForm(reader, reader.get(`${SELECT} WHERE serial = ?`, serial));
}

/** The form that was taken in here with a number from elsewhere and was not cancelled since. */
export function findClericalFormByPaperSerial(reader: Reader, paperSerial: string): StoredForm | undefined {
  const where = "WHERE paper_serial = ? AND paper_serial <> '' AND state <> 'cancelled'";
  return storedForm(reader, reader.get(`${SELECT} ${where}`, paperSerial));
}

type WholeRow = FormRow & Omit<StoredForm, "form">;

function storedForm(reader: Reader, row: WholeRow | undefined): StoredForm | undefined {
  if (!row) return undefined;
  const { clientId, issuedById, enteredById, formAdviserId, interviewId, ...form } = row;
  const [client] = clientId ? findClientSummaries(reader, [clientId]) : [];
  return { form: { ...form, client: client ?? null }, issuedById, enteredById, formAdviserId, interviewId };
}

/** The highest number given so far; 0 before the first. */
export function lastClericalSequence(reader: Reader): number {
  return reader.get<{ last: number | null }>("SELECT MAX(sequence) AS last FROM clerical_form")?.last ?? 0;
}

/** A form as it is issued, or taken in from elsewhere. */
export interface NewForm {
  readonly id: string;
  readonly serial: string;
  readonly sequence: number;
  readonly origin: ClericalOrigin;
  readonly clientId: string | null;
  readonly issuedAt: string;
  readonly adviserId: string;
  readonly paperSerial: string;
  readonly reason: string;
}

/** Adds a form. */
export function insertClericalForm(writer: Writer, form: NewForm): void {
  writer.insert("clerical_form", {
    id: form.id,
    serial: form.serial,
    sequence: form.sequence,
    origin: form.origin,
    state: "issued",
    client_id: form.clientId,
    issued_at: form.issuedAt,
    issued_by: form.adviserId,
    paper_serial: form.paperSerial,
    reason: form.reason,
    happened_on: null,
    form_adviser_id: null,
    interview_id: null,
    entered_at: null,
    entered_by: null,
  });
}

/** Marks a form as cancelled. */
export function cancelClericalForm(writer: Writer, id: string, reason: string): void {
  writer.update("clerical_form", id, { state: "cancelled", reason });
}

/** How a form came into a plan. */
export interface FormEntry {
  readonly clientId: string;
  readonly happenedOn: CivilDate;
  readonly formAdviserId: string;
  readonly interviewId: string | null;
  readonly at: string;
  readonly adviserId: string;
}

/** Marks a form as entered. */
export function markFormEntered(writer: Writer, id: string, entry: FormEntry): void {
  writer.update("clerical_form", id, {
    state: "entered",
    client_id: entry.clientId,
    happened_on: entry.happenedOn,
    form_adviser_id: entry.formAdviserId,
    interview_id: entry.interviewId,
    entered_at: entry.at,
    entered_by: entry.adviserId,
  });
}

/** A form on the work list: one that waits to be entered, or whose entries wait to be checked against the paper. */
export interface WaitingForm {
  readonly id: string;
  readonly serial: string;
  readonly origin: ClericalOrigin;
  readonly state: "issued" | "entered";
  readonly issuedAt: string;
  readonly unchecked: number;
  readonly client: WorkClient | null;
}

/** Every form that waits, oldest first; an adviser's are those they issued or typed. */
export function listWaitingForms(reader: Reader, { adviserId, most }: WorkScope): WaitingForm[] {
  const isMine = (column: string) => (adviserId === null ? "TRUE" : `${column} = ?`);
  const mine = adviserId === null ? [] : [adviserId];
  const columns = "id, serial, origin, state, issued_at AS issuedAt, client_id";
  return reader
    .all<Omit<WaitingForm, "client"> & WorkClient>(
      `SELECT form.*, client.id AS clientId, surname, forenames FROM (
         SELECT ${columns}, 0 AS unchecked FROM clerical_form WHERE state = 'issued' AND ${isMine("issued_by")}
         UNION ALL
         SELECT ${columns}, waiting.unchecked
         FROM (SELECT form_id, COUNT(*) AS unchecked FROM clerical_entry WHERE checked_at IS NULL GROUP BY form_id) AS waiting
         CROSS JOIN clerical_form ON id = form_id WHERE ${isMine("entered_by")}
       ) AS form LEFT JOIN client ON client.id = form.client_id ORDER BY issuedAt, form.id LIMIT ?`,
      ...mine,
      ...mine,
      most,
    )
    .map(({ id, serial, origin, state, issuedAt, unchecked, clientId, surname, forenames }) => ({
      ...{ id, serial, origin, state, issuedAt, unchecked },
      client: clientId ? { clientId, surname, forenames } : null,
    }));
}
