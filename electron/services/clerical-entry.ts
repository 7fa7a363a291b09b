import { type AssignedTo, type Plan, type PlanChanges, tabTextSchema } from "../../shared/action-plan/action-plan.ts";
import { type ClericalEntry, type ClericalForm, clericalEntryKindSchema } from "../../shared/clerical/clerical-form.ts";
import type { ClericalSave } from "../../shared/clerical/clerical-requests.ts";
import { type ClericalSituation, dayOfItem, happenedOnReason } from "../../shared/clerical/clerical-rules.ts";
import type { RequestInput, RequestOutput } from "../../shared/contract.ts";
import { type CivilDate, dateOfMoment, formatDate } from "../../shared/dates.ts";
import type { AppError } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { listEveryAdviser } from "../store/repositories/advisers.ts";
import {
  type CheckedEntry,
  insertClericalEntries,
  listClericalEntries,
  checkClericalEntry as recordCheck,
  type StoredEntry,
} from "../store/repositories/clerical-entries.ts";
import { findClericalForm, markFormEntered } from "../store/repositories/clerical-forms.ts";
import { insertInterview } from "../store/repositories/interviews.ts";
import { findPlan } from "../store/repositories/plans.ts";
import type { AddedIds } from "../store/repositories/write-plan.ts";
import type { Reader } from "../store/store.ts";
import { recordRead, transaction, type Writer } from "../store/transaction.ts";
import { auditOf, findKind, type ServiceContext } from "./service-context.ts";

/** A form that is being entered with a save. */
export interface Entering {
  readonly form: ClericalForm;
  readonly save: ClericalSave;
  readonly situation: ClericalSituation;
  /** The interview it records: the one of its first save, or one to be added; null where it records none. */
  readonly interview: { readonly id: string; readonly isNew: boolean } | null;
}

/** The form that a save enters, if it may: it waits, belongs to the client or to nobody, and its day can be right. */
export function enteringOf(
  context: ServiceContext,
  writer: Writer,
  clientId: string,
  save: ClericalSave,
): Result<Entering, AppError> {
  const found = findClericalForm(writer, save.formId);
  if (!found) return err({ code: "clerical-form-not-found" });
  const { form, interviewId } = found;
  if (!isOpenFor(context, writer, found)) return err({ code: "clerical-form-closed", serial: form.serial });
  if (form.client && form.client.id !== clientId) {
    return err({ code: "serial-of-other-client", serial: form.serial, client: form.client });
  }
  if (!listEveryAdviser(writer).some(({ id }) => id === save.adviserId)) return err({ code: "adviser-not-found" });
  const kind = save.interview ? findKind(context, save.interview.kind) : ok(null);
  if (!kind.ok) return kind;
  const issuedOn = form.origin === "elsewhere" ? null : dateOfMoment(form.issuedAt);
  const { happenedOn } = save;
  const reason = happenedOnReason(happenedOn, { today: context.clock.today(), issuedOn });
  if (reason) {
    const why = reason.code === "happened-in-future" ? "future" : "before-issue";
    return err({ code: "happened-on-refused", reason: why, date: happenedOn });
  }
  const interview = save.interview ? { id: interviewId ?? context.newId(), isNew: interviewId === null } : null;
  return ok({ form, save, situation: { happenedOn, issuedOn }, interview });
}

/** One form is typed by one adviser, in as many saves as it takes until its entries are checked. */
function isOpenFor(
  { adviser }: ServiceContext,
  reader: Reader,
  { form, enteredById }: { readonly form: ClericalForm; readonly enteredById: string | null },
): boolean {
  if (form.state !== "entered") return form.state === "issued";
  return (
    enteredById === adviser.id && listClericalEntries(reader, form.id).every(({ checkedAt }) => checkedAt === null)
  );
}

/** Adds the interview that a form records, which has ended: its reviews and closures belong to it (¶125). */
export function writeInterviewOfForm(
  writer: Writer,
  { form, save, interview }: Entering,
  { clientId, at }: { readonly clientId: string; readonly at: string },
): void {
  if (!interview?.isNew || !save.interview) return;
  const noon = `${save.happenedOn}T12:00:00.000Z`;
  const held = noon < at ? noon : at;
  insertInterview(writer, {
    ...{ id: interview.id, clientId, ...save.interview, adviserId: save.adviserId, startedAt: held, endedAt: held },
    endReason: `Entered from clerical form ${form.serial}`,
    isCancelled: false,
    version: 1,
  });
}

/** Marks a form as entered and keeps what each of its entries became. */
export function writeEntries(
  context: ServiceContext,
  writer: Writer,
  { form, save, situation, interview }: Entering,
  { clientId, at, changes, added }: EntriesWritten,
): void {
  const { happenedOn, adviserId: formAdviserId } = save;
  const entry = { clientId, happenedOn, formAdviserId, interviewId: interview?.id ?? null, at };
  markFormEntered(writer, form.id, { ...entry, adviserId: context.adviser.id });
  const entries = entriesOf(changes, added, situation).map((written) => ({ ...written, id: context.newId() }));
  insertClericalEntries(writer, form.id, entries);
}

