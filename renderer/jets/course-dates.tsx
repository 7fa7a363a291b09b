import { type ReactNode, useState } from "react";
import { formatDate } from "../../shared/dates.ts";
import { COURSE_DATES } from "../../shared/jets/course-dates.ts";
import { workingDays } from "../../shared/jets/due-words.ts";
import { errorMessage } from "../../shared/messages.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { meansWords } from "./course-words.ts";
import { DatesDialog } from "./dates-dialog.tsx";
import { InteractionsLink } from "./interactions-link.tsx";
import { IntervalDialog } from "./interval-dialog.tsx";
import { MeansDialog } from "./means-dialog.tsx";
import type { JetsPanelProps } from "./panel-props.ts";
import { isParticipants, type ParticipantCourse, useCourse } from "./use-course.ts";

type OpenDialog = "dates" | "interval" | "means" | null;

/** The dates of a participant's course, and what is kept beside them. */
export function CourseDates({ window, terms }: JetsPanelProps) {
  const clientId = window.client.id;
  const { data: course, error } = useCourse(clientId);
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const close = () => setDialog(null);
  return (
    <section aria-label="Dates">
      <div className="h2row">
        <h2 className="h2">Dates</h2>
        {isParticipants(course) && (
          <button type="button" className="link cap" onClick={() => setDialog("dates")}>
            Change dates…
          </button>
        )}
      </div>
      {error && <p role="alert">{errorMessage(error.error).text}</p>}
      {course && !course.participant && (
        <>
          <p className="dim">No dates of a course are recorded yet.</p>
          <ActionButton name="Participant's dates…" small onPress={() => setDialog("dates")} />
        </>
      )}
      {isParticipants(course) && <Rows clientId={clientId} course={course} onOpen={setDialog} />}
      {dialog === "dates" && course && (
        <DatesDialog clientId={clientId} participant={course.participant} contract={terms.code} onClose={close} />
      )}
      {dialog === "interval" && isParticipants(course) && <IntervalDialog course={course} onClose={close} />}
      {dialog === "means" && isParticipants(course) && <MeansDialog participant={course.participant} onClose={close} />}
    </section>
  );
}

interface RowsProps {
  readonly clientId: string;
  readonly course: ParticipantCourse;
  readonly onOpen: (dialog: OpenDialog) => void;
}

function Rows({ clientId, course, onOpen }: RowsProps) {
  const { participant, terms, initialPlanOn, reviewEvery } = course;
  const { agreement } = participant;
  return (
    <dl className="defs num">
      {COURSE_DATES.map(({ key, name }) => (
        <Row key={key} name={name}>
          {formatDate(participant.dates[key]) || <span className="quiet">Not recorded</span>}
        </Row>
      ))}
      <Row name="Initial plan">{formatDate(initialPlanOn) || <span className="quiet">Not yet</span>}</Row>
      <Row name="Full plan agreed">
        {agreement ? formatDate(agreement.agreedOn) : <span className="strong">Not yet</span>}
      </Row>
      <Row name="Review every">
        <LinkTo what="Review interval" onOpen={() => onOpen("interval")}>
          {workingDays(reviewEvery ?? terms.planReview.workingDays)}
        </LinkTo>
      </Row>
      <Row name="Prefers to meet">
        <LinkTo what="Preferred way to meet" onOpen={() => onOpen("means")}>
          {meansWords(participant.preferredMeans)}
        </LinkTo>
      </Row>
      <Row name="Copies asked for">
        <InteractionsLink clientId={clientId} what="requests" count={course.copiesAskedFor} />
      </Row>
      <Row name="Interactions">
        <InteractionsLink clientId={clientId} what="interactions" count={course.interactions} />
      </Row>
    </dl>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

interface LinkToProps {
  /** The dialog that it opens. */
  readonly what: string;
  readonly onOpen: () => void;
  readonly children: string;
}

function LinkTo({ what, onOpen, children }: LinkToProps) {
  return (
    <button type="button" className="link" title={what} aria-label={`${children}: ${what}`} onClick={onOpen}>
      {children}
    </button>
  );
}
