import { type CivilDate, formatDate, formatDayAndDate } from "../dates.ts";
import type { Nation } from "./contract-terms.ts";
import type { DueFrom, DueSum } from "./due-date.ts";

/** How each nation is called. */
export const NATION_NAMES: Readonly<Record<Nation, string>> = {
  SCT: "Scotland",
  ENG: "England",
  WLS: "Wales",
  NIR: "Northern Ireland",
};

const FROM_WORDS: Readonly<Record<DueFrom, { readonly name: string; readonly after: string }>> = {
  start: { name: "Start date", after: "the start" },
  referral: { name: "Referral", after: "the referral" },
  agreement: { name: "Agreed", after: "the agreement" },
  review: { name: "Last review", after: "the last review" },
};

/** The sum of a due date in plain sentences. */
export function dueSentences(sum: DueSum): string {
  const { name, after } = FROM_WORDS[sum.from];
  const here = NATION_NAMES[sum.nation];
  const left = leftOut(sum);
  const sentences = [
    `${name} ${formatDate(sum.countedFrom)} + ${workingDays(sum.workingDays)} in ${here}.`,
    `Day 1 is the first working day after ${after}.`,
    ...(left.length > 0 ? [`Not counted: ${inSeries(left)}.`] : []),
    ...sum.countsHere.map(({ name: holiday }) => `${holiday} counts in ${here}.`),
    ...sum.outages.map(
      ({ from, to, reason, adds }) =>
        `The system could not be used ${from === to ? `on ${shortDate(from)}` : `from ${shortDate(from)} to ${shortDate(to)}`} (${reason}), which adds ${workingDays(adds)}.`,
    ),
    ...(sum.isKept ? ["The date stays as it was worked out before the holidays or outages were changed."] : []),
  ];
  return sentences.join(" ");
}

/** The day of the week, and how far away the date is, as in "Wed, in 2 working days". */
export function dueDistance(dueOn: CivilDate, today: CivilDate, workingDaysLeft: number): string {
  const weekday = formatDayAndDate(dueOn).slice(0, 3);
  if (dueOn === today) return `${weekday}, today`;
  if (dueOn > today) return `${weekday}, in ${workingDays(workingDaysLeft)}`;
  return `${weekday}, ${workingDaysLeft === 0 ? "overdue" : `${workingDays(-workingDaysLeft)} overdue`}`;
}

/** A number of working days in words. */
export function workingDays(count: number): string {
  return count === 1 ? "1 working day" : `${count} working days`;
}

/** Names one after the other, as in "a, b and c". */
export function inSeries(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** A small count in words, and its noun. */
export function countInWords(count: number, noun: string, nouns = `${noun}s`): string {
  return `${NUMBERS[count] ?? count} ${count === 1 ? noun : nouns}`;
}

/** The days left out: holidays by name, weekends by their number. */
function leftOut({ days }: DueSum): string[] {
  const holidays = days.flatMap(({ date, off }) =>
    off && off.why !== "weekend" ? [`${off.name} ${shortDate(date)}`] : [],
  );
  const isWeekend = (index: number) => days[index]?.off?.why === "weekend";
  const weekends = days.filter((_, index) => isWeekend(index) && !isWeekend(index - 1)).length;
  return [...holidays, ...(weekends > 0 ? [countInWords(weekends, "weekend")] : [])];
}

function shortDate(date: CivilDate): string {
  return formatDate(date).slice(0, 5);
}
