import { useId, useState } from "react";
import type { SavedDraft } from "../../shared/client-record/record-draft.ts";
import { formatDate, formatMoment, parseTypedDate } from "../../shared/dates.ts";
import { LONGEST_INTERVAL } from "../../shared/jets/course-requests.ts";
import { workingDays } from "../../shared/jets/due-words.ts";
import { useAskOnClock } from "../clock-question.tsx";
import { FormField } from "../entry/form-field.tsx";
import { refreshClient } from "../requests.ts";
import { useSession } from "../session.ts";
import { announce } from "../ui/live-region.tsx";
import { NoteDialog } from "../ui/note-dialog.tsx";
import { DateRow } from "./dates-dialog.tsx";
import type { ParticipantCourse } from "./use-course.ts";

interface IntervalDialogProps {
  readonly course: ParticipantCourse;
  readonly onClose: () => void;
}

/** How often the plan is reviewed, which only the participant's preference changes, and how often it was before (4.06). */
export function IntervalDialog({ course, onClose }: IntervalDialogProps) {
  const { policy, today } = useSession();
  const ids = useId();
  const { participant, terms, intervals } = course;
  const given = String(course.reviewEvery ?? terms.planReview.workingDays);
  const [days, setDays] = useState(given);
  const [firstDay] = useState(formatDate(today));
  const [typed, setTyped] = useState(firstDay);
  const setting = useAskOnClock("set-review-interval");
  const count = /^\d{1,3}$/.test(days.trim()) ? Number(days) : 0;
  const isCount = count > 0 && count <= LONGEST_INTERVAL;
  const decidedOn = parseTypedDate(typed, { today });
  const isPast = decidedOn !== undefined && decidedOn <= today;
  const keep = async (reason: string, savedDraft: SavedDraft) => {
    if (!decidedOn) return undefined;
    const input = { clientId: participant.clientId, workingDays: count, reason, decidedOn, savedDraft };
    const answer = await setting.mutateAsync(input);
    if (!answer.ok) return answer.error;
    await refreshClient(participant.clientId);
    announce(`The plan is reviewed every ${workingDays(count)}`);
    return undefined;
  };
  const daysProblem = isCount ? undefined : `Type a number from 1 to ${LONGEST_INTERVAL}`;
  const dateProblem = decidedOn ? (isPast ? undefined : "The date is in the future") : "Type a day as dd/mm/yyyy";
  return (
    <NoteDialog
      title="Review interval"
      label="Reason"
      limit={policy.noteCharacters}
      act="Change the interval"
      place={{ clientId: participant.clientId, form: "Review interval" }}
      beside={{
        typed: { "Working days": days, Date: typed },
        given: { "Working days": given, Date: firstDay },
        // The day it was decided on stays the one that stood there, whichever day it is by now.
        takeBack: (merged, asKept) => {
          setDays(merged["Working days"] ?? given);
          setTyped(asKept.Date ?? firstDay);
        },
      }}
      off={daysProblem ?? dateProblem}
      keep={keep}
      onClose={onClose}
    >
      <p>Change it only where the participant prefers another arrangement. It holds from the review that waits on.</p>
      <div className="form">
        <FormField
          id={`${ids}-days`}
          label="Working days"
          value={days}
          maxLength={3}
          problem={daysProblem}
          onChange={setDays}
        />
        <DateRow id={`${ids}-date`} name="Date" value={typed} problem={dateProblem} onChange={setTyped} />
      </div>
      <h3 className="strong">Intervals so far</h3>
      <ul className="intervals num">
        {intervals.map((interval) => (
          <li key={interval.id}>
            <span className="strong">{workingDays(interval.workingDays)}</span>
            {`, ${formatDate(interval.decidedOn)}: ${interval.reason} `}
            <span className="quiet">{`${interval.recordedBy}, ${formatMoment(interval.recordedAt)}`}</span>
          </li>
        ))}
        <li>
          <span className="strong">{workingDays(terms.planReview.workingDays)}</span>
          {`, as in the contract (${terms.planReview.paragraph})`}
        </li>
      </ul>
    </NoteDialog>
  );
}
