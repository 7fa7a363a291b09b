import { tabTextLimit } from "../../shared/action-plan/validate-changes.ts";
import { backToList, selectItem, setTabText } from "../../shared/action-plan/working-copy.ts";
import { copyAnswer } from "../../shared/interview/copied-answer.ts";
import type { Policy } from "../../shared/policy.ts";
import { usePlanLink } from "../interview/plan-link.ts";
import { TAB_OF_TEXT } from "./field-ids.ts";
import type { PlanEditorState } from "./use-plan-editor.tsx";

/** What the interview bar and its dialogs do in this window: lead to an item, and copy an answer into a tab's text. */
export function useInterviewLink({ store, setTab, openSelected }: PlanEditorState, policy: Policy): void {
  usePlanLink({
    showItem: (itemId) => {
      const isThere = store.current.plan?.items.some(({ id }) => id === itemId);
      if (!isThere) return;
      store.change((copy) => selectItem(backToList(copy), itemId));
      openSelected();
    },
    copyIntoTab: (tab, answer) => {
      store.settle();
      const { plan, changes } = store.current;
      const copied = copyAnswer(changes.texts[tab] ?? plan?.texts[tab] ?? "", answer, tabTextLimit(tab, policy));
      if (copied.fits) store.change((copy) => setTabText(copy, tab, copied.text));
      if (copied.fits) setTab(TAB_OF_TEXT[tab]);
      return copied;
    },
  });
}
