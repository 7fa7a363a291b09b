import type { ReactNode } from "react";
import type { ContractTerms } from "../../shared/jets/contract-terms.ts";
import type { Interaction } from "../../shared/jets/interaction.ts";
import type { SigningParty } from "../../shared/jets/signature.ts";
import { Icon } from "../ui/icons.tsx";
import { isSigned, signatureInWords, signatureOf } from "./interaction-words.ts";

interface InteractionSignaturesProps {
  readonly interaction: Interaction;
  readonly terms: ContractTerms;
  /** What each party can do about its signature; nothing where it is left out. */
  readonly acts?: ((party: SigningParty) => ReactNode) | undefined;
}

const PARTIES: readonly SigningParty[] = ["participant", "provider"];

/** Who signed an interaction, and of who did not, why (4.05). */
export function InteractionSignatures({ interaction, terms, acts }: InteractionSignaturesProps) {
  return (
    <section aria-label="Signatures of this interaction">
      <h3>Signatures</h3>
      <ul className="interaction-signatures">
        {PARTIES.map((party) => {
          const signature = signatureOf(interaction, party);
          return (
            <li key={party}>
              <Icon name={isSigned(signature) ? "check" : "info"} size="small" />
              <span>
                <b>{party === "participant" ? terms.words.client : terms.words.pa}</b>{" "}
                {signatureInWords(signature, terms.annotations)}
              </span>
              {acts && <span className="acts">{acts(party)}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
