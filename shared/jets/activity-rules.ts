import type { ActionItem } from "../action-plan/action-plan.ts";
import { type CoachAdvice, type CoachContext, coach, type LetterName } from "../coach/coach.ts";
import type { CivilDate } from "../dates.ts";
import type { Policy } from "../policy.ts";
import { countCharacters, isBlank, tidyText } from "../text.ts";
import {
  type ActivityDetails,
  type SmartLetter,
  smartLetterSchema,
  type UnderstandingPart,
  understandingPartSchema,
} from "./activity-details.ts";

/** The three parts by their names on screen. */
export const PART_NAMES: Readonly<Record<UnderstandingPart, string>> = { what: "What", why: "Why", when: "When" };

/** The five letters by their names on screen. */
export const LETTER_NAMES: Readonly<Record<SmartLetter, string>> = {
  specific: "Specific",
  measurable: "Measurable",
  achievable: "Achievable",
  realistic: "Realistic",
  timeBound: "Time-bound",
};

/** The field on how support needs were considered, by its name on screen. */
export const CONSIDERED = "How this was considered";

/** The fields of an activity in detail that hold more than their limits; nothing where none does. */
export function detailsTooLong(
  details: ActivityDetails,
  policy: Pick<Policy, "activityPartCharacters" | "consideredCharacters" | "smartReasonCharacters">,
): { readonly field: string; readonly limit: number; readonly over: number }[] {
  const fields = [
    ...understandingPartSchema.options.map((part) => ({
      field: PART_NAMES[part],
      text: details[part].text,
      limit: policy.activityPartCharacters,
    })),
    { field: CONSIDERED, text: details.considered, limit: policy.consideredCharacters },
    ...smartLetterSchema.options.map((letter) => ({
      field: LETTER_NAMES[letter],
      text: details.smart[letter],
      limit: policy.smartReasonCharacters,
    })),
  ];
  return fields
    .map(({ field, text, limit }) => ({ field, limit, over: countCharacters(text) - limit }))
    .filter(({ over }) => over > 0);
}

/**
 * Details as they are stored after what stood before: a tick that is new is today's, one that was there stays as it was,
 * and a confirmation never outlives the text that it was given for.
 */
export function settledDetails(before: ActivityDetails, typed: ActivityDetails, today: CivilDate): ActivityDetails {
  const part = (name: UnderstandingPart) => settledPart(before[name], typed[name], today);
  const { smart } = typed;
  return {
    itemId: before.itemId,
    what: part("what"),
    why: part("why"),
    when: part("when"),
    considered: tidied(typed.considered),
    smart: {
      specific: tidied(smart.specific),
      measurable: tidied(smart.measurable),
      achievable: tidied(smart.achievable),
      realistic: tidied(smart.realistic),
      timeBound: tidied(smart.timeBound),
    },
  };
}

type Part = ActivityDetails["what"];

function settledPart(before: Part, typed: Part, today: CivilDate): Part {
  const text = tidied(typed.text);
  if (text === "" || typed.understoodOn === null) return { text, understoodOn: null };
  if (text === before.text) return { text, understoodOn: before.understoodOn ?? today };
  const isCarriedOver = typed.understoodOn === before.understoodOn && typed.understoodOn !== today;
  return { text, understoodOn: isCarriedOver ? null : today };
}

function tidied(text: string): string {
  return isBlank(text) ? "" : tidyText(text);
}

/** A part with another text: what was confirmed was another text. */
export function withPartText(part: Part, text: string): Part {
  return { text, understoodOn: text === part.text ? part.understoodOn : null };
}

/** What was typed over details that another has saved since: theirs wherever nothing was typed, what was typed elsewhere. */
export function typedOver(theirs: ActivityDetails, before: ActivityDetails, typed: ActivityDetails): ActivityDetails {
  const text = (mine: string, was: string, other: string) => (mine === was ? other : mine);
  const part = (name: UnderstandingPart) => (isSamePart(typed[name], before[name]) ? theirs[name] : typed[name]);
  const letter = (name: SmartLetter) => text(typed.smart[name], before.smart[name], theirs.smart[name]);
  return {
    itemId: theirs.itemId,
    what: part("what"),
    why: part("why"),
    when: part("when"),
    considered: text(typed.considered, before.considered, theirs.considered),
    smart: {
      specific: letter("specific"),
      measurable: letter("measurable"),
      achievable: letter("achievable"),
      realistic: letter("realistic"),
      timeBound: letter("timeBound"),
    },
  };
}

function isSamePart(a: Part, b: Part): boolean {
  return a.text === b.text && a.understoodOn === b.understoodOn;
}

/** How many of the five letters are ticked. */
export function countTicked({ smart }: Pick<ActivityDetails, "smart">): number {
  return smartLetterSchema.options.filter((letter) => !isBlank(smart[letter])).length;
}

/** The letters that still need their short reason. */
export function openLetters({ smart }: Pick<ActivityDetails, "smart">): SmartLetter[] {
  return smartLetterSchema.options.filter((letter) => isBlank(smart[letter]));
}

/** The parts that the participant has not confirmed to understand. */
export function partsNotUnderstood(details: Pick<ActivityDetails, UnderstandingPart>): UnderstandingPart[] {
  return understandingPartSchema.options.filter((part) => details[part].understoodOn === null);
}

const COACH_LETTER: Readonly<Record<SmartLetter, LetterName>> = {
  specific: "Specific",
  measurable: "Measurable",
  achievable: "Achievable",
  realistic: "Realistic",
  timeBound: "Time bound",
};

/** What the coach says of an activity's text, letter by letter of the five. */
export function coachOfActivity(
  { text, assignedTo, targetDate }: Pick<ActionItem, "text" | "assignedTo" | "targetDate">,
  context: Pick<CoachContext, "clientName" | "nextAppointment">,
): Readonly<Record<SmartLetter, CoachAdvice["letters"][number] | undefined>> {
  const { letters } = coach(text, { assignedTo, targetDate, ...context });
  const adviceOn = (letter: SmartLetter) => letters.find(({ name }) => name === COACH_LETTER[letter]);
  return {
    specific: adviceOn("specific"),
    measurable: adviceOn("measurable"),
    achievable: adviceOn("achievable"),
    realistic: adviceOn("realistic"),
    timeBound: adviceOn("timeBound"),
  };
}
