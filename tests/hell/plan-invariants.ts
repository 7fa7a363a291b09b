import type { Plan } from "../../shared/action-plan/action-plan.ts";
import type { Policy } from "../../shared/policy.ts";
import { countCharacters, hasDoubleQuotes } from "../../shared/text.ts";

/** Says everything about a saved plan that the rules do not allow, whichever way it came to be so. */
export function planProblems(plan: Plan, policy: Policy, reviewedBefore: ReadonlySet<string>): string[] {
  const problems: string[] = [];
  if (plan.items.length > policy.actionItemsPerPlan) problems.push(`${plan.items.length} items on one plan`);
  for (const { id, text, reviews, dateClosed } of plan.items) {
    if (reviews.length > policy.reviewsPerActionItem) problems.push(`${reviews.length} reviews on one item`);
    if (dateClosed !== null && reviews.length === 0 && !reviewedBefore.has(id)) {
      problems.push("An item was closed that never had a review");
    }
    problems.push(...textProblems("item", text, policy.actionItemCharacters));
    for (const review of reviews) problems.push(...textProblems("review", review.text, policy.reviewCharacters));
  }
  const { aims, employment, qualifications, info } = plan.texts;
  return [
    ...problems,
    ...textProblems("aims", aims, policy.aimsCharacters),
    ...textProblems("employment", employment, policy.employmentCharacters),
    ...textProblems("qualifications", qualifications, policy.qualificationsCharacters),
    ...textProblems("info", info, policy.infoCharacters),
  ];
}

function textProblems(where: string, text: string, most: number): string[] {
  const problems = hasDoubleQuotes(text) ? [`Double quotation marks in the ${where} text`] : [];
  if (countCharacters(text) > most) problems.push(`More than ${most} characters in the ${where} text`);
  if (!text.isWellFormed() || text.includes("\u0000")) problems.push(`Broken characters in the ${where} text`);
  return problems;
}
