import { useId, useState } from "react";
import type { SavedDraft } from "../../shared/client-record/record-draft.ts";
import type { RecordForm } from "../../shared/client-record/record-form.ts";
import { formatDate, parseTypedDate } from "../../shared/dates.ts";
import type { PlanWords } from "../../shared/jets/contract-terms.ts";
import { meetingMeansSchema, type PlanReview } from "../../shared/jets/participant.ts";
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
  const names = { participant: `${words.client} took part`, provider: `${words.pa} took part`, means: "By what means" };
  const given = {
    [names.participant]: formatDate(review.participantOn),
    [names.provider]: formatDate(review.providerOn),
    [names.means]: review.means ?? "",
  };
  const [typed, setTyped] = useState<RecordForm>(given);
  const write = (name: string, value: string) => setTyped((before) => ({ ...before, [name]: value }));
  const [participant, provider] = [typed[names.participant] ?? "", typed[names.provider] ?? ""];
  const means = meetingMeansSchema.safeParse(typed[names.means]).data ?? null;
  const recording = useAskOnClock("record-plan-review");
  const read = (day: string) => readDay(day, review.countedFrom, today);
  const [participantDay, providerDay] = [read(participant), read(provider)];
  const nobody = participantDay.date || providerDay.date ? undefined : "Enter when one of them took part";
  const keep = async (text: string, savedDraft: SavedDraft) => {
    const taken = { participantOn: participantDay.date, providerOn: providerDay.date, means, text };
    const { id: reviewId, recordedAt } = review;
    const answer = await recording.mutateAsync({ clientId, reviewId, recordedAt, ...taken, savedDraft });
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
      place={{ clientId, form: `Plan review: ${review.id}` }}
      beside={{ typed, given, takeBack: setTyped }}
      off={participantDay.problem ?? providerDay.problem ?? nobody}
      keep={keep}
      onClose={onClose}
    >
      <div className="form">
        <DateRow
          id={`${ids}-participant`}
          name={names.participant}
          value={participant}
          problem={participantDay.problem}
          onChange={(day) => write(names.participant, day)}
        />
        <DateRow
          id={`${ids}-provider`}
          name={names.provider}
          value={provider}
          problem={providerDay.problem}
          onChange={(day) => write(names.provider, day)}
        />
        <FormSelect
          id={`${ids}-means`}
          label={names.means}
          value={means ?? ""}
          options={[{ value: "", name: meansWords(null) }, ...MEANS]}
          onChange={(chosen) => write(names.means, chosen)}
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
