import { type ReactNode, useId, useState } from "react";
import type { AppError } from "../../shared/errors.ts";
import { isBlank } from "../../shared/text.ts";
import { Refusal } from "../entry/refusal.tsx";
import { Dialog } from "./dialog.tsx";
import { TextBox } from "./text-box.tsx";
import { useClosingGuard } from "./use-closing-guard.ts";

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
  /** True once something besides the note was changed. */
  readonly isChanged?: boolean | undefined;
  /** Why the note cannot be kept as the other fields stand; undefined where they are right. */
  readonly off?: string | undefined;
  /** Keeps the note; answers why it was refused, or nothing once it is kept. */
  readonly keep: (text: string) => Promise<AppError | undefined>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** A dialog around one note: it does not close on what was typed without asking. */
export function NoteDialog(props: NoteDialogProps) {
  const { title, label, limit, act, isOptional, isChanged, off, keep, onClose, children } = props;
  const given = props.text ?? "";
  const id = useId();
  const [text, setText] = useState(given);
  const [refusal, setRefusal] = useState<AppError>();
  const [isAsking, setIsAsking] = useState(false);
  const [isKeeping, setIsKeeping] = useState(false);
  const save = async () => {
    if (isKeeping) return;
    setIsAsking(false);
    setIsKeeping(true);
    const refused = await keep(text);
    setIsKeeping(false);
    if (refused) setRefusal(refused);
    else onClose();
  };
  const reason = off ?? (!isOptional && isBlank(text) ? `${label} has to be filled in` : undefined);
  const isUnsaved = isChanged === true || text !== given;
  useClosingGuard(() => isUnsaved);
  const leave = () => (isUnsaved ? setIsAsking(true) : onClose());
  if (isAsking) {
    return (
      <UnsavedNoteDialog
        act={act}
        off={reason}
        onKeep={() => void save()}
        onDiscard={onClose}
        onBack={() => setIsAsking(false)}
      />
    );
  }
  return (
    <Dialog
      title={title}
      onClose={leave}
      actions={[
        { name: act, isMain: true, off: reason, onPress: () => void save() },
        { name: "Cancel", onPress: leave },
      ]}
    >
      {children}
      <TextBox id={id} label={label} caption={label} value={text} limit={limit} autoFocus onChange={setText} />
      {refusal && <Refusal error={refusal} />}
    </Dialog>
  );
}

interface UnsavedNoteProps {
  /** The button that keeps the note, as it is called where the note is written. */
  readonly act: string;
  readonly off?: string | undefined;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
  readonly onBack: () => void;
}

/** Asks what becomes of a note that was typed and not kept. */
export function UnsavedNoteDialog({ act, off, onKeep, onDiscard, onBack }: UnsavedNoteProps) {
  return (
    <Dialog
      title="The note is not kept yet"
      onClose={onBack}
      actions={[
        { name: act, isMain: true, off, onPress: onKeep },
        { name: "Don't keep", onPress: onDiscard },
        { name: "Back", onPress: onBack },
      ]}
    >
      <p>What you typed is lost if you close now.</p>
    </Dialog>
  );
}
