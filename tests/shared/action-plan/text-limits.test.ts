import { describe, expect, it } from "vitest";
import type { PlanChanges, TabText } from "../../../shared/action-plan/action-plan.ts";
import { tabTextLimit, validateChanges } from "../../../shared/action-plan/validate-changes.ts";
import { aNewItem, aNewReview, anItem, aPlan, aReview, changes, policy, situation } from "./fixtures.ts";

/** One character each, as a person counts. */
const UNITS = {
  "an ASCII letter": "a",
  "a family emoji": "👨‍👩‍👧‍👦",
  "a flag": "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
  "a letter with 15 combining marks": `a${"\u0316".repeat(15)}`,
  "a line end of two": "x\r\n".slice(1),
};
/** Two characters each. */
const DOUBLE_UNIT = `a${"\u0316".repeat(16)}`;

const facts = situation({ plan: aPlan({ items: [anItem({ reviews: [aReview()] })] }) });
const WRITE: Record<string, { limit: number; write: (text: string) => Partial<PlanChanges> }> = {
  "TX-1 EHist text": { limit: 750, write: (employment) => tab({ employment }) },
  "TX-1 Info text": { limit: 2_000, write: (info) => tab({ info }) },
  "TX-2 Aims text": { limit: 750, write: (aims) => tab({ aims }) },
  "TX-2 Quals text": { limit: 750, write: (qualifications) => tab({ qualifications }) },
  "TX-2 new Action Item": { limit: 750, write: (text) => ({ newItems: [aNewItem({ text })] }) },
  "TX-2 amended Action Item": { limit: 750, write: (text) => ({ amendedItems: [{ itemId: "item-1", text }] }) },
  "TX-2 new review": { limit: 750, write: (text) => ({ newReviews: [aNewReview({ text })] }) },
  "TX-2 amended review": { limit: 750, write: (text) => ({ amendedReviews: [{ reviewId: "review-1", text }] }) },
};

function tab(texts: PlanChanges["texts"]): Partial<PlanChanges> {
  return { newReviews: [aNewReview()], texts };
}

for (const [name, { limit, write }] of Object.entries(WRITE)) {
  const found = (text: string) => validateChanges(facts, changes(write(text))).map(({ reason }) => reason);

  describe(`${name} holds ${limit} characters`, () => {
    it.each(Object.entries(UNITS))("of %s, and not one more", (_, unit) => {
      const last = "z";
      expect(found(unit.repeat(limit - 1) + last)).toEqual([]);
      expect(found(unit.repeat(limit) + last)).toEqual([{ code: "text-too-long", limit, over: 1 }]);
    });

    it("or half as many of a letter with 16 combining marks", () => {
      expect(found(DOUBLE_UNIT.repeat(limit / 2))).toEqual([]);
      expect(found(`${DOUBLE_UNIT.repeat(limit / 2)}z`)).toEqual([{ code: "text-too-long", limit, over: 1 }]);
    });
  });
}

describe("TX-1 and TX-2 limits of the tabs", () => {
  it.each<[TabText, number]>([
    ["aims", 750],
    ["employment", 750],
    ["qualifications", 750],
    ["info", 2_000],
  ])("%s holds %i", (name, limit) => {
    expect(tabTextLimit(name, policy)).toBe(limit);
  });
});
