import { z } from "zod";
import { planKindSchema } from "./action-plan/action-plan.ts";
import { hasDoubleQuotes } from "./text.ts";

/** A request of the contract: what goes in and what comes out. */
export interface RequestShape {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}

/** An identifier that was made here. */
export const identifier = z.string().min(1).max(64);

/** Which of a client's plans is meant. */
export const kind = planKindSchema.default("lms");

/** Nothing to say: a request, or an answer, without a part. */
export const nothing = z.strictObject({});

/** A note as a window sends it: it keeps to AP-8; its length by TX-3 is checked by the use case. */
export const note = z
  .string()
  .max(100_000)
  .refine((text) => !hasDoubleQuotes(text), "holds double quotation marks");

/** The windows whose draft is being saved: it goes together with the save, so that none is offered of what is saved. */
export const draftWindows = z.array(identifier).max(2).optional();
