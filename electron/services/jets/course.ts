import type { RequestInput } from "../../../shared/contract.ts";
import { dateOfMoment } from "../../../shared/dates.ts";
import type { AppError } from "../../../shared/errors.ts";
import { annotationsInUse, type ContractTerms } from "../../../shared/jets/contract-terms.ts";
import { COURSE_DATES, courseDateProblems } from "../../../shared/jets/course-dates.ts";
import type { Course, CourseDue, CourseReview } from "../../../shared/jets/course-requests.ts";
import {
  type Counting,
  storedDueDate,
  type WorkingCalendar,
  workingDaysBetween,
} from "../../../shared/jets/due-date.ts";
import type { Participant } from "../../../shared/jets/participant.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { findClientVersion } from "../../store/repositories/clients.ts";
import {
  countOfParticipant,
  findParticipant,
  insertParticipant,
  setPreferredMeans as keepPreferredMeans,
  updateCourse,
} from "../../store/repositories/jets/participants.ts";
import { listPlanReviews, listReviewIntervals } from "../../store/repositories/jets/plan-reviews.ts";
import { firstSaveOf } from "../../store/repositories/plan-saves.ts";
import type { Reader } from "../../store/store.ts";
import { recordRead, transaction } from "../../store/transaction.ts";
import { unconfirmedClock } from "../clock-moved-back.ts";
import { auditInInterview, auditOf, type ServiceContext, tellClientChanged } from "../service-context.ts";
import { agreementState } from "./agreement.ts";
import {
  findTerms,
  type ParticipantUnderContract,
  participantOf,
  refused,
  unchangedParticipant,
} from "./participants.ts";
import { planCounting, planDue, workingCalendar } from "./working-calendar.ts";

/** A client's course under a contract, with every due date and its sum. */
export function openCourse(
  context: ServiceContext,
  { clientId }: RequestInput<"open-course">,
): Result<Course, AppError> {
  const { store } = context;
  if (findClientVersion(store, clientId) === undefined) return err({ code: "client-not-found" });
  recordRead(store, auditOf(context, "open-course", { clientId }));
  const savedAt = firstSaveOf(store, clientId, "jets");
  const initialPlanOn = savedAt === undefined ? null : dateOfMoment(savedAt);
  if (!findParticipant(store, clientId)) return ok({ ...NO_COURSE, initialPlanOn });
  const found = participantOf(context, store, clientId);
  return found.ok ? ok({ ...courseOf(context, store, found.value), initialPlanOn }) : found;
}

const NO_COURSE: Omit<Course, "initialPlanOn"> = {
  participant: null,
  terms: null,
  due: null,
  needs: [],
  agreedFrom: null,
  isChangedSinceAgreed: false,
  reviewEvery: null,
  intervals: [],
  reviews: [],
  interactions: 0,
  copiesAskedFor: 0,
  annotations: [],
};

function courseOf(
  context: ServiceContext,
  reader: Reader,
  { participant, terms }: ParticipantUnderContract,
): Omit<Course, "initialPlanOn"> {
  const { clientId, agreement } = participant;
  const today = context.clock.today();
  const calendar = workingCalendar(reader, terms.nation);
  const { needs, agreedFrom, contentHash } = agreementState(context, reader, participant, terms);
  const intervals = listReviewIntervals(reader, clientId);
  return {
    participant,
    terms,
    due: dueOf(participant, terms, calendar, today),
    needs: agreement ? [] : needs,
    agreedFrom,
    isChangedSinceAgreed: agreement !== null && agreement.contentHash !== contentHash,
    reviewEvery: intervals[0]?.workingDays ?? terms.planReview.workingDays,
    intervals,
    reviews: reviewsOf(reader, clientId, calendar, today),
    ...countOfParticipant(reader, clientId),
    annotations: annotationsInUse(terms, today),
  };
}

