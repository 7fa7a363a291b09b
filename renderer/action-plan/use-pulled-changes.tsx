import { useCallback, useEffect, useRef } from "react";
import { isUnsaved } from "../../shared/action-plan/working-copy.ts";
import type { PulledChange, RecordWindow } from "../../shared/client-record/pulled-change.ts";
import type { PlanWindow, Session } from "../../shared/contract.ts";
import { dateOfMoment } from "../../shared/dates.ts";
import { announce } from "../ui/live-region.tsx";
import type { Menu } from "../ui/menu-bar.tsx";
import { ChangesDialog } from "./changes-dialog.tsx";
import { TAB_NAMES } from "./field-ids.ts";
import { SourceDialog, sourceName, sourcesOf } from "./source-dialog.tsx";
import type { PlanEditorState } from "./use-plan-editor.tsx";

interface PulledChangesParts {
  readonly window: PlanWindow;
  readonly session: Session;
  readonly editor: PlanEditorState;
  /** True while something else has to be answered first. */
  readonly isHeld: boolean;
}

/**
 * The message of changes (¶21): once at each opening, and again when the record is changed while the plan is open, unless
 * work is under way: then the marks follow and it is only said. And the windows where the details are changed.
 */
export function usePulledChanges({ window, session, editor, isHeld }: PulledChangesParts) {
  const { client, plan, pulledChanges } = window;
  const { askAdviser, dialog, store } = editor;

  const showChanges = () => {
    if (!plan) return;
    const needsItem = plan.items.length < session.policy.actionItemsPerPlan;
    void askAdviser<void>((answer) => (
      <ChangesDialog
        changes={pulledChanges}
        savedOn={dateOfMoment(plan.savedAt)}
        needsItem={needsItem}
        onClose={answer}
      />
    ));
  };
  // Always the same function, so that the tabs are not drawn again at each key.
  const openSource = useCallback(
    (source: RecordWindow) =>
      void askAdviser<void>((answer) => <SourceDialog client={client} window={source} onClose={answer} />),
    [askAdviser, client],
  );

  const told = useRef<readonly PulledChange[] | null>(null);
  useEffect(() => {
    if (isHeld || dialog || told.current === pulledChanges) return;
    const before = told.current;
    const known = new Set(before?.map(keyOf));
    const news = pulledChanges.filter((change) => !known.has(keyOf(change)));
    told.current = pulledChanges;
    if (news.length === 0) return;
    if (before === null || !isUnderWay(store.current)) showChanges();
    else announce(`The client record was changed: ${fieldsInWords(news)}. The tabs show it.`);
  });

  return { openSource, withCommands: pageItems(window, openSource, showChanges) };
}

/** What makes a change another one; when and by whom, and whether it is new, are no news. */
function keyOf({ tab, field, before, after }: PulledChange): string {
  return JSON.stringify([tab, field, before, after]);
}

function isUnderWay(copy: PlanEditorState["copy"]): boolean {
  const isWriting = copy.mode !== "list" && copy.mode !== "item";
  const isInField = document.activeElement?.matches("textarea, input, select") ?? false;
  return isUnsaved(copy) || isWriting || isInField || document.querySelector(".dialog") !== null;
}

function fieldsInWords(changes: readonly PulledChange[]): string {
  return changes.map(({ tab, field }) => `${field} on ${tab}`).join(", ");
}

/** Puts the message and the windows of the client record at the end of the Page menu. */
function pageItems(
  window: PlanWindow,
  openSource: (source: RecordWindow) => void,
  showChanges: () => void,
): (menus: readonly Menu[]) => Menu[] {
  const sources = new Set(TAB_NAMES.flatMap((tab) => sourcesOf(tab, window.client)));
  const items = [
    {
      id: "changes",
      label: "Changes since the plan was last saved",
      off: window.pulledChanges.length === 0 ? "no detail has changed since the plan was last saved." : undefined,
      onSelect: showChanges,
    },
    ...[...sources].map((source) => ({
      id: `source-${source}`,
      label: `Details in ${sourceName(source)}`,
      onSelect: () => openSource(source),
    })),
  ];
  return (menus) => menus.map((menu) => (menu.label === "Page" ? { ...menu, items: [...menu.items, ...items] } : menu));
}
