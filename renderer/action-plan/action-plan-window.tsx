import { useEffect, useMemo, useRef } from "react";
import type { PlanKind } from "../../shared/action-plan/action-plan.ts";
import type { KindWords } from "../../shared/action-plan/kind-words.ts";
import { isUnsaved } from "../../shared/action-plan/working-copy.ts";
import { fullName } from "../../shared/client-record/client-record.ts";
import type { PlanWindow } from "../../shared/contract.ts";
import type { ContractTerms } from "../../shared/jets/contract-terms.ts";
import { errorMessage } from "../../shared/messages.ts";
import { ClericalBar } from "../clerical/clerical-bar.tsx";
import { authorOf, type ClericalEntering, HappenedOnContext } from "../clerical/entering.ts";
import { useClericalEntry } from "../clerical/use-clerical-entry.ts";
import { useActivityDialog } from "../jets/use-activity-dialog.tsx";
import type { LeaveGuard } from "../leave-guard.ts";
import { usePrintRequests } from "../print-request.ts";
import { queryClient, useRequest } from "../requests.ts";
import { useSession } from "../session.ts";
import { useDictionary } from "../spelling/dictionary-dialog.tsx";
import { UnderlinesContext } from "../spelling/word-marks.tsx";
import { useHelp } from "../ui/help.tsx";
import { useShortcuts } from "../ui/key-map.ts";
import { useClosingGuard } from "../ui/use-closing-guard.ts";
import { WindowFrame } from "../ui/window-frame.tsx";
import { CustomerView } from "./customer-view.tsx";
import { OtherDrafts } from "./draft-dialogs.tsx";
import { ItemDeskContext, useItemDesk } from "./item-desk.tsx";
import { KindWordsContext, termsOf, useKindWords, wordsUnder } from "./kind-words-context.ts";
import { helpWords, keyMapOf, menusOf } from "./plan-commands.ts";
import { MessageDialog } from "./plan-dialogs.tsx";
import { PlanHalves } from "./plan-halves.tsx";
import { PlanToolbar } from "./plan-toolbar.tsx";
import { savedItemId } from "./saved-item.ts";
import { useCustomerView } from "./use-customer-view.ts";
import { useInterviewLink } from "./use-interview-link.ts";
import { type ItemLead, useItemLead } from "./use-item-lead.ts";
import { usePlanEditor } from "./use-plan-editor.tsx";
import { usePulledChanges } from "./use-pulled-changes.tsx";
import { type ShownPlan, useShownPlan } from "./use-shown-plan.ts";
import { useSidePanel } from "./use-side-panel.tsx";

interface ActionPlanWindowProps {
  readonly clientId: string;
  readonly kind: PlanKind;
  /** The item to be shown, where the way here led to one. */
  readonly lead?: ItemLead | undefined;
  /** True where the adviser asked for the kept draft itself, so that nothing more is asked. */
  readonly isDraftWanted?: boolean | undefined;
  /** The clerical form that is being entered. */
  readonly clerical?: ClericalEntering | undefined;
  readonly onClericalEnd: () => void;
  readonly onClose: () => void;
  /** Takes the guard while the window is there, and null once it is gone. */
  readonly registerLeaveGuard: (guard: LeaveGuard | null) => void;
}

/** The Action Plan window of one client. */
export function ActionPlanWindow({ clientId, kind, ...rest }: ActionPlanWindowProps) {
  const session = useSession();
  const input = useMemo(() => ({ clientId, kind }), [clientId, kind]);
  const plan = useRequest("open-plan", input);
  if (plan.data) {
    const terms = termsOf(plan.data, session);
    return (
      <KindWordsContext value={wordsUnder(terms)}>
        <OpenedPlan
          window={plan.data}
          terms={terms}
          {...rest}
          onSaved={(saved) => queryClient.setQueryData(["open-plan", input], saved)}
        />
      </KindWordsContext>
    );
  }
  return (
    <WindowFrame heading="Action Plan" menus={[]} status={{ left: plan.error ? "" : "Opening the plan" }}>
      {plan.error && <MessageDialog message={errorMessage(plan.error.error)} onAnswer={rest.onClose} />}
    </WindowFrame>
  );
}

