import { useEffect } from "react";
import { selectItem, showDetail } from "../../shared/action-plan/working-copy.ts";
import type { CopyStore } from "./copy-store.ts";

/** An item of the saved plan that the window is to show. */
export interface ItemLead {
  readonly itemId: string;
}

/** Shows the item that the way to the window led to; what was typed elsewhere on the plan stays. */
export function useItemLead(lead: ItemLead | undefined, store: CopyStore): void {
  useEffect(() => {
    if (!lead || !store.current.plan?.items.some(({ id }) => id === lead.itemId)) return;
    store.change((copy) => showDetail(selectItem(copy, lead.itemId)));
    // The item's words come to stand on the screen with the next drawing.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.upper [aria-label="Action Item"]')?.focus());
  }, [lead, store]);
}
