import { useId, useState } from "react";
import { formatDate, parseTypedDate } from "../../shared/dates.ts";
import type { AppError } from "../../shared/errors.ts";
import { useAskOnClock } from "../clock-question.tsx";
import { Refusal } from "../entry/refusal.tsx";
import { refreshClient } from "../requests.ts";
import { useSession } from "../session.ts";
import { Dialog } from "../ui/dialog.tsx";
import { announce } from "../ui/live-region.tsx";
import { DateRow } from "./dates-dialog.tsx";
import type { ParticipantCourse } from "./use-course.ts";

interface AgreeDialogProps {
  readonly course: ParticipantCourse;
  readonly planVersion: number;
  readonly onClose: () => void;
}

/** Confirms that the full plan was agreed, with the day (4.03). */
export function AgreeDialog({ course, planVersion: shownVersion, onClose }: AgreeDialogProps) {
  const { today } = useSession();
  const id = useId();
  // What is agreed is what the window showed when this was opened.
  const [{ clientId, version }] = useState(course.participant);
  const [planVersion] = useState(shownVersion);
  const [typed, setTyped] = useState(formatDate(today));
  const [error, setError] = useState<AppError | null>(null);
  const agreeing = useAskOnClock("agree-full-plan");
  const agreedOn = parseTypedDate(typed, { today });
  const earliest = course.agreedFrom ?? today;
  const problem = !agreedOn
    ? "Type a day as dd/mm/yyyy"
    : agreedOn > today
      ? "The day is in the future"
      : agreedOn < earliest
        ? `The latest signature is of ${formatDate(earliest)}`
        : undefined;
  const agree = async () => {
    if (agreeing.isPending || !agreedOn) return;
    const answer = await agreeing.mutateAsync({ clientId, version, planVersion, agreedOn });
    await refreshClient(clientId);
    if (!answer.ok) return setError(answer.error.code === "clock-moved-back" ? null : answer.error);
    announce(`The full plan is agreed on ${formatDate(agreedOn)}`);
    onClose();
  };
  return (
    <Dialog
      title="Agree full plan"
      onClose={onClose}
      actions={[
        { name: "Agree full plan", isMain: true, off: problem, onPress: () => void agree() },
        { name: "Cancel", onPress: onClose },
      ]}
    >
      <p>
        {`The plan as it was saved and signed is agreed as the full ${course.terms.words.plan}. Its first review falls due afterwards.`}
      </p>
      <div className="form">
        <DateRow id={id} name="Agreed on" value={typed} problem={problem} onChange={setTyped} />
      </div>
      {error && <Refusal error={error} />}
    </Dialog>
  );
}
