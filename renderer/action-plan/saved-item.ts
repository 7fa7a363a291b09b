import type { WorkingCopy } from "../../shared/action-plan/working-copy.ts";
import type { PlanWindow } from "../../shared/contract.ts";

/** The item that is selected or shown, as far as it is saved; null where there is none. */
export function savedItemId({ plan }: PlanWindow, { itemId }: Pick<WorkingCopy, "itemId">): string | null {
  return plan?.items.some(({ id }) => id === itemId) ? itemId : null;
}
