import { expect, test } from "vitest";
import { type InteractionProblem, interactionProblemMessage } from "../../../shared/jets/interaction-problems.ts";
import {
  type InteractionSituation,
  informationRequestProblems,
  interactionProblems,
  type WrittenInteraction,
} from "../../../shared/jets/interaction-rules.ts";

const SITUATION: InteractionSituation = { today: "2012-04-16", referredOn: "2012-03-26", limit: 2_000 };
const MET: WrittenInteraction = {
  happenedOn: "2012-04-10",
  kind: "appointment",
  means: "face-to-face",
  text: "Talked about the CV.",
};

const problem = (field: string, reason: InteractionProblem["reason"]): InteractionProblem => ({ field, reason });

test.each<[string, Partial<WrittenInteraction>, InteractionProblem[]]>([
  ["as it should be", {}, []],
  ["today", { happenedOn: "2012-04-16" }, []],
  ["tomorrow", { happenedOn: "2012-04-17" }, [problem("Date", { code: "future", today: "2012-04-16" })]],
  ["on the day of the referral", { happenedOn: "2012-03-26" }, []],
  [
    "on the day before the referral",
    { happenedOn: "2012-03-25" },
    [problem("Date", { code: "before-referral", referredOn: "2012-03-26" })],
  ],
  ["without a date", { happenedOn: null }, [problem("Date", { code: "missing" })]],
  ["without a kind", { kind: null }, [problem("Kind", { code: "missing" })]],
  ["an appointment whose means is not said", { means: null }, []],
  ["a letter", { kind: "letter", means: null }, []],
  ["an e-mail", { kind: "e-mail", means: null }, []],
  ["a letter face to face", { kind: "letter" }, [problem("By what means", { code: "written", kind: "letter" })]],
  [
    "an e-mail by video",
    { kind: "e-mail", means: "video" },
    [problem("By what means", { code: "written", kind: "e-mail" })],
  ],
  ["something else by video", { kind: "other", means: "video" }, []],
  ["without words", { text: "" }, [problem("What happened", { code: "missing" })]],
  [
    "with nothing but spaces and characters that are dropped",
    { text: " \n\u0000\t" },
    [problem("What happened", { code: "missing" })],
  ],
  ["of 2,000 characters", { text: "n".repeat(2_000) }, []],
  [
    "of 2,001 characters",
    { text: "n".repeat(2_001) },
    [problem("What happened", { code: "text-too-long", limit: 2_000, over: 1 })],
  ],
  [
    "with everything wrong",
    { happenedOn: "2013-01-01", kind: "letter", means: "video", text: "" },
    [
      problem("Date", { code: "future", today: "2012-04-16" }),
      problem("By what means", { code: "written", kind: "letter" }),
      problem("What happened", { code: "missing" }),
    ],
  ],
])("4.05 evidence of all interactions: %s", (_, written, expected) => {
  expect(interactionProblems({ ...MET, ...written }, SITUATION)).toEqual(expected);
});

test("4.05 evidence of all interactions: any day up to today while the referral is not recorded", () => {
  expect(interactionProblems({ ...MET, happenedOn: "1999-12-31" }, { ...SITUATION, referredOn: null })).toEqual([]);
});

test.each<[string, { askedOn: string | null; note: string }, InteractionProblem[]]>([
  ["today, without a note", { askedOn: "2012-04-16", note: "" }, []],
  ["with a note", { askedOn: "2012-04-02", note: "In 18 point" }, []],
  ["tomorrow", { askedOn: "2012-04-17", note: "" }, [problem("Asked on", { code: "future", today: "2012-04-16" })]],
  [
    "before the referral",
    { askedOn: "2012-03-01", note: "" },
    [problem("Asked on", { code: "before-referral", referredOn: "2012-03-26" })],
  ],
  ["without a date", { askedOn: null, note: "" }, [problem("Asked on", { code: "missing" })]],
  [
    "with a note that is too long",
    { askedOn: "2012-04-02", note: "n".repeat(2_010) },
    [problem("Note", { code: "text-too-long", limit: 2_000, over: 10 })],
  ],
])("4.07 available on request: asked for %s", (_, written, expected) => {
  expect(informationRequestProblems(written, SITUATION)).toEqual(expected);
});

test("a refusal says what is wrong and how it is", () => {
  const written = { ...MET, happenedOn: "2012-03-01", kind: "letter" as const, text: "n".repeat(2_001) };
  expect(interactionProblems(written, SITUATION).map(interactionProblemMessage)).toEqual([
    "Date is before the referral on 26/03/2012.",
    "A letter is no meeting: leave By what means empty.",
    "What happened is 1 over its 2000 characters.",
  ]);
});
