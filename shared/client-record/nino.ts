const SUFFIXES = "ABCD";
const NEVER_FIRST = "DFIQUV";
const NEVER_SECOND = "DFIOQUV";
const NEVER_ISSUED = ["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"];
/** Training data carry this prefix, which HMRC never issues. */
export const TRAINING_PREFIX = "QQ";

/** Which National Insurance numbers a store takes: real ones, or training ones and no others. */
export type NinoRule = "real" | "training";

/** Takes out spaces and hyphens and makes capitals, as a NINO is stored. */
export function tidyNino(typed: string): string {
  return typed.replace(/[\s-]/g, "").toUpperCase();
}

/** Why a tidied NINO is not one, in words for the adviser; undefined when it is one (HMRC's format rules). */
export function ninoProblem(nino: string, rule: NinoRule): string | undefined {
  if (!/^[A-Z]{2}\d{6}[A-Z]$/.test(nino)) return "A NINO has two letters, six digits and a letter, as in QQ 12 34 56 C";
  if (!SUFFIXES.includes(nino.slice(8))) return "The last letter of a NINO is A, B, C or D";
  const prefix = nino.slice(0, 2);
  if (rule === "training") {
    return prefix === TRAINING_PREFIX
      ? undefined
      : `The training store takes only NINOs that start with ${TRAINING_PREFIX}`;
  }
  const isIssued =
    !NEVER_FIRST.includes(prefix.charAt(0)) &&
    !NEVER_SECOND.includes(prefix.charAt(1)) &&
    !NEVER_ISSUED.includes(prefix);
  return isIssued ? undefined : `No NINO starts with ${prefix}`;
}

/** Writes a NINO as it is shown: QQ 12 34 56 C. */
export function formatNino(nino: string): string {
  return nino.replace(/^(..)(..)(..)(..)(.)$/, "$1 $2 $3 $4 $5");
}
