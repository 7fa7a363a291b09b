import { type ReactNode, useState } from "react";
import type { CreationReason } from "../../shared/action-plan/action-plan.ts";
import { fieldInWords, type KindWords, withArticle } from "../../shared/action-plan/kind-words.ts";
import { problemPlace } from "../../shared/action-plan/problem-messages.ts";
import type { ShownProblem } from "../../shared/action-plan/shown-plan.ts";
import type { AppErrorOf } from "../../shared/errors.ts";
import type { Message } from "../../shared/message.ts";
import { errorMessage } from "../../shared/messages.ts";
import { isBlank } from "../../shared/text.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icons.tsx";
import { TextBox } from "../ui/text-box.tsx";
import { fieldId } from "./field-ids.ts";
import { useKindWords } from "./kind-words-context.ts";
import { problemSentence } from "./problem-words.ts";
import type { Creation } from "./use-saving.tsx";

interface Answered<T> {
  readonly onAnswer: (value: T) => void;
}

interface CannotSaveProps extends Answered<ShownProblem | null> {
  readonly problems: readonly ShownProblem[];
  /** False where the adviser went on without the check. */
  readonly isSpellingChecked: boolean;
}

/** The one list of every field to be put right (AP-6), each entry a link to its field. */
export function CannotSaveDialog({ problems, isSpellingChecked, onAnswer }: CannotSaveProps) {
  const words = useKindWords();
  const first = problems[0];
  const count = problems.length === 1 ? "One field is" : `${NUMBERS[problems.length] ?? problems.length} fields are`;
  return (
    <Dialog
      title="Cannot save yet"
      placement="lower"
      size="wide"
      onClose={() => onAnswer(null)}
      actions={[
        {
          name: `Go to ${first ? fieldInWords(first.field, words) : "the plan"}`,
          isMain: true,
          onPress: () => onAnswer(first ?? null),
        },
      ]}
    >
      <p>
        {isSpellingChecked && "The spelling has been checked. "}
        {`${count} still to be put right. Nothing has been saved, and nothing you typed is lost.`}
      </p>
      <ul className="fixes">
        {problems.map((problem) => (
          <li key={`${JSON.stringify(problem.place)}${problem.field}${problem.reason.code}`}>
            <Icon name="warn" />
            <div className="num">
              <a
                className="to"
                href={`#${fieldId(problem.field)}`}
                onClick={(event) => {
                  event.preventDefault();
                  onAnswer(problem);
                }}
              >
                {fieldInWords(problem.field, words)}
              </a>
              <span className="of">{placeInWords(problem, words)}</span>
              {problemSentence(problem, words)}
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function placeInWords(problem: ShownProblem, words: KindWords): string {
  const place = problemPlace(problem, words);
  return place ? ` ${place}: ` : ": ";
}

const NUMBERS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

/** What an adviser decides about unsaved work on leaving it. */
export type UnsavedChoice = "save" | "discard" | "cancel";

/** Asks what becomes of unsaved work. */
export function UnsavedChangesDialog({ onAnswer }: Answered<UnsavedChoice>) {
  return (
    <Dialog
      title="Unsaved changes"
      onClose={() => onAnswer("cancel")}
      actions={[
        { name: "Save", isMain: true, onPress: () => onAnswer("save") },
        { name: "Don't save", onPress: () => onAnswer("discard") },
        { name: "Cancel", onPress: () => onAnswer("cancel") },
      ]}
    >
      <p>What you wrote on this Action Plan has not been saved.</p>
    </Dialog>
  );
}

/** Asks once before a saved review goes (RV-3). */
export function DeleteReviewDialog({ onAnswer }: Answered<boolean>) {
  return (
    <Dialog
      title="Delete review"
      onClose={() => onAnswer(false)}
      actions={[
        { name: "Delete", onPress: () => onAnswer(true) },
        { name: "Cancel", isMain: true, onPress: () => onAnswer(false) },
      ]}
    >
      <p>The review goes when you save, and stays in the audit. Until then Keep review takes this back.</p>
    </Dialog>
  );
}

/** Asks once before a closure is saved, since a closed item stays closed (AI-6). */
export function CloseItemDialog({ count, onAnswer }: Answered<boolean> & { readonly count: number }) {
  const { item, items, shortItem } = useKindWords();
  const what = count === 1 ? `This save closes ${withArticle(item)}` : `This save closes ${count} ${items}`;
  return (
    <Dialog
      title={`Close ${item}`}
      onClose={() => onAnswer(false)}
      actions={[
        { name: `Close ${shortItem}`, onPress: () => onAnswer(true) },
        { name: "Back", isMain: true, onPress: () => onAnswer(false) },
      ]}
    >
      <p>{`${what}. Once closed, ${withArticle(shortItem)} cannot be amended, reviewed or opened again.`}</p>
    </Dialog>
  );
}

/** Warns that the clock stands before the newest saved record (DT-2). */
export function ClockMovedBackDialog(props: Answered<boolean> & { readonly error: AppErrorOf<"clock-moved-back"> }) {
  const { error, onAnswer } = props;
  const message = errorMessage(error);
  return (
    <Dialog
      title={message.title}
      onClose={() => onAnswer(false)}
      actions={[
        { name: "Save anyway", onPress: () => onAnswer(true) },
        { name: "Back", isMain: true, onPress: () => onAnswer(false) },
      ]}
    >
      <p>{message.text}</p>
      <p>{message.whatToDo}</p>
    </Dialog>
  );
}

/** Tells what happened and what to do; there is nothing to decide. */
export function MessageDialog({ message, onAnswer }: Answered<void> & { readonly message: Message }) {
  return (
    <Dialog
      title={message.title}
      onClose={() => onAnswer()}
      actions={[{ name: "OK", isMain: true, onPress: () => onAnswer() }]}
    >
      <p>{message.text}</p>
      <p>{message.whatToDo}</p>
    </Dialog>
  );
}

const REASONS: readonly { readonly reason: CreationReason; readonly name: string }[] = [
  { reason: "telephone", name: "Telephone conversation" },
  { reason: "not-present", name: "Customer not present" },
  { reason: "clerical", name: "Clerical plan being entered" },
  { reason: "other", name: "Other" },
];

/** As long as the contract takes. */
const REASON_CHARACTERS = 750;

/** Asks why a plan is made outside an interview (AP-2, ¶100). */
export function CreationReasonDialog({ onAnswer }: Answered<Creation | null>): ReactNode {
  const [reason, setReason] = useState<CreationReason | null>(null);
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string>();
  const save = () => {
    if (reason === null) setProblem("Choose one of the reasons");
    else if (reason === "other" && isBlank(text)) setProblem("Write the reason");
    else onAnswer({ reason, text: reason === "other" ? text : "" });
  };
  return (
    <Dialog
      title="Why is the plan made outside an interview"
      onClose={() => onAnswer(null)}
      actions={[
        { name: "Save", isMain: true, onPress: save },
        { name: "Cancel", onPress: () => onAnswer(null) },
      ]}
    >
      <p>An Action Plan is made in an interview. Outside one, the reason is recorded.</p>
      <fieldset aria-describedby={problem && reason !== "other" ? "reason-problem" : undefined}>
        <legend>Reason</legend>
        {REASONS.map((option) => (
          <label className="radio" key={option.reason}>
            <input
              type="radio"
              name="creation-reason"
              checked={option.reason === reason}
              onChange={() => {
                setReason(option.reason);
                setProblem(undefined);
              }}
            />
            <span>{option.name}</span>
          </label>
        ))}
      </fieldset>
      {problem && reason !== "other" && (
        <span className="err" id="reason-problem" role="alert">
          <Icon name="warn" size="small" />
          {problem}
        </span>
      )}
      {reason === "other" && (
        <TextBox
          id="creation-reason-text"
          label="The reason in words"
          caption="The reason in words"
          value={text}
          limit={REASON_CHARACTERS}
          problem={problem}
          onChange={setText}
        />
      )}
    </Dialog>
  );
}
