import { addDays, type CivilDate, formatDate } from "../dates.ts";
import type { Policy } from "../policy.ts";
import type { AssignedTo } from "./action-plan.ts";
import type { Challenge } from "./challenges.ts";
import { followUpDate } from "./follow-up.ts";
import { latestTargetDate } from "./item-rules.ts";
import { newItemOf, setAssignedTo, setChallenge, setItemDate, setItemText, type WorkingCopy } from "./working-copy.ts";

/** The day an example is to be done by: the next appointment, so many days ahead, or the last day there is (AI-2). */
export type TargetRule =
  | { readonly of: "next-appointment" }
  | { readonly of: "days"; readonly days: number }
  | { readonly of: "latest" };

/** An Action Item to start from (¶66); what stands in square brackets is filled in with the customer. */
export interface ItemExample {
  readonly id: string;
  /** Whose situation it is for. */
  readonly scenario: string;
  readonly challenge: Challenge;
  readonly assignedTo: AssignedTo;
  readonly text: string;
  readonly target: TargetRule;
}

/** Where no appointment is booked, an example for the next one is to be done in two weeks. */
const DAYS_WITHOUT_APPOINTMENT = 14;

const NEXT: TargetRule = { of: "next-appointment" };
const LATEST: TargetRule = { of: "latest" };

/** Examples in the order of their scenarios (¶66). */
export const EXAMPLES: readonly ItemExample[] = [
  {
    id: "childcare-costs",
    scenario: "Lone parent on the caseload",
    challenge: "keeping",
    assignedTo: "client",
    text: "Phone [three] registered childminders or nurseries near [school or home], ask which hours they have free and what they charge, and bring the list to the next appointment.",
    target: NEXT,
  },
  {
    id: "training-provider",
    scenario: "Lone parent on the caseload",
    challenge: "presenting",
    assignedTo: "client",
    text: "Attend the meeting with [training provider] on [day and time], ask what the [course and level] asks for beforehand, and tell us whether it suits.",
    target: { of: "days", days: 14 },
  },
  {
    id: "better-off",
    scenario: "Lone parent, not ready for work yet",
    challenge: "belief",
    assignedTo: "client",
    text: "Find one vacancy of [16] hours a week or more for [kind of work], and bring it with the figures for rent and council tax to the next appointment, so that we can work out together what would be left each week.",
    target: NEXT,
  },
  {
    id: "watch-local-jobs",
    scenario: "Lone parent, not ready for work yet",
    challenge: "labour-market",
    assignedTo: "client",
    text: "Once a week, note every job for [kind of work] that employers in [town] advertise, with its hours and what it asks for. Bring the list to each appointment and mark what training would be needed.",
    target: LATEST,
  },
  {
    id: "adviser-rings",
    scenario: "Lone parent, before a longer break",
    challenge: "belief",
    assignedTo: "pa",
    text: "The adviser will ring [customer] on [day] to arrange a talk about [programme], and will send the leaflet beforehand.",
    target: { of: "days", days: 21 },
  },
  {
    id: "computer-course",
    scenario: "Partner of someone on benefit",
    challenge: "jobsearch",
    assignedTo: "client",
    text: "Contact [two] colleges in [area], ask which computer courses begin in [month], on which days and at what cost, and bring both answers to the next appointment.",
    target: NEXT,
  },
  {
    id: "speculative-letters",
    scenario: "Customer on ESA, on the caseload",
    challenge: "presenting",
    assignedTo: "client",
    text: "List [five] [kind of] firms within [miles] of home, and send each a CV and a letter of its own that shows experience of [what the firm needs]. Bring copies of the letters.",
    target: { of: "days", days: 7 },
  },
  {
    id: "travel-to-work",
    scenario: "Customer on ESA, not ready for work yet",
    challenge: "labour-market",
    assignedTo: "client",
    text: "Collect the bus and train timetables, make one trial journey to [town] at the time a shift would start, and write down what a week's fares would cost.",
    target: LATEST,
  },
  {
    id: "meet-mentor",
    scenario: "Customer on ESA, not ready for work yet",
    challenge: "belief",
    assignedTo: "client",
    text: "Meet with the mentor on [day and time] in a private room at the Jobcentre, and ask what mentoring involves. The adviser will ring afterwards to hear how it went.",
    target: { of: "days", days: 14 },
  },
  {
    id: "settled-mornings",
    scenario: "Anybody about to start work",
    challenge: "keeping",
    assignedTo: "client",
    text: "Write down who takes the children, which bus to catch and whom to ring when the bus or the sitter fails, try it out on [two] mornings, and bring the plan to the next appointment.",
    target: NEXT,
  },
];

/** What the day of an example depends on. */
export interface TargetSituation {
  readonly today: CivilDate;
  readonly policy: Policy;
  readonly nextAppointment: CivilDate | null;
}

/** The day a rule stands for: always one that AI-2 allows. */
export function targetOfRule(rule: TargetRule, situation: TargetSituation): CivilDate {
  const { today, policy, nextAppointment } = situation;
  const latest = latestTargetDate(today, policy);
  if (rule.of === "latest") return latest;
  const ahead = addDays(today, rule.of === "days" ? rule.days : DAYS_WITHOUT_APPOINTMENT);
  const next = rule.of === "days" ? null : followUpDate(nextAppointment, { today, policy, targetDate: null });
  return next ?? [ahead, latest].sort()[0] ?? ahead;
}

/**
 * Puts an example into the new item that is shown: its text, and whatever of its other fields is still empty. Whoever
 * calls it has asked first where a text is written already.
 */
export function withExample(copy: WorkingCopy, example: ItemExample, situation: TargetSituation): WorkingCopy {
  const item = newItemOf(copy);
  if (!item) return copy;
  const isDateEmpty =
    item.targetDate === null &&
    !copy.unreadDates.some(({ itemId, field }) => itemId === item.key && field === "Target Date");
  let next = setItemText(copy, example.text);
  if (item.assignedTo === null) next = setAssignedTo(next, example.assignedTo);
  if ((item.challenge ?? null) === null) next = setChallenge(next, example.challenge);
  if (!isDateEmpty) return next;
  return setItemDate(next, "Target Date", formatDate(targetOfRule(example.target, situation)), situation.today);
}
