import { describe, expect, it } from "vitest";
import type { Strokes } from "../../../shared/jets/signature.ts";
import { signingProblemMessage } from "../../../shared/jets/signing-problems.ts";
import {
  type SigningEntry,
  type SigningSituation,
  signatureOf,
  signingProblems,
} from "../../../shared/jets/signing-rules.ts";

const INK: Strokes = [
  [
    [6, 20],
    [40, 10],
    [90, 30],
  ],
];

const ENTRY: SigningEntry = {
  party: "participant",
  manner: "typed",
  name: "",
  strokes: null,
  signedOn: null,
  reason: "",
  annotation: null,
  isConfirmed: false,
};
const SITUATION: SigningSituation = {
  today: "2021-05-10",
  adviserName: "F Drummond",
  participantName: "Siobhán O'Neill",
  earliest: "2021-04-04",
  annotations: [
    { code: "covid-19", words: "COVID-19", firstDay: "2020-03-24", lastDay: "2022-04-30", paragraph: "4.04" },
    { code: "remote", words: "Remote delivery", firstDay: "2020-03-24", lastDay: null, paragraph: "4.05" },
  ],
  limits: { name: 120, reason: 750 },
};

/** The codes of an entry's problems, each with its field. */
function codes(entry: Partial<SigningEntry>, situation: Partial<SigningSituation> = {}): string[] {
  return signingProblems({ ...ENTRY, ...entry }, { ...SITUATION, ...situation }).map(
    ({ field, reason }) => `${field}: ${reason.code}`,
  );
}

describe("4.05 signatures", () => {
  const rows: readonly (readonly [string, Partial<SigningEntry>, readonly string[]])[] = [
    ["drawn with ink", { manner: "drawn", strokes: INK }, []],
    ["drawn with nothing", { manner: "drawn" }, ["Signature: no-ink"]],
    ["drawn with a dot", { manner: "drawn", strokes: [[[9, 9]]] }, ["Signature: no-ink"]],
    [
      "drawn, dated yesterday",
      { manner: "drawn", strokes: INK, signedOn: "2021-05-09" },
      ["Date signed: not-in-this-manner"],
    ],
    ["drawn, dated today", { manner: "drawn", strokes: INK, signedOn: "2021-05-10" }, []],
    ["drawn, with a reason", { manner: "drawn", strokes: INK, reason: "Ill" }, ["Reason: not-in-this-manner"]],
    ["drawn, annotated", { manner: "drawn", strokes: INK, annotation: "covid-19" }, ["Annotation: not-in-this-manner"]],
    ["typed and confirmed", { name: "Siobhán O'Neill", isConfirmed: true }, []],
    ["typed, not confirmed", { name: "Siobhán O'Neill" }, ["Confirmation: not-confirmed"]],
    ["confirmed, not typed", { isConfirmed: true }, ["Name: missing"]],
    ["typed as blanks", { name: " \u0000 ", isConfirmed: true }, ["Name: missing"]],
    ["typed and drawn", { name: "S O'Neill", isConfirmed: true, strokes: INK }, ["Signature: not-in-this-manner"]],
    ["typed in 120 characters", { name: "n".repeat(120), isConfirmed: true }, []],
    ["typed in 121 characters", { name: "n".repeat(121), isConfirmed: true }, ["Name: text-too-long"]],
    ["on paper today", { manner: "paper", signedOn: "2021-05-10" }, []],
    ["on paper on the first day", { manner: "paper", signedOn: "2021-04-04" }, []],
    ["on paper the day before that", { manner: "paper", signedOn: "2021-04-03" }, ["Date signed: too-early"]],
    ["on paper tomorrow", { manner: "paper", signedOn: "2021-05-11" }, ["Date signed: in-future"]],
    ["on paper without a day", { manner: "paper" }, ["Date signed: missing"]],
    ["refused with a reason", { manner: "refused", reason: "Does not agree with the date" }, []],
    ["refused without a reason", { manner: "refused" }, ["Reason: missing"]],
    ["refused with blanks", { manner: "refused", reason: " \n " }, ["Reason: missing"]],
    ["could not, with a reason", { manner: "could-not", reason: "Broken wrist" }, []],
    ["could not, without a reason", { manner: "could-not" }, ["Reason: missing"]],
    ["a reason of 750 characters", { manner: "could-not", reason: "n".repeat(750) }, []],
    ["a reason of 751 characters", { manner: "could-not", reason: "n".repeat(751) }, ["Reason: text-too-long"]],
  ];
  it.each(rows)("%s", (_, entry, problems) => {
    expect(codes(entry)).toEqual(problems);
  });

  const provider = { party: "provider" } as const;
  const providerRows: readonly (readonly [string, Partial<SigningEntry>, readonly string[]])[] = [
    ["typed as the adviser signed in", { ...provider, name: "F Drummond", isConfirmed: true }, []],
    ["typed with another case", { ...provider, name: " f. drummond", isConfirmed: true }, []],
    ["typed as another adviser", { ...provider, name: "H Whitlock", isConfirmed: true }, ["Name: not-the-adviser"]],
    ["drawn without a name", { ...provider, manner: "drawn", strokes: INK }, []],
    ["drawn as another", { ...provider, manner: "drawn", strokes: INK, name: "H Whitlock" }, ["Name: not-the-adviser"]],
  ];
  it.each(providerRows)("the provider signs under the signed-in adviser's name only: %s", (_, entry, problems) => {
    expect(codes(entry)).toEqual(problems);
  });
});

