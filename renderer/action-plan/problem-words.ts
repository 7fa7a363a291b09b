import type { KindWords } from "../../shared/action-plan/kind-words.ts";
import { problemMessage } from "../../shared/action-plan/problem-messages.ts";
import type { ShownProblem } from "../../shared/action-plan/shown-plan.ts";
import { formatDate } from "../../shared/dates.ts";

/** What is wrong with a field and what to do, as the end of a sentence that starts with the field's name. */
export function problemSentence(problem: ShownProblem, words: KindWords): string {
  const { place, field, reason } = problem;
  if (reason.code !== "not-a-date") return problemMessage({ place, field, reason }, words);
  return `'${reason.typed}' is no date; write it as dd/mm/yyyy.`;
}

/** The same in the few words that fit below the field. */
export function problemInBrief(problem: ShownProblem, words: KindWords): string {
  const { reason } = problem;
  switch (reason.code) {
    case "not-a-date":
      return "No date: write dd/mm/yyyy";
    case "target-date-too-far":
    case "closed-in-future":
      return `Latest: ${formatDate(reason.latest)}`;
    case "target-date-past":
    case "closed-too-long-ago":
    case "closed-before-created":
      return `Earliest: ${formatDate(reason.earliest)}`;
    default:
      return capitalised(problemSentence(problem, words).replace(/\.$/, ""));
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
