import { expect, test } from "vitest";
import { addCounts, countTests } from "../../build/count-tests.ts";

const report = {
  success: true,
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [{ status: "passed", assertionResults: [{ status: "passed" }] }],
};

test("tests that passed and were skipped are counted", () => {
  expect(countTests(report, true)).toEqual({ passed: 5, failed: 0, skipped: 3 });
});

test("a file that could not be read counts as a failure beside the failed tests", () => {
  const testResults = [
    { status: "failed", assertionResults: [] },
    { status: "failed", assertionResults: [{ status: "failed" }] },
  ];
  const failed = { ...report, success: false, numFailedTests: 1, testResults };
  expect(countTests(failed, false)).toEqual({ passed: 5, failed: 2, skipped: 3 });
});

test.each([
  ["that broke off without a report", undefined, true, { passed: 0, failed: 1, skipped: 0 }],
  ["that failed outside any test", report, false, { passed: 5, failed: 1, skipped: 3 }],
  ["in which nothing ran", { ...report, numPassedTests: 0 }, true, { passed: 0, failed: 1, skipped: 3 }],
])("a run %s is a failure", (_, given, hasSucceeded, counts) => {
  expect(countTests(given, hasSucceeded)).toEqual(counts);
});

test("counts add up", () => {
  const one = { passed: 1, failed: 2, skipped: 3 };
  expect(addCounts([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 });
});
