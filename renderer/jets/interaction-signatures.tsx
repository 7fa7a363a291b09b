import { formatDate } from "../../shared/dates.ts";
import type { ContractTerms } from "../../shared/jets/contract-terms.ts";
import { INTERACTION_KIND_NAMES, type Interaction } from "../../shared/jets/interaction.ts";
import { standings } from "../../shared/jets/signing-state.ts";
import { SignatureBox } from "./signature-box.tsx";

interface InteractionSignaturesProps {
  readonly interaction: Interaction;
  readonly terms: ContractTerms;
  readonly participantName: string;
}

/** Who signed an interaction, of who did not, why, and the ways to sign it (4.05). */
export function InteractionSignatures({ interaction, terms, participantName }: InteractionSignaturesProps) {
  const { id, clientId, happenedOn, kind, signatures, contentHash } = interaction;
  const words = `the interaction of ${formatDate(happenedOn)} (${INTERACTION_KIND_NAMES[kind].toLowerCase()}) with its files`;
  return (
    <section aria-label="Signatures of this interaction">
      <h3>Signatures</h3>
      {standings(signatures, contentHash).map((standing) => (
        <SignatureBox
          key={`${id}-${standing.party}`}
          subject={{
            ...{ clientId, subject: "interaction", interactionId: id, contentHash, words, terms, participantName },
          }}
          standing={standing}
        />
      ))}
    </section>
  );
}
