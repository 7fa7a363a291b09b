import { randomInt } from "node:crypto";
import type { ClericalForm, ClericalOrigin } from "../../shared/clerical/clerical-form.ts";
import {
  isLikeSerialNumber,
  readSerialNumber,
  serialNumber,
  serialPrefix,
} from "../../shared/clerical/serial-number.ts";
import type { RequestInput, RequestOutput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { onOneLine, tidyText } from "../../shared/text.ts";
import type { ClericalJob, ClericalSheet } from "../print/print-job.ts";
import type { PrintRenderer } from "../print/renderer.ts";
import {
  findClericalForm,
  findClericalFormByPaperSerial,
  findClericalFormBySerial,
  insertClericalForm,
  lastClericalSequence,
  type NewForm,
  cancelClericalForm as recordCancelling,
  type StoredForm,
} from "../store/repositories/clerical-forms.ts";
import { findClientRecord } from "../store/repositories/client-records.ts";
import { findPlan } from "../store/repositories/plans.ts";
import { insertSetting, readSetting } from "../store/repositories/settings.ts";
import { listAppointmentsOf } from "../store/repositories/work-rows.ts";
import type { Reader } from "../store/store.ts";
import { type AuditContext, transaction, type Writer } from "../store/transaction.ts";
import { dropWrittenDraft } from "./record-drafts.ts";
import { auditInInterview, auditOf, type ServiceContext } from "./service-context.ts";
import { writtenText } from "./written-text.ts";

type IssueInput = RequestInput<"issue-clerical-forms">;

/** What is to be issued: a form for a client or for nobody, filled from a plan or blank. */
interface Wanted {
  readonly origin: Exclude<ClericalOrigin, "elsewhere">;
  readonly clientId: string | null;
}

const MOST_APPOINTMENTS = 200;
const PREFIXES = 10_000;

/** Issues forms, each with a number of its own, and makes them as one document (¶122, ¶123). */
export async function issueClericalForms(
  context: ServiceContext,
  renderer: PrintRenderer,
  input: IssueInput,
): Promise<Result<RequestOutput<"issue-clerical-forms">, AppError>> {
  const wanted = wantedForms(context, input);
  if (!wanted.ok) return wanted;
  const audit = auditFor(context, "issue-clerical-forms", "clientId" in input ? input.clientId : null);
  const issued = transaction(context.store, audit, (writer): Result<readonly NewForm[], AppError> => {
    const forms = wanted.value.map((form) =>
      issue(context, writer, { ...form, paperSerial: "", reason: "" }, audit.at),
    );
    return ok(forms);
  });
  if (!issued.ok) return issued;
  const rendered = await renderer.render(jobOf(context, issued.value, audit.at));
  if (!rendered.ok) {
    withdraw(context, issued.value);
    return rendered;
  }
  context.emit({ event: "work-changed" });
  const { bytes, pages } = rendered.value;
  if (pages === null) throw new Error("A clerical form came out without pages");
  const forms = issued.value.map(({ id, serial }) => ({ id, serial }));
  const fileName = `Clerical ${forms.length === 1 ? `form ${forms[0]?.serial}` : `forms ${forms[0]?.serial} and on`}.pdf`;
  return ok({ forms, fileName, pages, pdf: Buffer.from(bytes).toString("base64") });
}

/** The audit's words for a form of a client's, in their open interview if there is one, or for forms of nobody yet. */
function auditFor(context: ServiceContext, action: string, clientId: string | null): AuditContext {
  return clientId === null ? auditOf(context, action) : auditInInterview(context, action, clientId);
}

function wantedForms({ store, clock, adviser }: ServiceContext, input: IssueInput): Result<Wanted[], AppError> {
  if (input.what === "appointments") {
    const today = listAppointmentsOf(store, clock.today(), { adviserId: adviser.id, most: MOST_APPOINTMENTS });
    const clients = [...new Set(today.map(({ clientId }) => clientId))];
    if (clients.length === 0) return err({ code: "no-appointments-today" });
    return ok(clients.map((clientId) => ({ clientId, origin: findPlan(store, clientId, "lms") ? "filled" : "blank" })));
  }
  const { clientId } = input;
  if (clientId !== null && !findClientRecord(store, clientId)) return err({ code: "client-not-found" });
  if (input.what === "blank") return ok(Array.from({ length: input.copies }, () => ({ clientId, origin: "blank" })));
  return findPlan(store, input.clientId, "lms")
    ? ok([{ clientId, origin: "filled" }])
    : err({ code: "nothing-to-fill-from" });
}

function issue(
  context: ServiceContext,
  writer: Writer,
  form: Pick<NewForm, "origin" | "clientId" | "paperSerial" | "reason">,
  issuedAt: string,
): NewForm {
  const prefix = prefixOf(context, writer);
  let sequence = lastClericalSequence(writer) + 1;
  let serial = serialNumber(prefix, sequence);
  while (serial === undefined) {
    sequence += 1;
    serial = serialNumber(prefix, sequence);
  }
  const issued = { ...form, id: context.newId(), serial, sequence, issuedAt, adviserId: context.adviser.id };
  insertClericalForm(writer, issued);
  return issued;
}

/** What every number of this desktop starts with, so that those of two desktops are told apart. */
function prefixOf(context: ServiceContext, writer: Writer): string {
  const known = readSetting(writer, "clerical-prefix");
  if (known) return known;
  const prefix = context.ninoRule === "training" ? TRAINING_PREFIX : serialPrefix(randomInt(PREFIXES));
  insertSetting(writer, "clerical-prefix", prefix);
  return prefix;
}

/** What the numbers of the training store's forms start with. */
export const TRAINING_PREFIX = "0042";

/** What was never on paper is not waited for. */
function withdraw(context: ServiceContext, forms: readonly NewForm[]): void {
  transaction(context.store, auditOf(context, "cancel-clerical-form"), (writer) => {
    for (const { id } of forms) recordCancelling(writer, id, "The document could not be made.");
    return ok({});
  });
}

function jobOf(context: ServiceContext, forms: readonly NewForm[], issuedAt: string): ClericalJob {
  return { kind: "clerical", issuedAt, forms: forms.map((form) => sheetOf(context.store, form)) };
}

function sheetOf(reader: Reader, { serial, origin, clientId }: NewForm): ClericalSheet {
  const client = clientId === null ? undefined : findClientRecord(reader, clientId);
  const plan = client && origin === "filled" ? findPlan(reader, client.id, "lms") : undefined;
  return {
    serial,
    client: client ? { nino: client.nino, surname: client.surname, forenames: client.forenames } : null,
    plan: plan ?? null,
  };
}

/** Takes a form that will not be entered off the work list, with the reason. */
export function cancelClericalForm(
  context: ServiceContext,
  { formId, reason, savedDraft }: RequestInput<"cancel-clerical-form">,
): Result<Record<string, never>, AppError> {
  const written = writtenText(reason, { field: "Reason", limit: context.policy.noteCharacters });
  if (!written.ok) return written;
  const clientId = findClericalForm(context.store, formId)?.form.client?.id ?? null;
  const audit = auditFor(context, "cancel-clerical-form", clientId);
  const cancelled = transaction(context.store, audit, (writer): Result<Record<string, never>, AppError> => {
    const found = findClericalForm(writer, formId);
    if (!found) return err({ code: "clerical-form-not-found" });
    const { serial, state } = found.form;
    if (state !== "issued") return err({ code: "clerical-form-closed", serial });
    recordCancelling(writer, formId, written.value);
    dropWrittenDraft(context, clientId, savedDraft);
    return ok({});
  });
  if (cancelled.ok) context.emit({ event: "work-changed" });
  return cancelled;
}

/** The form with a typed number, if it still waits to be entered. */
export function findFormToEnter(
  { store }: ServiceContext,
  { serial: typed }: RequestInput<"find-clerical-form">,
): Result<ClericalForm, AppError> {
  const serial = readSerialNumber(typed);
  if (!serial) return err({ code: "serial-mistyped", typed });
  const found = findClericalFormBySerial(store, serial);
  if (found) return refuseForm(found) ?? ok(found.form);
  const takenIn = findClericalFormByPaperSerial(store, serial);
  if (takenIn) return refuseForm(takenIn) ?? err({ code: "serial-waiting", serial: takenIn.form.serial });
  return err({ code: "serial-unknown", serial });
}

function refuseForm({ form }: StoredForm): Result<never, AppError> | undefined {
  const { serial, state, client, enteredAt, reason } = form;
  if (state === "cancelled") return err({ code: "serial-cancelled", serial, reason });
  if (state !== "entered") return undefined;
  if (!client || !enteredAt) throw new Error("A form was entered that says nothing of where it went");
  return err({ code: "serial-used", serial, client, enteredAt });
}

/** Gives a number to a form that has none, or that was issued elsewhere, with the reason (¶125). */
export function takeInForm(
  context: ServiceContext,
  { clientId, paperSerial: typed, reason }: RequestInput<"take-in-clerical-form">,
): Result<ClericalForm, AppError> {
  const written = writtenText(reason, { field: "Reason", limit: context.policy.noteCharacters });
  if (!written.ok) return written;
  const serial = readSerialNumber(typed);
  // A form of a desktop's that is waiting, or was entered, must not come in once more by a slip in its number.
  if (!serial && isLikeSerialNumber(typed)) return err({ code: "serial-mistyped", typed });
  const paperSerial = serial ?? onOneLine(tidyText(typed)).trim().toUpperCase();
  const audit = auditFor(context, "take-in-clerical-form", clientId);
  const taken = transaction(context.store, audit, (writer): Result<ClericalForm, AppError> => {
    if (!findClientRecord(writer, clientId)) return err({ code: "client-not-found" });
    const known = findKnownForm(writer, paperSerial);
    if (known) return refuseForm(known) ?? err({ code: "serial-waiting", serial: known.form.serial });
    const { id } = issue(
      context,
      writer,
      { origin: "elsewhere", clientId, paperSerial, reason: written.value },
      audit.at,
    );
    const after = findClericalForm(writer, id);
    if (!after) throw new Error("A form that was just taken in is not there");
    return ok(after.form);
  });
  if (taken.ok) context.emit({ event: "work-changed" });
  return taken;
}

/** A number that was cancelled here may stand on a form that was used after all. */
function findKnownForm(reader: Reader, paperSerial: string): StoredForm | undefined {
  const own = findClericalFormBySerial(reader, paperSerial);
  return own && own.form.state !== "cancelled" ? own : findClericalFormByPaperSerial(reader, paperSerial);
}
