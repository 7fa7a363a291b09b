import type { AssignedTo } from "../action-plan/action-plan.ts";
import { type CivilDate, formatDate } from "../dates.ts";
import { isBlank } from "../text.ts";
import {
  ACT,
  COUNTED,
  EVIDENCE,
  FIT,
  FURTHER,
  KNOWN_THING,
  MEANS,
  NAMED_THING,
  WHEN,
  WHO,
  WITH_WHOM,
} from "./coach-patterns.ts";
import { findVagueWords, type VagueWord } from "./find-vague-words.ts";

/** The six letters of SSMART in their order (¶47). */
export type LetterName = "Specific" | "Stretching" | "Measurable" | "Achievable" | "Realistic" | "Time bound";

/** Found: the item says it. Ask: only the two people in the room can tell. Not yet: it is still missing. */
export type Finding = "found" | "ask" | "not-yet";

/** What the coach says of one letter. */
export interface LetterAdvice {
  readonly name: LetterName;
  readonly finding: Finding;
  readonly sentence: string;
}

/** What stands beside the text of the item. */
export interface CoachContext {
  readonly assignedTo: AssignedTo | null;
  /** Null while there is none, or while what was typed is no date. */
  readonly targetDate: CivilDate | null;
  /** What the customer is called here, such as the first name. */
  readonly clientName: string;
  /** What whoever makes the plan with the customer is called, and what they meet for, in another scheme's words. */
  readonly adviser?: string | undefined;
  readonly meeting?: string | undefined;
  /** The day of the customer's next appointment; null where none is booked. */
  readonly nextAppointment: CivilDate | null;
}

/** What the coach suggests; nothing here ever stops a save. */
export interface CoachAdvice {
  readonly letters: readonly LetterAdvice[];
  readonly vagueWords: readonly VagueWord[];
}

/** Reads an Action Item as a colleague would: which of the six letters it has, and which words are vague. */
export function coach(text: string, context: CoachContext): CoachAdvice {
  const actor = actorOf(context);
  return {
    letters: [
      specific(text, context, actor),
      stretching(text),
      measurable(text),
      achievable(text, actor),
      realistic(text, actor),
      timeBound(text, context),
    ],
    vagueWords: findVagueWords(text, actor),
  };
}

/** Whoever is to act, as the coach's sentences call them. */
export function actorOf({
  assignedTo,
  clientName,
  adviser = "adviser",
}: Pick<CoachContext, "assignedTo" | "clientName" | "adviser">): string {
  if (assignedTo === "pa") return `the ${adviser}`;
  return isBlank(clientName) ? "the customer" : clientName.trim();
}

function specific(text: string, { assignedTo, clientName }: CoachContext, actor: string): LetterAdvice {
  const name = "Specific";
  if (isBlank(text)) return { name, finding: "not-yet", sentence: `What exactly will ${actor} do?` };
  const isActNamed = ACT.test(text);
  const isThingNamed = NAMED_THING.test(text) || KNOWN_THING.test(text);
  const isNamed = !isBlank(clientName) && text.includes(clientName.trim());
  const isWhoNamed = assignedTo !== null || isNamed || WHO.test(text) || WITH_WHOM.test(text);
  if (!isActNamed)
    return { name, finding: "not-yet", sentence: `What exactly will ${actor} do, such as phone or visit?` };
  if (!isThingNamed) return { name, finding: "not-yet", sentence: "Which place, person or course? Name it." };
  if (!isWhoNamed) return { name, finding: "not-yet", sentence: "Who will do it? Choose Assigned To." };
  return { name, finding: "found", sentence: "Who, and what exactly, are named." };
}

function stretching(text: string): LetterAdvice {
  return FURTHER.test(text)
    ? { name: "Stretching", finding: "found", sentence: "It goes further than before." }
    : { name: "Stretching", finding: "ask", sentence: "What makes this a step on from last time?" };
}

function measurable(text: string): LetterAdvice {
  return EVIDENCE.test(text) || COUNTED.test(text)
    ? { name: "Measurable", finding: "found", sentence: "You will both know when it has been done." }
    : { name: "Measurable", finding: "not-yet", sentence: "How will you both know it has been done?" };
}

function achievable(text: string, actor: string): LetterAdvice {
  return MEANS.test(text)
    ? { name: "Achievable", finding: "found", sentence: "What helps to do it is named." }
    : { name: "Achievable", finding: "ask", sentence: `Can ${actor} do it with what is there now?` };
}

function realistic(text: string, actor: string): LetterAdvice {
  return FIT.test(text)
    ? { name: "Realistic", finding: "found", sentence: "It says how it fits in." }
    : { name: "Realistic", finding: "ask", sentence: `Does it fit with the rest of ${possessive(actor)} week?` };
}

function timeBound(text: string, { targetDate, nextAppointment, meeting = "interview" }: CoachContext): LetterAdvice {
  const name = "Time bound";
  if (targetDate !== null) {
    const day = formatDate(targetDate);
    const isFollowUp = targetDate === nextAppointment;
    return { name, finding: "found", sentence: isFollowUp ? `By the next ${meeting}, ${day}.` : `By ${day}.` };
  }
  if (WHEN.test(text)) return { name, finding: "ask", sentence: "The text says when. Which day is the Target Date?" };
  const next =
    nextAppointment === null ? "Enter a Target Date." : `The next ${meeting} is ${formatDate(nextAppointment)}.`;
  return { name, finding: "not-yet", sentence: `By when? ${next}` };
}

function possessive(name: string): string {
  return name.endsWith("s") ? `${name}'` : `${name}'s`;
}
