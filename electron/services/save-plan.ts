import type { z } from "zod";
import type { Plan, PlanChanges, TabTexts } from "../../shared/action-plan/action-plan.ts";
import { rulesOf } from "../../shared/action-plan/plan-kind-rules.ts";
import { effectiveChanges, hasChanges, mayCreatePlan } from "../../shared/action-plan/plan-rules.ts";
import type { Problem } from "../../shared/action-plan/problems.ts";
import { validateChanges } from "../../shared/action-plan/validate-changes.ts";
import type { StoredClientRecord } from "../../shared/client-record/client-record.ts";
import { isSameDetails, type PulledDetails, pullThrough } from "../../shared/client-record/pull-through.ts";
import type { PlanWindow, Requests } from "../../shared/contract.ts";
import type { CivilDate } from "../../shared/dates.ts";
import type { AppError } from "../../shared/errors.ts";
import type { Interview } from "../../shared/interview/interview.ts";
import { findOpenInterview } from "../../shared/interview/interview-rules.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { isBlank, tidyText } from "../../shared/text.ts";
import { findClientRecord } from "../store/repositories/client-records.ts";
import { dropDraft } from "../store/repositories/drafts.ts";
import { findOpenInterviewOfClient, listInterviews } from "../store/repositories/interviews.ts";
import { findPlan, findPlanAgain } from "../store/repositories/plans.ts";
import { readSetting } from "../store/repositories/settings.ts";
import { type AddedIds, writePlan } from "../store/repositories/write-plan.ts";
import { transaction, type Writer } from "../store/transaction.ts";
import { type Entering, enteringOf, writeEntries, writeInterviewOfForm } from "./clerical-entry.ts";
import { ownReviews, planWindow } from "./client-page.ts";
import { clockMovedBack } from "./clock-moved-back.ts";
import { draftKey } from "./drafts.ts";
import { openInterview } from "./interview-progress.ts";
import { auditOf, type ServiceContext } from "./service-context.ts";

type SaveInput = z.output<Requests["save-plan"]["input"]>;

/** What a save was found to be, once everything it depends on was read under the write lock. */
interface Gathered {
  readonly today: CivilDate;
  readonly client: StoredClientRecord;
  readonly plan: Plan | null;
  readonly pulled: PulledDetails;
  readonly interviews: readonly Interview[];
  readonly interview: Interview | undefined;
  readonly changes: PlanChanges;
  /** The clerical form that is being entered; null for an ordinary save. */
  readonly entering: Entering | null;
}

/** What a save leaves behind. */
interface Saved {
  readonly plan: Plan;
  readonly window: PlanWindow;
  readonly lastChange: number;
}

/** Saves all that an adviser wrote on a plan, or none of it (AP-6); the answer is the window as it then stands. */
export function savePlan(context: ServiceContext, input: SaveInput): Result<PlanWindow, AppError> {
  const { clientId } = input;
  const open = findOpenInterviewOfClient(context.store, clientId);
  // What is entered from a form was recorded on paper, not in the interview that may be open now.
  const audit = auditOf(context, "save-plan", { clientId, interviewId: input.clerical ? null : (open?.id ?? null) });
  const saved = transaction(context.store, audit, (writer): Result<Saved, AppError> => {
    const gathered = gather(context, writer, input);
    if (!gathered.ok) return gathered;
    const refusal = refuseSave(context, writer, input, gathered.value);
    if (refusal) return err(refusal);
    const added = write(context, writer, input, gathered.value, audit.at);
    // What was kept is part of the plan now, or was taken back before the save.
    dropDraft(context.store, draftKey(context, clientId, input.kind));
    const plan = planAfter(writer, input, gathered.value, added.items);
    return ok({ plan, window: windowAfter(context, writer, gathered.value, plan), lastChange: writer.lastChange() });
  });
  if (!saved.ok) return saved;
  const { plan, window, lastChange } = saved.value;
  context.plans.keep(plan, lastChange);
  context.emit({ event: "plan-changed", clientId, version: plan.version });
  if (input.clerical) context.emit({ event: "work-changed" });
  return ok(window);
}

function gather(context: ServiceContext, writer: Writer, input: SaveInput): Result<Gathered, AppError> {
  const client = findClientRecord(writer, input.clientId);
  if (!client) return err({ code: "client-not-found" });
  const plan = context.plans.find(writer, input.clientId, input.kind) ?? null;
  const interviews = listInterviews(writer, input.clientId);
  const today = context.clock.today();
  const entering = input.clerical ? enteringOf(context, writer, input.clientId, input.clerical) : ok(null);
  if (!entering.ok) return entering;
  return ok({
    today,
    client,
    plan,
    pulled: pullThrough(client, today),
    interviews,
    interview: findOpenInterview(interviews),
    changes: effectiveChanges(plan, tidyChanges(input.changes)),
    entering: entering.value,
  });
}

