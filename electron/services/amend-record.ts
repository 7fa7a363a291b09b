import {
  blankMore,
  type ClientRecord,
  type ClientSummary,
  type StoredClientRecord,
} from "../../shared/client-record/client-record.ts";
import { tidyNino } from "../../shared/client-record/nino.ts";
import { aimsWindow } from "../../shared/client-record/pull-through.ts";
import { isSamePart, partOf, withPart } from "../../shared/client-record/record-part.ts";
import { canHaveJsag, type RecordSituation, recordProblems } from "../../shared/client-record/record-rules.ts";
import { tidyDetails, tidyPart } from "../../shared/client-record/record-tidy.ts";
import type { RequestInput, RequestOutput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { isBlank } from "../../shared/text.ts";
import { findCalculations, findClientRecord } from "../store/repositories/client-records.ts";
import {
  findByDateOfBirth,
  findClientId,
  findClientSummaries,
  findClientVersion,
} from "../store/repositories/clients.ts";
import { soundOf } from "../store/repositories/find-keys.ts";
import { findOpenInterviewOfClient } from "../store/repositories/interviews.ts";
import { insertClientRecord, updateClientRecord } from "../store/repositories/write-client-record.ts";
import { recordRead, transaction, type Writer } from "../store/transaction.ts";
import { clockMovedBack } from "./clock-moved-back.ts";
import { dropSavedRecordDraft } from "./record-drafts.ts";
import { auditInInterview, auditOf, type ServiceContext, tellClientChanged } from "./service-context.ts";

/** Clients of one birthday that are looked through for a duplicate; an office has fewer. */
const MOST_OF_ONE_DAY = 500;

/** Saves one window of the client record; refused when somebody saved the same window since it was opened. */
export function amendRecord(
  context: ServiceContext,
  { clientId, opened, part, isClockConfirmed, draftWindows }: RequestInput<"amend-record">,
): Result<StoredClientRecord, AppError> {
  const after = tidyPart(part);
  const audit = auditInInterview(context, "amend-record", clientId);
  let dropsDraft = false;
  const saved = transaction(context.store, audit, (writer): Result<StoredClientRecord, AppError> => {
    const stored = findClientRecord(writer, clientId);
    if (!stored) return err({ code: "client-not-found" });
    if (!isSamePart(partOf(stored, part.window), opened)) return err({ code: "record-changed" });
    const problems = recordProblems(after, situationOf(context, writer, stored));
    if (problems.length > 0) return err({ code: "record-refused", problems });
    const record = withPart(stored, after);
    const taken = takenNino(writer, record.nino, clientId);
    if (taken) return err({ code: "nino-taken", client: taken });
    const moved = isClockConfirmed ? undefined : clockMovedBack(context, writer);
    if (moved) return err(moved);
    const writing = { at: audit.at, newId: context.newId, interviewId: audit.interviewId };
    if (!updateClientRecord(writer, clientId, record, writing)) return err({ code: "nothing-to-save" });
    dropsDraft = dropSavedRecordDraft(context, { clientId, form: part.window }, draftWindows);
    return ok(storedAfter(writer, clientId));
  });
  if (saved.ok) tellClientChanged(context, clientId);
  if (saved.ok && dropsDraft) context.emit({ event: "work-changed" });
  return saved;
}

/** Adds a client whose NINO nobody here has. */
export function addClient(
  context: ServiceContext,
  { details, isClockConfirmed, draftWindows }: RequestInput<"new-client">,
): Result<RequestOutput<"new-client">, AppError> {
  const tidied = tidyDetails(details);
  const record: ClientRecord = {
    ...tidied,
    more: blankMore(),
    qualifications: [],
    childDatesOfBirth: [],
    iwbc: null,
    jsag: null,
  };
  const clientId = context.newId();
  const audit = auditOf(context, "new-client", { clientId });
  let dropsDraft = false;
  const added = transaction(context.store, audit, (writer): Result<RequestOutput<"new-client">, AppError> => {
    const problems = recordProblems({ window: "Client", details: tidied }, situationOf(context, writer, record));
    if (problems.length > 0) return err({ code: "record-refused", problems });
    const taken = takenNino(writer, tidied.nino, clientId);
    if (taken) return err({ code: "nino-taken", client: taken });
    const moved = isClockConfirmed ? undefined : clockMovedBack(context, writer);
    if (moved) return err(moved);
    insertClientRecord(writer, clientId, record, { at: audit.at, newId: context.newId });
    dropsDraft = dropSavedRecordDraft(context, { clientId: null, form: "New client" }, draftWindows);
    return ok({ clientId });
  });
  if (added.ok) tellClientChanged(context, clientId);
  if (added.ok && dropsDraft) context.emit({ event: "work-changed" });
  return added;
}

/** Clients who may be the same person: the same NINO, or born on the same day with a surname that sounds so. */
export function findDuplicates(
  { store }: ServiceContext,
  { nino, surname, dateOfBirth, exceptClientId }: RequestInput<"find-duplicates">,
): ClientSummary[] {
  const sameNino = findClientSummaries(store, [findClientId(store, tidyNino(nino)) ?? ""]);
  const sound = soundOf(surname);
  const sameDay =
    dateOfBirth === null || isBlank(surname) ? [] : findByDateOfBirth(store, dateOfBirth, MOST_OF_ONE_DAY);
  const alike = sameDay.filter((client) => soundOf(client.surname) === sound);
  const all = new Map([...sameNino, ...alike].map((client) => [client.id, client]));
  return [...all.values()].filter(({ id }) => id !== exceptClientId);
}

/** Every In Work Benefit Calculation of a client, the newest first. */
export function listCalculations(
  context: ServiceContext,
  { clientId }: RequestInput<"list-calculations">,
): Result<RequestOutput<"list-calculations">, AppError> {
  const { store } = context;
  if (findClientVersion(store, clientId) === undefined) return err({ code: "client-not-found" });
  recordRead(store, auditOf(context, "list-calculations", { clientId }));
  return ok({ calculations: findCalculations(store, clientId) });
}

function situationOf(
  context: ServiceContext,
  writer: Writer,
  record: ClientRecord & { readonly id?: string },
): RecordSituation {
  return {
    today: context.clock.today(),
    rule: context.ninoRule,
    isInterviewOpen: record.id !== undefined && findOpenInterviewOfClient(writer, record.id) !== undefined,
    isJsaClient: canHaveJsag(record),
    areAimsReadOnly: aimsWindow(record) === "JSAg",
    savedAims: record.more,
    savedQualifications: record.qualifications,
  };
}

function takenNino(writer: Writer, nino: string, clientId: string): ClientSummary | undefined {
  const id = findClientId(writer, nino);
  return id === undefined || id === clientId ? undefined : findClientSummaries(writer, [id])[0];
}

function storedAfter(writer: Writer, clientId: string): StoredClientRecord {
  const stored = findClientRecord(writer, clientId);
  if (!stored) throw new Error("A record that was just written is not there");
  return stored;
}
