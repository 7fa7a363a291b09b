import { z } from "zod";
import { pulledDetailsSchema } from "../client-record/pull-through.ts";
import { civilDateSchema, momentSchema } from "../dates.ts";
import { challengeSchema } from "./challenges.ts";

/** The kinds of plan: the Labour Market System's and JETS in Scotland's (AP-1). */
export const planKindSchema = z.enum(["lms", "jets"]);
/** Whom an Action Item is assigned to (¶60). */
export const assignedToSchema = z.enum(["client", "pa"]);
/** Why a plan was created outside an interview (AP-2, ¶100). */
export const creationReasonSchema = z.enum(["telephone", "not-present", "clerical", "other"]);
/** The tabs with a text box, by the names of `show --json`. */
export const tabTextSchema = z.enum(["aims", "employment", "qualifications", "info"]);

/** A dated note on one Action Item (RV-2). */
export const reviewSchema = z.object({
  id: z.string(),
  text: z.string(),
  dateCreated: civilDateSchema,
  createdAt: momentSchema,
  createdBy: z.string(),
  interviewId: z.string().nullable(),
  amendedBy: z.string().nullable(),
});

/** One agreed step (AI-1), its reviews newest first (RV-4). */
export const actionItemSchema = z.object({
  id: z.string(),
  text: z.string(),
  dateCreated: civilDateSchema,
  createdAt: momentSchema,
  createdBy: z.string(),
  assignedTo: assignedToSchema,
  targetDate: civilDateSchema,
  dateClosed: civilDateSchema.nullable(),
  /** The challenge it helps to overcome (¶44); null when none was named. */
  challenge: challengeSchema.nullable(),
  amendedBy: z.string().nullable(),
  amendedAt: momentSchema.nullable(),
  reviews: z.array(reviewSchema),
});

/** The text boxes of the tabs. */
export const tabTextsSchema = z.object({
  aims: z.string(),
  employment: z.string(),
  qualifications: z.string(),
  info: z.string(),
});

/** A saved plan, its items by target date, oldest first (AP-5). */
export const planSchema = z.object({
  id: z.string(),
  clientId: z.string(),
  kind: planKindSchema,
  version: z.number().int().positive(),
  items: z.array(actionItemSchema),
  texts: tabTextsSchema,
  /** The details as they were copied at the last save. */
  pulled: pulledDetailsSchema,
  savedAt: momentSchema,
  savedBy: z.string(),
  /** The last time the current version was printed or handed over; null when it was not. */
  printedAt: momentSchema.nullable(),
});

export type PlanKind = z.infer<typeof planKindSchema>;
export type AssignedTo = z.infer<typeof assignedToSchema>;
export type CreationReason = z.infer<typeof creationReasonSchema>;
export type TabText = z.infer<typeof tabTextSchema>;
export type TabTexts = z.infer<typeof tabTextsSchema>;
export type Review = z.infer<typeof reviewSchema>;
export type ActionItem = z.infer<typeof actionItemSchema>;
export type Plan = z.infer<typeof planSchema>;

/** Longest text the contract reads at all; the rules' own limits lie far below it. */
const LONGEST_TEXT = 100_000;
const anyText = z.string().max(LONGEST_TEXT);
const identifier = z.string().min(1).max(64);

/** What an adviser has written since the plan was last saved, all of it saved together or not at all (AP-6). */
export const planChangesSchema = z.strictObject({
  newItems: z
    .array(
      z.strictObject({
        /** The renderer's own name for the unsaved item. */
        key: identifier,
        text: anyText,
        assignedTo: assignedToSchema.nullable(),
        targetDate: civilDateSchema.nullable(),
        dateClosed: civilDateSchema.nullable(),
        challenge: challengeSchema.nullable().optional(),
        /** The day it happened on, where it is entered from a clerical form: then it is the date created (¶125). */
        happenedOn: civilDateSchema.optional(),
      }),
    )
    .max(1_000),
  amendedItems: z
    .array(
      z.strictObject({
        itemId: identifier,
        text: anyText.optional(),
        assignedTo: assignedToSchema.optional(),
        /** Null when the field was emptied, which validation refuses by name. */
        targetDate: civilDateSchema.nullable().optional(),
        dateClosed: civilDateSchema.nullable().optional(),
        challenge: challengeSchema.nullable().optional(),
      }),
    )
    .max(1_000),
  newReviews: z
    .array(
      z.strictObject({
        key: identifier,
        /** The item's id, or the key of a new item of the same save. */
        itemId: identifier,
        text: anyText,
        /** As for a new item. */
        happenedOn: civilDateSchema.optional(),
      }),
    )
    .max(1_000),
  amendedReviews: z.array(z.strictObject({ reviewId: identifier, text: anyText })).max(1_000),
  deletedReviews: z.array(identifier).max(1_000),
  texts: z.strictObject({
    aims: anyText.optional(),
    employment: anyText.optional(),
    qualifications: anyText.optional(),
    info: anyText.optional(),
  }),
});

export type PlanChanges = z.infer<typeof planChangesSchema>;
export type NewItem = PlanChanges["newItems"][number];
export type AmendedItem = PlanChanges["amendedItems"][number];
export type NewReview = PlanChanges["newReviews"][number];

/** Changes that change nothing. */
export const NO_CHANGES: PlanChanges = {
  newItems: [],
  amendedItems: [],
  newReviews: [],
  amendedReviews: [],
  deletedReviews: [],
  texts: {},
};
