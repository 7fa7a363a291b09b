import { type ReactNode, useEffect, useRef } from "react";
import { DraftKeptDialog } from "../action-plan/draft-dialogs.tsx";
import { ClockMovedBackDialog } from "../action-plan/plan-dialogs.tsx";
import { Refusal } from "../entry/refusal.tsx";
import { useSession } from "../session.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icons.tsx";
import { useShortcuts } from "../ui/key-map.ts";
import { FormContext, type FormEditor, problemSentence, recordFieldId } from "./use-form-editor.ts";

interface FormDialogProps {
  readonly title: string;
  readonly editor: FormEditor;
  readonly size?: "normal" | "wide" | undefined;
  /** A quiet word at the left of the foot. */
  readonly note?: string | undefined;
  /** Why nothing can be saved here now; undefined where it can. */
  readonly off?: string | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog with a form in it: Save lists what is to be put right, and Close asks when something is unsaved. */
export function FormDialog(props: FormDialogProps) {
  const { title, editor, onClose, children } = props;
  const goTo = useRef<string | null>(null);
  const { today } = useSession();
  const { offered, isAsking, answer } = editor.draft;
  if (isAsking) return null;
  if (offered) return <DraftKeptDialog keptAt={offered.keptAt} today={today} onAnswer={answer} />;
  if (editor.view === "problems") {
    return (
      <CannotSaveDialog
        editor={editor}
        onAnswer={(field) => {
          goTo.current = field;
          editor.setView("form");
        }}
      />
    );
  }
  if (editor.view === "clock" && editor.error?.code === "clock-moved-back") {
    return (
      <ClockMovedBackDialog
        error={editor.error}
        onAnswer={(goesOn) => (goesOn ? void editor.save(true) : editor.setView("form"))}
      />
    );
  }
  if (editor.view === "asking") {
    return (
      <Dialog
        title="Unsaved changes"
        onClose={() => editor.setView("form")}
        actions={[
          { name: "Save", isMain: true, off: props.off, onPress: () => void editor.save() },
          { name: "Don't save", onPress: () => void editor.draft.settle().then(onClose) },
          { name: "Cancel", onPress: () => editor.setView("form") },
        ]}
      >
        <p>{`What you entered in '${title}' has not been saved.`}</p>
      </Dialog>
    );
  }
  return (
    <FormContext value={editor}>
      <FilledForm {...props} goTo={goTo}>
        {children}
      </FilledForm>
    </FormContext>
  );
}

interface FilledFormProps extends FormDialogProps {
  readonly goTo: React.RefObject<string | null>;
}

function FilledForm({ title, editor, size, note, off, goTo, onClose, children }: FilledFormProps) {
  const whyOff = off ?? (editor.isTyped ? undefined : "Nothing has been changed");
  const save = () => void editor.save();
  useShortcuts({ save: { off: whyOff, worksInDialogs: true, run: save } });
  useEffect(() => {
    if (goTo.current) document.getElementById(recordFieldId(goTo.current))?.focus();
    goTo.current = null;
  }, [goTo]);
  return (
    <Dialog
      title={title}
      size={size}
      note={[...(editor.isTyped ? [editor.draft.unsavedWords] : []), ...(note ? [note] : [])].join(". ")}
      onClose={() => (editor.isTyped ? editor.setView("asking") : onClose())}
      actions={[
        { name: "Save", isMain: true, off: whyOff, onPress: save },
        { name: "Close", onPress: () => (editor.isTyped ? editor.setView("asking") : onClose()) },
      ]}
    >
      {editor.isMerged && <SavedElsewhere />}
      {children}
      {editor.error && <Refusal error={editor.error} />}
    </Dialog>
  );
}

function SavedElsewhere() {
  return (
    <p className="warning" role="alert">
      <Icon name="info" />
      <span>
        This window was saved elsewhere while you were writing. What you typed is still here; what stands on the record
        now is said below each field that differs. Save keeps yours.
      </span>
    </p>
  );
}

interface CannotSaveProps {
  readonly editor: FormEditor;
  readonly onAnswer: (field: string | null) => void;
}

/** The one list of every field to be put right, each entry a link to its field. */
function CannotSaveDialog({ editor: { problems }, onAnswer }: CannotSaveProps) {
  const first = problems[0];
  return (
    <Dialog
      title="Cannot save yet"
      size="wide"
      onClose={() => onAnswer(null)}
      actions={[
        { name: `Go to ${first?.field ?? "the form"}`, isMain: true, onPress: () => onAnswer(first?.field ?? null) },
      ]}
    >
      <p>
        {problems.length === 1 ? "One field is" : `${problems.length} fields are`} still to be put right. Nothing has
        been saved, and nothing you typed is lost.
      </p>
      <ul className="fixes">
        {problems.map((problem) => (
          <li key={`${problem.field}${problem.reason.code}`}>
            <Icon name="warn" />
            <div className="num">
              <a
                className="to"
                href={`#${recordFieldId(problem.field)}`}
                onClick={(event) => {
                  event.preventDefault();
                  onAnswer(problem.field);
                }}
              >
                {problem.field}
              </a>
              {`: ${problemSentence(problem)}`}
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
