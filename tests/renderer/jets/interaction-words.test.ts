import { expect, test } from "vitest";
import {
  attachmentInWords,
  interactionCells,
  requestCells,
  signedInBrief,
} from "../../../renderer/jets/interaction-words.ts";
import type { Interaction } from "../../../shared/jets/interaction.ts";
import type { Signature, SigningManner, SigningParty } from "../../../shared/jets/signature.ts";

const WORDS = {
  tab: "JETS.S",
  plan: "Action Plan (JETS.S AP)",
  client: "Participant",
  pa: "Provider",
  item: "Activity",
  items: "Activities",
};

function signature(party: SigningParty, manner: SigningManner, fields: Partial<Signature> = {}): Signature {
  return {
    ...{ id: "s", subject: "interaction", interactionId: "i", party, manner, name: "Siobhán O'Neill", strokes: null },
    ...{ signedOn: "2012-04-10", reason: "", annotation: null, contentHash: "", planVersion: null },
    ...{ recordedAt: "2012-04-10T10:20:00.000Z", recordedBy: "F Drummond" },
    ...fields,
  };
}

function interaction(signatures: Signature[]): Interaction {
  return {
    ...{ id: "i", clientId: "c", happenedOn: "2012-04-10", kind: "appointment", means: "video" },
    ...{ text: "Talked about\nthe bakery", recordedAt: "2012-04-10T10:20:00.000Z", recordedBy: "F Drummond" },
    ...{ signatures, attachments: [], contentHash: "" },
  };
}

test.each<[string, Signature[], string]>([
  ["nothing", [], "Not signed yet"],
  ["the participant", [signature("participant", "drawn")], "Participant"],
  ["the provider", [signature("provider", "typed")], "Provider"],
  [
    "the participant before a file was added",
    [signature("participant", "drawn", { contentHash: "other" })],
    "Signed for an earlier version",
  ],
  ["both", [signature("provider", "typed"), signature("participant", "paper")], "By both"],
  ["a refusal", [signature("participant", "refused")], "Refused to sign"],
  [
    "a refusal after a signature",
    [signature("participant", "refused"), signature("participant", "drawn")],
    "Refused to sign",
  ],
  ["the provider beside a refusal", [signature("participant", "refused"), signature("provider", "typed")], "Provider"],
])("4.05 evidence of all interactions: signed by %s stands in the log", (_, signatures, expected) => {
  expect(signedInBrief(interaction(signatures), WORDS)).toBe(expected);
  expect(interactionCells(interaction(signatures), WORDS)).toEqual([
    "10/04/2012",
    "Appointment",
    "Video",
    expected,
    "",
    "Talked about the bakery",
  ]);
});

test("a request says when it was answered, and a file how large it is", () => {
  const recorded = { recordedAt: "2012-04-10T10:20:00.000Z", recordedBy: "F Drummond" };
  const request = { id: "r", clientId: "c", askedOn: "2012-04-10", form: "paper" as const, note: "", ...recorded };
  expect(requestCells({ ...request, answer: null })).toEqual(["10/04/2012", "On paper", "Not yet", ""]);
  const answer = { answeredOn: "2012-04-11", answeredBy: "F Drummond", printId: null };
  expect(requestCells({ ...request, answer })[2]).toBe("11/04/2012, F Drummond");
  const file = { id: "a", interactionId: "i", name: "a.pdf", mediaType: "application/pdf" as const, contentHash: "" };
  const added = { addedAt: "2012-04-10T10:20:00.000Z", addedBy: "F Drummond" };
  expect([27, 1_025, 10_485_760].map((bytes) => attachmentInWords({ ...file, bytes, ...added }))).toEqual([
    "27 bytes, 10/04/2012 11:20, F Drummond",
    "2 KB, 10/04/2012 11:20, F Drummond",
    "10.0 MB, 10/04/2012 11:20, F Drummond",
  ]);
});
