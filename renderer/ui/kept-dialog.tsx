import { type ReactNode, useState } from "react";
import type { AppError } from "../../shared/errors.ts";
import { DraftGate } from "../client-record/draft-gate.tsx";
import type { RecordDraftState } from "../client-record/use-record-draft.ts";
import { Refusal } from "../entry/refusal.tsx";
import { Dialog } from "./dialog.tsx";
import { useClosingGuard } from "./use-closing-guard.ts";

interface KeptDialogProps {
  readonly title: string;
  /** The button that keeps what is in the dialog. */
  readonly act: string;
  /** Why it cannot be kept as it stands; undefined where it can. */
  readonly off: string | undefined;
  readonly isUnsaved: boolean;
  /** Keeps what is unsaved; absent where it may not be kept, such as a signature, or is a choice made again in a moment. */
  readonly draft?: RecordDraftState | undefined;
  readonly size?: "normal" | "wide" | undefined;
  /** Keeps it; answers why it was refused, if it was. */
  readonly keep: () => Promise<AppError | undefined>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog that does not close on what was written, chosen or drawn in it without asking. */
export function KeptDialog(props: KeptDialogProps) {
  return (
    <DraftGate draft={props.draft}>
      <OpenDialog {...props} />
    </DraftGate>
  );
}

function OpenDialog({ title, act, off, isUnsaved, draft, size, keep, onClose, children }: KeptDialogProps) {
  const [refusal, setRefusal] = useState<AppError>();
  const [isAsking, setIsAsking] = useState(false);
  const [isKeeping, setIsKeeping] = useState(false);
  useClosingGuard(() => isUnsaved);
  const close = async () => {
    await draft?.settle();
    onClose();
  };
  const save = async () => {
    if (isKeeping) return;
    setIsAsking(false);
    setIsKeeping(true);
    const refused = await keep();
    setIsKeeping(false);
    // Whoever did not go on has just read why.
    setRefusal(refused?.code === "clock-moved-back" ? undefined : refused);
    if (!refused) await close();
  };
  const leave = () => (isUnsaved ? setIsAsking(true) : onClose());
  if (isAsking) {
    const back = () => setIsAsking(false);
    return (
      <Dialog
        title="Not saved yet"
        onClose={back}
        actions={[
          { name: act, isMain: true, off, onPress: () => void save() },
          { name: "Don't save", onPress: () => void close() },
          { name: "Back", onPress: back },
        ]}
      >
        <p>What is in this dialog is lost if you close it now.</p>
      </Dialog>
    );
  }
  return (
    <Dialog
      title={title}
      size={size}
      note={isUnsaved ? draft?.unsavedWords : undefined}
      onClose={leave}
      actions={[
        { name: act, isMain: true, off, onPress: () => void save() },
        { name: "Cancel", onPress: leave },
      ]}
    >
      {children}
      {refusal && <Refusal error={refusal} />}
    </Dialog>
  );
}
