import { fullName } from "../../shared/client-record/client-record.ts";
import { formatDate, formatMoment } from "../../shared/dates.ts";
import { annotationsInUse, type ContractTerms } from "../../shared/jets/contract-terms.ts";
import { useSession } from "../session.ts";
import type { JetsPanelProps } from "./panel-props.ts";
import { SignatureBox } from "./signature-box.tsx";
import { useActivityDetails } from "./use-activity-details.ts";

/** Who has signed the plan, for which version and how, and the ways to sign it (4.03, 4.05). */
export function PlanSignatures({ window, terms, isUnsaved }: JetsPanelProps) {
  const { client, plan } = window;
  const { today } = useSession();
  const opened = useActivityDetails(client.id);
  return (
    <section aria-label="Signatures">
      <h2 className="h2">Signatures</h2>
      {!plan && <p className="cap quiet">The plan can be signed once it is saved.</p>}
      {plan &&
        opened?.contentHash &&
        opened.standings.map((standing) => (
          <SignatureBox
            key={standing.party}
            subject={{
              ...{ clientId: client.id, subject: "plan", interactionId: null, terms },
              contentHash: opened.contentHash ?? "",
              words: `the ${terms.words.plan} as it was saved ${formatMoment(plan.savedAt)}`,
              participantName: fullName(client),
            }}
            standing={standing}
            off={isUnsaved ? "Save the plan first: what is signed is the plan as it was saved" : undefined}
          />
        ))}
      <p className="cap quiet num in-use">{inUseWords(terms, today)}</p>
    </section>
  );
}

/** Which dated annotations can be used today (4.04). */
function inUseWords(terms: ContractTerms, today: string): string {
  const inUse = annotationsInUse(terms, today).map(({ words }) => words);
  const day = formatDate(today);
  if (inUse.length === 0) return `No dated annotation is in use on ${day}.`;
  return `In use on ${day}: ${inUse.join(", ")}.`;
}
