import type { MeetingMeans } from "./participant.ts";

/** What a signature on an interaction is bound to. */
export interface SignedInteraction {
  readonly id: string;
  readonly clientId: string;
  readonly happenedOn: string;
  readonly kind: string;
  readonly means: MeetingMeans | null;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly contentHash: string }[];
}

/**
 * An interaction as one text, in which every file is named with the hash of what is in it. Files stand by name, so that the
 * order in which they were added changes nothing; who recorded it when is no part of what is signed.
 */
export function canonicalInteraction(interaction: SignedInteraction): string {
  const { id, clientId, happenedOn, kind, means, text } = interaction;
  const files = interaction.attachments
    .map(({ name, contentHash }) => [name, contentHash])
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return JSON.stringify(["interaction/1", clientId, id, happenedOn, kind, means, text, files]);
}
