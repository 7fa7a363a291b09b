import { planContentHash } from "../../electron/services/jets/plan-content-hash.ts";
import { listActivityDetails } from "../../electron/store/repositories/jets/activity-details.ts";
import { findPlan } from "../../electron/store/repositories/plans.ts";
import type { Store } from "../../electron/store/store.ts";
import { addDays, type CivilDate } from "../../shared/dates.ts";
import { addFictionalClients } from "./many-clients.ts";

/** What became of a deadline, as the generator meant it. */
export type Fate = "in-time" | "late" | "missed" | "open";

/** A participant as it was generated, for a count that never looks into the store. */
export interface GeneratedParticipant {
  readonly clientId: string;
  readonly adviserId: string;
  readonly dueOn: CivilDate;
  readonly fate: Fate;
  /** What the plan's signatures were meant to say; '' where both signed. */
  readonly unsigned: string;
  /** Signed and not agreed, with a plan of its own. */
  readonly isWaiting: boolean;
  readonly reviews: readonly { readonly dueOn: CivilDate; readonly fate: Fate }[];
}

const AT = "2012-04-16T09:00:00.000Z";
const HASH = "a".repeat(64);
const PAST_FATES: readonly Fate[] = ["in-time", "in-time", "late", "in-time", "missed", "in-time", "in-time"];

/** Adds fictional participants with plans due around a day, plan reviews and signatures, and answers what each was meant to be. */
export function addFictionalParticipants(
  store: Store,
  {
    count,
    today,
    advisers,
  }: { readonly count: number; readonly today: CivilDate; readonly advisers: readonly string[] },
): GeneratedParticipant[] {
  addFictionalClients(store, count);
  const clients = store.all<{ id: string }>(
    "SELECT id FROM client WHERE nino NOT LIKE '%A' ORDER BY id LIMIT ?",
    count,
  );
  const added = store.database.transaction(() =>
    clients.map(({ id }, number) => addParticipant(store, generated(id, number, today, advisers), number)),
  )();
  // What was counted when there were clients alone would have every participant looked for from the first on.
  store.database.exec("ANALYZE");
  return added;
}

function generated(
  clientId: string,
  number: number,
  today: CivilDate,
  advisers: readonly string[],
): GeneratedParticipant {
  const dueOn = addDays(today, (number % 397) - 380);
  const fate = isWaiting(number) ? (dueOn >= today ? "open" : "missed") : fateOf(dueOn, number, today);
  const reviewCount = fate === "in-time" || fate === "late" ? number % 4 : 0;
  const reviews = Array.from({ length: reviewCount }, (_, index) => {
    const reviewDue = addDays(dueOn, 14 * (index + 1));
    const isLast = index === reviewCount - 1;
    const meant = fateOf(reviewDue, number + index, today);
    // Only the last review of a participant can still wait.
    const isDone = meant === "in-time" || meant === "late";
    return { dueOn: reviewDue, fate: isLast || isDone ? meant : "late" };
  });
  return {
    clientId,
    adviserId: advisers[number % advisers.length] ?? "",
    dueOn,
    fate,
    unsigned: isWaiting(number)
      ? (WAITING_UNSIGNED[(number / WAITING_EVERY) % WAITING_UNSIGNED.length] ?? "")
      : (UNSIGNED[number % UNSIGNED.length] ?? ""),
    isWaiting: isWaiting(number),
    reviews,
  };
}

function fateOf(dueOn: CivilDate, number: number, today: CivilDate): Fate {
  if (dueOn >= today) return number % 3 === 0 ? "in-time" : "open";
  return PAST_FATES[number % PAST_FATES.length] ?? "in-time";
}

/** Every so many have a plan that is signed and not agreed: what stands now has to be worked out for each. */
const WAITING_EVERY = 5;
const WAITING_ACTIVITIES = 5;
const WAITING_UNSIGNED = ["", "Participant: signed for an earlier version"] as const;

function isWaiting(number: number): boolean {
  return number % WAITING_EVERY === 0;
}

