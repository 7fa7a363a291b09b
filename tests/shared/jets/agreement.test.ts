import { describe, expect, test } from "vitest";
import type { ActionItem, Plan } from "../../../shared/action-plan/action-plan.ts";
import type { ActivityDetails } from "../../../shared/jets/activity-details.ts";
import {
  type AgreementSituation,
  agreementProblems,
  latestSignatureOn,
  needsInWords,
} from "../../../shared/jets/agreement.ts";
import { courseDateProblems } from "../../../shared/jets/course-dates.ts";
import type { CourseDates } from "../../../shared/jets/participant.ts";
import type { Signature, SigningManner, SigningParty } from "../../../shared/jets/signature.ts";

const HASH = "what is agreed";
const WORDS = {
  ...{ tab: "JETS.S", plan: "JETS.S AP", client: "Participant", pa: "Provider" },
  ...{ item: "Activity", items: "Activities" },
};

function plan(...ids: readonly string[]): Plan {
  const items = ids.map((id) => ({ id, dateClosed: id.startsWith("closed") ? "2012-04-13" : null }) as ActionItem);
  return { items } as Plan;
}

function details(itemId: string, fields: Partial<ActivityDetails> = {}): ActivityDetails {
  const understood = { text: "A CV", understoodOn: "2012-04-10" };
  const smart = { specific: "a", measurable: "b", achievable: "c", realistic: "d", timeBound: "e" };
  return {
    ...{ itemId, what: understood, why: understood, when: understood },
    ...{ considered: "Large print", smart },
    ...fields,
  };
}

function signature(party: SigningParty, fields: Partial<Signature> = {}): Signature {
  return { subject: "plan", party, manner: "typed", signedOn: "2012-04-16", contentHash: HASH, ...fields } as Signature;
}

const COMPLETE: AgreementSituation = {
  plan: plan("cv"),
  details: [details("cv")],
  signatures: [signature("participant"), signature("provider")],
  contentHash: HASH,
  hasSupportNeeds: true,
  missingDate: null,
};

