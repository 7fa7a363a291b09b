import { type ReactNode, useState } from "react";
import { DraftGate } from "../client-record/draft-gate.tsx";
import { Refusal } from "../entry/refusal.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { shortcutOf, useShortcuts } from "../ui/key-map.ts";
import type { RecordForm } from "./use-record-form.ts";

interface RecordFormDialogProps {
  readonly title: string;
  readonly form: Pick<RecordForm<object>, "draft" | "isTyped" | "isSending" | "error" | "record">;
  /** Said once before it is recorded. */
  readonly note?: string | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog with what is to be recorded: it does not close on what was typed without asking. */
export function RecordFormDialog(props: RecordFormDialogProps) {
  const { form, onClose } = props;
  const [isAsking, setIsAsking] = useState(false);
  const record = () => {
    setIsAsking(false);
    void form.record();
  };
  const leave = () => (form.isTyped ? setIsAsking(true) : onClose());
  if (!isAsking) {
    return (
      <DraftGate draft={form.draft}>
        <OpenForm {...props} record={record} leave={leave} />
      </DraftGate>
    );
  }
  const back = () => setIsAsking(false);
  return (
    <Dialog
      title="Not recorded yet"
      onClose={back}
      actions={[
        { name: "Record", isMain: true, onPress: record },
        { name: "Don't record", onPress: () => void form.draft.settle().then(onClose) },
        { name: "Back", onPress: back },
      ]}
    >
      <p>{`What you entered in '${props.title}' is lost if you close now.`}</p>
    </Dialog>
  );
}

interface OpenFormProps extends RecordFormDialogProps {
  readonly record: () => void;
  readonly leave: () => void;
}

function OpenForm({ title, form, note, record, leave, children }: OpenFormProps) {
  const off = form.isSending ? "It is being recorded" : undefined;
  useShortcuts({ save: { off, worksInDialogs: true, run: record } });
  return (
    <Dialog
      title={title}
      size="wide"
      note={form.isTyped ? form.draft.unsavedWords : (note ?? `${shortcutOf("save")} records`)}
      onClose={leave}
      actions={[
        { name: "Record", isMain: true, off, onPress: record },
        { name: "Cancel", onPress: leave },
      ]}
    >
      {children}
      {form.error && <Refusal error={form.error} />}
    </Dialog>
  );
}
