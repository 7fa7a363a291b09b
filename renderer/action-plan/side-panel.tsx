import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from "react";
import type { KindWords } from "../../shared/action-plan/kind-words.ts";
import type { Mode } from "../../shared/action-plan/working-copy.ts";
import type { CloseNote } from "../../shared/client-record/conversation.ts";
import type { PlanWindow, Session } from "../../shared/contract.ts";
import type { ContractTerms } from "../../shared/jets/contract-terms.ts";
import { countCharacters, isBlank } from "../../shared/text.ts";
import { ActivityPanel } from "../jets/activity-panel.tsx";
import { ChallengeList } from "./challenge-list.tsx";
import { CoachPanel } from "./coach-panel.tsx";
import { useKindWords } from "./kind-words-context.ts";
import { savedItemId } from "./saved-item.ts";
import { CloseNotes, NextInterview, ThisItem, ToClose } from "./side-panel-sections.tsx";
import type { PlanEditorState } from "./use-plan-editor.tsx";
import type { ShownPlan } from "./use-shown-plan.ts";
import type { SidePanelState } from "./use-side-panel.tsx";

interface SidePanelProps {
  readonly window: PlanWindow;
  readonly terms: ContractTerms | undefined;
  readonly session: Session;
  readonly editor: PlanEditorState;
  readonly shown: ShownPlan;
  readonly panel: SidePanelState;
}

/** What the panel is about, by which a screen reader finds it. */
function labelOf(mode: Mode, { shortItem, tab }: KindWords): string {
  if (mode === "new-item" || mode === "amend") return "SSMART coach";
  return mode === "list" && tab === null ? "Beside the plan" : `Beside the ${shortItem}`;
}

/** What LMS never had, at the right of the work; nothing in it is needed to save. */
export function SidePanel(props: SidePanelProps) {
  const { editor, panel } = props;
  const rail = useRef<HTMLElement>(null);
  const words = useKindWords();
  const { isDrawer, close, dismiss } = panel;
  useEffect(() => {
    // A drawer lies over the work, so whoever called for it goes on inside.
    if (isDrawer) rail.current?.querySelector<HTMLElement>("button")?.focus();
  }, [isDrawer]);
  if (!panel.isShown) return null;
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !isDrawer) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  const blur = ({ relatedTarget }: FocusEvent) => {
    if (isDrawer && relatedTarget instanceof Element && relatedTarget.closest(".halves")) dismiss();
  };
  return (
    <section
      ref={rail}
      className={isDrawer ? "rail drawer" : "rail"}
      aria-label={labelOf(editor.copy.mode, words)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      tabIndex={0}
      onKeyDown={keyDown}
      onBlur={blur}
    >
      {isDrawer && (
        <p className="drawer-close">
          <button type="button" className="btn small" onClick={close}>
            Close panel
          </button>
        </p>
      )}
      <Content {...props} />
    </section>
  );
}

function Content({ window, terms, session, editor, shown, panel }: SidePanelProps) {
  const { copy } = editor;
  const { item } = shown;
  const activity = terms && <ActivityPanel {...{ window, terms, itemId: savedItemId(window, copy) }} />;
  const notes = terms ? [] : (window.openInterview?.closeNotes ?? []);
  if (copy.mode === "list" || !item) {
    if (activity) return activity;
    return (
      <>
        <NextInterview window={window} session={session} />
        <CloseNotes notes={notes} />
        <ChallengeList items={shown.items} filter={panel.filter} onChoose={panel.chooseChallenge} />
      </>
    );
  }
  if (copy.mode === "new-item" || copy.mode === "amend") {
    return (
      <>
        <CoachPanel
          key={item.id}
          item={item}
          context={panel.coachContext}
          isOn={panel.isCoachOn}
          onTurn={panel.turnCoach}
          onExamples={copy.mode === "new-item" && isBlank(item.text) ? panel.openExamples : undefined}
        />
        {activity}
      </>
    );
  }
  const facts = { item, reviews: shown.reviews, session };
  const mayUse = ({ text }: CloseNote) =>
    editor.reasons.NRev === undefined && countCharacters(text) <= session.policy.reviewCharacters;
  return (
    <>
      {activity}
      <ThisItem {...facts} />
      <CloseNotes notes={notes.filter(({ itemId }) => itemId === item.id)} mayUse={mayUse} onUse={panel.reviewWith} />
      <ToClose {...facts} kind={window.kind} isInterviewOpen={window.openInterview !== null} />
    </>
  );
}
