import { useEffect, useState } from "react";
import type { RequestOutput } from "../../shared/contract.ts";
import { formatMoment } from "../../shared/dates.ts";
import type { AppError } from "../../shared/errors.ts";
import { ask, queryClient, useRequest } from "../requests.ts";
import { Dialog } from "../ui/dialog.tsx";
import { announce } from "../ui/live-region.tsx";
import { refreshEntry } from "./entry-context.ts";
import { Refusal } from "./refusal.tsx";
import { sizeInWords } from "./size-in-words.ts";

type Backups = RequestOutput<"list-backups">;
type Backup = Backups["backups"][number];

interface Closing {
  readonly onClose: () => void;
}

/** Makes a backup when asked, and says where it lies. */
export function BackUpDialog({ onClose }: Closing) {
  const [made, setMade] = useState<RequestOutput<"back-up"> | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const backUp = async () => {
    if (isBusy) return;
    setIsBusy(true);
    setError(null);
    const answer = await ask("back-up", {});
    setIsBusy(false);
    if (!answer.ok) return setError(answer.error);
    setMade(answer.value);
    announce("The backup is made");
    await queryClient.invalidateQueries({ queryKey: ["list-backups"] });
  };
  if (made) {
    return (
      <Dialog title="Back up" onClose={onClose} actions={[{ name: "OK", isMain: true, onPress: onClose }]}>
        <p>The backup is made:</p>
        <p className="file num">
          {made.file} ({sizeInWords(made.bytes)})
        </p>
        <p>It is encrypted, and opens with the passphrases and the recovery key of today.</p>
      </Dialog>
    );
  }
  return (
    <Dialog
      title="Back up"
      onClose={onClose}
      note={isBusy ? "Making the backup" : undefined}
      actions={[
        { name: "Back up now", isMain: true, onPress: () => void backUp() },
        { name: "Cancel", onPress: onClose },
      ]}
    >
      <p>Makes a copy of everything saved so far, encrypted like the store itself. You can go on working meanwhile.</p>
      {error && <Refusal error={error} />}
    </Dialog>
  );
}

/** Goes back to a backup: first which one, then a last question. */
export function RestoreDialog({ onClose }: Closing) {
  const [chosen, setChosen] = useState<Backup | null>(null);
  return chosen ? (
    <ConfirmRestore backup={chosen} onClose={onClose} onBack={() => setChosen(null)} />
  ) : (
    <ChooseBackup onClose={onClose} onChosen={setChosen} />
  );
}

function ChooseBackup({ onClose, onChosen }: Closing & { readonly onChosen: (backup: Backup) => void }) {
  const list = useRequest("list-backups", {});
  const [file, setFile] = useState<string>();
  useEffect(() => {
    // Backups are made without being asked for too, so the list is asked for at each opening.
    void queryClient.invalidateQueries({ queryKey: ["list-backups"] });
  }, []);
  const backups = list.data?.backups ?? [];
  const chosen = backups.find((backup) => backup.file === file) ?? backups[0];
  return (
    <Dialog
      title="Restore"
      size="wide"
      onClose={onClose}
      actions={[
        {
          name: "Restore",
          isMain: true,
          off: chosen ? undefined : "There is no backup yet",
          onPress: () => chosen && onChosen(chosen),
        },
        { name: "Cancel", onPress: onClose },
      ]}
    >
      {list.error && <Refusal error={list.error.error} />}
      {list.data && backups.length === 0 && <p>There is no backup yet. Back up makes one.</p>}
      {backups.length > 0 && (
        <fieldset className="backups">
          <legend>Which backup</legend>
          {backups.map((backup) => (
            <label className="radio num" key={backup.file}>
              <input
                type="radio"
                name="backup"
                checked={backup.file === chosen?.file}
                onChange={() => setFile(backup.file)}
              />
              <span>
                {formatMoment(backup.madeAt)}, {sizeInWords(backup.bytes)}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {list.data && <p className="cap quiet file">In {list.data.folder}</p>}
    </Dialog>
  );
}

interface ConfirmRestoreProps extends Closing {
  readonly backup: Backup;
  readonly onBack: () => void;
}

function ConfirmRestore({ backup, onBack }: ConfirmRestoreProps) {
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const restore = async () => {
    if (isBusy) return;
    setIsBusy(true);
    const answer = await ask("restore-backup", { file: backup.file });
    setIsBusy(false);
    if (!answer.ok) return setError(answer.error);
    announce("The backup is restored. Sign in again.");
    await refreshEntry();
  };
  return (
    <Dialog
      title="Restore this backup"
      onClose={onBack}
      note={isBusy ? "Restoring" : undefined}
      actions={[
        { name: "Restore", onPress: () => void restore() },
        { name: "Back", isMain: true, onPress: onBack },
      ]}
    >
      <p>
        The store goes back to {formatMoment(backup.madeAt)}. What was saved after that is no longer in it. The store as
        it is now is kept beside it and not deleted.
      </p>
      <p>Everyone signs in again afterwards, with the passphrase of that time.</p>
      {error && <Refusal error={error} />}
    </Dialog>
  );
}
