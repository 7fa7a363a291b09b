import { dateOfMoment } from "../../../../shared/dates.ts";
import type { SignedInteraction } from "../../../../shared/jets/canonical-interaction.ts";
import type { Reader } from "../../store.ts";

/** The first day on which something stood on a plan: of its first save, or earlier where it was entered from paper. */
export function firstDayOfPlan(reader: Reader, planId: string): string | undefined {
  const saved = reader.get<{ at: string | null }>(
    "SELECT MIN(saved_at) AS at FROM plan_save WHERE plan_id = ?",
    planId,
  );
  const created = reader.get<{ on: string | null }>(
    'SELECT MIN(date_created) AS "on" FROM action_item WHERE plan_id = ?',
    planId,
  );
  const days = [saved?.at ? dateOfMoment(saved.at) : undefined, created?.on ?? undefined];
  return days.filter((day) => day !== undefined).sort()[0];
}

/** An interaction of a participant's as far as a signature is bound to it. */
export function findSignedInteraction(
  reader: Reader,
  clientId: string,
  interactionId: string,
): SignedInteraction | undefined {
  const found = reader.get<Omit<SignedInteraction, "attachments">>(
    `SELECT id, client_id AS clientId, happened_on AS happenedOn, kind, means, text
     FROM interaction WHERE id = ? AND client_id = ?`,
    interactionId,
    clientId,
  );
  if (!found) return undefined;
  const attachments = reader.all<SignedInteraction["attachments"][number]>(
    "SELECT name, content_hash AS contentHash FROM attachment WHERE interaction_id = ?",
    interactionId,
  );
  return { ...found, attachments };
}
