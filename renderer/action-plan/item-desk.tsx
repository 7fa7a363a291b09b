import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { ActionItem } from "../../shared/action-plan/action-plan.ts";
import { type KindWords, withArticle } from "../../shared/action-plan/kind-words.ts";
import { rulesOf } from "../../shared/action-plan/plan-kind-rules.ts";
import type { Workflow } from "../../shared/action-plan/workflow.ts";
import type { WorkingCopy } from "../../shared/action-plan/working-copy.ts";
import type { PlanWindow } from "../../shared/contract.ts";
import { formatDate } from "../../shared/dates.ts";
import { useSession } from "../session.ts";
import { Icon } from "../ui/icons.tsx";
import { type Command, shortcutOf } from "../ui/key-map.ts";
import type { MenuItem } from "../ui/menu-bar.tsx";
import { FinishWorkflowDialog } from "../work-list/finish-workflow-dialog.tsx";
import { CloseNoteDialog } from "./close-note-dialog.tsx";
import { WorkflowDialog } from "./workflow-dialog.tsx";

/** What can be done about the shown item between interviews. */
interface Desk {
  /** The check that is set on the item. */
  readonly workflow: Workflow | undefined;
  readonly workflowOff: string | undefined;
  readonly closeNoteOff: string | undefined;
  readonly open: (dialog: DeskDialog["is"]) => void;
}

/** The item is kept as it was when its dialog opened, so that nothing typed goes when the plan changes meanwhile. */
interface DeskDialog {
  readonly is: "workflow" | "done" | "close-note";
  readonly item: ActionItem;
  readonly workflow: Workflow | undefined;
}

/** Brings the desk to the shown item's fields. */
export const ItemDeskContext = createContext<Desk | null>(null);

/** The commands of workflow and of notes to close, with their dialogs (¶65, ¶68). */
export function useItemDesk(
  window: PlanWindow,
  { mode, itemId }: Pick<WorkingCopy, "mode" | "itemId">,
  words: KindWords,
) {
  const [dialog, setDialog] = useState<DeskDialog | null>(null);
  const item = window.plan?.items.find(({ id }) => id === itemId);
  const workflow = window.workflows.find((candidate) => candidate.itemId === itemId);
  const isInInterview = window.openInterview !== null;
  const waitsForInterview = rulesOf(window.kind).closesInInterview;
  const desk = useMemo<Desk>(() => {
    const off = whyItemIsOff(mode, item, words);
    const inInterview = isInInterview ? "An interview is open: the item can be closed in it" : undefined;
    const needless = waitsForInterview ? inInterview : `The ${words.shortItem} can be closed at any time`;
    return {
      workflow,
      workflowOff: off,
      closeNoteOff: off ?? needless,
      open: (is) => item && setDialog({ is, item, workflow }),
    };
  }, [mode, item, workflow, isInInterview, waitsForInterview, words]);
  const command: Command = { off: desk.workflowOff, run: () => desk.open("workflow") };
  const menuItems: readonly MenuItem[] = [
    {
      id: "Workflow",
      label: "Workflow",
      shortcut: shortcutOf("workflow"),
      off: desk.workflowOff,
      onSelect: command.run,
    },
    ...(waitsForInterview ? [closeNoteItem(desk)] : []),
  ];
  const shown = dialog && showDialog(dialog, window.client.id, () => setDialog(null));
  return { desk, command, menuItems, dialog: shown };
}

function closeNoteItem({ closeNoteOff, open }: Desk): MenuItem {
  return {
    id: "close-note",
    label: "Note to close at next interview",
    off: closeNoteOff,
    onSelect: () => open("close-note"),
  };
}

function whyItemIsOff(mode: WorkingCopy["mode"], item: ActionItem | undefined, words: KindWords): string | undefined {
  if (mode === "list") return `Open ${withArticle(words.item)} first, by Detail`;
  if (!item) return `Save the ${words.item} first`;
  return item.dateClosed ? `The ${words.item} is closed` : undefined;
}

function showDialog({ is, item, workflow }: DeskDialog, clientId: string, onClose: () => void): ReactNode {
  if (is === "close-note") return <CloseNoteDialog clientId={clientId} item={item} onClose={onClose} />;
  if (is === "workflow") {
    return <WorkflowDialog clientId={clientId} item={item} workflow={workflow} onClose={onClose} />;
  }
  return (
    workflow && (
      <FinishWorkflowDialog clientId={clientId} workflowId={workflow.id} about={item.text} onClose={onClose} />
    )
  );
}

/** Below an item's fields: the check that is set on it, and the note for the next interview where it cannot be closed. */
export function ItemDesk() {
  const { today } = useSession();
  const desk = useContext(ItemDeskContext);
  if (!desk || (!desk.workflow && desk.closeNoteOff)) return null;
  const { workflow, workflowOff, closeNoteOff, open } = desk;
  return (
    <div className="item-desk">
      {workflow && (
        <p className="num check">
          {workflow.checkDate < today && <Icon name="warn" size="small" />}
          <b>{`Check set for ${workflow.checkDate === today ? "today" : formatDate(workflow.checkDate)}`}</b>
          {` by ${workflow.setBy}${workflow.note ? `: ${workflow.note}` : ""}`}
        </p>
      )}
      {workflow && !workflowOff && (
        <button type="button" className="link" onClick={() => open("workflow")}>
          Change the check
        </button>
      )}
      {workflow && (
        <button type="button" className="link" onClick={() => open("done")}>
          Mark as done
        </button>
      )}
      {!closeNoteOff && (
        <button type="button" className="link" onClick={() => open("close-note")}>
          Note to close at next interview
        </button>
      )}
    </div>
  );
}
