import { useState } from "react";
import { fullName, type StoredClientRecord } from "../../shared/client-record/client-record.ts";
import type { AppError } from "../../shared/errors.ts";
import { Refusal } from "../entry/refusal.tsx";
import { useAsk } from "../requests.ts";
import { saveFile } from "../save-file.ts";
import { Dialog } from "../ui/dialog.tsx";
import { announce } from "../ui/live-region.tsx";

interface SubjectAccessProps {
  readonly client: StoredClientRecord;
  readonly onClose: () => void;
}

/** Saves everything held on a client as two files: a page to read or print, and JSON for another program. */
export function SubjectAccessDialog({ client, onClose }: SubjectAccessProps) {
  const [saved, setSaved] = useState<readonly string[]>();
  const [error, setError] = useState<AppError | null>(null);
  const asking = useAsk("subject-access");
  const save = async () => {
    if (asking.isPending) return;
    const answer = await asking.mutateAsync({ clientId: client.id });
    if (!answer.ok) return setError(answer.error);
    for (const { name, type, text } of answer.value.files) saveFile(name, type, [text]);
    setSaved(answer.value.files.map(({ name }) => name));
    announce("Both files are saved");
  };
  if (saved) {
    return (
      <Dialog
        title="Everything held on this client"
        onClose={onClose}
        actions={[{ name: "OK", isMain: true, onPress: onClose }]}
      >
        <p>These files have everything held on {fullName(client)}:</p>
        <ul className="files num">
          {saved.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
        <p>They are not encrypted: delete them once they are handed over.</p>
      </Dialog>
    );
  }
  return (
    <Dialog
      title="Everything held on this client"
      onClose={onClose}
      note={asking.isPending ? "Gathering everything" : undefined}
      actions={[
        { name: "Save both files", isMain: true, onPress: () => void save() },
        { name: "Cancel", onPress: onClose },
      ]}
    >
      <p>
        Saves two files with everything held on {fullName(client)}: a page to read or print, and the same as JSON for
        another program. The record and its history, the plan, drafts, interviews, conversations and the audit are in
        them. That they were given out is recorded.
      </p>
      <p>The files are not encrypted.</p>
      {error && <Refusal error={error} />}
    </Dialog>
  );
}
