import { type Conversation, notedBy } from "../../shared/client-record/conversation.ts";
import { formatMoment } from "../../shared/dates.ts";
import { Icon } from "../ui/icons.tsx";

/** Notes as they are read: when, whether by telephone and by whom, what was said, and whether one wants an item closed (¶68). */
export function ConversationNotes({ conversations }: { readonly conversations: readonly Conversation[] }) {
  return (
    <ul className="notes">
      {conversations.map((conversation) => (
        <li key={conversation.id}>
          <p className="cap num">
            {formatMoment(conversation.createdAt)}, {notedBy(conversation)}
          </p>
          <p className="written">{conversation.text}</p>
          {conversation.closesItemId !== null && (
            <p className="cap to-close">
              <Icon name="warn" size="small" />
              Note to close at next interview
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

interface NewestProps {
  readonly conversations: readonly Conversation[];
  readonly count: number;
  readonly onOpen: () => void;
}

/** The newest conversations on the client's page, and the way to all of them. */
export function NewestConversations({ conversations, count, onOpen }: NewestProps) {
  return (
    <div className="newest-notes">
      <h2>Conversations</h2>
      {count === 0 ? (
        <p className="nothing">No conversation has been noted yet.</p>
      ) : (
        <>
          <ConversationNotes conversations={conversations} />
          <button type="button" className="link" onClick={onOpen}>{`All ${count} in Convs`}</button>
        </>
      )}
    </div>
  );
}
