import { describe, expect, it } from "vitest";
import { interactionContentHash } from "../../../../electron/services/jets/interaction-content-hash.ts";
import { planContentHash } from "../../../../electron/services/jets/plan-content-hash.ts";
import type { ActionItem, Plan } from "../../../../shared/action-plan/action-plan.ts";
import { type ActivityDetails, noDetails } from "../../../../shared/jets/activity-details.ts";
import type { SignedInteraction } from "../../../../shared/jets/canonical-interaction.ts";
import { anItem, aPlan, aReview } from "../../../shared/action-plan/fixtures.ts";

const FIRST = anItem({ id: "a", text: "Write a CV", targetDate: "2012-04-18" });
const SECOND = anItem({ id: "b", text: "Ask Kelbridge Foods", targetDate: "2012-05-02" });
const PLAN: Plan = { ...aPlan({ items: [FIRST, SECOND] }), kind: "jets" };
const DETAILS: readonly ActivityDetails[] = [
  { ...noDetails("a"), what: { text: "A one-page CV", understoodOn: null } },
  { ...noDetails("b"), why: { text: "To see the work", understoodOn: null } },
];
const HASH = planContentHash(PLAN, DETAILS);

const withFirst = (fields: Partial<ActionItem>): Plan => ({ ...PLAN, items: [{ ...FIRST, ...fields }, SECOND] });
const withDetails = (fields: Partial<ActivityDetails>) => [
  { ...DETAILS[0], ...fields } as ActivityDetails,
  ...DETAILS.slice(1),
];

describe("What a signature on a plan is bound to", () => {
  it("is a SHA-256, the same each time", () => {
    expect(HASH).toMatch(/^[0-9a-f]{64}$/);
    expect(planContentHash(structuredClone(PLAN), structuredClone(DETAILS))).toBe(HASH);
  });

  const changes: readonly (readonly [string, Plan, readonly ActivityDetails[]])[] = [
    ["an activity's text", withFirst({ text: "Write a CV." }), DETAILS],
    ["whom it is assigned to", withFirst({ assignedTo: "pa" }), DETAILS],
    ["its target date", withFirst({ targetDate: "2012-04-19" }), DETAILS],
    ["that it is closed", withFirst({ dateClosed: "2012-04-16" }), DETAILS],
    ["a new activity", { ...PLAN, items: [...PLAN.items, anItem({ id: "c" })] }, DETAILS],
    ["an activity that is gone", { ...PLAN, items: [FIRST] }, DETAILS],
    ["a text of a tab", { ...PLAN, texts: { ...PLAN.texts, info: "Reads large print" } }, DETAILS],
    ["whose plan it is", { ...PLAN, clientId: "another" }, DETAILS],
    ["its kind", { ...PLAN, kind: "lms" }, DETAILS],
    ["What", PLAN, withDetails({ what: { text: "A two-page CV", understoodOn: null } })],
    ["Why", PLAN, withDetails({ why: { text: "To find work", understoodOn: null } })],
    ["When", PLAN, withDetails({ when: { text: "By Wednesday", understoodOn: null } })],
    ["details that are gone", PLAN, []],
  ];
  it.each(changes)("is changed by %s", (_, plan, details) => {
    expect(planContentHash(plan, details)).not.toBe(HASH);
  });

  const smart = { ...noDetails("a").smart, specific: "One page" };
  const same: readonly (readonly [string, Plan, readonly ActivityDetails[]])[] = [
    ["the order of the activities", { ...PLAN, items: [SECOND, FIRST] }, DETAILS],
    ["the order of the details", PLAN, DETAILS.toReversed()],
    ["details of an activity of another plan", PLAN, [...DETAILS, { ...noDetails("z"), considered: "x" }]],
    ["its version and who saved it", { ...PLAN, version: 9, savedBy: "H Whitlock" }, DETAILS],
    ["a print", { ...PLAN, printedAt: "2012-04-16T10:00:00.000Z" }, DETAILS],
    ["a review", withFirst({ reviews: [aReview()] }), DETAILS],
    ["a confirmation", PLAN, withDetails({ what: { text: "A one-page CV", understoodOn: "2012-04-16" } })],
    ["a SMART reason", PLAN, withDetails({ smart })],
    ["how needs were considered", PLAN, withDetails({ considered: "Large print" })],
  ];
  it.each(same)("is not changed by %s", (_, plan, details) => {
    expect(planContentHash(plan, details)).toBe(HASH);
  });
});

describe("What a signature on an interaction is bound to", () => {
  const interaction: SignedInteraction = {
    ...{ id: "one", clientId: "client", happenedOn: "2012-04-16", kind: "appointment", means: "face-to-face" },
    text: "Went through the CV",
    attachments: [
      { name: "cv.pdf", contentHash: "1" },
      { name: "letter.pdf", contentHash: "2" },
    ],
  };
  const hash = interactionContentHash(interaction);

  const others: readonly (readonly [string, Partial<SignedInteraction>])[] = [
    ["its day", { happenedOn: "2012-04-15" }],
    ["its kind", { kind: "telephone" }],
    ["its means", { means: "video" }],
    ["that no means is known", { means: null }],
    ["its text", { text: "Went through the CV." }],
    ["whose it is", { clientId: "another" }],
    ["which one it is", { id: "two" }],
    ["a file that is gone", { attachments: interaction.attachments.slice(1) }],
    ["what is in a file", { attachments: interaction.attachments.map((file) => ({ ...file, contentHash: "3" })) }],
    ["a file's name", { attachments: interaction.attachments.map((file) => ({ ...file, name: `my ${file.name}` })) }],
  ];
  it.each(others)("is changed by %s", (_, fields) => {
    expect(interactionContentHash({ ...interaction, ...fields })).not.toBe(hash);
  });

  it("is not changed by the order of the files, nor by what else is known of it", () => {
    const more = { ...interaction, attachments: interaction.attachments.toReversed(), recordedBy: "H Whitlock" };
    expect(interactionContentHash(more)).toBe(hash);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });
});
