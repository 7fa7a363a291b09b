import type { SavedDraft } from "../../shared/client-record/record-draft.ts";
import { queryClient, useAsk } from "../requests.ts";
import { useSession } from "../session.ts";
import { announce } from "../ui/live-region.tsx";
import { NoteDialog } from "../ui/note-dialog.tsx";

interface CancelFormProps {
  readonly formId: string;
  /** Whose form it is; null while it is nobody's. */
  readonly clientId: string | null;
  /** Which form it is, in words. */
  readonly about: string;
  readonly onClose: () => void;
}

/** Takes a form that will not be entered off the work list, with the reason. */
export function CancelClericalDialog({ formId, clientId, about, onClose }: CancelFormProps) {
  const { policy } = useSession();
  const cancelling = useAsk("cancel-clerical-form");
  const cancel = async (reason: string, savedDraft: SavedDraft) => {
    const answer = await cancelling.mutateAsync({ formId, reason, savedDraft });
    void queryClient.invalidateQueries({ queryKey: ["work-list"] });
    if (!answer.ok) return answer.error;
    announce("The form is cancelled");
    return undefined;
  };
  return (
    <NoteDialog
      title="Cancel clerical form"
      label="Reason"
      limit={policy.noteCharacters}
      act="Cancel the form"
      place={clientId === null ? null : { clientId, form: `Cancel clerical form: ${formId}` }}
      keep={cancel}
      onClose={onClose}
    >
      <p className="about">{about}</p>
    </NoteDialog>
  );
}
