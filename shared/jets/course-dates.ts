import type { CivilDate } from "../dates.ts";
import type { CourseProblem } from "./course-problems.ts";
import type { CourseDates } from "./participant.ts";

/** The dates of a course in their order, each with its name on screen; the appointment alone may be still to come. */
export const COURSE_DATES: readonly {
  readonly key: keyof CourseDates;
  readonly name: string;
  readonly isFact: boolean;
}[] = [
  { key: "referredOn", name: "Referral", isFact: true },
  { key: "engagedOn", name: "Initial engagement", isFact: true },
  { key: "startAppointmentOn", name: "Start appointment", isFact: false },
  { key: "startedOn", name: "Start date", isFact: true },
];

/** What is wrong with the dates of a course: facts are not in the future, and none lies before one that comes first. */
export function courseDateProblems(dates: CourseDates, today: CivilDate): CourseProblem[] {
  return COURSE_DATES.flatMap(({ key, name, isFact }, index): CourseProblem[] => {
    const date = dates[key];
    if (date === null) return [];
    if (isFact && date > today) return [{ field: name, reason: { code: "future", date } }];
    const later = COURSE_DATES.slice(0, index).flatMap((earlier) => {
      const otherDate = dates[earlier.key];
      return otherDate !== null && otherDate > date ? [{ other: earlier.name, otherDate }] : [];
    });
    const [first] = later;
    return first ? [{ field: name, reason: { code: "before", date, ...first } }] : [];
  });
}