function refuseSave(
  context: ServiceContext,
  writer: Writer,
  input: SaveInput,
  { today, plan, pulled, interviews, interview, changes, entering }: Gathered,
): AppError | undefined {
  if ((plan?.version ?? null) !== input.planVersion) {
    return plan ? { code: "plan-changed", savedBy: plan.savedBy, savedAt: plan.savedAt } : { code: "plan-not-found" };
  }
  if (plan === null && !makesPlans(writer, input.kind)) return { code: "plan-kind-not-made" };
  const isPullWaiting = plan !== null && !isSameDetails(plan.pulled, pulled);
  if (!hasChanges(changes) && !isPullWaiting) return { code: "nothing-to-save" };
  // What a form records happened in the form's interview or in none, whichever is open now.
  const isInterviewOpen = entering ? entering.interview !== null : interview !== undefined;
  const { policy } = context;
  const clerical = entering?.situation;
  const ownReviewIds = plan ? ownReviews(context, plan) : [];
  const facts = { kind: input.kind, plan, today, isInterviewOpen, interviews, ownReviewIds, policy, clerical };
  const problems: Problem[] = validateChanges(facts, changes);
  if (problems.length > 0) return { code: "cannot-save", problems };
  const isExplained = entering !== null || mayCreatePlan(isInterviewOpen, input.creation);
  if (plan === null && rulesOf(input.kind).asksWhyCreated && !isExplained) return { code: "creation-reason-needed" };
  return input.isClockConfirmed ? undefined : clockMovedBack(context, writer);
}

/** Tells whether the office makes plans of a kind; where it never said, it makes both. */
function makesPlans(writer: Writer, kind: Plan["kind"]): boolean {
  const plans = readSetting(writer, "office-plans") ?? "both";
  return plans === "both" || plans === kind;
}

function write(context: ServiceContext, writer: Writer, input: SaveInput, gathered: Gathered, at: string): AddedIds {
  const { today, plan, pulled, interview, changes, entering } = gathered;
  const { clientId, kind } = input;
  if (entering) writeInterviewOfForm(writer, entering, { clientId, at });
  const added = writePlan(
    writer,
    { clientId, kind, plan, changes, pulled, creation: creationOf(input, gathered) },
    {
      at,
      today,
      adviserId: context.adviser.id,
      interviewId: (entering ? entering.interview?.id : interview?.id) ?? null,
      newId: context.newId,
      clerical: entering?.save,
    },
  );
  if (entering) writeEntries(context, writer, entering, { clientId, at, changes, added });
  return added;
}

/** Why the plan is made outside an interview; a form that is being entered is a reason by itself (AP-2). */
function creationOf({ kind, creation }: SaveInput, { interview, entering }: Gathered): SaveInput["creation"] {
  if (!rulesOf(kind).asksWhyCreated) return null;
  if (entering) return { reason: "clerical", text: `Clerical form ${entering.form.serial}` };
  return interview || !creation ? null : { ...creation, text: tidy(creation.text) };
}

/** The plan once it was written: of one that was there before, only the items that were touched are read again. */
function planAfter(
  writer: Writer,
  input: SaveInput,
  { plan, changes }: Gathered,
  addedItems: ReadonlyMap<string, string>,
): Plan {
  const after = plan
    ? findPlanAgain(writer, plan, touchedItems(plan, changes, addedItems))
    : findPlan(writer, input.clientId, input.kind);
  if (!after) throw new Error("A plan that was just written is not there");
  return after;
}

function touchedItems(plan: Plan, changes: PlanChanges, addedItems: ReadonlyMap<string, string>): Set<string> {
  const reviews = new Set([...changes.amendedReviews.map(({ reviewId }) => reviewId), ...changes.deletedReviews]);
  // A full plan has a thousand reviews to look through, and few saves change one.
  const ofReviews = reviews.size > 0 ? plan.items.filter((item) => item.reviews.some(({ id }) => reviews.has(id))) : [];
  return new Set([
    ...addedItems.values(),
    ...changes.amendedItems.map(({ itemId }) => itemId),
    ...changes.newReviews.map(({ itemId }) => itemId),
    ...ofReviews.map(({ id }) => id),
  ]);
}

function windowAfter(
  context: ServiceContext,
  writer: Writer,
  { client, pulled, interviews: before, interview, entering }: Gathered,
  plan: Plan,
): PlanWindow {
  const interviews = entering?.interview?.isNew ? listInterviews(writer, client.id) : before;
  const open = interview ? openInterview(context, writer, interview) : null;
  return planWindow(context, { client, kind: plan.kind, plan, pulledToday: pulled, interviews, openInterview: open });
}

/** AP-9 over every text that was written; texts of nothing but white space become blank. */
function tidyChanges(changes: PlanChanges): PlanChanges {
  const tidied = <T extends { readonly text: string }>(written: T): T => ({ ...written, text: tidy(written.text) });
  return {
    ...changes,
    newItems: changes.newItems.map(tidied),
    amendedItems: changes.amendedItems.map((item) =>
      item.text === undefined ? item : { ...item, text: tidy(item.text) },
    ),
    newReviews: changes.newReviews.map(tidied),
    amendedReviews: changes.amendedReviews.map(tidied),
    texts: Object.fromEntries(
      Object.entries(changes.texts).map(([tab, text = ""]) => [tab, tidy(text)]),
    ) as Partial<TabTexts>,
  };
}

function tidy(text: string): string {
  const tidied = tidyText(text);
  return isBlank(tidied) ? "" : tidied;
}
