import { z } from "zod";

const limit = z.object({ value: z.number().int().positive(), paragraph: z.string() }).transform(({ value }) => value);

/** The policy file: every number the rules use, with the paragraph it comes from, read as plain numbers. */
export const policyFileSchema = z.strictObject({
  actionItemsPerPlan: limit,
  reviewsPerActionItem: limit,
  targetDateMonthsAhead: limit,
  dateClosedMonthsBack: limit,
  purgeMonthsAfterClosing: limit,
  purgeWaitsAfterDaysWithoutRecords: limit,
  actionItemCharacters: limit,
  reviewCharacters: limit,
  aimsCharacters: limit,
  employmentCharacters: limit,
  qualificationsCharacters: limit,
  infoCharacters: limit,
  conversationCharacters: limit,
  noteCharacters: limit,
  activityPartCharacters: limit,
  consideredCharacters: limit,
  smartReasonCharacters: limit,
  signingNameCharacters: limit,
  signingReasonCharacters: limit,
  interactionCharacters: limit,
  lockAfterMinutes: limit,
});

/** The limits in force, as numbers. */
export type Policy = Readonly<z.output<typeof policyFileSchema>>;

/** The limits as they travel in the contract. */
export const policySchema = z.object(
  Object.fromEntries(Object.keys(policyFileSchema.shape).map((name) => [name, z.number()])) as Record<
    keyof Policy,
    z.ZodNumber
  >,
);
