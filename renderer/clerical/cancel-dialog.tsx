import { queryClient, useAsk } from "../requests.ts";
import { useSession } from "../session.ts";
import { announce } from "../ui/live-region.tsx";
import { NoteDialog } from "../ui/note-dialog.tsx";

interface CancelFormProps {
  readonly formId: string;
  /** Which form it is, in words. */
  readonly about: string;
  readonly onClose: () => void;
}

/** Takes a form that will not be entered off the work list, with the reason. */
export function CancelClericalDialog({ formId, about, onClose }: CancelFormProps) {
  const { policy } = useSession();
  const cancelling = useAsk("cancel-clerical-form");
  const cancel = async (reason: string) => {
    const answer = await cancelling.mutateAsync({ formId, reason });
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
      keep={cancel}
      onClose={onClose}
    >
      <p className="about">{about}</p>
    </NoteDialog>
  );
}
