import type { ContractTerms } from "../jets/contract-terms.ts";
import type { PlanKind } from "./action-plan.ts";

/** What decides which plans of a client can be opened. */
export interface PlanSituation {
  /** The kinds of plan that the client has. */
  readonly existing: readonly PlanKind[];
  /** The client is under a contract, or their client group names one. */
  readonly isParticipant: boolean;
  /** The kinds of plan that the office makes. */
  readonly officePlans: PlanKind | "both";
}

/**
 * The kinds of plan to be opened for a client, Labour Market System's first: every one that exists, and the one that would
 * be made. There is always one at least; where there are two the adviser chooses.
 */
export function planChoices({ existing, isParticipant, officePlans }: PlanSituation): PlanKind[] {
  const wouldBe = officePlans === "both" ? (isParticipant ? "jets" : "lms") : officePlans;
  return (["lms", "jets"] as const).filter((kind) => kind === wouldBe || existing.includes(kind));
}

/** The contract that a client's plan is under: the one that is recorded, or else the one whose tab names the client group. */
export function contractOf(
  contracts: readonly ContractTerms[],
  { recorded, clientGroup }: { readonly recorded: string | undefined; readonly clientGroup: string },
): ContractTerms | undefined {
  return (
    contracts.find(({ code }) => code === recorded) ?? contracts.find(({ words }) => isNameOf(words.tab, clientGroup))
  );
}

function isNameOf(tab: string, clientGroup: string): boolean {
  return tab.toLowerCase() === clientGroup.trim().toLowerCase();
}