describe("4.04 dated annotations", () => {
  const rows: readonly (readonly [string, string, string, readonly string[]])[] = [
    ["the day before its first", "covid-19", "2020-03-23", ["Annotation: annotation-not-in-use"]],
    ["its first day", "covid-19", "2020-03-24", []],
    ["its last day", "covid-19", "2022-04-30", []],
    ["the day after its last", "covid-19", "2022-05-01", ["Annotation: annotation-not-in-use"]],
    ["long after, without a last day", "remote", "2030-01-01", []],
    ["one that the contract does not know", "flood", "2021-05-10", ["Annotation: annotation-unknown"]],
  ];
  it.each(rows)("stand for the reason while in use: %s", (_, annotation, today, problems) => {
    expect(codes({ manner: "could-not", annotation }, { today })).toEqual(problems);
    expect(codes({ manner: "refused", annotation }, { today })).toEqual(problems);
    // A reason of their own does not make up for an annotation that is not in use.
    expect(codes({ manner: "could-not", annotation, reason: "Shielding" }, { today })).toEqual(problems);
  });
});

describe("What is recorded", () => {
  it("is the known name where none was typed, today where it is not on paper, and no blank reason", () => {
    const drawn = signatureOf({ ...ENTRY, manner: "drawn", strokes: INK, reason: " " }, SITUATION);
    expect(drawn).toEqual({
      party: "participant",
      manner: "drawn",
      name: "Siobhán O'Neill",
      strokes: INK,
      signedOn: "2021-05-10",
      reason: "",
      annotation: null,
    });
    const typed = { ...ENTRY, name: " S  O'Neill\n", isConfirmed: true };
    expect(signatureOf(typed, SITUATION).name).toBe("S O'Neill");
    expect(signatureOf({ ...typed, party: "provider", name: "f drummond" }, SITUATION).name).toBe("F Drummond");
    expect(signatureOf({ ...ENTRY, manner: "paper", signedOn: "2021-05-03" }, SITUATION).signedOn).toBe("2021-05-03");
  });

  it("is refused in a plain sentence", () => {
    const problems = signingProblems(
      { ...ENTRY, manner: "could-not", annotation: "covid-19" },
      { ...SITUATION, today: "2022-05-01" },
    );
    expect(problems.map(signingProblemMessage)).toEqual([
      "The annotation COVID-19 is in use only from 24/03/2020 to 30/04/2022.",
    ]);
  });
});
