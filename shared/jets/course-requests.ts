import { z } from "zod";
import { savedDraftSchema } from "../client-record/record-draft.ts";
import { clockConfirmed } from "../clock-confirmed.ts";
import { civilDateSchema, momentSchema } from "../dates.ts";
import { hasDoubleQuotes } from "../text.ts";
import { agreementNeedSchema } from "./agreement.ts";
import { annotationSchema, contractTermsSchema, nationSchema } from "./contract-terms.ts";
import { dueSumSchema, namedDaySchema } from "./due-date.ts";
import {
  courseDatesSchema,
  meetingMeansSchema,
  participantSchema,
  planReviewSchema,
  reviewIntervalSchema,
} from "./participant.ts";

const identifier = z.string().min(1).max(64);
const nothing = z.strictObject({});
const version = z.number().int().positive();
/** A note as a window sends it: its length by TX-3 is checked by the use case. */
const note = z
  .string()
  .max(100_000)
  .refine((text) => !hasDoubleQuotes(text), "holds double quotation marks");

/** The longest interval between reviews; a year has not more working days. */
export const LONGEST_INTERVAL = 260;

/** A due date with its sum, and how many working days are left to it; negative once it has passed. */
const dueSchema = dueSumSchema.extend({ workingDaysLeft: z.number().int() });

/** A participant's course as its windows show it. */
export const courseSchema = z.object({
  /** Null for a client who is under no contract yet. */
  participant: participantSchema.nullable(),
  /** The terms of the participant's contract. */
  terms: contractTermsSchema.nullable(),
  /** The day of the plan's first save. */
  initialPlanOn: civilDateSchema.nullable(),
  due: dueSchema.nullable(),
  /** What is still to do before the full plan can be agreed; empty once it is. */
  needs: z.array(agreementNeedSchema),
  /** The first day on which it can have been agreed: that of the latest signature. */
  agreedFrom: civilDateSchema.nullable(),
  /** The plan, or what is recorded of its activities, is another than was agreed. */
  isChangedSinceAgreed: z.boolean(),
  /** The interval between reviews that holds; null for a client who is under no contract. */
  reviewEvery: z.number().int().positive().nullable(),
  /** Newest first. */
  intervals: z.array(reviewIntervalSchema),
  /** Newest first: the first one waits, once the plan is agreed. */
  reviews: z.array(planReviewSchema.extend({ due: dueSchema })),
  interactions: z.number().int().nonnegative(),
  copiesAskedFor: z.number().int().nonnegative(),
  /** The dated annotations that can be used today. */
  annotations: z.array(annotationSchema),
});

/** The days that are not worked, and those on which the system could not be used. */
export const workingDaysSchema = z.object({
  /** Bank holidays of the year that was asked for, of each nation that a contract here goes by. */
  nations: z.array(z.object({ nation: nationSchema, bankHolidays: z.array(namedDaySchema) })),
  /** Every local holiday, by date. */
  localHolidays: z.array(namedDaySchema.extend({ id: z.string() })),
  /** Newest first. */
  outages: z.array(
    z.object({
      id: z.string(),
      from: civilDateSchema,
      to: civilDateSchema,
      reason: z.string(),
      recordedAt: momentSchema,
      recordedBy: z.string(),
      /** Null for one that counts; who took it back, when and why, for one that was recorded by mistake. */
      takenBack: z.object({ at: momentSchema, by: z.string(), reason: z.string() }).nullable(),
    }),
  ),
});

/** How many stored due dates an act moved. */
const movedSchema = z.object({ moved: z.number().int().nonnegative() });

/** A participant's course, and the working days by which it is counted. */
export const courseRequests = {
  "open-course": { input: z.strictObject({ clientId: identifier }), output: courseSchema },
  /** Makes the client a participant where they are none yet; null stands for that. */
  "save-course-dates": {
    input: z.strictObject({
      clientId: identifier,
      contract: z.string().max(40),
      version: version.nullable(),
      dates: courseDatesSchema,
      isClockConfirmed: clockConfirmed,
    }),
    output: nothing,
  },
  "set-preferred-means": {
    input: z.strictObject({
      clientId: identifier,
      version,
      means: meetingMeansSchema.nullable(),
      isClockConfirmed: clockConfirmed,
    }),
    output: nothing,
  },
  /** The full plan was agreed on a day from that of the latest signature to today. */
  "agree-full-plan": {
    input: z.strictObject({
      clientId: identifier,
      version,
      planVersion: version,
      agreedOn: civilDateSchema,
      isClockConfirmed: clockConfirmed,
    }),
    output: nothing,
  },
  /** The participant prefers another interval between reviews. */
  "set-review-interval": {
    input: z.strictObject({
      clientId: identifier,
      workingDays: z.number().int().positive().max(LONGEST_INTERVAL),
      reason: note,
      decidedOn: civilDateSchema,
      isClockConfirmed: clockConfirmed,
      savedDraft: savedDraftSchema,
    }),
    output: nothing,
  },
  /** Who took part in the review that waits; the next one follows once both have. */
  "record-plan-review": {
    input: z.strictObject({
      clientId: identifier,
      reviewId: identifier,
      /** When what the window shows was recorded. */
      recordedAt: momentSchema,
      participantOn: civilDateSchema.nullable(),
      providerOn: civilDateSchema.nullable(),
      means: meetingMeansSchema.nullable(),
      text: note,
      isClockConfirmed: clockConfirmed,
      savedDraft: savedDraftSchema,
    }),
    output: nothing,
  },
  "open-working-days": {
    input: z.strictObject({ year: z.number().int().min(1900).max(2199) }),
    output: workingDaysSchema,
  },
  "add-local-holiday": {
    input: z.strictObject({ date: civilDateSchema, name: note, isClockConfirmed: clockConfirmed }),
    output: movedSchema,
  },
  "remove-local-holiday": {
    input: z.strictObject({ holidayId: identifier, isClockConfirmed: clockConfirmed }),
    output: movedSchema,
  },
  "record-outage": {
    input: z.strictObject({
      from: civilDateSchema,
      to: civilDateSchema,
      reason: note,
      isClockConfirmed: clockConfirmed,
    }),
    output: movedSchema,
  },
  /** Takes back an outage that was recorded by mistake; due dates are as if it had not been recorded. */
  "take-back-outage": {
    input: z.strictObject({ outageId: identifier, reason: note, isClockConfirmed: clockConfirmed }),
    output: movedSchema,
  },
} as const satisfies Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>;

export type Course = z.infer<typeof courseSchema>;
export type CourseDue = z.infer<typeof dueSchema>;
export type CourseReview = Course["reviews"][number];
export type WorkingDays = z.infer<typeof workingDaysSchema>;
