import type { NewItem } from "../../../shared/action-plan/action-plan.ts";
import { addDays, type CivilDate } from "../../../shared/dates.ts";

const STEPS = [
  "Ask the ward manager at Kelbridge Infirmary about clerk's hours, and bring the answer to the next interview.",
  "Try the typing course on the library computer: two lessons a week, and keep the score sheet.",
  "Bring the bus times for the early and the late shift, with the cost of a weekly ticket.",
  "Ask the mentor about a shorter first week and write down what was said.",
  "Write a one-page CV with the two hospital jobs first, then show it to the adviser.",
  "Phone the two agencies on the list and ask which of them places ward clerks.",
  "Visit the volunteer desk at the infirmary on a Tuesday and ask what they need.",
  "Collect the reference from the school kitchen and file a copy here.",
  "Practise three interview questions with the mentor and note which was hardest.",
  "Ask the doctor how many hours are sensible to begin with, and bring the letter.",
];
const PLACES = ["Kelbridge", "Northgate", "Tollgate", "Harbour Street", "Abbey Road"];
const REPORTS = [
  "Done as agreed. Agnes brought the notes and talked them through; the next step follows from them.",
  "Half of it is done. The person to speak to was away until Monday, so Agnes will phone again and tell us on the day.",
  "Not yet. Agnes was unwell for four days; we kept the date and agreed a smaller first step that fits the doctor's advice.",
  "Agnes rang to say that it went well. She was asked two questions she did not expect and wrote both answers down.",
  "We read the letter together. Nothing in it stands in the way, and Agnes would like to start with mornings only.",
];

/** One of the hundred steps of the full plan, numbered from 0; texts and dates differ from step to step. */
export function fullPlanItem(number: number, today: CivilDate): NewItem {
  return {
    key: `step-${number}`,
    text: `${pick(STEPS, number)} (${pick(PLACES, Math.floor(number / STEPS.length))}, step ${number + 1})`,
    assignedTo: number % 7 === 3 ? "pa" : "client",
    targetDate: addDays(today, (number % 100) - 20),
    dateClosed: null,
  };
}

/** The review of one step in one of the ten rounds. */
export function fullPlanReview(number: number, round: number): string {
  return `Round ${round + 1} of step ${number + 1}. ${pick(REPORTS, number + round)}`;
}

function pick(texts: readonly string[], number: number): string {
  return texts[number % texts.length] ?? "";
}
