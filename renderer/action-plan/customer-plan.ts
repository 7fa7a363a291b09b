import type { TabText, TabTexts } from "../../shared/action-plan/action-plan.ts";
import type { KindWords } from "../../shared/action-plan/kind-words.ts";
import { type Author, shownItems } from "../../shared/action-plan/shown-plan.ts";
import type { WorkingCopy } from "../../shared/action-plan/working-copy.ts";
import type { PulledDetails } from "../../shared/client-record/pull-through.ts";
import type { CivilDate } from "../../shared/dates.ts";
import { isBlank } from "../../shared/text.ts";

/** A step of the plan in the customer's words. */
export interface CustomerStep {
  readonly id: string;
  readonly text: string;
  /** Null until somebody is chosen. */
  readonly who: string | null;
  readonly isDone: boolean;
  /** By when, or when it was done; null where no date is known. */
  readonly day: string | null;
  readonly isUnsaved: boolean;
}

/** A text of the plan that the adviser and the customer wrote together. */
export interface CustomerText {
  readonly tab: TabText;
  readonly heading: string;
  readonly text: string;
  readonly isUnsaved: boolean;
}

/** The plan's items as the customer sees them: what is still to do in the list's order, then what is done. */
export function customerSteps(
  copy: Pick<WorkingCopy, "plan" | "changes">,
  author: Author,
  { adviser }: Pick<KindWords, "adviser">,
): CustomerStep[] {
  const who = { client: "You", pa: `Your ${adviser}` };
  const amended = new Set(copy.changes.amendedItems.map(({ itemId }) => itemId));
  const steps = shownItems(copy, author)
    .filter(({ text }) => !isBlank(text))
    .map(({ id, text, assignedTo, targetDate, dateClosed, isNew }) => ({
      ...{ id, text },
      who: assignedTo && who[assignedTo],
      isDone: dateClosed !== null,
      day: dateClosed ? dayInWords(dateClosed) : targetDate && `${weekday(targetDate)} ${dayInWords(targetDate)}`,
      isUnsaved: isNew || amended.has(id),
    }));
  return [...steps.filter(({ isDone }) => !isDone), ...steps.filter(({ isDone }) => isDone)];
}

const TEXT_HEADINGS: Readonly<Record<TabText, string>> = {
  aims: "What I would like to do",
  employment: "Work I have done",
  qualifications: "Courses and qualifications",
  info: "More about my plan",
};

/** The plan's texts that are not blank, in the tabs' order. */
export function customerTexts(texts: TabTexts, { changes }: Pick<WorkingCopy, "changes">): CustomerText[] {
  return (Object.keys(TEXT_HEADINGS) as TabText[])
    .filter((tab) => !isBlank(texts[tab]))
    .map((tab) => ({
      tab,
      heading: TEXT_HEADINGS[tab],
      text: texts[tab],
      isUnsaved: changes.texts[tab] !== undefined,
    }));
}

/** The pulled-through details that stand beside the plan, each with its heading; blank ones, and what was said already, are left out. */
export function customerDetails({
  aims,
  qualifications,
}: Pick<PulledDetails, "aims" | "qualifications">): { heading: string; lines: string[] }[] {
  return [
    { heading: "Work I am aiming for", lines: aims.jobPreferences.map(({ job }) => job) },
    { heading: "Hours", lines: [HOURS[aims.preferredHours] ?? aims.preferredHours] },
    {
      heading: "What I have already",
      lines: qualifications.map(({ level, subject }) => [level, subject].filter(Boolean).join(", ")),
    },
  ]
    .map(({ heading, lines }) => ({ heading, lines: [...new Set(lines)].filter((line) => !isBlank(line)) }))
    .filter(({ lines }) => lines.length > 0);
}

const HOURS: Readonly<Record<string, string>> = {
  "Full Time": "Full time",
  "Part Time": "Part time",
  "Either Full/Part Time": "Full time or part time",
};

/** A day and a time as one says them, such as "Monday 30 April 2012, 10:30". */
export function meetingInWords({ date, time }: { readonly date: CivilDate; readonly time: string }): string {
  return `${weekday(date)} ${dayInWords(date)}, ${time}`;
}

const DAY = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });
const WEEKDAY = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", weekday: "long" });

function dayInWords(date: CivilDate): string {
  return DAY.format(Date.parse(date));
}

function weekday(date: CivilDate): string {
  return WEEKDAY.format(Date.parse(date));
}
