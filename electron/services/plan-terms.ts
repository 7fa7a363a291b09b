import { contractOf } from "../../shared/action-plan/plan-choices.ts";
import type { ContractTerms } from "../../shared/jets/contract-terms.ts";
import { findClientSummaries } from "../store/repositories/clients.ts";
import { findParticipant } from "../store/repositories/jets/participants.ts";
import type { ServiceContext } from "./service-context.ts";

/** A client as far as it says which contract they are under. */
interface ClientUnderContract {
  readonly id: string;
  readonly clientGroup: string;
}

/** The code of the contract that a client is under, as recorded or by the client group; null where there is none. */
export function contractCodeOf({ store, contracts }: ServiceContext, client: ClientUnderContract): string | null {
  const recorded = findParticipant(store, client.id)?.contract;
  return contractOf(contracts, { recorded, clientGroup: client.clientGroup })?.code ?? null;
}

/** The terms of a plan under a contract; of a client who left the contract's group since, those of the first. */
export function termsOfPlan(context: ServiceContext, clientId: string): ContractTerms | undefined {
  const [client] = findClientSummaries(context.store, [clientId]);
  const code = client && contractCodeOf(context, client);
  return context.contracts.find((terms) => terms.code === code) ?? context.contracts[0];
}
