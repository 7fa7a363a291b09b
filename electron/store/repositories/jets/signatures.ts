import type { Signature, Strokes } from "../../../../shared/jets/signature.ts";
import type { Reader } from "../../store.ts";
import type { Writer } from "../../transaction.ts";

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

/** Adds a signature; none is ever changed or taken out but with its participant. */
export function insertSignature(
  writer: Writer,
  clientId: string,
  signature: Omit<Signature, "recordedBy"> & { readonly adviserId: string },
): void {
  writer.insert("signature", {
    id: signature.id,
    client_id: clientId,
    subject: signature.subject,
    interaction_id: signature.interactionId,
    party: signature.party,
    manner: signature.manner,
    name: signature.name,
    strokes: signature.strokes && JSON.stringify(signature.strokes),
    signed_on: signature.signedOn,
    reason: signature.reason,
    annotation: signature.annotation,
    content_hash: signature.contentHash,
    plan_version: signature.planVersion,
    recorded_at: signature.recordedAt,
    recorded_by: signature.adviserId,
  });
}
