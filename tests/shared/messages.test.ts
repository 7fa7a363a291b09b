import { expect, test } from "vitest";
import { problemMessage, problemPlace } from "../../shared/action-plan/problem-messages.ts";
import { type Problem, placeSchema, type Reason, reasonSchema } from "../../shared/action-plan/problems.ts";
import { recordProblemMessage } from "../../shared/client-record/record-messages.ts";
import { recordReasonSchema } from "../../shared/client-record/record-rules.ts";
import { type AppError, appErrorSchema } from "../../shared/errors.ts";
import { errorMessage } from "../../shared/messages.ts";

const PROGRESS = {
  asks: "enforced",
  planSavedAt: null,
  printedAt: null,
  saved: { itemsAdded: 0, itemsChanged: 0, reviewsAdded: 0 },
  onlyClosures: false,
  isFailedToParticipate: false,
};

/** Values for whatever a code's message needs. */
const FILLING = {
  fields: ["text"],
  name: "open-door",
  nino: "QQ100001A",
  problems: [{ place: { of: "plan" }, field: "NActItm", reason: { code: "new-item-needed" } }],
  savedBy: "B Johns",
  savedAt: "2012-04-16T10:05:00+01:00",
  typed: "0042-10U",
  serial: "0042-01U",
  enteredAt: "2012-04-16T10:05:00+01:00",
  keptAt: "2012-04-16T10:05:00+01:00",
  newest: "2012-04-17",
  today: "2012-04-16",
  adviserName: "H Whitlock",
  startedAt: "2012-04-16T10:05:00+01:00",
  clientId: "client",
  clientName: "Maria Gallagher",
  kindName: "LP WFI",
  progress: PROGRESS,
  file: "plan.pdf",
  holder: "another window",
  found: 9,
  known: 3,
  errorId: "e-1",
  field: "Reason",
  reason: { code: "text-missing" },
  printer: "Front desk",
  waitSeconds: 60,
  least: 12,
  limit: 100,
  over: 2,
  date: "2012-11-30",
  earliest: "2012-04-16",
  latest: "2012-10-16",
  interviewDate: "2012-03-26",
  writtenBy: "B Johns",
  writtenOn: "2012-04-16",
};

/** Where one name means two things. */
const FILLING_OF: Readonly<Partial<Record<AppError["code"], object>>> = {
  "serial-cancelled": { reason: "Coffee on it" },
  "letterhead-refused": { reason: "too-many-pixels" },
  "happened-on-refused": { reason: "before-issue" },
  "other-office": { officeName: "Kelbridge Jobcentre" },
  "course-refused": { problems: [{ field: "Start date", reason: { code: "missing" } }] },
  "signature-refused": { problems: [{ field: "Reason", reason: { code: "missing" } }] },
  "interaction-refused": { problems: [{ field: "Date", reason: { code: "missing" } }] },
  "record-refused": { problems: [{ field: "Surname", reason: { code: "missing" } }] },
};
const CLIENT = {
  id: "client",
  nino: "QQ100002A",
  surname: "Gallagher",
  forenames: "Maria",
  dateOfBirth: "1984-05-14",
  benefit: "",
  clientGroup: "LP",
};

const errors = appErrorSchema.options.map((option) => {
  const code = option.shape.code.value;
  return option.parse({ ...FILLING, client: CLIENT, ...FILLING_OF[code], code });
});
const reasons = reasonSchema.options.map((option) => option.parse({ ...FILLING, code: option.shape.code.value }));

function problem(reason: Reason, field: Problem["field"] = "Action Item"): Problem {
  return { place: { of: "new-item", key: "new" }, field, reason };
}

test.each(errors.map((error) => [error.code, error] as const))("%s says what happened and what to do", (_, error) => {
  const { title, text, whatToDo } = errorMessage(error as AppError);
  expect([title, text, whatToDo].map((words) => words.trim().length > 0)).toEqual([true, true, true]);
  expect(`${title}${text}${whatToDo}`).not.toMatch(/undefined|\[object|\d{4}-\d{2}-\d{2}/);
});

test.each(reasons.map((reason) => [reason.code, reason] as const))("%s has a sentence of its own", (_, reason) => {
  expect(problemMessage(problem(reason as Reason))).toMatch(/^\S.+\.$/);
});

test("a NINO is written in groups and a date as dd/mm/yyyy", () => {
  expect(errorMessage({ code: "nino-not-found", nino: "QQ100001A" }).text).toContain("QQ 10 00 01 A");
  expect(
    problemMessage(problem({ code: "target-date-too-far", date: "2012-11-30", latest: "2012-10-16" }, "Target Date")),
  ).toBe("30/11/2012 is over six months ahead; the latest is 16/10/2012.");
});

test.each(
  recordReasonSchema.options.map((option) => {
    const details = { limit: 200, over: 3, words: "A NINO has two letters", latest: "2012-04-16", start: "2012-03-01" };
    return option.parse({ ...details, code: option.shape.code.value });
  }),
)("a record's field with $code has a sentence of its own", (reason) => {
  expect(recordProblemMessage({ field: "Surname", reason })).toMatch(/^\S.+\.$/);
});

test("a note that is too long says by how much", () => {
  const reason = { code: "text-too-long", limit: 750, over: 3 } as const;
  expect(errorMessage({ code: "text-refused", field: "Conversation", reason })).toEqual({
    title: "Conversation is too long",
    text: "Conversation holds 750 characters; this is 3 more.",
    whatToDo: "Shorten it, then try again.",
  });
});

test("a missing assignment asks for Client or PA", () => {
  expect(problemMessage(problem({ code: "assigned-to-missing" }, "Assigned To"))).toBe("choose Client or PA.");
});

test("closing outside an interview points to Conversations, never to opening an interview (¶68)", () => {
  const text = problemMessage(problem({ code: "closed-outside-interview" }, "Date Closed"));
  expect(text).toContain("Make a note in Conversations");
  expect(text).toContain("never open an interview just to close an item");
});

test("AP-8: double quotation marks are to be single ones, since they corrupt the record at a provider", () => {
  const text = problemMessage(problem({ code: "text-double-quotes" }));
  expect(text).toContain("corrupt the record");
  expect(text).toContain("provider");
  expect(text).toContain("single");
});

test("a problem's place follows the field's name", () => {
  const dated = { itemId: "item", targetDate: "2012-04-30" };
  const places = [
    { of: "plan" },
    { of: "new-item", key: "new" },
    { of: "item", ...dated },
    { of: "new-review", key: "new", ...dated },
    { of: "review", reviewId: "review", ...dated },
    { of: "text", tab: "aims" },
  ].map((place) => problemPlace({ place: placeSchema.parse(place) }));
  expect(places).toEqual([
    "",
    "of the new Action Item",
    "of the item due 30/04/2012",
    "new, on the item due 30/04/2012",
    "on the item due 30/04/2012",
    "",
  ]);
});

test("AI-2 and AI-4 speak of the form's day where a clerical form is entered, not of today", () => {
  const early = { code: "target-date-past", date: "2012-01-30", earliest: "2012-01-31", isAsOnForm: true } as const;
  const late = { code: "closed-in-future", date: "2012-02-11", latest: "2012-02-10", isAsOnForm: true } as const;
  expect(problemMessage(problem(early, "Target Date"))).toContain("before the day it happened on");
  expect(problemMessage(problem(late, "Date Closed"))).toContain("after the last day on the form");
});
