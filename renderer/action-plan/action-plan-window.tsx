import { useEffect, useMemo, useRef } from "react";
import { isUnsaved } from "../../shared/action-plan/working-copy.ts";
import { fullName } from "../../shared/client-record/client-record.ts";
import type { PlanWindow } from "../../shared/contract.ts";
import { errorMessage } from "../../shared/messages.ts";
import { usePrintRequests } from "../print-request.ts";
import { queryClient, useRequest } from "../requests.ts";
import { useSession } from "../session.ts";
import { useHelp } from "../ui/help.tsx";
import { useShortcuts } from "../ui/key-map.ts";
import { WindowFrame } from "../ui/window-frame.tsx";
import { HELP_WORDS, keyMapOf, menusOf } from "./plan-commands.ts";
import { MessageDialog } from "./plan-dialogs.tsx";
import { PlanHalves } from "./plan-halves.tsx";
import { PlanToolbar } from "./plan-toolbar.tsx";
import { useClosingGuard } from "./use-closing-guard.ts";
import { usePlanEditor } from "./use-plan-editor.tsx";
import { type ShownPlan, useShownPlan } from "./use-shown-plan.ts";

/** Asked before the window is left from outside, as by End: true when it may be. */
export type LeaveGuard = () => Promise<boolean>;

interface ActionPlanWindowProps {
  readonly clientId: string;
  readonly onClose: () => void;
  /** Takes the guard while the window is there, and null once it is gone. */
  readonly registerLeaveGuard: (guard: LeaveGuard | null) => void;
}

/** The Action Plan window of one client. */
export function ActionPlanWindow({ clientId, onClose, registerLeaveGuard }: ActionPlanWindowProps) {
  const input = useMemo(() => ({ clientId }), [clientId]);
  const plan = useRequest("open-plan", input);
  if (plan.data) {
    return (
      <OpenedPlan
        window={plan.data}
        onSaved={(saved) => queryClient.setQueryData(["open-plan", input], saved)}
        onClose={onClose}
        registerLeaveGuard={registerLeaveGuard}
      />
    );
  }
  return (
    <WindowFrame heading="Action Plan" menus={[]} status={{ left: plan.error ? "" : "Opening the plan" }}>
      {plan.error && <MessageDialog message={errorMessage(plan.error.error)} onAnswer={onClose} />}
    </WindowFrame>
  );
}

interface OpenedPlanProps extends Omit<ActionPlanWindowProps, "clientId"> {
  readonly window: PlanWindow;
  readonly onSaved: (window: PlanWindow) => void;
}

function OpenedPlan({ window, onSaved, onClose, registerLeaveGuard }: OpenedPlanProps) {
  const session = useSession();
  const editor = usePlanEditor({ window, session, onSaved, onClose });
  const author = useMemo(
    () => ({ name: session.adviser.name, today: session.today }),
    [session.adviser.name, session.today],
  );
  const shown = useShownPlan(editor.copy, author);
  const { copy, reasons, run, setTab } = editor;
  const help = useHelp(HELP_WORDS);
  useShortcuts(keyMapOf({ mode: copy.mode, reasons, run, setTab }));
  usePrintRequests(() => run("Print"));
  useLeaveGuard(registerLeaveGuard, editor.leave);
  const unsaved = isUnsaved(copy);
  useClosingGuard(() => isUnsaved(editor.store.current));
  return (
    <WindowFrame
      heading={`${window.plan ? "View" : "Create"} Action Plan - ${fullName(window.client)}`}
      nino={window.client.nino}
      menus={[...menusOf({ mode: copy.mode, reasons, run, setTab }), help.menu]}
      status={{ left: whereabouts(editor.copy, shown), isUnsaved: unsaved }}
    >
      <PlanToolbar mode={copy.mode} reasons={reasons} isUnsaved={unsaved} run={run} />
      <PlanHalves window={window} session={session} editor={editor} shown={shown} />
      {editor.dialog}
      {help.dialog}
    </WindowFrame>
  );
}

/** The left end of the status bar. */
function whereabouts(
  { mode, itemId, reviewId }: { mode: string; itemId: string | null; reviewId: string | null },
  shown: ShownPlan,
): string {
  if (mode === "new-item") return "New Action Item";
  if (mode === "list") {
    const row = shown.items.findIndex(({ id }) => id === itemId) + 1;
    return shown.items.length === 0 ? "No rows" : `Row ${row} of ${shown.items.length}`;
  }
  const review = shown.reviews.findIndex(({ id }) => id === reviewId) + 1;
  return shown.reviews.length === 0 ? "No reviews" : `Review ${review} of ${shown.reviews.length}`;
}

function useLeaveGuard(register: ActionPlanWindowProps["registerLeaveGuard"], guard: LeaveGuard) {
  const latest = useRef(guard);
  useEffect(() => {
    latest.current = guard;
  });
  useEffect(() => {
    register(() => latest.current());
    return () => register(null);
  }, [register]);
}