interface OpenedPlanProps extends Omit<ActionPlanWindowProps, "clientId" | "kind"> {
  readonly window: PlanWindow;
  readonly terms: ContractTerms | undefined;
  readonly onSaved: (window: PlanWindow) => void;
}

function OpenedPlan(props: OpenedPlanProps) {
  const { window, terms, lead, isDraftWanted = false, clerical, onClericalEnd } = props;
  const { onSaved, onClose, registerLeaveGuard } = props;
  const session = useSession();
  const words = useKindWords();
  const editor = usePlanEditor({ window, session, words, isDraftWanted, clerical, onClericalEnd, onSaved, onClose });
  useItemLead(lead, editor.store, words.item);
  const happenedOn = useClericalEntry(clerical, editor.store);
  const written = authorOf(clerical, session);
  const author = useMemo(() => ({ name: written.name, today: written.today }), [written.name, written.today]);
  const shown = useShownPlan(editor.copy, author);
  const panel = useSidePanel({ window, session, editor, shown });
  const pulled = usePulledChanges({ window, session, editor, isHeld: editor.isOfferingDraft });
  const { copy, reasons, run, setTab } = editor;
  const help = useHelp(useMemo(() => helpWords(words), [words]));
  const dictionary = useDictionary(editor.underlines.forget);
  const { desk, ...deskParts } = useItemDesk(window, copy, words);
  const activity = useActivityDialog({ window, terms, itemId: savedItemId(window, copy) });
  const view = useCustomerView();
  const commands = { mode: copy.mode, words, reasons, run, setTab, turn: view.turn };
  useShortcuts(view.isTurned ? view.keyMap : { ...keyMapOf(commands), workflow: deskParts.command });
  usePrintRequests(() => run("Print"));
  useInterviewLink(editor, session.policy);
  const discard = () => {
    editor.discardChanges();
    onClose();
  };
  useLeaveGuard(registerLeaveGuard, {
    hasUnsaved: () => isUnsaved(editor.store.current),
    leave: editor.leave,
    discard,
  });
  const unsaved = isUnsaved(copy);
  useClosingGuard(() => isUnsaved(editor.store.current));
  const heading = `${window.plan ? "View" : "Create"} Action Plan - ${fullName(window.client)}`;
  if (view.isTurned) {
    return <CustomerView {...{ heading, window, copy, author }} texts={shown.texts} onBack={view.back} />;
  }
  return (
    <WindowFrame
      heading={heading}
      nino={window.client.nino}
      menus={pulled.withCommands(
        panel.withCommands([
          ...menusOf(commands, [...deskParts.menuItems, ...activity.menuItems, dictionary.item]),
          help.menu,
        ]),
      )}
      status={{
        left: whereabouts(editor.copy, { ...shown, items: panel.listed.items }, words),
        contract: terms?.name,
        isUnsaved: unsaved,
        unsavedWords: editor.unsavedWords,
        areDetailsWaiting: window.pulledChanges.length > 0,
      }}
    >
      {clerical && (
        <ClericalBar entering={clerical} onStop={() => void editor.leave().then((left) => left && onClericalEnd())} />
      )}
      <OtherDrafts drafts={window.otherDrafts} today={session.today} />
      <PlanToolbar mode={copy.mode} reasons={reasons} isUnsaved={unsaved} run={run} />
      <ItemDeskContext value={desk}>
        <UnderlinesContext value={editor.underlines}>
          <HappenedOnContext value={happenedOn}>
            <PlanHalves
              window={window}
              terms={terms}
              session={session}
              editor={editor}
              shown={shown}
              panel={panel}
              onOpenSource={pulled.openSource}
            />
          </HappenedOnContext>
        </UnderlinesContext>
      </ItemDeskContext>
      {editor.dialog}
      {deskParts.dialog}
      {activity.dialog}
      {dictionary.dialog}
      {panel.dialog}
      {help.dialog}
    </WindowFrame>
  );
}

/** The left end of the status bar. */
function whereabouts(
  { mode, itemId, reviewId }: { mode: string; itemId: string | null; reviewId: string | null },
  shown: ShownPlan,
  { item }: KindWords,
): string {
  if (mode === "new-item") return `New ${item}`;
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
    register({
      hasUnsaved: () => latest.current.hasUnsaved(),
      leave: () => latest.current.leave(),
      discard: () => latest.current.discard(),
    });
    return () => register(null);
  }, [register]);
}
