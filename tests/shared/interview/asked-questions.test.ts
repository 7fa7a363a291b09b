import { describe, expect, it } from "vitest";
import { askedQuestions } from "../../../shared/interview/asked-questions.ts";
import type { InterviewKind } from "../../../shared/interview/interview.ts";

const WORK = { code: "work", text: "What work would you like to do?" };
const HELP = { code: "help", text: "Which help would make it easier?" };
const kind = (code: string, questions?: InterviewKind["questions"]): InterviewKind => ({
  ...{ code, name: code, clientGroups: [], asks: "none" },
  ...(questions ? { questions } : {}),
});
const KINDS = [kind("wfi", [WORK, HELP]), kind("referral"), kind("short", [HELP])];

describe("¶63 the participation questions of an open interview", () => {
  it.each([
    ["its kind's, in their order", "wfi", [], [WORK, HELP]],
    ["its kind's once, though answered", "wfi", ["help"], [WORK, HELP]],
    ["none where its kind has none", "referral", [], []],
    ["those answered before its kind was raised", "referral", ["work"], [WORK]],
    ["its kind's before those answered earlier", "short", ["work"], [HELP, WORK]],
    [
      "an answered one that the data no longer have, by its code",
      "referral",
      ["gone"],
      [{ code: "gone", text: "gone" }],
    ],
    ["none where the kind is no longer in the data", "gone", [], []],
  ])("are %s", (_, code, answered, questions) => {
    expect(
      askedQuestions(
        KINDS,
        code,
        answered.map((question) => ({ question })),
      ),
    ).toEqual(questions);
  });
});
