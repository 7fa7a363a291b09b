import { z } from "zod";
import { civilDateSchema } from "../dates.ts";
import { tabTextSchema } from "./action-plan.ts";

/** Where on the plan a problem is, so that the message can lead to its field. */
export const placeSchema = z.discriminatedUnion("of", [
  z.object({ of: z.literal("plan") }),
  z.object({ of: z.literal("new-item"), key: z.string() }),
  z.object({ of: z.literal("item"), itemId: z.string(), targetDate: civilDateSchema.nullable() }),
  z.object({
    of: z.literal("new-review"),
    key: z.string(),
    itemId: z.string(),
    targetDate: civilDateSchema.nullable(),
  }),
  z.object({
    of: z.literal("review"),
    reviewId: z.string(),
    itemId: z.string(),
    targetDate: civilDateSchema.nullable(),
  }),
  z.object({ of: z.literal("text"), tab: tabTextSchema }),
]);

/** Fields by the names they have on screen. */
export const fieldNameSchema = z.enum([
  "Action Item",
  "Assigned To",
  "Target Date",
  "Date Closed",
  "Happened On",
  "Review",
  "Aims text",
  "EHist text",
  "Quals text",
  "Info text",
  "NActItm",
]);

/** Every reason a field can keep a plan from being saved, with what its sentence needs. */
export const reasonSchema = z.discriminatedUnion("code", [
  z.object({ code: z.literal("text-missing") }),
  z.object({ code: z.literal("text-too-long"), limit: z.number(), over: z.number() }),
  z.object({ code: z.literal("text-double-quotes") }),
  z.object({ code: z.literal("assigned-to-missing") }),
  z.object({ code: z.literal("target-date-missing") }),
  z.object({
    code: z.literal("target-date-past"),
    date: civilDateSchema,
    earliest: civilDateSchema,
    /** It was checked as of a day on a clerical form, not of today. */
    isAsOnForm: z.boolean().optional(),
  }),
  z.object({ code: z.literal("target-date-too-far"), date: civilDateSchema, latest: civilDateSchema }),
  z.object({ code: z.literal("closed-without-review") }),
  z.object({ code: z.literal("closed-outside-interview") }),
  z.object({
    code: z.literal("closed-in-future"),
    date: civilDateSchema,
    latest: civilDateSchema,
    isAsOnForm: z.boolean().optional(),
  }),
  z.object({ code: z.literal("closed-too-long-ago"), date: civilDateSchema, earliest: civilDateSchema }),
  z.object({ code: z.literal("closed-before-created"), date: civilDateSchema, earliest: civilDateSchema }),
  z.object({ code: z.literal("item-closed") }),
  z.object({ code: z.literal("item-missing") }),
  z.object({ code: z.literal("review-missing") }),
  z.object({ code: z.literal("written-twice") }),
  z.object({ code: z.literal("too-many-items"), limit: z.number() }),
  z.object({ code: z.literal("too-many-reviews"), limit: z.number() }),
  z.object({ code: z.literal("review-not-deletable"), interviewDate: civilDateSchema.nullable() }),
  z.object({ code: z.literal("review-only-authors"), writtenBy: z.string(), writtenOn: civilDateSchema }),
  z.object({ code: z.literal("new-item-needed") }),
  z.object({ code: z.literal("happened-in-future"), date: civilDateSchema, latest: civilDateSchema }),
  z.object({ code: z.literal("happened-before-issued"), date: civilDateSchema, earliest: civilDateSchema }),
  z.object({ code: z.literal("happened-without-form") }),
]);

/** One field to be put right before the plan can be saved (AP-6). */
export const problemSchema = z.object({ place: placeSchema, field: fieldNameSchema, reason: reasonSchema });

export type Place = z.infer<typeof placeSchema>;
export type FieldName = z.infer<typeof fieldNameSchema>;
export type Reason = z.infer<typeof reasonSchema>;
export type Problem = z.infer<typeof problemSchema>;
