import { z } from "zod";
import { type Signature, type SigningParty, signatureSchema, signingPartySchema } from "./signature.ts";
import { isNotSigned } from "./signing-rules.ts";

/**
 * Where a party stands: no signature at all, signed or not signed (with its reason) for exactly what stands now, or for an
 * earlier version of it.
 */
export const signingStateSchema = z.enum(["none", "signed", "not-signed", "signed-earlier", "not-signed-earlier"]);

/** A party with its newest signature. */
export const partyStandingSchema = z.object({
  party: signingPartySchema,
  state: signingStateSchema,
  /** Null where the party has never signed or been asked. */
  signature: signatureSchema.nullable(),
});

export type SigningState = z.infer<typeof signingStateSchema>;
export type PartyStanding = z.infer<typeof partyStandingSchema>;

/** Where both parties stand, by the signatures on one plan or one interaction, newest first, and by what stands now. */
export function standings(signatures: readonly Signature[], contentHash: string | null): PartyStanding[] {
  return signingPartySchema.options.map((party) => standingOf(signatures, party, contentHash));
}

/** Where one party stands: its newest signature decides. */
export function standingOf(
  signatures: readonly Signature[],
  party: SigningParty,
  contentHash: string | null,
): PartyStanding {
  const signature = signatures.find((each) => each.party === party) ?? null;
  if (!signature) return { party, state: "none", signature };
  const isCurrent = signature.contentHash === contentHash;
  const told = isNotSigned(signature.manner) ? "not-signed" : "signed";
  return { party, state: isCurrent ? told : `${told}-earlier`, signature };
}

/** Tells whether a party has done what an agreement needs: signed what stands now, or had the reason recorded (4.05). */
export function isDone({ state }: Pick<PartyStanding, "state">): boolean {
  return state === "signed" || state === "not-signed";
}

/** The signatures on the plan alone, out of all of a participant's. */
export function onPlan(signatures: readonly Signature[]): Signature[] {
  return signatures.filter(({ subject }) => subject === "plan");
}

/** The signatures on one interaction, out of all of a participant's. */
export function onInteraction(signatures: readonly Signature[], interactionId: string): Signature[] {
  return signatures.filter((each) => each.interactionId === interactionId);
}

/** The codes of the annotations that stand on the plan in the place of signatures: the newest of each party decides (4.04). */
export function annotationsOnPlan(signatures: readonly Signature[]): string[] {
  const newest = standings(onPlan(signatures), null).flatMap(({ signature }) => signature ?? []);
  return [...new Set(newest.flatMap(({ manner, annotation }) => (isNotSigned(manner) && annotation) || []))];
}
