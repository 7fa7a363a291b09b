import { useState } from "react";
import { formatDate } from "../../shared/dates.ts";
import type { CourseReview } from "../../shared/jets/course-requests.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { meansWords } from "./course-words.ts";
import { DueSumShown } from "./due-strip.tsx";
import { PlanReviewDialog } from "./plan-review-dialog.tsx";
import type { ParticipantCourse } from "./use-course.ts";

/** The plan review that waits, and those that were held (4.06). */
export function PlanReviews({ course }: { readonly course: ParticipantCourse }) {
  const { reviews, participant, terms } = course;
  const [isOpen, setIsOpen] = useState(false);
  const waiting = reviews.find(({ completedOn }) => completedOn === null);
  const held = reviews.filter(({ completedOn }) => completedOn !== null);
  return (
    <>
      {waiting && <DueSumShown due={waiting.due} />}
      {waiting && (
        <div className="agree">
          <ActionButton name="Record review" onPress={() => setIsOpen(true)} />
          <p className="cap">{stillToTakePart(waiting, terms.words)}</p>
        </div>
      )}
      <h3 className="strong">Reviews held</h3>
      {held.length === 0 ? (
        <p className="cap quiet">None yet</p>
      ) : (
        <ul className="cap num held" aria-label="Reviews held">
          {held.map((review) => (
            <li key={review.id}>
              {`${formatDate(review.completedOn)}, due ${formatDate(review.dueOn)}`}
              {review.means && `, ${meansWords(review.means).toLowerCase()}`}
              {review.text && `: ${review.text}`}
            </li>
          ))}
        </ul>
      )}
      {isOpen && waiting && (
        <PlanReviewDialog
          clientId={participant.clientId}
          review={waiting}
          words={terms.words}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}

function stillToTakePart(
  { participantOn, providerOn }: CourseReview,
  { client, pa }: ParticipantCourse["terms"]["words"],
): string {
  const [done, open] = participantOn
    ? [`${client} took part on ${formatDate(participantOn)}`, pa]
    : providerOn
      ? [`${pa} took part on ${formatDate(providerOn)}`, client]
      : [];
  return done && open ? `${done}. ${open} has still to take part.` : "It is complete once both have taken part.";
}
