import type { CloseNote, Conversation } from "../../../shared/client-record/conversation.ts";
import type { Reader } from "../store.ts";
import type { Writer } from "../transaction.ts";

/** A row as it is read: SQLite has no truth values. */
type Read<Note> = Omit<Note, "isByTelephone"> & { readonly isByTelephone: number };

const SELECT = `
  SELECT conversation.id, text, created_at AS createdAt, adviser.name AS createdBy, interview_id AS interviewId,
         closes_item_id AS closesItemId, is_by_telephone AS isByTelephone
  FROM conversation JOIN adviser ON adviser.id = conversation.created_by`;

/** A client's conversations, newest first; all of them, or the first so many. */
export function listConversations(reader: Reader, clientId: string, most = -1): Conversation[] {
  const rows = reader.all<Read<Conversation>>(
    `${SELECT} WHERE client_id = ? ORDER BY created_at DESC, conversation.id DESC LIMIT ?`,
    clientId,
    most,
  );
  return rows.map((row) => ({ ...row, isByTelephone: row.isByTelephone === 1 }));
}

/** How many conversations are kept on a client. */
export function countConversations(reader: Reader, clientId: string): number {
  const row = reader.get<{ count: number }>("SELECT COUNT(*) AS count FROM conversation WHERE client_id = ?", clientId);
  return row?.count ?? 0;
}

/** A client's notes to close, oldest first, each with its item and whether that is still open (¶68). */
export function listCloseNotes(
  reader: Reader,
  clientId: string,
): { readonly note: CloseNote; readonly isItemOpen: boolean }[] {
  const rows = reader.all<Read<CloseNote> & { readonly dateClosed: string | null }>(
    `SELECT conversation.id AS conversationId, action_item.id AS itemId, action_item.text AS itemText,
            conversation.text, conversation.created_at AS createdAt, adviser.name AS createdBy,
            is_by_telephone AS isByTelephone, action_item.date_closed AS dateClosed
     FROM conversation JOIN action_item ON action_item.id = conversation.closes_item_id
     JOIN adviser ON adviser.id = conversation.created_by
     WHERE client_id = ? ORDER BY conversation.created_at, conversation.id`,
    clientId,
  );
  return rows.map(({ dateClosed, isByTelephone, ...note }) => ({
    note: { ...note, isByTelephone: isByTelephone === 1 },
    isItemOpen: dateClosed === null,
  }));
}

/** Adds a conversation; there is no way to change one. */
export function insertConversation(
  writer: Writer,
  clientId: string,
  conversation: Omit<Conversation, "createdBy"> & { readonly adviserId: string },
): void {
  writer.insert("conversation", {
    id: conversation.id,
    client_id: clientId,
    text: conversation.text,
    created_at: conversation.createdAt,
    created_by: conversation.adviserId,
    interview_id: conversation.interviewId,
    closes_item_id: conversation.closesItemId,
    is_by_telephone: Number(conversation.isByTelephone),
  });
}
