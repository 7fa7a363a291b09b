import type { Attachment, AttachmentType } from "../../../../shared/jets/interaction.ts";
import type { Reader } from "../../store.ts";
import { hashContent, type Writer } from "../../transaction.ts";

/** A file as it is held, and whose it is. */
export interface HeldAttachment {
  readonly clientId: string;
  readonly attachment: Attachment;
}

const SELECT = `
  SELECT attachment.id, interaction_id AS interactionId, attachment.name, media_type AS mediaType, bytes,
         content_hash AS contentHash, added_at AS addedAt, adviser.name AS addedBy, client_id AS clientId
  FROM attachment JOIN interaction ON interaction.id = interaction_id JOIN adviser ON adviser.id = added_by`;

/** Every file that is held on a participant, in the order in which they were added. */
export function listAttachments(reader: Reader, clientId: string): Attachment[] {
  return reader
    .all<AttachmentRow>(`${SELECT} WHERE client_id = ? ORDER BY added_at, attachment.id`, clientId)
    .map((row) => held(row).attachment);
}

/** One file without its content. */
export function findAttachment(reader: Reader, id: string): HeldAttachment | undefined {
  const row = reader.get<AttachmentRow>(`${SELECT} WHERE attachment.id = ?`, id);
  return row && held(row);
}

type AttachmentRow = Attachment & { readonly clientId: string };

function held({ clientId, ...attachment }: AttachmentRow): HeldAttachment {
  return { clientId, attachment };
}

/** The content of a file; undefined where there is none. */
export function readAttachmentContent(reader: Reader, id: string): Uint8Array | undefined {
  const sql = "SELECT content FROM attachment_content WHERE attachment_id = ?";
  return reader.get<{ content: Uint8Array }>(sql, id)?.content;
}

/** Adds a file with its content; there is no way to change or to delete one. */
export function insertAttachment(
  writer: Writer,
  attachment: {
    readonly id: string;
    readonly interactionId: string;
    readonly name: string;
    readonly mediaType: AttachmentType;
    readonly addedAt: string;
    readonly adviserId: string;
  },
  content: Uint8Array,
): void {
  const row = {
    id: attachment.id,
    interaction_id: attachment.interactionId,
    name: attachment.name,
    media_type: attachment.mediaType,
    added_at: attachment.addedAt,
    added_by: attachment.adviserId,
  };
  writer.insertWithContent("attachment", row, content);
}

/** Tells each file whose content is gone, or is not what was attached. */
export function attachmentDamage(reader: Reader): string[] {
  const rows = reader.all<{ id: string; contentHash: string }>(
    "SELECT id, content_hash AS contentHash FROM attachment ORDER BY id",
  );
  return rows.flatMap(({ id, contentHash }) => {
    const content = readAttachmentContent(reader, id);
    if (!content) return [`The content of attachment ${id} is missing`];
    return hashContent(content) === contentHash ? [] : [`The content of attachment ${id} was altered`];
  });
}
