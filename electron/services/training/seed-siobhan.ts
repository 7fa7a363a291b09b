import { type NewItem, NO_CHANGES, type Plan, type PlanChanges } from "../../../shared/action-plan/action-plan.ts";
import { pullThrough } from "../../../shared/client-record/pull-through.ts";
import { addDays, type CivilDate, formatDate } from "../../../shared/dates.ts";
import type { ActivityDetails } from "../../../shared/jets/activity-details.ts";
import type { Signature } from "../../../shared/jets/signature.ts";
import { addWorkingDays, isWorkingDay } from "../../../shared/working-days.ts";
import { findClientRecord } from "../../store/repositories/client-records.ts";
import { listActivityDetails, writeActivityDetails } from "../../store/repositories/jets/activity-details.ts";
import { findPlan } from "../../store/repositories/plans.ts";
import { writePlan } from "../../store/repositories/write-plan.ts";
import { planContentHash } from "../jets/plan-content-hash.ts";
import { moment, type Seeding } from "./seed-work.ts";
import { SIOBHANS_SIGNATURE } from "./siobhans-signature.ts";

/** What the course of a participant is computed by. */
export interface CourseOfSeed {
  /** Nothing is recorded later than this moment. */
  readonly now: string;
  /** The bank holidays of the contract's nation. */
  readonly holidays: ReadonlySet<CivilDate>;
}

const CONTRACT = "jets-scotland";
const DAYS_TO_AGREE = 10;
const DAY_SHOWN = 6;
const DAYS_SINCE = { referral: 14, engagement: 12, start: 8, initialPlan: 7, signed: 4, closed: 1 } as const;

/** Siobhán as a participant: she started eight working days ago, and her full plan is not agreed yet. */
export function seedSiobhan(seeding: Seeding, clientId: string, course: CourseOfSeed): void {
  const day = (count: number) => workingDaysBefore(seeding.today, count, course.holidays);
  const desk = { ...seeding, ...course, clientId, adviserId: seeding.drummond };
  const startedOn = day(DAYS_SINCE.start);
  seeding.writer.insert("participant", {
    id: clientId,
    contract: CONTRACT,
    referred_on: day(DAYS_SINCE.referral),
    engaged_on: day(DAYS_SINCE.engagement),
    start_appointment_on: startedOn,
    started_on: startedOn,
    due_on: addWorkingDays(startedOn, DAYS_TO_AGREE, course.holidays).date,
    shown_on: addWorkingDays(startedOn, DAY_SHOWN, course.holidays).date,
    preferred_means: "face-to-face",
    adviser_id: seeding.johns,
    version: 1,
  });
  seedPlan(desk, {
    initial: day(DAYS_SINCE.initialPlan),
    signed: day(DAYS_SINCE.signed),
    closed: day(DAYS_SINCE.closed),
  });
  seedInteractions(desk, [
    [
      day(DAYS_SINCE.engagement),
      "telephone",
      "telephone",
      "Introduced JETS, checked the address, booked the start appointment.",
    ],
    [
      startedOn,
      "appointment",
      "face-to-face",
      "Start appointment. Talked through the support that there is, and what suits.",
    ],
    [
      day(DAYS_SINCE.signed),
      "appointment",
      "face-to-face",
      "Went through the plan in large print in the quiet room. Siobhán signed it.",
    ],
    [day(DAYS_SINCE.closed), "telephone", "telephone", "The test message from her new address has come."],
  ]);
}

/** Where and for whom the seed writes. */
interface Desk extends Seeding, CourseOfSeed {
  readonly clientId: string;
  readonly adviserId: string;
}

interface PlanDays {
  readonly initial: CivilDate;
  readonly signed: CivilDate;
  readonly closed: CivilDate;
}

/** Two activities signed by her, one of them done since, and a third of today that the provider has signed. */
function seedPlan(desk: Desk, days: PlanDays): void {
  const { today, holidays } = desk;
  const nextMeeting = addWorkingDays(today, 2, holidays).date;
  const visit = addWorkingDays(today, 12, holidays).date;
  const meeting = formatDate(nextMeeting);
  const first = save(desk, days.initial, "10:30", {
    newItems: [
      activity(
        "e-mail",
        days.closed,
        "Set up an e-mail address for job applications and send a test message to F Drummond.",
      ),
      activity(
        "cv",
        nextMeeting,
        `Write a one-page CV that names the three warehouse jobs, and bring it to the appointment on ${meeting}.`,
      ),
    ],
  });
  const [email, cv] = first.items;
  if (!email || !cv) throw new Error("Activities that were just added are not there");
  recordDetails(desk, days.signed, emailDetails(email.id, days));
  recordDetails(desk, days.signed, cvDetails(cv.id, days, meeting));
  sign(desk, first, {
    party: "participant",
    manner: "drawn",
    name: "Siobhán O'Neill",
    day: days.signed,
    time: "10:20",
  });
  save(desk, days.closed, "14:05", {
    newReviews: [
      {
        key: "r",
        itemId: email.id,
        text: "The test message arrived the same day. Siobhán uses the address for every application.",
      },
    ],
    amendedItems: [{ itemId: email.id, dateClosed: days.closed }],
  });
  const now = save(desk, today, "08:40", {
    newItems: [
      {
        ...activity(
          "visit",
          visit,
          "Ask Kelbridge Foods for a half-day visit for Siobhán, and telephone her with the date.",
        ),
        assignedTo: "pa",
      },
    ],
  });
  const added = now.items.find(({ targetDate }) => targetDate === visit);
  if (added) recordDetails(desk, today, visitDetails(added.id, today, formatDate(visit)));
  sign(desk, now, { party: "provider", manner: "typed", name: "F Drummond", day: today, time: "08:48" });
}