/** A plan with activities in detail; answers what a signature on it is bound to. */
function addWaitingPlan(
  store: Store,
  { clientId, adviserId }: Pick<GeneratedParticipant, "clientId" | "adviserId">,
): string {
  const planId = `plan-${clientId}`;
  store
    .prepare(
      `INSERT INTO plan (id, client_id, kind, aims, employment, qualifications, info, pulled, saved_at, saved_by, version)
       SELECT ?, ?, 'jets', 'Warehouse work', '', '', '', pulled, ?, ?, 1 FROM plan LIMIT 1`,
    )
    .run(planId, clientId, AT, adviserId);
  for (let number = 0; number < WAITING_ACTIVITIES; number += 1) {
    const itemId = `item-${clientId}-${number}`;
    store
      .prepare(
        `INSERT INTO action_item (id, plan_id, text, assigned_to, target_date, date_created, created_at, created_by)
         VALUES (?, ?, 'Write a one-page CV and show it at the next appointment', 'client', '2012-05-01', '2012-04-04', ?, ?)`,
      )
      .run(itemId, planId, AT, adviserId);
    store
      .prepare(
        `INSERT INTO activity_details (id, what, what_understood_on, why, why_understood_on, by_when, when_understood_on,
           considered, smart_specific, smart_measurable, smart_achievable, smart_realistic, smart_time_bound, changed_at,
           changed_by)
         VALUES (?, 'A CV', '2012-04-04', 'For employers', '2012-04-04', 'By May', '2012-04-04', 'In large print',
           'One page', 'One CV', 'With help', 'In a week', 'By May', ?, ?)`,
      )
      .run(itemId, AT, adviserId);
  }
  const plan = findPlan(store, clientId, "jets");
  if (!plan) throw new Error("A plan that was just added is not there");
  return planContentHash(plan, listActivityDetails(store, planId));
}

const UNSIGNED = [
  "",
  "",
  "",
  "Participant: refused, Would not say why",
  "",
  "Participant: could not sign, COVID-19",
  "",
  "Participant: signed for an earlier version",
  "Participant: not signed yet; Provider: not signed yet",
] as const;

function addParticipant(store: Store, meant: GeneratedParticipant, number: number): GeneratedParticipant {
  const { clientId, adviserId, dueOn, fate, reviews } = meant;
  const agreedOn = doneOn(dueOn, fate);
  store
    .prepare(
      `INSERT INTO participant (id, contract, referred_on, started_on, due_on, agreed_on, agreed_at, agreed_by,
         agreed_version, agreed_hash, adviser_id, version)
       VALUES (?, 'jets-scotland', ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
    )
    .run(
      clientId,
      ...[addDays(dueOn, -24), addDays(dueOn, -14), dueOn, agreedOn],
      ...(agreedOn === null ? [null, null, null, null] : [AT, adviserId, 1, HASH]),
      adviserId,
    );
  reviews.forEach((review, index) => {
    const done = doneOn(review.dueOn, review.fate);
    store
      .prepare(
        `INSERT INTO plan_review (id, client_id, counted_from, working_days, due_on, participant_on, provider_on,
           completed_on, text, recorded_at, recorded_by) VALUES (?, ?, ?, 10, ?, ?, ?, ?, '', ?, ?)`,
      )
      .run(`${clientId}-${index}`, clientId, addDays(review.dueOn, -14), review.dueOn, done, done, done, AT, adviserId);
  });
  addSignatures(store, meant, number);
  return meant;
}

function doneOn(dueOn: CivilDate, fate: Fate): CivilDate | null {
  if (fate === "in-time") return dueOn;
  return fate === "late" ? addDays(dueOn, 1) : null;
}

function addSignatures(
  store: Store,
  { clientId, adviserId, fate, unsigned }: GeneratedParticipant,
  number: number,
): void {
  if (unsigned.includes("Provider")) return;
  const isAgreed = fate === "in-time" || fate === "late";
  const standing = isWaiting(number) ? addWaitingPlan(store, { clientId, adviserId }) : HASH;
  const sign = (
    party: string,
    manner: string,
    at: string,
    reason = "",
    annotation: string | null = null,
    hash = standing,
  ) =>
    store
      .prepare(
        `INSERT INTO signature (id, client_id, subject, party, manner, name, signed_on, reason, annotation, content_hash,
           plan_version, recorded_at, recorded_by) VALUES (?, ?, 'plan', ?, ?, '', '2012-04-16', ?, ?, ?, 1, ?, ?)`,
      )
      .run(`${clientId}-${party}-${at}`, clientId, party, manner, reason, annotation, hash, at, adviserId);
  sign("provider", "typed", AT);
  // What counts is the newest: an older one says otherwise for every other participant.
  const last = unsigned.includes("earlier") && (isAgreed || isWaiting(number)) ? "b".repeat(64) : standing;
  if (number % 2 === 0) sign("participant", "refused", "2012-01-01T09:00:00.000Z", "Asked for time", null, last);
  if (unsigned === "") sign("participant", "typed", AT);
  if (unsigned.includes("refused")) sign("participant", "refused", AT, "Would not say why");
  if (unsigned.includes("could not")) sign("participant", "could-not", AT, "", "covid-19");
  if (unsigned.includes("earlier")) sign("participant", "typed", AT, "", null, last);
}

/** Why a generated plan is expected to be unsigned: an earlier version can be told only of a plan that is there or was agreed. */
export function expectedUnsigned({ fate, unsigned, isWaiting: hasPlan }: GeneratedParticipant): string {
  const isAgreed = fate === "in-time" || fate === "late";
  return unsigned.includes("earlier") && !isAgreed && !hasPlan ? "" : unsigned;
}
