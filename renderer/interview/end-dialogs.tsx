import { formatTime } from "../../shared/dates.ts";
import type { AppErrorOf } from "../../shared/errors.ts";
import type { InterviewProgress } from "../../shared/interview/interview.ts";
import { errorMessage } from "../../shared/messages.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icons.tsx";
import type { InterviewActs } from "./interview-bar.tsx";
import { LeftOpen } from "./reason-dialogs.tsx";
import type { EndQuestion } from "./use-end-interview.ts";

interface EndDialogProps extends InterviewActs {
  readonly question: EndQuestion;
  readonly kindName: string;
  readonly clientName: string;
  /** True to go on with End, false to stay in the interview. */
  readonly onAnswer: (goesOn: boolean, reason?: string) => void;
}

/** What End has to say: a refusal, a warning, or what went wrong. */
export function EndDialog({ question, kindName, clientName, onAnswer, ...acts }: EndDialogProps) {
  const back = () => onAnswer(false);
  if (question.about === "left-open") {
    const answer = (given: { readonly reason?: string } | null) => onAnswer(given !== null, given?.reason);
    return <LeftOpen interview={question.interview} onAnswer={answer} />;
  }
  if (question.about === "only-closures") return <OnlyClosures onAnswer={onAnswer} />;
  if (question.about === "failed-to-participate") return <FailedToParticipate onAnswer={onAnswer} />;
  const { error } = question;
  if (error.code === "cannot-end") return <CannotEnd error={error} clientName={clientName} onBack={back} {...acts} />;
  if (error.code === "plan-not-completed") return <NotCompleted kindName={kindName} onAnswer={onAnswer} />;
  const { title, text, whatToDo } = errorMessage(error);
  return (
    <Dialog title={title} onClose={back} actions={[{ name: "OK", isMain: true, onPress: back }]}>
      <p>{text}</p>
      <p>{whatToDo}</p>
    </Dialog>
  );
}

interface CannotEndProps extends InterviewActs {
  readonly error: AppErrorOf<"cannot-end">;
  readonly clientName: string;
  readonly onBack: () => void;
}

/** The gate of an enforced interview: what is done and what is still to do (¶101). */
function CannotEnd({ error, clientName, onBack, onPrint, onOpenPlan }: CannotEndProps) {
  const { progress } = error;
  const isSaved = progress.planSavedAt !== null;
  const goTo = (go: () => void) => () => {
    onBack();
    go();
  };
  return (
    <Dialog
      title="Cannot end yet"
      onClose={onBack}
      actions={[
        ...(isSaved ? [{ name: "Print", isMain: true, onPress: goTo(onPrint) }] : []),
        ...(!isSaved && onOpenPlan ? [{ name: "ActnPln", isMain: true, onPress: goTo(onOpenPlan) }] : []),
        { name: "Back to the interview", onPress: onBack },
      ]}
    >
      <p>{errorMessage(error).text}</p>
      <ul className="gate">
        <Step isDone={isSaved} word={isSaved ? "Saved" : "Not saved"} rest={savedWords(progress)} />
        <Step
          isDone={progress.printedAt !== null}
          word={progress.printedAt ? "Printed" : "Not printed"}
          rest={progress.printedAt ? `at ${formatTime(progress.printedAt)}` : isSaved ? "since that save" : "yet"}
        />
      </ul>
      <p className="cap dim">
        If {clientName} has not taken part, record the doubt in DMA first. With FTP recorded, the interview can end.
      </p>
    </Dialog>
  );
}

function Step({ isDone, word, rest }: { readonly isDone: boolean; readonly word: string; readonly rest: string }) {
  return (
    <li className={isDone ? "done" : "todo"}>
      <Icon name={isDone ? "check" : "cross"} />
      <span className="num">
        <b>{word}</b> {rest}
      </span>
    </li>
  );
}

function savedWords({ planSavedAt, saved }: InterviewProgress): string {
  if (!planSavedAt) return "in this interview";
  const parts = [
    counted(saved.itemsAdded, "new Action Item"),
    counted(saved.itemsChanged, "changed Action Item"),
    counted(saved.reviewsAdded, "review"),
  ].filter(Boolean);
  return parts.length > 0 ? `at ${formatTime(planSavedAt)}, with ${parts.join(", ")}` : `at ${formatTime(planSavedAt)}`;
}

function counted(count: number, word: string): string {
  if (count === 0) return "";
  return count === 1 ? `1 ${word}` : `${count} ${word}s`;
}

interface AnswerProps {
  readonly onAnswer: (goesOn: boolean) => void;
}

/** An advised plan was not completed; End can go on (¶102). */
function NotCompleted({ kindName, onAnswer }: AnswerProps & { readonly kindName: string }) {
  const { title, text, whatToDo } = errorMessage({ code: "plan-not-completed", kindName });
  return (
    <Dialog
      title={title}
      onClose={() => onAnswer(false)}
      actions={[
        { name: "End anyway", onPress: () => onAnswer(true) },
        { name: "Back", onPress: () => onAnswer(false) },
      ]}
    >
      <p>{text}</p>
      <p>{whatToDo}</p>
    </Dialog>
  );
}

/** ¶120: what is unsaved goes with the End of a failed interview; Esc and the cross go back to it instead. */
function FailedToParticipate({ onAnswer }: AnswerProps) {
  return (
    <Dialog
      title="Fail to participate"
      onClose={() => onAnswer(false)}
      actions={[{ name: "OK", isMain: true, onPress: () => onAnswer(true) }]}
    >
      <p>You have recorded FTP. The Action Plan will now close without saving changes</p>
    </Dialog>
  );
}

/** ¶68: an interview is never opened just to close an item. */
function OnlyClosures({ onAnswer }: AnswerProps) {
  return (
    <Dialog
      title="Only closures were saved"
      onClose={() => onAnswer(false)}
      actions={[
        { name: "End interview", onPress: () => onAnswer(true) },
        { name: "Back", onPress: () => onAnswer(false) },
      ]}
    >
      <p>Closing Action Items is all that was saved in this interview.</p>
      <p>
        Never open an interview just to close an item: it corrupts management information. If this was a real interview,
        record what was agreed before you end it, or end it as it is.
      </p>
    </Dialog>
  );
}
