import { describe, expect, test } from "vitest";
import { contractOf, planChoices } from "../../../shared/action-plan/plan-choices.ts";
import { contractTermsSchema } from "../../../shared/jets/contract-terms.ts";

describe("which plans of a client can be opened", () => {
  test.each([
    [[], false, "both", ["lms"]],
    [[], true, "both", ["jets"]],
    [["lms"], false, "both", ["lms"]],
    [["jets"], true, "both", ["jets"]],
    [["lms"], true, "both", ["lms", "jets"]],
    [["jets"], false, "both", ["lms", "jets"]],
    [["lms", "jets"], true, "both", ["lms", "jets"]],
    [["lms", "jets"], false, "both", ["lms", "jets"]],
    [[], true, "lms", ["lms"]],
    [["jets"], true, "lms", ["lms", "jets"]],
    [["lms"], true, "lms", ["lms"]],
    [[], false, "jets", ["jets"]],
    [["lms"], false, "jets", ["lms", "jets"]],
    [["jets"], false, "jets", ["jets"]],
  ] as const)("with %o, a participant %s, in an office that makes %s: %o", (existing, isParticipant, office, kinds) => {
    expect(planChoices({ existing, isParticipant, officePlans: office })).toEqual(kinds);
  });
});

describe("the contract that a client is under", () => {
  const terms = (code: string, tab: string) =>
    contractTermsSchema.parse({
      ...{ code, name: tab, nation: "SCT", shownFromDay: 6, annotations: [] },
      fullPlan: { workingDays: 10, from: "start", paragraph: "" },
      planReview: { workingDays: 10, paragraph: "" },
      words: { tab, plan: tab, client: "Participant", pa: "Provider", item: "Step", items: "Steps" },
    });
  const contracts = [terms("jets-scotland", "JETS.S"), terms("kelbridge", "KEL")];

  test.each([
    [undefined, "JETS.S", "jets-scotland"],
    [undefined, " jets.s", "jets-scotland"],
    [undefined, "KEL", "kelbridge"],
    ["kelbridge", "JETS.S", "kelbridge"],
    ["gone", "JETS.S", "jets-scotland"],
    [undefined, "JSA", undefined],
    [undefined, "", undefined],
  ])("recorded %s, client group %o: %s", (recorded, clientGroup, code) => {
    expect(contractOf(contracts, { recorded, clientGroup })?.code).toBe(code);
  });
});
