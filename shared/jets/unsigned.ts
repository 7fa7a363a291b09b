import type { Signature, SigningParty } from "./signature.ts";

/** The newest that a party did about a plan's signature, as far as a report looks at it. */
export type LastSigning = Pick<Signature, "party" | "manner" | "reason" | "annotation" | "contentHash">;

/** What a plan's signatures are held against. */
export interface SignedPlan {
  /** The hash of what was agreed, or of what stands now while nothing is; null without a plan, when any signature counts. */
  readonly heldAgainst: string | null;
  /** The newest of each party, in any order. */
  readonly signings: readonly LastSigning[];
  /** What an annotation's code says. */
  readonly annotationWords: (code: string) => string;
}

const PARTIES: readonly SigningParty[] = ["participant", "provider"];
const PARTY_WORDS: Readonly<Record<SigningParty, string>> = { participant: "Participant", provider: "Provider" };

/** Why a plan does not bear both signatures, in words; '' where it bears them (4.05, 4.08). */
export function whyUnsigned(plan: SignedPlan): string {
  return PARTIES.flatMap((party) => {
    const why = whyPartyDidNotSign(party, plan);
    return why === "" ? [] : [`${PARTY_WORDS[party]}: ${why}`];
  }).join("; ");
}

function whyPartyDidNotSign(party: SigningParty, { heldAgainst, signings, annotationWords }: SignedPlan): string {
  const last = signings.find((signing) => signing.party === party);
  if (!last) return "not signed yet";
  const { manner, reason, annotation, contentHash } = last;
  if (manner === "refused" || manner === "could-not") {
    const said = [annotation === null ? "" : annotationWords(annotation), reason].filter((words) => words !== "");
    return `${manner === "refused" ? "refused" : "could not sign"}, ${said.join(", ")}`;
  }
  return heldAgainst === null || contentHash === heldAgainst ? "" : "signed for an earlier version";
}
