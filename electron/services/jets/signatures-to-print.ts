import type { Plan } from "../../../shared/action-plan/action-plan.ts";
import { onPlan, standings } from "../../../shared/jets/signing-state.ts";
import type { PrintedSignatures } from "../../print/document/signatures.ts";
import { listActivityDetails } from "../../store/repositories/jets/activity-details.ts";
import { findParticipant } from "../../store/repositories/jets/participants.ts";
import { listSignatures } from "../../store/repositories/jets/signatures.ts";
import type { ServiceContext } from "../service-context.ts";
import { planContentHash } from "./plan-content-hash.ts";

/** Where the signatures on a plan stand, in the words of its contract; undefined where the client is under none. */
export function signaturesToPrint(
  { store, contracts }: Pick<ServiceContext, "store" | "contracts">,
  plan: Plan,
): PrintedSignatures | undefined {
  const contract = findParticipant(store, plan.clientId)?.contract;
  const terms = contracts.find(({ code }) => code === contract);
  if (!terms) return undefined;
  const contentHash = planContentHash(plan, listActivityDetails(store, plan.id));
  const { client, pa } = terms.words;
  return {
    parties: standings(onPlan(listSignatures(store, plan.clientId)), contentHash).map((standing) => ({
      who: standing.party === "participant" ? client : pa,
      standing,
    })),
    annotations: terms.annotations,
  };
}
