import { useEffect } from "react";
import type { KindWords } from "../../shared/action-plan/kind-words.ts";
import { selectItem, showDetail } from "../../shared/action-plan/working-copy.ts";
import type { CopyStore } from "./copy-store.ts";
import { shownTextOf } from "./use-plan-editor.tsx";

/** An item of the saved plan that the window is to show. */
export interface ItemLead {
  readonly itemId: string;
}

/** Shows the item that the way to the window led to; what was typed elsewhere on the plan stays. */
export function useItemLead(lead: ItemLead | undefined, store: CopyStore, item: KindWords["item"]): void {
  useEffect(() => {
    if (!lead || !store.current.plan?.items.some(({ id }) => id === lead.itemId)) return;
    store.change((copy) => showDetail(selectItem(copy, lead.itemId)));
    // The item's words come to stand on the screen with the next drawing.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(shownTextOf(item))?.focus());
  }, [lead, store, item]);
}
