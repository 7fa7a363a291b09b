import { useState } from "react";
import type { ActionItem } from "../../shared/action-plan/action-plan.ts";
import type { SavedDraft } from "../../shared/client-record/record-draft.ts";
import { formatDate } from "../../shared/dates.ts";
import { ByTelephone, TELEPHONE } from "../client-record/by-telephone.tsx";
import { useAsk } from "../requests.ts";
import { useSession } from "../session.ts";
import { announce } from "../ui/live-region.tsx";
import { NoteDialog } from "../ui/note-dialog.tsx";

interface CloseNoteDialogProps {
  readonly clientId: string;
  readonly item: Pick<ActionItem, "id" | "text" | "targetDate">;
  readonly onClose: () => void;
}

/** Writes the conversation that has an item closed at the next interview (¶68). */
export function CloseNoteDialog({ clientId, item, onClose }: CloseNoteDialogProps) {
  const { policy } = useSession();
  const adding = useAsk("add-conversation");
  const [isByTelephone, setIsByTelephone] = useState(false);
  const keep = async (text: string, savedDraft: SavedDraft) => {
    const answer = await adding.mutateAsync({ clientId, text, closesItemId: item.id, isByTelephone, savedDraft });
    if (!answer.ok) return answer.error;
    announce("Noted for the next interview");
    return undefined;
  };
  return (
    <NoteDialog
      title="Note to close at next interview"
      label="Conversation"
      // The item's own words stay out of the note: they go when the item is purged, and a conversation stays.
      text={`Close the Action Item with target date ${formatDate(item.targetDate)} at the next interview.`}
      limit={policy.conversationCharacters}
      act="Add the note"
      place={{ clientId, form: `Note to close at next interview: ${item.id}` }}
      beside={{
        typed: { [TELEPHONE]: isByTelephone ? "yes" : "" },
        given: { [TELEPHONE]: "" },
        takeBack: (merged) => setIsByTelephone(merged[TELEPHONE] === "yes"),
      }}
      keep={keep}
      onClose={onClose}
    >
      <p>It is kept in Conversations and appears when the next interview starts.</p>
      <p className="about">{item.text}</p>
      <ByTelephone isTicked={isByTelephone} onTick={setIsByTelephone} />
    </NoteDialog>
  );
}
