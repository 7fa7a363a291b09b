import { expect, test } from "vitest";
import { actionInWords, erasureAction, isKnownAction } from "../../../shared/rights/action-words.ts";
import { ERASURE_REASONS, erasureReasonSchema } from "../../../shared/rights/erasure.ts";
import { columnInWords, isInternalColumn, tableInWords } from "../../../shared/rights/table-words.ts";
import { valueInWords } from "../../../shared/rights/value-words.ts";

test.each([
  ["disabled_person", 1, "Yes"],
  ["on_plan", 0, "No"],
  ["preferred_hours", "either", "Either Full/Part Time"],
  ["challenge", "presenting", "Presenting my case effectively"],
  ["date_of_birth", "1984-05-14", "14/05/1984"],
  ["saved_at", "2012-04-16T09:05:00.000Z", "16/04/2012 10:05"],
  ["text", "full", "full"],
  ["value", "data:image/png;base64,iVBORw0KGgo", "A picture"],
  ["text", null, ""],
])("%s of %j is read as %j", (column, value, words) => {
  expect(valueInWords(column, value)).toBe(words);
});

test("tables and columns have words, and one that is not known is read as it is called", () => {
  expect([tableInWords("iwbc"), columnInWords("action_item", "target_date")]).toEqual([
    "IWBC: In Work Benefit Calculations",
    "Target date",
  ]);
  expect([tableInWords("later"), columnInWords("later", "new_field")]).toEqual(["later", "New field"]);
});

test("what only holds the store together is told from what says something", () => {
  expect(isInternalColumn("client", "sound")).toBe(true);
  expect(isInternalColumn("review", "plan_id")).toBe(true);
  expect(isInternalColumn("review", "item_id")).toBe(false);
  expect(isInternalColumn("plan_save", "plan_version")).toBe(false);
});

test("an erasure is named by its reason's code and read in its words", () => {
  for (const reason of erasureReasonSchema.options) {
    expect(isKnownAction(erasureAction(reason))).toBe(true);
    expect(actionInWords(erasureAction(reason))).toBe(`Client erased: ${ERASURE_REASONS[reason]}`);
  }
  expect([actionInWords("erase-client:other"), actionInWords("unknown")]).toEqual(["Client erased", "unknown"]);
});
