import { z } from "zod";
import { type CivilDate, civilDateSchema } from "../dates.ts";

/** The nations whose bank holidays working days can leave out (DT-3). */
export const nationSchema = z.enum(["SCT", "ENG", "WLS", "NIR"]);

/** From which of the participant's dates the days to agree the full plan are counted. */
export const countedFromSchema = z.enum(["start", "referral"]);

/** A remark that stands in the place of a signature for as long as it is in use (4.04), both days included. */
export const annotationSchema = z.strictObject({
  code: z.string().min(1),
  words: z.string().min(1),
  firstDay: civilDateSchema,
  /** Null while no last day is set. */
  lastDay: civilDateSchema.nullable(),
  paragraph: z.string(),
});

/** The terms of one contract, as its file under resources/contracts holds them: another scheme is another file. */
export const contractTermsSchema = z.strictObject({
  code: z.string().min(1).max(40),
  name: z.string().min(1),
  nation: nationSchema,
  /** The full plan is agreed within so many working days of a date (4.03). */
  fullPlan: z.strictObject({
    workingDays: z.number().int().positive(),
    from: countedFromSchema,
    paragraph: z.string(),
  }),
  /** The working day from which a plan that is not agreed yet stands on the work list. */
  shownFromDay: z.number().int().positive(),
  /** The plan is reviewed by both every so many working days, unless the participant prefers otherwise (4.06). */
  planReview: z.strictObject({ workingDays: z.number().int().positive(), paragraph: z.string() }),
  /** The words on screen that differ from the Labour Market System's. */
  words: z.strictObject({
    tab: z.string().min(1),
    plan: z.string().min(1),
    client: z.string().min(1),
    pa: z.string().min(1),
    item: z.string().min(1),
    items: z.string().min(1),
  }),
  annotations: z.array(annotationSchema),
});

export type Nation = z.infer<typeof nationSchema>;
export type CountedFrom = z.infer<typeof countedFromSchema>;
export type Annotation = z.infer<typeof annotationSchema>;
export type ContractTerms = z.infer<typeof contractTermsSchema>;
export type PlanWords = ContractTerms["words"];

/** The annotations that can be used on a day. */
export function annotationsInUse({ annotations }: Pick<ContractTerms, "annotations">, day: CivilDate): Annotation[] {
  return annotations.filter(({ firstDay, lastDay }) => firstDay <= day && (lastDay === null || day <= lastDay));
}
