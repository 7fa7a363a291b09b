import { useEffect, useMemo, useState } from "react";
import { commandReasons, type PlanCommand } from "../../shared/action-plan/enabling.ts";
import type { KindWords } from "../../shared/action-plan/kind-words.ts";
import { problemsOf, type ShownProblem } from "../../shared/action-plan/shown-plan.ts";
import {
  amend,
  backToList,
  deleteReview,
  goToPlace,
  isUnsaved,
  keepReview,
  openWorkingCopy,
  selectItem,
  selectReview,
  setAssignedTo,
  setChallenge,
  setItemDate,
  setItemText,
  setReviewText,
  setTabText,
  showDetail,
  startNewItem,
  startReview,
  type WorkingCopy,
} from "../../shared/action-plan/working-copy.ts";
import type { PlanWindow, Session } from "../../shared/contract.ts";
import type { ClericalEntering } from "../clerical/entering.ts";
import { ProofDialog } from "../clerical/proof-dialog.tsx";
import { PrintOptions } from "../print/print-options.tsx";
import { useSpelling } from "../spelling/use-spelling.tsx";
import type { CopyStore } from "./copy-store.ts";
import { fieldId, problemsOnScreen, TAB_OF_TEXT, type TabName } from "./field-ids.ts";
import type { ItemWriter } from "./item-half.tsx";
import { DeleteReviewDialog, UnsavedChangesDialog, type UnsavedChoice } from "./plan-dialogs.tsx";
import { problemInBrief } from "./problem-words.ts";
import { type AskAdviser, useDialogs } from "./use-dialogs.ts";
import { useDraft } from "./use-draft.tsx";
import { type FocusAfter, useFocusAfter } from "./use-focus-after.ts";
import { situationOf, useSaving } from "./use-saving.tsx";
import { useWorkingCopy } from "./use-working-copy.ts";

/** The selected row of the upper half's table; where there is none, the table's button. */
const SELECTED_ROW = '.upper [role="grid"] [aria-selected="true"]';
const FIRST_BUTTON = ".toolbar button";

interface EditorParts {
  readonly window: PlanWindow;
  readonly session: Session;
  readonly words: KindWords;
  /** True where the adviser asked for the kept draft itself. */
  readonly isDraftWanted: boolean;
  /** The clerical form that is being entered, and what leads back to the plan without it. */
  readonly clerical: ClericalEntering | undefined;
  readonly onClericalEnd: () => void;
  readonly onSaved: (window: PlanWindow) => void;
  readonly onClose: () => void;
}

/** The shown item's text, to be read or written. */
export function shownTextOf(item: KindWords["item"]): string {
  return `.upper [aria-label="${item}"]`;
}

/** Everything the Action Plan window knows and does; its parts only show it. */
export function usePlanEditor(parts: EditorParts) {
  const { window, session, words, isDraftWanted, clerical, onSaved, onClose } = parts;
  const { copy, store } = useWorkingCopy(window);
  const [tab, setTab] = useState<TabName>("Aims");
  const { dialog, askAdviser } = useDialogs();
  const focusAfter = useFocusAfter();

  useFirstFocus(copy);

  const goTo = ({ place, field }: ShownProblem) => {
    store.change((current) => goToPlace(current, place));
    if (place.of === "text") setTab(TAB_OF_TEXT[place.tab]);
    focusAfter(
      place.of === "plan" ? `.toolbar [title="New ${words.item}"]` : `#${fieldId(field)}`,
      SELECTED_ROW,
      FIRST_BUTTON,
    );
  };
  const draft = useDraft({ window, session, clerical, store, askAdviser, isDraftWanted, onFresh: onSaved, onClose });
  const spelling = useSpelling({ clientId: window.client.id, policy: session.policy, store, askAdviser, setTab });
  const saving = useSaving({
    ...{ window, session, clerical, latest: store, askAdviser, onGoTo: goTo },
    checkSpelling: spelling.checkBeforeSave,
    onSavedElsewhere: draft.decideOnNewer,
    holdDraftDuring: draft.holdDuring,
    onSaved: (saved, savedWindow) => {
      store.change(() => saved);
      onSaved(savedWindow);
      focusAfter(SELECTED_ROW, FIRST_BUTTON);
      if (clerical) void proveEntry(clerical.save.formId, askAdviser, parts.onClericalEnd);
    },
  });
  const discardChanges = () => store.change(({ plan }) => openWorkingCopy(plan));
  const leave = async (): Promise<boolean> => {
    if (!isUnsaved(store.current)) return true;
    const choice = await askAdviser<UnsavedChoice>((answer) => <UnsavedChangesDialog onAnswer={answer} />);
    if (choice === "save") return saving.save();
    if (choice === "discard") {
      discardChanges();
      // Whoever signs out next can no longer discard it.
      await draft.keepNow();
    }
    return choice === "discard";
  };
  const reasonsFor = useReasons(parts);
  const steps = useSteps(store, focusAfter, words);
  const carryOut = async (command: PlanCommand): Promise<void> => {
    switch (command) {
      case "DRev":
        if (await mayDeleteReview(store.current, askAdviser)) steps.deleteReview();
        return;
      case "Spell":
        return spelling.run();
      case "Print":
        return askAdviser((answer) => (
          <PrintOptions clientId={window.client.id} kind={window.kind} onClose={() => answer(undefined)} />
        ));
      case "Save":
        await saving.save();
        return;
      case "Close":
        if (await leave()) onClose();
        return;
      default:
        steps[command]();
    }
  };
  const run = (command: PlanCommand) => {
    if (reasonsFor(store.current)[command] === undefined && !dialog && !saving.isSaving) void carryOut(command);
  };
  const problems = useMarkedProblems(copy, saving.refused, { window, session, words, clerical });
  const write = useWriters(store, clerical?.save.happenedOn ?? session.today, focusAfter);
  const { isSaving } = saving;
  const reasons = reasonsFor(copy);
  return {
    ...{ unsavedWords: draft.unsavedWords, isOfferingDraft: draft.isOffering, askAdviser },
    ...{ copy, store, tab, setTab, dialog, underlines: spelling.underlines, openSelected: steps.Detail },
    ...{ reasons, run, leave, discardChanges, problems, write, isSaving },
  };
}