describe("4.03 and 4.05, what the full plan needs before it can be agreed", () => {
  const smart = details("cv").smart;
  const open = { text: "", understoodOn: null };
  test.each<[string, Partial<AgreementSituation>, ReturnType<typeof agreementProblems>]>([
    ["everything is there", {}, []],
    ["there is no plan", { plan: null, details: [] }, [{ code: "no-activities" }]],
    ["there is no activity", { plan: plan(), details: [] }, [{ code: "no-activities" }]],
    ["the start is not recorded", { missingDate: "start" }, [{ code: "no-date", from: "start" }]],
    [
      "SMART reasons are missing",
      { details: [details("cv", { smart: { ...smart, achievable: "", timeBound: " " } })] },
      [{ code: "smart", itemId: "cv", letters: ["achievable", "timeBound"] }],
    ],
    [
      "why is not confirmed as understood, and when not written",
      {
        details: [
          details("cv", { why: { text: "Work", understoodOn: null }, when: { text: " ", understoodOn: "2012-04-10" } }),
        ],
      },
      [{ code: "not-understood", itemId: "cv", parts: ["why", "when"] }],
    ],
    [
      "support needs were not considered",
      { details: [details("cv", { considered: "" })] },
      [{ code: "not-considered", itemId: "cv" }],
    ],
    [
      "there are no support needs to consider",
      { details: [details("cv", { considered: "" })], hasSupportNeeds: false },
      [],
    ],
    ["a closed activity lacks all of it", { plan: plan("closed", "cv") }, []],
    [
      "nothing is recorded of an open activity",
      { details: [] },
      [
        { code: "smart", itemId: "cv", letters: ["specific", "measurable", "achievable", "realistic", "timeBound"] },
        { code: "not-understood", itemId: "cv", parts: ["what", "why", "when"] },
        { code: "not-considered", itemId: "cv" },
      ],
    ],
    [
      "nobody has signed",
      { signatures: [] },
      [
        { code: "signature", party: "participant", isForEarlier: false },
        { code: "signature", party: "provider", isForEarlier: false },
      ],
    ],
    [
      "the participant signed an earlier version",
      { signatures: [signature("participant", { contentHash: "before" }), signature("provider")] },
      [{ code: "signature", party: "participant", isForEarlier: true }],
    ],
    [
      "only an interaction is signed",
      { signatures: [signature("participant", { subject: "interaction" }), signature("provider")] },
      [{ code: "signature", party: "participant", isForEarlier: false }],
    ],
    [
      "every kind of thing is missing at once",
      {
        details: [details("cv", { what: open, considered: "", smart: { ...smart, specific: "" } })],
        signatures: [signature("participant")],
        missingDate: "referral",
      },
      [
        { code: "no-date", from: "referral" },
        { code: "smart", itemId: "cv", letters: ["specific"] },
        { code: "not-understood", itemId: "cv", parts: ["what"] },
        { code: "not-considered", itemId: "cv" },
        { code: "signature", party: "provider", isForEarlier: false },
      ],
    ],
  ])("%s", (_, situation, needs) => {
    expect(agreementProblems({ ...COMPLETE, ...situation })).toEqual(needs);
  });

  test.each<SigningManner>(["drawn", "typed", "paper", "refused", "could-not"])(
    "a party's newest record for this version, %s, is enough",
    (manner) => {
      const signatures = [
        signature("participant", { manner }),
        signature("participant", { contentHash: "before" }),
        signature("provider", { manner }),
      ];
      expect(agreementProblems({ ...COMPLETE, signatures })).toEqual([]);
    },
  );

  test("the first day of agreement is that of the later of both newest signatures", () => {
    const signatures = [
      signature("participant", { signedOn: "2012-04-12" }),
      signature("provider", { signedOn: "2012-04-10" }),
      signature("provider", { signedOn: "2012-04-14" }),
    ];
    expect(latestSignatureOn(signatures)).toBe("2012-04-12");
    expect(latestSignatureOn([])).toBeNull();
  });

  test.each<[string, string | null, string]>([
    [
      "on the activity that is selected",
      "cv",
      "Still to do: two SMART reasons on the selected activity; the participant's signature for this version.",
    ],
    [
      "on another one",
      null,
      "Still to do: two SMART reasons on one activity; the participant's signature for this version.",
    ],
  ])("is said in words, %s", (_, itemId, words) => {
    const needs = agreementProblems({
      ...COMPLETE,
      details: [details("cv", { smart: { ...smart, achievable: "", realistic: "" } })],
      signatures: [signature("participant", { contentHash: "before" }), signature("provider")],
    });
    expect(needsInWords(needs, itemId, WORDS)).toBe(words);
  });

  test("everything is said in one sentence", () => {
    const needs = agreementProblems({
      ...COMPLETE,
      plan: plan("cv", "visit"),
      details: [],
      signatures: [],
      missingDate: "start",
    });
    expect(needsInWords(needs, "cv", WORDS)).toBe(
      "Still to do: the start date; five SMART reasons, that the participant understands What, Why and When and how the support needs were considered on the selected activity; five SMART reasons, that the participant understands What, Why and When and how the support needs were considered on one other activity; signatures of the participant and the provider.",
    );
    expect(needsInWords(agreementProblems({ ...COMPLETE, plan: null }), null, WORDS)).toBe(
      "Still to do: activities in a saved plan.",
    );
  });
});

describe("4.02 the order of a course's dates", () => {
  const DATES: CourseDates = {
    ...{ referredOn: "2012-03-26", engagedOn: "2012-03-28" },
    ...{ startAppointmentOn: "2012-04-03", startedOn: "2012-04-03" },
  };
  const NONE = { referredOn: null, engagedOn: null, startAppointmentOn: null, startedOn: null };
  const tooEarly = (date: string, other: string, otherDate: string) => ({ code: "before", date, other, otherDate });
  test.each<[string, Partial<CourseDates>, unknown[]]>([
    ["in order", {}, []],
    ["none yet", NONE, []],
    ["all on one day", { ...NONE, referredOn: "2012-04-03", startedOn: "2012-04-03" }, []],
    [
      "engaged before the referral",
      { engagedOn: "2012-03-25" },
      [{ field: "Initial engagement", reason: tooEarly("2012-03-25", "Referral", "2012-03-26") }],
    ],
    [
      "started before the appointment",
      { startedOn: "2012-04-02" },
      [{ field: "Start date", reason: tooEarly("2012-04-02", "Start appointment", "2012-04-03") }],
    ],
    [
      "started before the referral, with nothing between",
      { ...NONE, referredOn: "2012-04-04", startedOn: "2012-04-03" },
      [{ field: "Start date", reason: tooEarly("2012-04-03", "Referral", "2012-04-04") }],
    ],
    ["an appointment still to come", { startAppointmentOn: "2012-04-20", startedOn: null }, []],
    [
      "a start in the future",
      { startedOn: "2012-04-17" },
      [{ field: "Start date", reason: { code: "future", date: "2012-04-17" } }],
    ],
  ])("%s", (_, dates, problems) => {
    expect(courseDateProblems({ ...DATES, ...dates }, "2012-04-16")).toEqual(problems);
  });
});
