import type { Attachment, Interaction } from "../../../../shared/jets/interaction.ts";
import type { Signature } from "../../../../shared/jets/signature.ts";
import type { Reader } from "../../store.ts";
import type { Writer } from "../../transaction.ts";
import { listAttachments } from "./attachments.ts";
import { listSignatures } from "./signatures.ts";

/** An interaction as it is stored: the hash of what can be signed is computed. */
type StoredInteraction = Omit<Interaction, "contentHash">;

/** A participant's interactions with their signatures and files, newest day first. */
export function listInteractions(reader: Reader, clientId: string): StoredInteraction[] {
  const rows = reader.all<Omit<StoredInteraction, "signatures" | "attachments">>(
    `SELECT interaction.id, client_id AS clientId, happened_on AS happenedOn, kind, means, text,
            recorded_at AS recordedAt, adviser.name AS recordedBy
     FROM interaction JOIN adviser ON adviser.id = recorded_by
     WHERE client_id = ? ORDER BY happened_on DESC, recorded_at DESC, interaction.id DESC`,
    clientId,
  );
  const signaturesOf = Map.groupBy<string | null, Signature>(
    listSignatures(reader, clientId),
    ({ interactionId }) => interactionId,
  );
  const attachmentsOf = Map.groupBy<string, Attachment>(
    listAttachments(reader, clientId),
    ({ interactionId }) => interactionId,
  );
  return rows.map((row) => ({
    ...row,
    signatures: signaturesOf.get(row.id) ?? [],
    attachments: attachmentsOf.get(row.id) ?? [],
  }));
}

/** Whose interaction it is; undefined where there is none. */
export function findClientOfInteraction(reader: Reader, interactionId: string): string | undefined {
  const sql = "SELECT client_id AS clientId FROM interaction WHERE id = ?";
  return reader.get<{ clientId: string }>(sql, interactionId)?.clientId;
}

/** Adds an interaction; there is no way to change one. */
export function insertInteraction(
  writer: Writer,
  interaction: Omit<StoredInteraction, "recordedBy" | "signatures" | "attachments"> & { readonly adviserId: string },
): void {
  writer.insert("interaction", {
    id: interaction.id,
    client_id: interaction.clientId,
    happened_on: interaction.happenedOn,
    kind: interaction.kind,
    means: interaction.means,
    text: interaction.text,
    recorded_at: interaction.recordedAt,
    recorded_by: interaction.adviserId,
  });
}