function dueOf(
  { dates, dueOn }: Participant,
  terms: ContractTerms,
  calendar: WorkingCalendar,
  today: string,
): CourseDue | null {
  const counting = planCounting(dates, terms);
  return counting && dueOn !== null ? withDaysLeft(dueOn, counting, calendar, today) : null;
}

function reviewsOf(reader: Reader, clientId: string, calendar: WorkingCalendar, today: string): CourseReview[] {
  const reviews = listPlanReviews(reader, clientId);
  return reviews.map((review, index) => {
    const from = index === reviews.length - 1 ? "agreement" : "review";
    const { countedFrom, workingDays, dueOn } = review;
    return { ...review, due: withDaysLeft(dueOn, { from, countedFrom, workingDays }, calendar, today) };
  });
}

function withDaysLeft(dueOn: string, counting: Counting, calendar: WorkingCalendar, today: string): CourseDue {
  return {
    ...storedDueDate(dueOn, counting, calendar),
    workingDaysLeft: workingDaysBetween(today, dueOn, calendar),
  };
}

/** Saves a participant's contract and dates, and makes a client who is none yet a participant (4.02). */
export function saveCourseDates(
  context: ServiceContext,
  { clientId, contract, version, dates, isClockConfirmed }: RequestInput<"save-course-dates">,
): Result<Record<string, never>, AppError> {
  const terms = findTerms(context, contract);
  if (!terms.ok) return terms;
  const problems = courseDateProblems(dates, context.clock.today());
  if (problems.length > 0) return refused(...problems);
  const audit = auditInInterview(context, "save-course-dates", clientId);
  const saved = transaction(context.store, audit, (writer): Result<Record<string, never>, AppError> => {
    if (findClientVersion(writer, clientId) === undefined) return err({ code: "client-not-found" });
    const before = findParticipant(writer, clientId);
    if ((before?.version ?? null) !== version) return refused({ field: null, reason: { code: "changed" } });
    const late = before && afterAgreement(before, contract, dates);
    if (late) return refused(late);
    const warning = unconfirmedClock(context, writer, { isClockConfirmed });
    if (warning) return err(warning);
    const due = planDue(dates, terms.value, workingCalendar(writer, terms.value.nation));
    const course = { contract, dates, ...due };
    if (before) updateCourse(writer, before, course);
    else insertParticipant(writer, clientId, { ...course, adviserId: context.adviser.id });
    return ok({});
  });
  if (saved.ok) tellClientChanged(context, clientId);
  return saved;
}

/** Why what is saved does not go with the agreement that was made under it. */
function afterAgreement({ agreement, contract }: Participant, next: string, dates: Participant["dates"]) {
  if (!agreement) return undefined;
  const { agreedOn } = agreement;
  if (next !== contract) {
    return { field: "Contract", reason: { code: "agreed-already", date: agreedOn } } as const;
  }
  const late = COURSE_DATES.find(({ key, isFact }) => isFact && (dates[key] ?? "") > agreedOn);
  const otherDate = late && dates[late.key];
  if (!late || !otherDate) return undefined;
  const reason = { code: "before", date: agreedOn, other: late.name, otherDate } as const;
  return { field: "Full plan agreed", reason };
}

/** Keeps how the participant would rather meet (4.05). */
export function setPreferredMeans(
  context: ServiceContext,
  { clientId, version, means, isClockConfirmed }: RequestInput<"set-preferred-means">,
): Result<Record<string, never>, AppError> {
  const audit = auditInInterview(context, "set-preferred-means", clientId);
  const set = transaction(context.store, audit, (writer): Result<Record<string, never>, AppError> => {
    const found = unchangedParticipant(context, writer, clientId, version);
    if (!found.ok) return found;
    const warning = unconfirmedClock(context, writer, { isClockConfirmed });
    if (warning) return err(warning);
    keepPreferredMeans(writer, found.value.participant, means);
    return ok({});
  });
  if (set.ok) tellClientChanged(context, clientId);
  return set;
}
