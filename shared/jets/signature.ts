import { z } from "zod";
import { civilDateSchema, momentSchema } from "../dates.ts";
import { countPoints, MOST_POINTS, SIGNING_BOX } from "./ink.ts";

/** Who signs. */
export const signingPartySchema = z.enum(["participant", "provider"]);

/** How it was signed, or that it was not (4.05): the last two need a reason. */
export const signingMannerSchema = z.enum(["drawn", "typed", "paper", "refused", "could-not"]);

/** What is signed: the plan, or one interaction. */
export const signingSubjectSchema = z.enum(["plan", "interaction"]);

/** A drawn signature: every stroke in the order in which it was drawn, its points in pixels of a box of 300 by 60. */
export const strokesSchema = z.array(z.array(z.tuple([z.number(), z.number()])).min(1)).min(1);

/** A signature as it may be drawn from now on: inside the box, and not of more points than are kept. */
export const newStrokesSchema = z
  .array(z.array(z.tuple([z.number().min(0).max(SIGNING_BOX.width), z.number().min(0).max(SIGNING_BOX.height)])).min(1))
  .min(1)
  .max(MOST_POINTS)
  .refine((strokes) => countPoints(strokes) <= MOST_POINTS, "has too many points");

/** One signature, or the reason why there is none, on the plan or on an interaction. It is never changed. */
export const signatureSchema = z.object({
  id: z.string(),
  subject: signingSubjectSchema,
  /** The interaction that was signed; null for the plan. */
  interactionId: z.string().nullable(),
  party: signingPartySchema,
  manner: signingMannerSchema,
  /** Who signed, as typed or as known. */
  name: z.string(),
  /** The drawing; null where nothing was drawn. */
  strokes: strokesSchema.nullable(),
  /** The day of the signature, which on paper may lie before the day it was recorded. */
  signedOn: civilDateSchema,
  /** Why it was not signed; '' where it was. */
  reason: z.string(),
  /** The code of a dated annotation (4.04); null without one. */
  annotation: z.string().nullable(),
  /** SHA-256 of the canonical form of exactly what was signed. */
  contentHash: z.string(),
  /** The version of the plan that was signed; null for an interaction. */
  planVersion: z.number().int().positive().nullable(),
  recordedAt: momentSchema,
  recordedBy: z.string(),
});

export type SigningSubject = z.infer<typeof signingSubjectSchema>;
export type SigningParty = z.infer<typeof signingPartySchema>;
export type SigningManner = z.infer<typeof signingMannerSchema>;
export type Strokes = z.infer<typeof strokesSchema>;
export type Signature = z.infer<typeof signatureSchema>;
