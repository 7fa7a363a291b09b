import { formatDate, formatMoment } from "../dates.ts";
import type { Annotation } from "./contract-terms.ts";
import type { Signature } from "./signature.ts";
import { isNotSigned } from "./signing-rules.ts";
import type { PartyStanding } from "./signing-state.ts";

/** Where a party stands, in a few words. */
export function standingWords({ state, signature }: PartyStanding): string {
  const refusal = signature?.manner === "refused" ? "Refused to sign" : "Could not sign";
  switch (state) {
    case "none":
      return "Not signed yet";
    case "signed":
      return "Signed for this version";
    case "signed-earlier":
      return "Signed for an earlier version";
    case "not-signed":
      return refusal;
    case "not-signed-earlier":
      return `${refusal} an earlier version`;
  }
}

/** How and when it was signed, or not signed, after a name that may be left off. */
export function mannerWords({ manner, recordedAt, signedOn }: Signature): string {
  switch (manner) {
    case "drawn":
      return `drawn ${formatMoment(recordedAt)}`;
    case "typed":
      return `typed and confirmed ${formatMoment(recordedAt)}`;
    case "paper":
      return `on paper ${formatDate(signedOn)}`;
    case "refused":
      return `asked and refused ${formatMoment(recordedAt)}`;
    case "could-not":
      return `could not sign ${formatMoment(recordedAt)}`;
  }
}

/** Who signed, how and when, on one line. */
export function signatureLine(signature: Signature, isNamed = true): string {
  const words = mannerWords(signature);
  return isNamed ? `${signature.name}, ${words}` : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** The words of the annotation that stands in the place of a signature (4.04); undefined without one. */
export function annotationWords(
  { manner, annotation }: Pick<Signature, "manner" | "annotation">,
  annotations: readonly Annotation[],
): string | undefined {
  if (annotation === null || !isNotSigned(manner)) return undefined;
  // An annotation that is in the contract's file no more was still used: its code says which.
  return annotations.find(({ code }) => code === annotation)?.words ?? annotation;
}
