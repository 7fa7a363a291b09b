import { type ReactNode, useId, useState } from "react";
import type { SavedDraft } from "../../shared/client-record/record-draft.ts";
import { isSameForm, mergeForms, type RecordForm } from "../../shared/client-record/record-form.ts";
import type { AppError } from "../../shared/errors.ts";
import { isBlank } from "../../shared/text.ts";
import { type DraftPlace, useRecordDraft } from "../client-record/use-record-draft.ts";
import { KeptDialog } from "./kept-dialog.tsx";
import { TextBox } from "./text-box.tsx";

/** What is entered beside a note, by the names on screen. */
interface BesideNote {
  readonly typed: RecordForm;
  /** What stood there at first. */
  readonly given: RecordForm;
  /** Puts back what was kept, brought up to what is saved by now, or just as it was. */
  readonly takeBack: (merged: RecordForm, asKept: RecordForm) => void;
}

interface NoteDialogProps {
  readonly title: string;
  /** The box's name on screen. */
  readonly label: string;
  /** What stands in the box at first. */
  readonly text?: string | undefined;
  readonly limit: number;
  /** The button that keeps the note. */
  readonly act: string;
  readonly isOptional?: boolean | undefined;
  /** Under what the note is kept until then; null where it is about no client. */
  readonly place: DraftPlace | null;
  readonly beside?: BesideNote | undefined;
  /** Why the note cannot be kept as the other fields stand; undefined where they are right. */
  readonly off?: string | undefined;
  /** Keeps the note; answers why it was refused, or nothing once it is kept. */
  readonly keep: (text: string, savedDraft: SavedDraft) => Promise<AppError | undefined>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** A dialog around one note, of which nothing typed is lost. */
export function NoteDialog(props: NoteDialogProps) {
  const { title, label, limit, act, isOptional, place, beside, off, keep, onClose, children } = props;
  const id = useId();
  const [text, setText] = useState(props.text ?? "");
  const [elsewhere, setElsewhere] = useState<string>();
  const given = { ...beside?.given, [label]: props.text ?? "" };
  const typed = { ...beside?.typed, [label]: text };
  const isUnsaved = !isSameForm(typed, given);
  const draft = useRecordDraft(place, {
    typed: isUnsaved ? { form: typed, before: given } : null,
    takeBack: (kept) => {
      const merged = mergeForms(kept.before, { form: kept.form, beside: {} }, given);
      setText(merged.form[label] ?? "");
      setElsewhere(merged.beside[label]);
      beside?.takeBack(merged.form, kept.form);
      return !isSameForm(merged.form, given);
    },
  });
  return (
    <KeptDialog
      title={title}
      act={act}
      off={off ?? (!isOptional && isBlank(text) ? `${label} has to be filled in` : undefined)}
      isUnsaved={isUnsaved}
      draft={draft}
      keep={() => keep(text, draft.saved())}
      onClose={onClose}
    >
      {children}
      <TextBox id={id} label={label} caption={label} value={text} limit={limit} autoFocus onChange={setText} />
      {elsewhere !== undefined && <p className="cap">{`Saved meanwhile: ${elsewhere || "nothing"}`}</p>}
    </KeptDialog>
  );
}
