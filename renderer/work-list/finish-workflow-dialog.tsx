import type { SavedDraft } from "../../shared/client-record/record-draft.ts";
import { queryClient, useAsk } from "../requests.ts";
import { useSession } from "../session.ts";
import { announce } from "../ui/live-region.tsx";
import { NoteDialog } from "../ui/note-dialog.tsx";

interface FinishWorkflowProps {
  readonly clientId: string;
  readonly workflowId: string;
  /** Which check it is, in words. */
  readonly about: string;
  readonly onClose: () => void;
}

/** Marks a check as done with what came of it (¶65). */
export function FinishWorkflowDialog({ clientId, workflowId, about, onClose }: FinishWorkflowProps) {
  const { policy } = useSession();
  const finishing = useAsk("finish-workflow");
  const keep = async (outcome: string, savedDraft: SavedDraft) => {
    const answer = await finishing.mutateAsync({ workflowId, outcome, savedDraft });
    void queryClient.invalidateQueries({ queryKey: ["work-list"] });
    if (!answer.ok) return answer.error;
    announce("The check is marked as done");
    return undefined;
  };
  return (
    <NoteDialog
      title="Workflow done"
      label="What came of it"
      limit={policy.noteCharacters}
      act="Mark as done"
      place={{ clientId, form: `Workflow done: ${workflowId}` }}
      keep={keep}
      onClose={onClose}
    >
      <p className="about">{about}</p>
    </NoteDialog>
  );
}
