import { useState } from "react";
import { formatDate } from "../../shared/dates.ts";
import { needsInWords } from "../../shared/jets/agreement.ts";
import { dueSentences, workingDays } from "../../shared/jets/due-words.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { AgreeDialog } from "./agree-dialog.tsx";
import { DueSumShown } from "./due-strip.tsx";
import type { JetsPanelProps } from "./panel-props.ts";
import { PlanReviews } from "./plan-reviews.tsx";
import { isParticipants, type ParticipantCourse, useCourse } from "./use-course.ts";

/** When the full plan is due and what it still needs; once it is agreed, when it is reviewed next. */
export function FullPlanDue({ window, itemId }: JetsPanelProps) {
  const { data: course } = useCourse(window.client.id);
  const heading = course?.participant?.agreement ? "Plan review due" : "Full plan due";
  return (
    <section aria-label={heading}>
      <h2 className="h2">{heading}</h2>
      {isParticipants(course) &&
        (course.participant.agreement ? (
          <Agreed course={course} />
        ) : (
          <ToAgree course={course} itemId={itemId} planVersion={window.plan?.version ?? null} />
        ))}
    </section>
  );
}

interface ToAgreeProps {
  readonly course: ParticipantCourse;
  readonly itemId: string | null;
  /** Null for a plan that was never saved. */
  readonly planVersion: number | null;
}

function ToAgree({ course, itemId, planVersion }: ToAgreeProps) {
  const { due, needs, terms, reviewEvery } = course;
  const [isOpen, setIsOpen] = useState(false);
  const words = needs.length > 0 ? needsInWords(needs, itemId, terms.words) : undefined;
  return (
    <>
      {due ? (
        <DueSumShown due={due} />
      ) : (
        <p className="dim">
          {`It is counted from ${terms.fullPlan.from === "start" ? "the start date" : "the referral"}, which is not recorded yet.`}
        </p>
      )}
      <div className="agree">
        <ActionButton name="Agree full plan" off={words} onPress={() => setIsOpen(true)} />
        <p className="cap">{words ?? "Everything that it needs is there."}</p>
      </div>
      <p className="cap quiet later">
        {`The first review is due ${workingDays(reviewEvery ?? terms.planReview.workingDays)} after the plan is agreed.`}
      </p>
      {isOpen && planVersion !== null && (
        <AgreeDialog course={course} planVersion={planVersion} onClose={() => setIsOpen(false)} />
      )}
    </>
  );
}

function Agreed({ course }: { readonly course: ParticipantCourse }) {
  const { agreement } = course.participant;
  if (!agreement) return null;
  return (
    <>
      <PlanReviews course={course} />
      <p className="cap dim num" title={course.due ? dueSentences(course.due) : undefined}>
        {`Full plan agreed ${formatDate(agreement.agreedOn)}, due ${formatDate(course.due?.dueOn)}; version ${agreement.planVersion}, recorded by ${agreement.agreedBy}.`}
        {course.isChangedSinceAgreed && " The plan has been changed since."}
      </p>
    </>
  );
}
