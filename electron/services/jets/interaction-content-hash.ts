import { hash } from "node:crypto";
import { canonicalInteraction, type SignedInteraction } from "../../../shared/jets/canonical-interaction.ts";

/** SHA-256, in hexadecimal digits, of the canonical form of an interaction: what its signatures are bound to. */
export function interactionContentHash(interaction: SignedInteraction): string {
  return hash("sha256", canonicalInteraction(interaction), "hex");
}