export type PlanEditorState = ReturnType<typeof usePlanEditor>;

/** After a form was entered: form against plan; the entry ends unless it is gone on with. */
async function proveEntry(formId: string, askAdviser: AskAdviser, onEnd: () => void): Promise<void> {
  const goesOn = await askAdviser<boolean>((answer) => (
    <ProofDialog formId={formId} onGoOn={() => answer(true)} onClose={() => answer(false)} />
  ));
  if (!goesOn) onEnd();
}

/** A plan that does not exist yet opens ready to be written. */
function useFirstFocus({ mode }: WorkingCopy) {
  const isWriting = mode === "new-item";
  // biome-ignore lint/correctness/useExhaustiveDependencies: only as the window opens
  useEffect(() => {
    if (isWriting) document.getElementById(fieldId("Action Item"))?.focus();
  }, []);
}

/** The commands that only change what is shown, and where each leads the focus. */
function useSteps({ change }: CopyStore, focusAfter: FocusAfter, { item }: KindWords) {
  return useMemo(() => {
    const shownText = shownTextOf(item);
    const stepTo = (step: (copy: WorkingCopy) => WorkingCopy, ...selectors: string[]) => {
      return () => {
        change(step);
        focusAfter(...selectors);
      };
    };
    return {
      Detail: stepTo(showDetail, shownText),
      NActItm: stepTo(startNewItem, shownText),
      History: stepTo(backToList, SELECTED_ROW, FIRST_BUTTON),
      Amnd: stepTo(amend, shownText),
      NRev: stepTo(startReview, `#${fieldId("Review")}`),
      deleteReview: stepTo(deleteReview, SELECTED_ROW, FIRST_BUTTON),
    };
  }, [change, focusAfter, item]);
}

/** A saved review's deletion is asked for once (RV-3); an unsaved one just goes. */
async function mayDeleteReview({ changes, reviewId }: WorkingCopy, askAdviser: AskAdviser): Promise<boolean> {
  if (changes.newReviews.some(({ key }) => key === reviewId)) return true;
  return askAdviser<boolean>((answer) => <DeleteReviewDialog onAnswer={answer} />);
}

/** The fields that Save refused and that are still not right. */
function useMarkedProblems(
  copy: WorkingCopy,
  refused: readonly ShownProblem[],
  parts: Pick<EditorParts, "window" | "session" | "words" | "clerical">,
) {
  const placeKey = ({ place, field }: ShownProblem) => JSON.stringify([place, field]);
  const known = new Set(refused.map(placeKey));
  const still =
    refused.length === 0 ? [] : problemsOf(copy, situationOf(parts)).filter((problem) => known.has(placeKey(problem)));
  const fields = problemsOnScreen(still, copy, (problem) => problemInBrief(problem, parts.words));
  const key = JSON.stringify(fields);
  // The halves are drawn again only when what is wrong has changed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that the fields say
  return useMemo(() => fields, [key]);
}

function useWriters({ write, change }: CopyStore, today: string, focusAfter: FocusAfter) {
  return useMemo(() => {
    const item: ItemWriter = {
      text: (text) => write((copy) => setItemText(copy, text)),
      assignedTo: (assignedTo) => change((copy) => setAssignedTo(copy, assignedTo)),
      challenge: (challenge) => change((copy) => setChallenge(copy, challenge)),
      date: (field, typed) => change((copy) => setItemDate(copy, field, typed, today)),
      review: (text) => write((copy) => setReviewText(copy, text)),
      selectReview: (id) => change((copy) => selectReview(copy, id)),
      keepReview: () => {
        change(keepReview);
        focusAfter(SELECTED_ROW);
      },
    };
    return {
      item,
      selectItem: (id: string) => change((copy) => selectItem(copy, id)),
      tabText: (...[tab, text]: [Parameters<typeof setTabText>[1], string]) =>
        write((copy) => setTabText(copy, tab, text)),
    };
  }, [write, change, today, focusAfter]);
}

/** Why each command is off, for the state that is asked about. */
function useReasons({ window, session, words }: EditorParts) {
  const { kind, pulledChanges, interviews, ownReviewIds } = window;
  const { policy, today } = session;
  const arePulledDetailsWaiting = pulledChanges.length > 0;
  const facts = { kind, today, words, interviews, ownReviewIds, policy, arePulledDetailsWaiting };
  return (copy: WorkingCopy) => commandReasons({ copy, ...facts });
}