function activity(key: string, targetDate: CivilDate, text: string): NewItem {
  return { key, targetDate, dateClosed: null, text, assignedTo: "client", challenge: null };
}

function save(desk: Desk, today: CivilDate, time: string, written: Partial<PlanChanges>): Plan {
  const { writer, clientId, adviserId, newId } = desk;
  const record = findClientRecord(writer, clientId);
  if (!record) throw new Error("A client who was just added is not there");
  writePlan(
    writer,
    {
      ...{ clientId, kind: "jets", plan: findPlan(writer, clientId, "jets") ?? null, creation: null },
      ...{ changes: { ...NO_CHANGES, ...written }, pulled: pullThrough(record, today) },
    },
    { at: notAfter(desk, moment(today, time)), today, adviserId, interviewId: null, newId },
  );
  const plan = findPlan(writer, clientId, "jets");
  if (!plan) throw new Error("A plan that was just written is not there");
  return plan;
}

function recordDetails(desk: Desk, day: CivilDate, details: ActivityDetails): void {
  const stamp = { at: notAfter(desk, moment(day, "08:45")), adviserId: desk.adviserId };
  writeActivityDetails(desk.writer, undefined, details, stamp);
}

type Signed = Pick<Signature, "party" | "manner" | "name"> & { readonly day: CivilDate; readonly time: string };

/** Signs the plan as it stands, with all that is recorded of its activities by then. */
function sign(desk: Desk, plan: Plan, { party, manner, name, day, time }: Signed): void {
  const { writer, clientId, adviserId, newId } = desk;
  writer.insert("signature", {
    id: newId(),
    client_id: clientId,
    subject: "plan",
    party,
    manner,
    name,
    strokes: manner === "drawn" ? JSON.stringify(SIOBHANS_SIGNATURE) : null,
    signed_on: day,
    reason: "",
    content_hash: planContentHash(plan, listActivityDetails(writer, plan.id)),
    plan_version: plan.version,
    recorded_at: notAfter(desk, moment(day, time)),
    recorded_by: adviserId,
  });
}

type InteractionOfSeed = readonly [day: CivilDate, kind: string, means: string, text: string];

function seedInteractions(desk: Desk, interactions: readonly InteractionOfSeed[]): void {
  for (const [day, kind, means, text] of interactions) {
    desk.writer.insert("interaction", {
      id: desk.newId(),
      client_id: desk.clientId,
      happened_on: day,
      kind,
      means,
      text,
      recorded_at: notAfter(desk, moment(day, "15:00")),
      recorded_by: desk.adviserId,
    });
  }
}

function emailDetails(itemId: string, { signed, closed }: PlanDays): ActivityDetails {
  return {
    itemId,
    what: { text: "An e-mail address and a test message", understoodOn: signed },
    why: { text: "Most applications go by e-mail", understoodOn: signed },
    when: { text: `By ${formatDate(closed)}`, understoodOn: signed },
    considered: "Set up on the large screen, with the text at 18 point.",
    smart: {
      specific: "One address, one message",
      measurable: "The message arrives",
      achievable: "The library's computers are free",
      realistic: "She has used e-mail at work",
      timeBound: "Within a week",
    },
  };
}

function cvDetails(itemId: string, { signed }: PlanDays, meeting: string): ActivityDetails {
  return {
    itemId,
    what: { text: "A one-page CV", understoodOn: signed },
    why: { text: "Employers see her recent work", understoodOn: signed },
    when: { text: `By ${meeting}`, understoodOn: signed },
    considered: "CV form given in 18 point; met in the quiet room.",
    smart: {
      specific: "One page, three jobs named",
      measurable: `Brought on ${meeting}`,
      achievable: "",
      realistic: "",
      timeBound: "The next appointment",
    },
  };
}

function visitDetails(itemId: string, today: CivilDate, visit: string): ActivityDetails {
  return {
    itemId,
    what: { text: "A half-day visit to Kelbridge Foods", understoodOn: today },
    why: { text: "To see the work before applying", understoodOn: today },
    when: { text: `By ${visit}`, understoodOn: today },
    considered: "Telephone call on her right side; the date is sent in large print too.",
    smart: {
      specific: "One employer, half a day",
      measurable: "A date is agreed",
      achievable: "They have had visitors before",
      realistic: "Ten minutes by bus",
      timeBound: "Before the next review",
    },
  };
}

/** A caseload that is made early in the day holds nothing from later that day. */
function notAfter({ now }: CourseOfSeed, at: string): string {
  return Date.parse(at) > Date.parse(now) ? now : at;
}

function workingDaysBefore(date: CivilDate, count: number, holidays: ReadonlySet<CivilDate>): CivilDate {
  let day = date;
  for (let left = count; left > 0; ) {
    day = addDays(day, -1);
    if (isWorkingDay(day, holidays)) left -= 1;
  }
  return day;
}