interface EntriesWritten {
  readonly clientId: string;
  readonly at: string;
  readonly changes: PlanChanges;
  readonly added: AddedIds;
}

function entriesOf(changes: PlanChanges, added: AddedIds, clerical: ClericalSituation): Omit<StoredEntry, "id">[] {
  const { happenedOn } = clerical;
  const dayOf = (written: { readonly happenedOn?: CivilDate | undefined }) =>
    dayOfItem(written, { today: happenedOn, clerical });
  return [
    ...Object.keys(changes.texts).map((tab) => ({ kind: "text" as const, target: tab, happenedOn })),
    ...changes.newItems.map((item) => ({
      kind: "item" as const,
      target: added.items.get(item.key) ?? "",
      happenedOn: dayOf(item),
    })),
    ...changes.amendedItems.map(({ itemId, dateClosed }) => ({
      kind: dateClosed ? ("closed-item" as const) : ("amended-item" as const),
      target: itemId,
      happenedOn,
    })),
    ...changes.newReviews.map((review) => ({
      kind: "review" as const,
      target: added.reviews.get(review.key) ?? "",
      happenedOn: dayOf(review),
    })),
    ...changes.amendedReviews.map(({ reviewId }) => ({ kind: "review" as const, target: reviewId, happenedOn })),
  ];
}

/** What was entered from a form beside what the plan holds now, entry by entry. */
export function openClericalProof(
  context: ServiceContext,
  { formId }: RequestInput<"open-clerical-proof">,
): Result<RequestOutput<"open-clerical-proof">, AppError> {
  const { store } = context;
  const found = findClericalForm(store, formId);
  if (!found?.form.client) return err({ code: "clerical-form-not-found" });
  const { form } = found;
  const clientId = found.form.client.id;
  recordRead(store, auditOf(context, "open-clerical-proof", { clientId }));
  const plan = findPlan(store, clientId, "lms");
  return ok({ form, entries: listClericalEntries(store, formId).map((entry) => shownEntry(entry, plan)) });
}

/** Ticks an entry off, or takes the tick back; the audit says who and when. */
export function checkClericalEntry(
  context: ServiceContext,
  { formId, entryId, isChecked }: RequestInput<"check-clerical-entry">,
): Result<RequestOutput<"check-clerical-entry">, AppError> {
  const found = findClericalForm(context.store, formId);
  if (!found?.form.client) return err({ code: "clerical-form-not-found" });
  const { id: adviserId, name } = context.adviser;
  const audit = auditOf(context, "check-clerical-entry", { clientId: found.form.client.id });
  const checked = transaction(context.store, audit, (writer): Result<Record<string, never>, AppError> => {
    const isThere = listClericalEntries(writer, formId).some(({ id }) => id === entryId);
    if (!isThere) return err({ code: "clerical-form-not-found" });
    recordCheck(writer, entryId, isChecked ? { at: audit.at, adviserId } : null);
    return ok({});
  });
  if (!checked.ok) return checked;
  context.emit({ event: "work-changed" });
  return ok(isChecked ? { checkedAt: audit.at, checkedBy: name } : { checkedAt: null, checkedBy: null });
}

function shownEntry({ target, ...entry }: CheckedEntry, plan: Plan | undefined): ClericalEntry {
  return { ...entry, ...inPlan(entry.kind, target, plan) };
}

function inPlan(
  kind: CheckedEntry["kind"],
  target: string,
  plan: Plan | undefined,
): Pick<ClericalEntry, "text" | "facts"> {
  const gone = { text: null, facts: "" };
  if (kind === clericalEntryKindSchema.enum.text) {
    const tab = tabTextSchema.safeParse(target).data;
    return tab && plan ? { text: plan.texts[tab], facts: TAB_WORDS[tab] } : gone;
  }
  for (const item of plan?.items ?? []) {
    if (item.id === target) return { text: item.text, facts: factsOf(item) };
    const review = item.reviews.find(({ id }) => id === target);
    if (review) return { text: review.text, facts: `on '${item.text}'` };
  }
  return gone;
}

const TAB_WORDS = {
  aims: "Aims",
  employment: "Employment history",
  qualifications: "Qualifications",
  info: "Other information",
} as const;

const ASSIGNED_WORDS: Readonly<Record<AssignedTo, string>> = { client: "Client", pa: "PA" };

function factsOf({ assignedTo, targetDate, dateClosed, createdBy }: Plan["items"][number]): string {
  const closed = dateClosed ? [`closed ${formatDate(dateClosed)}`] : [];
  return [
    `Assigned to ${ASSIGNED_WORDS[assignedTo]}`,
    `target date ${formatDate(targetDate)}`,
    ...closed,
    `created by ${createdBy}`,
  ].join(", ");
}
