import { z } from "zod";
import type { Plan } from "../action-plan/action-plan.ts";
import { isBlank } from "../text.ts";
import {
  type ActivityDetails,
  noDetails,
  type SmartLetter,
  smartLetterSchema,
  type UnderstandingPart,
  understandingPartSchema,
} from "./activity-details.ts";
import { type CountedFrom, countedFromSchema, type PlanWords } from "./contract-terms.ts";
import { countInWords, inSeries } from "./due-words.ts";
import { type Signature, type SigningParty, signingPartySchema } from "./signature.ts";

/** What is still to do before the full plan can be agreed (4.03, 4.05). */
export const agreementNeedSchema = z.discriminatedUnion("code", [
  /** The date from which the days are counted is not recorded. */
  z.object({ code: z.literal("no-date"), from: countedFromSchema }),
  z.object({ code: z.literal("no-activities") }),
  z.object({ code: z.literal("smart"), itemId: z.string(), letters: z.array(smartLetterSchema).min(1) }),
  z.object({ code: z.literal("not-understood"), itemId: z.string(), parts: z.array(understandingPartSchema).min(1) }),
  z.object({ code: z.literal("not-considered"), itemId: z.string() }),
  z.object({ code: z.literal("signature"), party: signingPartySchema, isForEarlier: z.boolean() }),
]);

export type AgreementNeed = z.infer<typeof agreementNeedSchema>;

/** What the agreement of a full plan depends on. */
export interface AgreementSituation {
  /** Null until the plan's first save. */
  readonly plan: Plan | null;
  readonly details: readonly ActivityDetails[];
  /** Newest first. */
  readonly signatures: readonly Signature[];
  /** The hash of the plan as it stands; null where there is none. */
  readonly contentHash: string | null;
  readonly hasSupportNeeds: boolean;
  /** The date from which the days are counted, where it is not recorded. */
  readonly missingDate: CountedFrom | null;
}

/** Everything that is still to do before the full plan can be agreed; nothing once it can be. */
export function agreementProblems(situation: AgreementSituation): AgreementNeed[] {
  const { plan, details, hasSupportNeeds, missingDate } = situation;
  const open = plan?.items.filter(({ dateClosed }) => dateClosed === null) ?? [];
  const detailsOf = new Map(details.map((each) => [each.itemId, each]));
  return [
    ...(missingDate ? [{ code: "no-date", from: missingDate } as const] : []),
    ...(plan && plan.items.length > 0 ? [] : [{ code: "no-activities" } as const]),
    ...open.flatMap(({ id }) => activityNeeds(detailsOf.get(id) ?? noDetails(id), hasSupportNeeds)),
    ...signingPartySchema.options.flatMap((party) => signatureNeed(party, situation)),
  ];
}

function activityNeeds(details: ActivityDetails, hasSupportNeeds: boolean): AgreementNeed[] {
  const { itemId, considered } = details;
  const letters: SmartLetter[] = smartLetterSchema.options.filter((letter) => isBlank(details.smart[letter]));
  const parts: UnderstandingPart[] = understandingPartSchema.options.filter(
    (part) => isBlank(details[part].text) || details[part].understoodOn === null,
  );
  return [
    ...(letters.length > 0 ? [{ code: "smart", itemId, letters } as const] : []),
    ...(parts.length > 0 ? [{ code: "not-understood", itemId, parts } as const] : []),
    ...(hasSupportNeeds && isBlank(considered) ? [{ code: "not-considered", itemId } as const] : []),
  ];
}

function signatureNeed(party: SigningParty, situation: AgreementSituation): AgreementNeed[] {
  const newest = newestOf(party, situation.signatures);
  if (newest && newest.contentHash === situation.contentHash) return [];
  return [{ code: "signature", party, isForEarlier: newest !== undefined }];
}

/** A party's newest signature on the plan, or the reason why there is none. */
function newestOf(party: SigningParty, signatures: readonly Signature[]): Signature | undefined {
  return signatures.find((signature) => signature.subject === "plan" && signature.party === party);
}

/** The day of the later of both parties' newest signatures: the plan is not agreed before it; null without any. */
export function latestSignatureOn(signatures: readonly Signature[]): string | null {
  const days = signingPartySchema.options.flatMap((party) => newestOf(party, signatures)?.signedOn ?? []);
  return days.sort().at(-1) ?? null;
}

/** What is still to do, as one sentence, the activity that is selected first. */
export function needsInWords(needs: readonly AgreementNeed[], itemId: string | null, words: PlanWords): string {
  const item = words.item.toLowerCase();
  const ofItems = needs.flatMap((need) => ("itemId" in need ? [need] : []));
  const selected = ofItems.filter((need) => need.itemId === itemId);
  const others = ofItems.filter((need) => need.itemId !== itemId);
  const otherCount = new Set(others.map((need) => need.itemId)).size;
  const rest = selected.length > 0 ? "other " : "";
  const parts = [
    ...needs.flatMap((need) => wholeInWords(need, words)),
    ...(selected.length > 0 ? [`${inSeries(itemWords(selected, words))} on the selected ${item}`] : []),
    ...(others.length > 0
      ? [
          `${inSeries(itemWords(others, words))} on ${countInWords(otherCount, `${rest}${item}`, `${rest}${words.items.toLowerCase()}`)}`,
        ]
      : []),
    ...signaturesInWords(needs, words),
  ];
  return `Still to do: ${parts.join("; ")}.`;
}

function wholeInWords(need: AgreementNeed, words: PlanWords): string[] {
  if (need.code === "no-date") return [need.from === "start" ? "the start date" : "the date of the referral"];
  return need.code === "no-activities" ? [`${words.items.toLowerCase()} in a saved plan`] : [];
}

function itemWords(needs: readonly Extract<AgreementNeed, { itemId: string }>[], words: PlanWords): string[] {
  const reasons = needs.reduce((sum, need) => sum + (need.code === "smart" ? need.letters.length : 0), 0);
  const parts = new Set(needs.flatMap((need) => (need.code === "not-understood" ? need.parts : [])));
  const isUnderstood = understandingPartSchema.options
    .filter((part) => parts.has(part))
    .map((part) => PART_NAMES[part]);
  return [
    ...(reasons > 0 ? [countInWords(reasons, "SMART reason")] : []),
    ...(isUnderstood.length > 0
      ? [`that the ${words.client.toLowerCase()} understands ${inSeries(isUnderstood)}`]
      : []),
    ...(needs.some(({ code }) => code === "not-considered") ? ["how the support needs were considered"] : []),
  ];
}

const PART_NAMES: Readonly<Record<UnderstandingPart, string>> = { what: "What", why: "Why", when: "When" };

function signaturesInWords(needs: readonly AgreementNeed[], words: PlanWords): string[] {
  const unsigned = needs.flatMap((need) => (need.code === "signature" ? [need] : []));
  if (unsigned.length === 0) return [];
  const names = unsigned.map(({ party }) => `the ${(party === "participant" ? words.client : words.pa).toLowerCase()}`);
  const version = unsigned.every(({ isForEarlier }) => isForEarlier) ? " for this version" : "";
  const [name] = names;
  return [names.length === 1 ? `${name}'s signature${version}` : `signatures of ${inSeries(names)}${version}`];
}
