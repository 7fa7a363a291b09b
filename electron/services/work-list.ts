import type { PlanKind } from "../../shared/action-plan/action-plan.ts";
import { fullName } from "../../shared/client-record/client-record.ts";
import { draftPlaceOf, type RecordDraftForm } from "../../shared/client-record/record-draft.ts";
import { dateOfMoment, formatDate, formatTime } from "../../shared/dates.ts";
import { onOneLine } from "../../shared/text.ts";
import type { WorkGroup, WorkList, WorkRow, WorkScope } from "../../shared/work-list/work-list.ts";
import { findNextAppointment } from "../store/repositories/appointments.ts";
import { listWaitingForms, type WaitingForm } from "../store/repositories/clerical-forms.ts";
import {
  listAppointmentsOf,
  listDrafts,
  listMaturedItems,
  listPlansWithoutTargetDate,
  listRecordDrafts,
  listWaitingWorkflows,
  type WorkScope as RowScope,
  type WorkClient,
} from "../store/repositories/work-rows.ts";
import { participantRows } from "./jets/participant-rows.ts";
import type { ServiceContext } from "./service-context.ts";

/** How many rows one group lists. */
const MOST_LISTED = 100;

/** Everything that waits for the adviser, or for anybody in the office, on one day (¶65). */
export function workList(context: ServiceContext, scope: WorkScope): WorkList {
  const rows: RowScope = { adviserId: scope === "mine" ? context.adviser.id : null, most: MOST_LISTED + 1 };
  const groups: readonly (readonly [WorkGroup, readonly WorkRow[]])[] = [
    ["appointments-today", appointmentRows(context, rows)],
    ["target-dates", maturedRows(context, rows)],
    ["workflows", workflowRows(context, rows)],
    ["no-target-date", plansWithoutTarget(context, rows)],
    ["drafts", draftRows(context, rows)],
    ["jets-due", participantRows(context, rows)],
    ["clerical", clericalRows(context, rows)],
  ];
  return {
    groups: groups
      .filter(([, listed]) => listed.length > 0)
      .map(([group, listed]) => ({
        group,
        rows: listed.slice(0, MOST_LISTED),
        hasMore: listed.length > MOST_LISTED,
      })),
  };
}

function appointmentRows({ store, clock, interviewKinds }: ServiceContext, scope: RowScope): WorkRow[] {
  const today = clock.today();
  return listAppointmentsOf(store, today, scope).map(({ id, time, kind, adviserName, ...client }) => {
    const name = interviewKinds.find(({ code }) => code === kind)?.name ?? kind;
    return { id, ...named(client), what: `${time}, ${name} with ${adviserName}`, date: today, opens: { to: "client" } };
  });
}

function maturedRows({ store, clock }: ServiceContext, scope: RowScope): WorkRow[] {
  return listMaturedItems(store, clock.today(), scope).map(({ itemId, text, targetDate, ...client }) => ({
    id: itemId,
    ...named(client),
    what: onOneLine(text),
    date: targetDate,
    opens: { to: "item", itemId },
  }));
}

function workflowRows({ store }: ServiceContext, scope: RowScope): WorkRow[] {
  return listWaitingWorkflows(store, scope).map(({ id, kind, itemId, checkDate, note, text, ...client }) => ({
    id,
    ...named(client),
    what: onOneLine(note || text),
    date: checkDate,
    opens: { to: "item", itemId, ...ofKind(kind) },
  }));
}

function plansWithoutTarget({ store, clock }: ServiceContext, scope: RowScope): WorkRow[] {
  const today = clock.today();
  return listPlansWithoutTargetDate(store, today, scope).map(({ savedAt, lastTarget, ...client }) => {
    const next = findNextAppointment(store, client.clientId, today);
    const state = lastTarget ? `The last target date is ${formatDate(lastTarget)}` : "Every item is closed";
    return {
      id: `plan-${client.clientId}`,
      ...named(client),
      what: next ? `${state}; next interview ${formatDate(next.date)}` : state,
      date: dateOfMoment(savedAt),
      opens: { to: "plan" },
    };
  });
}

function draftRows(context: ServiceContext, scope: RowScope): WorkRow[] {
  const onPlans = listDrafts(context.store, scope).map((draft) => ({ ...draft, form: null }));
  const inRecords = listRecordDrafts(context.store, scope).map((draft) => ({ ...draft, kind: null }));
  const all: readonly WorkDraft[] = [...onPlans, ...inRecords];
  return all
    .toSorted((one, other) => (one.keptAt < other.keptAt ? -1 : Number(one.keptAt > other.keptAt)))
    .map((draft) => draftRow(context, draft));
}

/** One draft, on a plan where no window of the record is named. */
function draftRow({ adviser }: ServiceContext, draft: WorkDraft): WorkRow {
  const { adviserId, adviserName, keptAt, kind, form, ...client } = draft;
  const isOwn = adviserId === adviser.id;
  const changes =
    form === null ? "Unsaved changes" : `Unsaved changes in ${form === "Client" ? "Amend client" : draftPlaceOf(form)}`;
  return {
    id: ["draft", client.clientId, adviserId, form ?? (kind === "lms" ? null : kind)].filter(Boolean).join("-"),
    ...named(client),
    what: isOwn
      ? `${changes} from ${formatTime(keptAt)} were kept`
      : `${changes} of ${adviserName} from ${formatTime(keptAt)}`,
    date: dateOfMoment(keptAt),
    opens: kind === null ? { to: "client" } : { to: isOwn ? "draft" : "plan", ...ofKind(kind) },
  };
}

/** A draft on a plan of a kind, or in one of the record's windows. */
type WorkDraft = WorkClient & { readonly adviserId: string; readonly adviserName: string; readonly keptAt: string } & (
    | { readonly kind: PlanKind; readonly form: null }
    | { readonly kind: null; readonly form: RecordDraftForm }
  );

function clericalRows({ store }: ServiceContext, scope: RowScope): WorkRow[] {
  return listWaitingForms(store, scope).map((form) => ({
    id: `clerical-${form.id}`,
    ...(form.client ? named(form.client) : { clientId: "", clientName: "Nobody yet" }),
    what: formWords(form),
    date: dateOfMoment(form.issuedAt),
    opens:
      form.state === "issued"
        ? { to: "clerical", serial: form.serial, formId: form.id }
        : { to: "clerical-proof", formId: form.id },
  }));
}

function formWords({ serial, origin, state, unchecked }: WaitingForm): string {
  if (state === "entered") {
    return `Form ${serial}: ${unchecked === 1 ? "one entry" : `${unchecked} entries`} to check against the paper`;
  }
  return `Form ${serial}, ${ORIGIN_WORDS[origin]}`;
}

const ORIGIN_WORDS: Readonly<Record<WaitingForm["origin"], string>> = {
  blank: "issued blank",
  filled: "filled from the plan",
  elsewhere: "issued elsewhere",
};

/** Where nothing is said of the kind, the plan is the Labour Market System's. */
function ofKind(kind: PlanKind): { readonly kind?: PlanKind } {
  return kind === "lms" ? {} : { kind };
}

function named({ clientId, surname, forenames }: WorkClient): Pick<WorkRow, "clientId" | "clientName"> {
  return { clientId, clientName: fullName({ surname, forenames }) };
}
