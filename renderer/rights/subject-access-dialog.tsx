import { useState } from "react";
import { fullName, type StoredClientRecord } from "../../shared/client-record/client-record.ts";
import type { RequestOutput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { Refusal } from "../entry/refusal.tsx";
import { ask, useAsk } from "../requests.ts";
import { saveFile } from "../save-file.ts";
import { Dialog } from "../ui/dialog.tsx";
import { announce } from "../ui/live-region.tsx";

interface SubjectAccessProps {
  readonly client: StoredClientRecord;
  readonly onClose: () => void;
}

/**
 * Saves everything held on a client as files: a page to read or print, JSON for another program, and what was attached.
 */
export function SubjectAccessDialog({ client, onClose }: SubjectAccessProps) {
  const [saved, setSaved] = useState<readonly string[]>();
  const [error, setError] = useState<AppError | null>(null);
  const asking = useAsk("subject-access");
  const save = async () => {
    if (asking.isPending) return;
    const answer = await asking.mutateAsync({ clientId: client.id });
    if (!answer.ok) return setError(answer.error);
    const { files, attachments } = answer.value;
    for (const { name, type, text } of files) saveFile(name, type, [text]);
    const refused = await saveAttachments(attachments);
    if (refused) return setError(refused);
    setSaved([...files, ...attachments].map(({ name }) => name));
    announce("The files are saved");
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
        { name: "Save the files", isMain: true, onPress: () => void save() },
        { name: "Cancel", onPress: onClose },
      ]}
    >
      <p>
        Saves two files with everything held on {fullName(client)}: a page to read or print, and the same as JSON for
        another program. The record and its history, the plan, drafts, interviews, conversations and the audit are in
        them; files attached to interactions are saved beside them. That they were given out is recorded.
      </p>
      <p>The files are not encrypted.</p>
      {error && <Refusal error={error} />}
    </Dialog>
  );
}

/** Saves the attached files one after the other; answers why one could not be read. */
async function saveAttachments(
  attachments: RequestOutput<"subject-access">["attachments"],
): Promise<AppError | undefined> {
  for (const { id, name, type } of attachments) {
    const opened = await ask("open-attachment", { attachmentId: id });
    if (!opened.ok) return opened.error;
    saveFile(name, type, [Uint8Array.from(atob(opened.value.content), (letter) => letter.charCodeAt(0))]);
  }
  return undefined;
}
