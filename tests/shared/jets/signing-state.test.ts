import { expect, it } from "vitest";
import type { Signature } from "../../../shared/jets/signature.ts";
import { annotationsOnPlan, isDone, onInteraction, onPlan, standings } from "../../../shared/jets/signing-state.ts";

function signature(fields: Partial<Signature>): Signature {
  return {
    ...{ id: "one", subject: "plan", interactionId: null, party: "participant", manner: "typed", name: "S O'Neill" },
    ...{ strokes: null, signedOn: "2012-04-16", reason: "", annotation: null, contentHash: "now", planVersion: 1 },
    ...{ recordedAt: "2012-04-16T09:00:00.000Z", recordedBy: "F Drummond" },
    ...fields,
  };
}

const signed = signature({ id: "signed" });
const refused = signature({ id: "refused", manner: "refused", reason: "In a hurry" });
const couldNot = signature({ id: "could-not", manner: "could-not", annotation: "covid-19" });
const before = { contentHash: "before" };

const rows: readonly (readonly [string, readonly Signature[], string, boolean])[] = [
  ["nothing", [], "none", false],
  ["signed what stands now", [signed], "signed", true],
  ["signed what stood before", [{ ...signed, ...before }], "signed-earlier", false],
  ["signed again after a change", [signed, { ...signed, ...before }], "signed", true],
  ["refused what stands now", [refused], "not-signed", true],
  ["could not, annotated", [couldNot], "not-signed", true],
  ["refused what stood before", [{ ...refused, ...before }], "not-signed-earlier", false],
  ["refused after having signed", [refused, signed], "not-signed", true],
  ["the provider's alone", [{ ...signed, party: "provider" }], "none", false],
];
it.each(rows)("4.05 the newest signature of a party decides: %s", (_, signatures, state, done) => {
  const [participant] = standings(signatures, "now");
  expect({ state: participant?.state, done: participant && isDone(participant) }).toEqual({ state, done });
});

it("4.05 each party stands for itself, the participant first", () => {
  const provider = signature({ id: "provider", party: "provider", ...before });
  expect(standings([provider, signed], "now")).toEqual([
    { party: "participant", state: "signed", signature: signed },
    { party: "provider", state: "signed-earlier", signature: provider },
  ]);
});

it("4.05 without a plan nothing is signed for this version", () => {
  expect(standings([signed], null).map(({ state }) => state)).toEqual(["signed-earlier", "none"]);
});

it("signatures on the plan and on an interaction are told apart", () => {
  const other = signature({ id: "other", subject: "interaction", interactionId: "letter" });
  expect([onPlan([other, signed]), onInteraction([other, signed], "letter"), onInteraction([other], "call")]).toEqual([
    [signed],
    [other],
    [],
  ]);
});

it("4.04 an annotation stands on the plan for as long as nothing newer of that party does", () => {
  const onInteractionOnly = signature({ subject: "interaction", manner: "could-not", annotation: "remote" });
  expect(annotationsOnPlan([couldNot])).toEqual(["covid-19"]);
  expect(annotationsOnPlan([couldNot, { ...couldNot, party: "provider" }])).toEqual(["covid-19"]);
  expect(annotationsOnPlan([signed, couldNot])).toEqual([]);
  expect(annotationsOnPlan([onInteractionOnly, refused])).toEqual([]);
});
