import { useId, useState } from "react";
import { formatDate, parseTypedDate } from "../../shared/dates.ts";
import type { PlanWords } from "../../shared/jets/contract-terms.ts";
import type { MeetingMeans, PlanReview } from "../../shared/jets/participant.ts";
import { useAskOnClock } from "../clock-question.tsx";
import { FormSelect } from "../entry/form-field.tsx";
import { refreshClient } from "../requests.ts";
import { useSession } from "../session.ts";
import { announce } from "../ui/live-region.tsx";
import { NoteDialog } from "../ui/note-dialog.tsx";
import { MEANS, meansWords } from "./course-words.ts";
import { DateRow } from "./dates-dialog.tsx";

interface PlanReviewDialogProps {
  readonly clientId: string;
  /** The one that waits. */
  readonly review: PlanReview;
  readonly words: PlanWords;
  readonly onClose: () => void;
}

/** Who took part in the plan review, when and how (4.06). */
export function PlanReviewDialog({ clientId, review: shown, words, onClose }: PlanReviewDialogProps) {
  const { policy, today } = useSession();
  const ids = useId();
  const [review] = useState(shown);
  const given = [formatDate(review.participantOn), formatDate(review.providerOn)] as const;
  const [participant, setParticipant] = useState(given[0]);
  const [provider, setProvider] = useState(given[1]);
  const [means, setMeans] = useState<MeetingMeans | "">(review.means ?? "");
  const recording = useAskOnClock("record-plan-review");
  const read = (typed: string) => readDay(typed, review.countedFrom, today);
  const [participantDay, providerDay] = [read(participant), read(provider)];
  const nobody = participantDay.date || providerDay.date ? undefined : "Enter when one of them took part";
  const keep = async (text: string) => {
    const taken = { participantOn: participantDay.date, providerOn: providerDay.date, means: means || null, text };
    const { id: reviewId, recordedAt } = review;
    const answer = await recording.mutateAsync({ clientId, reviewId, recordedAt, ...taken });
    if (!answer.ok) return answer.error;
    await refreshClient(clientId);
    announce(taken.participantOn && taken.providerOn ? "The plan review is complete" : "The plan review is recorded");
    return undefined;
  };
  return (
    <NoteDialog
      title="Plan review"
      label="What was said"
      text={review.text}
      limit={policy.noteCharacters}
      act="Record review"
      isOptional
      isChanged={participant !== given[0] || provider !== given[1] || means !== (review.means ?? "")}
      off={participantDay.problem ?? providerDay.problem ?? nobody}
      keep={keep}
      onClose={onClose}
    >
      <div className="form">
        <DateRow
          id={`${ids}-participant`}
          name={`${words.client} took part`}
          value={participant}
          problem={participantDay.problem}
          onChange={setParticipant}
        />
        <DateRow
          id={`${ids}-provider`}
          name={`${words.pa} took part`}
          value={provider}
          problem={providerDay.problem}
          onChange={setProvider}
        />
        <FormSelect
          id={`${ids}-means`}
          label="By what means"
          value={means}
          options={[{ value: "", name: meansWords(null) }, ...MEANS]}
          onChange={setMeans}
        />
      </div>
    </NoteDialog>
  );
}

function readDay(typed: string, earliest: string, today: string) {
  if (typed.trim() === "") return { date: null };
  const date = parseTypedDate(typed, { today });
  if (!date) return { date: null, problem: "Type a day as dd/mm/yyyy" };
  if (date > today) return { date: null, problem: `${formatDate(date)} is in the future` };
  if (date < earliest) return { date: null, problem: `The review is counted from ${formatDate(earliest)}` };
  return { date };
}
