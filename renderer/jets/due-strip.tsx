import type { CivilDate } from "../../shared/dates.ts";
import { formatDate, formatDayAndDate } from "../../shared/dates.ts";
import type { CourseDue } from "../../shared/jets/course-requests.ts";
import type { DueDay } from "../../shared/jets/due-date.ts";
import { dueDistance, dueSentences, workingDays } from "../../shared/jets/due-words.ts";
import { useSession } from "../session.ts";

/** A due date with how far away it is, its working days one by one, and its sum in words (DT-3). */
export function DueSumShown({ due }: { readonly due: CourseDue }) {
  const { today } = useSession();
  const shown = due.days.filter(({ off }) => off?.why !== "weekend");
  const counted = shown.filter(({ number }) => number !== null).length;
  return (
    <>
      <p className="due-line">
        <strong>{formatDate(due.dueOn)}</strong>
        <span className={due.dueOn < today ? "overdue" : undefined}>
          {dueDistance(due.dueOn, today, due.workingDaysLeft)}
        </span>
      </p>
      <ol className="days" aria-label={`The ${workingDays(counted)}`}>
        {shown.map((day) => (
          <li key={day.date} className={lookOf(day, due.dueOn, today)} title={day.off?.name}>
            <span aria-hidden="true">{formatDayAndDate(day.date).slice(0, 2)}</span>
            <span aria-hidden="true">{Number(day.date.slice(8))}</span>
            <b aria-hidden="true">{day.number ?? "–"}</b>
            <span className="sr">{spoken(day, due.dueOn, today)}</span>
          </li>
        ))}
      </ol>
      <p className="cap dim num">{dueSentences(due)}</p>
    </>
  );
}

function lookOf({ date, off }: DueDay, dueOn: CivilDate, today: CivilDate): string | undefined {
  if (off) return "skip";
  if (date === today) return date === dueOn ? "today due" : "today";
  if (date === dueOn) return "due";
  return date < today ? "past" : undefined;
}

function spoken({ date, number, off }: DueDay, dueOn: CivilDate, today: CivilDate): string {
  const day = formatDayAndDate(date);
  const marks = [...(date === today ? ["today"] : []), ...(date === dueOn ? ["due"] : [])];
  return [off ? `${day}, not counted: ${off.name}` : `${day}, day ${number}`, ...marks].join(", ");
}
