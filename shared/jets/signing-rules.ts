import type { CivilDate } from "../dates.ts";
import { countCharacters, foldName, isBlank, onOneLine, tidyText } from "../text.ts";
import { type Annotation, annotationsInUse } from "./contract-terms.ts";
import { hasInk } from "./ink.ts";
import type { Signature } from "./signature.ts";
import type { SigningProblem } from "./signing-problems.ts";

/** A signature as a window sends it. */
export interface SigningEntry
  extends Pick<Signature, "party" | "manner" | "name" | "strokes" | "reason" | "annotation"> {
  /** The day of a signature on paper; null for every other, which is today's. */
  readonly signedOn: CivilDate | null;
  /** The typed name was confirmed to be a signature. */
  readonly isConfirmed: boolean;
}

/** What stands beside an entry when it is judged. */
export interface SigningSituation {
  readonly today: CivilDate;
  /** The adviser who is signed in, under whose name the provider signs. */
  readonly adviserName: string;
  /** The participant as the record names them. */
  readonly participantName: string;
  /** The first day on which there was something to sign. */
  readonly earliest: CivilDate;
  /** The contract's annotations, in use or not. */
  readonly annotations: readonly Annotation[];
  readonly limits: { readonly name: number; readonly reason: number };
}

/** Tells whether a manner says why there is no signature. */
export function isNotSigned(manner: Signature["manner"]): manner is "refused" | "could-not" {
  return manner === "refused" || manner === "could-not";
}

/** Everything that keeps a signature from being recorded (4.03 to 4.05); nothing where it can be. */
export function signingProblems(entry: SigningEntry, situation: SigningSituation): SigningProblem[] {
  return [
    ...nameProblems(entry, situation),
    ...drawingProblems(entry),
    ...dayProblems(entry, situation),
    ...reasonProblems(entry, situation),
    ...annotationProblems(entry, situation),
  ];
}

/** What is recorded of an entry that has no problems. */
export function signatureOf(
  { party, manner, name, strokes, signedOn, reason, annotation }: SigningEntry,
  { today, adviserName, participantName }: SigningSituation,
): Pick<Signature, "party" | "manner" | "name" | "strokes" | "signedOn" | "reason" | "annotation"> {
  const typed = tidyName(name);
  const known = party === "provider" ? adviserName : participantName;
  return {
    party,
    manner,
    name: party === "provider" || typed === "" ? known : typed,
    strokes,
    signedOn: signedOn ?? today,
    reason: isBlank(reason) ? "" : tidyText(reason),
    annotation,
  };
}

function tidyName(name: string): string {
  return onOneLine(tidyText(name));
}

function nameProblems(
  { party, manner, name, isConfirmed }: SigningEntry,
  { adviserName, limits }: SigningSituation,
): SigningProblem[] {
  const typed = tidyName(name);
  const problems: SigningProblem[] = [];
  if (manner === "typed" && isBlank(typed)) problems.push({ field: "Name", reason: { code: "missing" } });
  else if (party === "provider" && typed !== "" && foldName(typed) !== foldName(adviserName)) {
    problems.push({ field: "Name", reason: { code: "not-the-adviser", adviserName } });
  } else problems.push(...lengthProblems("Name", typed, limits.name));
  if (manner === "typed" && !isConfirmed) problems.push({ field: "Confirmation", reason: { code: "not-confirmed" } });
  return problems;
}

function drawingProblems({ manner, strokes }: SigningEntry): SigningProblem[] {
  if (manner === "drawn") {
    return strokes && hasInk(strokes) ? [] : [{ field: "Signature", reason: { code: "no-ink" } }];
  }
  return strokes === null ? [] : [{ field: "Signature", reason: { code: "not-in-this-manner" } }];
}

function dayProblems({ manner, signedOn }: SigningEntry, { today, earliest }: SigningSituation): SigningProblem[] {
  const field = "Date signed";
  if (manner !== "paper") {
    return signedOn === null || signedOn === today ? [] : [{ field, reason: { code: "not-in-this-manner" } }];
  }
  if (signedOn === null) return [{ field, reason: { code: "missing" } }];
  if (signedOn > today) return [{ field, reason: { code: "in-future" } }];
  return signedOn < earliest ? [{ field, reason: { code: "too-early", earliest } }] : [];
}

function reasonProblems({ manner, reason, annotation }: SigningEntry, { limits }: SigningSituation): SigningProblem[] {
  if (!isNotSigned(manner)) {
    return isBlank(reason) ? [] : [{ field: "Reason", reason: { code: "not-in-this-manner" } }];
  }
  if (!isBlank(reason)) return lengthProblems("Reason", reason, limits.reason);
  return annotation === null ? [{ field: "Reason", reason: { code: "missing" } }] : [];
}

function annotationProblems(
  { manner, annotation }: SigningEntry,
  { annotations, today }: SigningSituation,
): SigningProblem[] {
  if (annotation === null) return [];
  const field = "Annotation";
  if (!isNotSigned(manner)) return [{ field, reason: { code: "not-in-this-manner" } }];
  const known = annotations.find(({ code }) => code === annotation);
  if (!known) return [{ field, reason: { code: "annotation-unknown" } }];
  if (annotationsInUse({ annotations: [known] }, today).length > 0) return [];
  const { words, firstDay, lastDay } = known;
  return [{ field, reason: { code: "annotation-not-in-use", words, firstDay, lastDay } }];
}

function lengthProblems(field: string, text: string, limit: number): SigningProblem[] {
  const over = countCharacters(text) - limit;
  return over > 0 ? [{ field, reason: { code: "text-too-long", limit, over } }] : [];
}
