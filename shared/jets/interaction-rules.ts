import type { CivilDate } from "../dates.ts";
import { countCharacters, isBlank, tidyText } from "../text.ts";
import type { InteractionKind } from "./interaction.ts";
import type { InteractionProblem } from "./interaction-problems.ts";
import type { MeetingMeans } from "./participant.ts";

/** What is looked at besides what was written. */
export interface InteractionSituation {
  readonly today: CivilDate;
  /** Null while the day of the referral is not recorded. */
  readonly referredOn: CivilDate | null;
  /** The most characters of the text (TX-3). */
  readonly limit: number;
}

/** An interaction as it is written; what is null is still to be filled in, but for the means, which can stay open. */
export interface WrittenInteraction {
  readonly happenedOn: CivilDate | null;
  readonly kind: InteractionKind | null;
  readonly means: MeetingMeans | null;
  readonly text: string;
}

/** The names of the fields, as they stand on screen. */
export const INTERACTION_FIELDS = {
  happenedOn: "Date",
  kind: "Kind",
  means: "By what means",
  text: "What happened",
  askedOn: "Asked on",
  form: "Form preferred",
  note: "Note",
} as const;

/** Everything that keeps an interaction from being recorded (4.05), in the order of the fields. */
export function interactionProblems(
  { happenedOn, kind, means, text }: WrittenInteraction,
  situation: InteractionSituation,
): InteractionProblem[] {
  const isWritten = kind === "e-mail" || kind === "letter";
  return [
    ...dayProblems(INTERACTION_FIELDS.happenedOn, happenedOn, situation),
    ...(kind === null ? [problem(INTERACTION_FIELDS.kind, { code: "missing" })] : []),
    ...(isWritten && means !== null ? [problem(INTERACTION_FIELDS.means, { code: "written", kind })] : []),
    ...(isBlank(tidyText(text)) ? [problem(INTERACTION_FIELDS.text, { code: "missing" })] : []),
    ...lengthProblems(INTERACTION_FIELDS.text, text, situation.limit),
  ];
}

/** Everything that keeps a request for the information from being recorded (4.07); its note can stay empty. */
export function informationRequestProblems(
  { askedOn, note }: { readonly askedOn: CivilDate | null; readonly note: string },
  situation: InteractionSituation,
): InteractionProblem[] {
  return [
    ...dayProblems(INTERACTION_FIELDS.askedOn, askedOn, situation),
    ...lengthProblems(INTERACTION_FIELDS.note, note, situation.limit),
  ];
}

/** The day lies between the referral and today, both included. */
function dayProblems(
  field: string,
  day: CivilDate | null,
  { today, referredOn }: InteractionSituation,
): InteractionProblem[] {
  if (day === null) return [problem(field, { code: "missing" })];
  if (day > today) return [problem(field, { code: "future", today })];
  if (referredOn !== null && day < referredOn) return [problem(field, { code: "before-referral", referredOn })];
  return [];
}

function lengthProblems(field: string, text: string, limit: number): InteractionProblem[] {
  const over = countCharacters(tidyText(text)) - limit;
  return over > 0 ? [problem(field, { code: "text-too-long", limit, over })] : [];
}

function problem(field: string, reason: InteractionProblem["reason"]): InteractionProblem {
  return { field, reason };
}
