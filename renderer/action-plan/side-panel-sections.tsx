import { memo } from "react";
import type { PlanKind } from "../../shared/action-plan/action-plan.ts";
import { earliestDateClosed } from "../../shared/action-plan/item-rules.ts";
import { rulesOf } from "../../shared/action-plan/plan-kind-rules.ts";
import type { ShownItem, ShownReview } from "../../shared/action-plan/shown-plan.ts";
import { type CloseNote, notedBy } from "../../shared/client-record/conversation.ts";
import type { PlanWindow, Session } from "../../shared/contract.ts";
import { dateOfMoment, daysBetween, formatDate, formatDayAndDate, laterOf } from "../../shared/dates.ts";
import { Icon } from "../ui/icons.tsx";
import { useKindWords } from "./kind-words-context.ts";

/** When the customer comes next (¶64), with whom and for what. */
export const NextInterview = memo(function NextInterview({
  window,
  session,
}: {
  readonly window: PlanWindow;
  readonly session: Session;
}) {
  const next = window.nextAppointment;
  const kind = session.interviewKinds.find(({ code }) => code === next?.kind)?.name;
  return (
    <section>
      <h2>Next interview</h2>
      {next ? (
        <>
          <p className="num">{`${formatDayAndDate(next.date)}, ${next.time}`}</p>
          <p className="cap dim">{`${kind ?? "Interview"} with ${next.adviserName}`}</p>
        </>
      ) : (
        <p className="dim">None is booked.</p>
      )}
    </section>
  );
});

interface CloseNotesProps {
  readonly notes: readonly CloseNote[];
  /** Tells whether a note's words can begin a review here. */
  readonly mayUse?: (note: CloseNote) => boolean;
  readonly onUse?: (note: CloseNote) => void;
}

/** What was noted since the last interview to be closed at this one (¶68); nothing where nothing was. */
export function CloseNotes({ notes, mayUse, onUse }: CloseNotesProps) {
  if (notes.length === 0) return null;
  return (
    <section>
      <h2>Notes to close at this interview</h2>
      {notes.map((note) => (
        <div key={note.conversationId}>
          <div className="note-card">
            <p className="cap num">{`${formatDate(dateOfMoment(note.createdAt))}, ${notedBy(note)}`}</p>
            <p>{note.text}</p>
          </div>
          {onUse && mayUse?.(note) && (
            <p>
              <button type="button" className="link" onClick={() => onUse(note)}>
                Use as a new review
              </button>
            </p>
          )}
        </div>
      ))}
    </section>
  );
}

interface ThisItemProps {
  readonly item: ShownItem;
  readonly reviews: readonly ShownReview[];
  readonly session: Session;
}

/** The shown item at a glance. */
export const ThisItem = memo(function ThisItem({ item, reviews, session }: ThisItemProps) {
  const { shortItem } = useKindWords();
  const kept = reviews.filter(({ isDeleted }) => !isDeleted);
  const last = kept.map(({ dateCreated }) => dateCreated).reduce<string>((a, b) => (a === "" ? b : laterOf(a, b)), "");
  return (
    <section>
      <h2>{`This ${shortItem}`}</h2>
      <dl className="defs">
        <dt>Target date</dt>
        <dd className="num">{item.targetDate ? fromToday(daysBetween(session.today, item.targetDate)) : "None yet"}</dd>
        <dt>Reviews</dt>
        <dd className="num">{`${kept.length} of ${session.policy.reviewsPerActionItem}`}</dd>
        <dt>Last reviewed</dt>
        <dd className="num">{last === "" ? "Never" : formatDate(last)}</dd>
        <dt>Amended</dt>
        <dd>{item.amendedBy ? `By ${item.amendedBy}` : "Never"}</dd>
      </dl>
    </section>
  );
});

function fromToday(days: number): string {
  if (days === 0) return "today";
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? "day" : "days"}`;
  return days > 0 ? `in ${count}` : `${count} ago`;
}

interface ToCloseProps extends ThisItemProps {
  readonly kind: PlanKind;
  readonly isInterviewOpen: boolean;
}

/** What closing the item still needs (AI-4, AI-5, ¶68). */
export const ToClose = memo(function ToClose({ item, reviews, session, kind, isInterviewOpen }: ToCloseProps) {
  const { shortItem } = useKindWords();
  if (item.isReadOnly) {
    return (
      <section>
        <h2>Closed</h2>
        <p className="num">{`Closed on ${formatDate(item.dateClosed)}. It stays as it is.`}</p>
      </section>
    );
  }
  const { today, policy } = session;
  const earliest = earliestDateClosed({ today, dateCreated: item.dateCreated, policy });
  const since = earliest === today ? "today" : `today, or a day since ${formatDate(earliest)}`;
  const isReviewed = reviews.some(({ isDeleted }) => !isDeleted);
  return (
    <section>
      <h2>{`To close this ${shortItem}`}</h2>
      <ul className="steps">
        {rulesOf(kind).closesInInterview && (
          <Step
            isDone={isInterviewOpen}
            done="An interview is open"
            open="An interview is needed; never open one for this alone"
          />
        )}
        <Step
          isDone={isReviewed}
          done="It has at least one review"
          open="It needs at least one review: NRev writes it"
        />
        <Step isDone={false} done="" open={`Select Amnd and enter Date Closed: ${since}`} />
      </ul>
    </section>
  );
});

function Step({ isDone, done, open }: { readonly isDone: boolean; readonly done: string; readonly open: string }) {
  return (
    <li className={isDone ? "done" : undefined}>
      <Icon name={isDone ? "check" : "right"} />
      <span className="num">
        {isDone ? <span className="sr">Done: </span> : <span className="sr">To do: </span>}
        {isDone ? done : open}
      </span>
    </li>
  );
}
