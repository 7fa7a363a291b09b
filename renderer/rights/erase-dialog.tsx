import { useState } from "react";
import { fullName, type StoredClientRecord } from "../../shared/client-record/client-record.ts";
import type { AppError } from "../../shared/errors.ts";
import {
  ERASURE_REASONS,
  type ErasedBackups,
  type ErasureReason,
  erasureReasonSchema,
  NINO_END_LENGTH,
} from "../../shared/rights/erasure.ts";
import { FormField, FormSelect } from "../entry/form-field.tsx";
import { Refusal } from "../entry/refusal.tsx";
import { queryClient, useAsk } from "../requests.ts";
import { Dialog } from "../ui/dialog.tsx";
import { announce } from "../ui/live-region.tsx";
import { forgetClient } from "./client-gone.tsx";
import { noteErasing } from "./erased-here.ts";

const REASONS = erasureReasonSchema.options.map((value) => ({ value, name: ERASURE_REASONS[value] }));
const FIELDS = { reason: "erase-reason", ninoEnd: "erase-nino-end" };

interface EraseProps {
  readonly client: StoredClientRecord;
  readonly onClose: () => void;
  /** Leaves the page of a client who is no more. */
  readonly onErased: () => void;
}

/** Takes a client out for good: for a reason, and only once the end of the NINO is typed. */
export function EraseDialog({ client, onClose, onErased }: EraseProps) {
  const [reason, setReason] = useState<ErasureReason | null>(null);
  const [ninoEnd, setNinoEnd] = useState("");
  const [wasTried, setWasTried] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [backups, setBackups] = useState<ErasedBackups>();
  const erasing = useAsk("erase-client");
  const problems = wasTried ? problemsOf(reason, ninoEnd) : {};
  const erase = async () => {
    if (erasing.isPending) return;
    setWasTried(true);
    setError(null);
    if (reason === null || ninoEnd.trim() === "") return focusOn(reason === null ? FIELDS.reason : FIELDS.ninoEnd);
    const takeBack = noteErasing(client.id);
    const answer = await erasing.mutateAsync({ clientId: client.id, reason, ninoEnd });
    if (answer.ok) {
      announce("The client is erased");
      return setBackups(answer.value.backups);
    }
    takeBack();
    setError(answer.error);
    if (answer.error.code === "nino-end-differs") focusOn(FIELDS.ninoEnd);
  };
  if (backups) {
    const leave = () => {
      onErased();
      forgetClient(client.id);
      void queryClient.invalidateQueries({ queryKey: ["list-backups"] });
    };
    return <Erased backups={backups} onLeave={leave} />;
  }
  return (
    <Dialog
      title="Erase this client"
      size="wide"
      onClose={onClose}
      note={erasing.isPending ? "Erasing, and making the backups anew" : undefined}
      actions={[
        { name: "Erase", onPress: () => void erase() },
        { name: "Cancel", isMain: true, onPress: onClose },
      ]}
    >
      <p>
        Everything held on {fullName(client)} is taken out: the record, the plan, interviews, conversations, drafts, and
        what the audit keeps of them. It cannot be brought back. The audit keeps one line with the date, your name and
        the reason.
      </p>
      <p>Backups made before are deleted and a new one is made.</p>
      <div className="form erase-form">
        <FormSelect
          id={FIELDS.reason}
          label="Reason"
          value={reason}
          options={REASONS}
          problem={problems.reason}
          onChange={setReason}
        />
        <FormField
          id={FIELDS.ninoEnd}
          label={`Last ${NINO_END_LENGTH} characters of the NINO`}
          value={ninoEnd}
          maxLength={10}
          problem={problems.ninoEnd}
          onChange={setNinoEnd}
        />
      </div>
      {error && <Refusal error={error} />}
    </Dialog>
  );
}

function problemsOf(reason: ErasureReason | null, ninoEnd: string): { reason?: string; ninoEnd?: string } {
  return {
    ...(reason === null ? { reason: "Choose the reason" } : {}),
    ...(ninoEnd.trim() === "" ? { ninoEnd: "Type the last four characters of the NINO" } : {}),
  };
}

function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}

function Erased({ backups, onLeave }: { readonly backups: ErasedBackups; readonly onLeave: () => void }) {
  const { made, deleted, left } = backups;
  return (
    <Dialog title="The client is erased" onClose={onLeave} actions={[{ name: "OK", isMain: true, onPress: onLeave }]}>
      <p>Nothing of the client can be read in the store any more.</p>
      {made !== null && <p className="file">A new backup was made: {made}</p>}
      <Files title="These held the client and are deleted:" files={deleted} />
      <Files title="These still hold the client. Choose File, Back up, then delete them by hand:" files={left} />
      <p>Backups that were written to other folders are not known here: delete those made before today.</p>
    </Dialog>
  );
}

function Files({ title, files }: { readonly title: string; readonly files: readonly string[] }) {
  if (files.length === 0) return null;
  return (
    <>
      <p>{title}</p>
      <ul className="files num">
        {files.map((file) => (
          <li key={file}>{file}</li>
        ))}
      </ul>
    </>
  );
}
