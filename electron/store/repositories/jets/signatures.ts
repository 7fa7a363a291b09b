import type { Signature, Strokes } from "../../../../shared/jets/signature.ts";
import type { Reader } from "../../store.ts";

type SignatureRow = Omit<Signature, "strokes"> & { readonly strokes: string | null };

/** Every signature of a participant, or of the provider for them, newest first. */
export function listSignatures(reader: Reader, clientId: string): Signature[] {
  return reader
    .all<SignatureRow>(
      `SELECT signature.id, subject, interaction_id AS interactionId, party, manner, signature.name, strokes,
              signed_on AS signedOn, reason, annotation, content_hash AS contentHash, plan_version AS planVersion,
              recorded_at AS recordedAt, adviser.name AS recordedBy
       FROM signature JOIN adviser ON adviser.id = recorded_by
       WHERE client_id = ? ORDER BY recorded_at DESC, signature.id DESC`,
      clientId,
    )
    .map((row) => ({ ...row, strokes: row.strokes === null ? null : (JSON.parse(row.strokes) as Strokes) }));
}
