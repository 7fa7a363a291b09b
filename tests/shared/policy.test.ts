import { describe, expect, it } from "vitest";
import { policyFileSchema, policySchema } from "../../shared/policy.ts";
import { policy } from "./action-plan/fixtures.ts";

describe("The policy file", () => {
  it("holds the figures of the rules", () => {
    expect(policy).toEqual({
      actionItemsPerPlan: 100,
      reviewsPerActionItem: 10,
      targetDateMonthsAhead: 6,
      dateClosedMonthsBack: 6,
      purgeMonthsAfterClosing: 18,
      purgeWaitsAfterDaysWithoutRecords: 31,
      actionItemCharacters: 750,
      reviewCharacters: 750,
      aimsCharacters: 750,
      employmentCharacters: 750,
      qualificationsCharacters: 750,
      infoCharacters: 2_000,
      conversationCharacters: 2_000,
      noteCharacters: 750,
      activityPartCharacters: 200,
      consideredCharacters: 750,
      smartReasonCharacters: 120,
      signingNameCharacters: 120,
      signingReasonCharacters: 750,
      interactionCharacters: 2_000,
      lockAfterMinutes: 10,
    });
    expect(policySchema.parse(policy)).toEqual(policy);
  });

  it.each([
    ["a figure of nought", { value: 0, paragraph: "¶22" }],
    ["half a figure", { value: 1.5, paragraph: "¶22" }],
    ["a figure without its paragraph", { value: 100 }],
    ["a bare figure", 100],
  ])("refuses %s", (_, figure) => {
    const whole = Object.fromEntries(
      Object.entries(policy).map(([name, value]) => [name, { value, paragraph: "¶22" }]),
    );
    expect(policyFileSchema.parse(whole)).toEqual(policy);
    expect(policyFileSchema.safeParse({ ...whole, actionItemsPerPlan: figure }).success).toBe(false);
    expect(policyFileSchema.safeParse({ ...whole, unknown: { value: 1, paragraph: "¶22" } }).success).toBe(false);
  });
});
