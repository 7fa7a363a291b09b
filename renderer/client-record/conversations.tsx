import { useId, useState } from "react";
import { fullName, type StoredClientRecord } from "../../shared/client-record/client-record.ts";
import type { Conversation } from "../../shared/client-record/conversation.ts";
import { findConversations } from "../../shared/client-record/find-conversations.ts";
import type { AppError } from "../../shared/errors.ts";
import { isBlank } from "../../shared/text.ts";
import { DraftKeptDialog } from "../action-plan/draft-dialogs.tsx";
import { Refusal } from "../entry/refusal.tsx";
import { queryClient, useAsk, useRequest } from "../requests.ts";
import { useSession } from "../session.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icons.tsx";
import { announce } from "../ui/live-region.tsx";
import { TextBox } from "../ui/text-box.tsx";
import { useClosingGuard } from "../ui/use-closing-guard.ts";
import { ByTelephone, TELEPHONE } from "./by-telephone.tsx";
import { ConversationNotes } from "./conversation-notes.tsx";
import { useRecordDraft } from "./use-record-draft.ts";

interface ConversationsProps {
  readonly client: StoredClientRecord;
  readonly onClose: () => void;
}

/** Convs: every note on the client, newest first, to be searched and added to; none is ever edited. */
export function ConversationsDialog({ client, onClose }: ConversationsProps) {
  const all = useRequest("list-conversations", { clientId: client.id });
  const note = useNewNote(client.id);
  const [isLeaving, setIsLeaving] = useState(false);
  const { today } = useSession();
  if (note.draft.isAsking) return null;
  if (note.draft.offered) {
    return <DraftKeptDialog keptAt={note.draft.offered.keptAt} today={today} onAnswer={note.draft.answer} />;
  }
  const leave = () => (note.isWritten ? setIsLeaving(true) : onClose());
  if (isLeaving) {
    const keep = async () => {
      if (await note.add()) onClose();
      else setIsLeaving(false);
    };
    return (
      <UnsavedNoteDialog
        onKeep={() => void keep()}
        onDiscard={() => void note.draft.settle().then(onClose)}
        onBack={() => setIsLeaving(false)}
      />
    );
  }
  return (
    <Dialog
      title={`Conversations - ${fullName(client)}`}
      size="wide"
      onClose={leave}
      note={note.isWritten ? note.draft.unsavedWords : "A note stays as it was written; a later one can add to it."}
      actions={[{ name: "Close", onPress: leave }]}
    >
      <NewNote note={note} />
      {all.error ? <Refusal error={all.error.error} /> : <FoundNotes conversations={all.data?.conversations} />}
    </Dialog>
  );
}

/** The box's name on screen. */
const NOTE = "New conversation";

type NewNoteState = ReturnType<typeof useNewNote>;

function useNewNote(clientId: string) {
  const [text, setText] = useState("");
  const [isByTelephone, setIsByTelephone] = useState(false);
  const [refusal, setRefusal] = useState<AppError>();
  const adding = useAsk("add-conversation");
  const isWritten = !isBlank(text);
  useClosingGuard(() => isWritten);
  const draft = useRecordDraft(
    { clientId, form: "Convs" },
    {
      typed: isWritten
        ? { form: { [NOTE]: text, [TELEPHONE]: isByTelephone ? "yes" : "" }, before: { [NOTE]: "", [TELEPHONE]: "" } }
        : null,
      takeBack: ({ form }) => {
        setText(form[NOTE] ?? "");
        setIsByTelephone(form[TELEPHONE] === "yes");
        return !isBlank(form[NOTE] ?? "");
      },
    },
  );
  /** Answers whether the note was added. */
  const add = async (): Promise<boolean> => {
    if (adding.isPending) return false;
    const draftWindows = draft.windows();
    const answer = await adding.mutateAsync({ clientId, text, closesItemId: null, isByTelephone, draftWindows });
    setRefusal(answer.ok ? undefined : answer.error);
    if (!answer.ok) return false;
    // What was typed while the note was on its way stays.
    setText((typed) => (typed === text ? "" : typed));
    setIsByTelephone(false);
    draft.noteSaved();
    announce("The note is added");
    await queryClient.invalidateQueries({ queryKey: ["list-conversations"] });
    return true;
  };
  return { text, setText, isByTelephone, setIsByTelephone, isWritten, draft, refusal, add, isAdding: adding.isPending };
}

function NewNote({ note }: { readonly note: NewNoteState }) {
  const { policy } = useSession();
  const id = useId();
  const off = !note.isWritten ? "Nothing is written yet" : note.isAdding ? "The note is being added" : undefined;
  return (
    <div className="new-note">
      <TextBox
        id={id}
        label={NOTE}
        caption={NOTE}
        value={note.text}
        limit={policy.conversationCharacters}
        autoFocus
        onChange={note.setText}
      />
      <ByTelephone isTicked={note.isByTelephone} onTick={note.setIsByTelephone} />
      {note.refusal && <Refusal error={note.refusal} />}
      <ActionButton name="Add" fullName="Add the conversation" primary off={off} onPress={() => void note.add()} />
    </div>
  );
}

function FoundNotes({ conversations }: { readonly conversations: readonly Conversation[] | undefined }) {
  const [typed, setTyped] = useState("");
  const id = useId();
  if (!conversations) return <p className="nothing">Opening the conversations</p>;
  if (conversations.length === 0) return <p className="nothing">No conversation has been noted yet.</p>;
  const found = findConversations(conversations, typed);
  return (
    <>
      <label className="strong" htmlFor={id}>
        Find in conversations
      </label>
      <div className="search">
        <Icon name="search" />
        <input
          className="in"
          id={id}
          type="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <p className="cap quiet num" role="status">
        {typed.trim() === "" ? `${conversations.length} in all` : `${found.length} of ${conversations.length} found`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="found-notes" aria-label="Conversations" tabIndex={0}>
        <ConversationNotes conversations={found} />
      </section>
    </>
  );
}

interface UnsavedNoteProps {
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
  readonly onBack: () => void;
}

/** Asks what becomes of a note that was typed and not kept. */
function UnsavedNoteDialog({ onKeep, onDiscard, onBack }: UnsavedNoteProps) {
  return (
    <Dialog
      title="The note is not kept yet"
      onClose={onBack}
      actions={[
        { name: "Add", isMain: true, onPress: onKeep },
        { name: "Don't keep", onPress: onDiscard },
        { name: "Back", onPress: onBack },
      ]}
    >
      <p>What you typed is lost if you close now.</p>
    </Dialog>
  );
}
