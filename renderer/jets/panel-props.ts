import type { PlanWindow } from "../../shared/contract.ts";
import type { ContractTerms } from "../../shared/jets/contract-terms.ts";

/** What every part of the tab is told. */
export interface JetsPanelProps {
  readonly window: PlanWindow;
  readonly terms: ContractTerms;
  /** The activity that is selected or shown; null where there is none or it has not been saved. */
  readonly itemId: string | null;
  /** True while something written on the plan is not saved: then there is nothing that could be signed. */
  readonly isUnsaved?: boolean | undefined;
}
